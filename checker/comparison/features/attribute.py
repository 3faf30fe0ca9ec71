"""Do both say the same of it?"""

from __future__ import annotations

from checker.comparison.features.registry import feature
from checker.comparison.features.subject import same_subject, same_topic
from checker.comparison.pair import Pair
from checker.comparison.word_weights import alike, covered
from checker.model.kinds import KINDS
from checker.value_relation import BARE


@feature("both state the same attribute")
def same_attribute(pair: Pair) -> float:
    return not pair.left.attributes.isdisjoint(pair.right.attributes)


@feature("they state different attributes")
def two_attributes(pair: Pair) -> float:
    a, b = pair.left.attributes, pair.right.attributes
    return bool(a and b) and a.isdisjoint(b)


@feature("both call what they state by the same words")
def same_open_attribute(pair: Pair) -> float:
    return not pair.left.open.isdisjoint(pair.right.open)


@feature("the words near one value may mean the other's attribute")
def attribute_meant(pair: Pair) -> float:
    return max(_meant(pair), _meant(pair, swapped=True))


@feature("no word near one value means the other's attribute")
def attribute_not_meant(pair: Pair) -> float:
    return (_meant(pair) < 0) + (_meant(pair, swapped=True) < 0)


@feature("the words near both values may mean the same attribute")
def meant_alike(pair: Pair) -> float:
    return _share(pair.left.meant, pair.right.meant)


@feature("the words right beside both values may mean the same attribute")
def meant_strongly_alike(pair: Pair) -> float:
    return _share(pair.left.strongly_meant, pair.right.strongly_meant)


@feature("the words right beside the values mean different attributes")
def meant_strongly_apart(pair: Pair) -> float:
    a, b = pair.left.strongly_meant, pair.right.strongly_meant
    return bool(a and b) and a.isdisjoint(b)


@feature("no attribute is known for one of them")
def attribute_unknown(pair: Pair) -> float:
    return not pair.left.meant or not pair.right.meant


@feature("both count the same kind of thing")
def same_unit(pair: Pair) -> float:
    return _counted(pair) and bool(pair.left.unit) and pair.left.unit == pair.right.unit


@feature("they count different kinds of things")
def two_units(pair: Pair) -> float:
    return _counted(pair) and bool(pair.left.unit and pair.right.unit) and pair.left.unit != pair.right.unit


@feature("only one says what it counts")
def unit_of_one(pair: Pair) -> float:
    return _counted(pair) and bool(pair.left.unit) != bool(pair.right.unit)


@feature("what they count shares words")
def nouns_alike(pair: Pair) -> float:
    return alike(pair.left.noun, pair.right.noun)


@feature("what one counts is among the other's words")
def noun_around(pair: Pair) -> float:
    return max(covered(pair.left.noun, pair.right.own), covered(pair.right.noun, pair.left.own))


@feature("what one counts is not named around the other value")
def noun_missing(pair: Pair) -> float:
    left, right = pair.left, pair.right
    return bool(left.noun and left.noun.isdisjoint(right.context)) + bool(
        right.noun and right.noun.isdisjoint(left.context)
    )


@feature("only one is an amount per person, day or the like")
def per_of_one(pair: Pair) -> float:
    return _per(pair.first) != _per(pair.second)


@feature("they are different kinds of values")
def two_kinds(pair: Pair) -> float:
    return pair.left.kind != pair.right.kind


@feature("the values are dates")
def dates(pair: Pair) -> float:
    return _family(pair) == "date"


@feature("the values are amounts of money")
def amounts(pair: Pair) -> float:
    return _family(pair) == "money"


@feature("the values are counts or numbers")
def numbers(pair: Pair) -> float:
    return _family(pair) == "count"


@feature("the values are percentages")
def percentages(pair: Pair) -> float:
    return _family(pair) == "percentage"


@feature("the values are durations")
def durations(pair: Pair) -> float:
    return _family(pair) == "duration"


@feature("the values are measures")
def measures(pair: Pair) -> float:
    return _family(pair) == "measure"


@feature("both dates are equally precise")
def same_precision(pair: Pair) -> float:
    return pair.left.family == "date" and pair.first.value.resolution == pair.second.value.resolution


@feature("both state the same attribute, of one subject or topic")
def same_attribute_close(pair: Pair) -> float:
    return same_attribute(pair) and _close(pair)


@feature("both count the same kind of thing, of one subject or topic")
def same_unit_close(pair: Pair) -> float:
    return same_unit(pair) and _close(pair)


@feature("both state the same attribute, and count the same kind of thing")
def same_attribute_and_unit(pair: Pair) -> float:
    return same_attribute(pair) and same_unit(pair)


@feature("a thing has one such value, which never changes")
def holds_once(pair: Pair) -> float:
    return same_attribute(pair) and "once" in _holds(pair)


@feature("a thing may have several such values")
def holds_many(pair: Pair) -> float:
    return same_attribute(pair) and "many" in _holds(pair)


@feature("such a value changes, and they may be of different times")
def changing_undated(pair: Pair) -> float:
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


def _per(claim: object) -> bool:
    return bool(claim.value.per or claim.qualifiers.per)  # type: ignore[attr-defined]


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
