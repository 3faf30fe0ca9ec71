"""Converts units within their dimension: sizes of units in their dimension's base unit, read from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from checker.language.language import derived, table
from checker.model.value import Mention

_TIME = "time"
_QUARTERS = {"quarter": 3}
"""Units of time that texts count in and that no number is written with, in months."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its size in its dimension's base unit, and where its zero lies there."""

    name: str
    dimension: str
    size: Decimal = Decimal(1)
    zero: Decimal = Decimal(0)
    symbols: tuple[str, ...] = ()
    several: bool = False
    """It is of several sizes, by country or trade."""
    calendar: bool = False
    """It is a month or longer, and of no fixed number of days."""


@derived
def units() -> Mapping[str, Unit]:
    """All units that can be converted, by name."""
    several = frozenset(table("language/conversions")["several"])
    found = {
        name: Unit(
            name,
            dimension,
            Decimal(entry["factor"]),
            Decimal(entry.get("offset", 0)),
            tuple(entry.get("symbols", ())),
            name in several,
        )
        for dimension, entries in table("values/standard_units").items()
        for name, entry in entries.items()
        if "factor" in entry
    }
    month = found["month"].size
    for name, months in _QUARTERS.items():
        found[name] = Unit(name, _TIME, month * months)
    return {
        name: Unit(u.name, u.dimension, u.size, u.zero, u.symbols, u.several, u.dimension == _TIME and u.size >= month)
        for name, u in found.items()
    }


def unit_of(name: str | None) -> Unit | None:
    """The unit of a name; None where nothing is known of it."""
    return units().get(name) if name is not None else None


def convertible(left: Mention, right: Mention) -> bool:
    """Whether two values may be one in two units of one dimension."""
    a, b = unit_of(left.unit), unit_of(right.unit)
    return a is not None and b is not None and a != b and a.dimension == b.dimension and left.per == right.per
