"""Reads times of day and the stretches between two of them: ``9.30-10.15``, ``14:00 to 13:00``, ``10am to noon``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_TIME = r"(?:(\d{1,2})(?:([:.h])(\d\d))?\s?([ap]\.?m?\.?(?![a-z]))?|(noon|midday|midnight))"
_RANGE = re.compile(rf"(?<![\w.,:/£$€-]){_TIME}\s?(?:-|–|—|to|until|till)\s?{_TIME}(?![\w%:/]|[.,]\d)", re.IGNORECASE)
_DAY = 24 * 60
_SLIP = 180
"""A night, or a stay until the next day, ends more minutes before the time at which it begins."""
_HALF = 12 * 60


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day in minutes from midnight."""

    minute: int
    certain: bool
    """Which half of the day it is in is stated: it has "am" or "pm", or is written as of 24 hours."""
    start: int
    end: int
    bare: bool = False
    """It is an hour alone, which may be another number: the verses of 18:15-17."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From one time of day to another."""

    start: int
    end: int
    first: Time
    last: Time

    @property
    def lengths(self) -> tuple[int, ...]:
        """The minutes between them, in each way that they can be read."""
        plain = (self.last.minute - self.first.minute) % _DAY
        if self.first.certain and self.last.certain:
            return (plain or _DAY,)
        return tuple(sorted({plain or _DAY, (plain % _HALF) or _HALF, plain % _HALF + _HALF}))

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins, both by day."""
        certain = self.first.certain and self.last.certain and not (self.first.bare or self.last.bare)
        back = self.first.minute - self.last.minute
        return certain and 0 < back <= _SLIP and self.last.minute >= 8 * 60 and self.first.minute <= 20 * 60


def hours(text: str) -> Iterator[Hours]:
    """Every stretch between two times of day."""
    for found in _RANGE.finditer(text):
        marks = {found[2], found[7]} - {None}
        halves = bool(found[4] or found[9])
        if not (marks or halves or found[5] or found[10]):
            continue
        if marks == {"."} and not halves and not _are_round(found):
            continue
        first, last = _time(found, 1), _time(found, 6)
        if first is None or last is None:
            continue
        if found[9] and not found[4] and not found[5]:
            first = _same_half(first, last)
        full = (":" in marks and (len(found[1] or "") == 2 == len(found[6] or "")) and (found[1] or "1")[0] == "0") or (
            max(first.minute, last.minute) >= 13 * 60 and not halves
        )
        if full and not halves:
            first, last = (replace(t, certain=True) for t in (first, last))
        yield Hours(found.start(), found.end(), first, last)


def _are_round(found: re.Match[str]) -> bool:
    return all(minutes is not None and int(minutes) % 5 == 0 for minutes in (found[3], found[8]))


def _time(found: re.Match[str], n: int) -> Time | None:
    start, end = found.span(n) if found[n] else found.span(n + 4)
    if found[n + 4]:
        return Time(
            _DAY
            if found[n + 4].lower() == "midnight" and n == 6
            else _HALF
            if found[n + 4].lower() != "midnight"
            else 0,
            True,
            start,
            end,
        )
    hour, minutes, half = int(found[n]), int(found[n + 2] or 0), (found[n + 3] or "").lower()
    if hour > 24 or minutes > 59:
        return None
    end = max(end, found.end(n + 2), found.end(n + 3))
    if half:
        if hour > 12:
            return Time(hour * 60 + minutes, True, start, end)
        return Time((hour % 12 + (12 if half[0] == "p" else 0)) * 60 + minutes, True, start, end)
    return Time(hour * 60 + minutes, False, start, end, bare=not found[n + 2])


def _same_half(first: Time, last: Time) -> Time:
    """The first of two times where only the last names its half of the day: 9 to 11 am, 10 to 2 pm."""
    if first.minute >= 13 * 60:
        return replace(first, certain=True)
    return first


def shown(minute: int) -> str:
    """A number of minutes as people say it."""
    hour, rest = divmod(minute, 60)
    if not hour:
        return f"{rest} minutes"
    words = f"{hour} hour" + ("s" if hour != 1 else "")
    return f"{words} {rest} minutes" if rest else words
