"""Names what keeps two statements from being of one fact, however much alike they are.

A veto is a fact that no number of shared words outweighs. There are few: what only speaks against one fact is a
feature.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checker.comparison import scope_overlap
from checker.comparison.pair import Pair
from checker.comparison.profiles import SCOPING, Profile
from checker.language.names import fold
from checker.model.comparison import Relation

DENIED = frozenset({"negated"})
UNREACHED = frozenset({"requested", "proposed", "planned", "projected"})
"""The stages of what is not there yet."""


@dataclass(frozen=True, slots=True)
class Veto:
    """One veto: its id, what it says in plain words, and when it holds."""

    id: str
    words: str
    holds: Callable[[Pair], bool]
    of_conflicts: bool = False
    """It keeps two values from conflicting, and not from agreeing."""


def _two_things(pair: Pair) -> bool:
    return pair.folder.identity.are_apart(pair.first.subject.entity, pair.second.subject.entity) or (
        not pair.same_source and _is_strange(pair.left, pair.right, pair) and _is_strange(pair.right, pair.left, pair)
    )


def _is_strange(one: Profile, other: Profile, pair: Pair) -> bool:
    """The clause names its subject, and the other document names it nowhere, in no part of its name."""
    if not one.named or not one.subjects.isdisjoint(other.subjects):
        return False
    if any(word in other.subject_words for word in one.subject_words):
        return False
    names = {fold(claim.subject_name.split(",")[0]) for claim in one.claims if claim.binding == "named"}
    return names.isdisjoint(pair.folder.names[other.source])


def _other_versions(pair: Pair) -> bool:
    return scope_overlap.other_versions(pair.first, pair.second)


def _other_stated_times(pair: Pair) -> bool:
    return pair.time == "other"


def _left_out(pair: Pair) -> bool:
    return scope_overlap.including_and_leaving_out(pair.first, pair.second)


def _other_ordinals(pair: Pair) -> bool:
    a, b = set(pair.first.qualifiers.ordinals), set(pair.second.qualifiers.ordinals)
    return bool(a and b) and a.isdisjoint(b)


def _other_roles(pair: Pair) -> bool:
    a, b = pair.first.qualifiers.role, pair.second.qualifiers.role
    return a is not None and b is not None and a != b


def _denied(pair: Pair) -> bool:
    return (pair.first.modality in DENIED) != (pair.second.modality in DENIED)


def _not_reached(pair: Pair) -> bool:
    """What is planned, asked for or foreseen need not be what it comes to."""
    return (pair.first.scope.stage in UNREACHED) != (pair.second.scope.stage in UNREACHED)


def _restated(pair: Pair) -> bool:
    return pair.same_source and (
        pair.first.qualifiers.restates is not None or pair.second.qualifiers.restates is not None
    )


def _both_state_both(pair: Pair) -> bool:
    left, right, values = pair.left, pair.right, pair.folder.values
    return not pair.same_source and bool(values[right.source][left.value] and values[left.source][right.value])


def _only_scopes(pair: Pair) -> bool:
    """Such a date says something by itself only where the sentence, all else in it, is told again with another one."""
    left, right = pair.left, pair.right
    if SCOPING not in (left.family, right.family):
        return False
    return left.mask != right.mask or left.value == right.value or sorted(left.figures) != sorted(right.figures)


def _in_order(pair: Pair) -> bool:
    one, other = pair.first.attribute, pair.second.attribute
    ordered = pair.folder.ordered
    return (one, other) in ordered or (other, one) in ordered


def _one_sentence(pair: Pair) -> bool:
    return pair.same_source and pair.first.evidence.start == pair.second.evidence.start


def _set_apart_by_rules(pair: Pair) -> bool:
    """A rule says that the attribute has one value for each time, place or unit, and both are not of one."""
    if pair.first.attribute != pair.second.attribute:
        return False
    entry = pair.folder.attributes.get(pair.first.attribute)
    return scope_overlap.not_of_one(pair.first, pair.second, entry)


VETOES = (
    Veto("two-things", "the rules tell them apart, or neither document names what the other tells of", _two_things),
    Veto("other-versions", "they are of different versions", _other_versions),
    Veto("other-times", "both say when they hold, and the times differ", _other_stated_times),
    Veto("left-out", "one includes what the other leaves out", _left_out),
    Veto("other-ordinals", "they are of different ones of a series", _other_ordinals),
    Veto("other-roles", "they count people in different roles", _other_roles),
    Veto("denied", "one is denied", _denied),
    Veto("not-reached", "one is planned, asked for or foreseen", _not_reached, of_conflicts=True),
    Veto("restated", "one is the other in another unit", _restated),
    Veto("both-state-both", "each document states both values", _both_state_both, of_conflicts=True),
    Veto("only-scopes", "it only says when another value holds", _only_scopes),
    Veto("in-order", "by the rules one happens before the other", _in_order),
    Veto("one-sentence", "both stand in one sentence", _one_sentence),
    Veto(
        "one-for-each",
        "by the rules there is one such value for each time, place or unit, and these differ",
        _set_apart_by_rules,
        of_conflicts=True,
    ),
)


def of_pair(pair: Pair, relation: Relation = "conflict") -> tuple[Veto, ...]:
    """The vetoes that hold of a pair whose values stand so."""
    return tuple(veto for veto in VETOES if (relation == "conflict" or not veto.of_conflicts) and veto.holds(pair))
