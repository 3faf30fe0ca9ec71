"""Reads what the bare figures of a table are in, as its labels and the lines over it say: ``(km)``, ``in £000``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.claims.thresholds import SCALE_CHARACTERS, UNIT_LABEL_WORDS
from checker.language.language import derived, derived_up_to, table
from checker.language.words import singular, stopwords
from checker.model.document import Document
from checker.model.kinds import counts
from checker.model.value import Kind, Mention
from checker.value_relation.units import units

_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
}
_YEAR_DIGITS = 4
_NEAR, _LINES_OVER = 2, 6
"""So many blocks right over a table say what it is; further ones up to the second may say what its figures are in."""
_UNIT_WORDS = 8
_LINES = frozenset({"paragraph", "heading", "title", "pair"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What figures are in: ``thousands of tonnes`` is tonnes, each figure a thousand of them."""

    unit: str | None = None
    """A currency, a unit of measure or ``percent``; None where a scale alone is named."""
    kind: Kind | None = None
    scale: Decimal = Decimal(1)
    per: str | None = None


def lines_over(document: Document, index: int) -> tuple[tuple[int, int], ...]:
    """The short lines that say what the table of block ``index`` is: those over it, the nearest first, and one below.

    A line further up is one that only says what figures are in, and a line below one that opens as captions do.
    """
    blocks = document.blocks
    number = blocks[index].table
    first = last = index
    while first and number and blocks[first - 1].table == number:
        first -= 1
    while number and last + 1 < len(blocks) and blocks[last + 1].table == number:
        last += 1
    found = []
    for n, before in enumerate(reversed(blocks[max(0, first - _LINES_OVER) : first])):
        if before.kind not in _LINES or before.end - before.start > SCALE_CHARACTERS:
            break
        if before.kind == "pair" and not opens_caption(document.plain[before.start : before.end]):
            break
        if n < _NEAR or is_unit_line(document.plain[before.start : before.end]):
            found.append((before.start, before.end))
        if before.kind in {"heading", "title"}:
            break
    below = [
        (block.start, block.end) for block in blocks[last + 1 : last + 2] if block.end - block.start <= SCALE_CHARACTERS
    ]
    return (*found, *(span for span in below if opens_caption(document.plain[span[0] : span[1]])))


def is_unit_line(line: str) -> bool:
    """Whether a line says what figures are in and nothing else: ``In millions of CHF``."""
    text = line.strip(" *_()[]:.")
    return len(text.split()) <= _UNIT_WORDS and _measure(text.lower()) is not None


def opens_caption(line: str) -> bool:
    """Whether a line opens as those that stand over or under a table do: ``Table 2: ...``."""
    return line.lstrip(" *_").split(" ")[0].strip(".:*_").lower() in _openings()


@derived
def _openings() -> frozenset[str]:
    return frozenset(table("language/captions")["opens"])


@derived_up_to(512)
def named(label: str) -> Measure | None:
    """What a label says that figures are in: in brackets, behind a comma or ``in``, or as the whole label."""
    low = label.lower().replace("–", "-").strip(" :*.")
    for phrase in _phrases(low):
        found = _measure(phrase)
        if found is not None:
            return found
    return None


def _phrases(low: str) -> list[str]:
    """The stretches of a label that may name a unit, the likeliest first."""
    found: list[str] = []
    rest = low
    while "(" in rest:
        before, _, rest = rest.partition("(")
        inside, _, rest = rest.partition(")")
        if not before or before[-1].isspace():
            found += [inside, *inside.split(",")]
    found += [part for part in (low.rpartition(",")[2].strip(), low) if _names_unit(part)] if "(" not in low else []
    behind = [low.rpartition(f" {opening} ")[2] for opening in _opens() if f" {opening} " in low]
    return found + behind


def _names_unit(text: str) -> bool:
    """Whether words outside brackets can be a unit: ``kg`` and ``hours`` can, ``w`` and ``second`` cannot."""
    unit = units().get(_units().get(text, ""))
    if unit is None:
        return True
    return len(text) > 1 and (unit.dimension != "time" or text.endswith("s")) and text not in _short()


@derived
def _short() -> frozenset[str]:
    words = table("text/table_heads")
    return frozenset((*words["short_scores"], *words["short_spreads"]))


def _measure(phrase: str) -> Measure | None:
    text = phrase.strip(" .:*")
    opening = next((o for o in _opens() if text.startswith(f"{o} ")), None)
    text = text[len(opening) + 1 :] if opening else text
    if text in _percent():
        return Measure("percent", "percentage")
    if not text or len(text.split()) > UNIT_LABEL_WORDS:
        return None
    text, per = _without_per(text)
    scale, rest = _scaled(text)
    if not rest:
        return Measure(scale=scale) if scale != 1 and text in _alone() else None
    money = _money().get(rest)
    if money is not None:
        return Measure(money, "money", scale, per)
    unit = _units().get(rest)
    if unit is None:
        return None
    return Measure(unit, "duration" if units()[unit].dimension == "time" and per is None else "measure", scale, per)


def _without_per(text: str) -> tuple[str, str | None]:
    """``litres a day``: the unit, and what the figures are for one of."""
    if text in _units():
        return text, None
    for word in table("text/scaled")["per"]:
        mark = word if word == "/" else f" {word} "
        before, found, behind = text.partition(mark)
        if found and before and behind and len(behind.split()) == 1:
            return before.strip(), singular(behind.strip())
    return text, None


