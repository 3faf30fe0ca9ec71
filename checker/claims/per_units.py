"""Reads what a figure is for one of, where this stands apart from it: ``the cost per student was $4,000``."""

from __future__ import annotations

from collections.abc import Mapping

from checker.claims.thresholds import PER_APART
from checker.language.language import derived, table, word_set
from checker.language.words import singular, words
from checker.model.claim import Claim
from checker.value_relation import units

_PER = word_set("language/per", "words")


def per_unit(quote: str, start: int, claim: Claim) -> str | None:
    """The unit behind a figure, or the noun before an amount of money, that ``quote`` says it is for one of."""
    value = claim.value
    if value.per is not None or value.low is None or value.low != value.high or value.kind == "date":
        return None
    if value.kind == "money":
        return _before(quote, value.start - start)
    return _behind(quote, value.end - start)


def _behind(quote: str, end: int) -> str | None:
    for sign in table("language/per")["signs"]:
        place = quote.find(sign, end, end + PER_APART)
        if place >= 0:
            said = quote[place + len(sign) :].lstrip()
            names = [name for name in _names() if said.startswith(name) and not said[len(name) :][:1].isalnum()]
            return _names()[max(names, key=len)] if names else None
    return None


def _before(quote: str, at: int) -> str | None:
    ahead = words(quote, max(0, at - PER_APART), at)
    places = [n for n, word in enumerate(ahead[:-1]) if word.low in _PER]
    return singular(ahead[places[-1] + 1].low) if places else None


@derived
def _names() -> Mapping[str, str]:
    """Every spelling of a measure's unit, with the unit's name."""
    return {name: unit.name for unit in units().values() for name in (unit.name, *unit.symbols)}
