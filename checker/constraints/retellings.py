"""Pairs the figures of a document that may be one told twice: how alike the two look, and how alike their words are.

A figure has at least three digits that count, so that two are seldom alike by chance. Each is kept under what it would
be with a digit left out, with any digit in place of one, and with two neighbours swapped; two that meet there are a
pair. That costs a few look-ups for each figure, whatever the number of pairs. Figures of one block or one table are no
pair: those are a list of several things.

The features of a pair say nothing of the two values, but for the form of the slip that parts them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.constraints.context import Context
from checker.language.rarity import UNLISTED, rarity
from checker.language.words import Word, stems, stopwords, words
from checker.model.document import Block
from checker.model.value import Mention

EQUAL, SWAPPED, DIGIT, DROPPED = "equal", "swapped", "digit", "dropped"
_KINDS = frozenset(("money", "count", "number", "percentage", "measure"))
_FEWEST_DIGITS = 3
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
"""A bare number of four digits between the two is taken for a year."""
_REACH = 80
"""So many characters on either side count as near, within the sentence or cell."""
_MOST_ALIKE = 12
"""So many figures under one key are a series."""
_MOST_FIGURES = 20_000
_MOST_SHARED = 3.0
_SERIES = frozenset(("row", "item", "pair"))
_PASSED_OVER = frozenset(("links", "boilerplate", "code"))


@dataclass
class Telling:
    """A figure where it stands."""

    context: Context
    mention: Mention
    digits: str
    """Its value, as a decimal without what adds nothing: ``1204``, ``12.5``."""
    block: Block
    sentence: tuple[int, int]
    within: tuple[int, int]
    """The cell or sentence that it stands in."""
    label: str
    """What labels it: the key of its line or row, the head of its column."""

    @property
    def count(self) -> int:
        """How many of its digits tell it from others."""
        return len(self.digits.replace(".", ""))

    @cached_property
    def _words(self) -> Sequence[Word]:
        return [w for w in words(self.context.plain, *self.sentence) if w.is_word and w.low not in stopwords()]

    @cached_property
    def label_stems(self) -> frozenset[str]:
        """The stems of its labels."""
        found = words(self.label, 0, len(self.label))
        return frozenset(stems(w.low for w in found if w.is_word and w.low not in stopwords()).values())

    @cached_property
    def near_stems(self) -> frozenset[str]:
        """The stems of the words near it, with those of its labels."""
        first, last = max(self.within[0], self.mention.start - _REACH), min(self.within[1], self.mention.end + _REACH)
        near = (w.low for w in self._words if first <= w.start and w.end <= last)
        return frozenset(stems(near).values()) | self.label_stems

    @cached_property
    def sentence_stems(self) -> frozenset[str]:
        """The stems of its sentence, with those of its labels; in a row only those near it."""
        if self.block.cells:
            return self.near_stems
        return frozenset(stems(w.low for w in self._words).values()) | self.label_stems

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of its sentence with a capital, but the first."""
        return frozenset(w.low for w in self._words if w.capital and w.start > self.sentence[0])

    @cached_property
    def noun(self) -> str:
        """The stem of the word right behind it; empty where a mark stands there."""
        found = words(self.context.plain, self.mention.end, min(self.within[1], self.mention.end + 40))
        return next(iter(stems((found[0].low,)).values())) if found and found[0].is_word else ""

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that its sentence and labels name."""
        found = words(self.context.plain, *self.sentence) + words(self.label, 0, len(self.label))
        return frozenset(w.low for w in found if len(w.low) == 4 and _is_year(w.low))

    @cached_property
    def others(self) -> frozenset[str]:
        """The other figures of its sentence."""
        found = self.context.mentions_in(*self.sentence)
        return frozenset(m.low for m in found if m.low is not None and m.start != self.mention.start)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that are equal, or parted by a slip, in order of place."""

    first: Telling
    second: Telling
    form: str
    """One of the four above."""
    told: tuple[int, int]
    """How often the document states each of the two values."""
    figures: int
    """How many figures the document has: the more, the more are alike by chance."""


def tellings(context: Context) -> Sequence[Telling]:
    """The figures of a document that are long enough, in order of place."""
    found = []
    blocks = context.document.blocks
    for mention in context.mentions:
        digits = _digits(mention)
        sentence = context.sentence_at(mention.start) if digits else None
        if sentence is None or blocks[sentence.block].kind in _PASSED_OVER:
            continue
        block = blocks[sentence.block]
        within, label = (sentence.start, sentence.end), block.key or ""
        for n, (start, end) in enumerate(block.cells):
            if start <= mention.start < end:
                within = start, end
                label = f"{label} {block.heads[n]}" if n < len(block.heads) else label
        found.append(Telling(context, mention, digits, block, (sentence.start, sentence.end), within, label.strip()))
        if len(found) == _MOST_FIGURES:
            break
    return found


