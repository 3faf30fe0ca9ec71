"""A mention: one value as a text states it, never widened."""

from __future__ import annotations

from dataclasses import dataclass, fields, make_dataclass
from operator import attrgetter
from typing import Any, Literal

Kind = Literal[
    "money",
    "count",
    "number",
    "percentage",
    "date",
    "time",
    "duration",
    "measure",
    "ordinal",
    "ratio",
    "score",
    "multiple",
    "text",
]
Modifier = Literal["exact", "about", "almost", "more_than", "at_least", "less_than", "up_to", "range"]
Calendar = Literal["fiscal", "academic"]

HALF_DAY = "half-day"
"""The resolution of a time of day where the text leaves open which half of the day it is in."""
YEARLESS = "XXXX"
"""Stands for the year in the EDTF of a day or a month whose year is not stated."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One value in a text.

    ``start`` and ``end`` are code points into the text as given, half open, and ``text`` is exactly
    what stands there, approximators included. ``low`` and ``high`` are decimal strings (dates: ISO
    days; times of day: ``HH:MM``, or ``HH:MM:SS``) or None where open; equal for a single value. A range
    of times that goes past midnight has a ``high`` before its ``low``. ``unit`` is an ISO 4217 code, the
    counted noun's head in the singular, ``percent``, ``percentage point``, a unit of time in the singular,
    a unit of measure, a time's zone, or None.
    """

    kind: Kind
    start: int
    end: int
    text: str
    low: str | None
    high: str | None
    unit: str | None = None
    modifier: Modifier = "exact"
    edtf: str | None = None
    noun: str | None = None
    """The counted noun with its modifiers, lower case: ``flight hours``."""
    per: str | None = None
    """What the amount is for one of: ``kg``, ``year``, ``student``."""
    resolution: str | None = None
    """Dates: day month quarter season half year decade century. Times of day: hour minute second, or half-day
    where the text leaves open which half of the day it is in (``half past nine``). Numbers: the size of the last place
    that was stated (``$85 million`` 1000000, ``$85.1 million`` 100000, ``500,000`` 100000)."""
    calendar: Calendar | None = None
    first: tuple[str, str] | None = None
    """Ranges of dates: first and last day of the starting date (``since the early 1960s``)."""
    last: tuple[str, str] | None = None
    """Ranges of dates: first and last day of the ending date."""
    relative: bool = False
    """Resolves only against the document's own date (``last month``)."""
    steps: tuple[str, ...] = ()
    """How the value was read, one step a line; filled only when asked for."""

    @property
    def is_stated(self) -> bool:
        """Whether it says something by itself: a bound, or a day whose year is open; not ``last month`` or ``May``."""
        if self.relative:
            return False
        return self.low is not None or self.high is not None or (self.resolution == "day" and self.edtf is not None)


_Writable: Any = make_dataclass(
    "_Writable", [field.name for field in fields(Mention)], slots=True, repr=False, eq=False
)


def mention(*values: object) -> Mention:
    """A mention of all its fields in order, without the cost of a frozen class's constructor, which is four times
    as slow as that of a class with the same slots that is not frozen."""
    made: Mention = _Writable(*values)
    made.__class__ = Mention
    return made


_held = attrgetter(*(field.name for field in fields(Mention)))


def placed(given: Mention, start: int, end: int, text: str) -> Mention:
    """The mention at another place, in the same way."""
    made: Mention = _Writable(given.kind, start, end, text, *_held(given)[4:])
    made.__class__ = Mention
    return made
