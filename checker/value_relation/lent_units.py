"""Lends a bare number the unit of the value that it is held against: 412 in a column, 412 metres in a sentence.

A table's head, a default or a list often leaves the unit to its reader. Whether the two are of one fact is not decided
here.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from checker.model.kinds import KINDS, family
from checker.model.value import HALF_DAY, Kind, Mention

BARE: Kind = "number"
"""The kind that has no unit of its own."""
LENDING: tuple[str, ...] = ("money", "percentage", "duration", "measure", "time")
"""The families whose unit a bare number may leave out."""
_HOURS, _MINUTES = 24, 60


def with_lent_unit(left: Mention, right: Mention) -> tuple[Mention, Mention]:
    """Both values, where the one is a bare number and the other has a unit with the same one; else as they are."""
    if family(left.kind) == family(right.kind):
        return left, right
    if left.kind == BARE and family(right.kind) in LENDING:
        return _lent(left, right), right
    if right.kind == BARE and family(left.kind) in LENDING:
        return left, _lent(right, left)
    return left, right


def _lent(bare: Mention, lender: Mention) -> Mention:
    if KINDS[lender.kind].scale == "clock":
        return _as_time(bare, lender)
    if lender.kind == "percentage" and _is_share(bare):
        low, high = (None if bound is None else format(Decimal(bound) * 100, "f") for bound in (bare.low, bare.high))
        return replace(bare, kind="percentage", low=low, high=high, unit=lender.unit, noun=None, resolution="1")
    return replace(bare, kind=lender.kind, unit=lender.unit, noun=None, per=lender.per)


def _is_share(bare: Mention) -> bool:
    """A share is often written as a number from 0 to 1."""
    return "." in bare.text and bare.low is not None and bare.high is not None and 0 <= Decimal(bare.low) <= 1


def _as_time(bare: Mention, lender: Mention) -> Mention:
    """The number as an hour, or as hours and minutes: 9.30."""
    try:
        numbers = [Decimal(bound) for bound in (bare.low, bare.high) if bound is not None]
    except InvalidOperation:
        return bare
    times = [(int(n), int((n - int(n)) * 100)) for n in numbers]
    if not times or any(not 0 <= hour < _HOURS or minute >= _MINUTES for hour, minute in times):
        return bare
    low, high = (f"{hour:02}:{minute:02}" for hour, minute in (times[0], times[-1]))
    resolution = HALF_DAY if times[-1][0] <= _HOURS // 2 else "minute"
    return replace(bare, kind="time", low=low, high=high, unit=lender.unit, noun=None, resolution=resolution)
