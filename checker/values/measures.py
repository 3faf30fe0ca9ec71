"""Physical measures, and their worth in a unit that they can be compared in."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from checker.values.draft import Draft
from checker.values.lexicon import Unit, units
from checker.values.numerals import Quantity, plain, quantity
from checker.values.reading import Reading
from checker.vocabulary import table

_MARKS = ".,;:!?)]}\"'"
_LOOSE = frozenset(("in", "a", "h", "d", "s", "m", "t", "g", "l", "L", "J", "W", "V", "K", "C", "F", "ha", "min", "ac", "kt", "cal", "gal", '"', "′", "″"))


def base(value: Decimal, unit: str) -> tuple[str, Decimal] | None:
    """The dimension of a unit and the value in that dimension's first unit; None for what is no measure."""
    for dimension, members in table("values/units").items():
        if unit in members:
            facts = members[unit]
            return dimension, value * Decimal(facts["factor"]) + Decimal(facts.get("offset", 0))
    return None


@cache
def _symbols() -> dict[str, tuple[tuple[str, Unit], ...]]:
    found: dict[str, list[tuple[str, Unit]]] = {}
    for symbol, unit in units()[1].items():
        if unit.dimension != "time":
            found.setdefault(symbol[0], []).append((symbol, unit))
    return {first: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for first, pairs in found.items()}


def unit_after(reading: Reading, end: int) -> tuple[str, int] | None:
    """The unit of measure behind a number and where it ends."""
    text = reading.text
    mark = text[end : end + 1]
    if not mark or mark in "\n,;:!?)":
        return None
    start = end + 1 if mark in (" ", "-") else end
    names, _, most = units()
    words = text[start : start + 40].split("\n", 1)[0].split(" ", most)[:most]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count]).lower()
        for cut in (phrase, phrase.rstrip(_MARKS)) if count > 1 else (phrase.rstrip(_MARKS), _leading(phrase), _joined(phrase)):
            unit = names.get(cut)
            if unit is not None and unit.dimension != "time":
                return unit.name, start + len(cut)
    for symbol, unit in _symbols().get(text[start : start + 1], ()):
        if text.startswith(symbol, start) and not _runs_on(text, start + len(symbol), symbol):
            if start > end and symbol in _LOOSE and not _is_loose(text, start + len(symbol), symbol):
                continue
            return unit.name, start + len(symbol)
    return None


def _leading(phrase: str) -> str:
    return phrase.split("-", 1)[0].split("/", 1)[0].split(",", 1)[0].split(")", 1)[0].split(".", 1)[0]


def _joined(phrase: str) -> str:
    return "-".join(phrase.split("-")[:2])


def _runs_on(text: str, end: int, symbol: str) -> bool:
    following = text[end : end + 1]
    if symbol[-1].isalpha() or symbol[-1] == ".":
        return following.isalnum() or following in "²³" and bool(following)
    return False


def _is_loose(text: str, end: int, symbol: str) -> bool:
    """Whether a one-letter symbol after a blank is a unit: behind it, nothing that goes on as a name."""
    if symbol in ("m", "g", "t", "ha", "K", "W", "V", "J", "L", "l", "kt", "C", "F"):
        following = text[end : end + 2]
        return symbol in ("m", "g", "t", "ha", "W", "V", "L") and (not following or following[0] in " ,.;:)]/\n-")
    return False


def read(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """The measure whose number is ``found``."""
    unit = unit_after(reading, found.end)
    if unit is None:
        return None
    draft = Draft.of("measure", found, unit[0])
    draft.end = unit[1]
    _feet_and_inches(reading, draft)
    _range(reading, found, draft)
    return draft


def _feet_and_inches(reading: Reading, draft: Draft) -> None:
    """5 feet 10 inches, 6 ft 2 in: one length, in inches."""
    tokens, j = reading.tokens, draft.next
    if draft.unit != "foot" or draft.modifier != "exact" or j >= len(tokens) or draft.low is None:
        return
    gap = reading.text[draft.end : tokens[j].start]
    other = quantity(reading, j) if gap in (" ", ", ", " and ", "", "-") else None
    if other is None or other.low >= 12 or other.modifier != "exact":
        return
    unit = unit_after(reading, other.end)
    end = unit[1] if unit is not None and unit[0] == "inch" else 0
    if not end and reading.text.startswith((" in", "in"), other.end):
        end = other.end + (3 if reading.text[other.end] == " " else 2)
        if reading.text[end : end + 1].isalpha():
            end = 0
    if end:
        draft.low = draft.high = plain(Decimal(draft.low) * 12 + other.low)
        draft.unit, draft.end, draft.next, draft.resolution = "inch", end, other.next, plain(other.place)


def _range(reading: Reading, found: Quantity, draft: Draft) -> None:
    """50 m to 60 m, between 50 km and 60 km."""
    tokens, j = reading.tokens, draft.next
    if draft.modifier != "exact" or j >= len(tokens):
        return
    gap = reading.text[draft.end : tokens[j].start]
    word, at = reading.word_before(draft.start)
    if not (gap in ("-", " - ", " to ") or gap == " and " and word == "between"):
        return
    other = quantity(reading, j)
    unit = None if other is None else unit_after(reading, other.end)
    if other is None or unit is None or unit[0] != draft.unit or not found.low < other.low or other.modifier != "exact":
        return
    draft.high, draft.modifier, draft.end, draft.next = plain(other.low), "range", unit[1], other.next
    if word in ("between", "from"):
        draft.start = at
