"""The formats of reports: each writes one, and imports what it needs only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.cli import parts

if TYPE_CHECKING:
    from checker.model.changed_lines import ChangedLines
    from checker.model.finding import Severity
    from checker.model.report import Report
    from checker.model.rule import RuleEntry


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a report for people may look: width, colours, characters."""

    width: int = 80
    color: bool = False
    unicode: bool = True
    every: bool = False
    quiet: bool = False
    possible: bool = False
    """Conflicts that are only possible are shown, and not only counted."""
    rules: tuple[RuleEntry, ...] = ()
    """The rules in force, for formats that describe them."""
    failing: tuple[Severity, ...] = ("error", "warning", "info")
    """The severities at which an open conflict fails the run."""
    changed: Callable[[str], ChangedLines] | None = None
    """The changed lines of a source's document, where a run asks for what changed."""


@dataclass(frozen=True, slots=True)
class Format:
    """How one format is written."""

    render: Callable[[Report, Presentation], str]
    encoding: str | None = "utf-8"
    """What it must be in on standard output; None for the terminal's."""
    from_top: bool = False
    """Its paths are relative to the top of the repository."""


def _text(report: Report, presentation: Presentation) -> str:
    return parts.reports_text.render(
        report,
        width=presentation.width,
        color=presentation.color,
        unicode=presentation.unicode,
        every=presentation.every,
        quiet=presentation.quiet,
        possible=presentation.possible,
    )


def _json(report: Report, presentation: Presentation) -> str:
    return parts.reports_json.render(report)


def _html(report: Report, presentation: Presentation) -> str:
    return parts.reports_html.render(report)


def _sarif(report: Report, presentation: Presentation) -> str:
    return parts.reports_sarif.render(report, presentation.rules)


def _junit(report: Report, presentation: Presentation) -> str:
    return parts.reports_junit.render(report, presentation.rules, presentation.failing)


def _github(report: Report, presentation: Presentation) -> str:
    return parts.reports_github.render(report, presentation.changed)


def _gitlab(report: Report, presentation: Presentation) -> str:
    return parts.reports_gitlab.render(report)


def _comment(report: Report, presentation: Presentation) -> str:
    return parts.reports_comment.render(report, presentation.changed)


def _markdown(report: Report, presentation: Presentation) -> str:
    return parts.reports_markdown.render(report)


FORMATS: Mapping[str, Format] = {
    "text": Format(_text, encoding=None),
    "json": Format(_json),
    "sarif": Format(_sarif, from_top=True),
    "junit": Format(_junit),
    "github": Format(_github, from_top=True),
    "gitlab": Format(_gitlab, from_top=True),
    "markdown": Format(_markdown, from_top=True),
    "comment": Format(_comment, from_top=True),
    "html": Format(_html),
}
