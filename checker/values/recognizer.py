"""Goes over the tokens once and keeps, at each, the longest value that a reader makes of it."""

from __future__ import annotations

from decimal import Decimal

from checker import limits
from checker.language.language import phrases, word_set
from checker.model.value import Modifier
from checker.values import (
    calendar,
    counts,
    date_mentions,
    durations,
    modifiers,
    money,
    non_values,
    ordinals,
    percentages,
    ratios,
    repeated_figures,
    times_of_day,
    unit_dispatch,
    year_or_number,
)
from checker.values.context_flags import (  # fmt: skip
    AGE,
    BOUND,
    CIRCA,
    CURRENCY,
    DATING,
    ERA,
    EVERYTHING,
    HOURS,
    HOUSE,
    JOINTS,
    LABEL,
    LETTERS,
    MARKED,
    MODIFIER,
    OPEN,
    SIGN,
    TIMES,
    UNIT,
    beside,
)
from checker.values.cursor import Reading
from checker.values.date_draft import index_behind
from checker.values.mention_draft import Draft
from checker.values.numerals import scale
from checker.values.quantity import Quantity
from checker.values.ranges import ranged
from checker.values.times_of_day import AHEAD
from checker.values.token import FIGURES, Token

_DATED = frozenset(("month", "decade", "decade word", "quarter", "half", "season", "fiscal", "academic", "event"))
_DATABLE = frozenset(("nth", "ordinal", "tens", "teens"))
_APART = frozenset(("year", "nth", "ordinal", "units", "teens", "tens", "event", "relative", "fiscal", "season"))
"""Tokens that a figure and a blank before them make no value with."""
SPELT = frozenset(("units", "teens", "tens", "hundreds", "scales"))
_TIMES = frozenset(("clock", "daytime"))
_HOURS = frozenset(("units", "teens", "tens", "fraction"))
_loose = phrases("values/calendar", "loose_years")
"""What is before a year that states more than the year."""
_ended = phrases("values/joints", "months_ended")
_STEP = 64
"""After so many tokens the clock is looked at."""
_SPANS = word_set("values/joints", "spans")
_REACH = 20
"""How far from a figure another token may still belong to it."""
_FINE = Decimal("0.01")
_FLOORS = frozenset(("more_than", "at_least"))
_CEILINGS = frozenset(("less_than", "up_to"))
_BOTH = word_set("values/joints", "bounds")
_NAMING = LABEL | HOURS
_DATING = DATING | ERA
_YEARLY = UNIT | LETTERS | CURRENCY | SIGN | CIRCA | DATING | ERA | OPEN | BOUND | TIMES


def read_line(reading: Reading) -> list[Draft]:
    """What a line states, in order."""
    tokens = reading.tokens
    found: list[Draft] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if i % _STEP == 0:
            limits.check()
        if token.kind in FIGURES:
            flags = beside(reading, token.start, token.end)
            if flags & _NAMING or token.place < _FINE:
                draft = times_of_day.read(reading, i) if flags & HOURS else None
                if draft is not None:
                    i = _kept(reading, found, draft)
                    continue
                behind = non_values.behind_name(reading, i)
                if behind > i:
                    i = behind
                    continue
            draft = _figure(reading, i, token, flags)
        else:
            draft = _word(reading, i, token, found)
        if draft is None or draft.start < reading.covered:
            i += 1
            continue
        if not (found and draft.modifier in _CEILINGS and _joined(reading, found[-1], draft)):
            found.append(draft)
        reading.cover(draft.end)
        i = draft.next
        while i < count and tokens[i].start < draft.end:
            i += 1
    return found


def _kept(reading: Reading, found: list[Draft], draft: Draft) -> int:
    """Add a time of day to what was found, and the index of the first token behind it."""
    found.append(draft)
    reading.cover(draft.end)
    return index_behind(reading, draft.next, draft.end)


def _joined(reading: Reading, floor: Draft, ceiling: Draft) -> bool:
    """More than 5 but fewer than 10: make one range of two bounds."""
    if (
        floor.modifier not in _FLOORS
        or floor.kind not in (ceiling.kind, "number")
        or floor.low is None
        or ceiling.high is None
    ):
        return False
    if (
        not {floor.kind, ceiling.kind}.isdisjoint(("date", "time"))
        or reading.text[floor.end : ceiling.start] not in _BOTH
        or floor.unit not in (None, ceiling.unit)
    ):
        return False
    if not Decimal(floor.low) < Decimal(ceiling.high):
        return False
    floor.high, floor.end, floor.modifier = ceiling.high, ceiling.end, "range"
    floor.kind, floor.unit, floor.noun, floor.per = ceiling.kind, ceiling.unit, ceiling.noun, ceiling.per
    return True


def _figure(reading: Reading, i: int, token: Token, flags: int) -> Draft | None:
    """The value that a figure opens."""
    if flags & HOUSE and non_values.is_house(reading, token):
        return Draft.of("number", Quantity.of(token, i))
    gap = reading.gap(i)
    if flags & MARKED and (flags & TIMES or reading.near(i + 1, _REACH) is not None):
        flags |= DATING | SIGN
    alone = gap not in JOINTS or (gap == " " and reading.tokens[i + 1].kind in _APART)
    if alone and token.kind == "num" and non_values.is_release(reading, i):
        return None
    date = None
    if token.kind == "year":
        if i and reading.tokens[i - 1].kind == "year":
            date = date_mentions.listed_fiscal(reading, i)
            if date is not None:
                return date
        if alone and not flags & _YEARLY and not reading.text.endswith(_loose(), 0, token.start):
            return _year(reading, i, token, flags)
        date = date_mentions.read(reading, i)
    elif (token.kind == "num" and flags & ERA) or (
        token.kind == "int" and (flags & _DATING or (not alone and _opens_date(reading, i, gap)))
    ):
        date = date_mentions.read(reading, i)
    if date is not None:
        return date
    if not alone:
        if token.kind == "int" and gap in _SPANS and token.end - token.start < 3:
            hours = times_of_day.read(reading, i)
            if hours is not None:
                return hours
        score = ratios.score(reading, i) if gap == "-" and token.kind == "int" else None
        return score or _number(reading, i, ranged(reading, i), flags | TIMES)
    if flags & (LETTERS | SIGN):
        return _number(reading, i, ranged(reading, i), flags)
    return _number(reading, i, Quantity.of(token, i), flags)


