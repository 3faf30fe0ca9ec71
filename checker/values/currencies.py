"""What currencies are written as: signs, codes and names, before an amount and behind it."""

from __future__ import annotations

from functools import cache

from checker.values.lexicon import listed, mapped, words_of
from checker.values.quantity import Quantity
from checker.values.reading import CLOSING, Reading
from checker.vocabulary import table

_Signs = dict[str, tuple[tuple[str, str], ...]]


@cache
def signs_before() -> dict[str, str]:
    """Signs and codes that precede an amount."""
    data = table("values/currencies")
    last_only = set(data["only_after"])
    signs = {sign: unit for sign, unit in data["symbols"].items() if sign not in last_only}
    signs |= {code: code for code in (*data["codes"], *data["withdrawn"]) if code not in data["words"]}
    return signs | mapped("currencies", "loose_signs")


@cache
def _lengths_before() -> dict[str, tuple[int, ...]]:
    """How long the signs before an amount are, by their last character, longest first."""
    found: dict[str, set[int]] = {}
    for sign in signs_before():
        found.setdefault(sign[-1], set()).add(len(sign))
    return {last: tuple(sorted(sizes, reverse=True)) for last, sizes in found.items()}


@cache
def signs_after() -> _Signs:
    """Signs and codes that follow an amount, by their first character, longest first."""
    data = table("values/currencies")
    first_only = set(data["only_before"])
    signs = {sign: unit for sign, unit in data["symbols"].items() if sign not in first_only}
    codes = (*data["codes"], *data["withdrawn"])
    signs |= {code: code for code in codes}
    signs |= {"M" + code: "M" + code for code in codes}
    found: dict[str, list[tuple[str, str]]] = {}
    for sign, unit in signs.items():
        found.setdefault(sign[0], []).append((sign, unit))
    return {key: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for key, pairs in found.items()}


@cache
def names() -> dict[str, str]:
    """Names of currencies and of their parts, singular and plural, in lower case."""
    found: dict[str, str] = {}
    for name, unit in (*mapped("currencies", "names").items(), *mapped("currencies", "parts").items()):
        if unit:
            found[name] = unit
            if len(name) > 1:
                found.setdefault(name + "s", unit)
    return found


@cache
def first_words() -> dict[str, int]:
    """The first words of currencies' names, with the most words of a name that begins so."""
    found: dict[str, int] = {}
    for name in names():
        words = name.split(" ")
        words[0] = words[0].rstrip(".")
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


@cache
def parts() -> dict[str, str]:
    """Names of parts of a currency unit: cents, pence."""
    return {name: unit for name, unit in names().items() if unit in set(mapped("currencies", "parts").values())}


def before(reading: Reading, start: int) -> tuple[str, int] | None:
    """The currency written before ``start``, and where it starts."""
    text, end = reading.text, start
    character = text[end - 1 : end]
    if character and character in "-+" and end > 1 and not text[end - 2].isspace():
        end -= 1
        character = text[end - 1]
    if character == " ":
        end -= 1
        character = text[end - 1 : end]
    for size in _lengths_before().get(character, ()):
        at = end - size
        unit = signs_before().get(text[at:end]) if at >= reading.covered else None
        if unit is not None and not (text[at].isalpha() and at and text[at - 1].isalnum()):
            return unit, at
    if character and character.isalpha() and end < start:
        word, at = reading.word_before(start)
        if word in listed("currencies", "before"):
            return names()[word], at
    return None


def behind(reading: Reading, found: Quantity) -> tuple[str, int] | None:
    """The currency written behind a number, and where it ends."""
    text, end = reading.text, found.end
    character = text[end : end + 1]
    start = end + 1 if character in (" ", "-") else end
    for sign, unit in signs_after().get(text[start : start + 1], ()):
        if text.startswith(sign, start):
            stop = start + len(sign)
            if not ((sign[-1].isalpha() and text[stop : stop + 1].isalnum()) or text[stop : stop + 1].isdecimal()):
                return unit, stop
    most = first_words().get(_first(reading, end))
    if most is None:
        return None
    words = text[start : start + 48].partition("\n")[0].split(" ", most)[:most]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        for cut in (
            phrase.rstrip(CLOSING),
            phrase.partition("-")[0],
            phrase.partition("'")[0],
            phrase.partition(",")[0],
        ):
            unit = names().get(cut.lower(), "")
            if unit and (len(cut) > 1 or start == end) and _is_money(reading, found, cut.lower(), start + len(cut)):
                return unit, start + len(cut)
    return None


def _first(reading: Reading, end: int) -> str:
    word = reading.word_after(end)[0].lower()
    return word if word.isalpha() else word.partition("-")[0].partition("'")[0].partition(",")[0]


def _is_money(reading: Reading, found: Quantity, name: str, end: int) -> bool:
    """Whether a name that has another meaning, the pound's above all, means money here."""
    singular = name.removesuffix("s")
    if singular in listed("currencies", "also_mass"):
        if reading.text.startswith(" of ", end):
            return False
        if found.scaled and found.low >= 1000000:
            return True
        window = reading.text[max(0, found.start - 60) : end + 30].lower()
        return (
            any(word.strip(CLOSING) in listed("currencies", "money_cues") for word in window.split()) or "£" in window
        )
    if name == "p" and str(found.low) in listed("currencies", "heights"):
        return False
    if name in listed("currencies", "doubtful"):
        return found.single is not None
    return True


def part_of(unit: str) -> bool:
    """Whether a unit is a part of a currency unit: a cent."""
    data = words_of("currencies")["parts"]
    assert isinstance(data, dict)
    return unit in data.values()
