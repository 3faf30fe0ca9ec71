"""Finds sentences of different sources that are near copies of one another, and lines up their values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison.context import Context, context_of
from checker.model.claim import Claim

_BUCKET = 24
ALIKE = 0.6
_RARE = 8
_SHORT = 2
"""Sentences of fewer content words than this are too common to be copies of each other."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two claims that stand at the same place of two near-identical sentences."""

    left: Claim
    right: Claim
    likeness: float
    """Share of content words that both sentences hold, 0 to 1."""
    named: bool = False
    """Both sentences name the same thing."""


Place = tuple[str, int, str, int]


def sentences_of(twin: Twin) -> Place:
    """The two sentences of a twin, by source and start."""
    return twin.left.source, twin.left.evidence.start, twin.right.source, twin.right.evidence.start


def twins(claims: Sequence[Claim]) -> list[Twin]:
    """Claims of different sources (or different places of one) whose sentences are near copies."""
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.source, claim.evidence.start].append(claim)
    keys = sorted(sentences)
    contexts = {key: context_of(sentences[key][0]) for key in keys}
    frequency: dict[str, int] = defaultdict(int)
    for key in keys:
        for word in contexts[key].all:
            frequency[word] += 1
    buckets: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for key in keys:
        if len(contexts[key].all) < _SHORT:
            continue
        rare = sorted([(frequency[word], word) for word in contexts[key].all])[:_RARE]
        for i, (_, first) in enumerate(rare[:4]):
            for _, second in rare[i + 1 : 5]:
                pair = (first, second) if first < second else (second, first)
                buckets[pair].append(key)
    copied: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        copied[sentences[key][0].evidence.quote].add(key[0])
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    found: list[Twin] = []
    for pair in sorted(buckets):
        members = buckets[pair][:_BUCKET]
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                if a[0] == b[0] or (a, b) in seen:
                    continue
                seen.add((a, b))
                if _elsewhere(a, b, sentences, copied):
                    continue
                likeness = _likeness(contexts[a], contexts[b])
                if likeness >= ALIKE:
                    found.extend(_aligned(sentences[a], sentences[b], likeness))
    found.sort(key=lambda t: (-t.likeness, t.left.id, t.right.id))
    return found


def _elsewhere(
    a: tuple[str, int],
    b: tuple[str, int],
    sentences: dict[tuple[str, int], list[Claim]],
    copied: dict[str, set[str]],
) -> bool:
    """One of the sentences stands word for word in the other's source, so that one is its twin."""
    first, second = sentences[a][0].evidence.quote, sentences[b][0].evidence.quote
    return first != second and (b[0] in copied[first] or a[0] in copied[second])


def _likeness(left: Context, right: Context) -> float:
    shared = len(left.all & right.all)
    union = len(left.all) + len(right.all) - shared
    return shared / union if union else 0.0


def _aligned(left: list[Claim], right: list[Claim], likeness: float) -> list[Twin]:
    """Pair the values of two sentences whose neighbouring words are the same; of copies, those at the same place."""
    found = []
    free = [(b, context_of(b)) for b in right]
    names = free[0][1].names
    copied = context_of(left[0]).mask == free[0][1].mask
    for a in left:
        ca = context_of(a)
        best: tuple[float, int] | None = None
        for n, (b, cb) in enumerate(free):
            if b.value.kind != a.value.kind:
                continue
            if copied and ca.at != cb.at:
                continue
            if not copied and (a.attribute == a.value.kind or (b.attribute != a.attribute and likeness < 0.75)):
                continue
            score = _neighbours(ca, cb)
            if score >= 2 and (best is None or score > best[0]):
                best = (score, n)
        if best is not None:
            found.append(Twin(a, free.pop(best[1])[0], likeness, not ca.names.isdisjoint(names)))
    return found


def _neighbours(a: Context, b: Context) -> float:
    """How many words to the left and right of both values are the same, in order, counted outward."""
    score = 0.0
    for step in (-1, 1):
        run = 0
        while run < 5:
            i, j = a.at + step * (run + 1), b.at + step * (run + 1)
            if not (0 <= i < len(a.mask) and 0 <= j < len(b.mask)):
                score += 1.0 if not (0 <= i < len(a.mask)) and not (0 <= j < len(b.mask)) else 0.0
                break
            if a.mask[i] != b.mask[j]:
                break
            run += 1
        score += run
    return score
