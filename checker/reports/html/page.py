"""Renders a report as one HTML file: its style and script inside it, bound by their hashes, nothing else allowed."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from checker.model.report import Report
from checker.reports.coverage import ignored_line, ignored_list
from checker.reports.html import fact_matrix, static_page
from checker.reports.html.claim_status import status_of
from checker.reports.html.page_json import page_data
from checker.reports.html.page_model import Contents, contents_of
from checker.reports.html.series import series_of
from checker.reports.terminal import safe
from checker.reports.text import closing

if TYPE_CHECKING:
    from jinja2 import Template

_SCRIPTS = (
    "elements",
    "data",
    "route",
    "quotes",
    "shapes",
    "timeline",
    "plot",
    "findings",
    "possible",
    "facts",
    "series",
    "tables",
    "sources",
    "keys",
    "start",
)
"""In the order they stand in the page, inside one function."""
_MOST_REMARKS = 200
_ACTING = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'\u2028\u2029"}


def render(report: Report) -> str:
    """The page, the same bytes for the same report; it loads nothing and runs no script but its own."""
    contents = contents_of(report)
    rows, series = fact_matrix.rows_of(contents), series_of(contents)
    style, first, script = asset("page.css"), asset("first.js"), script_text()
    return _template().render(
        policy=policy([style], [first, script]),
        style=style,
        first=first,
        script=script,
        data=as_json(page_data(contents, rows, series)),
        **_first_screen(contents),
        facts=fact_matrix.matrix_of(rows),
        series=len(series),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("checker.reports.html", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = safe
    return environment.get_template("page.html.j2")


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """What the page may do: these styles and these scripts, and nothing from anywhere."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_digest, scripts))}",
            f"style-src {' '.join(map(_digest, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def as_json(data: object) -> str:
    """``data`` as JSON in which nothing can end or open an element, whatever it says."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ACTING)


def script_text() -> str:
    """The page's whole script."""
    parts = "".join(asset(f"{name}.js") for name in _SCRIPTS)
    return f"(() => {{\n'use strict';\n{parts}}})();\n"


@cache
def asset(name: str) -> str:
    """A file of the page's own."""
    return files("checker.reports.html").joinpath("assets", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _first_screen(contents: Contents) -> dict[str, object]:
    """What the template shows without the script."""
    report = contents.report
    shown = static_page.open_conflicts(contents)
    conflicts = [f for f in contents.findings if f.relation == "conflict" and not f.possible]
    possible = [f for f in contents.findings if f.possible]
    agreements = [f for f in contents.findings if f.relation == "agree"]
    return {
        "closing": closing(report),
        "open": len(shown),
        "severities": static_page.by_severity(shown),
        "possible": len(possible),
        "possible_blocks": [static_page.block_of(f, contents) for f in possible[: static_page.MOST_POSSIBLE]],
        "possible_lines": [static_page.line_of(f, contents) for f in possible[static_page.MOST_POSSIBLE :]],
        "changed": static_page.changed(contents),
        "decided": [(s, n) for s in ("waived", "resolved", "baseline") if (n := _count(contents, s))],
        "agreed": len(agreements),
        "not_checked": [
            (safe(n.source or ""), safe(f"rule {n.rule}" if n.rule else ""), safe(n.reason)) for n in report.not_checked
        ],
        "ignored": safe(ignored_line(report.ignored)),
        "ignored_list": ignored_list(report.ignored),
        "remarks": [(safe(w.source), w.line, safe(w.message)) for w in report.warnings[:_MOST_REMARKS]],
        "more_remarks": max(0, len(report.warnings) - _MOST_REMARKS),
        "few": static_page.FIRST,
        "blocks": [static_page.block_of(f, contents) for f in conflicts[: static_page.MOST_IN_FULL]],
        "lines": [static_page.line_of(f, contents) for f in conflicts[static_page.MOST_IN_FULL :]],
        "agreements": [static_page.line_of(f, contents) for f in agreements],
        "unlisted": contents.unlisted,
        "pages": static_page.pages(contents),
    }


def _count(contents: Contents, status: str) -> int:
    return sum(status_of(finding) == status for finding in contents.findings)
