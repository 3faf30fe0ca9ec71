"""Holds numbers in words against the figures that repeat them: ``thirty (45) days``, ``£150 (one hundred pounds)``.

Words and figures repeat each other where one of the two stands in brackets right behind the other and nothing but the
unit of both comes between; an amount that is announced as "in words", and one that ends with "only", repeats the
amount in figures before it. ``twelve (40%)`` and ``two (2019)`` say two different things, so they are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.constraints.context import Context, Draft, Span
from checker.constraints.figures import shown
from checker.constraints.worded_amounts import Amount, amounts, currency_of
from checker.constraints.worded_shares import shares
from checker.constraints.worded_totals import totals
from checker.language.language import derived, table

KIND = "spelled"
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{1,120})[)\]]")
_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:/-|\.-)?"
    r"(?P<pence>p\b)?(?P<ordinal>st|nd|rd|th)?\s?(?P<scale>million|m|bn|billion|thousand|k)?\b"
    r"\s?(?P<percent>%|per ?cent)?(?:\s?(?P<after>[£$€]))?"
)
_INSIDE = re.compile(
    rf"\s?(?P<code>[A-Za-z]{{1,4}}\$?\.?\s?)?(?P<sign>[£$€₹¥₦])?\s?{_NUMBER}(?P<rest>(?:[\s-][A-Za-z]+){{0,3}})[.,]?\s?"
)
_BEFORE = re.compile(
    rf"(?<![\w.,])(?P<code>[A-Z]{{2,4}}\$?\s?|Rs\.?\s?)?(?P<sign>[£$€₹¥₦])?\s?{_NUMBER}"
    r"(?P<rest>(?:[\s-][A-Za-z]+){0,2})\s?[,;]?\s*$"
)
_SCALES = {"": 1, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9, "thousand": 1000, "k": 1000}
_WORD_AFTER = re.compile(r"[\s-]{0,3}([A-Za-z]+)")
_WORD_BEFORE = re.compile(r"([A-Za-z]+|\d)[\s\"'-]{1,3}$")
_ARTICLES = frozenset(("a", "an", "one"))
"""Before an ordinal these make a part of it: "a fifth (39)" is 39 of them."""
_AGES = frozenset(("under", "over", "aged", "age"))
_MISREAD = 3
"""So many pairs that do not fit, more than there are that do, mean something else."""


@dataclass(frozen=True, slots=True)
class _Figures:
    """A number in figures beside words."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    signs: frozenset[str]
    percent: bool
    ordinal: bool
    rest: tuple[str, ...]
    digits: str


@dataclass(frozen=True, slots=True)
class _Pair:
    words: Amount
    figures: _Figures
    bare: bool
    """Nothing names a unit but the noun behind both."""
    noun: str
    start: int
    end: int
    certain: bool = False

    @property
    def off(self) -> Decimal:
        return abs(self.words.value - self.figures.value)

    @property
    def fits(self) -> bool:
        scaled = self.figures.step / 2 if self.figures.step > 1 else Decimal(0)
        return self.off <= scaled


def find(context: Context) -> Iterator[Draft]:
    """Every number that is stated twice, in words and in figures."""
    text = context.plain
    worded = list(amounts(text))
    pairs = list(_pairs(context, worded))
    bare = [pair for pair in pairs if pair.bare]
    wrong = sum(not pair.fits for pair in bare)
    misread = wrong >= _MISREAD and wrong > len(bare) - wrong
    fitting = len(pairs) - sum(not pair.fits for pair in pairs)
    for pair in pairs:
        if not (misread and pair.bare):
            yield _draft(context, replace(pair, certain=_is_certain(pair, fitting)))
    used = {pair.words.start for pair in pairs}
    yield from totals(context, [amount for amount in worded if amount.start not in used])
    yield from shares(context)


def _is_certain(pair: _Pair, fitting: int) -> bool:
    if not pair.bare or fitting:
        return True
    return pair.noun in _units() or (bool(pair.noun) and pair.words.start < pair.figures.start)


def _pairs(context: Context, worded: Sequence[Amount]) -> Iterator[_Pair]:
    ends = [amount.end for amount in worded]
    starts = [amount.start for amount in worded]
    for bracket in _BRACKET.finditer(context.plain):
        found = _figures_inside(context.plain, bracket)
        if found is not None:
            amount = _ending_before(context.plain, bracket.start(), worded, ends, found)
            pair = _joined(context, amount, found, bracket) if amount is not None else None
        else:
            pair = _words_inside(context, bracket, worded, starts)
        if pair is not None:
            yield pair


def _figures_inside(text: str, bracket: re.Match[str]) -> _Figures | None:
    found = _INSIDE.fullmatch(text, bracket.start(1), bracket.end(1))
    return _figures(found) if found is not None else None


def _figures(found: re.Match[str]) -> _Figures:
    digits = found["number"].replace(",", "")
    scale = Decimal(_SCALES[found["scale"] or ""]) / (100 if found["pence"] else 1)
    signs = {(found[name] or "").strip(" .").upper() for name in ("code", "sign", "after")} - {""}
    rest = tuple(found["rest"].replace("-", " ").lower().split())
    return _Figures(
        found.start(),
        found.end("after")
        if found["after"]
        else max(found.end("number"), found.end("scale"), found.end("percent"), found.end("ordinal")),
        Decimal(digits) * scale,
        Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale,
        frozenset(signs).union(*(currency_of(word) for word in rest)),
        found["percent"] is not None or rest[:2] == ("per", "cent") or rest[:1] == ("percent",),
        found["ordinal"] is not None,
        tuple(word for word in rest if not currency_of(word) and word not in {"per", "cent", "percent", "only"}),
        found["number"],
    )


