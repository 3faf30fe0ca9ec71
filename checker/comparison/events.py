"""Holds against each other what texts say of one happening: how many it killed or hurt, and when it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from checker import value_relation
from checker.comparison import scope_overlap
from checker.comparison.comparison_rows import related
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.event_mentions import EventMention, event_mention_of, own_words
from checker.comparison.profiles import content_of
from checker.comparison.thresholds import (
    DATED_WORDS,
    EVENT_YEARS,
    OTHER_TIME_WORDS,
    SUPPORT_NEEDED,
    TOLLS_COMPARED,
    UNDATED_WORDS,
)
from checker.language.language import derived, table, word_set
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.kinds import counts
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import Rulebook
from checker.value_relation import key

_DAYS = word_set("language/happenings", "days")
_PEOPLE = word_set("language/happenings", "people")
_BESIDE_PEOPLE = word_set("language/happenings", "beside_people")


@derived
def _tables() -> dict[str, Any]:
    found: dict[str, Any] = table("language/happenings")
    return found


def against(claims: Sequence[Claim], support: EntityEvidence, book: Rulebook) -> Iterator[Comparison]:
    """How the tolls and days of a happening stand that two sources each tell of once."""
    days = _Days(claims)
    for group in _groups(claims, book, days):
        tolls = [t for t in group if t.kinds and t.claim.modality == "asserted"][:TOLLS_COMPARED]
        for i, one in enumerate(tolls):
            for other in tolls[i + 1 :]:
                a, b = one.claim, other.claim
                if a.source == b.source or _unlike(one, other, group, support) is not None:
                    continue
                relation, reason = value_relation.relation(a.value, b.value)
                points = support.points(a, b)
                if relation == "agree" or (relation == "conflict" and points >= SUPPORT_NEEDED):
                    yield related(a, b, relation, Reason.of(ComparisonReason.ONE_EVENT, reason), points)
                yield from days.of(a, b, points)


def of_other_extent(left: Claim, right: Claim) -> bool:
    """One toll is of a whole time, ``during construction``, or of some only, or both are of two kinds of happening."""
    if left.attribute not in _tables()["tolls"]:
        return False
    a, b = left.qualifiers, right.qualifiers
    if a.of_whom or b.of_whom:
        return True
    if a.throughout != b.throughout:
        return _of_one_day(right if a.throughout else left)
    return bool(a.events and b.events) and not _one_kind(left, right)


def _of_one_day(claim: Claim) -> bool:
    """The claim's sentence names what happened, its day or its month."""
    first, last = claim.scope.low, claim.scope.high
    in_a_month = first is not None and last is not None and first[:7] == last[:7]
    return bool(claim.qualifiers.events) or not _DAYS.isdisjoint(content_of(claim)) or in_a_month


def _one_kind(left: Claim, right: Claim) -> bool:
    a, b = set(left.qualifiers.events), set(right.qualifiers.events)
    return bool(a & b) or _tables()["any"] in a | b


def _groups(claims: Sequence[Claim], book: Rulebook, days: _Days) -> Iterator[list[EventMention]]:
    """The tolls of each thing and attribute that several sources state."""
    tolls = frozenset(_tables()["tolls"])
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribute in tolls and counts(claim.value.kind):
            found[claim.subject.entity, claim.attribute].append(claim)
    for (_, attribute), group in sorted(found.items()):
        if len({c.source for c in group}) > 1:
            group.sort(key=lambda c: (c.source, c.value.start, c.id))
            own = own_words(group[0].subject, book.attributes.get(attribute))
            yield [event_mention_of(days.dated(c), group, own) for c in group]


