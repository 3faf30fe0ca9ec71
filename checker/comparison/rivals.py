"""Sees each pair among its rivals, and whether it is the best that either statement has in the other's document.

A rival is another candidate of one statement, in the document of its counterpart, that states another value than the
counterpart does. Of two pairs alike, only one states the fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.comparison.profiles import Profile
from checker.comparison.thresholds import MOST_MARGIN, NEARLY_AS_GOOD

Place = tuple[int, int]
"""A pair by its places among the profiles, the lesser first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a pair stands among its rivals; scores are those of the pair alone."""

    score: float
    better: tuple[int, int]
    """How many rivals score higher, from either side."""
    margin: tuple[float, float]
    """By how much it scores more than the best rival, from either side."""
    diverse: tuple[int, int]
    """How many other values nearly as good counterparts state, anywhere, from either side."""
    borne_out: int
    """How many third documents state one of the two values as nearly as good counterparts."""


def standings(profiles: Sequence[Profile], scores: Mapping[Place, float]) -> dict[Place, Standing]:
    """The standing of every candidate pair; the cost grows with the candidates."""
    counterparts: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (left, right), score in scores.items():
        counterparts[left].append((score, right))
        counterparts[right].append((score, left))
    for rivals in counterparts.values():
        rivals.sort(key=lambda entry: (-entry[0], entry[1]))

    def from_side(one: int, other: int, score: float) -> tuple[int, float, int, int]:
        mine, theirs = profiles[one], profiles[other]
        better, best, values, agreeing = 0, score - MOST_MARGIN, set(), 0
        nearly = score - NEARLY_AS_GOOD
        for rival_score, rival in counterparts[one]:
            if rival_score < nearly and rival_score <= best:
                break
            statement = profiles[rival]
            if rival == other:
                continue
            if statement.value != theirs.value:
                if statement.source == theirs.source:
                    better += rival_score > score
                    best = max(best, rival_score)
                if rival_score >= nearly and statement.value != mine.value:
                    values.add(statement.value)
            if rival_score >= nearly and statement.value in (theirs.value, mine.value):
                agreeing += statement.source not in (mine.source, theirs.source)
        return better, score - best, len(values), agreeing

    found: dict[Place, Standing] = {}
    for (left, right), score in scores.items():
        one, other = from_side(left, right, score), from_side(right, left, score)
        found[left, right] = Standing(
            score, (one[0], other[0]), (one[1], other[1]), (one[2], other[2]), max(one[3], other[3])
        )
    return found
