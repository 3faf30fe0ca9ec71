"""Lengths of time and ages: a number and its unit of time."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from checker.values.draft import Draft
from checker.values.lexicon import listed, units
from checker.values.numerals import Quantity, plain, quantity
from checker.values.reading import Reading
from checker.vocabulary import table

_MARKS = ".,;:!?)]}\"'"


@cache
def _times() -> dict[str, str]:
    """Units of time by name, lower case."""
    return {name: unit.name for name, unit in units()[0].items() if unit.dimension == "time"}


@cache
def _symbols() -> dict[str, str]:
    return {symbol: unit.name for symbol, unit in units()[1].items() if unit.dimension == "time"}


@cache
def _seconds(unit: str) -> Decimal:
    return Decimal(table("values/units")["time"][unit]["factor"])


def unit_after(reading: Reading, end: int) -> tuple[str, int] | None:
    """The unit of time behind a number, an adjective between allowed, and where it ends."""
    text = reading.text
    mark = text[end : end + 1]
    start = end + 1 if mark in (" ", "-") else end
    word = _word(text, start)
    low = word.lower()
    name = _times().get(low)
    if name is not None and (start > end or not text[end].isspace()):
        return name, start + len(word)
    symbol = _symbols().get(word)
    if symbol is not None and not (len(word) == 1 and start > end):
        return symbol, start + len(word)
    if mark == " " and low in listed("durations", "adjectives"):
        again = start + len(word)
        if text[again : again + 1] == " ":
            second = _word(text, again + 1)
            if second.lower() in listed("durations", "adjectives") and text[again + 1 + len(second) : again + 2 + len(second)] == " ":
                again += 1 + len(second)
                second = _word(text, again + 1)
            name = _times().get(second.lower())
            if name is not None and name not in ("second",):
                return name, again + 1 + len(second)
    return None


def _word(text: str, start: int) -> str:
    stop = start
    length = len(text)
    while stop < length and stop < start + 24 and text[stop].isalpha():
        stop += 1
    return text[start:stop]


def read(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """The duration whose number is ``found``."""
    text = reading.text
    unit = unit_after(reading, found.end)
    if unit is None:
        return _age(reading, found)
    name, end = unit
    if _is_noun_adjunct(reading, found, end):
        return None
    draft = Draft.of("duration", found, name)
    draft.end = end
    _old(text, draft)
    _compound(reading, draft, found)
    _past(reading, draft)
    later = text[draft.end : draft.end + 9].lower()
    if later.startswith((" ago", " later", " earlier", " hence")) and not later[4:5].isalpha() or later.startswith((" later", " earlier")):
        draft.kind, draft.relative, draft.low, draft.high, draft.unit = "date", True, None, None, None
        draft.end += len(later.split(" ")[1].rstrip(",.;)")) + 1
        draft.resolution = None
    return draft


def _is_noun_adjunct(reading: Reading, found: Quantity, end: int) -> bool:
    return False


def _age(reading: Reading, found: Quantity) -> Draft | None:
    """Aged 25, at the age of 40."""
    if found.single is None and found.modifier != "range" or found.low > 130:
        return None
    window = reading.text[max(0, found.start - 14) : found.start].lower()
    for cue in ("aged ", "age ", "the age of ", "ages ", "age of "):
        if window.endswith(cue) and not window[: -len(cue)][-1:].isalpha():
            draft = Draft.of("duration", found, "year")
            return draft
    return None


def _old(text: str, draft: Draft) -> None:
    for form in (" old", "-old", " of age"):
        if text.startswith(form, draft.end) and not text[draft.end + len(form) : draft.end + len(form) + 1].isalpha():
            draft.end += len(form)


def _compound(reading: Reading, draft: Draft, found: Quantity) -> None:
    """2 years, 3 months; 1 hour and fifteen seconds: one duration in its smallest unit."""
    tokens = reading.tokens
    while draft.next < len(tokens) and draft.modifier == "exact" and draft.low is not None and draft.unit is not None:
        gap = reading.text[draft.end : tokens[draft.next].start]
        if gap not in (" ", " and ", ", ", ", and ", "-"):
            return
        fraction = tokens[draft.next]
        other = quantity(reading, draft.next)
        if other is None or other.high is None or other.modifier != "exact":
            if fraction.kind == "fraction" and fraction.value == 2 and gap == " and ":
                draft.low = draft.high = plain(Decimal(draft.low) + Decimal("0.5"))
                draft.end, draft.next = fraction.end, draft.next + 1
            return
        unit = unit_after(reading, other.end)
        if unit is None or _seconds(unit[0]) >= _seconds(draft.unit):
            return
        big, small = _seconds(draft.unit), _seconds(unit[0])
        ratio = _exact(draft.unit, unit[0]) or big / small
        value = Decimal(draft.low) * ratio + other.low
        draft.low = draft.high = plain(value)
        draft.unit, draft.end, draft.next, draft.resolution = unit[0], unit[1], other.next, plain(other.place)


@cache
def _exact(big: str, small: str) -> Decimal | None:
    """How many of one unit make another, where that is a whole number by convention."""
    known = {("year", "month"): 12, ("year", "week"): 52, ("year", "day"): 365, ("month", "day"): 30, ("decade", "year"): 10,
             ("century", "year"): 100, ("week", "day"): 7, ("year", "hour"): 8760, ("month", "week"): 4}  # fmt: skip
    value = known.get((big, small))
    return None if value is None else Decimal(value)


def _past(reading: Reading, draft: Draft) -> None:
    word, at = reading.word_before(draft.start)
    if word in listed("durations", "before") and reading.text[draft.end - 1] != "-":
        draft.start = at
