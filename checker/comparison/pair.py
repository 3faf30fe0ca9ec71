"""A pair of statements with what several features ask of both, worked out once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Indel

from checker.comparison import scope_overlap
from checker.comparison.folder import Folder
from checker.comparison.profiles import Profile
from checker.language.meanings import meanings
from checker.language.rarity import rarity


class Pair:
    """Two statements that may be of one fact; all that is asked of it is the same from either side."""

    __slots__ = (
        "first",
        "folder",
        "left",
        "left_slots",
        "near_shared",
        "right",
        "right_slots",
        "same_source",
        "second",
        "slots_shared",
        "time",
        "wording",
    )

    def __init__(self, left: Profile, right: Profile, folder: Folder) -> None:
        self.left = left
        self.right = right
        self.folder = folder
        self.first = left.claims[0]
        self.second = right.claims[0]
        self.same_source = left.source == right.source
        self.near_shared = left.near.keys() & right.near.keys()
        self.time = scope_overlap.time_relation(self.first, self.second)
        self.left_slots = _slots(left, right)
        self.right_slots = _slots(right, left)
        self.slots_shared = [slot for slot in left.slots if slot in right.slots]
        self.wording = wording_of(left, right)


def cosine(words: Mapping[str, float], others: Mapping[str, float], lengths: tuple[float, float]) -> float:
    """How alike two weighted sets of words are, from 0 to 1."""
    if not lengths[0] or not lengths[1]:
        return 0.0
    return math.fsum(words[word] * others[word] for word in words.keys() & others.keys()) / (lengths[0] * lengths[1])


def wording_of(left: Profile, right: Profile) -> float:
    """How alike two sentences are word for word, from 0 to 1; 0 where few words, or not the same labels, are the same.

    The rows of a table are alike but for their labels.
    """
    a, b = left.mask, right.mask
    if left.cell != right.cell:
        return 0.0
    if abs(len(a) - len(b)) > 0.6 * max(len(a), len(b)):
        return 0.0
    if len(left.sentence.keys() & right.sentence.keys()) < 0.4 * min(len(left.sentence), len(right.sentence)):
        return 0.0
    return Indel.normalized_similarity(a, b)


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
