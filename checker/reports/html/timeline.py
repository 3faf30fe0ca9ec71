"""Lays dates, and values over time, out on a line: how precise each is shows in how wide it is drawn."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.model.claim import Claim
from checker.model.kinds import KINDS
from checker.reports.dates import period_words
from checker.reports.terminal import safe

WIDTH = 1000
"""Places on the line go from 0 to this."""

_DAY = re.compile(r"(-?\d{4,9})-(\d\d)-(\d\d)")
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_TICKS = 7
MOST_MARKS = 24
_MOST_HEIGHTS = 5
_NUMBERS = frozenset(kind for kind, entry in KINDS.items() if entry.amount)


@dataclass(frozen=True, slots=True)
class Mark:
    """One value on the line: its position, its span from 0 to ``WIDTH``, its height likewise, and its words."""

    position: int
    start: int
    end: int
    """A day starts and ends at one place and is drawn as a dot."""
    opens: str
    """``<`` where it has no first day, ``>`` where it has no last one, both or neither."""
    height: int | None
    label: str

    def plain(self) -> list[object]:
        """As a list, for a page."""
        return [self.position, self.start, self.end, self.opens, self.height, self.label]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The marks, those who share a place and a label as one, and the ticks below them and, of values, beside them."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[int, str], ...]
    left_out: int = 0
    """Marks beyond those that can be distinguished."""
    heights: tuple[tuple[int, str], ...] = ()
    """The round values beside it, from the bottom."""

    def plain(self) -> dict[str, object]:
        """As lists, for a page."""
        return {
            "m": [mark.plain() for mark in self.marks],
            "x": [list(tick) for tick in self.ticks],
            "y": [list(tick) for tick in self.heights],
            "n": self.left_out,
        }


Drawn = tuple[int, float | None, float | None, Decimal | None, str]
"""Position, first and last moment in years, the value where there is one, and the label."""


def timeline_of(positions: Sequence[Sequence[Claim]]) -> Timeline | None:
    """The timeline of the claims of each position; None where there are not two different things to draw.

    Dates are drawn where they lie. Else values of one unit, the one with most times, are drawn at the time they hold
    for; what has no time is not drawn.
    """
    claims = [(place, claim) for place, stated in enumerate(positions) for claim in stated]
    dates = [d for d in (_dated(place, claim) for place, claim in claims) if d is not None]
    if len({d[1:3] for d in dates}) > 1:
        return laid_out(sorted(set(dates), key=_key))
    by_unit: dict[tuple[str, str], set[Drawn]] = defaultdict(set)
    for place, claim in claims:
        drawn = timed(place, claim)
        if drawn is not None:
            by_unit[claim.value.kind, claim.value.unit or ""].add(drawn)
    values = max(by_unit.items(), key=lambda item: (len({d[1:3] for d in item[1]}), item[0]), default=None)
    if values is None or len({d[1:3] for d in values[1]}) < 2:
        return None
    return laid_out(sorted(values[1], key=_key))


def _key(drawn: Drawn) -> tuple[int, float, float, Decimal, str]:
    place, start, end, value, label = drawn
    return place, -math.inf if start is None else start, math.inf if end is None else end, value or Decimal(0), label


def _dated(place: int, claim: Claim) -> Drawn | None:
    value = claim.value
    if value.kind != "date" or value.relative:
        return None
    start, end = _moment(value.low), _moment(value.high, value.low != value.high)
    return None if start is None and end is None else (place, start, end, None, _label(value.text))


def timed(place: int, claim: Claim) -> Drawn | None:
    """The value of a claim at the time it holds for; None where it is no amount or holds for no known time."""
    value, scope = claim.value, claim.scope
    start, end = _moment(scope.low), _moment(scope.high, scope.low != scope.high)
    stated = value.low or value.high
    if value.kind not in _NUMBERS or stated is None or (start is None and end is None):
        return None
    return place, start, end, Decimal(stated), _label(f"{value.text}, {period_words(scope.time or '')}")


def _label(text: str) -> str:
    return safe(" ".join(text.split()))


def _moment(day: str | None, whole: bool = False) -> float | None:
    """An ISO day in years; its end where ``whole``. None for what is no such day."""
    match = _DAY.fullmatch(day or "")
    if match is None:
        return None
    year, month, number = map(int, match.groups())
    return year + (month - 1) / 12 + (number - 1 + whole) / 372


def laid_out(drawn: Sequence[Drawn], most: int = MOST_MARKS) -> Timeline:
    """The line that all of ``drawn``, one or more, fit on; its first ``most`` marks."""
    moments = [moment for d in drawn for moment in d[1:3] if moment is not None]
    low, high = min(moments), max(moments)
    margin = max((high - low) * 0.06, 1 / 24)
    low, high = low - margin, high + margin
    values = [d[3] for d in drawn if d[3] is not None]
    floor, top = _range(values)
    marks = [
        Mark(
            place,
            0 if start is None else _place(start, low, high),
            WIDTH if end is None else _place(end, low, high),
            ("<" if start is None else "") + (">" if end is None else ""),
            None if value is None else round((value - floor) * WIDTH / ((top - floor) or 1)),
            label,
        )
        for place, start, end, value, label in drawn
    ]
    return Timeline(
        tuple(marks[:most]), _ticks(low, high), max(0, len(marks) - most), _heights(floor, top) if values else ()
    )


def _range(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """What the drawing goes from and to: from nothing, or from just below values that are close to each other."""
    if not values:
        return Decimal(0), Decimal(0)
    low, high = min(values), max(values)
    if low > high / 2 and low != high:
        return max(Decimal(0), low - (high - low) / 4), high
    return min(Decimal(0), low), max(Decimal(0), high)


def _heights(floor: Decimal, top: Decimal) -> tuple[tuple[int, str], ...]:
    """Round values between the two, four or so."""
    if top == floor:
        return ()
    step = Decimal(10) ** ((top - floor).adjusted() - 1)
    step = next(s for s in (step * n for n in (1, 2, 5, 10, 20, 50, 100)) if (top - floor) / s <= _MOST_HEIGHTS)
    first = math.ceil(floor / step)
    rounded = (step * n for n in range(first, math.floor(top / step) + 1))
    return tuple((round((value - floor) * WIDTH / (top - floor)), _short(value)) for value in rounded)


def _short(number: Decimal) -> str:
    """Digits in groups, with the name of the magnitude from a million on."""
    for size, name in ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")):
        if abs(number) >= size:
            return f"{(number / size).normalize():,f}{name}"
    return f"{number.normalize():,f}"


def _place(moment: float, low: float, high: float) -> int:
    return round((moment - low) / (high - low) * WIDTH)


def _ticks(low: float, high: float) -> tuple[tuple[int, str], ...]:
    """Round years, or months where the whole line is shorter than three years."""
    if high - low < 3:
        step = next((s for s in (1, 2, 3, 6) if (high - low) * 12 / s <= _MOST_TICKS), 12)
        months = range(math.ceil(low * 12 / step) * step, math.floor(high * 12) + 1, step)
        return tuple((_place(m / 12, low, high), f"{m // 12}-{m % 12 + 1:02}") for m in months)
    step = next((s for s in _STEPS if (high - low) / s <= _MOST_TICKS), math.ceil((high - low) / _MOST_TICKS))
    years = range(math.ceil(low / step) * step, math.floor(high) + 1, step)
    return tuple((_place(year, low, high), str(year)) for year in years)
