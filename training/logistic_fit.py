"""Fits a logistic regression on named features, and writes its weights as a table of the program's vocabulary."""

from __future__ import annotations

import json
from collections import Counter

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

FOLDS = 10
_STRENGTH = 0.3
"""Of the fit: the smaller, the nearer are all weights to nothing."""
_FEWEST = 4
"""A feature of fewer examples gets no weight."""
_LEAST = 0.02
"""A weight nearer to nothing is left out."""


class Fit:
    """A fit on some examples, which says how likely any other is to be what was asked for."""

    def __init__(self, described: list[dict[str, float]], states: list[bool], weight: list[float]) -> None:
        seen = Counter(feature for features in described for feature in features)
        self.known = {feature for feature, n in seen.items() if n >= _FEWEST}
        self.columns = DictVectorizer()
        matrix = self.columns.fit_transform([self._kept(features) for features in described])
        self.model = LogisticRegression(C=_STRENGTH, max_iter=3000).fit(matrix, states, sample_weight=weight)

    def _kept(self, features: dict[str, float]) -> dict[str, float]:
        return {name: value for name, value in features.items() if name in self.known}

    def likelihoods(self, described: list[dict[str, float]]) -> list[float]:
        matrix = self.columns.transform([self._kept(features) for features in described])
        return list(self.model.predict_proba(matrix)[:, 1])

    def weights(self) -> dict[str, float]:
        told = dict(zip(self.columns.get_feature_names_out(), self.model.coef_[0], strict=True))
        return {"always": float(self.model.intercept_[0])} | {name: float(w) for name, w in sorted(told.items())}


def written(head: str, weights: dict[str, float], threshold: float) -> str:
    """The table of the weights, as YAML."""
    told = {name: weight for name, weight in weights.items() if name == "always" or abs(weight) >= _LEAST}
    lines = [f"  {json.dumps(name)}: {weight:.2f}" for name, weight in told.items()]
    return head + "\n".join((f"threshold: {threshold}", "weights:", *lines, ""))
