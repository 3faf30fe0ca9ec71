"""Judges the values that several sources, or one source twice, state of one attribute."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from checker.comparison import ladder, scopes
from checker.comparison.blocking import Block, collapse
from checker.comparison.context import context_of, distributed
from checker.comparison.relation import NEEDED, related
from checker.comparison.support import Support, rare
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.rule import AttributeEntry, Rulebook

_WORDS = 2
"""How many words two amounts must share near them: a thing has many costs, heights and deaths."""
_ALONE = 1
"""The same, where no other such amount of a thing that many sources name shares as much."""
_HEADS = 64
_COMMON = 3
"""How many words two claims must share near their values where a subject is only the text's topic."""


def of_block(block: Block, book: Rulebook, support: Support) -> list[Comparison]:
    entry = book.attributes.get(block.attribute)
    groups = collapse(block.claims)
    found: list[Comparison] = []
    for group in groups:
        first = group[0]
        found.extend(
            related(first, other, "agree", "the same value", 3)
            for other in group[1:]
            if scopes.differing(first, other) is None and first.modality == other.modality
        )
    heads = [g[0] for g in groups][:_HEADS]
    stated: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(groups[:_HEADS]):
        for claim in group:
            stated[claim.source].add(n)
    for i, _left in enumerate(heads):
        for j in range(i + 1, len(heads)):
            comparison = _pair(groups, i, j, stated, entry, support)
            if comparison is not None:
                found.append(comparison)
    return found


def _pair(
    groups: list[list[Claim]],
    i: int,
    j: int,
    stated: dict[str, set[int]],
    entry: AttributeEntry | None,
    support: Support,
) -> Comparison | None:
    """The relation of two values of one attribute, through the two claims best fit to be compared."""
    lefts, rights = groups[i], groups[j]
    tolerance, about = _tolerances(entry)
    relation, reason = ladder.values(lefts[0].value, rights[0].value, tolerance, about)
    if relation == "incomparable":
        return None
    for left, right in _best(lefts, rights):
        if (
            scopes.differing(left, right) is not None
            or left.modality in {"negated", "hypothetical"}
            or right.modality in {"negated", "hypothetical"}
        ):
            continue
        if relation != "conflict":
            return related(left, right, relation, reason, 0)
        if entry is None or (left.source != right.source and (i in stated[right.source] or j in stated[left.source])):
            return None
        if left.source != right.source and (_bounded_by(left, right, groups) or _elsewhere(left, right, groups)):
            return None
        alone = _alone(left, right, groups)
        points = _may_conflict(left, right, entry, support, alone)
        if points is not None:
            return related(left, right, "conflict", reason, points)
    return None


def _best(lefts: list[Claim], rights: list[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs across sources first, those with most words in common first; at most a few."""
    pairs = [(a, b) for a in lefts[:6] for b in rights[:6]]
    if len(pairs) == 1:
        return pairs
    return sorted(pairs, key=lambda ab: (ab[0].source == ab[1].source, -_overlap(*ab), ab[0].id, ab[1].id))[:6]


def _overlap(left: Claim, right: Claim) -> int:
    return len(context_of(left).near & context_of(right).near)


def _bounded_by(left: Claim, right: Claim, groups: list[list[Claim]]) -> bool:
    """One source states the other's very number as a bound: more than 40 beside 40."""
    numbers = {left.source: right.value.low, right.source: left.value.low}
    return any(
        None in (c.value.low, c.value.high) and numbers.get(c.source) in (c.value.low, c.value.high)
        for group in groups[:_HEADS]
        for c in group
        if numbers.get(c.source)
    )


def _elsewhere(left: Claim, right: Claim, groups: list[list[Claim]]) -> bool:
    """One source also states what agrees with the other's value, less exactly or more."""
    others = {left.source: right, right.source: left}
    return any(
        c.source in others and ladder.values(c.value, others[c.source].value)[0] == "agree"
        for group in groups[:_HEADS]
        for c in group
    )


def _alone(left: Claim, right: Claim, groups: list[list[Claim]]) -> bool:
    """No other value that either source states of the attribute stands among the words of these two."""
    others = [c for g in groups[:_HEADS] for c in g if c.value.low not in (left.value.low, right.value.low)]
    return not any(
        (c.source == left.source and _overlap(c, right)) or (c.source == right.source and _overlap(left, c))
        for c in others
    )


def _tolerances(entry: AttributeEntry | None) -> tuple[Decimal, Decimal]:
    def share(text: str | None, default: str) -> Decimal:
        return Decimal((text or default).rstrip("%")) / 100

    if entry is None:
        return Decimal(0), Decimal("0.1")
    return share(entry.compare.tolerance, "0%"), share(entry.compare.approximate, "10%")


def _may_conflict(left: Claim, right: Claim, entry: AttributeEntry, support: Support, alone: bool) -> int | None:
    """Points of support where two differing values may be called a conflict, else None.

    ``alone``: no other value of the attribute in either source shares a word with the other's.
    """
    if entry.holds == "many" or left.modality != right.modality:
        return None
    if distributed(left) != distributed(right):
        return None
    if left.subject != right.subject and not scopes.same_day(left, right):
        return None
    if entry.holds in {"per_time", "growing"} and not scopes.same_time(left, right):
        return None
    if left.source == right.source:
        firm = left.binding == right.binding == "named" and left.value.kind == "date"
        return 1 if firm and left.evidence.start != right.evidence.start and entry.holds == "once" else None
    words = _ALONE if alone and support.is_known(left.subject) else _WORDS
    if left.value.kind != "date" and entry.holds == "once" and _overlap(left, right) < words:
        return None
    weak = "topic" in (left.binding, right.binding) and not support.is_known(left.subject)
    if weak and _overlap(left, right) < _COMMON:
        return None
    a, b = context_of(left), context_of(right)
    known = left.binding == right.binding == "named" and support.is_known(left.subject)
    if not known and support.stranger(left, right, a.names, b.names) and not (a.names & b.names):
        return None
    points = support.points(left, right)
    if rare(left) is not None and rare(left) == rare(right):
        points -= 1
    return points if points >= NEEDED + weak else None
