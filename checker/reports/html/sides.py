"""Names the sides of a finding by their values, the same everywhere on a page."""

from __future__ import annotations

from collections.abc import Sequence

from checker.language.markup import without_marks
from checker.model.claim import Claim
from checker.model.decision import Decision, Verdict
from checker.model.finding import RIVALS, Finding, Position
from checker.reports.terminal import safe

_MOST = 4
_VERDICTS: dict[Verdict, str] = {
    "left": "the first side is right",
    "right": "the second side is right",
    "both": "all are right",
    "both-wrong": "all are wrong",
    "not-same-fact": "they speak of different things",
    "extraction-error": "the text was read wrongly",
    "waived": "waived",
}


def side_name(position: Position, stated: Sequence[Claim], finding: Finding) -> str:
    """The value of a position; where its claims are parts of a sum, their values: ``$50 million, $108 million``."""
    values = list(dict.fromkeys(" ".join(claim.value.text.split()) for claim in stated))
    if finding.kind in RIVALS or len(values) < 2:
        return safe(without_marks(position.value))
    more = [f"and {len(values) - _MOST} more"] if len(values) > _MOST else []
    return safe(without_marks(", ".join([*values[:_MOST], *more])))


def verdict_words(decision: Decision) -> str:
    """A verdict as people say it, a side called by the value it had when it was decided."""
    sides = decision.left if decision.verdict == "left" else decision.right
    if decision.verdict in ("left", "right") and sides:
        return safe(f"{without_marks(sides[0].value)} is right")
    return _VERDICTS[decision.verdict]


def between(finding: Finding) -> str:
    """What stands between the sides: ``or`` where one of them is right, ``against`` where they do not fit."""
    return "or" if finding.kind in RIVALS else "against"
