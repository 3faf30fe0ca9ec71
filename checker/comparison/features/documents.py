"""What do the two documents, and all documents together, tell of the pair?"""

from __future__ import annotations

import math

from checker.comparison.features.registry import feature
from checker.comparison.pair import Pair, logarithm


@feature("both stand in one document")
def one_document(pair: Pair) -> float:
    return pair.same_source


@feature("the documents name the same")
def names_in_common(pair: Pair) -> float:
    if pair.same_source:
        return 1.0
    a, b = pair.folder.names[pair.left.source], pair.folder.names[pair.right.source]
    return len(a & b) / max(1, min(len(a), len(b)))


@feature("the documents also share other rare values")
def rare_values_shared(pair: Pair) -> float:
    if pair.same_source:
        return 0.0
    rare = pair.folder.rare
    shared = rare[pair.left.source] & rare[pair.right.source]
    return min(3, len(shared) - (pair.left.value in shared) - (pair.right.value in shared and _two_values(pair)))


@feature("each sentence states many values")
def crowded(pair: Pair) -> float:
    return min(1.0, math.log(max(pair.left.crowd, pair.right.crowd)) / 3)


@feature("many documents state other values in this frame, or under this label: a template")
def template(pair: Pair) -> float:
    return max((logarithm(pair.folder.variety(slot) - 1, 4.0) for slot in pair.slots_shared), default=0.0)


@feature("many documents have this frame, or this label")
def frame_shared(pair: Pair) -> float:
    return max((logarithm(pair.folder.sharing(slot), 4.0) for slot in pair.slots_shared), default=0.0)


def _two_values(pair: Pair) -> bool:
    return pair.left.value != pair.right.value
