"""Ranks candidates by a weighted sum of named features; the weights stand in YAML, fitted on labelled texts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from checker.language.language import derived_up_to, table


@derived_up_to(8)
def weights(name: str) -> dict[str, float]:
    """The weights of one ranking, by the feature's name: those of ``weights/NAME``."""
    return {feature: float(weight) for feature, weight in table(f"weights/{name}").items()}


def score(features: Mapping[str, float], weigh: Mapping[str, float]) -> float:
    """The weighted sum of a candidate's features; one without a weight says nothing."""
    return sum(value * weigh.get(feature, 0.0) for feature, value in features.items())


def probabilities(scores: Sequence[float]) -> list[float]:
    """How likely each of the candidates is the right one, if one of them is."""
    if not scores:
        return []
    best = max(scores)
    parts = [math.exp(one - best) for one in scores]
    total = sum(parts)
    return [part / total for part in parts]
