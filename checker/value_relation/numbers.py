"""Says how two numbers stand to each other, by what is stated and how exactly, in one unit or in two of a dimension."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.model.comparison import Relation
from checker.model.kinds import KINDS, counts
from checker.model.value import Mention
from checker.value_relation.precision import (
    CALENDAR,
    CONVERTED,
    FEW,
    NEARLY,
    ONE_DIGIT,
    ONE_DIGIT_AGREES,
    ONE_DIGIT_CONVERTED,
    SEVERAL,
    UNROUNDED,
    Allowance,
    grain_of,
    number,
    one_digit,
    room_of_about,
    rounds,
)
from checker.value_relation.units import Unit, unit_of

_ONE = Unit("", "")
_RANK: tuple[Relation, ...] = ("agree", "compatible", "conflict")
Judged = tuple[Relation, str]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number as stated, and in the unit in which two values are compared."""

    stated: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class _Amount:
    """What one value states, in the unit in which two values are compared."""

    mention: Mention
    low: _Figure | None
    high: _Figure | None
    grain: Decimal
    """Size of the last significant place, as stated."""
    size: Decimal
    """That of the unit the value is stated in."""

    @classmethod
    def of(cls, mention: Mention, unit: Unit, zero: Decimal) -> _Amount:
        low, high = number(mention.low), number(mention.high)
        ends = [None if n is None else _Figure(n, n if unit is _ONE else n * unit.size + zero) for n in (low, high)]
        return cls(mention, ends[0], ends[1], grain_of(mention), unit.size)

    @property
    def step(self) -> Decimal:
        """Size of the last significant place, in the unit of the comparison."""
        return self.grain * self.size

    def about(self, figure: _Figure, allowance: Allowance, above: bool) -> Decimal:
        """How far the value may lie from the figure, upwards or downwards, by its modifier."""
        modifier = self.mention.modifier
        if modifier != "about" and (modifier != "almost" or above):
            return Decimal(0)
        return room_of_about(figure.stated, self.grain, allowance.about) * self.size


def of_numbers(left: Mention, right: Mention, allowance: Allowance) -> Judged:
    """The relation of two values on a scale of numbers and why; symmetric. Their kinds must be of one family."""
    pair = _in_common(left, right)
    if pair is None:
        return "incomparable", f"units differ: {' and '.join(sorted((str(left.unit), str(right.unit))))}"
    if pair[0] is pair[1] is _ONE:
        return _judged(_Amount.of(left, _ONE, _ONE.zero), _Amount.of(right, _ONE, _ONE.zero), allowance)
    return min((_converted(a, b, allowance) for a, b in _readings(left, right, *pair)), key=lambda j: _RANK.index(j[0]))


def _in_common(left: Mention, right: Mention) -> tuple[Unit, Unit] | None:
    """The units to convert from; ``_ONE`` for both where nothing is to be converted, None where nothing can be."""
    role = KINDS[left.kind].unit
    if left.unit == right.unit or left.unit is None or right.unit is None or role in {"none", "counted"}:
        return _ONE, _ONE
    a, b = unit_of(left.unit), unit_of(right.unit)
    if role == "fixed" or a is None or b is None or a.dimension != b.dimension:
        return None
    return a, b


def _readings(left: Mention, right: Mention, a: Unit, b: Unit) -> Iterator[tuple[_Amount, _Amount]]:
    """Degrees are told of a state or of a difference, whichever fits."""
    yield _Amount.of(left, a, a.zero), _Amount.of(right, b, b.zero)
    if a.zero != b.zero:
        yield _Amount.of(left, a, Decimal(0)), _Amount.of(right, b, Decimal(0))


def _converted(left: _Amount, right: _Amount, allowance: Allowance) -> Judged:
    relation, reason = _judged(left, right, allowance)
    gap = _gap(left, right)
    if relation == "agree" or gap is None:
        return ("agree", "the same measure in other units") if relation == "agree" and not gap else (relation, reason)
    units = [unit for unit in (unit_of(left.mention.unit), unit_of(right.mention.unit)) if unit is not None]
    if any(unit.zero for unit in units):
        return relation, reason
    size = max(abs(f.value) for f in (left.low, left.high, right.low, right.high) if f is not None)
    if gap <= CONVERTED * size and units[0].dimension != "time":
        return "agree", "the same measure in other units"
    if relation == "compatible":
        return relation, reason
    if units[0].dimension == "time":
        if units[0].calendar != units[1].calendar and gap <= CALENDAR:
            return "compatible", "months and years have no fixed number of days"
    elif gap <= NEARLY * size:
        return "compatible", "nearly the same measure in other units"
    elif any(unit.several for unit in units) and gap <= SEVERAL * size:
        return "compatible", "one of the units is of several sizes"
    return relation, reason


def _gap(left: _Amount, right: _Amount) -> Decimal | None:
    """How far the values lie apart; None where either is open at an end."""
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return None
    return max(right.low.value - left.high.value, left.low.value - right.high.value, Decimal(0))


def _judged(left: _Amount, right: _Amount, allowance: Allowance) -> Judged:
    a, b = (left.low, left.high), (right.low, right.high)
    if [f and f.value for f in a] == [f and f.value for f in b]:
        whole = None not in a
        return "agree", "the same value" if whole else "the same bound"
    if None in a or None in b:
        return _bounded(left, right, allowance)
    below, above = (left, right) if _top(left) < _bottom(right) else (right, left)
    if _top(below) >= _bottom(above):
        return _overlapping(left, right)
    return _apart(below, above, allowance)


