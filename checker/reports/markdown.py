"""The report as Markdown, for job summaries and comments: what is open first, then what was not checked."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.report import Report
from checker.reports.places import Places
from checker.reports.terminal import safe
from checker.reports.text import closing

LONGEST = 900_000
"""Characters; a job summary takes no more than a megabyte."""

_SIGNS = {"error": "🟥 error", "warning": "🟧 warning", "info": "🟦 note"}
_ESCAPED = {char: f"\\{char}" for char in "\\`*_{}[]()<>|~!$"}
_ESCAPED |= {"&": "&amp;", "@": "@<!-- -->", "#": "#<!-- -->"}
_TABLE = str.maketrans(_ESCAPED)
_LINKING = ("://", "www.", "WWW.", "Www.", "mailto:", "xmpp:")
"""What opens a link without any mark."""


def render(report: Report) -> str:
    """The whole report; nothing in it becomes a link, an image, a mention or HTML of its own."""
    places = Places(report)
    opened = [f for f in report.findings if f.relation == "conflict" and f.status == "open"]
    silenced = sum(f.relation == "conflict" and f.status != "open" for f in report.findings)
    parts = [f"## check-claims: {_headline(report, len(opened))}\n", f"{escape(closing(report))}\n"]
    if report.not_checked:
        parts += ["### Not checked\n", *(_missing(n.source, n.rule, n.reason, places) for n in report.not_checked), ""]
    size = sum(map(len, parts))
    for number, finding in enumerate(opened):
        block = _conflict(finding, places)
        if size + len(block) > LONGEST:
            parts.append(f"{len(opened) - number} more conflicts were cut here.\n")
            break
        size += len(block)
        parts.append(block)
    if silenced:
        parts.append(f"{silenced} decided, waived or in the baseline are not shown.\n")
    return "\n".join(parts)


def escape(text: str) -> str:
    """``text`` as Markdown that shows just that text."""
    shown = safe(text).translate(_TABLE)
    for opening in _LINKING:
        shown = shown.replace(opening, f"{opening[:-1]}<!-- -->{opening[-1]}")
    return shown


def _headline(report: Report, count: int) -> str:
    said = "1 open conflict" if count == 1 else f"{count} open conflicts" if count else "no open conflicts"
    missing = len(report.not_checked)
    return f"{said}, {missing} not checked" if missing else said


def _missing(source: str | None, rule: str | None, reason: str, places: Places) -> str:
    name = places.path(source) if source is not None else f"rule {rule}"
    return f"- **{escape(name)}**: {escape(reason)}"


def _conflict(finding: Finding, places: Places) -> str:
    lines = [
        f"### {_SIGNS[finding.severity]}: {escape(finding.message)}\n",
        f"{escape(finding.rule)}, key {finding.fingerprint[:8]}\n",
        "| value | source | sentence |",
        "|---|---|---|",
    ]
    for position in finding.positions:
        claims = [places.claims[claim] for claim in position.claims if claim in places.claims]
        value = escape(" ".join(position.value.split()))
        lines += [f"| {value} | {_told(claim, places)} |" for claim in claims] or [f"| {value} | | |"]
    lines += ["", *(f"- {escape(step)}" for step in finding.explanation if step.strip()), ""]
    return "\n".join(lines)


def _told(claim: Claim, places: Places) -> str:
    place = places.of(claim)
    return f"{escape(place.path)}, line {place.line} | {escape(' '.join(claim.evidence.quote.split()))}"
