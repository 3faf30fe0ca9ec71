"""A pair of statements with what several features ask of both, worked out once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Set

from checker.comparison import scope_overlap
from checker.comparison.folder import Folder
from checker.comparison.profiles import Profile
from checker.language.meanings import meanings
from checker.language.rarity import rarity


class Pair:
    """Two statements of one family of values; the same from either side."""

    __slots__ = (
        "close",
        "context_shared",
        "first",
        "folder",
        "left",
        "left_slots",
        "near_shared",
        "right",
        "right_slots",
        "same_source",
        "second",
        "time",
    )

    def __init__(self, left: Profile, right: Profile, folder: Folder) -> None:
        self.left = left
        self.right = right
        self.folder = folder
        self.first = left.claims[0]
        self.second = right.claims[0]
        self.same_source = left.source == right.source
        self.near_shared = left.near.keys() & right.near.keys()
        self.context_shared = left.context.keys() & right.context.keys()
        self.time = scope_overlap.time_relation(self.first, self.second)
        self.left_slots = _slots(left, right)
        self.right_slots = _slots(right, left)
        self.close = False

    def covered(self, words: Set[str], other: Mapping[str, float] | Set[str]) -> float:
        """Which share of the words the other has, each by how rare it is; 0 where there are none."""
        return covered(words, other)


def weight_of(words: Iterable[str]) -> float:
    """How much some words tell: their rarity, summed."""
    return sum(map(rarity, words))


def covered(words: Set[str] | Iterable[str], other: Mapping[str, float] | Set[str]) -> float:
    """Which share of the words the other has, each by how rare it is; 0 where there are none."""
    total = shared = 0.0
    for word in words:
        weight = rarity(word)
        total += weight
        if word in other:
            shared += weight
    return shared / total if total else 0.0


def alike(words: Set[str], others: Set[str]) -> float:
    """The share of all words of both sets that are in both, each by how rare it is; 0 where a set is empty."""
    if not words or not others:
        return 0.0
    shared = weight_of(words & others)
    if not shared:
        return 0.0
    total = weight_of(words | others)
    return shared / total if total else 0.0


def cosine(
    words: Mapping[str, float], others: Mapping[str, float], shared: Iterable[str], lengths: tuple[float, float]
) -> float:
    """How alike two weighted sets of words are, from 0 to 1."""
    if not lengths[0] or not lengths[1]:
        return 0.0
    total = 0.0
    for word in shared:
        total += words[word] * others[word] * rarity(word) ** 2
    return total / (lengths[0] * lengths[1])


def _slots(one: Profile, other: Profile) -> tuple[float, float, float]:
    """How much of the nearest words to the left, to the right, and of the labels the other side has."""
    return (
        meant(one.left[:2], other),
        meant(one.right[:2], other),
        meant(sorted(one.labels), other) if one.labels else 0.0,
    )


def meant(words: Iterable[str], other: Profile) -> float:
    """The share of some words that the other side has, in the same words or in words of one meaning."""
    total = shared = 0.0
    context, groups = other.context, other.groups
    for place, word in enumerate(words):
        weight = rarity(word) / (1 + place * 0.5)
        total += weight
        if word in context:
            shared += weight
        elif groups:
            best = max((groups.get(group, 0.0) for group in meanings(word)), default=0.0)
            shared += weight * min(0.8, best)
    return shared / total if total else 0.0


def logarithm(count: float, most: float) -> float:
    """The binary logarithm of a count, so that each doubling counts the same; at most ``most``."""
    return min(most, math.log2(count)) if count > 1 else 0.0
