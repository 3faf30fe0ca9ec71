"""Finds the dates that a duration belongs to, by what its claim says of its sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checker.model.claim import Claim
from checker.model.qualifiers import DateNearby, DurationContext
from checker.value_relation import key

_NO_CONTEXT = DurationContext()


def context_of(claim: Claim) -> DurationContext:
    """What is known of the words around a duration."""
    return claim.qualifiers.lasting or _NO_CONTEXT


def dates_beside(claim: Claim, dates: Sequence[Claim], cues: Mapping[str, Collection[str]]) -> list[Claim]:
    """The dates that a duration belongs to: the one next to it, or those of the attribute named next to it.

    ``cues`` are the stems that name each attribute. Nothing but small words, names and figures may stand
    between: in "died in 1932, leaving a son aged 12" nothing is said of the age.
    """
    close = [d for d in dates if (nearby := _nearby(claim, d)) is not None and nearby.beside]
    if close:
        nearest = min(close, key=lambda d: abs(d.value.start - claim.value.start))
        return [d for d in close if key(d.value) == key(nearest.value)]
    context = context_of(claim)
    for way in (context.before, context.behind):
        named = _named(way, cues)
        if named:
            return [d for d in dates if d.attribute in named]
    return []


def _named(way: Sequence[str], cues: Mapping[str, Collection[str]]) -> set[str]:
    """The attributes that the first telling word on the way away from a value names."""
    for word in way:
        named = {attribute for attribute, stems in cues.items() if word in stems}
        if named:
            return named
    return set()


def belongs_to(claim: Claim, date: Claim, known: Collection[str]) -> bool:
    """Whether a duration and a date belong together in one sentence.

    Nothing stands between but small words and words of the stems ``known``: not "ran for 26 years under
    Corran and closed in 1939".
    """
    nearby = _nearby(claim, date)
    return nearby is not None and all(word in known for word in nearby.between)


def _nearby(claim: Claim, date: Claim) -> DateNearby | None:
    """What the claim says of a date of its own sentence."""
    if (claim.source, claim.evidence.start) != (date.source, date.evidence.start):
        return None
    return next((nearby for nearby in context_of(claim).dates if nearby.date == date.value.text), None)
