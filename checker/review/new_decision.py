"""Makes a decision from a finding and a verdict, with the present values and words of both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from checker.model.claim import Claim
from checker.model.decision import Decision, Side, Verdict
from checker.model.finding import Finding
from checker.model.user_error import UserError
from checker.review.conflict_key import conflict_of

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
LEAST_KEY = 4
"""So many characters of a fingerprint, at least, name a finding."""


def decide(
    finding: Finding,
    claims: Mapping[str, Claim],
    verdict: str,
    *,
    by: str,
    on: str,
    reason: str | None = None,
    scope: str | None = None,
    expires: str | None = None,
) -> Decision:
    """A decision on ``finding``.

    ``verdict`` is one of the verdicts, or the number of a position, from 1, that is right.
    Raises UserError for a verdict that does not fit, a waiver without a reason or a last day after ``on``, a
    ``both-wrong`` with a last day and no reason, and ``both`` without the scope that makes both sides true.
    """
    if finding.relation != "conflict":
        raise UserError(f"{finding.fingerprint[:8]} is no conflict", remedy="only conflicts can be decided")
    chosen, kept = _chosen(finding, verdict)
    if kept == "waived" and not (reason or "").strip():
        raise UserError("a waiver needs a reason", remedy="add --reason TEXT")
    if kept == "waived" and expires is None:
        raise UserError("a waiver needs a last day", remedy="add --expires 2031-05-17")
    if kept == "both-wrong" and expires is not None and not (reason or "").strip():
        raise UserError("'both-wrong' with a last day is a waiver and needs a reason", remedy="add --reason TEXT")
    if expires is not None and expires < on:
        raise UserError(f"the last day, {expires}, has passed", remedy="name a later one")
    if kept == "both" and not (scope or "").strip():
        raise UserError("'both' needs the scope that makes both true", remedy="say it with --scope TEXT")
    for what, text in (("reason", reason), ("scope", scope), ("name", by)):
        if any(0xD800 <= ord(char) < 0xE000 for char in text or ""):
            raise UserError(f"the {what} is not UTF-8", remedy="type it again")
    conflict = conflict_of(finding, claims)
    left = finding.positions[chosen].claims if finding.positions else ()
    others = [claim for n, position in enumerate(finding.positions) if n != chosen for claim in position.claims]
    return Decision(
        conflict.rule,
        conflict.subject,
        conflict.attribute,
        conflict.values,
        kept,
        by,
        on,
        reason or None,
        scope or None,
        expires,
        _sides(left, claims),
        _sides(others, claims),
    )


def finding_of(findings: Sequence[Finding], key: str) -> Finding:
    """The conflict whose fingerprint begins with ``key``; UserError where there is none, or several."""
    found = [finding for finding in findings if finding.fingerprint.startswith(key) and finding.kind != "decision"]
    if not found or len(key) < LEAST_KEY:
        raise UserError(f"no finding has the key {key}", remedy="check again: a key changes when its values do")
    if len(found) > 1:
        names = ", ".join(finding.fingerprint[:16] for finding in found)
        raise UserError(f"{len(found)} findings have keys that begin with {key}", remedy=f"name one: {names}")
    return found[0]


def right_position(finding: Finding, verdict: str) -> int:
    """Which position, from 0, a verdict says is right; UserError for a verdict that says it of none or of several."""
    chosen, kept = _chosen(finding, verdict)
    if kept not in ("left", "right"):
        raise UserError(f"'{verdict}' names no side that is right", remedy="left, right or a position's number")
    return chosen if kept == "left" else 1


def decided_position(finding: Finding, decision: Decision, claims: Mapping[str, Claim]) -> int | None:
    """The position, from 0, that a decision on ``finding`` says is right; None where it says that of none."""
    if decision.verdict not in ("left", "right"):
        return None
    sides = decision.left if decision.verdict == "left" else decision.right
    words = {(side.source, side.value, side.quote) for side in sides}
    for n, position in enumerate(finding.positions):
        if words & {
            (c.source, c.value.text, c.evidence.quote) for c in (claims[i] for i in position.claims if i in claims)
        }:
            return n
    return None


def _chosen(finding: Finding, verdict: str) -> tuple[int, Verdict]:
    """The position on the left side, and the verdict as the file has it."""
    count = len(finding.positions)
    if verdict.isdecimal():
        number = int(verdict[:4])
        if not 1 <= number <= count:
            raise UserError(f"there is no position {verdict}", remedy=f"the conflict has {count}, from 1")
        return (0, "left") if number == 1 else (0, "right") if count == 2 else (number - 1, "left")
    named = next((known for known in VERDICTS if known == verdict), None)
    if named is None:
        raise UserError(f"no verdict '{verdict}'", remedy=f"{', '.join(VERDICTS)} or a position")
    if verdict == "right" and count > 2:
        raise UserError(f"the conflict has {count} positions", remedy="say which is right by its number, from 1")
    return 0, named


def _sides(ids: tuple[str, ...] | list[str], claims: Mapping[str, Claim]) -> tuple[Side, ...]:
    """What each source says, each quote once, by source."""
    sides = {
        (c.source, c.evidence.quote): Side(c.source, c.value.text, c.evidence.quote)
        for c in (claims[i] for i in ids if i in claims)
    }
    return tuple(sides[key] for key in sorted(sides))
