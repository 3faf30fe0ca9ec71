"""A comparison: the relation of two claims, and the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Relation = Literal["agree", "compatible", "conflict", "incomparable"]
Tier = Literal["error", "warning", "possible"]
"""How sure a conflict is, the surest first; ``weights/conflict`` has the least confidence of each."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation of two claims; symmetric in ``left`` and ``right``."""

    left: str
    right: str
    relation: Relation
    reason: str
    """How the two values stand, in words."""
    score: float = 1.0
    """How sure it is, from 0 to 1, that both state one fact, and so that this relation holds."""
    tier: Tier | None = None
    """How sure a conflict is; None of what is none."""


def in_order(given: Comparison) -> Comparison:
    """The comparison with the lesser id first, as reports have it."""
    return given if given.left <= given.right else replace(given, left=given.right, right=given.left)
