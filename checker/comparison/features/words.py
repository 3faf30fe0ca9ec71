"""Do the words around both values say the same?"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from checker.comparison.features.registry import feature
from checker.comparison.pair import Pair, cosine
from checker.comparison.thresholds import ADJACENT, COPY
from checker.comparison.word_weights import alike, covered
from checker.language.meanings import apart


@feature("the words near both values are alike")
def near_alike(pair: Pair) -> float:
    left, right = pair.left, pair.right
    return cosine(left.telling, right.telling, (left.norms[0], right.norms[0]))


@feature("the same rare words stand near both values")
def near_shared(pair: Pair) -> float:
    left, right = pair.left.telling, pair.right.telling
    return min(3.0, fsum(min(left[word], right[word]) for word in pair.near_shared) / 5)


@feature("one rare word stands near both values")
def near_word(pair: Pair) -> float:
    left, right = pair.left.telling, pair.right.telling
    return max((min(left[word], right[word]) for word in pair.near_shared), default=0.0) / 8


@feature("the same word stands right beside both values")
def adjacent_word(pair: Pair) -> float:
    left, right = pair.left.near, pair.right.near
    return any(left[word] > ADJACENT and right[word] > ADJACENT for word in pair.near_shared)


@feature("the words right beside each value are nowhere around the other")
def adjacent_strangers(pair: Pair) -> float:
    a, b = _adjacent(pair.left.near), _adjacent(pair.right.near)
    return bool(a and b) and not any(w in pair.right.context for w in a) and not any(w in pair.left.context for w in b)


@feature("the sentences share words")
def sentences_alike(pair: Pair) -> float:
    return alike(pair.left.sentence, pair.right.sentence)


@feature("the sentences share no word")
def no_word_shared(pair: Pair) -> float:
    return pair.left.sentence.isdisjoint(pair.right.sentence)


@feature("each value's own words stand around the other")
def own_words_around_both(pair: Pair) -> float:
    return min(covered(pair.left.own, pair.right.context), covered(pair.right.own, pair.left.context))


@feature("one value's own words stand around the other")
def own_words_around(pair: Pair) -> float:
    return max(covered(pair.left.own, pair.right.context), covered(pair.right.own, pair.left.context))


@feature("the wider surroundings of both values are alike")
def context_alike(pair: Pair) -> float:
    left, right = pair.left, pair.right
    return cosine(left.context, right.context, (left.norms[1], right.norms[1]))


@feature("the sentences are worded alike")
def wording(pair: Pair) -> float:
    return pair.wording


@feature("but for their values, the sentences are copies")
def copies(pair: Pair) -> float:
    return pair.wording > COPY


@feature("the same word stands right before both values")
def same_word_before(pair: Pair) -> float:
    return bool(pair.left.before) and pair.left.before == pair.right.before


@feature("the same word stands right behind both values")
def same_word_behind(pair: Pair) -> float:
    return bool(pair.left.behind) and pair.left.behind == pair.right.behind


@feature("leaving out small words, the word before both values is the same")
def same_left(pair: Pair) -> float:
    return bool(pair.left.left and pair.right.left) and pair.left.left[0] == pair.right.left[0]


@feature("leaving out small words, the word behind both values is the same")
def same_right(pair: Pair) -> float:
    return bool(pair.left.right and pair.right.right) and pair.left.right[0] == pair.right.right[0]


@feature("the words nearest to one value, or their like, are said of the other too")
def slot_meant(pair: Pair) -> float:
    return max(max(pair.left_slots), max(pair.right_slots))


@feature("the words nearest to each value, or their like, are said of the other too")
def slots_meant(pair: Pair) -> float:
    return min(max(pair.left_slots), max(pair.right_slots))


@feature("the words nearest to one value are not said of the other")
def slot_missing(pair: Pair) -> float:
    return (max(pair.left_slots) == 0) + (max(pair.right_slots) == 0)


@feature("the words before both values mean the same")
def left_meant(pair: Pair) -> float:
    return pair.left_slots[0] * pair.right_slots[0]


@feature("the words behind both values mean the same")
def right_meant(pair: Pair) -> float:
    return pair.left_slots[1] * pair.right_slots[1]


@feature("words near both values mean the same")
def meanings_alike(pair: Pair) -> float:
    a, b = pair.left.groups, pair.right.groups
    lengths = pair.left.norms[2] * pair.right.norms[2]
    return fsum(weight * b[group] for group, weight in a.items() if group in b) / lengths if lengths else 0.0


@feature("a word right beside each value means the same")
def meaning_shared(pair: Pair) -> float:
    a, b = pair.left.groups, pair.right.groups
    return max((min(weight, b[group]) for group, weight in a.items() if group in b), default=0.0)


@feature("the nearest words whose meaning is known mean the same")
def nearest_meaning(pair: Pair) -> float:
    a, b = pair.left.top, pair.right.top
    return bool(a and b) and (a[0] in b or b[0] in a)


@feature("no words near the two values mean the same")
def meanings_apart(pair: Pair) -> float:
    a, b = pair.left.groups, pair.right.groups
    return bool(a and b) and a.keys().isdisjoint(b)


@feature("what the words near one value mean is not known")
def meaning_unknown(pair: Pair) -> float:
    return (not pair.left.groups) + (not pair.right.groups)


@feature("the words near the two values rule each other out")
def meanings_exclude(pair: Pair) -> float:
    if meaning_shared(pair) >= 0.7:
        return 0.0
    a, b = pair.left.groups, pair.right.groups
    return max((a[g] * b[h] for g in pair.left.top for h in pair.right.top if h in apart(g)), default=0.0)


def _adjacent(near: Mapping[str, float]) -> list[str]:
    return [word for word, weight in near.items() if weight > ADJACENT]
