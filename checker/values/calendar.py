"""Calendar arithmetic: the first and last day and the EDTF string of a day, month, year, decade and their parts."""

from __future__ import annotations

from calendar import monthrange
from typing import NamedTuple

from checker.language.language import derived_up_to, table
from checker.model.value import YEARLESS, Calendar
from checker.values.lexicon import words_of


class Period(NamedTuple):
    """A stretch of days: ``first`` and ``last`` as ISO days, None where the text leaves the year open."""

    first: str | None
    last: str | None
    edtf: str
    resolution: str
    calendar: Calendar | None = None
    year: int = 0
    """The year it was written with, for a range's other end."""
    named: bool = False
    """Known by a name, as an event is."""


def _year_text(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def century_of(value: int) -> int:
    """The year of two digits: '98 is 1998, '12 is 2012."""
    return value + (2000 if value < 30 else 1900)


@derived_up_to(8192)
def year(value: int) -> Period:
    """A calendar year; years before 1 are counted astronomically (1 BC is 0)."""
    text = _year_text(value)
    return Period(f"{text}-01-01", f"{text}-12-31", text, "year", None, value)


@derived_up_to(8192)
def month(value: int, number: int) -> Period:
    """A month of a year."""
    text = f"{_year_text(value)}-{number:02d}"
    return Period(f"{text}-01", f"{text}-{_length(value, number):02d}", text, "month", None, value)


def _length(value: int, number: int) -> int:
    return monthrange(value if value > 0 else 2000 + value % 400, number)[1]


@derived_up_to(8192)
def day(value: int, number: int, of_month: int) -> Period | None:
    """A day; None where the calendar has no such day."""
    if not 1 <= number <= 12 or not 1 <= of_month <= _length(value, number):
        return None
    text = f"{_year_text(value)}-{number:02d}-{of_month:02d}"
    return Period(text, text, text, "day", None, value)


def yearless(number: int, of_month: int | None) -> Period | None:
    """A month or a day whose year the text leaves open."""
    if of_month is None:
        return Period(None, None, f"{YEARLESS}-{number:02d}", "month")
    if day(2000, number, of_month) is None:
        return None
    return Period(None, None, f"{YEARLESS}-{number:02d}-{of_month:02d}", "day")


@derived_up_to(1024)
def decade(start: int) -> Period:
    """Ten years from a year that ends in 0."""
    text = _year_text(start)
    return Period(f"{text}-01-01", f"{_year_text(start + 9)}-12-31", text[:-1] + "X", "decade", None, start)


@derived_up_to(256)
def century(number: int, *, before_christ: bool = False) -> Period:
    """A century by its ordinal, as people count: the 20th is 1900 to 1999."""
    start = -number * 100 + 1 if before_christ else (number - 1) * 100
    text = _year_text(start)
    edtf = f"{number - 1:02d}XX" if not before_christ else f"{text}/{_year_text(start + 99)}"
    first = max(start, 1) if not before_christ else start
    return Period(f"{_year_text(first)}-01-01", f"{_year_text(start + 99)}-12-31", edtf, "century", None, start)


def months(value: int, first: int, last: int, resolution: str) -> Period:
    """From a month to a month; into the next year where the last is the smaller."""
    end_year = value + (last < first)
    head, tail = month(value, first), month(end_year, last)
    return Period(head.first, tail.last, f"{head.edtf}/{tail.edtf}", resolution, None, value)


def months_of(period: Period, offset: int, count: int, resolution: str) -> Period:
    """Some months of a longer period, counted from its first."""
    assert period.first is not None
    value, _, rest = period.first.rpartition("-")[0].rpartition("-")
    first = int(value) * 12 + int(rest) - 1 + offset
    head, tail = month(first // 12, first % 12 + 1), month((first + count - 1) // 12, (first + count - 1) % 12 + 1)
    return Period(head.first, tail.last, f"{head.edtf}/{tail.edtf}", resolution, period.calendar, period.year)


def months_until(period: Period, count: int) -> Period:
    """So many months, up to the last day of a period."""
    assert period.last is not None
    value, number, of_month = (int(part) for part in period.last.split("-"))
    start = value * 12 + number - 1 - count
    head = month(start // 12, start % 12 + 1)
    assert head.last is not None
    if of_month == _length(value, number) or of_month >= int(head.last[-2:]):
        first = month((start + 1) // 12, (start + 1) % 12 + 1).first
    else:
        first = f"{head.last[:-2]}{of_month + 1:02d}"
    return Period(first, period.last, f"{first}/{period.last}", "month", None, value)


def quarter(value: int, number: int) -> Period:
    """A calendar quarter."""
    return months(value, 3 * number - 2, 3 * number, "quarter")._replace(edtf=f"{_year_text(value)}-{32 + number}")


def half(value: int, number: int) -> Period:
    """A half of a calendar year."""
    return months(value, 6 * number - 5, 6 * number, "half")._replace(edtf=f"{_year_text(value)}-{39 + number}")


def season(value: int, first: int, last: int) -> Period:
    """A northern season by its months."""
    code = 20 + (first % 12 // 3 or 4)
    return months(value, first, last, "season")._replace(edtf=f"{_year_text(value)}-{code}")


@derived_up_to(1024)
def part(period: Period, name: str) -> Period | None:
    """The early, middle or late part of a month, a year, a decade or a century."""
    parts = words_of("calendar")["parts"]
    assert isinstance(parts, dict)
    facts = parts[name]
    start = period.year
    if period.resolution in ("decade", "century"):
        first, last = (int(n) for n in facts["ten" if period.resolution == "decade" else "hundred"])
        head, tail = year(start + first), year(start + last)
        return Period(head.first, tail.last, f"{head.edtf}/{tail.edtf}", period.resolution, None, start)
    if period.resolution == "year" and period.calendar is None:
        first, last = (int(n) + 1 for n in facts["twelve"])
        return months(start, first, last, "year")
    if period.resolution == "month" and period.first is not None and period.last is not None:
        last_of_month = int(period.last[-2:])
        first_day, last_day = (f"{period.first[:-2]}{min(int(n), last_of_month):02d}" for n in facts["days"])
        return Period(first_day, last_day, f"{first_day}/{last_day}", "month", None, start)
    return None


def known_country(country: str | None) -> None:
    """Raise ValueError for what is neither a country whose fiscal calendar a table has nor the number of a month."""
    if country is not None and country not in table("values/fiscal") and not _is_month(country):
        raise ValueError(f"no fiscal calendar for {country!r}; known: {', '.join(table('values/fiscal'))}")


def _is_month(number: str) -> bool:
    return number.isdecimal() and 1 <= int(number) <= 12


def _fiscal_calendar(country: str) -> tuple[int, bool]:
    """The first month of the fiscal year, by country or by its number, and whether the year is named for its end."""
    if _is_month(country):
        return int(country), True
    facts = table("values/fiscal")[country]
    return int(facts["first_month"]), facts["named"] == "end"


@derived_up_to(1024)
def fiscal(value: int, country: str | None) -> Period:
    """A fiscal year by the country's calendar, or one that begins in the month of that number: the year 1999 of the
    United States starts in October 1998; without either its days are unknown."""
    if country is None:
        return Period(None, None, f"{value:04d}", "year", "fiscal", value)
    first, ends = _fiscal_calendar(country)
    start = value - 1 if ends and first > 1 else value
    head = month(start, first)
    tail = month(start, 12) if first == 1 else month(start + 1, first - 1)
    return Period(head.first, tail.last, f"{head.edtf}/{tail.edtf}", "year", "fiscal", value)


def fiscal_from(start: int, country: str | None) -> Period:
    """The fiscal year that runs from one calendar year into the next: 2019-20."""
    return fiscal(start + (country is None or _fiscal_calendar(country)[1]), country)


def academic(start: int) -> Period:
    """An academic year that begins in the autumn of ``start``."""
    head, tail = month(start, 9), month(start + 1, 8)
    return Period(head.first, tail.last, f"{head.edtf}/{tail.edtf}", "year", "academic", start)


def span(head: Period, tail: Period) -> Period | None:
    """From the first day of one period to the last of another; None where the second starts earlier."""
    if head.first is None or tail.last is None or _key(head.first) > _key(tail.first or tail.last):
        return None
    calendar = head.calendar if head.calendar == tail.calendar else None
    coarse = max((head.resolution, tail.resolution), key=_RESOLUTIONS.index)
    return Period(
        head.first,
        tail.last,
        f"{head.edtf.partition('/')[0]}/{tail.edtf.rpartition('/')[2]}",
        coarse,
        calendar,
        head.year,
    )


_RESOLUTIONS = ["day", "month", "season", "quarter", "half", "year", "decade", "century"]


def _key(iso: str) -> tuple[int, str]:
    sign = -1 if iso.startswith("-") else 1
    value, _, rest = iso.lstrip("-").partition("-")
    return sign * int(value), rest
