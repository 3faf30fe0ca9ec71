"""Judges the values that several sources, or one source twice, state of one attribute."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from checker import value_relation
from checker.comparison import events, inner_slips, scope_overlap
from checker.comparison.blocking import Block, collapse
from checker.comparison.comparison_rows import Judged, related
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.inner_slips import Stated
from checker.comparison.profiles import profile_of
from checker.comparison.source_statements import rare
from checker.comparison.thresholds import (
    AMOUNT_WORDS,
    AMOUNT_WORDS_ALONE,
    CLAIMS_PAIRED,
    SUPPORT_NEEDED,
    SUPPORT_OF_ONE_VALUE,
    TOPIC_CLAIM_WORDS,
    VALUES_COMPARED,
)
from checker.language.language import derived
from checker.language.names import head_nouns
from checker.language.words import stem
from checker.model.claim import Claim
from checker.model.comparison import Comparison, Relation
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import AttributeEntry, Rulebook
from checker.value_relation import Allowance, bare_bound, key

_MANY_SIDED = frozenset({"place", "government", "agency", "company", "organisation", "university", "programme"})
"""What spends and builds many things: two of its amounts are seldom one for a single common word."""


def of_block(block: Block, book: Rulebook, support: EntityEvidence) -> list[Comparison]:
    entry = book.attributes.get(block.attribute)
    groups = collapse(block.claims)
    found: list[Comparison] = []
    for group in groups:
        first = group[0]
        found.extend(
            related(first, other, "agree", Reason(ComparisonReason.ONE_VALUE), SUPPORT_OF_ONE_VALUE)
            for other in group[1:]
            if scope_overlap.differing(first, other) is None and first.modality == other.modality
        )
    stated = places(groups)
    allowed = allowance(entry)
    for i, lefts in enumerate(groups[:VALUES_COMPARED]):
        for j, rights in enumerate(groups[i + 1 : VALUES_COMPARED], i + 1):
            relation, reason = value_relation.relation(lefts[0].value, rights[0].value, allowed)
            if relation == "incomparable" or (relation == "conflict" and (entry is None or entry.holds == "many")):
                continue
            comparison = _judged(groups, i, j, relation, reason, stated, entry, support)
            if isinstance(comparison, Comparison):
                found.append(comparison)
    return found


def places(groups: list[list[Claim]]) -> Stated:
    """For each source, which of the values it states, each with its first claim there."""
    stated: Stated = defaultdict(dict)
    for n, group in enumerate(groups[:VALUES_COMPARED]):
        for claim in group:
            stated[claim.source].setdefault(n, claim)
    return stated


def pair(
    groups: list[list[Claim]],
    i: int,
    j: int,
    stated: Stated,
    entry: AttributeEntry | None,
    support: EntityEvidence,
) -> Judged:
    """The relation of two values of one attribute, through the two claims best fit to be compared."""
    relation, reason = value_relation.relation(groups[i][0].value, groups[j][0].value, allowance(entry))
    if relation == "incomparable":
        return Reason.of(ComparisonReason.VALUES, reason)
    return _judged(groups, i, j, relation, reason, stated, entry, support)


def _judged(
    groups: list[list[Claim]],
    i: int,
    j: int,
    relation: Relation,
    reason: str,
    stated: Stated,
    entry: AttributeEntry | None,
    support: EntityEvidence,
) -> Judged:
    stopped: list[Reason] = []
    for left, right in _best(groups[i], groups[j]):
        apart = scope_overlap.differing(left, right)
        if apart is None and {left.modality, right.modality} & {"negated", "hypothetical"}:
            apart = Reason(ComparisonReason.MODALITY)
        if apart is not None:
            stopped.append(apart)
            continue
        if relation != "conflict":
            return related(left, right, relation, Reason.of(ComparisonReason.VALUES, reason), 0)
        if entry is None:
            return Reason(ComparisonReason.OPEN_ATTRIBUTE)
        slipped = inner_slips.slipped(groups[i], groups[j], stated, entry, support)
        if left.source != right.source and not slipped and (i in stated[right.source] or j in stated[left.source]):
            return Reason(ComparisonReason.SAYS_BOTH)
        if left.source != right.source and _bounded_by(left, right, stated):
            return Reason(ComparisonReason.BOUNDED)
        if left.source != right.source and not slipped and _elsewhere(left, right, stated):
            return Reason(ComparisonReason.AGREES_ELSEWHERE)
        points = _may_conflict(left, right, entry, support, stated)
        if not isinstance(points, Reason):
            return related(left, right, "conflict", Reason.of(ComparisonReason.VALUES, reason), points)
        stopped.append(points)
    return stopped[0]


def _best(lefts: list[Claim], rights: list[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs across sources first, those with most words in common first; at most a few."""
    if len(lefts) == len(rights) == 1:
        return [(lefts[0], rights[0])]
    pairs = [(a, b) for a in lefts[:CLAIMS_PAIRED] for b in rights[:CLAIMS_PAIRED]]
    return sorted(pairs, key=lambda ab: (ab[0].source == ab[1].source, -_overlap(*ab)))[:CLAIMS_PAIRED]


