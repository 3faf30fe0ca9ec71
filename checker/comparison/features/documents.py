"""Asks what the two documents, and all documents together, tell of the pair."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from checker.comparison.features import attribute, words
from checker.comparison.folder import Folder
from checker.comparison.pair import Pair, logarithm


def one_document(pair: Pair) -> float:
    """Both stand in one document."""
    return pair.same_source


def names_in_common(pair: Pair) -> float:
    """The documents name the same people and things."""
    if pair.same_source:
        return 1.0
    a, b = pair.folder.names[pair.left.source], pair.folder.names[pair.right.source]
    return len(a & b) / max(1, min(len(a), len(b)))


def rare_values_shared(pair: Pair) -> float:
    """The documents also share other rare values."""
    if pair.same_source:
        return 0.0
    rare = pair.folder.rare
    shared = rare[pair.left.source] & rare[pair.right.source]
    return min(3, len(shared) - (pair.left.value in shared) - (pair.right.value in shared and _two_values(pair)))


def crowded(pair: Pair) -> float:
    """One of the sentences states many values."""
    return min(1.0, math.log(max(pair.left.crowd, pair.right.crowd)) / 3)


def template(pair: Pair) -> float:
    """Many documents have other values in such a sentence, or under such a label."""
    return _template(pair.slots_shared, pair.folder)


def frame_shared(pair: Pair) -> float:
    """Many documents have such a sentence, or such a label."""
    return _frame_shared(pair.slots_shared, pair.folder)


def near_alike_in_crowd(pair: Pair) -> float:
    """The words near both values are alike, as they are in many of so many documents."""
    return words.near_alike(pair) * pair.folder.crowd(pair.left, pair.right)


def same_attribute_and_unit_in_crowd(pair: Pair) -> float:
    """Both state one attribute of one kind of thing, as many of so many documents do."""
    return attribute.same_attribute_and_unit(pair) * pair.folder.crowd(pair.left, pair.right)


def _template(slots: Sequence[int], folder: Folder) -> float:
    return max((logarithm(folder.variety(slot) - 1, 4.0) for slot in slots), default=0.0)


def _frame_shared(slots: Sequence[int], folder: Folder) -> float:
    return max((logarithm(folder.sharing(slot), 4.0) for slot in slots), default=0.0)


OF_FRAMES: Mapping[str, Callable[[Sequence[int], Folder], float]] = {
    "template": _template,
    "frame_shared": _frame_shared,
}
"""The features that ask of all documents which share the pair's frames, by name."""
IN_CROWD = {
    "near_alike_in_crowd": "near_alike",
    "same_attribute_and_unit_in_crowd": "same_attribute_and_unit",
}
"""The features that are another one times the crowd, which all documents make up, by name; and that other one."""


def _two_values(pair: Pair) -> bool:
    return pair.left.value != pair.right.value
