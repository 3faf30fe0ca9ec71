"""Lays prose out in passages, each one sentence with the quantities that it states, exact to the last place written.

What only names something ("Table 4", "p = .03"), dates and ranges are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.constraints.context import Context, Span
from checker.language.language import any_of, derived, table
from checker.model.document import Sentence
from checker.model.value import Mention

_WORDS = "constraints/quantities"
_SORTS = {
    "number": "count",
    "count": "count",
    "money": "money",
    "measure": "measure",
    "duration": "time",
    "multiple": "multiple",
    "ratio": "fraction",
}
_FIGURE = re.compile(r"(\d{1,3}(?:[, ]\d{3})+|\d+|(?=\.\d))(\.\d+)?")
_SCALES = re.compile(r"\b(hundred|thousand|million|billion|trillion)\b|(?<=\d)\s?(k|m|bn|mn|tn)\b", re.IGNORECASE)
_POWERS = {"hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12,
           "tn": 12}  # fmt: skip
_PARTED = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s?(?:/|out of)\s?(?:the |these |those |all )?(\d[\d,]*)")
_SYMBOL = re.compile(r"([A-Za-zχηα²)\]])\s?(?:=|<|>|≤|≥)\s?[-+−]?$")
_CITED = re.compile(r"[\[#]$|[A-Za-z]$|\d[.:]$|(?<!\w)\d+ ?[-–]$")
_STOP = re.compile(r"[.!?](?:['\")\]])?\s+(?=[A-Z£$€(\d'\"])")
_BARE = re.compile(r"(?<=\()(?:\d{1,3}(?:,\d{3})+|\d{2,6})(?=\))|(?<=\d/)(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d/.])")
_LISTED = re.compile(r"(?<=[a-z] \()(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?=\)(?:[,;.]|\sand|$))")
_AND_OVER = re.compile(r"(?:\d|teen|ty|ty-\w+)\sand\s$")
"""Behind an age: "sixty-five and over"."""
_JOINT = re.compile(r"\s(?:to|and)\s")
RANGE = "range"
"""The modifier of a quantity that is one end of a range."""
_BEFORE = 30
_MANY = 40
"""Of so many quantities in one sentence nothing is made: it is no sentence."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a sentence."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    """The size of its last place as written: 1 for 1,200, 100000 for 1.2 million."""
    sort: str
    """``count``, ``percent``, ``points``, ``money``, ``measure``, ``time``, ``multiple`` or ``fraction``."""
    unit: str
    """Its currency or its unit of measure; empty for a count."""
    noun: str
    """What is counted, in the singular; empty where that is not said beside it."""
    per: str
    """What it is for one of."""
    rough: bool
    """Words beside it say that it is not exact."""
    modifier: str
    round_to: Decimal
    """The size of its last place that is not nought."""

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def slack(self) -> Decimal:
        """How far the exact number may be from it: nothing for a count to the last one."""
        if self.sort in {"count", "time"} and self.step <= 1 and self.value == self.value.to_integral_value():
            half = Decimal(0)
        else:
            half = self.step / 2 if self.step != 1 or self.sort != "money" else Decimal(0)
        if self.rough:
            return max(half, min(self.round_to / 2, abs(self.value) / 20), abs(self.value) / 50)
        return max(half, min(self.round_to / 2, abs(self.value) / 200)) if self.round_to >= 100 else half

    def is_like(self, other: Quantity) -> bool:
        """Both are of one sort in one unit, so that they can be added and compared."""
        return self.sort == other.sort and self.unit == other.unit


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, item or labelled line."""

    start: int
    end: int
    text: str
    """Its words without markup; offsets are those of the document less ``start``."""
    block: int
    quantities: tuple[Quantity, ...]

    @property
    def single(self) -> tuple[Quantity, ...]:
        """The quantities that are no ends of a range."""
        return tuple(q for q in self.quantities if q.modifier != RANGE)

    def between(self, left: int, right: int) -> str:
        """The words between two places of the document."""
        return self.text[max(0, left - self.start) : max(0, right - self.start)]

    def gap(self, index: int) -> str:
        """The words between a quantity and the one before it."""
        last = self.quantities[index - 1].end if index else self.start
        return self.between(last, self.quantities[index].start)

    def behind(self, quantity: Quantity, most: int = 60) -> str:
        """The words behind a quantity."""
        return self.text[quantity.end - self.start : quantity.end - self.start + most]

    def ahead(self, quantity: Quantity, most: int = 60) -> str:
        """The words before a quantity."""
        end = quantity.start - self.start
        return self.text[max(0, end - most) : end]


def passages(context: Context) -> Sequence[Passage]:
    """The sentences of the prose in order, those that state no number included."""
    return context.once(_all_passages)


def _all_passages(context: Context) -> Sequence[Passage]:
    return [_passage(context, *span, s.block) for s in context.prose for span in _split(context, s)]


def of_span(context: Context, start: int, end: int, block: int) -> Passage:
    """Any stretch of a document as a passage: a cell, a caption."""
    return _passage(context, start, end, block)


def _split(context: Context, sentence: Sentence) -> Iterator[Span]:
    """The sentences of a labelled line, which the document has as one."""
    text, last = context.plain[sentence.start : sentence.end], 0
    for stop in _STOP.finditer(text):
        word = re.search(r"([\w.]+)$", text[max(0, stop.start() - 12) : stop.start()])
        if word is None or word[1].lower() not in _abbreviations():
            yield sentence.start + last, sentence.start + stop.end()
            last = stop.end()
    yield sentence.start + last, sentence.end


@derived
def _abbreviations() -> frozenset[str]:
    return frozenset(table(_WORDS)["abbreviations"])


@derived
def _labels() -> re.Pattern[str]:
    words = table(_WORDS)
    told = "".join(rf"(?<!\b{re.escape(word)} )" for word in words["told"])
    return re.compile(rf"(?:^|[^\w]){told}(?:{any_of(words['labels'])})\.?\s?(?:\d+\s?(?:,|and|to|-|or)\s?)?$", re.I)


@derived
def _rough() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w])(?:{any_of(table(_WORDS)['rough'])})\.?\s?[£$€]?$", re.I)


def _passage(context: Context, start: int, end: int, block: int) -> Passage:
    mentions = context.mentions_in(start, end)
    text = context.plain[start:end]
    if len(mentions) > _MANY:
        return Passage(start, end, text, block, ())
    quantities = [q for m in mentions for q in _quantities(context, m, start)]
    quantities += _fractions(text, start, mentions)
    shares = any(q.sort in {"percent", "fraction"} for q in quantities)
    if shares or (":" in text and len(_LISTED.findall(text)) >= 2):
        quantities += _bracketed(text, start, mentions, _BARE if shares else _LISTED)
    quantities.sort(key=lambda q: q.start)
    return Passage(start, end, text, block, tuple(quantities))


@derived
def _fraction() -> re.Pattern[str]:
    """A part in words that is a change: "a quarter bigger", "down by a third"."""
    words = table("constraints/arithmetic")
    part = rf"(?:a|an|one|two|three)[\s-](?P<part>{any_of(words['fractions'])})s?"
    moved = any_of((*words["up"], *words["down"]))
    return re.compile(rf"(?<=\s)(?:{part}(?=\s(?:{moved})\b)|(?<=\sby\s){part.replace('part>', 'by>')})", re.IGNORECASE)


_TOPS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


def _fractions(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[Quantity]:
    """Changes told by a part in words, which no value holds."""
    for found in _fraction().finditer(text):
        first, last = start + found.start(), start + found.end()
        if any(m.start < last and first < m.end for m in mentions):
            continue
        top, _, bottom = table("constraints/arithmetic")["fractions"][(found["part"] or found["by"]).lower()].partition(
            "/"
        )
        value = Decimal(top) * _TOPS[re.split(r"[\s-]", found[0])[0].lower()] / Decimal(bottom)
        yield Quantity(first, last, value, Decimal(1), "fraction", "", "", "", False, "exact", Decimal(1))


def _bracketed(text: str, start: int, mentions: Sequence[Mention], form: re.Pattern[str]) -> Iterator[Quantity]:
    """Bare numbers in brackets and behind a stroke: they may be notes, but not beside a percentage or in a list."""
    for found in form.finditer(text):
        first, last = start + found.start(), start + found.end()
        if not any(m.start < last and first < m.end for m in mentions):
            value = Decimal(found[0].replace(",", ""))
            yield Quantity(first, last, value, Decimal(1), "count", "", "", "", False, "exact", Decimal(1))


def _quantities(context: Context, mention: Mention, first: int) -> Iterator[Quantity]:
    """The quantity of a value; two of "45 of 196" written as "45/196", none of a date, a range or a label."""
    before = context.plain[max(first, mention.start - _BEFORE) : mention.start]
    if _is_label(mention, before) or _is_cut(context, mention, before):
        return
    words = context.plain[mention.start : mention.end]
    parted = _PARTED.search(words)
    if parted is not None and mention.kind in {"number", "count", "ratio"}:
        for group in (1, 2):
            at = mention.start + parted.start(group)
            value = Decimal(parted[group].replace(",", ""))
            step = _step(parted[group], value)
            yield Quantity(at, at + len(parted[group]), value, step, "count", "", "", "", False, "exact", step)
        return
    if mention.low is not None and mention.high is not None and mention.low != mention.high:
        yield from _ends(mention, words)
        return
    stated = mention.low if mention.low is not None else mention.high
    sort = "points" if mention.unit == "percentage point" else _SORTS.get(mention.kind)
    if mention.kind == "percentage" and sort is None:
        sort = "percent"
    if stated is None or sort is None:
        return
    yield _quantity(mention, sort, Decimal(stated), words, before)


_CUT_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]$")
_CUT_BEHIND = re.compile(r"[ \u00a0\u202f]\d{3}(?![\d,.]*\d)")


def _is_cut(context: Context, mention: Mention, before: str) -> bool:
    """Whether it is a piece of a number that blanks part: "267 606"."""
    words = context.plain[mention.start : mention.end]
    behind = re.match(r"\d{1,3}\b", words) and _CUT_BEHIND.match(context.plain, mention.end)
    ahead = re.match(r"\d{3}\b", words) and _CUT_BEFORE.search(before)
    return bool(behind or ahead) and mention.kind in {"number", "count", "ratio"}


def _ends(mention: Mention, words: str) -> Iterator[Quantity]:
    """The two ends of "from 50 to 80", each marked as that of a range."""
    sort = "percent" if mention.kind == "percentage" else _SORTS.get(mention.kind)
    middle = _JOINT.search(words)
    if sort is None or middle is None or mention.low is None or mention.high is None:
        return
    unit = mention.unit or "" if sort in {"money", "measure", "time"} else ""
    for first, last, value in ((0, middle.start(), mention.low), (middle.end(), len(words), mention.high)):
        figure = _FIGURE.search(words, first, last)
        if figure is None:
            continue
        number = Decimal(value)
        written = Decimal(figure[0].replace(",", "").replace(" ", ""))
        scale = number / written if written else Decimal(1)
        step = Decimal(1).scaleb(-len((figure[2] or ".")[1:])) * (scale if scale > 0 else 1)
        yield Quantity(
            mention.start + figure.start(),
            mention.start + last,
            number,
            step,
            sort,
            unit,
            mention.unit or "",
            "",
            False,
            RANGE,
            step,
        )


def _quantity(mention: Mention, sort: str, value: Decimal, words: str, before: str) -> Quantity:
    unit = mention.unit or "" if sort in {"money", "measure", "time"} else ""
    fraction = sort in {"count", "fraction"} and 0 < value < 1 and _FIGURE.search(words) is None
    modifier = "exact" if _AND_OVER.search(before) else mention.modifier
    rough = modifier != "exact" or _rough().search(before) is not None
    return Quantity(
        mention.start,
        mention.end,
        value,
        _step(words, value),
        "fraction" if fraction or sort == "fraction" else sort,
        unit,
        (mention.unit or "") if mention.kind == "count" else "",
        mention.per or "",
        rough,
        modifier,
        Decimal(mention.resolution) if mention.resolution and _is_number(mention.resolution) else Decimal(1),
    )


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _step(words: str, value: Decimal) -> Decimal:
    """The size of the last place that is written."""
    figure = _FIGURE.search(words)
    if figure is None:
        return Decimal(1)
    places = len((figure[2] or ".")[1:])
    power = sum(_POWERS[(s[1] or s[2]).lower()] for s in _SCALES.finditer(words, figure.start()))
    if power and abs(value) < Decimal(10) ** power / 1000:
        power = 0
    return Decimal(1).scaleb(power - places)


def _is_label(mention: Mention, before: str) -> bool:
    """Whether the number names something, or is a figure of statistics such as "t = 2.1"."""
    symbol = _SYMBOL.search(before)
    if symbol is not None and symbol[1].lower() != "n":
        return True
    if symbol is None and before and _CITED.search(before) is not None:
        return True
    return mention.kind in {"number", "count"} and _labels().search(before) is not None
