"""Days and months in every common order: March 5, 1947; 5th of March 1947; 1947-03-05; 3/5/1947; March 1947."""

from __future__ import annotations

from checker.language.language import word_set
from checker.values import calendar, counted_noun, unit_dispatch
from checker.values.calendar import Period
from checker.values.cursor import Reading
from checker.values.date_draft import Dated, at, is_day, joint, year_at
from checker.values.lexicon import listed
from checker.values.token import PLAIN, Token

_DAY_GAPS = word_set("values/joints", "day_month")
_MONTH_GAPS = word_set("values/joints", "month_day")
_MARKS = ("-", "/", ".")
_NO_YEAR = frozenset(":-/%+\u2013")


def _ordinal(reading: Reading, i: int) -> tuple[int, int] | None:
    """A day at token ``i``, twenty-second too, and the index behind it."""
    token = at(reading, i)
    if token is None:
        return None
    if token.kind == "tens":
        following = reading.near(i + 1, 1)
        if following is not None and following.kind == "ordinal" and following.value < 10:
            return int(token.value + following.value), i + 2
        return None
    return (int(token.value), i + 1) if is_day(token) else None


def month_first(reading: Reading, i: int) -> Dated | None:
    """The date that a month's name opens."""
    token = reading.tokens[i]
    number, start = int(token.value), token.start
    gap = joint(reading, i)
    if gap is None:
        return None
    lower = token.text.islower() and token.text in listed("calendar", "ambiguous")
    year = year_at(reading, i + 1)
    if year is not None and not (lower and gap == "in"):
        value, j = year
        day = at(reading, j)
        if gap == "-" and day is not None and is_day(day) and joint(reading, j - 1) == "-":
            exact = calendar.day(value, number, int(day.value))
            if exact is not None:
                return Dated(exact, start, day.end, j + 1)
        return Dated(calendar.month(value, number), start, reading.tokens[j - 1].end, j)
    pair = _ordinal(reading, i + 1) if gap in _DAY_GAPS else None
    if pair is None:
        return None
    of_month, j = pair
    year = year_at(reading, j)
    if year is not None:
        exact = calendar.day(year[0], number, of_month)
        return None if exact is None else Dated(exact, start, reading.tokens[year[1] - 1].end, year[1])
    last = reading.tokens[j - 1]
    late = _behind_time(reading, j)
    if late is not None:
        exact = calendar.day(late[0], number, of_month)
        return None if exact is None else Dated(exact, start, reading.tokens[late[1] - 1].end, late[1])
    if "," in gap or _is_amount(reading, token, last):
        return None
    return _open(start, last.end, j, number, of_month)


def _behind_time(reading: Reading, j: int) -> tuple[int, int] | None:
    """The year behind a time of day, and the index behind it, as machines write a date: Oct 26 15:50:06 UTC 2016."""
    clock, year = reading.near(j, 1), at(reading, j + 1)
    if clock is None or clock.kind != "clock" or year is None or year.kind != "year":
        return None
    zone = reading.text[clock.end : year.start].strip()
    return (int(year.text), j + 2) if len(zone) < 6 and (not zone or zone.isupper()) else None


def _open(start: int, end: int, j: int, number: int, of_month: int) -> Dated | None:
    period = calendar.yearless(number, of_month)
    return None if period is None else Dated(period, start, end, j, month=number, day=of_month)


def _is_amount(reading: Reading, month: Token, day: Token) -> bool:
    """Whether what looks like a month and a day is a verb and a number: may 10 percent, march 20 miles."""
    if day.kind != "int":
        return False
    text, end = reading.text, day.end
    if month.text.islower() or (month.text.lower() == "mar" and text[month.end : month.end + 1] != "."):
        return True
    following = text[end : end + 1]
    if reading.word_before(month.start)[0] == "in" and text[end + 1 : end + 2].islower():
        noun = counted_noun.after(reading, end)
        if noun is not None and noun.phrase.rpartition(" ")[2] not in listed("noise", "dated"):
            return True
    if following == "/" and text[end + 1 : end + 3].rstrip(" ,.;)\n") == str(int(day.value) + 1):
        return False
    if following in ("%", ":", "/") or (following == "," and text[end + 1 : end + 2].isdecimal()):
        return True
    return following == " " and reading.word_after(end)[0].lower() in listed("calendar", "amounts")


def day_first(reading: Reading, i: int) -> Dated | None:
    """5 March 1947; 5th of March, 1947; the fifth day of March."""
    pair = _ordinal(reading, i)
    if pair is None:
        return None
    of_month, j = pair
    month, gap = at(reading, j), joint(reading, j - 1)
    if month is None or month.kind != "month" or gap not in _MONTH_GAPS:
        return None
    first = reading.tokens[i]
    if gap == "," and first.kind == "int":
        return None
    number = int(month.value)
    year = year_at(reading, j + 1)
    if year is not None:
        exact = calendar.day(year[0], number, of_month)
        return None if exact is None else Dated(exact, first.start, reading.tokens[year[1] - 1].end, year[1])
    if month.text.islower() and month.text in listed("calendar", "ambiguous") and gap != "of":
        return None
    short = _short_year(reading, j) if gap != "-" else None
    if short is not None:
        exact = calendar.day(short, number, of_month)
        return None if exact is None else Dated(exact, first.start, reading.tokens[j + 1].end, j + 2)
    last = reading.near(j + 1, 1)
    if gap == "-" and last is not None and last.kind == "int" and len(last.text) == 2 and reading.gap(j) == "-":
        exact = calendar.day(calendar.century_of(int(last.text)), number, of_month)
        return None if exact is None else Dated(exact, first.start, last.end, j + 2)
    abbreviated = month.text.lower() in listed("calendar", "abbreviated")
    end = month.end + (abbreviated and reading.text.startswith(".", month.end))
    return _open(first.start, end, j + 1, number, of_month)


