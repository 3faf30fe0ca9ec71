"""Says how two claims were compared: what spoke for one fact and against it, by how much, and how the values stand.

It reads what comparing left behind, and weighs nothing again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker import value_relation
from checker.comparison import confidence, vetoes
from checker.comparison.compare import Compared, relation_of, representatives
from checker.comparison.pair import Pair
from checker.comparison.profiles import NEVER_ALONE, Profile
from checker.comparison.scoring import ScoredPair, contributions
from checker.comparison.thresholds import COUNTERPARTS
from checker.language.attribute_label import attribute_label
from checker.model.claim import Claim
from checker.model.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one feature of a pair adds to the score, or takes from it."""

    words: str
    group: str
    part: float


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """The record of one pair of claims."""

    verdict: str
    values: str
    """How the two values stand."""
    weighed: tuple[Weighed, ...] = ()
    """The features that say something, the largest first."""
    always: float = 0.0
    """What every pair starts from."""
    score: float | None = None
    """The logarithm of the odds that both state one fact; None where the pair was no candidate."""
    sure: float = 0.0
    """From 0 to 1, how sure the relation is."""
    vetoes: tuple[str, ...] = ()


def trace(left: Claim, right: Claim, compared: Compared) -> PairExplanation:
    """How two claims were compared, or why nothing is said of them."""
    places = {claim.id: n for n, profile in enumerate(compared.profiles) for claim in profile.claims}
    for claim in (left, right):
        if claim.id not in places:
            name = attribute_label(claim) if claim.attribute in NEVER_ALONE else "text"
            return PairExplanation(f"not compared: {name} is compared only by rules of its own", _values(left, right))
    one, other = sorted((places[left.id], places[right.id]))
    if one == other:
        return PairExplanation("not compared: both were read from one value", _values(left, right))
    pair = next((p for p in compared.pairs if (p.left, p.right) == (one, other)), None)
    profiles = compared.profiles[one], compared.profiles[other]
    found = _found(profiles, compared)
    if pair is None:
        verdict = _verdict(found) if found else _no_candidate(*profiles)
        return PairExplanation(verdict, _values(left, right))
    return _explained(pair, profiles, found, compared)


def counterparts(claim: Claim, compared: Compared) -> list[Claim]:
    """The claims of other sources that most likely state the same fact, the likeliest first."""
    own = {n for n, profile in enumerate(compared.profiles) if any(c.id == claim.id for c in profile.claims)}
    found = []
    for pair in compared.pairs:
        if pair.left in own or pair.right in own:
            other = compared.profiles[pair.right if pair.left in own else pair.left]
            if other.source != claim.source:
                found.append((-pair.score, other.claims[0].id, other.claims[0]))
    return [other for _, _, other in sorted(found, key=lambda entry: entry[:2])[:COUNTERPARTS]]


def _explained(
    pair: ScoredPair, profiles: tuple[Profile, Profile], found: Comparison | None, compared: Compared
) -> PairExplanation:
    left, right = profiles
    one, other = representatives(left, right)
    relation, _ = relation_of(left, right, compared.folder)
    held = tuple(veto.words for veto in vetoes.of_pair(Pair(left, right, compared.folder), relation))
    parts = contributions(pair, compared.weights)
    weighed = tuple(Weighed(feature.words, feature.group, part) for feature, part in parts)
    always = pair.score - sum(part for _, part in parts)
    stated = compared.tally.stated(left, right, relation, pair.score, compared.folder, pair.values)
    sure = confidence.of_conflict(stated) if relation == "conflict" else confidence.of_agreement(stated)
    verdict = _verdict(found) if found else _unjoined(relation, held, weighed, sure)
    return PairExplanation(verdict, _values(one, other), weighed, always, pair.score, sure, held)


def _found(profiles: tuple[Profile, Profile], compared: Compared) -> Comparison | None:
    ids = [{claim.id for claim in profile.claims} for profile in profiles]
    for c in compared.comparisons:
        if (c.left in ids[0] and c.right in ids[1]) or (c.left in ids[1] and c.right in ids[0]):
            return c
    return None


def _verdict(found: Comparison) -> str:
    tier = f", {found.tier}" if found.tier else ""
    return f"{found.relation}{tier}, {min(found.score, 0.99):.0%} sure: {found.reason}"


def _unjoined(relation: str, held: tuple[str, ...], weighed: tuple[Weighed, ...], sure: float) -> str:
    """What kept two statements from being of one fact: a veto, the values, or what spoke against it most."""
    if relation == "incomparable":
        return "not compared: nothing can be said of two such values"
    what = "a conflict" if relation == "conflict" else "an agreement"
    if held:
        return f"not {what}: {held[0]}"
    against = list(_against(weighed))
    most = f"; most against it: {'; '.join(against)}" if against else ""
    return f"too little says that both state one fact ({min(sure, 0.99):.0%} sure){most}"


def _against(weighed: tuple[Weighed, ...]) -> Iterator[str]:
    return (entry.words for entry in [w for w in weighed if w.part < 0][:2])


def _no_candidate(left: Profile, right: Profile) -> str:
    if left.family != right.family:
        return f"not compared: two kinds of value: {' and '.join(sorted((left.family, right.family)))}"
    return "not compared: other claims have more in common with either of them"


def _values(left: Claim, right: Claim) -> str:
    return value_relation.relation(*value_relation.with_lent_unit(left.value, right.value))[1]
