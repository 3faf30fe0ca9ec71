"""Sizes of measures in their dimension's base unit, read from the vocabulary."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from checker.vocabulary import table


@lru_cache(maxsize=1)
def sizes() -> dict[str, tuple[str, Decimal]]:
    """Unit to its dimension and its size there; months and longer are a dimension of their own."""
    found: dict[str, tuple[str, Decimal]] = {}
    for dimension, units in table("values/units").items():
        for unit, entry in units.items():
            if "factor" in entry:
                found[unit] = (dimension, Decimal(entry["factor"]))
    for unit, months in (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120), ("century", 1200)):
        found[unit] = ("months", Decimal(months))
    return found
