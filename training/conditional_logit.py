"""Fits weights that rank candidates: a conditional logit, in which one of each group's candidates is right.

For a group with candidates c of features x(c), the chance of c is exp(w.x(c)) over the sum for all of the group. The
weights maximise the likelihood of the right ones, less ``strength`` times half their square, with features scaled to
unit deviation (L-BFGS, scipy). The same groups in the same order give the same weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize


@dataclass(frozen=True, slots=True)
class Group:
    """The candidates of one question, with those that answer it rightly."""

    features: Sequence[dict[str, float]]
    right: Sequence[bool]
    part: str = ""
    """What is held out together: a corpus, an author."""
    weight: float = 1.0


def fit(groups: Sequence[Group], names: Sequence[str], strength: float = 1.0) -> dict[str, float]:
    """The weight of each feature in ``names``; groups without a right candidate are left out, and none give only 0."""
    kept = [g for g in groups if any(g.right)]
    if not kept or not names:
        return dict.fromkeys(names, 0.0)
    matrix = np.array([[f.get(n, 0.0) for n in names] for g in kept for f in g.features])
    right = np.array([r for g in kept for r in g.right], dtype=bool)
    group = np.array([n for n, g in enumerate(kept) for _ in g.features])
    weight = np.array([g.weight for g in kept])
    first = np.searchsorted(group, np.arange(len(kept)))
    scale = matrix.std(axis=0)
    scale[scale == 0] = 1.0
    scaled = matrix / scale

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        raw = scaled @ w
        lifted = np.exp(raw - np.maximum.reduceat(raw, first)[group])
        total = np.add.reduceat(lifted, first)
        good = np.add.reduceat(lifted * right, first) + 1e-300
        pull = (lifted / total[group] - lifted * right / good[group]) * weight[group]
        value = -(weight * (np.log(good) - np.log(total))).sum() + strength * (w @ w) / 2
        return float(value), scaled.T @ pull + strength * w

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x / scale
    return {n: round(float(w), 3) for n, w in zip(names, found, strict=True)}


def accuracy(groups: Sequence[Group], weights: dict[str, float]) -> float:
    """The share of groups whose best candidate is right, those without a right candidate among the misses."""
    if not groups:
        return 0.0
    return sum(best_is_right(g, weights) for g in groups) / len(groups)


def best_is_right(group: Group, weights: dict[str, float]) -> bool:
    """Whether the candidate with the highest score is right."""
    scores = [sum(v * weights.get(n, 0.0) for n, v in f.items()) for f in group.features]
    return bool(scores) and bool(group.right[scores.index(max(scores))])
