"""Reads what befell the people that a claim counts: the kind of happening, and what else is told of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison.profiles import profile_of
from checker.language import events as language_events
from checker.language import verbs
from checker.language.characters import fold
from checker.language.language import derived, table, word_set
from checker.language.words import cut, singular, stem, stopwords
from checker.model.claim import Claim
from checker.model.rule import AttributeEntry
from checker.model.subject_ref import SubjectRef

_PARTING = word_set("language/clauses", "between_values")


@dataclass(frozen=True, slots=True)
class EventMention:
    """One number of people that an event befell."""

    claim: Claim
    words: frozenset[str]
    """What else is told of it."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened; empty where the number is of no one event."""
        return self.claim.qualifiers.events


def event_mention_of(claim: Claim, group: Sequence[Claim], own: frozenset[str]) -> EventMention:
    """The claim with the words of its own part of the sentence; ``group`` holds all tolls of its sentence."""
    beside = [c.value for c in group if (c.source, c.evidence.start) == (claim.source, claim.evidence.start)]
    before = max((v.end for v in beside if v.end <= claim.value.start), default=None)
    behind = min((v.start for v in beside if v.start >= claim.value.end), default=None)
    return EventMention(claim, _words(claim, _own_part(claim, before, behind), own))


def _own_part(claim: Claim, before: int | None, behind: int | None) -> tuple[str, ...]:
    """The words around the value, up to the marks that part it from the values before and behind it."""
    profile, start = profile_of(claim), claim.evidence.start
    mask, starts, at = profile.mask, profile.starts, profile.at
    first = 0 if before is None else _mark(mask, bisect_left(starts, before - start), at)
    last = len(mask) if behind is None else _mark(mask, at, bisect_left(starts, behind - start))
    return mask[first:last]


def _mark(mask: Sequence[str], first: int, last: int) -> int:
    """Where two values are parted: at the last mark between them, else right before the second."""
    return max((i for i in range(first, last) if mask[i] in _PARTING), default=last)


def own_words(subject: SubjectRef, entry: AttributeEntry | None) -> frozenset[str]:
    """Words that say nothing of a happening: the subject's name and the attribute's own words."""
    words = set(subject.entity.split("_"))
    if entry is not None:
        words |= {form for base in entry.verbs for form in verbs.forms(base.split(" ")[0])}
        words |= {word for noun in (*entry.nouns, *entry.units) for word in noun.split(" ")}
    return frozenset(map(_as_told, words))


def _words(claim: Claim, lower_forms: tuple[str, ...], own: frozenset[str]) -> frozenset[str]:
    """What else is told, by stems; words that tell of one kind of event are one."""
    value = {low.lower() for low in cut(fold(claim.value.text))[1]}
    found = set()
    for low in lower_forms:
        if low[0].isalpha() and low not in stopwords() and low not in value and low not in _months():
            kind = language_events.kind_of(low)
            found.add(f"kind {kind}" if kind is not None else _as_told(low))
    return frozenset(found) - own


def _as_told(low: str) -> str:
    """The word's stem, or all the words that name the same thing in another tale."""
    return _same().get(singular(low)) or stem(low)


@derived
def _months() -> frozenset[str]:
    return frozenset(month.lower() for month in table("names/calendar")["months"])


@derived
def _same() -> dict[str, str]:
    return {word: " ".join(group) for group in table("language/happenings")["same"] for word in group}
