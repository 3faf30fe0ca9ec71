"""Holds averages and rates against the two figures they are made of: ``£96,000 in six months, or £16,000 a month``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.constraints import rate_figures
from checker.constraints.context import Context, Draft
from checker.constraints.quantities import Passage, Quantity, passages
from checker.constraints.results import drafted, fit
from checker.language.language import any_of, derived, table
from checker.language.words import singular

_WORDS = "constraints/arithmetic"
_PER = re.compile(
    r"\s?(?:[a-z-]+\s){0,3}?(?:per|a|an|each|every|for each|for every|to a|to each|/)\s?(?:(?:used"
    r"|paying|single|working|service|average)\s)?([a-z]+)\b",
    re.I,
)
_BASES = re.compile(
    r"[^.;,()]{0,40}?\b(?:per|in|for|every|each|in every)\s((?:ten |hundred |a )?thousand"
    r"|(?:a )?hundred|100,?000|10,?000|1,?000|100|million)\b",
    re.I,
)
_SIZES = {
    "hundred": 100,
    "ahundred": 100,
    "100": 100,
    "thousand": 1000,
    "athousand": 1000,
    "1000": 1000,
    "tenthousand": 10000,
    "10000": 10000,
    "hundredthousand": 100000,
    "100000": 100000,
    "million": 1000000,
}
_PER_AHEAD = re.compile(r"\bper\s([a-z]+)\s(?:was|is|came to|comes to|of|fell to|rose to|:)\s?[£$€]?$", re.I)
_ONE_AHEAD = re.compile(
    r"\b(?:the (?:average|typical|mean)|an average|each|every)\s([a-z]+)\s(?:[a-z]+\s){1,2}?(?:about |some )?[£$€₹]?$",
    re.I,
)
"""``the average customer spends``"""
_COSTS = re.compile(
    r"\ban?\s([a-z]+)\s(?:[a-z]+\s)?(?:costs?|cost us|costs us|comes? to|came to|works? out at|worked out at)\s"
    r"(?:about |some )?[£$€₹]?$",
    re.I,
)
"""``a parcel therefore cost us £58``"""
_AVERAGE_OF = re.compile(r"\bthe (?:average|mean) of\s$", re.I)
"""``the average of 7 models`` is not 7."""
_EACH = re.compile(r"\s?(?:[a-z]+\s)?(?:each|apiece|a head|per head)\b", re.I)
_STOPS = re.compile(r"[;.!?]")
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"))


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure for one of something."""

    quantity: Quantity
    per: str
    """Empty for an average that does not say what it is for one of."""
    tied: bool
    """Words right before it say that it follows: ", or", "an average of"."""


def find(context: Context) -> Iterator[Draft]:
    """Every rate of the prose with the figures it is made of."""
    everything = passages(context)
    for n, passage in enumerate(everything):
        before = [p for p in everything[max(0, n - 1) : n] if p.block == passage.block]
        yield from rate_figures.totals(context, passage, before)
        for quantity in passage.single:
            rate = _rate(passage, quantity)
            if rate is None:
                continue
            found = _judged(context, passage, rate, before)
            if found is not None:
                yield found


@derived
def _so() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[,;:(=]|\s[-\u2013\u2014]|\band)\s?(?:[a-z]+\s){{0,3}}?(?:{any_of(table(_WORDS)['so'])})"
        r"\s?(?:about |some |an? |just |only |of )*[£$€]?$",
        re.I,
    )


@derived
def _average() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_of(table(_WORDS)['average'])})\s(?:of |is |was |comes to )?(?:about |some |just "
        rf"|only |over |under )*[£$€]?$",
        re.I,
    )


def _rate(passage: Passage, quantity: Quantity) -> Rate | None:
    if quantity.sort not in {"count", "money", "measure", "time"} or quantity.value <= 0:
        return None
    ahead, behind = passage.ahead(quantity, 44), passage.behind(quantity, 44)
    cut = max((m.end() for m in re.finditer(r"[;.]\s", ahead)), default=0)
    tied = _so().search(ahead) is not None
    average = (_average().search(ahead[cut:]) is not None and _AVERAGE_OF.search(ahead) is None) or re.match(
        r"\s?(?:\w+\s){0,3}?on average\b", behind, re.I
    ) is not None
    per = _PER.match(behind) or _PER_AHEAD.search(ahead)
    if per is None and (one := _ONE_AHEAD.search(ahead[cut:]) or _COSTS.search(ahead)) is not None:
        per = one
    unit = quantity.per or (singular(per[1].lower()) if per else "")
    if quantity.per and per is None:
        unit = quantity.per
    if not unit and _EACH.match(behind):
        unit = "each"
    if not unit and not average:
        return None
    return Rate(quantity, unit, tied or average)


