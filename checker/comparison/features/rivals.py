"""Asks whether each is the best counterpart that the other has."""

from __future__ import annotations

from checker.comparison.pair import logarithm
from checker.comparison.rivals import Standing
from checker.comparison.thresholds import MOST_MARGIN


def score_alone(standing: Standing) -> float:
    """How well the pair fits by itself."""
    return max(-8.0, min(8.0, standing.score))


def better_rivals(standing: Standing) -> float:
    """For each of them, the other's document has a better match."""
    return min(3, min(standing.better))


def better_rivals_of_one(standing: Standing) -> float:
    """For one of them, the other's document has a better match."""
    return min(4, max(standing.better))


def best_of_both(standing: Standing) -> float:
    """Each is the other's best match."""
    return standing.better == (0, 0)


def margin(standing: Standing) -> float:
    """How much better the pair fits than the next best match."""
    return min(MOST_MARGIN, max(-MOST_MARGIN, min(standing.margin)))


def margin_of_one(standing: Standing) -> float:
    """How much better it fits than the next best match of one of them."""
    return min(MOST_MARGIN, max(-MOST_MARGIN, max(standing.margin)))


def many_values(standing: Standing) -> float:
    """Many other values match one of them nearly as well."""
    return logarithm(1 + max(standing.diverse), 4.0)


def many_values_of_both(standing: Standing) -> float:
    """Many other values match both of them nearly as well."""
    return logarithm(1 + min(standing.diverse), 4.0)


def borne_out(standing: Standing) -> float:
    """A third document states one of the two values."""
    return min(2, standing.borne_out)
