"""Says which values may be added up: counts of anything, shares, amounts of money or measures in one unit."""

from __future__ import annotations

from checker.model.kinds import counts
from checker.model.value import Mention

_ADDED = frozenset({"percentage", "money", "measure"})


def addition_group(value: Mention) -> str | None:
    """What a value may be added up with, by one name; None for what has no exact sum."""
    if value.per is not None or value.low is None or value.low != value.high or value.modifier != "exact":
        return None
    if counts(value.kind):
        return "count"
    return f"{value.kind} {value.unit}" if value.kind in _ADDED else None
