"""Single dates: days, months, years, decades, centuries, quarters, seasons and fiscal years, as written."""

from __future__ import annotations

from dataclasses import dataclass

from checker.values import periods
from checker.values.lexicon import listed, mapped, seeds
from checker.values.numerals import quantity
from checker.values.periods import Period
from checker.values.reading import Reading
from checker.values.tokens import Token, event

_DAY_GAPS = frozenset(("", ".", ",", "-", "/", "the", "of", ". the"))
_YEAR_GAPS = frozenset(("", ",", "of", "-", "/", ", of", "in", ".", "'", "of the year", ", in", "the year"))
_ORDINALS = ("nth", "ordinal")


@dataclass(slots=True)
class Dated:
    """A date with its place; ``bare`` where it is four digits that nothing else marks as a year."""

    period: Period
    start: int
    end: int
    next: int
    bare: bool = False
    short: bool = False
    """Lacks a year that a range's other end may give."""
    month: int = 0
    day: int = 0


def read(reading: Reading, i: int) -> Dated | None:
    """The date that starts at token ``i``, taken by itself."""
    token = reading.tokens[i]
    kind = token.kind
    found: Dated | None
    if kind == "month":
        found = _month_first(reading, i)
    elif kind == "num":
        found = _figure_first(reading, i)
    elif kind in _ORDINALS:
        found = _day_first(reading, i) or _numbered(reading, i)
    elif kind in ("decade", "decade word"):
        found = _decade(reading, i)
    elif kind in ("quarter", "half"):
        found = _quarter(reading, i)
    elif kind == "season":
        found = _season(reading, i)
    elif kind in ("fiscal", "academic"):
        found = _fiscal(reading, i)
    elif kind == "event":
        first, last = event(token.text)
        edtf = first if first == last else f"{first}/{last}"
        found = Dated(Period(first, last, edtf, "day" if first == last else "year", None, int(first[:4]), True), token.start, token.end, i + 1)
    elif kind in ("units", "teens", "tens"):
        found = _year_in_words(reading, i)
    else:
        found = None
    if found is not None and kind not in ("fiscal", "event"):
        _era(reading, found)
        _part(reading, found)
    return found


def _at(reading: Reading, i: int) -> Token | None:
    return reading.tokens[i] if i < len(reading.tokens) else None


def _gap(reading: Reading, i: int) -> str | None:
    """What joins token ``i`` to the next, without blanks; None where that is a line's end or far away."""
    gap = reading.gap(i)
    return None if "\n" in gap or len(gap) > 14 else gap.strip().lower()


def _is_day(token: Token | None) -> bool:
    if token is None or token.places:
        return False
    if token.kind == "num" and not (token.is_plain and len(token.text) <= 2):
        return False
    return (token.kind in ("num", "nth") or token.kind == "ordinal") and 1 <= token.value <= 31


def _short_year(reading: Reading, token: Token | None) -> int | None:
    """The year of '98, by the century that leaves it in the past of most documents."""
    if token is None or not token.is_plain or len(token.text) != 2 or reading.text[token.start - 1] != "'":
        return None
    return _century_of(int(token.text))


def _century_of(value: int) -> int:
    return value + (2000 if value < 40 else 1900)


def _year_at(reading: Reading, i: int, gaps: frozenset[str] = _YEAR_GAPS) -> tuple[int, int] | None:
    """The year at token ``i`` behind token ``i - 1``, and the index behind it."""
    token, gap = _at(reading, i), _gap(reading, i - 1)
    if token is None or gap is None or gap not in gaps:
        return None
    if token.is_year and _year_like(token) and not _decimal_follows(reading, token):
        return int(token.text), i + 1
    short = _short_year(reading, token)
    return None if short is None else (short, i + 1)


def _decimal_follows(reading: Reading, token: Token) -> bool:
    return reading.text[token.end : token.end + 1] == "%" or reading.text[token.start - 1 : token.start] in ("$", "£", "€")


def _year_like(token: Token) -> bool:
    return 1000 <= token.value <= 2999


def _is_month_name(reading: Reading, token: Token, *, dated: bool) -> bool:
    word = token.text
    if word[0].isupper():
        return word.lower() not in listed("calendar", "ambiguous") or dated
    return dated


