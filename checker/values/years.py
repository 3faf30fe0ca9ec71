"""Years, eras, decades, centuries, quarters, halves and seasons, in figures and in words."""

from __future__ import annotations

from functools import cache

from checker.values import periods
from checker.values.dated import Dated, at, index_behind, short_year, year_at
from checker.values.lexemes import Token
from checker.values.lexicon import listed
from checker.values.periods import Period
from checker.values.reading import Reading

_LISTED = frozenset((" and ", ", ", ", and ", " or ", ", or "))
_MOST_LISTED = 12
_SIZES = {"half": 50, "quarter": 25, "decade": 10}
_LAST = {"half": 2, "quarter": 4, "decade": 10}
_DECADES = frozenset(("-", " and ", " to ", " and the ", " to the ", " or "))
_HALF_GAPS = (" of ", " ", ", ", " of the year ", " of fiscal year ", " of the ")
_SEASON_GAPS = frozenset(("", "of", "of '", ",", "-", "in", "term", "semester", "'", "of the year", "term of"))


@cache
def _eras() -> frozenset[str]:
    return listed("calendar", "era_before") | listed("calendar", "era_after")


def era(reading: Reading, i: int) -> Dated | None:
    """AD 79, 44 BC, 1200 BCE."""
    token, text = reading.tokens[i], reading.text
    value = int(token.value)
    if not 0 < value < 10000:
        return None
    word, _, end = reading.word_after(token.end)
    if word[:1].isupper() and word.lower() in _eras():
        end += text.startswith(".", end) and "." in word
        if word.lower() in listed("calendar", "era_before"):
            return Dated(periods.year(1 - value), token.start, end, i + 1)
        if value < 2100:
            return Dated(periods.year(value), token.start, end, i + 1)
    before, first = reading.word_before(token.start)
    if before in listed("calendar", "era_after") and text[first].isupper() and value < 2100:
        return Dated(periods.year(value), first, token.end, i + 1)
    return None


def short(reading: Reading, i: int) -> Dated | None:
    """In '98."""
    token = reading.tokens[i]
    value = short_year(reading, token)
    if value is None or reading.text.startswith("'", token.end):
        return None
    word, _ = reading.word_before(token.start - 1)
    cued = word in listed("noise", "year_cues")
    if not cued and ("'" in reading.text[token.end : token.end + 40] or not _may_precede(word)):
        return None
    return Dated(periods.year(value), token.start - 1, token.end, i + 1)


def _may_precede(word: str) -> bool:
    return word == "of" or word in listed("noise", "determiners")


def decade(reading: Reading, i: int) -> Dated | None:
    """1960s, the '90s, the sixties, nineteen-sixties."""
    token, text = reading.tokens[i], reading.text
    value, start = int(token.value), token.start
    if token.kind == "decade" and value >= 1000:
        return _whole_decade(reading, i, value) if value <= 2100 else None
    earlier = _decade_before(reading, i)
    if earlier:
        first = earlier - earlier % 100 + value
        return Dated(periods.decade(first + 100 * (first < earlier)), start, token.end, i + 1)
    marked = text[start - 1 : start] == "'"
    word, at = reading.word_before(start - marked)
    before = reading.tokens[i - 1] if i else None
    beside = before is not None and before.kind == "teens" and start - before.end == 1
    if token.kind == "decade word" and before is not None and beside and before.value in (17, 18, 19):
        return Dated(periods.decade(int(before.value) * 100 + value), before.start, token.end, i + 1)
    if _is_age(reading, start, word, at):
        return None
    if (
        not marked
        and word not in listed("calendar", "decade_cues")
        and text[max(0, start - 4) : start].lower() != "mid-"
    ):
        return None
    first = value + (2000 if value < 20 else 1900)
    return Dated(periods.decade(first), start - marked, token.end, i + 1)


def _whole_decade(reading: Reading, i: int, value: int) -> Dated:
    """1960s, 450s BC."""
    token = reading.tokens[i]
    word, _, end = reading.word_after(token.end)
    if word.lower() in listed("calendar", "era_before") and word[0].isupper():
        both = periods.span(periods.year(-value - 8), periods.year(1 - value))
        if both is not None:
            return Dated(both, token.start, end, index_behind(reading, i + 1, end))
    return Dated(periods.decade(value), token.start, token.end, i + 1)


def _decade_before(reading: Reading, i: int) -> int:
    """The decade whose century a shorter one takes over: 1960s-70s, the sixties and seventies; 0 where none."""
    before = reading.tokens[i - 1] if i else None
    if before is None or before.kind not in ("decade", "decade word") or reading.gap(i - 1) not in _DECADES:
        return 0
    if before.kind == "decade" and before.value >= 1000:
        return int(before.value)
    return int(before.value) + 1900 if reading.covered == before.end else 0


