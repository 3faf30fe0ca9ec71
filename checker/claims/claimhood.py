"""Tells the values that state something from the numbers that only name, mark or count off.

Each claim's value is described by named features, and the weights of these, fitted on labelled documents
(``training/claimhood.py``), give how likely it is to state anything of anybody. What is unlikely is left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from checker.claims.claimhood_features import Surroundings
from checker.language.language import derived, table
from checker.language.names import Name
from checker.model.claim import YEAR_IN_NAME, Claim
from checker.model.document import Document

SPARED = frozenset({YEAR_IN_NAME, "stands_for", "as_of"})
"""Attributes of what is known to be part of a name, or to go with another claim."""


@derived
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in table("weights/claimhood")["weights"].items()}


@derived
def threshold() -> float:
    """The least likelihood of a value that is written down."""
    return float(table("weights/claimhood")["threshold"])


def likelihood(features: Iterable[str]) -> float:
    """How likely a value with these features is to state anything, from 0 to 1."""
    weights = _weights()
    total = weights["always"] + sum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-total)) if total > -700 else 0.0


def stating(claims: list[Claim], document: Document, names: list[Name], least: float | None = None) -> list[Claim]:
    """The claims whose values are likely to state something; ``least`` stands in for the threshold.

    A value of several claims is as likely as the likeliest of them.
    """
    least = threshold() if least is None else least
    if not least or not claims:
        return claims
    around = Surroundings(document, names, claims)
    best: dict[tuple[int, int], float] = {}
    for claim in claims:
        place = claim.value.start, claim.value.end
        likely = 1.0 if claim.attribute in SPARED else likelihood(around.features(claim))
        best[place] = max(best.get(place, 0.0), likely)
    return [claim for claim in claims if best[claim.value.start, claim.value.end] >= least]
