"""Says how sure a conflict or an agreement is: that both state one fact, and then how the two values look.

A slip has a form: one digit changed, two transposed, ten years off. Values far apart are more often of two things. The
same value in two documents is the likelier one fact the rarer such a value is. Weights and tiers are fitted:
``weights/conflict`` and ``weights/agreement``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.distance import DamerauLevenshtein

from checker.comparison.folder import Folder
from checker.comparison.profiles import Profile
from checker.language.language import derived, table
from checker.model.comparison import Tier
from checker.model.value import Mention

ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Stated:
    """Two values stated of what may be one fact."""

    left: Profile
    right: Profile
    score: float
    """The logarithm of the odds that both state one fact."""
    folder: Folder


def same_fact(stated: Stated) -> float:
    """How likely both state one fact, whatever their values are."""
    return stated.score


def distance(stated: Stated) -> float:
    """How far apart the values are: years, or factors of e."""
    one, other = stated.left.claims[0].value, stated.right.claims[0].value
    if one.kind == "date":
        years = [int(v.low[:4]) for v in (one, other) if v.low and v.low[:4].isdigit()]
        return min(3.0, math.log1p(abs(years[0] - years[-1])) / 2) if len(years) > 1 else 0.0
    a, b = _number(one), _number(other)
    if a is None or b is None:
        return 0.0
    if a <= 0 or b <= 0:
        return 1.5
    return min(3.0, abs(math.log(a) - math.log(b)))


def slip(stated: Stated) -> float:
    """The figures differ in one place, or two are transposed."""
    a, b = _figures(stated.left.claims[0].value), _figures(stated.right.claims[0].value)
    return min(len(a), len(b)) > 1 and a != b and DamerauLevenshtein.distance(a, b) == 1


def states_both(stated: Stated) -> float:
    """One document also states the other's value, the other document this one's."""
    left, right, values = stated.left, stated.right, stated.folder.values
    if left.source == right.source:
        return 0.0
    same = left.value == right.value
    return (values[right.source][left.value] > same) + (values[left.source][right.value] > same)


def rough(stated: Stated) -> float:
    """One value is only about right, or a bound."""
    return sum(p.claims[0].value.modifier not in ("exact", "range") for p in (stated.left, stated.right))


def one_document(stated: Stated) -> float:
    """Both stand in one document."""
    return stated.left.source == stated.right.source


def date(stated: Stated) -> float:
    """The values are dates."""
    return stated.left.family == "date"


def small(stated: Stated) -> float:
    """A number of one digit."""
    return any(len(_figures(p.claims[0].value)) < 2 for p in (stated.left, stated.right))


def rare(stated: Stated) -> float:
    """Two texts seldom share such a value by chance."""
    return stated.left.rare and stated.right.rare


CONFLICT: tuple[Callable[[Stated], float], ...] = (
    same_fact,
    distance,
    slip,
    states_both,
    rough,
    one_document,
    date,
    small,
)
AGREEMENT: tuple[Callable[[Stated], float], ...] = (same_fact, rare, rough, one_document, date, small)


@derived
def tiers() -> Mapping[Tier, float]:
    """The least confidence of a conflict in each tier, the surest first."""
    return {tier: float(table("weights/conflict")["tiers"][tier]) for tier in ("error", "warning", "possible")}


@derived
def least_agreement() -> float:
    """The least confidence of an agreement."""
    return float(table("weights/agreement")["threshold"])


def of_conflict(stated: Stated) -> float:
    """How sure it is, from 0 to 1, that the two values contradict each other."""
    return _probability("conflict", CONFLICT, stated)


def of_agreement(stated: Stated) -> float:
    """How sure it is, from 0 to 1, that both state one fact with one value."""
    return _probability("agreement", AGREEMENT, stated)


def tier_of(confidence: float) -> Tier | None:
    """The tier of a conflict, or None below all."""
    return next((tier for tier, least in tiers().items() if confidence >= least), None)


def _probability(name: str, measures: tuple[Callable[[Stated], float], ...], stated: Stated) -> float:
    weigh = table(f"weights/{name}")["weights"]
    total = float(weigh[ALWAYS]) + sum(float(weigh[m.__name__]) * m(stated) for m in measures)
    return 1 / (1 + math.exp(-max(-500.0, total)))


def _number(value: Mention) -> float | None:
    text = value.low if value.low is not None else value.high
    try:
        return float(Decimal(text)) if text is not None else None
    except ArithmeticError:
        return None


def _figures(value: Mention) -> str:
    if value.kind == "date":
        return (value.low or "")[:4] if value.resolution != "day" else (value.low or "")
    return (value.low or value.high or "").replace(".", "").strip("0") or "0"
