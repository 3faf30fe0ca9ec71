"""Goes over the tokens once and keeps, at each, the longest value that a reader makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate, islice

from checker.model.value import Mention
from checker.values import (
    counts,
    date_ranges,
    durations,
    following,
    money,
    noise,
    ordinals,
    periods,
    ratios,
    year_or_number,
)
from checker.values.draft import Draft
from checker.values.invisible import Clear, cleared
from checker.values.lexemes import FIGURES, Token
from checker.values.lines import lines
from checker.values.periods import known_country
from checker.values.quantity import Quantity
from checker.values.ranges import ranged
from checker.values.reading import Reading
from checker.values.steps import steps
from checker.values.surroundings import (
    AGE,
    BOUND,
    CIRCA,
    CLOCK,
    CURRENCY,
    DATING,
    ERA,
    EVERYTHING,
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
)  # fmt: skip
from checker.values.tokens import scan

_DATED = frozenset(("month", "decade", "decade word", "quarter", "half", "season", "fiscal", "academic", "event"))
_DATABLE = frozenset(("nth", "ordinal", "tens", "teens"))
_APART = frozenset(("year", "nth", "ordinal", "units", "teens", "tens", "event", "relative", "fiscal", "season"))
"""Tokens that a figure and a blank before them make no value with."""
_SPELT = frozenset(("units", "teens", "tens", "hundreds", "scales"))
_REACH = 20
"""How far from a figure another token may still belong to it."""
_LONG = 2048
_MOST = 16384
_AT_ONCE = 4096
"""Lines searched for tokens in one go."""
_FINE = Decimal("0.01")
_FLOORS = frozenset(("more_than", "at_least"))
_CEILINGS = frozenset(("less_than", "up_to"))
_BOTH = frozenset((" and ", " but ", ", but ", " and yet "))
_NAMING = LABEL | CLOCK
_DATING = DATING | ERA
_YEARLY = UNIT | LETTERS | CURRENCY | SIGN | CIRCA | DATING | ERA | OPEN | BOUND | TIMES


def find(plain: str, text: str, *, explain: bool, fiscal: str | None) -> list[Mention]:
    """The mentions of folded ``plain``, their text cut from ``text``, which has the same length."""
    known_country(fiscal)
    clear = Clear(plain)
    original = cleared(text) if clear.shifted else text
    found: list[Mention] = []
    for at, line, drafts in _read(lines(clear.text, original), fiscal):
        told = Reading(line, scan([line])[0], fiscal) if explain else None
        by = clear.shift(at, at + len(line))
        for draft in drafts:
            if by is not None:
                start, end = draft.start + at + by, draft.end + at + by
            else:
                start, end = clear.start(draft.start + at), clear.end(draft.end + at)
            found.append(draft.mention(text, start, end, () if told is None else steps(told, draft)))
    return found


def _read(parted: Iterator[str], fiscal: str | None) -> Iterator[tuple[int, str, Sequence[Draft]]]:
    """Each line that states something, where it starts and what it states. Documents that copy each other share
    lines, which are read once."""
    known = _remembered(fiscal)
    at = 0
    while batch := list(islice(parted, _AT_ONCE)):
        read = {line: known.get(line) for line in batch}
        new = [line for line, drafts in read.items() if drafts is None]
        for line, tokens in zip(new, scan(new), strict=True):
            if tokens:
                read[line] = drafts = _line(Reading(line, tokens, fiscal))
                if len(line) <= _LONG:
                    known[line] = drafts
        if len(known) > _MOST:
            known.clear()
        starts = list(accumulate(map(len, batch), initial=at))
        for line, start in zip(batch, starts, strict=False):
            stated = read[line]
            if stated:
                yield start, line, stated
        at = starts[-1]


@cache
def _remembered(fiscal: str | None) -> dict[str, Sequence[Draft]]:
    """Lines that were read, none of them long, by the calendar of fiscal years."""
    return {}


def _line(reading: Reading) -> list[Draft]:
    tokens = reading.tokens
    found: list[Draft] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if token.kind in FIGURES:
            flags = beside(reading, token.start, token.end)
            if flags & _NAMING or token.place < _FINE:
                behind = noise.behind_name(reading, i)
                if behind > i:
                    i = behind
                    continue
            draft = _figure(reading, i, token, flags)
        else:
            draft = _word(reading, i, token)
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
        floor.kind == "date"
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
    gap = reading.gap(i)
    if flags & MARKED and (flags & TIMES or reading.near(i + 1, _REACH) is not None):
        flags |= DATING | SIGN
    alone = gap not in JOINTS or (gap == " " and reading.tokens[i + 1].kind in _APART)
    date = None
    if token.kind == "year":
        if alone and not flags & _YEARLY:
            return _year(reading, i, token, flags)
        date = date_ranges.read(reading, i)
    elif token.kind == "int" and (flags & _DATING or (not alone and _opens_date(reading, i, gap))):
        date = date_ranges.read(reading, i)
    if date is not None:
        return date
    if not alone:
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
    draft = money.signed(reading, i, found) if flags & CURRENCY and found.start else None
    if draft is None and (flags & UNIT or found.end > reading.tokens[i].end):
        for read in following.readers(reading, found.end):
            draft = read(reading, i, found)
            if draft is not None:
                break
    if draft is None and flags & TIMES:
        draft = ratios.ratio(reading, i, found) or ratios.multiple(reading, i, found)
    if draft is None and flags & AGE:
        draft = durations.age(reading, i, found)
    if draft is None:
        draft = counts.read(reading, i, found)
    if draft is not None and draft.kind != "date":
        token = reading.tokens[i]
        ahead, behind = flags & MODIFIER or draft.start < token.start, flags & BOUND or draft.end > token.end
        if ahead or behind:
            draft.modify(reading, ahead=bool(ahead), behind=bool(behind))
    return draft


def _year(reading: Reading, i: int, token: Token, flags: int) -> Draft | None:
    """Four digits with nothing beside them that any reader has a use for: a year, a count or a number."""
    value = int(token.text)
    if not year_or_number.is_year(reading, token.start, token.end, value, i + 1):
        draft = counts.read(reading, i, Quantity.of(token, i))
        if draft is not None and flags & MODIFIER:
            draft.modify(reading)
        return draft
    period = periods.year(value)
    date = Draft("date", token.start, token.end, period.first, period.last, i + 1)
    date.edtf, date.resolution = period.edtf, "year"
    return date


def _word(reading: Reading, i: int, token: Token) -> Draft | None:
    """The value that a word opens."""
    kind = token.kind
    if kind in _DATED:
        return date_ranges.read(reading, i)
    if kind == "ordinal" and not ordinals.is_used(reading, token):
        return None
    if kind == "multiple":
        return ratios.worded(i, token)
    if kind == "relative":
        return Draft.floating(token.start, token.end, i + 1)
    if kind in ("articled time", "part of time"):
        return durations.articled(reading, i)
    if kind == "quantified time":
        return durations.quantified(reading, i)
    date = date_ranges.read(reading, i) if kind in _DATABLE else None
    if date is not None:
        return date
    if kind == "nth":
        return ordinals.read(reading, i)
    if kind in _SPELT and token.text[0].isupper() and noise.is_title(reading, i):
        return None
    found = ranged(reading, i)
    if found is None and kind == "ordinal":
        return ordinals.read(reading, i)
    return _number(reading, i, found)
