"""Asks whether rows, columns, keys and headings say the same."""

from __future__ import annotations

from checker.comparison.pair import Pair
from checker.comparison.word_weights import alike, covered


def labels_alike(pair: Pair) -> float:
    """The labels of both values share words."""
    return alike(pair.left.labels, pair.right.labels)


def other_labels(pair: Pair) -> float:
    """Both values have labels, and these share no word."""
    a, b = pair.left.labels, pair.right.labels
    return bool(a and b) and a.isdisjoint(b)


def labels_around(pair: Pair) -> float:
    """The words of one value's labels stand around the other."""
    return max(covered(pair.left.labels, pair.right.context), covered(pair.right.labels, pair.left.context))


def labels_missing(pair: Pair) -> float:
    """The words of one value's labels are nowhere around the other."""
    left, right = pair.left, pair.right
    return bool(left.labels and left.labels.isdisjoint(right.context)) or bool(
        right.labels and right.labels.isdisjoint(left.context)
    )


def other_rows(pair: Pair) -> float:
    """The values stand in two rows, or behind two keys."""
    a, b = pair.left.row, pair.right.row
    return bool(a and b) and a.isdisjoint(b)


def other_columns(pair: Pair) -> float:
    """The values stand in two columns."""
    a, b = pair.left.column, pair.right.column
    return bool(a and b) and a.isdisjoint(b)


def headings_alike(pair: Pair) -> float:
    """The headings over both values share words."""
    return alike(pair.left.headings, pair.right.headings)


def other_headings(pair: Pair) -> float:
    """The headings over the two values share no word."""
    a, b = pair.left.headings, pair.right.headings
    return bool(a and b) and a.isdisjoint(b)


def headings_around(pair: Pair) -> float:
    """The words of one value's headings stand around the other."""
    return max(covered(pair.left.headings, pair.right.context), covered(pair.right.headings, pair.left.context))


def both_tabular(pair: Pair) -> float:
    """Both values stand in tables, or behind keys."""
    return pair.left.tabular and pair.right.tabular


def one_tabular(pair: Pair) -> float:
    """One value stands in a table, or behind a key, and the other does not."""
    return pair.left.tabular != pair.right.tabular
