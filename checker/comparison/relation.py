"""Writes down how two claims stand to each other, the same from either side."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.comparison import Comparison, Relation

NEEDED = 2
"""Points of evidence that two sources speak of one thing, before anything may conflict."""

Judged = Comparison | str
"""How two claims stand, or the first reason in words why nothing is said of them."""


def related(left: Claim, right: Claim, relation: Relation, reason: str, points: int) -> Comparison:
    """The comparison of two claims, the lesser id first."""
    a, b = sorted((left.id, right.id))
    return Comparison(a, b, relation, reason, points)
