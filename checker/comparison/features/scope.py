"""Asks whether both hold for one time, place, group, stage."""

from __future__ import annotations

from checker.comparison.pair import Pair


def same_time(pair: Pair) -> float:
    """Both hold for one time."""
    return pair.time == "same"


def other_times(pair: Pair) -> float:
    """They hold for different times."""
    return pair.time == "other"


def other_times_by_document(pair: Pair) -> float:
    """By the dates of their documents, they hold for different times."""
    return pair.time == "other by document"


def time_of_one(pair: Pair) -> float:
    """Only one says when it holds."""
    return pair.time == "one"


def other_places(pair: Pair) -> float:
    """They hold for different places, or only one names a place."""
    return pair.first.scope.place != pair.second.scope.place


def other_populations(pair: Pair) -> float:
    """They hold for different groups, or only one names a group."""
    return pair.first.scope.population != pair.second.scope.population


def other_stages(pair: Pair) -> float:
    """They are at different stages: planned, asked for, spent."""
    return pair.first.scope.stage != pair.second.scope.stage


def other_modality(pair: Pair) -> float:
    """One is asserted, and the other is planned, asked for or denied."""
    return pair.first.modality != pair.second.modality


def running_total(pair: Pair) -> float:
    """Only one is a running total."""
    return pair.first.scope.cumulative != pair.second.scope.cumulative


def other_ordinals(pair: Pair) -> float:
    """They are of different ones of a series: the first, the second."""
    a, b = set(pair.first.qualifiers.ordinals), set(pair.second.qualifiers.ordinals)
    return bool(a and b) and a.isdisjoint(b)


def ordinal_of_one(pair: Pair) -> float:
    """Only one says which of a series it is of."""
    return bool(pair.first.qualifiers.ordinals) != bool(pair.second.qualifiers.ordinals)


def other_roles(pair: Pair) -> float:
    """They count people in different roles."""
    a, b = pair.first.qualifiers.role, pair.second.qualifiers.role
    return a is not None and b is not None and a != b


def other_extent(pair: Pair) -> float:
    """One is for each, an average or a part, and the other is not."""
    a, b = pair.first.qualifiers, pair.second.qualifiers
    return (
        (a.each != b.each)
        + (a.average != b.average)
        + (a.of_whom != b.of_whom)
        + (a.worldwide != b.worldwide)
        + (a.change != b.change)
        + (a.recurring != b.recurring)
    )


def total_of_one(pair: Pair) -> float:
    """Only one is called a total."""
    return pair.first.qualifiers.total != pair.second.qualifiers.total


def other_events(pair: Pair) -> float:
    """Different events are told beside the values."""
    a, b = set(pair.first.qualifiers.events), set(pair.second.qualifiers.events)
    return bool(a and b) and a.isdisjoint(b)


def bound_of_one(pair: Pair) -> float:
    """Only one is a bound or an estimate."""
    return (pair.first.value.modifier in _BOUNDS) != (pair.second.value.modifier in _BOUNDS)


_BOUNDS = frozenset({"more_than", "at_least", "less_than", "up_to"})