def _ordinal_pair(reading: Reading, i: int) -> tuple[int, int] | None:
    """A day in words, twenty-second, and the index behind it."""
    token = _at(reading, i)
    if token is None:
        return None
    if token.kind == "tens" and reading.gap(i) in ("-", " "):
        following = _at(reading, i + 1)
        if following is not None and following.kind == "ordinal" and following.value < 10:
            return int(token.value + following.value), i + 2
        return None
    return (int(token.value), i + 1) if _is_day(token) else None


def _month_first(reading: Reading, i: int) -> Dated | None:
    """March 5, 1947; March 5th; March 1947; March 5."""
    token = reading.tokens[i]
    number = int(token.value)
    start = token.start
    if reading.text[start - 1 : start].isalnum() and start:
        return None
    gap = _gap(reading, i)
    if gap is None:
        return None
    year = _year_at(reading, i + 1)
    if year is not None and not (token.text.islower() and token.text in ("may", "march") and gap == "in"):
        after = _at(reading, year[1])
        if gap == "-" and after is not None and _is_day(after) and _gap(reading, year[1] - 1) == "-":
            exact = periods.day(year[0], number, int(after.value))
            if exact is not None:
                return Dated(exact, start, after.end, year[1] + 1)
        return Dated(periods.month(year[0], number), start, reading.tokens[year[1] - 1].end, year[1])
    if gap not in _DAY_GAPS:
        return None
    pair = _ordinal_pair(reading, i + 1)
    if pair is None:
        return None
    of_month, j = pair
    last = reading.tokens[j - 1]
    year = _year_at(reading, j)
    if year is not None:
        exact = periods.day(year[0], number, of_month)
        if exact is None:
            return None
        return Dated(exact, start, reading.tokens[year[1] - 1].end, year[1])
    return _without_year(reading, token, start, last.end, j, number, of_month, last)


def _without_year(
    reading: Reading, token: Token, start: int, end: int, j: int, number: int, of_month: int, day: Token
) -> Dated | None:
    text = reading.text
    if not token.text[0].isupper() and day.kind == "num" or token.text.lower() in ("mar", "jan", "sec") and day.kind == "num" and text[token.end : token.end + 1] != ".":
        return None
    following = text[end : end + 1]
    if following == "%" or following == "," and text[end + 1 : end + 2].isdigit() or following == ":":
        return None
    word, _, _ = reading.word_after(end)
    if day.kind == "num" and (word.lower() in ("percent", "per", "million", "billion", "thousand") or following in ("/",)):
        return None
    open_day = periods.yearless(number, of_month)
    return None if open_day is None else Dated(open_day, start, end, j, short=True, month=number, day=of_month)


def _day_first(reading: Reading, i: int) -> Dated | None:
    """5 March 1947; 5th of March, 1947; the fifth day of March."""
    pair = _ordinal_pair(reading, i)
    if pair is None:
        return None
    of_month, j = pair
    token, gap = _at(reading, j), _gap(reading, j - 1)
    if token is None or token.kind != "month" or gap not in ("", "of", "-", "/", ".", "day of", ","):
        return None
    if gap == "," and reading.tokens[i].kind == "num":
        return None
    number = int(token.value)
    start = reading.tokens[i].start
    year = _year_at(reading, j + 1)
    if year is not None:
        exact = periods.day(year[0], number, of_month)
        return None if exact is None else Dated(exact, start, reading.tokens[year[1] - 1].end, year[1])
    if token.text.islower() and token.text in ("may", "march", "mar", "sec") and gap != "of":
        return None
    open_day = periods.yearless(number, of_month)
    end = token.end + (reading.text[token.end : token.end + 1] == "." and len(token.text) < 5)
    return None if open_day is None else Dated(open_day, start, end, j + 1, short=True, month=number, day=of_month)


def _figure_first(reading: Reading, i: int) -> Dated | None:
    token = reading.tokens[i]
    if token.places or not token.is_plain:
        return None
    if token.is_year:
        return _year_first(reading, i)
    if len(token.text) <= 2:
        return _numeric(reading, i) or _day_first(reading, i) or _small_first(reading, i)
    return _small_era(reading, i)


def _small_first(reading: Reading, i: int) -> Dated | None:
    short = _short_year(reading, reading.tokens[i])
    token = reading.tokens[i]
    if short is not None and reading.text[token.end : token.end + 1] != "'":
        word, _ = reading.word_before(token.start - 1)
        if word in listed("noise", "year_cues"):
            return Dated(periods.year(short), token.start - 1, token.end, i + 1)
    return _small_era(reading, i)


