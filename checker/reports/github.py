"""The report as GitHub workflow commands: one annotation a conflict, beside the less authoritative side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.model.changed_lines import ChangedLines
from checker.model.claim import Claim
from checker.model.finding import Finding, NotChecked, Severity
from checker.model.report import Report
from checker.reports.conflicts import reason_of, sureness
from checker.reports.hidden import hidden_lines
from checker.reports.locations import Place, Places
from checker.reports.terminal import safe
from checker.reports.text import closing

MOST = 10
"""So many annotations of one level are shown for one step; one line counts the rest."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
Changed = Callable[[str], ChangedLines]
"""The changed lines of a source's document, by its id."""
_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, changed: Changed | None = None) -> str:
    """The commands, a line each, what was not checked before the open conflicts; then the report's closing lines.

    With ``changed``, only lines that a change touched are marked; one line counts the conflicts that are elsewhere.
    """
    places = Places(report)
    lines = [_missing(missing, places) for missing in report.not_checked[:MOST]]
    shown = dict.fromkeys(_COMMANDS, 0) | {"error": len(lines)}
    elsewhere = 0
    for finding in report.findings:
        if finding.relation != "conflict" or finding.status != "open":
            continue
        claims = [claim for group in places.by_position(finding) for claim in group]
        at = next(_standing(claims, places, changed), None)
        if changed is not None and at is None:
            elsewhere += 1
            continue
        shown[finding.severity] += 1
        if shown[finding.severity] <= MOST:
            lines.append(_annotation(finding, claims, at, places))
    for severity, count in shown.items():
        if count > MOST:
            message = f"{count - MOST} more conflicts of the severity {severity} are in the report"
            lines.append(command("notice", message, title="check-claims"))
    if len(report.not_checked) > MOST:
        message = f"{len(report.not_checked) - MOST} more were not checked"
        lines.append(command("notice", message, title="check-claims"))
    if message := _elsewhere(elsewhere, sum(finding.unchanged for finding in report.findings)):
        lines.append(command("notice", message, title="check-claims"))
    lines += [safe(line) for line in (*hidden_lines(report), closing(report))]
    return "\n".join(lines) + "\n"


def _standing(claims: Sequence[Claim], places: Places, changed: Changed | None) -> Iterator[Place]:
    """The places of claims; with ``changed``, of those whose words a change touched."""
    for claim in claims:
        place = places.of(claim) if changed is None else places.changed(claim, changed(claim.source))
        if place is not None:
            yield place


def _elsewhere(open_: int, unchanged: int) -> str:
    """``5 conflicts are not on changed lines: 2 in changed documents, which count; 3 in others, which do not``."""
    counts = ((open_, "in changed documents, open"), (unchanged, "in documents that did not change, not counted"))
    told = "; ".join(f"{count} {where}" for count, where in counts if count)
    total = open_ + unchanged
    noun = "conflict is" if total == 1 else "conflicts are"
    return f"{total} {noun} not on changed lines and not marked: {told}" if total else ""


def _missing(missing: NotChecked, places: Places) -> str:
    place = {"file": places.path(missing.source)} if missing.source is not None else {}
    about = f" (rule {missing.rule})" if missing.rule is not None else ""
    return command("error", f"not checked: {missing.reason}{about}", **place, title="check-claims")


def _annotation(finding: Finding, claims: Sequence[Claim], place: Place | None, places: Places) -> str:
    sure = sureness(finding)
    title = f"{finding.rule} {finding.fingerprint[:8]}" + (f", {sure}" if sure else "")
    why = reason_of(finding)
    steps = "\n".join((finding.message, *(f"- {_where(places, c)}" for c in claims), *([why] if why else [])))
    if place is None:
        return command(_COMMANDS[finding.severity], steps, title=title)
    if not place.in_file:
        return command(_COMMANDS[finding.severity], steps, file=place.path, title=title)
    return command(
        _COMMANDS[finding.severity],
        steps,
        file=place.path,
        line=place.line,
        endLine=place.end_line,
        # Columns are only taken where a span does not go over lines.
        **({"col": place.column, "endColumn": place.end_column} if place.is_within_line else {}),
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
