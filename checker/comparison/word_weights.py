"""Words with how much each tells: its rarity. What several features ask of them is summed once.

Sums are exact, so that the order in which a set gives its words decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum

from checker.language.language import derived_up_to
from checker.language.rarity import rarity


class Weighed(dict[str, float]):
    """Words, by their stems, each with its rarity."""

    __slots__ = ("total",)

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__((word, rarity(word)) for word in words)
        self.total = fsum(self.values())
        """How much all of them tell."""

    def isdisjoint(self, other: Iterable[str]) -> bool:
        """No word is in both."""
        return self.keys().isdisjoint(other)


@derived_up_to(65_536)
def weighed(words: frozenset[str]) -> Weighed:
    """Some words with their rarities, weighed once."""
    return Weighed(words)


def covered(words: Weighed, other: Mapping[str, float]) -> float:
    """Which share of the words the other has, each by how rare it is; 0 where there are none."""
    if not words:
        return 0.0
    shared = words.keys() & other.keys()
    return fsum(map(words.__getitem__, shared)) / words.total if shared else 0.0


def alike(words: Weighed, others: Weighed) -> float:
    """The share of all words of both that are in both, each by how rare it is; 0 where either has none."""
    shared = words.keys() & others.keys()
    if not shared:
        return 0.0
    common = fsum(map(words.__getitem__, shared))
    return common / (words.total + others.total - common)