def _is_age(reading: Reading, start: int, word: str, at: int) -> bool:
    """Whether a decade is one of somebody's life: in his late thirties, in her mid-70s."""
    if reading.text[max(0, start - 4) : start].lower() == "mid-":
        return reading.word_before(start - 4)[0] in listed("calendar", "owners")
    return word in listed("calendar", "parts") and reading.word_before(at)[0] in listed("calendar", "owners")


def quarter(reading: Reading, i: int) -> Dated | None:
    """Q3 2019, H1 of 2016, Q3 FY2019."""
    token = reading.tokens[i]
    year = year_at(reading, i + 1)
    if year is None:
        following = reading.near(i + 1, 4)
        if following is None or following.kind != "fiscal" or reading.gap(i) not in (" ", " of ", ", ", "/"):
            return None
        return _part_of_fiscal(reading, i + 1, token.start, int(token.value), token.kind)
    maker = periods.quarter if token.kind == "quarter" else periods.half
    return Dated(maker(year[0], int(token.value)), token.start, reading.tokens[year[1] - 1].end, year[1])


def season(reading: Reading, i: int) -> Dated | None:
    """Spring 1990, the fall of 2011, winter 1990-91."""
    token = reading.tokens[i]
    year = year_at(reading, i + 1, _SEASON_GAPS)
    if year is None:
        return None
    name, (value, j) = token.text.lower(), year
    end = reading.tokens[j - 1].end
    second = reading.near(j, 1)
    if name == "winter" and second is not None and _follows(reading.text, reading.tokens[j - 1], second, value):
        end, j = second.end, j + 1
    first, last = int(token.value), int(token.high or 0)
    return Dated(periods.season(value, name, first, last), token.start, end, j)


def numbered(reading: Reading, i: int) -> Dated | None:
    """The 21st century, the third quarter of 2010, the first half of 1950."""
    token = reading.tokens[i]
    return _numbered(reading, i, int(token.value), token.start, token.end, i + 1)


def _numbered(reading: Reading, i: int, value: int, start: int, end: int, j: int) -> Dated | None:
    word, _, stop = reading.word_after(end)
    low = word.lower()
    if low in listed("calendar", "century") and 1 <= value <= 30:
        if reading.text.endswith("turn of the ", 0, start):
            return None
        behind = index_behind(reading, j, stop)
        after, _, after_end = reading.word_after(stop)
        if after.lower() in listed("calendar", "era_before") and after[0].isupper():
            return Dated(
                periods.century(value, before_christ=True), start, after_end, index_behind(reading, j, after_end)
            )
        return Dated(periods.century(value), start, stop, behind)
    if (low == "quarter" and value <= 4) or (low == "half" and value <= 2) or (low == "decade" and value <= 10):
        return _part_of_year(reading, value, start, stop, index_behind(reading, j, stop), low)
    return None


def _part_of_year(reading: Reading, value: int, start: int, stop: int, k: int, name: str) -> Dated | None:
    following = at(reading, k)
    if (
        following is None
        or following.start - stop > 16
        or reading.text[stop : following.start].lower() not in _HALF_GAPS
    ):
        return None
    if following.kind == "year" and name != "decade":
        maker = periods.quarter if name == "quarter" else periods.half
        return Dated(maker(int(following.text), value), start, following.end, k + 1)
    whole = None
    if following.kind in ("nth", "ordinal", "tens"):
        whole = numbered(reading, k) if following.kind != "tens" else in_words(reading, k)
    elif name == "half" and following.kind == "decade":
        whole = decade(reading, k)
    elif following.kind == "fiscal" and name != "decade":
        return _part_of_fiscal(reading, k, start, value, name)
    if whole is None or whole.period.resolution not in ("century", "decade"):
        return None
    size = _SIZES[name] if whole.period.resolution == "century" else 5
    first = whole.period.year + (value - 1) * size
    both = periods.span(periods.year(max(first, 1)), periods.year(first + size - 1))
    return None if both is None else Dated(both, start, whole.end, whole.next)


def _part_of_fiscal(reading: Reading, k: int, start: int, value: int, name: str) -> Dated | None:
    """The third quarter of fiscal 2010."""
    whole = fiscal(reading, k)
    if whole is None or whole.period.calendar != "fiscal" or whole.period.first is None:
        return None
    size = 3 if name == "quarter" else 6
    return Dated(periods.months_of(whole.period, (value - 1) * size, size, name), start, whole.end, whole.next)


