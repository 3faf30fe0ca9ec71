"""Lays out what one source states, by which another source bears it out or contradicts it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.comparison.thresholds import RARE_DIGITS
from checker.language.names import fold
from checker.language.words import LISTED, noun_class
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.kinds import KINDS
from checker.value_relation import Key, bare_bound, key

CountedValue = tuple[str, Key]
"""What is counted, if anything is, and the value."""
Fact = tuple[str, Key]
"""An attribute and its value."""


@dataclass(frozen=True)
class SourceStatements:
    """One source's record with its claims under common ids; each part is laid out when it is first asked for."""

    record: Record
    claims: Sequence[Claim]

    @property
    def names(self) -> frozenset[str]:
        """Every name of the text, folded."""
        return self.record.names

    @cached_property
    def values(self) -> frozenset[CountedValue]:
        """Every value, with what is counted."""
        return frozenset(counted(claim) for claim in self._stated)

    @cached_property
    def bounds(self) -> frozenset[CountedValue]:
        """The numbers that are stated as bounds."""
        bounds = ((claim, bare_bound(claim.value)) for claim in self._stated)
        return frozenset((_what_is_counted(claim), bound) for claim, bound in bounds if bound is not None)

    @cached_property
    def rare(self) -> frozenset[CountedValue]:
        """The values that two texts seldom share by chance."""
        single = (value for claim in self._stated if (value := rare(claim)) is not None)
        return frozenset((*single, *(end for claim in self._stated for end in _ends(claim))))

    @cached_property
    def facts(self) -> Mapping[str, Collection[Fact]]:
        """Every value of a known attribute, by the whole entity that it is stated of."""
        found: dict[str, set[Fact]] = {}
        for claim in self._stated:
            if not claim.open and claim.subject.is_whole:
                found.setdefault(claim.subject.entity, set()).add((claim.attribute, key(claim.value)))
        return found

    def facts_of(self, entity: str) -> frozenset[Fact]:
        """Those of one entity."""
        return frozenset(self.facts.get(entity, ()))

    @cached_property
    def topic_names(self) -> frozenset[str]:
        """The names of what the source is about."""
        about = [e for e in self.record.entities if e.topic and e.id != UNNAMED]
        return frozenset(fold(n) for e in about for n in (e.name, *e.aliases))

    def states(self, other: Claim, own: Claim) -> bool:
        """The source also states the value of another's claim, and not only as the bound that its own claim is."""
        wanted = counted(other)
        return wanted in self.values or (wanted in self.bounds and bare_bound(own.value) != wanted[1])

    @property
    def _stated(self) -> list[Claim]:
        """What is said in words; how many things a list holds is counted, not stated."""
        return [claim for claim in self.claims if not claim.attribute.startswith(LISTED)]


def rare(claim: Claim) -> CountedValue | None:
    """A value that two texts seldom share by chance: a full date, or a number of several significant digits."""
    v = claim.value
    if v.kind == "date":
        return counted(claim) if v.resolution == "day" and v.low else None
    if v.low is None or v.kind == "duration" or not KINDS[v.kind].amount:
        return None
    digits = v.low.replace(".", "").replace("-", "").strip("0")
    return counted(claim) if len(digits) >= RARE_DIGITS else None


def counted(claim: Claim) -> CountedValue:
    """The claim's value, with what it counts."""
    return _what_is_counted(claim), key(claim.value)


def _what_is_counted(claim: Claim) -> str:
    """What is counted, if anything is: nine boats are not nine piers."""
    v = claim.value
    return noun_class(v.unit) if v.kind == "count" and v.unit else ""


def _ends(claim: Claim) -> list[CountedValue]:
    """The days that a range of dates begins and ends on, as of a life: each is as rare as a day stated alone."""
    v = claim.value
    if v.kind != "date" or v.modifier != "range":
        return []
    return [("", key(v).at(day[0])) for day in (v.first, v.last) if day and day[0] == day[1]]