def _ending_before(
    text: str, at: int, worded: Sequence[Amount], ends: Sequence[int], figures: _Figures
) -> Amount | None:
    """The number in words that a bracket stands behind, with no more than the unit of its figures between."""
    n = bisect_left(ends, at + 1) - 1
    if n < 0 or at - ends[n] > 40:
        return None
    between = text[ends[n] : at].strip(" \"'*_-").lower().split()
    if between and tuple(between) != figures.rest:
        return None
    return worded[n]


def _joined(context: Context, amount: Amount, figures: _Figures, bracket: re.Match[str]) -> _Pair | None:
    """The pair, where words and figures can mean the same."""
    text = context.plain
    after = _WORD_AFTER.match(text, bracket.end())
    noun = after[1].lower() if after is not None else ""
    before = _WORD_BEFORE.search(text[max(0, amount.start - 24) : amount.start])
    last = before[1].lower() if before is not None else ""
    money = amount.currency or currency_of(noun)
    percent = amount.percent or noun in {"percent", "per"}
    if (
        last.isdigit()
        or (figures.rest and not text[amount.end : bracket.start()].strip() and noun not in figures.rest)
        or (figures.percent and not percent)
        or (figures.signs and not (money & figures.signs))
        or (figures.ordinal and not amount.number.ordinal)
        or (amount.number.ordinal and not figures.ordinal and (last in _ARTICLES or not _is_plain(figures)))
        or _is_year(figures, amount)
        or (last in _naming() and not amount.currency and not percent)
        or (last in _AGES and not noun)
        or (amount.number.words == 1 and amount.value == 1 and not noun)
    ):
        context.saw(KIND, read=False)
        return None
    bare = not (amount.currency or amount.percent or figures.percent or figures.signs or amount.number.ordinal)
    if bare and amount.value == 1 and amount.number.words == 1 and noun not in _units() and figures.value != 1:
        context.saw(KIND, read=False)
        return None
    context.saw(KIND)
    return _Pair(amount, figures, bare, noun, amount.start, bracket.end())


def _is_plain(figures: _Figures) -> bool:
    return figures.step == 1 and not figures.signs and not figures.percent and not figures.rest


def _is_year(figures: _Figures, amount: Amount) -> bool:
    """Four figures without a comma behind a small number are a year."""
    return re.fullmatch(r"1[5-9]\d\d|20\d\d", figures.digits) is not None and amount.value < 1000


def _words_inside(
    context: Context, bracket: re.Match[str], worded: Sequence[Amount], starts: Sequence[int]
) -> _Pair | None:
    """Figures before a bracket that holds nothing but their number in words."""
    text = context.plain
    n = bisect_left(starts, bracket.start(1))
    if n >= len(worded) or worded[n].start >= bracket.end(1):
        return None
    amount = worded[n]
    lead = text[bracket.start(1) : amount.start].strip(" \"'").lower()
    tail = text[amount.end : bracket.end(1)].strip(" \"'.-").lower().split()
    if lead not in {"", "say", "in words", "i.e.", "the sum of"} or len(tail) > 2:
        return None
    window = max(0, bracket.start() - 48)
    found = _BEFORE.search(text[window : bracket.start()])
    if found is None:
        return None
    figures = _figures(found)
    figures = replace(figures, start=window + found.start(), end=window + figures.end)
    after = _WORD_AFTER.match(text, bracket.end())
    noun = after[1].lower() if after is not None else ""
    if tail and tuple(tail) != figures.rest and tail != [noun]:
        return None
    if not tail and figures.rest:
        return None
    percent = figures.percent or noun in {"percent", "per"}
    if (
        (amount.percent and not percent)
        or (amount.currency and figures.signs and not (amount.currency & figures.signs))
        or (_is_year(figures, amount) and not amount.currency)
        or (figures.percent and not amount.percent and noun not in {"percent", "per"} and amount.number.words < 1)
    ):
        context.saw(KIND, read=False)
        return None
    if (
        figures.signs
        and not amount.currency
        and noun not in _units()
        and not currency_of(noun)
        and amount.value != figures.value
    ):
        context.saw(KIND, read=False)
        return None
    context.saw(KIND)
    bare = not (amount.currency or amount.percent or figures.signs)
    return _Pair(amount, figures, bare, noun, figures.start, bracket.end())


@derived
def _units() -> frozenset[str]:
    words = table("constraints/spelled")
    return frozenset(words["units"]) | frozenset(words["units_hyphened"])


@derived
def _naming() -> frozenset[str]:
    return frozenset(table("constraints/spelled")["naming"])


def _draft(context: Context, pair: _Pair) -> Draft:
    figures: Span = (pair.figures.start, pair.figures.end)
    words: Span = (pair.words.start, pair.words.end)
    says, other = context.words(*words), context.words(*figures)
    value = shown(pair.words.value, min(pair.figures.step, _step(pair.words.value)))
    return Draft(
        KIND,
        "amount" if pair.words.currency or pair.figures.signs else "figure",
        _subject(context, pair),
        (words,),
        (figures,),
        says,
        other,
        f"the figure beside it is {other}",
        f'"{says}" is {value}; {other} is stated in figures (tolerance: none)',
        0.0 if pair.fits else 2.0,
        pair.certain,
    )


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value % 1 else Decimal(1)


def _subject(context: Context, pair: _Pair) -> str:
    noun = f" {pair.noun}" if pair.bare and pair.noun else ""
    return f"{context.words(pair.start, pair.end)}{noun}"
