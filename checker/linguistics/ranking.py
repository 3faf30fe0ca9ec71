"""Ranks candidates, and decides of one, by a weighted sum of named features.

The weights stand in YAML, fitted on labelled texts: ``weights/NAME`` has them by feature for a ranking, and under
``weights`` beside a ``threshold`` for a decision.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from checker.language.language import derived_up_to, table

LEAST_EXPONENT = -700
"""The exponential of more than 700 is no number that a computer has."""


@derived_up_to(8)
def weights(name: str) -> dict[str, float]:
    """The weights of one ranking, by the feature's name: those of ``weights/NAME``."""
    return {feature: float(weight) for feature, weight in table(f"weights/{name}").items()}


@derived_up_to(8)
def decision_weights(name: str) -> dict[str, float]:
    """The weights of one decision, by the feature's name; that of ``always`` counts for everything."""
    return {feature: float(weight) for feature, weight in table(f"weights/{name}")["weights"].items()}


@derived_up_to(8)
def threshold(name: str) -> float:
    """The likelihood from which on the decision is yes."""
    return float(table(f"weights/{name}")["threshold"])


def likelihood(name: str, features: Iterable[str]) -> float:
    """How likely the answer of a decision is yes for something with these features, from 0 to 1."""
    weigh = decision_weights(name)
    total = weigh["always"] + sum(weigh.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-total)) if total > LEAST_EXPONENT else 0.0


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
