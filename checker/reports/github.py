"""The report as GitHub workflow commands: one annotation a conflict, beside the less authoritative side."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.finding import Finding, NotChecked, Severity
from checker.model.report import Report
from checker.reports.conflicts import reason_of, sureness
from checker.reports.locations import Places
from checker.reports.terminal import safe
from checker.reports.text import closing

MOST = 10
"""So many annotations of one level are shown for one step; one line counts the rest."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """The commands, a line each, what was not checked before the open conflicts; then the report's closing line."""
    places = Places(report)
    lines = [_missing(missing, places) for missing in report.not_checked[:MOST]]
    shown = dict.fromkeys(_COMMANDS, 0) | {"error": len(lines)}
    for finding in report.findings:
        if finding.relation != "conflict" or finding.status != "open":
            continue
        shown[finding.severity] += 1
        if shown[finding.severity] <= MOST:
            lines.append(_annotation(finding, places))
    for severity, count in shown.items():
        if count > MOST:
            message = f"{count - MOST} more conflicts of the severity {severity} are in the report"
            lines.append(command("notice", message, title="check-claims"))
    if len(report.not_checked) > MOST:
        message = f"{len(report.not_checked) - MOST} more were not checked"
        lines.append(command("notice", message, title="check-claims"))
    lines.append(safe(closing(report)))
    return "\n".join(lines) + "\n"


def _missing(missing: NotChecked, places: Places) -> str:
    place = {"file": places.path(missing.source)} if missing.source is not None else {}
    about = f" (rule {missing.rule})" if missing.rule is not None else ""
    return command("error", f"not checked: {missing.reason}{about}", **place, title="check-claims")


def _annotation(finding: Finding, places: Places) -> str:
    claims = [claim for group in places.by_position(finding) for claim in group]
    sure = sureness(finding)
    title = f"{finding.rule} {finding.fingerprint[:8]}" + (f", {sure}" if sure else "")
    why = reason_of(finding)
    steps = "\n".join((finding.message, *(f"- {_where(places, c)}" for c in claims), *([why] if why else [])))
    if not claims:
        return command(_COMMANDS[finding.severity], steps, title=title)
    place = places.of(claims[0])
    if not place.in_file:
        return command(_COMMANDS[finding.severity], steps, file=place.path, title=title)
    return command(
        _COMMANDS[finding.severity],
        steps,
        file=place.path,
        line=place.line,
        endLine=place.end_line,
        # Columns are only taken where a span does not go over lines.
        **({"col": place.column, "endColumn": place.end_column} if place.line == place.end_line else {}),
        title=title,
    )


def _where(places: Places, claim: Claim) -> str:
    place = places.of(claim)
    where = f":{place.line}" if place.in_file else f", {place.words}"
    return f"{place.path}{where}: {claim.value.text}"


def command(name: str, text: str, **properties: object) -> str:
    """One workflow command; nothing in ``text`` or ``properties`` can end it or begin another."""
    message = ",".join(f"{key}={safe(str(value)).translate(_PROPERTY)}" for key, value in properties.items())
    body = "\n".join(safe(line) for line in text.split("\n")).translate(_TEXT)
    return f"::{name} {message}::{body}"
