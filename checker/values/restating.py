"""Writes a value in the style in which a text states another: what would stand there if that value were meant.

The texts given are proposals. Whoever uses one reads the changed text again and sees whether it says what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise, product

from checker.language.language import derived, table
from checker.model.value import Mention
from checker.values.spelled_numbers import MOST, in_words

_GAP = " \u00a0\u2009\u202f"
_NUMERAL = re.compile(rf"\d{{1,3}}(?:[,'’{_GAP}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_SCALE_WORD = re.compile(rf"[{_GAP}-]?[^\W\d_]+")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_YEAR_FIRST = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$")
_RESOLUTIONS = ("year", "month", "day")
_MONTHS = 12
_WRITTEN = frozenset({"money", "count", "number", "percentage", "measure", "duration", "ordinal", "multiple"})
"""The kinds that are written as one number amid other words."""
_COUNTED = frozenset({"count", "number"})
_MOST_PLACES = 3
"""So many decimals at most does a number in millions have; with more it is written out."""
_GROUPED_FROM = 10_000
"""From here on digits are grouped where nothing shows the text's own way."""
_CENTS = 2
_PLURAL_FREE = frozenset({"percentage", "number", "ratio", "score", "multiple"})
"""The kinds whose unit, where there is one, reads the same for one and for many."""


def restated(stated: Mention, meant: Mention) -> Iterator[str]:
    """Texts for ``meant`` that may stand in place of ``stated``, the one most like it first.

    None for two values of different kinds or units, and for one that says less than stands there: the year alone says
    nothing of the day.
    """
    if not _alike(stated, meant):
        return
    found = _dates(stated, meant) if stated.kind == "date" else _numbers(stated, meant)
    yield from dict.fromkeys((*found, *_as_worded(stated, meant)))


def weekday_like(stated: str, name: str) -> str:
    """The weekday ``name`` as long and in the letters that ``stated`` has: ``Tue`` for ``Mon``."""
    letters = stated.rstrip(".")
    full = letters.lower() in {word for word in _weekdays() if word.endswith("day")}
    written = name if full else next((name[:n] for n in (len(letters), 3) if name[:n].lower() in _weekdays()), name)
    dot = "." if stated.endswith(".") else ""
    return _in_letters_of(letters, written) + dot


@derived
def _weekdays() -> frozenset[str]:
    return frozenset(table("constraints/calendar")["weekdays"])


def _alike(stated: Mention, meant: Mention) -> bool:
    if stated.kind != meant.kind and not {stated.kind, meant.kind} <= _COUNTED:
        return False
    if stated.kind not in _COUNTED and stated.unit != meant.unit:
        return False
    return stated.per == meant.per and stated.calendar == meant.calendar and stated.kind != "text"


def _numbers(stated: Mention, meant: Mention) -> Iterator[str]:
    """The number of ``meant`` amid the other words of ``stated``."""
    before, after = _single(stated), _single(meant)
    if stated.kind not in _WRITTEN or before is None or after is None or stated.modifier != meant.modifier:
        return
    if (before < 0) != (after < 0):
        return
    before, after = abs(before), abs(after)
    if not _number_fits(stated, before, after):
        return
    numerals = list(_NUMERAL.finditer(stated.text))
    if len(numerals) == 1:
        yield from _in_digits(stated, meant, numerals[0], before, after)
    elif not numerals:
        yield from in_words_of(stated.text, after)


def _single(value: Mention) -> Decimal | None:
    """The one number that a value is; None for a range or a bound of a range."""
    stated = {bound for bound in (value.low, value.high) if bound is not None}
    if value.modifier == "range" or len(stated) != 1:
        return None
    try:
        return Decimal(stated.pop())
    except InvalidOperation:
        return None


def _number_fits(stated: Mention, before: Decimal, after: Decimal) -> bool:
    """Whether the noun or unit beside both numbers is the same: not where one of them is 1, as in ``1 boat``."""
    if (before == 1) == (after == 1) or stated.kind in _PLURAL_FREE:
        return True
    return stated.kind != "count" and ("-" in stated.text or not _WORD.search(stated.text))


