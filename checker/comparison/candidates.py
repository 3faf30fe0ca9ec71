"""Finds for each statement the few others that may state the same fact, by weighted keys and never by pairs.

A key is a word near the value, an attribute, a subject, a name, what is counted, or a meaning; statements under one key
come nearer to each other the rarer the key is. Each statement keeps its nearest counterparts, so that the cost
grows with the statements: keys that most statements share lead to none of them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from checker.comparison.profiles import Profile
from checker.comparison.thresholds import CANDIDATES, LENT, STATEMENTS_UNDER_KEY
from checker.value_relation import BARE, LENDING

_Key = tuple[str, str, Hashable]
_DIGITS = 9
"""Of more digits of a sum, the order in which a set gives its keys would decide."""


def candidates(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Pairs of places in ``profiles``, the lesser first, each with how strongly their keys suggest one fact."""
    postings: dict[_Key, list[tuple[int, float]]] = defaultdict(list)
    keys: list[dict[_Key, float]] = []
    for n, profile in enumerate(profiles):
        own = _keys(profile)
        keys.append(own)
        for key, weight in own.items():
            postings[key].append((n, weight))
            if profile.kind == BARE:
                for family in LENDING:
                    postings[(family, *key[1:])].append((n, weight * LENT))
    found: dict[tuple[int, int], float] = {}
    for n, own in enumerate(keys):
        for other, strength in _nearest(n, own, postings):
            pair = (n, other) if n < other else (other, n)
            if strength > found.get(pair, 0.0):
                found[pair] = strength
    return found


def _nearest(
    n: int, own: Mapping[_Key, float], postings: Mapping[_Key, Sequence[tuple[int, float]]]
) -> list[tuple[int, float]]:
    strengths: dict[int, float] = defaultdict(float)
    for key, weight in own.items():
        under = postings[key]
        if len(under) > STATEMENTS_UNDER_KEY:
            continue
        telling = weight * (0.4 + 1 / math.sqrt(len(under)))
        for other, other_weight in under:
            strengths[other] += telling * other_weight
    strengths.pop(n, None)
    if len(strengths) > CANDIDATES:
        order = sorted([(-round(strength, _DIGITS), other) for other, strength in strengths.items()])[:CANDIDATES]
        return [(other, strengths[other]) for _, other in order]
    return list(strengths.items())


def _keys(profile: Profile) -> dict[_Key, float]:
    """By key how much it tells of what the statement is about, from 0 to about 1."""
    family = profile.family
    found: dict[_Key, float] = {}
    for word, weight in profile.context.items():
        found[family, "word", word] = weight / 9
    for attribute in profile.attributes:
        found[family, "attribute", attribute] = 0.8
        for subject in profile.subjects:
            found[family, "subject and attribute", (subject, attribute)] = 0.8
    for attribute in profile.open:
        found[family, "attribute", attribute] = 0.4
    for subject in profile.subjects:
        found[family, "subject", subject] = 0.4
    for name in profile.names:
        found[family, "name", name] = 0.4
    for group, weight in profile.groups.items():
        found[family, "meaning", group] = 0.45 * weight
    if profile.unit:
        found[family, "unit", profile.unit] = 0.25
        for word in profile.subject_words:
            found[family, "unit and subject", (profile.unit, word)] = 0.4
    return found
