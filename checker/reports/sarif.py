"""The report as SARIF 2.1.0, for code scanning: one result a conflict, the less authoritative side first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from checker.model.claim import Claim
from checker.model.finding import Finding, Severity, Status
from checker.model.report import Report
from checker.model.rule import RuleEntry
from checker.reports.locations import Place, Places
from checker.reports.terminal import safe
from checker.version import __version__

MOST_RESULTS = 5000
"""The most results that code scanning takes in one run; a note counts those that are cut."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "checkClaims/v1"

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_SILENCED: dict[Status, str] = {
    "baseline": "known: in the baseline, or untouched by what changed",
    "waived": "waived in the document",
    "resolved": "decided",
}
_GRAVITY = tuple(_LEVELS)
_ESCAPED = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})
"""What would open a link or a placeholder in a message."""
_Json = dict[str, Any]


def render(report: Report, rules: Sequence[RuleEntry] = ()) -> str:
    """The log as JSON, ended by a line break; ``rules`` are those in force, for their help.

    A result's rank is how sure it is, from 0 to 100; conflicts that are only possible are no results, and counted.
    """
    places = Places(report)
    conflicts = [finding for finding in report.findings if finding.relation == "conflict" and finding.claims]
    bare = [finding for finding in report.findings if finding.relation == "conflict" and not finding.claims]
    kept = _kept(conflicts)
    described = [rule for rule in rules if any(f.rule == rule.id for f in kept)]
    index = {rule.id: number for number, rule in enumerate(described)}
    run: _Json = {
        "tool": {
            "driver": {
                "name": "check-claims",
                "version": __version__,
                "rules": [_rule(rule) for rule in described],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {
                "executionSuccessful": not report.not_checked,
                "toolExecutionNotifications": _notes(report, places, bare, len(conflicts) - len(kept)),
            }
        ],
        "results": [_result(finding, report, places, index) for finding in kept],
        "properties": {"possible": len(report.possible)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=2) + "\n"


def _kept(conflicts: Sequence[Finding]) -> list[Finding]:
    """As many as one run may have, open and grave ones before all others, in the order of the report."""
    if len(conflicts) <= MOST_RESULTS:
        return list(conflicts)
    order = range(len(conflicts))
    ranked = sorted(order, key=lambda n: (conflicts[n].status != "open", _GRAVITY.index(conflicts[n].severity), n))
    return [conflicts[n] for n in sorted(ranked[:MOST_RESULTS])]


def _rule(rule: RuleEntry) -> _Json:
    why = safe(rule.why)
    lines = [why]
    for title, examples in (("Conflict", rule.examples.conflict), ("No conflict", rule.examples.agree)):
        for example in examples[:2]:
            texts = (example,) if isinstance(example, str) else example
            lines += ["", f"{title}:", *(f"- {safe(text)}" for text in texts)]
    return {
        "id": safe(rule.id),
        "shortDescription": {"text": why},
        "help": {"text": "\n".join(lines)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"kind": rule.kind} | ({"since": rule.since} if rule.since else {}),
    }


def _result(finding: Finding, report: Report, places: Places, index: dict[str, int]) -> _Json:
    groups = places.by_position(finding)
    first, *others = [claim for group in groups for claim in group]
    related = [_location(places.of(claim), claim, number) for number, claim in enumerate(others, 1)]
    links = [
        f"[{_sentence(places.names.get(claim.source, claim.source))}, {_sentence(places.of(claim).words)}]({number})"
        for number, claim in enumerate(others, 1)
    ]
    message = _sentence(finding.message)
    result: _Json = {
        "ruleId": safe(finding.rule),
        "level": _LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 2),
        "message": {"text": f"{message}. See {', '.join(links)}." if links else f"{message}."},
        "locations": [_location(places.of(first), first)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"explanation": [safe(step) for step in finding.explanation]},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    if related:
        result["relatedLocations"] = related
    if finding.status != "open":
        result["suppressions"] = [_suppression(finding, report)]
    return result


def _suppression(finding: Finding, report: Report) -> _Json:
    rulings = report.rulings_on(finding.fingerprint)
    message = rulings[0].decision if rulings and rulings[0].state == "active" else None
    why = (
        f"{message.verdict} by {message.by} on {message.on}" + (f": {message.reason}" if message.reason else "")
        if message
        else ""
    )
    kind = "inSource" if finding.status == "waived" and message is None else "external"
    return {"kind": kind, "status": "accepted", "justification": safe(why or _SILENCED[finding.status])}


def _sentence(text: str) -> str:
    """``text`` as a message that shows just that text."""
    return safe(text).translate(_ESCAPED)


def _location(place: Place, claim: Claim, number: int | None = None) -> _Json:
    """The place in a text file; of any other file the file alone, with the page or cell in words."""
    physical: _Json = {"artifactLocation": _artifact(place.path)}
    if place.in_file:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": safe(claim.value.text)},
        }
    location: _Json = {"physicalLocation": physical}
    where = "" if place.in_file else f", {place.words}"
    if number is not None:
        location |= {"id": number, "message": {"text": _sentence(f"{claim.source}{where}: {claim.value.text}")}}
    elif where:
        location["message"] = {"text": _sentence(f"{claim.source}{where}: {claim.value.text}")}
    return location


def _artifact(path: str) -> _Json:
    """The file as a URI; one outside the repository has no base."""
    outside = path.startswith(("/", "../"))
    return {"uri": quote(path, safe="/~-._", errors="surrogatepass")} | ({} if outside else {"uriBaseId": "%SRCROOT%"})


def _notes(report: Report, places: Places, bare: Sequence[Finding], cut: int) -> list[_Json]:
    """What was not checked, what has no place in a source, and how many results were cut."""
    notes: list[_Json] = []
    for missing in report.not_checked:
        name = places.path(missing.source) if missing.source is not None else None
        about = ", ".join(filter(None, (name, f"rule {missing.rule}" if missing.rule else None)))
        notes.append({"level": "error", "message": {"text": _sentence(f"not checked: {about}: {missing.reason}")}})
    notes += [{"level": _LEVELS[f.severity], "message": {"text": _sentence(f"{f.rule}: {f.message}")}} for f in bare]
    if cut:
        message = f"{cut} more conflicts were cut: {MOST_RESULTS} results are the most that code scanning takes"
        notes.append({"level": "warning", "message": {"text": message}})
    return notes
