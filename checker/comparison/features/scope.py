"""Do both hold for one time, place, group, stage?"""

from __future__ import annotations

from checker.comparison.features.registry import feature
from checker.comparison.pair import Pair


@feature("both hold for one time")
def same_time(pair: Pair) -> float:
    return pair.time == "same"


@feature("they hold for different times")
def other_times(pair: Pair) -> float:
    return pair.time == "other"


@feature("by the dates of their documents, they hold for different times")
def other_times_by_document(pair: Pair) -> float:
    return pair.time == "other by document"


@feature("only one says when it holds")
def time_of_one(pair: Pair) -> float:
    return pair.time == "one"


@feature("they hold for different places, or only one names a place")
def other_places(pair: Pair) -> float:
    return pair.first.scope.place != pair.second.scope.place


@feature("they hold for different groups, or only one names a group")
def other_populations(pair: Pair) -> float:
    return pair.first.scope.population != pair.second.scope.population


@feature("they are at different stages: planned, asked for, spent")
def other_stages(pair: Pair) -> float:
    return pair.first.scope.stage != pair.second.scope.stage


@feature("one is asserted, and the other is planned, asked for or denied")
def other_modality(pair: Pair) -> float:
    return pair.first.modality != pair.second.modality


@feature("only one is a running total")
def running_total(pair: Pair) -> float:
    return pair.first.scope.cumulative != pair.second.scope.cumulative


@feature("they are of different ones of a series: the first, the second")
def other_ordinals(pair: Pair) -> float:
    a, b = set(pair.first.qualifiers.ordinals), set(pair.second.qualifiers.ordinals)
    return bool(a and b) and a.isdisjoint(b)


@feature("only one says which of a series it is of")
def ordinal_of_one(pair: Pair) -> float:
    return bool(pair.first.qualifiers.ordinals) != bool(pair.second.qualifiers.ordinals)


@feature("they count people in different roles")
def other_roles(pair: Pair) -> float:
    a, b = pair.first.qualifiers.role, pair.second.qualifiers.role
    return a is not None and b is not None and a != b


@feature("one is for each, an average or a part, and the other is not")
def other_extent(pair: Pair) -> float:
    a, b = pair.first.qualifiers, pair.second.qualifiers
    return (
        (a.each != b.each)
        + (a.average != b.average)
        + (a.of_whom != b.of_whom)
        + (a.worldwide != b.worldwide)
        + (a.change != b.change)
        + (a.recurring != b.recurring)
    )


@feature("only one is called a total")
def total_of_one(pair: Pair) -> float:
    return pair.first.qualifiers.total != pair.second.qualifiers.total


@feature("different events are told beside the values")
def other_events(pair: Pair) -> float:
    a, b = set(pair.first.qualifiers.events), set(pair.second.qualifiers.events)
    return bool(a and b) and a.isdisjoint(b)


@feature("only one is a bound or an estimate")
def bound_of_one(pair: Pair) -> float:
    return (pair.first.value.modifier in _BOUNDS) != (pair.second.value.modifier in _BOUNDS)


_BOUNDS = frozenset({"more_than", "at_least", "less_than", "up_to"})
