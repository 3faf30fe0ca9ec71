"""Asks whether the words around both values say the same."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from checker.comparison.features.subject import two_named_subjects
from checker.comparison.pair import Pair, cosine
from checker.comparison.thresholds import ADJACENT, COPY
from checker.comparison.word_weights import alike, covered
from checker.language.meanings import apart


def near_alike(pair: Pair) -> float:
    """The words near both values are alike."""
    left, right = pair.left, pair.right
    return cosine(left.telling, right.telling, (left.norms[0], right.norms[0]))


def near_shared(pair: Pair) -> float:
    """The same rare words stand near both values."""
    left, right = pair.left.telling, pair.right.telling
    return min(3.0, fsum(min(left[word], right[word]) for word in pair.near_shared) / 5)


def near_word(pair: Pair) -> float:
    """One rare word stands near both values."""
    left, right = pair.left.telling, pair.right.telling
    return max((min(left[word], right[word]) for word in pair.near_shared), default=0.0) / 8


def adjacent_word(pair: Pair) -> float:
    """The same word stands right beside both values."""
    left, right = pair.left.near, pair.right.near
    return any(left[word] > ADJACENT and right[word] > ADJACENT for word in pair.near_shared)


def adjacent_strangers(pair: Pair) -> float:
    """The words right beside each value are nowhere around the other."""
    a, b = _adjacent(pair.left.near), _adjacent(pair.right.near)
    return bool(a and b) and not any(w in pair.right.context for w in a) and not any(w in pair.left.context for w in b)


def sentences_alike(pair: Pair) -> float:
    """The sentences share words."""
    return alike(pair.left.sentence, pair.right.sentence)


def no_word_shared(pair: Pair) -> float:
    """The sentences share no word."""
    return pair.left.sentence.isdisjoint(pair.right.sentence)


def own_words_around_both(pair: Pair) -> float:
    """Each value's own words stand around the other."""
    return min(covered(pair.left.own, pair.right.context), covered(pair.right.own, pair.left.context))


def own_words_around(pair: Pair) -> float:
    """One value's own words stand around the other."""
    return max(covered(pair.left.own, pair.right.context), covered(pair.right.own, pair.left.context))


def context_alike(pair: Pair) -> float:
    """The wider surroundings of both values are alike."""
    left, right = pair.left, pair.right
    return cosine(left.context, right.context, (left.norms[1], right.norms[1]))


def wording(pair: Pair) -> float:
    """The sentences are worded alike."""
    return pair.wording


def copies(pair: Pair) -> float:
    """But for their values, the sentences are copies."""
    return pair.wording > COPY


def copies_of_two(pair: Pair) -> float:
    """The sentences are copies about two things."""
    return bool(copies(pair)) and two_named_subjects(pair)


def same_word_before(pair: Pair) -> float:
    """The same word stands right before both values."""
    return bool(pair.left.before) and pair.left.before == pair.right.before


def same_word_behind(pair: Pair) -> float:
    """The same word stands right behind both values."""
    return bool(pair.left.behind) and pair.left.behind == pair.right.behind


def same_left(pair: Pair) -> float:
    """Leaving out small words, the word before both values is the same."""
    return bool(pair.left.left and pair.right.left) and pair.left.left[0] == pair.right.left[0]


def same_right(pair: Pair) -> float:
    """Leaving out small words, the word behind both values is the same."""
    return bool(pair.left.right and pair.right.right) and pair.left.right[0] == pair.right.right[0]


def slot_meant(pair: Pair) -> float:
    """The words nearest to one value, or their like, are said of the other too."""
    return max(max(pair.left_slots), max(pair.right_slots))


def slots_meant(pair: Pair) -> float:
    """The words nearest to each value, or their like, are said of the other too."""
    return min(max(pair.left_slots), max(pair.right_slots))


def slot_missing(pair: Pair) -> float:
    """The words nearest to one value are not said of the other."""
    return (max(pair.left_slots) == 0) + (max(pair.right_slots) == 0)


def left_meant(pair: Pair) -> float:
    """The words before both values mean the same."""
    return pair.left_slots[0] * pair.right_slots[0]


def right_meant(pair: Pair) -> float:
    """The words behind both values mean the same."""
    return pair.left_slots[1] * pair.right_slots[1]


def meanings_alike(pair: Pair) -> float:
    """Words near both values mean the same."""
    a, b = pair.left.groups, pair.right.groups
    lengths = pair.left.norms[2] * pair.right.norms[2]
    return fsum(weight * b[group] for group, weight in a.items() if group in b) / lengths if lengths else 0.0


def meaning_shared(pair: Pair) -> float:
    """A word right beside each value means the same."""
    a, b = pair.left.groups, pair.right.groups
    return max((min(weight, b[group]) for group, weight in a.items() if group in b), default=0.0)


def nearest_meaning(pair: Pair) -> float:
    """The nearest words whose meaning is known mean the same."""
    a, b = pair.left.top, pair.right.top
    return bool(a and b) and (a[0] in b or b[0] in a)


def meanings_apart(pair: Pair) -> float:
    """No words near the two values mean the same."""
    a, b = pair.left.groups, pair.right.groups
    return bool(a and b) and a.keys().isdisjoint(b)


def meaning_unknown(pair: Pair) -> float:
    """What the words near one value mean is not known."""
    return (not pair.left.groups) + (not pair.right.groups)


def meanings_exclude(pair: Pair) -> float:
    """The words near the two values rule each other out."""
    if meaning_shared(pair) >= 0.7:
        return 0.0
    a, b = pair.left.groups, pair.right.groups
    return max((a[g] * b[h] for g in pair.left.top for h in pair.right.top if h in apart(g)), default=0.0)


def _adjacent(near: Mapping[str, float]) -> list[str]:
    return [word for word, weight in near.items() if weight > ADJACENT]