def _small_era(reading: Reading, i: int) -> Dated | None:
    """AD 79, 44 BC."""
    token, text = reading.tokens[i], reading.text
    word, at = reading.word_before(token.start)
    if word in listed("calendar", "era_after") and text[at].isupper() and 0 < token.value < 2100:
        return Dated(periods.year(int(token.value)), at, token.end, i + 1)
    after, _, end = reading.word_after(token.end)
    low = after.lower()
    whole = text[end - len(after) : end + 1].lower()
    if low in listed("calendar", "era_before") or whole in listed("calendar", "era_before"):
        if after.isupper() or "." in after:
            return Dated(periods.year(1 - int(token.value)), token.start, end, i + 1) if token.value else None
    if (low in listed("calendar", "era_after") and after.isupper()) and 0 < token.value < 2100:
        return Dated(periods.year(int(token.value)), token.start, end, i + 1)
    return None


def _numeric(reading: Reading, i: int) -> Dated | None:
    """10/1/2018, 21-04-2016, 11/2016."""
    tokens = reading.tokens
    first, gap = tokens[i], reading.gap(i).strip()
    if gap not in ("/", "-", ".") or i + 1 >= len(tokens) or reading.text[first.start - 1 : first.start] in ("/", "$"):
        return None
    second = tokens[i + 1]
    third = _at(reading, i + 2)
    if second.kind == "month" and third is not None:
        return None
    if not second.is_plain:
        return None
    if second.is_year and gap in ("/", "-") and 1 <= first.value <= 12 and 1500 <= second.value <= 2199:
        if reading.text[second.end : second.end + 1] in ("/",) or third is not None and reading.gap(i + 1) == "-" and _is_day(third) and False:
            return None
        return Dated(periods.month(int(second.text), int(first.value)), first.start, second.end, i + 2)
    if third is None or not third.is_plain or reading.gap(i + 1).strip() != gap or len(second.text) > 2:
        if third is not None and third.kind == "month" and second.is_year:
            return None
        return None
    if not third.is_year or not 1500 <= third.value <= 2199:
        if gap == "-" and second.is_plain:
            return None
        return None
    value, a, b = int(third.text), int(first.value), int(second.value)
    exact = periods.day(value, a, b) or periods.day(value, b, a)
    return None if exact is None else Dated(exact, first.start, third.end, i + 3)


def _year_first(reading: Reading, i: int) -> Dated | None:
    """1947-03-05, 1947 March 5, 1947 Q1, 1947."""
    tokens, token = reading.tokens, reading.tokens[i]
    if not _year_like(token):
        return _small_era(reading, i)
    value = int(token.text)
    second, gap = _at(reading, i + 1), reading.gap(i).strip()
    third = _at(reading, i + 2)
    if second is not None and len(reading.gap(i)) <= 3:
        if gap in ("-", "/", ".") and second.is_plain and len(second.text) <= 2 and 1 <= second.value <= 12:
            if third is not None and reading.gap(i + 1).strip() == gap and third.is_plain and len(third.text) <= 2:
                exact = periods.day(value, int(second.value), int(third.value))
                if exact is not None:
                    return Dated(exact, token.start, third.end, i + 3)
                return None
            if gap != "." and len(second.text) == 2 and not _follows_as_short_range(value, second) or gap in ("-", "/") and " " in reading.gap(i):
                return Dated(periods.month(value, int(second.value)), token.start, second.end, i + 2)
        if gap in ("", "-", "/") and second.kind == "month" and (second.text[0].isupper() or gap):
            number = int(second.value)
            if third is not None and _is_day(third) and reading.gap(i + 1).strip() in ("", "-", "/") and "\n" not in reading.gap(i + 1) and not (third.is_year):
                exact = periods.day(value, number, int(third.value))
                if exact is not None and (gap or third.kind == "nth" or _ends_here(reading, third)):
                    return Dated(exact, token.start, third.end, i + 3)
            if gap or _ends_here(reading, second) or True:
                return Dated(periods.month(value, number), token.start, second.end, i + 2)
        if gap in ("", "-") and second.kind in ("quarter", "half"):
            maker = periods.quarter if second.kind == "quarter" else periods.half
            return Dated(maker(value, int(second.value)), token.start, second.end, i + 2)
    era = _small_era(reading, i)
    if era is not None:
        return era
    return Dated(periods.year(value), token.start, token.end, i + 1, bare=True)


def _ends_here(reading: Reading, token: Token) -> bool:
    return not reading.text[token.end : token.end + 2].strip(" .,;:!?)")[:1].isalnum()


