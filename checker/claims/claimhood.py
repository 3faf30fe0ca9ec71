"""Tells the values that state something from the numbers that only name, mark or count off.

Each claim's value is described by named features, and the weights of these, fitted on labelled documents
(``training/claimhood.py``), give how likely it is to state anything of anybody. What is unlikely is left out.
"""

from __future__ import annotations

from checker.claims.claimhood_features import Surroundings
from checker.language.names import Name
from checker.linguistics.ranking import likelihood, threshold
from checker.model.claim import YEAR_IN_NAME, Claim
from checker.model.document import Document
from checker.model.reasons import AttributeReason

SPARED = frozenset({YEAR_IN_NAME, "stands_for", "as_of"})
"""Attributes of what is known to be part of a name, or to go with another claim."""


NAME = "claimhood"
"""The weights' name."""


def is_spared(claim: Claim) -> bool:
    """Whether a value states something by the form alone: a life's span behind a name, a year in one."""
    return claim.attribute in SPARED or claim.basis.attribute == AttributeReason.LIFE_SPAN.text()


def stating(claims: list[Claim], document: Document, names: list[Name], least: float | None = None) -> list[Claim]:
    """The claims whose values are likely to state something; ``least`` stands in for the threshold.

    A value of several claims is as likely as the likeliest of them.
    """
    least = threshold(NAME) if least is None else least
    if not least or not claims:
        return claims
    around = Surroundings(document, names, claims)
    best: dict[tuple[int, int], float] = {}
    for claim in claims:
        place = claim.value.start, claim.value.end
        likely = 1.0 if is_spared(claim) else likelihood(NAME, around.features(claim))
        best[place] = max(best.get(place, 0.0), likely)
    return [claim for claim in claims if best[claim.value.start, claim.value.end] >= least]