def pairs(figures: Sequence[Telling]) -> Iterator[Pair]:
    """The pairs of figures that are equal or parted by a slip, each once."""
    told = Counter(figure.digits for figure in figures)
    places: dict[str, list[int]] = defaultdict(list)
    for n, figure in enumerate(figures):
        for key in _keys(figure.digits):
            places[key].append(n)
    seen = set()
    for alike in places.values():
        if len(alike) > _MOST_ALIKE:
            continue
        for at, n in enumerate(alike):
            for m in alike[at + 1 :]:
                first, second = figures[n], figures[m]
                form = slip(first.digits, second.digits)
                if form is None or (n, m) in seen or _are_listed(first.block, second.block):
                    continue
                seen.add((n, m))
                yield Pair(first, second, form, (told[first.digits], told[second.digits]), len(figures))


def slip(one: str, other: str) -> str | None:
    """How one figure becomes the other: not at all, with neighbours swapped, a digit changed, a digit left out."""
    if one == other:
        return EQUAL
    if len(one) == len(other):
        apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if not all(one[n].isdigit() and other[n].isdigit() for n in apart):
            return None
        if len(apart) == 1:
            return DIGIT
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] + one[apart[1]] == (
            other[apart[1]] + other[apart[0]]
        )  # fmt: skip
        return SWAPPED if swapped else None
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1:
        return None
    left = any(c.isdigit() and longer[:n] + longer[n + 1 :] == shorter for n, c in enumerate(longer))
    return DROPPED if left else None


def features(pair: Pair) -> Mapping[str, float]:
    """What the words and the structure say for or against the two being one figure, and the form of the slip."""
    one, other = pair.first, pair.second
    near = one.near_stems & other.near_stems
    wide = (one.sentence_stems & other.sentence_stems) - near
    labels = (one.label_stems & other.sentence_stems) | (other.label_stems & one.sentence_stems)
    kinds = {one.mention.kind, other.mention.kind}
    units = {one.mention.unit, other.mention.unit} - {None}
    rows = (one.block.kind == "row") + (other.block.kind == "row")
    digits = min(one.count, other.count)
    # Equal figures are at least as surely one as those in which two digits are swapped.
    form = SWAPPED if pair.form == EQUAL else pair.form
    given = {
        "figures": math.log2(pair.figures),
        "near": min(_MOST_SHARED, _weight(near)),
        "nothing near": not near,
        "near share": len(near) / max(1, len(one.near_stems | other.near_stems)),
        "sentence": min(_MOST_SHARED, _weight(wide)),
        "label": min(2.0, _weight(labels)),
        "name": min(2, len(one.names & other.names)),
        "one noun": one.noun == other.noun != "",
        "one unit": len(units) == 1 and None not in (one.mention.unit, other.mention.unit) and kinds != {"money"},
        "two units": len(units) == 2,
        "two kinds": len(kinds - {"number"}) == 2,
        "money": kinds == {"money"},
        "both rows": rows == 2,
        "a row": rows == 1,
        "both listed": one.block.kind in _SERIES and other.block.kind in _SERIES,
        "other years": bool(one.years and other.years and one.years.isdisjoint(other.years)),
        "other figures": min(2, len(one.others & other.others)),
        "both repeated": pair.form != EQUAL and min(pair.told) > 1,
        "two bounds": one.mention.modifier != other.mention.modifier,
        "fraction": "." in one.digits or "." in other.digits,
        form: True,
        f"{form} of {min(digits, 5)}": True,
    }
    return {name: float(value) for name, value in given.items() if value}


def _weight(shared: frozenset[str]) -> float:
    """How much shared words say: a rare one 1, one in every text nothing."""
    return sum(rarity(stem) for stem in shared) / UNLISTED


def _digits(mention: Mention) -> str:
    if mention.kind not in _KINDS or mention.low is None or mention.low != mention.high or mention.modifier != "exact":
        return ""
    whole, _, fraction = mention.low.lstrip("-").partition(".")
    fraction = fraction.rstrip("0")
    plain = (whole + fraction).lstrip("0")
    if len(plain if fraction else plain.rstrip("0")) < _FEWEST_DIGITS:
        return ""
    if mention.kind == "number" and not fraction and _is_year(whole) and "," not in mention.text:
        return ""
    return f"{whole}.{fraction}" if fraction else whole


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _keys(digits: str) -> frozenset[str]:
    found = {digits}
    for n, c in enumerate(digits):
        if c.isdigit():
            found |= {digits[:n] + digits[n + 1 :], f"{digits[:n]}?{digits[n + 1 :]}"}
            if digits[n + 1 : n + 2].isdigit():
                found.add(f"{digits[:n]}{digits[n + 1]}{c}{digits[n + 2 :]}")
    return frozenset(found)


def _are_listed(one: Block, other: Block) -> bool:
    return one is other or one.table == other.table != 0
