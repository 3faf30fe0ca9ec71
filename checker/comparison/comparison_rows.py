"""Writes down how two claims stand to each other, the same from either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.model.claim import Claim
from checker.model.comparison import Comparison, Relation, comparison
from checker.model.reasons import ComparisonReason, Reason

Judged = Comparison | Reason
"""How two claims stand, or the first reason why nothing is said of them."""


def related(left: Claim, right: Claim, relation: Relation, reason: Reason, points: int) -> Comparison:
    """The comparison of two claims, the lesser id first."""
    a, b = sorted((left.id, right.id))
    return comparison(a, b, relation, reason, points)


def rows_of(comparisons: Sequence[Comparison]) -> list[Any]:
    """Comparisons as JSON can hold them: the distinct outcomes, and for each pair its two claims and its outcome."""
    outcomes: dict[tuple[Relation, Reason, int], int] = {}
    rows = [
        (c.left, c.right, outcomes.setdefault((c.relation, c.reason, c.support), len(outcomes))) for c in comparisons
    ]
    return [[(relation, r.code.name, r.words, support) for relation, r, support in outcomes], rows]


def comparisons_of(rows: Sequence[Any]) -> list[Comparison]:
    """The comparisons that ``rows_of`` wrote down."""
    outcomes, pairs = rows
    outcome_of = [
        (relation, Reason(ComparisonReason[code], tuple(words)), support) for relation, code, words, support in outcomes
    ]
    return [comparison(left, right, *outcome_of[n]) for left, right, n in pairs]
