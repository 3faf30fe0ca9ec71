"""The report as Markdown, for job summaries and comments: what is open first, then what was not checked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.json_report import summary
from checker.model.report import REPORT_MARK, Report
from checker.reports.conflicts import sureness
from checker.reports.coverage import Missing, ignored_line, missing
from checker.reports.hidden import hidden_lines
from checker.reports.locations import Places
from checker.reports.terminal import safe
from checker.reports.text import closing

LONGEST = 900_000
"""Bytes; a job summary takes no more than a megabyte."""

_SIGNS = {"error": "🟥 error", "warning": "🟧 warning", "info": "🟦 note"}
_MARKS = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]()<>~!$#"} | {"&": "&amp;", "|": "&vert;"})
_NOTHING = "<!-- -->"
"""A comment: parts what would be a mention, a link or a picture if it stood together."""
_REFERRING = re.compile(r"[@#!~$%^](?=[\w\"'{])|/(?=/)|:(?=[\w+-]++:)|(?<=\w):(?=\w)|(?<=\w)@")
_DOTTED = re.compile(r"(?<=\w)\.(?=[^\W\d_])")
"""The dot of a name that might be an address."""
_OPENING = re.compile(r"(?:[-+=]|\d++[.)])")
"""What would open a list, or underline a heading, at the start of a line."""


def render(report: Report) -> str:
    """The whole report; nothing in it becomes a link, an image, a mention or HTML of its own."""
    places = Places(report)
    opened = [f for f in report.findings if f.relation == "conflict" and f.status == "open"]
    parts = [f"{REPORT_MARK}\n\n## check-claims: {_headline(report)}\n", f"{escape(closing(report))}\n"]
    if report.not_checked:
        named = [(places.path(n.source) if n.source is not None else None, n) for n in report.not_checked]
        gaps = [_missing(gap) for gap in missing(named)]
        parts += ["### Not checked\n", *_cut(gaps, LONGEST // 2, "- {} more were not checked"), ""]
    if summary := ignored_line(report.ignored):
        parts.append(f"{escape(summary)}.\n")
    room = LONGEST - sum(len(part.encode()) for part in parts)
    parts += _cut([_conflict(finding, places) for finding in opened], room, "{} more conflicts were cut here.\n")
    parts += [f"{escape(line)}\n" for line in hidden_lines(report)]
    return "\n".join(parts)


def escape(text: str) -> str:
    """``text`` as Markdown that shows just that text."""
    shown = _REFERRING.sub(lambda match: match[0] + _NOTHING, safe(text).strip().translate(_MARKS))
    shown = _DOTTED.sub("\\.", shown)
    opening = _OPENING.match(shown)
    return shown if opening is None else f"{opening[0][:-1]}\\{shown[opening.end() - 1 :]}"


def _cut(blocks: Sequence[str], room: int, more: str) -> list[str]:
    """The first blocks that fit ``room`` bytes, and how many more there are."""
    kept: list[str] = []
    for number, block in enumerate(blocks):
        room -= len(block.encode()) + 1
        if room < 0:
            return [*kept, more.format(len(blocks) - number)]
        kept.append(block)
    return kept


def _headline(report: Report) -> str:
    count = summary(report)["conflicts"]
    headline = "1 open conflict" if count == 1 else f"{count} open conflicts" if count else "no open conflicts"
    missing = len(report.not_checked)
    return f"{headline}, {missing} not checked" if missing else headline


def _missing(gap: Missing) -> str:
    about = ", ".join(([gap.title] if gap.title else []) + ([f"rule {gap.rule}"] if gap.rule else []))
    return f"- **{escape(about)}**: {escape(gap.reason)}" + (f" ({escape(gap.first)})" if gap.first else "")


def _conflict(finding: Finding, places: Places) -> str:
    lines = [
        f"### {_SIGNS[finding.severity]}: {escape(finding.message)}\n",
        ", ".join((escape(finding.rule), *_sure(finding), f"key {finding.fingerprint[:8]}")) + "\n",
        "| value | source | sentence |",
        "|---|---|---|",
    ]
    for position in finding.positions:
        claims = [places.claims[claim] for claim in position.claims if claim in places.claims]
        value = escape(" ".join(position.value.split()))
        lines += [f"| {value} | {_claim(claim, places)} |" for claim in claims] or [f"| {value} | | |"]
    lines += ["", *(f"- {escape(step)}" for step in finding.explanation if step.strip()), ""]
    return "\n".join(lines)


def _sure(finding: Finding) -> list[str]:
    return [sure] if (sure := sureness(finding)) else []


def _claim(claim: Claim, places: Places) -> str:
    place = places.of(claim)
    return f"{escape(place.path)}, {escape(place.words)} | {escape(' '.join(claim.evidence.quote.split()))}"
