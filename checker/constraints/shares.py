"""Says whether a percentage follows from a count and its base, and writes what is found.

A percentage may be cut off as well as rounded, so it fits when it is less than one unit of its last place away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from checker.constraints.context import Context, Draft, Span
from checker.constraints.figures import shown
from checker.constraints.quantities import Quantity, passages

KIND = "share"
_HUNDRED = Decimal(100)
_TINY = Decimal("1e-9")


def off(part: Quantity, share: Quantity, whole: Quantity) -> Decimal:
    """How many times the tolerance a share is away from what its part and whole make."""
    return _off(part.value, part.slack, share, whole.value, whole.slack)


def off_number(part: Quantity, share: Quantity, whole: Decimal) -> Decimal:
    """The same for a whole known exactly."""
    return _off(part.value, part.slack, share, whole, Decimal(0))


def _off(part: Decimal, slack: Decimal, share: Quantity, whole: Decimal, whole_slack: Decimal) -> Decimal:
    """A bound such as "more than 40%" holds on its own side up to twice its last place."""
    if whole <= 0:
        return Decimal(99)
    exact = part / whole * _HUNDRED
    room = exact * (slack / part if part else Decimal(0)) + exact * whole_slack / whole
    tolerance = max(share.step, share.slack if share.rough else share.step) + room
    if share.rough:
        tolerance = max(tolerance, Decimal(3 if share.value % 5 else 5), exact / 20)
    return abs(exact - share.value) / tolerance


def off_part(part: Quantity, share: Quantity, whole: Quantity) -> Decimal:
    """How many times the tolerance a part is away from what its share and whole make: "8% of 18,600 (some 1,500)"."""
    points = share.step if share.step < 1 or share.value % 5 or not share.rough else Decimal("2.5")
    room = whole.value * points / _HUNDRED + whole.slack * share.value / _HUNDRED + part.slack
    return abs(part.value - share.value * whole.value / _HUNDRED) / room


def window(part: Quantity, share: Quantity) -> tuple[Decimal, Decimal]:
    """The wholes of which the part may be this share."""
    room = share.step + (share.slack if share.rough else _TINY)
    low = (part.value - part.slack) * _HUNDRED / (share.value + room)
    below = share.value - room
    high = (part.value + part.slack) * _HUNDRED / below if below > 0 else Decimal("1e15")
    return low, high


def is_anywhere(context: Context, part: Quantity, share: Quantity) -> bool:
    """Whether any number of the whole document could be its base."""
    numbers = context.once(_numbers)
    low, high = window(part, share)
    n = bisect_left(numbers, low)
    return n < len(numbers) and numbers[n] <= high


def _numbers(context: Context) -> Sequence[Decimal]:
    known = [q.value for passage in passages(context) for q in passage.quantities if q.sort != "percent"]
    for table in context.tables:
        known += [c.figure.value for r in table.rows for c in r.cells if c.figure and not c.figure.percent]
    return sorted(known)


def drafted(
    context: Context,
    part: Quantity,
    share: Quantity,
    whole: Quantity | Decimal,
    spans: Sequence[Span],
    sure: bool = True,
) -> Draft:
    """The constraint that a part is this share of a whole."""
    number = whole.value if isinstance(whole, Quantity) else whole
    value = off(part, share, whole) if isinstance(whole, Quantity) else off_number(part, share, whole)
    exact = part.value / number * _HUNDRED if number else Decimal(0)
    step = min(share.step, Decimal(1))
    right = f"{shown(exact, step)}%"
    said, count = context.words(*share.span), context.words(*part.span)
    base = context.words(*whole.span) if isinstance(whole, Quantity) else shown(whole)
    return Draft(
        KIND,
        "percent",
        f"{count} of {base}",
        (share.span,),
        (part.span, *spans),
        said,
        right,
        f"{count} of {base} is {right}",
        f"{count} / {base} = {right}; {said} is stated (tolerance: {_points(step)}, from rounding)",
        float(value),
        sure,
    )


def drafted_part(context: Context, part: Quantity, share: Quantity, whole: Quantity, sure: bool = True) -> Draft:
    """The constraint that a share of a whole is this part: "12% of 54,000 is 6,480"."""
    right = shown(share.value * whole.value / _HUNDRED, part.step)
    said, base, count = (context.words(*q.span) for q in (share, whole, part))
    return Draft(
        KIND,
        "of",
        f"{said} of {base}",
        (part.span,),
        (share.span, whole.span),
        count,
        right,
        f"{said} of {base} is {right}",
        f"{said} x {base} = {right}; {count} is stated (tolerance: rounding of the percentage)",
        float(off_part(part, share, whole)),
        sure,
    )


def _points(step: Decimal) -> str:
    return "1 point" if step == 1 else f"{step.normalize():f} points"
