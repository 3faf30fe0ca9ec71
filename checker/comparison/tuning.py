"""Fits the weights of comparing to a corpus: how much each group of features counts there.

A corpus gives few labels, so nothing but the groups and one constant is fitted, and all are drawn to the shipped
weights. What the fit is worth is measured on pairs of documents that it has not seen, in five parts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison import logistic
from checker.comparison.labelled_pairs import WEIGHED, LabelledPair
from checker.model.rule import GroupWeights

PARTS = 5
LEAST = 10
"""So many labelled pairs of one fact, and so many of two, are needed; and pairs of ``PARTS`` pairs of documents."""
STRENGTH = 10.0
"""The greater, the nearer are all weights to the shipped ones."""
_HARDLY = 1e-3
_PLACES = 3
"""Decimal places of a weight."""


@dataclass(frozen=True, slots=True)
class Told:
    """Of some labelled pairs held out, how many are told right by the shipped weights and by fitted ones."""

    pairs: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Tuned:
    """The weights fitted to a corpus, and how they do on pairs of documents held out."""

    weights: GroupWeights
    one_fact: Told
    two_facts: Told
    decided: int
    """Of all these pairs so many are known from decisions."""
    before: float
    after: float
    """The log loss by the shipped weights, and by fitted ones."""

    @property
    def better(self) -> bool:
        """The fitted weights tell held-out pairs better, as far as the figures shown tell."""
        return round(self.after, _PLACES) < round(self.before, _PLACES)


@dataclass(frozen=True, slots=True)
class _Fit:
    """``base``: how much likelier the labelled pairs are of one fact than pairs in general, as labels are chosen."""

    base: float
    groups: tuple[float, ...]
    always: float

    def before(self, pair: LabelledPair) -> float:
        return pair.always + sum(pair.sums) + (0.0 if pair.decided else self.base)

    def after(self, pair: LabelledPair) -> float:
        weighed = sum(by * part for by, part in zip(self.groups, pair.sums, strict=True))
        return pair.always + self.always + weighed + (0.0 if pair.decided else self.base)


def shortage(pairs: Sequence[LabelledPair]) -> str | None:
    """What is missing for a fit; None where there is enough."""
    same, apart = (sum(pair.same is label for pair in pairs) for label in (True, False))
    if min(same, apart) < LEAST:
        return f"too few labelled pairs: {same} of one fact and {apart} of two, and {LEAST} of each are needed"
    documents = len({pair.documents for pair in pairs})
    if documents < PARTS:
        return f"too few documents: the labelled pairs are of {documents} pairs of documents, and {PARTS} are needed"
    return None


def tuned(pairs: Sequence[LabelledPair]) -> Tuned:
    """The weights that fit the labelled pairs, and how those do that are fitted without a part, on that part."""
    parts = _parts(pairs)
    weights = _weights(pairs)
    told: dict[bool, list[tuple[bool, bool]]] = {True: [], False: []}
    before = after = 0.0
    for part in range(PARTS):
        fit = _fitted([pair for pair in pairs if parts[pair.documents] != part])
        for pair, weight in zip(pairs, weights, strict=True):
            if parts[pair.documents] != part:
                continue
            scores = fit.before(pair), fit.after(pair)
            told[pair.same].append(((scores[0] > 0) is pair.same, (scores[1] > 0) is pair.same))
            before += weight * logistic.log_loss(scores[0], pair.same)
            after += weight * logistic.log_loss(scores[1], pair.same)
    whole = sum(weights)
    fit = _fitted(pairs)
    groups = {name: round(by, _PLACES) for name, by in zip(WEIGHED, fit.groups, strict=True)}
    return Tuned(
        GroupWeights(always=round(fit.always, _PLACES), **groups),
        _told(told[True]),
        _told(told[False]),
        sum(pair.decided for pair in pairs),
        before / whole,
        after / whole,
    )


def _told(pairs: Sequence[tuple[bool, bool]]) -> Told:
    return Told(len(pairs), sum(before for before, _ in pairs), sum(after for _, after in pairs))


def _parts(pairs: Sequence[LabelledPair]) -> dict[tuple[str, str], int]:
    """By pair of documents its part: those with most labels first, each into the part that has the fewest so far."""
    counts = Counter(pair.documents for pair in pairs)
    sizes = [0] * PARTS
    found = {}
    for documents in sorted(counts, key=lambda both: (-counts[both], both)):
        found[documents] = part = sizes.index(min(sizes))
        sizes[part] += counts[documents]
    return found


def _weights(pairs: Sequence[LabelledPair]) -> list[float]:
    """How much each pair counts: of those known from values, the ones of two facts as much as those of one."""
    known = Counter(pair.same for pair in pairs if not pair.decided)
    rest = known[True] / known[False] if known[False] > known[True] else 1.0
    return [rest if not pair.same and not pair.decided else 1.0 for pair in pairs]


def _fitted(pairs: Sequence[LabelledPair]) -> _Fit:
    weights = _weights(pairs)
    shipped = [pair.always + sum(pair.sums) for pair in pairs]
    labels = [pair.same for pair in pairs]
    chosen = [n for n, pair in enumerate(pairs) if not pair.decided]
    (base,) = logistic.fitted(
        [(1.0,)] * len(chosen),
        [shipped[n] for n in chosen],
        [labels[n] for n in chosen],
        [weights[n] for n in chosen],
        (_HARDLY,),
    )
    offsets = [score + (0.0 if pair.decided else base) for score, pair in zip(shipped, pairs, strict=True)]
    rows = [(*pair.sums, 1.0) for pair in pairs]
    found = logistic.fitted(rows, offsets, labels, weights, _penalties(pairs, weights))
    return _Fit(base, tuple(max(0.0, 1 + change) for change in found[:-1]), found[-1])


def _penalties(pairs: Sequence[LabelledPair], weights: Sequence[float]) -> list[float]:
    """A change of a group costs by how much it changes the scores, the same for all groups."""
    whole = sum(weights)
    groups = [
        math.fsum(weight * pair.sums[n] ** 2 for pair, weight in zip(pairs, weights, strict=True)) / whole
        for n in range(len(WEIGHED))
    ]
    return [STRENGTH * (square + _HARDLY) for square in (*groups, 1.0)]