def _short_year(reading: Reading, j: int) -> int | None:
    """The year of two figures behind the month at token ``j``, where they count nothing: 20th June 24."""
    last = reading.near(j + 1, 1)
    if last is None or last.kind != "int" or len(last.text) != 2 or reading.gap(j) != " ":
        return None
    behind = reading.text[last.end : last.end + 2]
    if behind[:1] in _NO_YEAR or (behind[:1] in (".", ",") and behind[1:].isdecimal()):
        return None
    return calendar.century_of(int(last.text)) if _counts_nothing(reading, last.end) else None


def numeric(reading: Reading, i: int) -> Dated | None:
    """10/1/2018, 21-04-2016, 11/2016: month first where both readings are possible, day first between points;
    23-2020-September."""
    second = reading.near(i + 1)
    if second is None or second.kind not in PLAIN:
        return None
    first, mark = reading.tokens[i], reading.gap(i).strip()
    if mark not in _MARKS or reading.text[first.start - 1 : first.start] in ("/", "$"):
        return None
    if second.kind == "year":
        third = reading.near(i + 2, 1)
        if mark == "-" and third is not None and third.kind == "month" and reading.gap(i + 1) == "-":
            exact = calendar.day(int(second.text), int(third.value), int(first.value))
            return None if exact is None else Dated(exact, first.start, third.end, i + 3)
        if mark == "." or not (1 <= first.value <= 12 and _recent(second)) or reading.text.startswith("/", second.end):
            return None
        return Dated(calendar.month(int(second.text), int(first.value)), first.start, second.end, i + 2)
    third = reading.near(i + 2)
    if third is None or third.kind != "year" or reading.gap(i + 1).strip() != mark or not _recent(third):
        return None
    value, a, b = int(third.text), int(first.value), int(second.value)
    if mark == ".":
        a, b = b, a
    exact = calendar.day(value, a, b) or calendar.day(value, b, a)
    return None if exact is None else Dated(exact, first.start, third.end, i + 3)


def _recent(year: Token) -> bool:
    return 1500 <= year.value <= 2199


def year_first(reading: Reading, i: int) -> Dated | None:
    """1947-03-05, 1947/03, 1947 March 5, 1947 Q1."""
    second = reading.near(i + 1)
    if second is None:
        return None
    year, gap = reading.tokens[i], reading.gap(i)
    mark, value = gap.strip(), int(year.text)
    third = reading.near(i + 2)
    if mark == "-" and reading.gap(i + 1).strip() in ("", "of") and _opens_date(second, third):
        return None
    if second.kind == "int" and mark in _MARKS and len(second.text) <= 2 and 1 <= second.value <= 12:
        if third is not None and third.kind == "int" and len(third.text) <= 2 and reading.gap(i + 1).strip() == mark:
            exact = calendar.day(value, int(second.value), int(third.value))
            return None if exact is None else Dated(exact, year.start, third.end, i + 3)
        as_month = (len(second.text) == 2 and value % 100 >= second.value) or " " in gap
        if mark != "." and as_month:
            return Dated(calendar.month(value, int(second.value)), year.start, second.end, i + 2)
        return None
    if second.kind == "month" and mark in ("", "-", "/") and "\n" not in gap and (mark or _is_named(second)):
        number = int(second.value)
        if third is not None and is_day(third) and reading.gap(i + 1).strip() in ("", "-", "/"):
            exact = calendar.day(value, number, int(third.value))
            if (
                exact is not None
                and (mark or third.kind == "nth" or _counts_nothing(reading, third.end))
                and "\n" not in reading.gap(i + 1)
            ):
                return Dated(exact, year.start, third.end, i + 3)
        return Dated(calendar.month(value, number), year.start, second.end, i + 2)
    if second.kind == "int" and gap == " " and third is not None:
        exact = _spaced(reading, i)
        if exact is not None:
            return Dated(exact, year.start, third.end, i + 3)
    if second.kind in ("quarter", "half") and mark in ("", "-"):
        maker = calendar.quarter if second.kind == "quarter" else calendar.half
        return Dated(maker(value, int(second.value)), year.start, second.end, i + 2)
    return None


def _opens_date(second: Token, third: Token | None) -> bool:
    """Whether what a dash parts from a year is the day or month of another date: 1684 - 2 December 1716."""
    if third is None:
        return False
    return (is_day(second) and third.kind == "month") or (second.kind == "month" and third.kind == "year")


def _is_named(month: Token) -> bool:
    """Whether a month's name can be nothing else: 2017 April, 2017 april."""
    return month.text[0].isupper() or month.text not in listed("calendar", "ambiguous")


def _counts_nothing(reading: Reading, end: int) -> bool:
    """Whether neither a unit nor a noun follows a figure."""
    return not unit_dispatch.readers(reading, end) and counted_noun.after(reading, end) is None


def _spaced(reading: Reading, i: int) -> Period | None:
    """2016 10 16, where nothing shows that the three are numbers of their own."""
    year, month, day = reading.tokens[i : i + 3]
    if len(month.text) != 2 or len(day.text) != 2 or day.kind != "int" or reading.gap(i + 1) != " ":
        return None
    before, behind = reading.text[: year.start].rstrip(" ")[-1:], reading.text[day.end :].lstrip(" ")[:1]
    if before.isdecimal() or behind.isdecimal() or (behind and behind in "%°$€£/-"):
        return None
    if not _counts_nothing(reading, day.end):
        return None
    return calendar.day(int(year.text), int(month.value), int(day.value))