def _judged(context: Context, passage: Passage, rate: Rate, before: Sequence[Passage]) -> Draft | None:
    """The rate with the figures of its clause; a rate that fits two figures near it is right."""
    stated = rate.quantity
    clause = _clause(passage, stated)
    near = [
        q
        for q in clause
        if q is not stated and q.value > 0 and q.sort not in {"percent", "points", "multiple", "fraction"}
    ]
    wide = [
        *(q for p in before for q in p.single if q.sort not in {"percent", "points", "multiple", "fraction"}),
        *near,
    ]
    for top in wide[-10:]:
        for over in wide[-10:]:
            if (
                top is over
                or over.value <= 0
                or not (_is_top(passage, top, stated) or _is_speed(top, over, stated))
                or over.sort not in {"count", "time", "measure"}
            ):
                continue
            for expected in _quotients(passage, top, over, rate):
                spread = expected * (top.slack / top.value + over.slack / over.value) if top.value > 0 else Decimal(0)
                if fit(expected, stated, spread) <= 1:
                    context.saw("arithmetic")
                    return _drafted(context, rate, top, over, expected, spread)
    multiplied = _multiplied(context, passage, rate)
    if multiplied is not None:
        return multiplied
    converted = _other_time(context, passage, rate)
    if converted is not None:
        return converted
    ready = _ready(passage, rate, near) or rate_figures.ready(passage, stated, rate.per, before)
    if ready is not None or rate.tied:
        context.saw("arithmetic", read=ready is not None)
    if ready is None:
        return None
    top, over, expected = ready
    spread = expected * (top.slack / top.value + over.slack / over.value)
    return _drafted(context, rate, top, over, expected, spread)


def _drafted(context: Context, rate: Rate, top: Quantity, over: Quantity, expected: Decimal, spread: Decimal) -> Draft:
    form = "rate" if rate.per else "average"
    words = f"{context.words(*top.span)} / {context.words(*over.span)}"
    return drafted(context, form, rate.quantity, (top, over), expected, fit(expected, rate.quantity, spread), words)


def _clause(passage: Passage, stated: Quantity) -> Sequence[Quantity]:
    """The quantities of the sentence up to the rate; a semicolon parts it."""
    first = max((m.end() for m in _STOPS.finditer(passage.text, 0, stated.start - passage.start)), default=0)
    first = first if passage.text[:first].rstrip().endswith(";") else 0
    return [q for q in passage.single if q.start >= passage.start + first]


def _quotients(passage: Passage, top: Quantity, over: Quantity, rate: Rate) -> Iterator[Decimal]:
    """What one figure is for one of the other, in every unit of time that may be meant."""
    quotient = top.value / over.value
    yield quotient
    if over.sort == "time" and rate.per in _TIMES and over.unit != rate.per:
        times = _times().get((over.unit, rate.per)), _times().get((rate.per, over.unit))
        if times[0]:
            yield quotient / times[0]
        if times[1]:
            yield quotient * times[1]
    base = _BASES.match(passage.behind(rate.quantity, 60))
    if rate.quantity.sort == "count" and base is not None:
        yield quotient * _SIZES[re.sub(r"[\s,-]", "", base[1].lower())]


@derived
def _times() -> Mapping[tuple[str, str], Decimal]:
    return {
        (pair.split()[0], pair.split()[1]): Decimal(times) for pair, times in table(_WORDS)["times_of"].items() if times
    }


def _ready(passage: Passage, rate: Rate, near: Sequence[Quantity]) -> tuple[Quantity, Quantity, Decimal] | None:
    """The two figures that a rate is made of: the only two before it, one of its own sort, one of what it is per."""
    stated = rate.quantity
    before = [q for q in near if q.end <= stated.start]
    if re.match(r"\s?(?:while|when|excluding|without|after|before)\b", passage.behind(stated, 14)):
        return None
    behind = [q for q in near if q.start >= stated.end]
    if not before and len(behind) == 2 and re.match(r"\s?[(:=]\s?", passage.between(stated.end, behind[0].start)):
        before = behind
    elif not rate.tied:
        return None
    if len(before) != 2 or len(near) != 2:
        return None
    for top, over in (before, before[::-1]):
        if _is_speed(top, over, stated):
            return top, over, top.value / over.value
        if not _is_top(passage, top, stated) or (top.value <= over.value and stated.value >= 1):
            continue
        if rate.per and not _counts(passage, over, rate.per):
            continue
        if not rate.per and over.sort not in {"count", "time"}:
            continue
        quotient = top.value / over.value
        if over.sort == "time" and over.unit != rate.per and rate.per:
            continue
        return top, over, quotient
    return None


