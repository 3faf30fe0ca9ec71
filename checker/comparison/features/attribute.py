"""Asks whether both say the same of it."""

from __future__ import annotations

from checker.comparison.features.subject import same_subject, same_topic
from checker.comparison.pair import Pair
from checker.comparison.word_weights import alike, covered
from checker.model.claim import Claim
from checker.model.kinds import KINDS
from checker.value_relation import BARE


def same_attribute(pair: Pair) -> float:
    """Both state the same attribute."""
    return not pair.left.attributes.isdisjoint(pair.right.attributes)


def two_attributes(pair: Pair) -> float:
    """They state different attributes."""
    a, b = pair.left.attributes, pair.right.attributes
    return bool(a and b) and a.isdisjoint(b)


def same_open_attribute(pair: Pair) -> float:
    """Both call what they state by the same words."""
    return not pair.left.open.isdisjoint(pair.right.open)


def attribute_meant(pair: Pair) -> float:
    """The words near one value may mean the other's attribute."""
    return max(_meant(pair), _meant(pair, swapped=True))


def attribute_not_meant(pair: Pair) -> float:
    """No word near one value means the other's attribute."""
    return (_meant(pair) < 0) + (_meant(pair, swapped=True) < 0)


def meant_alike(pair: Pair) -> float:
    """The words near both values may mean the same attribute."""
    return _share(pair.left.meant, pair.right.meant)


def meant_strongly_alike(pair: Pair) -> float:
    """The words right beside both values may mean the same attribute."""
    return _share(pair.left.strongly_meant, pair.right.strongly_meant)


def meant_strongly_apart(pair: Pair) -> float:
    """The words right beside the values mean different attributes."""
    a, b = pair.left.strongly_meant, pair.right.strongly_meant
    return bool(a and b) and a.isdisjoint(b)


def attribute_unknown(pair: Pair) -> float:
    """No attribute is known for one of them."""
    return not pair.left.meant or not pair.right.meant


def same_unit(pair: Pair) -> float:
    """Both count the same kind of thing."""
    return _counted(pair) and bool(pair.left.unit) and pair.left.unit == pair.right.unit


def two_units(pair: Pair) -> float:
    """They count different kinds of things."""
    return _counted(pair) and bool(pair.left.unit and pair.right.unit) and pair.left.unit != pair.right.unit


def unit_of_one(pair: Pair) -> float:
    """Only one says what it counts."""
    return _counted(pair) and bool(pair.left.unit) != bool(pair.right.unit)


def nouns_alike(pair: Pair) -> float:
    """What they count shares words."""
    return alike(pair.left.noun, pair.right.noun)


def noun_around(pair: Pair) -> float:
    """What one counts is among the other's words."""
    return max(covered(pair.left.noun, pair.right.own), covered(pair.right.noun, pair.left.own))


def noun_missing(pair: Pair) -> float:
    """What one counts is not named around the other value."""
    left, right = pair.left, pair.right
    return bool(left.noun and left.noun.isdisjoint(right.context)) + bool(
        right.noun and right.noun.isdisjoint(left.context)
    )


def per_of_one(pair: Pair) -> float:
    """Only one is an amount per person, day or the like."""
    return _per(pair.first) != _per(pair.second)


def two_kinds(pair: Pair) -> float:
    """They are different kinds of values."""
    return pair.left.kind != pair.right.kind


def dates(pair: Pair) -> float:
    """The values are dates."""
    return _family(pair) == "date"


def amounts(pair: Pair) -> float:
    """The values are amounts of money."""
    return _family(pair) == "money"


def numbers(pair: Pair) -> float:
    """The values are counts or numbers."""
    return _family(pair) == "count"


def percentages(pair: Pair) -> float:
    """The values are percentages."""
    return _family(pair) == "percentage"


def durations(pair: Pair) -> float:
    """The values are durations."""
    return _family(pair) == "duration"


def measures(pair: Pair) -> float:
    """The values are measures."""
    return _family(pair) == "measure"


def same_precision(pair: Pair) -> float:
    """Both dates are equally precise."""
    return pair.left.family == "date" and pair.first.value.resolution == pair.second.value.resolution


def same_attribute_close(pair: Pair) -> float:
    """Both state the same attribute, of one subject or topic."""
    return same_attribute(pair) and _close(pair)


def same_unit_close(pair: Pair) -> float:
    """Both count the same kind of thing, of one subject or topic."""
    return same_unit(pair) and _close(pair)


def same_attribute_and_unit(pair: Pair) -> float:
    """Both state the same attribute, and count the same kind of thing."""
    return same_attribute(pair) and same_unit(pair)


def holds_once(pair: Pair) -> float:
    """A thing has one such value, which never changes."""
    return same_attribute(pair) and "once" in _holds(pair)


def holds_once_of_one(pair: Pair) -> float:
    """Both are about one thing, which has one such value that never changes."""
    parts = pair.first.subject.part, pair.second.subject.part
    return bool(holds_once(pair) and same_subject(pair)) and not any(parts)


def holds_many(pair: Pair) -> float:
    """A thing may have several such values."""
    return same_attribute(pair) and "many" in _holds(pair)


def changing_undated(pair: Pair) -> float:
    """Such a value changes, and they may be of different times."""
    return same_attribute(pair) and not _holds(pair).isdisjoint(_CHANGING) and pair.time != "same"


_CHANGING = frozenset({"per_time", "growing"})


def _holds(pair: Pair) -> frozenset[str]:
    entries = pair.folder.attributes
    return frozenset(entries[a].holds for a in pair.left.attributes & pair.right.attributes if a in entries)


def _close(pair: Pair) -> bool:
    return bool(same_topic(pair) or same_subject(pair))


def _counted(pair: Pair) -> bool:
    return all(KINDS[claim.value.kind].unit == "counted" for claim in (pair.first, pair.second))


def _family(pair: Pair) -> str:
    """That of both values; of a bare number and another value, the other's."""
    return pair.right.family if pair.left.kind == BARE else pair.left.family


def _per(claim: Claim) -> bool:
    return bool(claim.value.per or claim.qualifiers.per)


def _meant(pair: Pair, swapped: bool = False) -> float:
    """1 the same, .6 and .3 by words beside and near the other value, -1 by none of them; 0 where none is known."""
    one, other = (pair.right, pair.left) if swapped else (pair.left, pair.right)
    if not one.attributes:
        return 0.0
    if not one.attributes.isdisjoint(other.attributes):
        return 1.0
    if not one.attributes.isdisjoint(other.strongly_meant):
        return 0.6
    return 0.3 if not one.attributes.isdisjoint(other.meant) else -1.0


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