def _scaled(text: str) -> tuple[Decimal, str]:
    """The scale that a phrase names, and the unit that is left: ``£000``, ``thousands of tonnes``, ``us$ million``."""
    if text in _units() or text in _money():
        return Decimal(1), text
    for word, scale in _scale_words():
        if text == word:
            return scale, ""
        for joint in (" of ", " "):
            if text.startswith(word + joint):
                return scale, text[len(word) + len(joint) :]
        if text.endswith(f" {word}") or (text.endswith(word) and text[: -len(word)] in _money()):
            return scale, text[: -len(word)].strip()
    return Decimal(1), text


@derived
def _scale_words() -> tuple[tuple[str, Decimal], ...]:
    words = [(word, scale) for name, scale in _SCALES.items() for word in table("text/scaled")[name]]
    return tuple(sorted(words, key=lambda found: -len(found[0])))


@derived
def _opens() -> tuple[str, ...]:
    return tuple(table("text/scaled")["opens"])


@derived
def _alone() -> frozenset[str]:
    return frozenset(table("text/scaled")["alone"])


@derived
def _percent() -> frozenset[str]:
    return frozenset(table("text/scaled")["percent"])


@derived
def _money() -> dict[str, str]:
    return dict(table("text/scaled")["money"])


@derived
def _units() -> dict[str, str]:
    """The symbols and the names of all units that can be converted, in lower case."""
    found = {symbol.lower().rstrip("."): name for name, unit in units().items() for symbol in unit.symbols}
    for name, names in table("values/units").items():
        if name in units():
            found |= {written: name for one in names for written in (one, f"{one}s")}
    return found


@derived_up_to(512)
def unit_behind(label: str) -> tuple[str, str]:
    """A label and the unit that its last word is, as in keys that have no brackets: ``memory mb``."""
    front, _, last = label.rpartition(" ")
    low = last.lower()
    is_unit = low in _units() or low in _money()
    if not front or not is_unit or low in stopwords() or not _names_unit(low):
        return label, ""
    return front, last


def is_apart(label: str) -> bool:
    """A scale over the table does not apply to the figures of this label: they are per piece, or no amounts."""
    low = label.lower()
    return any(word in low for word in table("text/scaled")["apart"])


def whole(
    mention: Mention, own: Sequence[str], over: Sequence[str], *, is_money: bool, counted: bool, is_number: bool = False
) -> Mention:
    """The mention in whole units.

    ``own`` are the labels of its row and column, ``over`` the lines over the table; ``is_money``: the labels name an
    amount of money; ``counted``: they name something that is no money; ``is_number``: they name no date, so that 1600
    under them is no year.
    """
    if is_number and may_be_year(mention):
        mention = as_number(mention)
    bare = counts(mention.kind) and mention.unit is None
    if not bare and mention.kind != "money":
        return mention
    if any(c.isalpha() for c in mention.text.removeprefix("US")):
        return mention
    apart = any(map(is_apart, own))
    beside = next((m for m in map(named, own) if m is not None), None)
    above = next((m for m in map(named, over) if m is not None), None)
    if beside is not None and beside.kind not in {None, "money"}:
        return _in_units(mention, beside) if bare else mention
    if above is not None and above.kind not in {None, "money"} and beside is None:
        return _in_units(mention, above) if bare and not is_money else mention
    found = [m for m in (beside, above) if m is not None]
    scale = next((m.scale for m in found if m.scale != 1), Decimal(1))
    currency = next((m.unit for m in found if m.kind == "money"), None)
    amount = mention.kind == "money" or (currency is not None and (is_money or beside is not None or not counted))
    if amount:
        if apart and (bare or scale != 1):
            return mention
        unit = mention.unit if mention.kind == "money" else currency
        return replace(_times(mention, scale), kind="money", unit=unit)
    plain_scale = scale != 1 and currency is None and not apart and not is_money
    return _times(mention, scale) if plain_scale else mention


def may_be_year(mention: Mention) -> bool:
    """A figure of four digits, taken for a year."""
    return mention.kind == "date" and mention.text.isdecimal() and len(mention.text) == _YEAR_DIGITS


def of_amount(label: str) -> bool:
    """A label names what figures are in, and it is no time: ``Floor area (m²)``."""
    measure = named(label)
    return measure is not None and measure.unit is not None and measure.kind != "duration"


def as_number(mention: Mention) -> Mention:
    """A figure that was taken for a year, as the number that it is."""
    return replace(
        mention, kind="number", low=mention.text, high=mention.text, edtf=None, resolution="1", first=None, last=None
    )


def _in_units(mention: Mention, measure: Measure) -> Mention:
    kind = measure.kind or mention.kind
    return replace(_times(mention, measure.scale), kind=kind, unit=measure.unit, per=measure.per or mention.per)


def _times(mention: Mention, scale: Decimal) -> Mention:
    if scale == 1:
        return mention

    def large(number: str | None) -> str | None:
        return format((Decimal(number) * scale).normalize(), "f") if number is not None else None

    steps = large(mention.resolution) if mention.resolution else mention.resolution
    return replace(mention, low=large(mention.low), high=large(mention.high), resolution=steps)