def _follows_as_short_range(value: int, second: Token) -> bool:
    """Whether 2009-12 may be a range of years as well as a month: it is one when the second is the later."""
    return value % 100 < int(second.value)


def _decade(reading: Reading, i: int) -> Dated | None:
    token = reading.tokens[i]
    value = int(token.value)
    start = token.start
    if token.kind == "decade word":
        word, at = reading.word_before(start)
        before = reading.tokens[i - 1] if i else None
        if before is not None and before.kind == "teens" and reading.gap(i - 1) in ("-", " ") and before.value in (18, 19):
            return Dated(periods.decade(int(before.value) * 100 + value), before.start, token.end, i + 1)
        if word not in ("the", "early", "mid", "late") and not reading.text[max(0, start - 4) : start].lower() == "mid-":
            return None
        return Dated(periods.decade(_decade_of(value)), start, token.end, i + 1)
    if value < 100:
        marked = reading.text[start - 1 : start] == "'"
        word, _ = reading.word_before(start - marked)
        if not marked and word not in ("the", "early", "mid", "late") and not reading.text[max(0, start - 4) : start].lower() == "mid-":
            return None
        return Dated(periods.decade(_decade_of(value)), start - marked, token.end, i + 1)
    if not 1000 <= value <= 2100:
        return None
    return Dated(periods.decade(value), start, token.end, i + 1)


def _decade_of(value: int) -> int:
    return value + (2000 if value < 20 else 1900)


def _quarter(reading: Reading, i: int) -> Dated | None:
    token = reading.tokens[i]
    year = _year_at(reading, i + 1) or _year_at(reading, i + 1, frozenset(("fy",)))
    if year is None:
        return None
    maker = periods.quarter if token.kind == "quarter" else periods.half
    return Dated(maker(year[0], int(token.value)), token.start, reading.tokens[year[1] - 1].end, year[1])


def _season(reading: Reading, i: int) -> Dated | None:
    token = reading.tokens[i]
    year = _year_at(reading, i + 1, frozenset(("", "of", ",", "-", "in", "term", "semester", "'", "of the year")))
    if year is None:
        return None
    name = token.text.lower()
    end, j = reading.tokens[year[1] - 1].end, year[1]
    second = _at(reading, j)
    if name == "winter" and second is not None and second.is_plain and reading.gap(j - 1) in ("-", "/"):
        if int(second.text[-2:]) == (year[0] + 1) % 100:
            end, j = second.end, j + 1
    first, last = int(token.value), int(token.high or 0)
    return Dated(periods.season(year[0], name, first, last), token.start, end, j)


