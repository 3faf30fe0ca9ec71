"""Fits a logistic regression of a few parameters in plain Python, by Newton's method."""

from __future__ import annotations

import math
from collections.abc import Sequence

_STEPS = 50
_NEAR = 1e-10


def probability(score: float) -> float:
    """The probability of which ``score`` is the logarithm of the odds."""
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, score))))


def log_loss(score: float, label: bool) -> float:
    """The negative logarithm of how likely the label was by the score."""
    turned = -score if label else score
    return max(turned, 0.0) + math.log1p(math.exp(-abs(turned)))


def fitted(
    rows: Sequence[Sequence[float]],
    offsets: Sequence[float],
    labels: Sequence[bool],
    weights: Sequence[float],
    penalties: Sequence[float],
) -> list[float]:
    """The parameters that make the labels likeliest; each is drawn to 0 by its penalty, which is more than 0.

    A row's score is its offset and the sum of its entries by the parameters; ``weights`` are how much each row counts.
    """
    found = [0.0] * len(penalties)
    loss = _loss(rows, offsets, labels, weights, penalties, found)
    for _ in range(_STEPS):
        step = _step(rows, offsets, labels, weights, penalties, found)
        size = 1.0
        while True:
            tried = [value - size * change for value, change in zip(found, step, strict=True)]
            new = _loss(rows, offsets, labels, weights, penalties, tried)
            if new <= loss or size < _NEAR:
                break
            size /= 2
        if loss - new < _NEAR:
            return tried if new <= loss else found
        found, loss = tried, new
    return found


def _scores(rows: Sequence[Sequence[float]], offsets: Sequence[float], at: Sequence[float]) -> list[float]:
    return [
        offset + sum(value * by for value, by in zip(row, at, strict=True))
        for row, offset in zip(rows, offsets, strict=True)
    ]


def _loss(
    rows: Sequence[Sequence[float]],
    offsets: Sequence[float],
    labels: Sequence[bool],
    weights: Sequence[float],
    penalties: Sequence[float],
    at: Sequence[float],
) -> float:
    scores = _scores(rows, offsets, at)
    drawn = sum(penalty * value * value for penalty, value in zip(penalties, at, strict=True)) / 2
    return drawn + sum(
        weight * log_loss(score, label) for score, label, weight in zip(scores, labels, weights, strict=True)
    )


def _step(
    rows: Sequence[Sequence[float]],
    offsets: Sequence[float],
    labels: Sequence[bool],
    weights: Sequence[float],
    penalties: Sequence[float],
    at: Sequence[float],
) -> list[float]:
    """What Newton's method takes from the parameters."""
    size = len(at)
    slope = [penalty * value for penalty, value in zip(penalties, at, strict=True)]
    bend = [[penalties[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
    for row, score, label, weight in zip(rows, _scores(rows, offsets, at), labels, weights, strict=True):
        sure = probability(score)
        for i, value in enumerate(row):
            slope[i] += weight * (sure - label) * value
            for j in range(i + 1):
                bend[i][j] += weight * sure * (1 - sure) * value * row[j]
    for i in range(size):
        for j in range(i):
            bend[j][i] = bend[i][j]
    return _solved(bend, slope)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations whose matrix is symmetric and positive definite."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        for below in range(column + 1, size):
            factor = rows[below][column] / rows[column][column]
            for place in range(column, size + 1):
                rows[below][place] -= factor * rows[column][place]
    found = [0.0] * size
    for place in reversed(range(size)):
        known = sum(rows[place][other] * found[other] for other in range(place + 1, size))
        found[place] = (rows[place][size] - known) / rows[place][place]
    return found
