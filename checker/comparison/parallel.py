"""Finds sentences of different sources that are near copies of one another, and lines up their values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison.context import Context, content_of, context_of
from checker.model.claim import Claim

_BUCKET = 24
ALIKE = 0.6
_RARE = 8
_NEAR = 5
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
_Placed = tuple[Claim, Context]


def sentences_of(twin: Twin) -> Place:
    """The two sentences of a twin, by source and start."""
    return twin.left.source, twin.left.evidence.start, twin.right.source, twin.right.evidence.start


def twins(claims: Sequence[Claim]) -> list[Twin]:
    """Claims of different sources (or different places of one) whose sentences are near copies."""
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.source, claim.evidence.start].append(claim)
    groups = [sentences[key] for key in sorted(sentences)]
    contents = [content_of(group[0]) for group in groups]
    frequency: dict[str, int] = defaultdict(int)
    for content in contents:
        for word in content:
            frequency[word] += 1
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, content in enumerate(contents):
        if len(content) < _SHORT:
            continue
        rare = sorted([(frequency[word], word) for word in content])[:_RARE]
        for i, (_, first) in enumerate(rare[:4]):
            for _, second in rare[i + 1 : 5]:
                pair = (first, second) if first < second else (second, first)
                buckets[pair].append(n)
    copied: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        copied[group[0].evidence.quote].add(group[0].source)
    placed: dict[int, list[_Placed]] = {}
    seen: set[tuple[int, int]] = set()
    found: list[Twin] = []
    for pair in sorted(key for key, members in buckets.items() if len(members) > 1):
        members = buckets[pair][:_BUCKET]
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                if (a, b) in seen or groups[a][0].source == groups[b][0].source:
                    continue
                seen.add((a, b))
                likeness = _likeness(contents[a], contents[b])
                if likeness >= ALIKE and not _elsewhere(groups[a][0], groups[b][0], copied):
                    for n in (a, b):
                        if n not in placed:
                            placed[n] = [(claim, context_of(claim)) for claim in groups[n]]
                    found.extend(_aligned(placed[a], placed[b], likeness))
    found.sort(key=lambda t: (-t.likeness, t.left.id, t.right.id))
    return found


def _elsewhere(a: Claim, b: Claim, copied: dict[str, set[str]]) -> bool:
    """One of the sentences stands word for word in the other's source, so that one is its twin."""
    first, second = a.evidence.quote, b.evidence.quote
    return first != second and (b.source in copied[first] or a.source in copied[second])


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    union = len(left) + len(right) - shared
    return shared / union if union else 0.0


def _aligned(left: list[_Placed], right: list[_Placed], likeness: float) -> list[Twin]:
    """Pair the values of two sentences whose neighbouring words are the same; of copies, those at the same place."""
    found = []
    free = right.copy()
    copied = left[0][1].mask == right[0][1].mask
    for a, ca in left:
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
            found.append(Twin(a, free.pop(best[1])[0], likeness, not ca.names.isdisjoint(right[0][1].names)))
    return found


def _neighbours(a: Context, b: Context) -> float:
    """How many words to the left and right of both values are the same, in order, counted outward."""
    before = a.mask[max(0, a.at - _NEAR) : a.at][::-1], b.mask[max(0, b.at - _NEAR) : b.at][::-1]
    behind = a.mask[a.at + 1 : a.at + 1 + _NEAR], b.mask[b.at + 1 : b.at + 1 + _NEAR]
    return _run(*before) + _run(*behind)


def _run(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How far two stretches of words are the same; that both sentences end there counts as a word."""
    if left == right:
        return float(min(_NEAR, len(left) + 1))
    shared = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        shared += 1
    return float(shared)
