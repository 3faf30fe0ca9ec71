"""Writes down how two claims stand to each other, the same from either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.model.claim import Claim
from checker.model.comparison import Comparison, Relation, comparison

Judged = Comparison | str
"""How two claims stand, or the first reason in words why nothing is said of them."""


def related(left: Claim, right: Claim, relation: Relation, reason: str, points: int) -> Comparison:
    """The comparison of two claims, the lesser id first."""
    a, b = sorted((left.id, right.id))
    return comparison(a, b, relation, reason, points)


def rows_of(comparisons: Sequence[Comparison]) -> list[Any]:
    """Comparisons as JSON can hold them: what is said of any, and for each the two claims and what is said."""
    said: dict[tuple[Relation, str, int], int] = {}
    rows = [(c.left, c.right, said.setdefault((c.relation, c.reason, c.support), len(said))) for c in comparisons]
    return [list(said), rows]


def told_by(rows: Sequence[Any]) -> list[Comparison]:
    """The comparisons that ``rows_of`` wrote down."""
    said, pairs = rows
    return [comparison(left, right, *said[n]) for left, right, n in pairs]
