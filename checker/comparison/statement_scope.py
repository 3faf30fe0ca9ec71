"""Says whether a statement and what a text says are of one scope, one reporter and one part of the world."""

from __future__ import annotations

from checker import value_relation
from checker.comparison import scope_overlap
from checker.comparison.profiles import profile_of
from checker.language.names import reporters
from checker.language.words import noun_class
from checker.model.claim import FACTUAL, Claim
from checker.model.comparison import Relation


def comparable(claim: Claim, other: Claim) -> bool:
    """Nothing of what the two say keeps their values apart."""
    a, b = claim.scope, other.scope
    return (
        {claim.modality, other.modality} <= FACTUAL
        and scope_overlap.same_time(claim, other) is not False
        and not (a.place and b.place and a.place != b.place)
        and _population(claim) == _population(other)
        and (a.stage == b.stage or not (a.stage and b.stage))
        and not (claim.qualifiers.worldwide and b.place)
        and not (other.qualifiers.worldwide and a.place)
        and claim.value.per == other.value.per
        and scope_overlap.including_and_leaving_out(claim, other) is None
        and claim.qualifiers.each == other.qualifiers.each
        and _one_reporter(claim, other)
        and _one_in_order(claim, other)
    )


def same_extent(claim: Claim, others: list[Claim]) -> list[Claim]:
    """Of several values those for the whole world, where the claim's is, and a text has such."""
    return [o for o in others if o.qualifiers.worldwide] or others if claim.qualifiers.worldwide else others


def shared(left: Claim, right: Claim) -> frozenset[str]:
    """The words near both values."""
    return profile_of(left).near & profile_of(right).near


def stand(claim: Claim, other: Claim) -> tuple[Relation, str]:
    """How the values stand."""
    return value_relation.relation(claim.value, other.value)


def _population(claim: Claim) -> str | None:
    """Of whom the value holds, where these are not merely what it counts."""
    population = claim.scope.population
    return None if population and noun_class(population) == noun_class(claim.value.unit or "") else population


def _one_reporter(claim: Claim, other: Claim) -> bool:
    """The two name no two reporters of their figures."""
    a, b = profile_of(claim).names & reporters(), profile_of(other).names & reporters()
    return not a or not b or not a.isdisjoint(b)


def _one_in_order(claim: Claim, other: Claim) -> bool:
    """The two tell of no two of a series: the first season, the second."""
    a, b = claim.qualifiers.ordinals, other.qualifiers.ordinals
    return not a or not b or not set(a).isdisjoint(b)
