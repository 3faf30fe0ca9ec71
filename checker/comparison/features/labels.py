"""Do rows, columns, keys and headings say the same?"""

from __future__ import annotations

from checker.comparison.features.registry import feature
from checker.comparison.pair import Pair
from checker.comparison.word_weights import alike, covered


@feature("the labels of both values share words")
def labels_alike(pair: Pair) -> float:
    return alike(pair.left.labels, pair.right.labels)


@feature("both values have labels, and these share no word")
def other_labels(pair: Pair) -> float:
    a, b = pair.left.labels, pair.right.labels
    return bool(a and b) and a.isdisjoint(b)


@feature("the words of the one value's labels stand around the other")
def labels_around(pair: Pair) -> float:
    return max(covered(pair.left.labels, pair.right.context), covered(pair.right.labels, pair.left.context))


@feature("the words of one value's labels stand nowhere around the other")
def labels_missing(pair: Pair) -> float:
    left, right = pair.left, pair.right
    return bool(left.labels and left.labels.isdisjoint(right.context)) or bool(
        right.labels and right.labels.isdisjoint(left.context)
    )


@feature("the values stand in two rows, or behind two keys")
def other_rows(pair: Pair) -> float:
    a, b = pair.left.row, pair.right.row
    return bool(a and b) and a.isdisjoint(b)


@feature("the values stand in two columns")
def other_columns(pair: Pair) -> float:
    a, b = pair.left.column, pair.right.column
    return bool(a and b) and a.isdisjoint(b)


@feature("the headings over both values share words")
def headings_alike(pair: Pair) -> float:
    return alike(pair.left.headings, pair.right.headings)


@feature("the headings over the two values share no word")
def other_headings(pair: Pair) -> float:
    a, b = pair.left.headings, pair.right.headings
    return bool(a and b) and a.isdisjoint(b)


@feature("the words of the one value's headings stand around the other")
def headings_around(pair: Pair) -> float:
    return max(covered(pair.left.headings, pair.right.context), covered(pair.right.headings, pair.left.context))


@feature("both values stand in tables, or behind keys")
def both_tabular(pair: Pair) -> float:
    return pair.left.tabular and pair.right.tabular


@feature("one value stands in a table, or behind a key, and the other does not")
def one_tabular(pair: Pair) -> float:
    return pair.left.tabular != pair.right.tabular
