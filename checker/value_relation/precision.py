"""Says how far two numbers may part before they are two values, from how each is written: all thresholds are here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from checker.language.language import derived_up_to
from checker.model.value import Mention

# A number is taken to be as exact as it is written: to half a unit of its last significant place. One of a single
# digit (10,000, £9m) may be exact or rough, so it is held to what two digits would be.

ONE_DIGIT = Decimal("0.05")
"""The share of a number of one significant digit by which a finer one may differ and still be told as it: what two
digits allow at most."""
ONE_DIGIT_CONVERTED = Decimal("0.125")
"""The same in another unit, of which small numbers are told more roughly: two years for 27 months."""
ONE_DIGIT_AGREES = Decimal("0.05")
"""The share of its last place by which it may differ and agree: as if the nought behind its digit had been written."""
ABOUT_PLACES = 1
"""``about`` and ``almost`` allow so many units of the last significant place, twice what rounding does."""
ABOUT_LEAST = Decimal("0.025")
"""... and this share of the number, where its last place is finer."""
ABOUT_MOST = Decimal("0.1")
"""... but no more than this share, where its last place is coarser."""
FEW = 20
"""Nobody rounds a count of so few: twenty is not nineteen."""
UNROUNDED = 1000
"""Below it a count is not taken to be rounded unless it says so: 120 members are not 121, "about 120" may be."""
CONVERTED = Decimal("0.006")
"""The share by which a measure may differ from one in another unit and be the same: factors are short (1.6 km)."""
NEARLY = Decimal("0.02")
"""The share by which it may differ before the two conflict."""
SEVERAL = Decimal("0.21")
"""The same for a unit of several sizes, as tons and gallons are."""
CALENDAR = Decimal(216000)
"""Seconds by which a number of months or years may miss its mean length: two days and a half."""
YEARS = 2
"""Years by which a date may miss one that is only about a year."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a person allows besides: a share of the larger value, and the share that ``about`` allows."""

    tolerance: Decimal = Decimal(0)
    about: Decimal | None = None


@derived_up_to(16384)
def number(text: str | None) -> Decimal | None:
    """A bound as a number; None where it is open, or no number."""
    try:
        found = Decimal(text) if text is not None else None
    except InvalidOperation:
        return None
    return found if found is None or found.is_finite() else None


def grain_of(value: Mention) -> Decimal:
    """The size of the last significant place of a number, in its own unit; 0 where it is not known."""
    return number(value.resolution) or Decimal(0)


def rounds(coarse: Decimal, fine: Decimal, grain: Decimal) -> bool:
    """Whether ``fine`` is written as ``coarse`` when it is rounded to units of ``grain``; halves are rounded up."""
    gap, half = abs(fine) - abs(coarse), grain / 2
    return coarse * fine >= 0 and -half <= gap < half


def one_digit(number: Decimal, grain: Decimal) -> bool:
    """Whether the number has one significant digit."""
    return abs(number) < grain * 10


def room_of_about(number: Decimal, grain: Decimal, allowed: Decimal | None = None) -> Decimal:
    """How far the value may lie from a number that is only about right."""
    size = abs(number)
    if allowed is not None:
        return allowed * size
    return min(max(ABOUT_PLACES * grain, ABOUT_LEAST * size), ABOUT_MOST * size)