def _is_speed(top: Quantity, over: Quantity, stated: Quantity) -> bool:
    """``240 km in 3 hours, an average of 80 km/h``."""
    return top.sort == "measure" and over.sort == "time" and stated.unit == f"{top.unit} per {over.unit}"


def _is_top(passage: Passage, top: Quantity, stated: Quantity) -> bool:
    """Whether a figure is of the sort that a rate is of: "5,155 bed days" too, where a rate is in days."""
    if stated.sort == "count":
        return top.sort == "count"
    if stated.sort == "time" and top.sort == "count":
        words = re.findall(r"[a-z]+", passage.behind(top, 40).lower())[:3]
        return stated.unit in map(singular, words)
    return top.is_like(stated)


def _counts(passage: Passage, over: Quantity, per: str) -> bool:
    """Whether a figure counts what a rate is for one of."""
    if over.sort == "time":
        return over.unit == per
    if over.noun == per or (per == "each" and over.noun):
        return True
    words = re.findall(r"[a-z]+", passage.behind(over, 40).lower())[:4]
    return per in map(singular, words) or (
        per in {"head", "person", "capita"}
        and over.noun in {"people", "member", "person", "guest", "pupil", "visitor", "resident"}
    )


def _other_time(context: Context, passage: Passage, rate: Rate) -> Draft | None:
    """``£1,200 a month (£14,400 a year)``: one rate for two units of time, side by side."""
    if rate.per not in _TIMES:
        return None
    stated = rate.quantity
    n = passage.single.index(stated)
    other = passage.single[n - 1] if n else None
    if other is None or not other.is_like(stated):
        return None
    first = _rate(passage, other)
    gap = passage.between(other.end, stated.start)
    if first is None or first.per not in _TIMES or first.per == rate.per or len(gap) > 40:
        return None
    if not re.search(
        r"(?:\(|=|\bor|\bmakes|\bcomes to|\bis|\bthat is|\bi\.e\.|,)\s?(?:about |some |just over "
        r"|just under |nearly )?[£$€]?$",
        gap,
    ):
        return None
    times, back = _times().get((first.per, rate.per)), _times().get((rate.per, first.per))
    if times is None and back is None:
        return None
    expected = other.value / times if times else other.value * (back or 1)
    spread = other.slack / times if times else other.slack * (back or 1)
    context.saw("arithmetic")
    word = f"{context.words(*other.span)} {'/' if times else 'x'} {times or back}"
    return drafted(
        context, "rate", stated, (other,), expected, fit(expected, stated, spread), word, sure=not times or True
    )


_FOR = re.compile(
    r"[^;.:()\d]{0,14}?[;,]\s{1,2}(?:for\s)?|[^;.:,()]{0,40}?\s(?:for|over|during|in|x|×"
    r"|times)\s(?:the |a |all |its |our )?[a-z]{0,8}\s?",
    re.I,
)
_RESULT = re.compile(
    r"(?:[^;.()]{0,24}?\s?)(?::|=|\(|,\s(?:or|so|that is|i\.e\.|making|which makes|a total of|in all)"
    r"|\bmakes?|\bcomes? to|\bcosts?|\byou pay|\bwe pay|\bcame to|\bis)\s(?:about |some )?[£$€]?"
    r"|\s?\(\s?",
    re.I,
)


def _multiplied(context: Context, passage: Passage, rate: Rate) -> Draft | None:
    """``£640 a month for 12 months: £7,680``."""
    quantities = passage.single
    n = quantities.index(rate.quantity)
    if n + 2 >= len(quantities) or not rate.per:
        return None
    times, total = quantities[n + 1], quantities[n + 2]
    gap = passage.between(rate.quantity.end, times.start)
    if times.modifier == "more_than" and re.match(r"over\b", passage.between(times.start, times.end), re.I):
        gap += " over "
    if not _FOR.fullmatch(f"{gap} ") or not _counts(passage, times, rate.per):
        return None
    if not (total.is_like(rate.quantity) or rate.quantity.sort == "count") or not _RESULT.fullmatch(
        passage.between(times.end, total.start)
    ):
        return None
    expected = rate.quantity.value * times.value
    spread = (
        rate.quantity.step / 2 * times.value
        if rate.quantity.step != 1 and rate.quantity.sort != "money"
        else Decimal(0)
    )
    context.saw("arithmetic")
    words = f"{context.words(*rate.quantity.span)} x {context.words(*times.span)}"
    return drafted(context, "product", total, (rate.quantity, times), expected, fit(expected, total, spread), words)