def months_of(reading: Reading, k: int, count: int, start: int, *, first: bool) -> Dated | None:
    """The first or last ``count`` months of the year at token ``k``."""
    token = at(reading, k)
    if token is None or not 0 < count < 12 or reading.text[token.start - 4 : token.start] != " of ":
        return None
    whole = fiscal(reading, k) if token.kind == "fiscal" else None
    if token.kind == "year":
        whole = Dated(periods.year(int(token.text)), token.start, token.end, k + 1)
    if whole is None or whole.period.first is None:
        return None
    period = periods.months_of(whole.period, 0 if first else 12 - count, count, "month")
    return Dated(period, start, whole.end, whole.next)


def last_part(reading: Reading, i: int) -> Dated | None:
    """The last quarter of 2010, the last decade of the 19th century."""
    token = reading.tokens[i]
    first, _, name = token.text.lower().partition(" ")
    if first != "last" or name not in _LAST:
        return None
    return _part_of_year(reading, _LAST[name], token.start, token.end, i + 1, name)


def in_words(reading: Reading, i: int) -> Dated | None:
    """Nineteen sixty-two, the nineteen-nineties, the twenty-first century."""
    token, following = reading.tokens[i], reading.near(i + 1, 1)
    if following is None:
        return None
    if token.kind == "tens" and following.kind == "ordinal" and following.value < 10:
        return _numbered(reading, i, int(token.value + following.value), token.start, following.end, i + 2)
    if token.kind != "teens" or not 16 <= token.value <= 19:
        return None
    if following.kind == "decade word":
        return Dated(periods.decade(int(token.value) * 100 + int(following.value)), token.start, following.end, i + 2)
    if following.kind not in ("tens", "teens"):
        return None
    value, end, j = int(token.value) * 100 + int(following.value), following.end, i + 2
    last = reading.near(j, 1)
    if following.kind == "tens" and last is not None and last.kind == "units" and last.value:
        value, end, j = value + int(last.value), last.end, j + 1
    return Dated(periods.year(value), token.start, end, j)


def fiscal(reading: Reading, i: int) -> Dated | None:
    """FY1999, FY 99, fiscal year 1995, academic year 2019-20."""
    token, text = reading.tokens[i], reading.text
    following = reading.near(i + 1)
    if following is None or following.kind not in ("int", "year") or len(following.text) not in (2, 4):
        return None
    if text[token.end : following.start] not in ("", " ", "-", " '", "'"):
        return None
    value = int(following.text) if len(following.text) == 4 else periods.century_of(int(following.text))
    if not 1900 <= value <= 2199:
        return None
    second = reading.near(i + 2, 1)
    pair = second if second is not None and _follows(text, following, second, value) else None
    end, j = (following.end, i + 2) if pair is None else (pair.end, i + 3)
    if token.kind == "academic":
        return Dated(periods.academic(value), token.start, end, j)
    if second is not None and text[following.end] == "-" and len(second.text) == 2 and second.kind == "int":
        last = value - value % 100 + int(second.text)
        both = None if pair is not None and not _is_plural(token) else _fiscal_span(value, last, reading.fiscal)
        if both is not None:
            return Dated(both, token.start, second.end, i + 3)
    if pair is not None:
        return Dated(periods.fiscal_from(value, reading.fiscal), token.start, end, j)
    return Dated(periods.fiscal(value, reading.fiscal), token.start, following.end, i + 2)


def _is_plural(token: Token) -> bool:
    return token.text.lower().endswith("s")


def _fiscal_span(first: int, last: int, country: str | None) -> Period | None:
    return periods.span(periods.fiscal(first, country), periods.fiscal(last, country)) if first < last else None


def listed_fiscal(reading: Reading, i: int) -> Dated | None:
    """A year in a list behind a fiscal one: fiscal years 1999, 2000 and 2001."""
    tokens, j = reading.tokens, i
    while j and tokens[j].kind == "year" and i - j < _MOST_LISTED and reading.gap(j - 1) in _LISTED:
        j -= 1
    if j == i or tokens[j].kind != "year" or not j or tokens[j - 1].kind != "fiscal":
        return None
    if reading.gap(i - 1) == ", " and not _is_plural(tokens[j - 1]):
        return None
    return Dated(periods.fiscal(int(tokens[i].text), reading.fiscal), tokens[i].start, tokens[i].end, i + 1)


def _follows(text: str, first: Token, second: Token, value: int) -> bool:
    """Whether 2019-20 or 2019/2020 is one year that spans two."""
    return second.kind in ("int", "year") and text[first.end] in "-/" and int(second.text[-2:]) == (value + 1) % 100
