"""Finds the status of every claim: in conflict, decided, in a possible conflict, agreed on, different, or alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model.finding import Finding
from checker.model.json_report import single_source
from checker.model.report import Report

STANDINGS = ("conflict", "decided", "possible", "agree", "differs", "alone")
"""The most severe first; a claim with several of them shows the most severe."""

MARKS = {"conflict": "≠", "decided": "✓", "possible": "?", "agree": "=", "differs": "~", "alone": "·", "unread": "–"}
"""The sign that goes with each colour, so that no standing is told by colour alone."""

MEANINGS = {
    "conflict": "in an open conflict",
    "decided": "in a conflict that was decided, waived or is in the baseline",
    "possible": "in a conflict that is only possible",
    "agree": "confirmed by another claim",
    "differs": "differs from another claim, but no rule calls it a conflict",
    "alone": "nothing to compare it with",
    "unread": "the source was not checked",
}


def is_notice(finding: Finding) -> bool:
    """Whether a finding speaks of a decision rather than of the claims."""
    return finding.kind == "decision"


def status_of(finding: Finding) -> str:
    """``open baseline waived resolved possible`` of a conflict, ``agree`` of an agreement."""
    return "agree" if finding.relation == "agree" else "possible" if finding.possible else finding.status


def standings(report: Report) -> dict[str, int]:
    """Index into ``STANDINGS`` by claim id."""
    found = {claim.id: STANDINGS.index("differs") for claim in report.quoted}
    found |= {claim.id: STANDINGS.index("alone") for claim in single_source(report)}
    agreed = [c for c in report.comparisons if c.relation == "agree"]
    found |= dict.fromkeys((i for c in agreed for i in (c.left, c.right) if i in found), STANDINGS.index("agree"))
    for finding in sorted((*report.findings, *report.possible), key=lambda f: -_standing(f)):
        if not is_notice(finding):
            found |= dict.fromkeys((claim for claim in finding.claims if claim in found), _standing(finding))
    return found


def _standing(finding: Finding) -> int:
    status = status_of(finding)
    return STANDINGS.index({"open": "conflict", "agree": "agree", "possible": "possible"}.get(status, "decided"))


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """Open conflicts first, those decided, those only possible, then agreements; the graver before the lighter."""
    gravity = {"error": 0, "warning": 1, "info": 2}
    rank = {"open": 0, "waived": 1, "resolved": 1, "baseline": 1, "possible": 2, "agree": 3}
    return sorted(findings, key=lambda f: (rank[status_of(f)], gravity[f.severity]))


def keys(findings: Sequence[Finding], least: int) -> Mapping[str, str]:
    """By fingerprint the shortest beginning, of ``least`` characters or more, that no other one shares."""
    prints = sorted({finding.fingerprint for finding in findings})
    found = {}
    for place, one in enumerate(prints):
        beside = [*prints[max(0, place - 1) : place], *prints[place + 1 : place + 2]]
        length = least
        while length < len(one) and any(other.startswith(one[:length]) for other in beside):
            length += 1
        found[one] = one[:length]
    return found
