"""A fact: claims that state one thing, and the positions that they take on it."""

from __future__ import annotations

import hashlib
from collections.abc import Container
from dataclasses import dataclass, replace

from checker.model.comparison import Comparison, Tier

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Fact:
    """What several claims state, in one value or in several."""

    attribute: str
    """What most of its claims state: of the vocabulary, where any does."""
    positions: tuple[tuple[str, ...], ...]
    """The ids of the claims that hold each value; those of one position agree."""
    comparisons: tuple[Comparison, ...]
    """The agreements and conflicts that it rests on, the surest first."""
    tier: Tier | None = None
    """How sure the conflict between its positions is; None where there is one position."""
    confidence: float = 1.0
    """The same as a number, from 0 to 1; of an agreement, how sure that is."""

    def among(self, claims: Container[str]) -> Fact | None:
        """What is left of the fact where only some claims are known; None where nothing is compared any more."""
        positions = tuple(filter(None, (tuple(c for c in position if c in claims) for position in self.positions)))
        left = tuple(c for c in self.comparisons if c.left in claims and c.right in claims)
        conflicts = [c for c in left if c.relation == "conflict" and c.tier is not None]
        if not left:
            return None
        if len(positions) < 2 or not conflicts:
            return replace(self, positions=positions, comparisons=left, tier=None, confidence=left[0].score)
        surest = max(conflicts, key=lambda c: c.score)
        return replace(self, positions=positions, comparisons=left, tier=surest.tier, confidence=surest.score)

    @property
    def id(self) -> str:
        """The same for the same claims, whatever else a run has."""
        return hashlib.sha256("\n".join(sorted(self.claims)).encode()).hexdigest()[:_DIGITS]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all its claims."""
        return tuple(claim for position in self.positions for claim in position)
