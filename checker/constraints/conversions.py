"""Holds a measure against its conversion in brackets a few words behind it: ``5 miles long (8 km)``.

One that stands right behind its measure is held by the rules of values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.constraints.context import Context, Draft
from checker.constraints.quantities import RANGE, Passage, Quantity
from checker.constraints.results import drafted, fit
from checker.value_relation.units import unit_of

_WORDS_BETWEEN = re.compile(
    r"(?:\s[a-z][\w'-]*){1,4}\s\((?:about |some |roughly |or |that is |nearly |just over |just under )?$"
)
_SHARE = Decimal("0.02")
_FAR = Decimal(3)
"""A measure more than so many times another is no conversion of it."""


def find(context: Context, passage: Passage) -> Iterator[Draft]:
    """Every measure of a passage with its conversion."""
    quantities = passage.quantities
    for n in range(1, len(quantities)):
        one, other = quantities[n - 1], quantities[n]
        if one.sort != "measure" or other.sort != "measure" or one.per != other.per or one.unit == other.unit:
            continue
        if RANGE in (one.modifier, other.modifier) or not _WORDS_BETWEEN.fullmatch(passage.gap(n)):
            continue
        if re.match(r"\s?\)", passage.behind(other, 3)) is None:
            continue
        draft = _judged(context, one, other)
        if draft is not None:
            yield draft


def _judged(context: Context, one: Quantity, other: Quantity) -> Draft | None:
    unit, into = unit_of(one.unit), unit_of(other.unit)
    if unit is None or into is None or unit.dimension != into.dimension or unit.zero != into.zero:
        return None
    if unit.several or into.several or not one.value or not other.value:
        return None
    expected = one.value * unit.size / into.size
    low, high = sorted((expected, other.value))
    context.saw("arithmetic", read=high <= low * _FAR)
    if high > low * _FAR:
        return None
    spread = expected * max(one.slack / one.value, one.step / 2 / one.value, _SHARE)
    words = f"{context.words(*one.span)} in {other.unit}s"
    return drafted(context, "unit", other, (one,), expected, fit(expected, other, spread), words)