def _in_digits(stated: Mention, meant: Mention, at: re.Match[str], before: Decimal, after: Decimal) -> Iterator[str]:
    written = Decimal(re.sub(rf"[,'’{_GAP}]", "", at[0]))
    if not written:
        return
    scale = before / written
    head, tail = stated.text[: at.start()], stated.text[at.end() :]
    if _ORDINAL.match(tail):
        yield f"{head}{after:f}{_suffix(int(after))}{tail[2:]}"
        return
    if scale < 1 or scale != 10 ** (len(f"{scale:f}".split(".")[0]) - 1):
        return
    number = after / scale
    if _places(number) > _MOST_PLACES + _decimals(at[0]) and scale == 1:
        return
    if scale > 1 and (_places(number) > _MOST_PLACES or number < Decimal("0.1")):
        scaled = _SCALE_WORD.match(tail)
        if scaled is not None:
            yield head + _grouped(after, ",", 0) + tail[scaled.end() :]
        return
    places = _CENTS if stated.kind == "money" and scale == 1 and _decimals(at[0]) == _CENTS else 0
    if scale == 1:
        own = list(_NUMERAL.finditer(meant.text))
        if len(own) == 1 and _plain(own[0][0]) == after:
            places = max(places, _decimals(own[0][0]))
    yield head + _grouped(number, _separator(at[0], meant, number), places) + tail


def _plain(numeral: str) -> Decimal:
    return Decimal(re.sub(rf"[,'’{_GAP}]", "", numeral))


def _decimals(numeral: str) -> int:
    return len(numeral.partition(".")[2])


def _places(number: Decimal) -> int:
    return max(0, -int(number.normalize().as_tuple().exponent))


def _separator(numeral: str, meant: Mention, number: Decimal) -> str:
    """What parts thousands: as the numeral has it, else as the words of ``meant`` have it."""
    own = re.search(rf"\d([,'’{_GAP}])\d{{3}}", numeral)
    if own is not None:
        return own[1]
    if len(numeral.partition(".")[0]) > _MOST_PLACES:
        return ""
    other = re.search(rf"\d([,'’{_GAP}])\d{{3}}", meant.text)
    if other is not None:
        return other[1]
    return "," if number >= _GROUPED_FROM else ""


def _grouped(number: Decimal, separator: str, places: int) -> str:
    return f"{number:,.{max(places, _places(number))}f}".replace(",", separator)


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@derived
def _number_words() -> frozenset[str]:
    numerals = table("values/numerals")
    return frozenset(word for name in ("units", "teens", "tens", "hundreds", "scales") for word in numerals[name])


def in_words_of(text: str, number: Decimal) -> Iterator[str]:
    """``text`` with ``number`` in place of the number in words that it has, where ``number`` is whole."""
    words = [match for match in _WORD.finditer(text) if match[0].lower() in _number_words()]
    if not words or number != int(number) or not 0 <= number < MOST:
        return
    start, end = words[0].start(), words[-1].end()
    between = {word.lower() for word in _WORD.findall(text[start:end])}
    if between <= _number_words() | {"and"}:
        yield text[:start] + _in_letters_of(words[0][0], in_words(int(number))) + text[end:]


def _in_letters_of(pattern: str, text: str) -> str:
    """``text`` in capitals, with a capital or in small letters, as ``pattern`` has them."""
    if len(pattern) > 1 and pattern.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if pattern[:1].isupper() else text.lower()


def _dates(stated: Mention, meant: Mention) -> Iterator[str]:
    """``stated`` with its year, month and day those of ``meant``."""
    before, after = _PERIOD.fullmatch(stated.edtf or ""), _PERIOD.fullmatch(meant.edtf or "")
    if before is None or after is None or stated.modifier != meant.modifier:
        return
    named = [name for name, part in zip(_RESOLUTIONS, before.groups(), strict=True) if part is not None]
    if any(part is None for part in after.groups()[: len(named)]):
        return
    spans = _components(stated.text, [(name, int(before.groups()[n])) for n, name in enumerate(named)])
    text, done = "", 0
    for start, end, name in spans:
        number = int(after.groups()[_RESOLUTIONS.index(name)])
        text += stated.text[done:start] + _written(stated.text, (start, end), name, number)
        done = end
        if name == "day" and (ordinal := _ORDINAL.match(stated.text, end)):
            text, done = text + _suffix(number), ordinal.end()
    if spans:
        yield text + stated.text[done:]


