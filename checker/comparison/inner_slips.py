"""Tells a date that slipped in one sentence from a second thing of the kind, where the source states both dates."""

from __future__ import annotations

from checker import value_relation
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.profiles import profile_of
from checker.comparison.thresholds import AFRESH_WORDS, OPENING_WORDS, SLIP_YEARS
from checker.language import verbs
from checker.language.language import derived, table
from checker.model.claim import Claim
from checker.model.rule import AttributeEntry

Stated = dict[str, dict[int, Claim]]
"""For each source the values it states, by their place among all, and one claim of each."""


def slipped(
    lefts: list[Claim], rights: list[Claim], stated: Stated, entry: AttributeEntry, support: EntityEvidence
) -> bool:
    """What happens once has another date in one sentence of one source, which states the others' date elsewhere."""
    if entry.holds != "once" or lefts[0].value.kind != "date" or not support.is_known(lefts[0].subject.entity):
        return False
    for odd, usual in ((lefts, rights), (rights, lefts)):
        one, other = odd[0], usual[0]
        firm = len(odd) == 1 and (one.binding == "named" or _opens_with(one, entry.verbs)) and not _told_afresh(one)
        if firm and any(c.source != one.source for c in usual) and _near_years(one, other):
            again = (c for c in stated[one.source].values() if c.evidence.start != one.evidence.start)
            if any(value_relation.agree(c.value, other.value) for c in again):
                return True
    return False


def _near_years(left: Claim, right: Claim) -> bool:
    """The years are few apart, or their digits nearly the same: no two foundings of one thing."""
    years = [{day[:4] for day in (c.value.low, c.value.high) if day} for c in (left, right)]
    return any(
        abs(int(a) - int(b)) <= SLIP_YEARS
        or sum(x != y for x, y in zip(a, b, strict=True)) == 1
        or sorted(a) == sorted(b)
        for a in years[0]
        for b in years[1]
    )


def _told_afresh(claim: Claim) -> bool:
    """A word beside the value tells that the thing was there before: founded anew, established as a college."""
    context = profile_of(claim)
    return not _afresh().isdisjoint(context.mask[max(0, context.at - AFRESH_WORDS) : context.at + AFRESH_WORDS])


def _opens_with(claim: Claim, bases: tuple[str, ...]) -> bool:
    """The sentence names nobody and opens with a form of one of the verbs, right before the value: "Built in 1871"."""
    context = profile_of(claim)
    words = context.mask[: context.at + 2]
    begins = next((n for n, word in enumerate(words) if word[0].isalpha()), len(words))
    if context.at - begins not in OPENING_WORDS or words[-1] == ",":
        return False
    return any(words[begins] in verbs.forms(base) for base in bases if " " not in base)


@derived
def _afresh() -> frozenset[str]:
    return frozenset(table("language/afresh"))