def _opens_date(reading: Reading, i: int, gap: str) -> bool:
    """Whether what follows a figure may make a day of it: a blank and a month, or a mark."""
    return gap.strip() != "" or reading.tokens[i + 1].kind == "month"


def _number(reading: Reading, i: int, found: Quantity | None, flags: int = EVERYTHING) -> Draft | None:
    """The value of a number, by the words and signs around it."""
    if found is None:
        return None
    modifier: Modifier | None = None
    if found.modifier == "exact" and reading.text.startswith("-", found.end):
        modifier, found.end = modifiers.joined(reading.text, found.end)
        if modifier is not None:
            scale(reading, found)
    written, found.end = found.end, repeated_figures.end(reading, found)
    draft = money.signed(reading, i, found) if flags & CURRENCY and found.start else None
    if draft is None and (found.fraction or reading.tokens[i].kind == "num") and 0 < found.low < 1:
        draft = percentages.of_one(reading, found)
    if draft is None and (flags & UNIT or found.end > reading.tokens[i].end):
        for read in unit_dispatch.readers(reading, found.end):
            draft = read(reading, i, found)
            if draft is not None:
                break
    if draft is None and found.modifier != "exact" and reading.text.startswith(" of ", found.end):
        draft = _of_unit(reading, i, found)
    if draft is None and flags & TIMES:
        draft = ratios.ratio(reading, i, found) or ratios.multiple(reading, i, found)
    if draft is None and (flags & AGE or found.start < reading.tokens[i].start):
        draft = durations.age(reading, i, found)
    if draft is None:
        draft = counts.read(reading, i, found)
    if draft is None:
        return None
    if draft.kind == "number" and draft.end == found.end:
        draft.end = written
    if draft.unit == "month":
        draft = _placed(reading, draft)
    if modifier is not None:
        draft.modifier = modifier
        draft.low, draft.high = modifiers.bounds(draft.low, draft.high, modifier)
    elif draft.kind != "date":
        token = reading.tokens[i]
        ahead, behind = flags & MODIFIER or draft.start < token.start, flags & BOUND or draft.end > token.end
        if ahead or behind:
            draft.modify(reading, ahead=bool(ahead), behind=bool(behind))
    return draft


def _placed(reading: Reading, draft: Draft) -> Draft:
    """The date that some months are where a year or a day behind them places them, else their number."""
    if reading.text.startswith(" of ", draft.end):
        return date_mentions.months_of(reading, draft) or date_mentions.months_until(reading, draft) or draft
    if reading.text.startswith(_ended(), draft.end):
        return date_mentions.months_until(reading, draft) or draft
    return draft


def _of_unit(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """Millions of dollars, thousands of years: the unit of a number that is left open."""
    end = found.end
    found.end += len(" of")
    for read in unit_dispatch.readers(reading, found.end):
        draft = read(reading, i, found)
        if draft is not None:
            return draft
    found.end = end
    return None


def _year(reading: Reading, i: int, token: Token, flags: int) -> Draft | None:
    """Four digits with nothing beside them that any reader has a use for: a year, a count or a number."""
    value = int(token.text)
    if not year_or_number.is_year(reading, token.start, token.end, value, i + 1):
        draft = counts.read(reading, i, Quantity.of(token, i))
        if draft is not None and flags & MODIFIER:
            draft.modify(reading)
        return draft
    period = calendar.year(value)
    date = Draft("date", token.start, token.end, period.first, period.last, i + 1)
    date.edtf, date.resolution = period.edtf, "year"
    return date


def _word(reading: Reading, i: int, token: Token, before: list[Draft]) -> Draft | None:
    """The value that a word opens, behind those found ``before``."""
    kind = token.kind
    if kind in _DATED:
        return date_mentions.read(reading, i)
    if kind in _TIMES:
        return times_of_day.read(reading, i, before[-1].kind if before else None)
    if kind in _HOURS and (reading.text[token.end : token.end + 3] in AHEAD or kind == "tens"):
        time = times_of_day.read(reading, i)
        if time is not None:
            return time
    if kind == "ordinal" and not ordinals.is_used(reading, token):
        return None
    if kind == "multiple":
        return ratios.worded(i, token)
    if kind == "relative":
        return date_mentions.read(reading, i) or Draft.floating(token.start, token.end, i + 1)
    if kind in ("articled time", "part of time"):
        return durations.articled(reading, i)
    if kind == "quantified time":
        return durations.quantified(reading, i)
    date = date_mentions.read(reading, i) if kind in _DATABLE else None
    if date is not None:
        return date
    if kind == "nth":
        return ordinals.read(reading, i)
    if kind in SPELT and token.text[0].isupper() and non_values.is_title(reading, i):
        return None
    found = ranged(reading, i)
    if found is None and kind == "ordinal":
        return ordinals.read(reading, i)
    return _number(reading, i, found)
