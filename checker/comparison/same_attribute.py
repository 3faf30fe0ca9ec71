"""Judges the values that several sources, or one source twice, state of one attribute."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from checker.comparison import ladder, scopes
from checker.comparison.blocking import Block, collapse
from checker.comparison.context import context_of
from checker.comparison.relation import NEEDED, related
from checker.comparison.support import Support, rare
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.rule import AttributeEntry, Rulebook

_WORDS = 2
"""How many words two amounts must share near them: a thing has many costs, heights and deaths."""
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
    heads = [g[0] for g in groups][:64]
    stated: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(groups[:64]):
        for claim in group:
            stated[claim.source].add(n)
    for i, _left in enumerate(heads):
        for j in range(i + 1, len(heads)):
            comparison = _pair(groups[i], groups[j], i, j, stated, entry, support)
            if comparison is not None:
                found.append(comparison)
    return found


def _pair(
    lefts: list[Claim],
    rights: list[Claim],
    i: int,
    j: int,
    stated: dict[str, set[int]],
    entry: AttributeEntry | None,
    support: Support,
) -> Comparison | None:
    """The relation of two values of one attribute, through the two claims best fit to be compared."""
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
        points = _may_conflict(left, right, entry, support)
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


def _tolerances(entry: AttributeEntry | None) -> tuple[Decimal, Decimal]:
    def share(text: str | None, default: str) -> Decimal:
        return Decimal((text or default).rstrip("%")) / 100

    if entry is None:
        return Decimal(0), Decimal("0.1")
    return share(entry.compare.tolerance, "0%"), share(entry.compare.approximate, "10%")


def _may_conflict(left: Claim, right: Claim, entry: AttributeEntry, support: Support) -> int | None:
    """Points of support where two differing values may be called a conflict, else None."""
    if entry.holds == "many" or left.modality != right.modality or left.subject != right.subject:
        return None
    if entry.holds in {"per_time", "growing"} and not scopes.same_time(left, right):
        return None
    if left.source == right.source:
        firm = left.binding == right.binding == "named" and left.value.kind == "date"
        return 1 if firm and left.evidence.start != right.evidence.start and entry.holds == "once" else None
    if left.value.kind != "date" and entry.holds == "once" and _overlap(left, right) < _WORDS:
        return None
    weak = "topic" in (left.binding, right.binding) and not support.is_common(left.subject)
    if weak and _overlap(left, right) < _COMMON:
        return None
    a, b = context_of(left), context_of(right)
    known = left.binding == right.binding == "named" and support.is_known(left.subject)
    if not known and support.stranger(left, right, a.names, b.names) and not (a.names & b.names):
        return None
    points = len(support.grounds(left.subject, left.source, right.source))
    if rare(left) is not None and rare(left) == rare(right):
        points -= 1
    return points if points >= NEEDED + weak else None
