"""Dates in context: single dates with their bounds, ranges, and dates that leave to the next what they do not say."""

from __future__ import annotations

from checker.language.language import word_set
from checker.values import (
    calendar,
    date_bounds,
    date_ranges,
    dates,
    elliptical_dates,
    fiscal_years,
    subperiods,
    year_or_number,
)
from checker.values.cursor import Reading
from checker.values.date_draft import Dated
from checker.values.lexicon import listed
from checker.values.mention_draft import Draft
from checker.values.token import FIGURES

_REACH = 20
_FIRST = word_set("values/particles", "first_of")
_LAST = word_set("values/particles", "last_of")
_ENDED = word_set("values/joints", "period_ended")
_AMOUNTS = word_set("values/joints", "periods")


def read(reading: Reading, i: int) -> Draft | None:
    """The date or range of dates that starts at token ``i``."""
    found = dates.read(reading, i)
    if found is None:
        return elliptical_dates.read(reading, i)
    tokens, j = reading.tokens, found.next
    if j < len(tokens) and tokens[j].start - found.end <= _REACH:
        if found.bare and _opens_amounts(reading, found, j):
            return None
        draft = date_ranges.read(reading, found, j)
        if draft is not None:
            return draft
    if found.bare and not year_or_number.is_year(reading, found.start, found.end, found.period.year, found.next):
        return None
    if found.day:
        found.period = elliptical_dates.same_year(reading, found) or found.period
    return date_bounds.read(reading, found)


def listed_fiscal(reading: Reading, i: int) -> Draft | None:
    """The year at token ``i`` where it is one of several fiscal years."""
    found = fiscal_years.listed(reading, i)
    if found is None or not year_or_number.is_year(reading, found.start, found.end, found.period.year, found.next):
        return None
    return date_bounds.read(reading, found)


def months_of(reading: Reading, stated: Draft) -> Draft | None:
    """The date that a number of months is where they are some of a year's: the first three months of 2010."""
    side = reading.text[stated.start : stated.end].partition(" ")[0].lower()
    low = stated.low
    if (side not in _FIRST and side not in _LAST) or low is None or low != stated.high or not low.isdecimal():
        return None
    found = subperiods.months_of(reading, stated.next, int(low), stated.start, first=side in _FIRST)
    return None if found is None else date_bounds.read(reading, found)


def months_until(reading: Reading, stated: Draft) -> Draft | None:
    """The stretch of months that a date ends: the three months ended June 30, 2019, the three months of 2019 ended."""
    low, ahead = stated.low, stated.end
    token = reading.near(stated.next, 14)
    behind = stated.next
    if token is not None and token.kind == "year" and reading.text[ahead : token.start] == " of ":
        behind, ahead = behind + 1, token.end
        token = reading.near(behind, 14)
    other = None if token is None else dates.read(reading, behind)
    if other is None or low is None or low != stated.high or not low.isdecimal() or not 0 < int(low) < 100:
        return None
    if reading.text[ahead : other.start] not in _ENDED or other.period.resolution not in ("day", "month"):
        return None
    if other.period.last is None:
        return None
    period = calendar.months_until(other.period, int(low))
    return date_bounds.read(reading, Dated(period, stated.start, other.end, other.next))


def _opens_amounts(reading: Reading, found: Dated, j: int) -> bool:
    """Whether four digits are the first of two amounts, since the second is no year: 2000-3000 people."""
    token = reading.tokens[j]
    if token.kind not in FIGURES or token.value <= 2199 or reading.text[found.end : token.start] not in _AMOUNTS:
        return False
    return reading.word_before(found.start)[0] not in listed("noise", "year_cues")
