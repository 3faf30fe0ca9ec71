"""Sizes of measures in their dimension's base unit, read from the vocabulary."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from checker.vocabulary import table


@lru_cache(maxsize=1)
def measures() -> dict[str, tuple[str, Decimal]]:
    """Unit to its dimension and its factor."""
    found: dict[str, tuple[str, Decimal]] = {}
    for dimension, units in table("values/measures")["dimensions"].items():
        for unit, entry in units.items():
            found[unit] = (dimension, Decimal(entry["factor"]))
    return found