def _components(text: str, parts: Sequence[tuple[str, int]]) -> list[tuple[int, int, str]]:
    """Where the year, month and day stand in a date, in order; none where that is not certain.

    It never is in figures such as 05/06/2026, where either of the first two may be the day.
    """
    known = dict(parts)
    figures = not any(_months(word.lower()) for word in _WORD.findall(text))
    if figures and known.get("day", _MONTHS + 1) <= _MONTHS and not _YEAR_FIRST.match(text):
        return []
    places = [_component(text, name, number) for name, number in parts]
    if figures and len(parts) == len(_RESOLUTIONS) and _YEAR_FIRST.match(text):
        places = [[match.span()] for match in re.finditer(r"\d+", text)]
    found = []
    for chosen in product(*places):
        spans = sorted((*span, name) for span, (name, _) in zip(chosen, parts, strict=True))
        if all(one[1] <= other[0] for one, other in pairwise(spans)):
            found.append(spans)
    return found[0] if len(found) == 1 else []


def _component(text: str, name: str, number: int) -> Sequence[tuple[int, int]]:
    """Where a year, month or day may stand in the words of a date."""
    found = []
    for match in re.finditer(r"\d+", text):
        value = int(match[0][:9])
        short = name == "year" and len(match[0]) == 2 and value == number % 100
        if short or (value == number and (name == "year") == (len(match[0]) == 4)):
            found.append(match.span())
    if name == "month":
        named = [match.span() for match in _WORD.finditer(text) if _months(match[0].lower()) == number]
        found = named or found
    return found


def _months(word: str) -> int | None:
    """The number of the month that a word in lower case names, in full or in short."""
    calendar = table("values/calendar")
    number = calendar["months"].get(word, calendar["abbreviated"].get(word))
    return None if number is None else int(number)


def _named(word: str, number: int) -> str:
    """The name of a month, in full where ``word`` is that of one, else as short."""
    calendar = table("values/calendar")
    full = next(name for name, n in calendar["months"].items() if int(n) == number)
    short = [name for name, n in calendar["abbreviated"].items() if int(n) == number]
    if word in calendar["months"] or not short:
        return str(full)
    return next((name for name in short if len(name) == len(word)), str(short[0]))


def _written(text: str, span: tuple[int, int], name: str, number: int) -> str:
    """A year, month or day as the date ``text`` has it at ``span``: a name as long, digits as many."""
    stated = text[slice(*span)]
    if not stated.isdigit():
        return _in_letters_of(stated, _named(stated.lower(), number))
    if name == "year" and len(stated) == 2:
        return f"{number % 100:02}"
    figures = [match[0] for match in re.finditer(r"\d+", text)]
    padded = stated.startswith("0") or (len(figures) == len(_RESOLUTIONS) and all(len(one) > 1 for one in figures))
    return f"{number:02}" if padded and name != "year" else str(number)


def _as_worded(stated: Mention, meant: Mention) -> Iterator[str]:
    """The words of ``meant`` itself, where they fit the place."""
    if stated.kind == "date" and (stated.resolution, stated.modifier) != (meant.resolution, meant.modifier):
        return
    before, after = _single(stated), _single(meant)
    if stated.kind in _COUNTED and before is not None and after is not None and not _number_fits(stated, before, after):
        return
    if (stated.modifier == "range") != (meant.modifier == "range"):
        return
    if ("-" in stated.text) != ("-" in meant.text) and stated.kind == "duration":
        return
    text = " ".join(meant.text.split())
    if stated.text[:1].isupper() and text[:1].islower():
        text = text[:1].upper() + text[1:]
    elif stated.text[:1].islower() and meant.modifier != "exact" and text[:1].isupper() and text[1:2].islower():
        text = text[:1].lower() + text[1:]
    yield text