def _numbered(reading: Reading, i: int) -> Dated | None:
    """The 21st century, the third quarter of 2010, the first half of 1950."""
    token, text = reading.tokens[i], reading.text
    value, end, j = int(token.value), token.end, i + 1
    word, _, stop = reading.word_after(end)
    low = word.lower()
    if low in listed("calendar", "century") and 1 <= value <= 30:
        after, _, after_end = reading.word_after(stop)
        if after.lower() in listed("calendar", "era_before"):
            return Dated(periods.century(value, before_christ=True), token.start, after_end, _index_after(reading, j, after_end))
        return Dated(periods.century(value), token.start, stop, _index_after(reading, j, stop))
    if low in ("quarter", "half") and text[end : end + 1] == " " and 1 <= value <= (4 if low == "quarter" else 2):
        k = _index_after(reading, j, stop)
        following = _at(reading, k)
        if following is None or text[stop : following.start].lower() not in (" of ", " ", ", ", " of the year ", " of fiscal year ", " of the "):
            return None
        if following.is_year and _year_like(following):
            maker = periods.quarter if low == "quarter" else periods.half
            return Dated(maker(int(following.text), value), token.start, following.end, k + 1)
        if low == "half" and following.kind in ("nth", "ordinal", "decade"):
            whole = _numbered(reading, k) if following.kind != "decade" else _decade(reading, k)
            if whole is not None and whole.period.resolution in ("century", "decade"):
                size = 100 if whole.period.resolution == "century" else 10
                first = whole.period.year + (value - 1) * size // 2
                both = periods.span(periods.year(first), periods.year(first + size // 2 - 1))
                return None if both is None else Dated(both, token.start, whole.end, whole.next)
    return None


def _index_after(reading: Reading, j: int, end: int) -> int:
    while j < len(reading.tokens) and reading.tokens[j].start < end:
        j += 1
    return j


def _fiscal(reading: Reading, i: int) -> Dated | None:
    """FY1999, FY 99, fiscal years 1995, academic year 2019-20."""
    token = reading.tokens[i]
    following, gap = _at(reading, i + 1), reading.gap(i)
    if following is None or gap not in ("", " ", "-", " '", "'") or not following.is_plain or len(following.text) not in (2, 4):
        return None
    value = int(following.text) if len(following.text) == 4 else _century_of(int(following.text))
    if not 1900 <= value <= 2199:
        return None
    end, j = following.end, i + 2
    second = _at(reading, j)
    joined = second is not None and second.is_plain and reading.gap(j - 1) in ("/", "-", "-20") and int(second.text[-2:]) == (value + 1) % 100
    if token.kind == "academic":
        if joined and second is not None:
            end, j = second.end, j + 1
        return Dated(periods.academic(value), token.start, end, j)
    if joined and second is not None and reading.gap(j - 1) == "/":
        return Dated(periods.fiscal(value + 1), token.start, second.end, j + 1)
    return Dated(periods.fiscal(value), token.start, end, j)


def _year_in_words(reading: Reading, i: int) -> Dated | None:
    """Nineteen sixty-two, nineteen-nineties are years; the twenty-first century."""
    tokens, token = reading.tokens, reading.tokens[i]
    following = _at(reading, i + 1)
    if following is None or reading.gap(i) not in (" ", "-"):
        return None
    if token.kind == "tens" and following.kind == "ordinal" and following.value < 10:
        pair = _day_first(reading, i)
        if pair is not None:
            return pair
        word, _, stop = reading.word_after(following.end)
        if word.lower() in listed("calendar", "century"):
            return Dated(periods.century(int(token.value + following.value)), token.start, stop, _index_after(reading, i + 2, stop))
        return None
    if token.kind == "teens" and token.value in (17, 18, 19) and following.kind == "decade word":
        return Dated(periods.decade(int(token.value) * 100 + int(following.value)), token.start, following.end, i + 2)
    if token.kind == "teens" and token.value in (16, 17, 18, 19) and following.kind in ("tens", "teens") and following.value >= 10:
        value = int(token.value) * 100 + int(following.value)
        end, j = following.end, i + 2
        last = _at(reading, j)
        if following.kind == "tens" and last is not None and last.kind == "units" and reading.gap(j - 1) in ("-", " ") and last.value:
            value, end, j = value + int(last.value), last.end, j + 1
        return Dated(periods.year(value), token.start, end, j)
    return None


def _era(reading: Reading, found: Dated) -> None:
    """BC and AD behind or before a year."""
    if found.period.resolution not in ("year", "decade") or found.period.year <= 0:
        return
    word, _, end = reading.word_after(found.end)
    if word.upper() in ("BC", "BCE", "B.C", "B.C.E") and not word.islower():
        value = found.period.year
        found.period = periods.year(1 - value) if found.period.resolution == "year" else found.period
        found.end = end + (reading.text[end : end + 1] == "." and "." in word)
        found.bare = False
    elif word.upper() in ("AD", "CE", "A.D", "C.E") and not word.islower():
        found.end = end + (reading.text[end : end + 1] == "." and "." in word)
        found.bare = False
    else:
        before, at = reading.word_before(found.start)
        if before in listed("calendar", "era_after") and reading.text[at].isupper():
            found.start, found.bare = at, False


def _part(reading: Reading, found: Dated) -> None:
    """Early, mid and late before a date."""
    if found.short or found.period.first is None:
        return
    text, start = reading.text, found.start
    if text[start - 1 : start] == "-" or text[start - 1 : start] == " ":
        first = start - 1
        while first > 0 and text[first - 1].isalpha():
            first -= 1
        word = text[first : start - 1].lower()
        if word in ("early", "mid", "middle", "late"):
            smaller = periods.part(found.period, word)
            if smaller is not None:
                found.period, found.start, found.bare = smaller, first, False
                return
    low = text[max(0, start - 22) : start].lower()
    for phrase, name in (("middle of the ", "mid"), ("end of the ", "late"), ("beginning of the ", "early"), ("start of the ", "early")):
        if low.endswith(phrase) and found.period.resolution in ("decade", "century"):
            smaller = periods.part(found.period, name)
            if smaller is not None:
                found.period, found.start = smaller, start - len(phrase)
                return


__all__ = ["Dated", "mapped", "quantity", "read", "seeds"]
