"""Finds the amount and the number that a rate of another clause or sentence is made of, and what a rate adds up to.

``It cost £18,900, and 420 came. That works out at £45 for each``; ``It is £38 an hour. 90 hours came to £3,420``.
A rate is held only against the one amount and the one number near it that can be meant, and only if they come near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.constraints.context import Context, Draft
from checker.constraints.quantities import Passage, Quantity
from checker.constraints.results import drafted, fit
from checker.language.language import any_of, derived, table, word_set
from checker.language.words import singular

_WORDS = "constraints/arithmetic"
_HEADS = word_set(_WORDS, "heads")
_FACTOR = Decimal(2)
"""A rate more than so many times what it should be is of other figures."""
_NEAR = Decimal("0.15")
"""So near to the product must a sum be that is meant to be it."""
_AMOUNTS = frozenset(("count", "money", "measure", "time"))


@derived
def _works_out() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s,(;:])(?:{any_of(table(_WORDS)['works_out'])})\s?"
        r"(?:about |some |just over |just under |only |nearly |a |an |\()*[£$€₹]?$",
        re.IGNORECASE,
    )


def ready(
    passage: Passage, stated: Quantity, per: str, before: Sequence[Passage]
) -> tuple[Quantity, Quantity, Decimal] | None:
    """The amount, the number and what they make, where only one of each can be meant; else None."""
    if not per or not (stated.sort == "money" or _works_out().search(passage.ahead(stated, 40))):
        return None
    near = [(q, p) for p in (*before, passage) for q in p.single if q is not stated and q.sort in _AMOUNTS]
    near = [(q, p) for q, p in near if not q.per and (p is not passage or q.start < stated.start)]
    overs = [(q, p) for q, p in near if _is_number_of(q, p, per) and not (stated.noun and q.noun == stated.noun)]
    tops = [
        (q, p) for q, p in near if q.is_like(stated) and q.value > stated.value and all(q is not o for o, _ in overs)
    ]
    if len(overs) != 1 or len(tops) != 1 or overs[0][0].value <= 1:
        return None
    top, over = tops[0][0], overs[0][0]
    expected = top.value / over.value
    told = _works_out().search(passage.ahead(stated, 40)) is not None
    named = (per == over.noun or _is_labelled(passage, over, per)) and tops[0][1] is overs[0][1]
    if not told and not named:
        return None
    if not expected / _FACTOR < stated.value < expected * _FACTOR:
        return None
    return top, over, expected


def _is_labelled(passage: Passage, q: Quantity, per: str) -> bool:
    """Whether a label names what a number counts: "Parcels: 1,240"."""
    label = passage.ahead(q, 40).lower().rpartition(":")[0]
    return per in [singular(word) for word in re.findall(r"[a-z]+", label)[-2:]]


def _is_number_of(q: Quantity, passage: Passage, per: str) -> bool:
    """Whether a figure counts what a rate is for one of."""
    if q.sort != "count" or q.value != q.value.to_integral_value() or (1900 <= q.value <= 2100 and not q.noun):
        return False
    words = [singular(word) for word in re.findall(r"[a-z]+", passage.behind(q, 40).lower())[:4]]
    return per == q.noun or per in words or _is_labelled(passage, q, per) or (per in _HEADS and bool(q.noun))


@derived
def _charged() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['charged'])})\b", re.IGNORECASE)


def totals(context: Context, passage: Passage, before: Sequence[Passage]) -> Iterator[Draft]:
    """The sum of money that a rate of the sentence before makes of a number in this one."""
    rates = [q for p in (*before, passage) for q in p.single if q.sort == "money" and q.per]
    amounts = [q for q in passage.single if q.sort == "money" and not q.per]
    if len(rates) != 1 or len(amounts) != 1 or not amounts[0].is_like(rates[0]):
        return
    rate, total = rates[0], amounts[0]
    if rate.start > total.start:
        return
    numbers = [
        q
        for q in passage.single
        if q is not total and ((q.sort == "time" and q.unit == rate.per) or q.noun == rate.per)
    ]
    if len(numbers) != 1 or any(q.sort == "percent" for p in (*before, passage) for q in p.single):
        return
    if _charged().search(passage.ahead(total, 40)) is None:
        return
    expected = rate.value * numbers[0].value
    if abs(expected - total.value) > expected * _NEAR or rate.rough or numbers[0].rough:
        return
    context.saw("arithmetic")
    words = f"{context.words(*rate.span)} x {context.words(*numbers[0].span)}"
    yield drafted(context, "product", total, (rate, numbers[0]), expected, fit(expected, total, Decimal(0)), words)
