"""Scores pairs of statements by fitted weights: how likely both state one fact, whatever their values are.

The score is a weighted sum of named features, in two steps: a pair is weighed alone, then again among its rivals. All
weights stand in ``weights/same_fact``, fitted on labelled documents; a corpus may have a group of features count more
or less than they say in the second step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import mul

from checker.comparison.candidates import candidates
from checker.comparison.features import FEATURES, RIVAL_FEATURES, Feature
from checker.comparison.folder import Folder
from checker.comparison.known_pairs import KnownPairs
from checker.comparison.pair import Pair
from checker.comparison.profiles import Profile
from checker.comparison.rivals import Place, standings
from checker.language.language import derived, table
from checker.model.rule import GroupWeights

ALWAYS = "always"
"""The weight that counts for every pair."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two statements, by their places among the profiles, and how they were scored."""

    left: int
    right: int
    values: tuple[float, ...]
    """Those of ``FEATURES`` and of ``RIVAL_FEATURES``, in their order."""
    score: float
    """The logarithm of the odds that both state one fact."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of both steps, in the order of the features."""

    alone: tuple[float, ...]
    always_alone: float
    among: tuple[float, ...]
    always_among: float


@derived
def weights() -> Weights:
    """The weights that ship with the tool."""
    entries = table("weights/same_fact")
    alone, among = entries["alone"], entries["among"]
    return Weights(
        tuple(float(alone[feature.name]) for feature in FEATURES),
        float(alone[ALWAYS]),
        tuple(float(among[feature.name]) for feature in (*FEATURES, *RIVAL_FEATURES)),
        float(among[ALWAYS]),
    )


def weights_of(groups: GroupWeights) -> Weights:
    """The weights of a corpus: the shipped ones, with each group counting as much as ``groups`` says."""
    shipped = weights()
    among = tuple(
        weight * getattr(groups, feature.group)
        for feature, weight in zip((*FEATURES, *RIVAL_FEATURES), shipped.among, strict=True)
    )
    return replace(shipped, among=among, always_among=shipped.always_among + groups.always)


def measured(
    profiles: Sequence[Profile], folder: Folder, known: KnownPairs | None = None
) -> dict[Place, tuple[float, ...]]:
    """The features of every candidate pair, alone; ``known`` are pairs that need not be measured again."""
    found: dict[Place, tuple[float, ...]] = {}
    measures = [feature.measure for feature in FEATURES]
    for left, right in candidates(profiles):
        one, other = profiles[left], profiles[right]
        values = known.find(one, other, folder) if known is not None else None
        if values is None:
            pair = Pair(one, other, folder)
            values = tuple([measure(pair) for measure in measures])
            if known is not None:
                known.keep(one, other, values)
        found[left, right] = values
    return found


def scored(
    profiles: Sequence[Profile], folder: Folder, weigh: Weights | None = None, known: KnownPairs | None = None
) -> list[ScoredPair]:
    """Every candidate pair with its score, in the order of the places; by the shipped weights where none are given."""
    weigh = weigh or weights()
    alone = measured(profiles, folder, known)
    scores = {place: weigh.always_alone + sum(map(mul, values, weigh.alone)) for place, values in alone.items()}
    among = [feature.measure for feature in RIVAL_FEATURES]
    found = []
    for place, standing in sorted(standings(profiles, scores).items()):
        values = (*alone[place], *[measure(standing) for measure in among])
        found.append(ScoredPair(*place, values, weigh.always_among + sum(map(mul, values, weigh.among))))
    return found


_PLACES = {feature.name: place for place, feature in enumerate(FEATURES)}


def value_of(name: str, values: Sequence[float]) -> float:
    """What one feature says, among those of a pair."""
    return values[_PLACES[name]]


def is_copy(values: Sequence[float]) -> bool:
    """By its features, the sentences of a pair are copies but for their values, and name nothing else."""
    copies, other_names, two_subjects = (value_of(name, values) for name in _COPY)
    return bool(copies) and not other_names and not two_subjects


_COPY = ("copies", "other_names", "two_named_subjects")


def contributions(pair: ScoredPair, weigh: Weights | None = None) -> list[tuple[Feature, float]]:
    """What each feature adds to the score or takes from it, the largest first; those that say nothing left out."""
    weigh = weigh or weights()
    parts = zip((*FEATURES, *RIVAL_FEATURES), map(mul, pair.values, weigh.among), strict=True)
    return sorted(((feature, part) for feature, part in parts if part), key=lambda entry: -abs(entry[1]))


def weight_names() -> Mapping[str, tuple[str, ...]]:
    """The features that the table of weights must name, by step."""
    alone = tuple(feature.name for feature in FEATURES)
    return {"alone": (ALWAYS, *alone), "among": (ALWAYS, *alone, *(feature.name for feature in RIVAL_FEATURES))}
