"""Holds what a percentage makes of an amount over two sentences: ``We keep 15% of a claim. On £9,000 that is £1,350``.

The percentage, the amount and what follows must be the only ones, with words that say that it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.constraints.context import Context, Draft
from checker.constraints.quantities import RANGE, Passage, Quantity
from checker.constraints.share_bases import are_kin, content
from checker.constraints.shares import KIND, drafted_part, off_part
from checker.language.language import any_of, derived, table

_SORTS = frozenset(("count", "money", "measure"))
_FAR = Decimal("2.5")
_FEWEST = 10
"""A smaller number beside them may be of anything."""


def find(context: Context, everything: Sequence[Passage]) -> Iterator[Draft]:
    """Every amount that a percentage in the sentence before makes of another one."""
    for n in range(1, len(everything)):
        passage, before = everything[n], everything[n - 1]
        if passage.block == before.block:
            yield from _of(context, passage, before)


def _of(context: Context, passage: Passage, before: Passage) -> Iterator[Draft]:
    shares = [q for p in (before, passage) for q in p.quantities if q.sort == "percent"]
    if len(shares) != 1 or shares[0].start >= passage.start or not 0 < shares[0].value < 100:
        return
    share = shares[0]
    phrase = re.match(r"\sof\s(?P<what>[^.,;:()\d]{3,40})", before.behind(share, 44))
    if phrase is None or share.modifier == RANGE:
        return
    amounts = [(q, p) for p in (before, passage) for q in p.quantities if q.sort in _SORTS and q.value >= _FEWEST]
    amounts = [(q, p) for q, p in amounts if not q.per and q.modifier != RANGE]
    if len(amounts) != 2 or amounts[1][1] is not passage:
        return
    (whole, first), (part, _) = amounts
    if not (whole.sort == part.sort and whole.unit == part.unit) or part.value >= whole.value:
        return
    if _follows().search(passage.between(max(passage.start, whole.end), part.start)) is None or not _is_of(
        phrase["what"], whole, first
    ):
        return
    expected = share.value * whole.value / 100
    low, high = sorted((expected, part.value))
    near = low > 0 and (high <= low * _FAR or abs(high / low / 10 - 1) < Decimal("0.02"))
    context.saw(KIND, read=near)
    if near:
        yield drafted_part(
            context, part, share, whole, sure=off_part(part, share, whole) <= 1 or not whole.rough or part.rough
        )


def _is_of(what: str, whole: Quantity, passage: Passage) -> bool:
    """Whether a percentage of something is of this amount: its words name the same."""
    words = set(content(what.split(" and ")[0]))
    around = {whole.noun, *content(passage.behind(whole, 30)), *content(passage.ahead(whole, 40))}
    return bool(words & around) or any(are_kin(a, b) for a in words for b in around if b)


@derived
def _follows() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table('constraints/share')['follows'])})\b", re.IGNORECASE)
