"""Judges the values at one place of two near-identical sentences."""

from __future__ import annotations

from checker import value_relation
from checker.comparison import scope_overlap
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.comparison_rows import Judged, related
from checker.comparison.edit_statistics import EditStatistics
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.profiles import profile_of
from checker.comparison.same_attribute import relation_of
from checker.comparison.sentence_alignment import AlignedPair, sentences_of
from checker.comparison.thresholds import (
    ALIKE,
    BOUND_ALIKE,
    COPY,
    EDIT_SUPPORT,
    EDIT_WORDS,
    FORM_SUPPORT,
    LONG_FIGURES,
    LONG_SUPPORT,
    LONG_WORDS,
    SENTENCE_WORDS,
    SUPPORT_NEEDED,
    SUPPORT_OF_ONE_VALUE,
)
from checker.language.language import derived, table
from checker.model.claim import Claim
from checker.model.comparison import Relation
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import Rulebook
from checker.value_relation import bounds, key


def of_aligned(aligned: AlignedPair, statistics: EditStatistics, support: EntityEvidence, book: Rulebook) -> Judged:
    """Two near-identical sentences: equal values agree, differing ones conflict where the sources tell of one thing."""
    relation, reason = relation_of(aligned.left, aligned.right, book)
    return as_read(aligned, relation, reason, statistics, support, book)


def as_read(
    aligned: AlignedPair,
    relation: Relation,
    reason: str,
    statistics: EditStatistics,
    support: EntityEvidence,
    book: Rulebook,
) -> Judged:
    """The same where it is known already how the values stand to each other, and why."""
    left, right = aligned.left, aligned.right
    if relation == "incomparable" or (relation != "conflict" and left.attribute in NEVER_ALONE):
        return Reason.of(ComparisonReason.VALUES, reason)
    edited = statistics.edited(aligned)
    nameless = left.attribute == left.value.kind or right.attribute == right.value.kind
    telling = len(profile_of(left).content) >= SENTENCE_WORDS
    if nameless and not (telling and edited and relation == "conflict" and _masked_alike(left, right)):
        return Reason(ComparisonReason.NO_ATTRIBUTE)
    moved = relation == "compatible" and aligned.likeness >= BOUND_ALIKE and _bounds_moved(left, right, edited)
    if relation == "conflict" or moved:
        if left.modality != right.modality:
            return Reason(ComparisonReason.MODALITY)
        other_scope = scope_overlap.differing(left, right)
        if other_scope and not (edited and _masked_alike(left, right)):
            return other_scope
        if aligned.likeness < COPY and support.says_both(left, right):
            return Reason(ComparisonReason.SAYS_BOTH)
        if not _one_fact(aligned, statistics.much_copied(aligned), book):
            return Reason(ComparisonReason.TWO_FACTS)
        a, b = profile_of(left), profile_of(right)
        if support.is_stranger(left, right):
            return Reason(ComparisonReason.STRANGER)
        if support.of_own_topics(left, right):
            return Reason(ComparisonReason.OWN_TOPICS)
        points = _points(aligned, statistics, support)
        if statistics.filled(aligned) and points < FORM_SUPPORT:
            return Reason(ComparisonReason.ONE_FORM)
        other = left.subject != right.subject and not (edited and "named" not in (left.binding, right.binding))
        if points < SUPPORT_NEEDED + other or aligned.likeness < ALIKE:
            return Reason(ComparisonReason.LITTLE_SUPPORT)
        if left.subject != right.subject and len(a.content & b.content) < SENTENCE_WORDS:
            return Reason(ComparisonReason.SHORT_SENTENCES)
        return related(left, right, "conflict", Reason.of(ComparisonReason.NEAR_DUPLICATE, reason), points)
    other_scope = scope_overlap.differing(left, right)
    if other_scope:
        return other_scope
    if support.of_own_topics(left, right):
        return Reason(ComparisonReason.OWN_TOPICS)
    return related(left, right, relation, Reason.of(ComparisonReason.NEAR_DUPLICATE, reason), SUPPORT_OF_ONE_VALUE)


def _points(aligned: AlignedPair, statistics: EditStatistics, support: EntityEvidence) -> int:
    """What speaks for one thing: what the sources share, and how much these two sentences do."""
    left, right = aligned.left, aligned.right
    points = len(support.grounds(left.subject.entity, left.source, right.source)) + (left.subject == right.subject)
    a, b = profile_of(left), profile_of(right)
    shared = len(a.content & b.content)
    if (
        aligned.likeness >= ALIKE
        and shared >= EDIT_WORDS
        and statistics.edited(aligned)
        and statistics.equal.get(sentences_of(aligned))
    ):
        points += EDIT_SUPPORT
    if aligned.likeness >= COPY and shared >= LONG_WORDS and max(a.mask.count("#"), b.mask.count("#")) <= LONG_FIGURES:
        points += LONG_SUPPORT
    return points


def _one_fact(aligned: AlignedPair, much_copied: bool, book: Rulebook) -> bool:
    """The sentences state one fact: of one subject, and at one time where the fact changes with time."""
    left, right = aligned.left, aligned.right
    if left.binding == right.binding == "named" and left.subject != right.subject:
        return False
    entry = book.attributes.get(left.attribute)
    if entry is None or entry.holds == "once":
        return True
    if entry.holds == "many":
        return aligned.likeness >= COPY and (much_copied or len(profile_of(left).content) >= SENTENCE_WORDS)
    if scope_overlap.dated(left) != scope_overlap.dated(right) or _points_at_a_time(left) or _points_at_a_time(right):
        return _masked_alike(left, right)
    return scope_overlap.same_time(left, right) is not False


def _points_at_a_time(claim: Claim) -> bool:
    """``Tuition this year is``: a text that nobody dates says of its own time, and of no other's."""
    words = profile_of(claim).mask
    return (
        not scope_overlap.dated(claim) and any(low in _pointing() for low in words) and not _times().isdisjoint(words)
    )


@derived
def _pointing() -> frozenset[str]:
    return frozenset(table("language/pointing"))


@derived
def _times() -> frozenset[str]:
    """What such words stand before: year, month, season."""
    return frozenset(unit for word in table("values/units_of_time") for unit in (word, f"{word}s"))


def _bounds_moved(left: Claim, right: Claim, edited: bool) -> bool:
    """The same wording with another bound, such as "more than 100" beside "more than 140"; of dates in copies only."""
    a, b = left.value, right.value
    if a.modifier != b.modifier or a.modifier in {"exact", "about", "almost"}:
        return False
    if a.kind == "date":
        return edited and _masked_alike(left, right) and key(a) != key(b)
    return any(value_relation.relation(*ends)[0] == "conflict" for ends in zip(bounds(a), bounds(b), strict=True))


def _masked_alike(left: Claim, right: Claim) -> bool:
    return profile_of(left).mask == profile_of(right).mask
