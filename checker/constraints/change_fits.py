"""Works out the change between two figures, and says how far the one that is told is away from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from checker.constraints import results
from checker.constraints.context import Context, Draft
from checker.constraints.quantities import Passage, Quantity

_HUNDRED = Decimal(100)
_LOOSE = Decimal("0.15")
"""How far from its own size a multiple in words may be."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The earlier and the later figure."""

    start: Quantity
    end: Quantity
    firm: bool
    """The sentence says itself which is which."""
    tight: bool = False
    """A change is of them only right beside them."""


def off(passage: Passage, change: Quantity, direction: int, ends: Ends) -> tuple[Decimal, Decimal, str]:
    """How far off a change is, what it should be, and which form of constraint it is."""
    a, b = ends.start.value, ends.end.value
    if a <= 0 or b < 0 or a == b:
        return Decimal(99), Decimal(0), "change"
    if change.sort == "multiple":
        return _off_multiple(passage, change, a, b)
    if change.sort == "fraction":
        moved = (b - a) / a * direction if direction else abs(b - a) / a
        return abs(moved - change.value) / (Decimal("0.05") if not change.rough else Decimal("0.07")), moved, "change"
    sign = Decimal(direction or 1)
    if direction == 0 and change.sort in {"count", "money", "measure", "time"} and change.is_like(ends.start):
        sign = Decimal(1 if b > a else -1)
    if change.sort in {"count", "money", "measure", "time", "points"} or (
        change.sort == "percent" and ends.start.sort == "percent" and abs((b - a) * sign - change.value) <= change.step
    ):
        if change.sort != "points" and not change.is_like(ends.start):
            return Decimal(99), Decimal(0), "difference"
        moved = (b - a) * sign
        return results.fit(moved, change, ends.start.slack + ends.end.slack), moved, "difference"
    moved = (b - a) / a * _HUNDRED * sign
    spread = (b / a * _HUNDRED) * (ends.start.slack / a + (ends.end.slack / b if b else Decimal(0)))
    return results.fit(moved, change, spread), moved, "change"


def _off_multiple(passage: Passage, change: Quantity, a: Decimal, b: Decimal) -> tuple[Decimal, Decimal, str]:
    words = passage.between(change.start, change.end).lower()
    stated = change.value
    turned = "halv" in words or "half" in words
    times = (a / b if b else Decimal(0)) if turned else b / a
    stated = 1 / stated if turned and 0 < stated < 1 else (Decimal(2) if turned else stated)
    room = max(stated * _LOOSE, change.step / 2 if any(map(str.isdecimal, words)) else Decimal(0))
    ahead = passage.ahead(change, 18).lower()
    if re.search(r"more than|over|at least|well", ahead) or change.modifier in {"more_than", "at_least"}:
        return (Decimal(0) if stated * Decimal("0.97") <= times <= stated + 1 else Decimal(2)), times, "ratio"
    if re.search(r"almost|nearly|close to|not quite|up to", ahead) or change.modifier in {
        "almost",
        "up_to",
        "less_than",
    }:
        return (
            (Decimal(0) if stated * Decimal("0.75") <= times <= stated * Decimal("1.03") else Decimal(2)),
            times,
            "ratio",
        )
    return abs(times - stated) / room, times, "ratio"


def drafted(context: Context, change: Quantity, ends: Ends, away: Decimal, expected: Decimal, form: str) -> Draft:
    start, end = (context.words(*q.span) for q in (ends.start, ends.end))
    if form == "ratio":
        return results.drafted(
            context, form, change, (ends.start, ends.end), expected, away, f"{end} / {start}", " times"
        )
    if form == "change" and change.sort == "percent":
        return results.drafted(
            context, form, change, (ends.start, ends.end), expected, away, f"({end} - {start}) / {start}", "%"
        )
    if form == "change":
        return results.drafted(
            context, form, change, (ends.start, ends.end), expected * 100, away, f"({end} - {start}) / {start}", "%"
        )
    return results.drafted(context, form, change, (ends.start, ends.end), expected, away, f"{end} - {start}")
