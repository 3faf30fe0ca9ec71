"""Names the features by which two statements are weighed as statements of one fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Measure = Callable[[Any], float]


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its name in the table of weights, its group, what it says in plain words, and how it is measured."""

    name: str
    group: str
    words: str
    measure: Measure


_FEATURES: dict[str, Feature] = {}


def feature(words: str) -> Callable[[Measure], Measure]:
    """Enter a function as a feature under its own name; its module is its group, ``words`` say what it is."""

    def enter(measure: Measure) -> Measure:
        name = measure.__name__
        if name in _FEATURES:
            raise ValueError(f"two features are named {name}")
        _FEATURES[name] = Feature(name, measure.__module__.rpartition(".")[2], words, measure)
        return measure

    return enter


def entered() -> tuple[Feature, ...]:
    """All features, in the order in which they were entered."""
    return tuple(_FEATURES.values())
