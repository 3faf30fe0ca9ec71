"""A comparison: how two claims stand to each other, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["agree", "compatible", "conflict", "incomparable"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One rung of the ladder that held for two claims; symmetric in ``left`` and ``right``."""

    left: str
    right: str
    relation: Relation
    reason: str
    support: int = 0
    """Points of evidence that both claims speak of one subject; 0 where the question did not arise."""