def _unlike(
    one: EventMention, other: EventMention, group: Sequence[EventMention], support: EntityEvidence
) -> Reason | None:
    """What speaks against both telling of one happening, or None."""
    a, b = one.claim, other.claim
    if not _one_kind(a, b):
        return Reason(ComparisonReason.TWO_EVENTS)
    if a.qualifiers.of_whom or b.qualifiers.of_whom:
        return Reason(ComparisonReason.EACH)
    if a.qualifiers.throughout or b.qualifiers.throughout or a.qualifiers.each != b.qualifiers.each:
        return Reason(ComparisonReason.EACH)
    apart = scope_overlap.differing_but_in_time(_of_people(one), _of_people(other))
    if apart is not None:
        return apart
    last = any(
        kind in one.kinds and kind in other.kinds
        for kind in map(_tables()["once"].get, support.types(a.subject.entity))
    )
    needed = _needed(a, b)
    if last and needed == UNDATED_WORDS:
        needed = DATED_WORDS
    if needed is None or len(one.words & other.words) < needed:
        return Reason(ComparisonReason.TWO_EVENTS)
    known = support.is_known(a.subject.entity)
    if not known and support.is_stranger(a, b):
        return Reason(ComparisonReason.STRANGER)
    if _others(one, other, group) or _others(other, one, group):
        return Reason(ComparisonReason.TWO_EVENTS)
    return None


def _of_people(mention: EventMention) -> Claim:
    """The claim, whose men are people where nobody else is counted beside them."""
    claim = mention.claim
    if claim.scope.population not in _PEOPLE or not mention.words.isdisjoint(_BESIDE_PEOPLE):
        return claim
    return replace(claim, scope=replace(claim.scope, population=None))


def _needed(left: Claim, right: Claim) -> int | None:
    """How many words both tales must share; None where no words make them one."""
    together = scope_overlap.same_time(left, right)
    if together is not False:
        return DATED_WORDS if together else UNDATED_WORDS
    years = [int(c.scope.low[:4]) for c in (left, right) if c.scope.low]
    near = len(years) > 1 and abs(years[0] - years[1]) <= EVENT_YEARS
    return OTHER_TIME_WORDS if near or key(left.value) == key(right.value) else None


def _others(one: EventMention, other: EventMention, group: Sequence[EventMention]) -> bool:
    """The source of ``one`` also tells of another happening that may be that of ``other``, or states its number."""
    a, b = one.claim, other.claim
    for mention in group:
        c = mention.claim
        if c.source != a.source or c.id == a.id or c.qualifiers.throughout or c.qualifiers.of_whom:
            continue
        equal = key(c.value) == key(a.value)
        if key(c.value) == key(b.value) != key(a.value):
            return True
        if {*mention.kinds} & {*one.kinds, *other.kinds, _tables()["any"]} and not (
            equal and scope_overlap.same_time(a, c) is not False
        ):
            return True
    return False


class _Days:
    """The days that sentences give for what happened."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._found: dict[tuple[str, int, str], list[Claim]] = defaultdict(list)
        self._dates: dict[tuple[str, int], set[tuple[str | None, str | None, str | None]]] = defaultdict(set)
        attribute = _tables()["dated"]
        for claim in claims:
            if claim.attribute in _tables()["dates"]:
                v = claim.value
                self._dates[claim.source, claim.evidence.end].add((v.edtf, v.low, v.high))
            if claim.attribute == attribute:
                self._found[claim.source, claim.evidence.end, claim.subject.entity].append(claim)

    def dated(self, claim: Claim) -> Claim:
        """The claim, holding for the one date that its sentence tells of where it is not known to hold for any."""
        dates = self._dates.get((claim.source, claim.evidence.end), set())
        if scope_overlap.dated(claim) or len(dates) != 1:
            return claim
        time, low, high = next(iter(dates))
        return replace(claim, scope=replace(claim.scope, time=time, low=low, high=high))

    def of(self, left: Claim, right: Claim, points: int) -> Iterator[Comparison]:
        """How the days stand that the sentences of two tolls of one happening give."""
        mine, theirs = (self._found.get((c.source, c.evidence.end, c.subject.entity), []) for c in (left, right))
        if len(mine) != 1 or len(theirs) != 1:
            return
        relation, reason = value_relation.relation(mine[0].value, theirs[0].value)
        if relation == "agree" or (relation == "conflict" and points >= SUPPORT_NEEDED):
            yield related(mine[0], theirs[0], relation, Reason.of(ComparisonReason.ONE_EVENT, reason), points)