def _overlap(left: Claim, right: Claim) -> int:
    return len(profile_of(left).near & profile_of(right).near)


def _telling(left: Claim, right: Claim, support: EntityEvidence) -> int:
    """How many words near both values say more than what kind of thing the subject is: no "city" of a city."""
    types = support.types(left.subject.entity) & _MANY_SIDED
    return sum(_kinds().get(word) not in types for word in profile_of(left).near & profile_of(right).near)


@derived
def _kinds() -> dict[str, str]:
    """The stem of each noun for a kind of thing to the type of thing."""
    return {stem(noun): kind for noun, kind in head_nouns().items() if " " not in noun}


def _bounded_by(left: Claim, right: Claim, stated: Stated) -> bool:
    """One source states the other's very number as a bound: more than 40 beside 40."""
    return any(
        bare_bound(c.value) == key(other.value)
        for one, other in ((left, right), (right, left))
        for c in stated[one.source].values()
    )


def _elsewhere(left: Claim, right: Claim, stated: Stated) -> bool:
    """One source also states what agrees with the other's value, less exactly or more."""
    return any(
        value_relation.agree(c.value, other.value)
        for one, other in ((left, right), (right, left))
        for c in stated[one.source].values()
    )


def _needed(left: Claim, right: Claim, support: EntityEvidence, stated: Stated) -> int:
    """How many words two amounts must share near them."""
    one_of_a_kind = support.is_known(left.subject.entity) and _MANY_SIDED.isdisjoint(support.types(left.subject.entity))
    return AMOUNT_WORDS_ALONE if one_of_a_kind and _alone(left, right, stated) else AMOUNT_WORDS


def _alone(left: Claim, right: Claim, stated: Stated) -> bool:
    """No other value that either source states of the attribute stands among the words of these two."""
    values = (key(left.value), key(right.value))
    return not any(
        key(c.value) not in values and _overlap(c, other)
        for one, other in ((left, right), (right, left))
        for c in stated[one.source].values()
    )


def allowance(entry: AttributeEntry | None) -> Allowance:
    """What the rules allow two values of an attribute to differ by."""

    def share(text: str | None) -> Decimal | None:
        return Decimal(text.rstrip("%")) / 100 if text else None

    if entry is None:
        return Allowance()
    return Allowance(share(entry.compare.tolerance) or Decimal(0), share(entry.compare.approximate))


def relation_of(left: Claim, right: Claim, book: Rulebook) -> tuple[Relation, str]:
    """How the values of two claims stand to each other, as far apart as their attribute lets them be."""
    return value_relation.relation(left.value, right.value, allowance(book.attributes.get(left.attribute)))


def tolerated(left: Claim, right: Claim, entry: AttributeEntry | None) -> bool:
    """The attribute's own tolerance, where it has one, takes two values for one."""
    if entry is None or (entry.compare.tolerance is None and entry.compare.approximate is None):
        return False
    return value_relation.relation(left.value, right.value, allowance(entry))[0] != "conflict"


def _may_conflict(
    left: Claim, right: Claim, entry: AttributeEntry, support: EntityEvidence, stated: Stated
) -> int | Reason:
    """Points of support where two differing values may be called a conflict, else the first reason against it."""
    if entry.holds == "many":
        return Reason(ComparisonReason.MANY_VALUES)
    apart = scope_overlap.not_of_one(left, right, entry)
    if apart is not None:
        return apart
    if left.modality != right.modality:
        return Reason(ComparisonReason.MODALITY)
    if left.qualifiers.each != right.qualifiers.each or events.of_other_extent(left, right):
        return Reason(ComparisonReason.EACH)
    if left.subject != right.subject and not scope_overlap.same_day(left, right):
        return Reason(ComparisonReason.PART_OF_SUBJECT)
    changing = entry.holds in {"per_time", "growing"} or left.scope.cumulative
    if changing and not scope_overlap.same_time(left, right):
        return Reason(ComparisonReason.TIME_UNKNOWN)
    if left.source == right.source:
        firm = left.binding == right.binding == "named" and left.value.kind == "date"
        once = left.evidence.start != right.evidence.start and entry.holds == "once"
        return 1 if firm and once else Reason(ComparisonReason.ONE_SOURCE)
    amounts = left.value.kind != "date" and entry.holds == "once"
    if amounts and _telling(left, right, support) < _needed(left, right, support, stated):
        return Reason(ComparisonReason.MANY_AMOUNTS)
    weak = "topic" in (left.binding, right.binding) and not support.is_known(left.subject.entity)
    if weak and _overlap(left, right) < TOPIC_CLAIM_WORDS:
        return Reason(ComparisonReason.ONLY_TOPIC)
    a, b = profile_of(left), profile_of(right)
    known = left.binding == right.binding == "named" and support.is_known(left.subject.entity)
    known = known or support.fully_named(left.subject.entity, left.source, right.source)
    if not known and support.is_stranger(left, right) and not (a.names & b.names):
        return Reason(ComparisonReason.STRANGER)
    points = support.points(left, right)
    if rare(left) is not None and rare(left) == rare(right):
        points -= 1
    return points if points >= SUPPORT_NEEDED + weak else Reason(ComparisonReason.LITTLE_SUPPORT)