def _top(amount: _Amount) -> Decimal:
    return amount.high.value if amount.high is not None else Decimal("Infinity")


def _bottom(amount: _Amount) -> Decimal:
    return amount.low.value if amount.low is not None else Decimal("-Infinity")


def _overlapping(left: _Amount, right: _Amount) -> Judged:
    """Two ranges are one where both ends are; with one end in common, the other differs; any others merely overlap."""
    pairs = [(left.low, right.low), (left.high, right.high)]
    ranges = left.low != left.high and right.low != right.high
    ends = [_rounded(left, a, right, b) for a, b in pairs if a is not None and b is not None]
    if ranges and all(end == "agree" for end in ends):
        return "agree", "one range is the other, rounded"
    if ranges and left.mention.modifier == right.mention.modifier == "range" and set(ends) == {"agree", "conflict"}:
        return "conflict", "the ranges share one end"
    return "compatible", "the ranges overlap"


def _apart(below: _Amount, above: _Amount, allowance: Allowance) -> Judged:
    """The whole of the one value lies below the other."""
    top, bottom = below.high, above.low
    if top is None or bottom is None:
        return "compatible", "the ranges overlap"
    rounded = _rounded(below, top, above, bottom)
    if rounded == "agree":
        return "agree", "one value is the other, rounded"
    if rounded == "compatible":
        return "compatible", "one value may be the other, rounded to one digit"
    if _within(below, top, above, bottom, allowance):
        return "compatible", "the values are as near as their wording allows"
    return "conflict", "the values differ"


def _within(below: _Amount, top: _Figure, above: _Amount, bottom: _Figure, allowance: Allowance) -> bool:
    """The gap is no more than a modifier or a person allows."""
    size = max(abs(top.value), abs(bottom.value))
    room = max(
        below.about(top, allowance, above=True), above.about(bottom, allowance, above=False), allowance.tolerance * size
    )
    return bottom.value - top.value <= room


def _rounded(left: _Amount, a: _Figure, right: _Amount, b: _Figure) -> Relation:
    """Whether the figure that is written more coarsely is the other one, rounded."""
    if a.value == b.value:
        return "agree"
    if left.step == right.step:
        return "conflict"
    coarse, c, f = (left, a, b) if left.step > right.step else (right, b, a)
    if counts(coarse.mention.kind) and abs(c.stated) <= FEW:
        return "conflict"
    exact = coarse.mention.modifier == "exact" and coarse.grain >= 1
    if counts(coarse.mention.kind) and exact and abs(c.stated) < UNROUNDED:
        return "conflict"
    shift = c.value - c.stated * coarse.size  # where the zero of the unit lies
    if not rounds(c.value - shift, f.value - shift, coarse.step):
        return "conflict"
    if not one_digit(c.stated, coarse.grain):
        return "agree"
    gap = abs(c.value - f.value)
    if gap <= ONE_DIGIT_AGREES * coarse.step:
        return "agree"
    share = ONE_DIGIT if left.size == right.size else ONE_DIGIT_CONVERTED
    return "compatible" if gap <= share * abs(c.stated) * coarse.size else "conflict"


def _limits(left: _Amount, one: _Figure | None, right: _Amount, other: _Figure | None, which: str) -> Judged:
    """Two values that are open at the same end."""
    loose = "more_than" in (left.mention.modifier, right.mention.modifier)
    if loose or one is None or other is None or _rounded(left, one, right, other) != "conflict":
        return "compatible", f"both are {which} bounds"
    return "conflict", f"the {which} bounds differ"


def _bounded(left: _Amount, right: _Amount, allowance: Allowance) -> Judged:
    """At least one value is open at an end: outside the bound is a conflict, inside it may be either.

    Two limits that differ ("up to 12", "up to 15") contradict each other, unless one rounds the other; "more than 40"
    and "more than 50" may both be so.
    """
    if left.high is None and right.high is None:
        return _limits(left, left.low, right, right.low, "lower")
    if left.low is None and right.low is None:
        return _limits(left, left.high, right, right.high, "upper")
    for below, above in ((left, right), (right, left)):
        top, bottom = below.high, above.low
        if top is None or bottom is None:
            continue
        if top.value < bottom.value:
            if _within(below, top, above, bottom, allowance):
                return "compatible", "the bound is met within the stated precision"
            return "conflict", "one value lies outside the other's bound"
        if top.value == bottom.value and _excludes(below, above):
            return "conflict", "one value is the other's bound, which is said not to be reached"
    return "compatible", "one value lies within the other's bound"


def _excludes(below: _Amount, above: _Amount) -> bool:
    """The one value is the very number that the other is said to stay below: "fewer than 71" beside "71".

    Of a round number ("fewer than 50") the bound may be as loose as the number, and what is more than a number may be
    told by it, with its rest cut off ("over 79%", "79%").
    """
    bound, value = below.mention, above.mention
    digits = (bound.high or "").replace(".", "").strip("0")
    unround = len(digits) > 1 and digits[-1] != "5"
    point = value.modifier == "exact" and value.low == value.high
    return bound.modifier == "less_than" and bound.unit == value.unit and unround and point
