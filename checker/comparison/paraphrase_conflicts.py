"""Judges two statements that are one in other words, with different values."""

from __future__ import annotations

from checker.comparison import events, scope_overlap
from checker.comparison.comparison_rows import Judged, related
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.profiles import profile_of
from checker.comparison.same_attribute import relation_of
from checker.comparison.thresholds import ONE_EVENT_WORDS, SUPPORT_NEEDED
from checker.model.claim import Claim
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import Rulebook


def of_rivals(left: Claim, right: Claim, support: EntityEvidence, book: Rulebook) -> Judged:
    """One statement in other words with another value: a conflict where neither side also has the other's value."""
    relation, reason = relation_of(left, right, book)
    if relation != "conflict":
        return Reason.of(ComparisonReason.VALUES, reason)
    if left.modality != right.modality:
        return Reason(ComparisonReason.MODALITY)
    other_scope = scope_overlap.differing(left, right)
    if other_scope:
        return other_scope
    if scope_overlap.of_a_part(left, right):
        return Reason(ComparisonReason.PART)
    entry, other = book.attributes.get(left.attribute), book.attributes.get(right.attribute)
    changing = any(one is not None and one.holds in {"per_time", "growing"} for one in (entry, other))
    lasting = entry is not None and entry.holds == "once"
    if entry is not None and entry.holds == "many" and support.is_common(left.subject.entity):
        lasting = len(profile_of(left).near & profile_of(right).near) >= ONE_EVENT_WORDS
    dated = scope_overlap.dated(left) or scope_overlap.dated(right)
    if not lasting and scope_overlap.same_time(left, right) is None and (dated or changing):
        return Reason(ComparisonReason.TIME_UNKNOWN)
    if left.qualifiers.each != right.qualifiers.each or events.of_other_extent(left, right):
        return Reason(ComparisonReason.EACH)
    if support.says_both(left, right):
        return Reason(ComparisonReason.SAYS_BOTH)
    if support.is_stranger(left, right):
        return Reason(ComparisonReason.STRANGER)
    points = support.points(left, right)
    if points < SUPPORT_NEEDED:
        return Reason(ComparisonReason.LITTLE_SUPPORT)
    return related(left, right, "conflict", Reason.of(ComparisonReason.PARAPHRASE, reason), points)
