"""Finds sentences of different sources that are near copies of one another, and lines up their values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, groupby

from checker.comparison.profiles import Profile, content_of, profile_of, verbatim_key
from checker.comparison.thresholds import (
    NEAR_DUPLICATE,
    NEIGHBOURS,
    NEIGHBOURS_ALIKE,
    OTHER_ATTRIBUTE,
    RAREST_WORDS,
    SENTENCES_IN_BUCKET,
    SHORT_SENTENCE,
)
from checker.model.claim import Claim

_COPIED = 2.0 * NEIGHBOURS


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two claims that stand at the same place of two near-identical sentences."""

    left: Claim
    right: Claim
    likeness: float
    """Share of content words that both sentences hold, 0 to 1."""
    named: bool = False
    """Both sentences name the same thing."""


Place = tuple[str, int, str, int]
_Placed = tuple[Claim, Profile]


def sentences_of(aligned: AlignedPair) -> Place:
    """The two sentences of a twin, by source and start."""
    return aligned.left.source, aligned.left.evidence.start, aligned.right.source, aligned.right.evidence.start


class Sentences:
    """The sentences that state anything, in order of source and place, each with its claims."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        groups: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in claims:
            groups[claim.source, claim.evidence.start].append(claim)
        ordered = sorted(groups)
        self.groups = [groups[key] for key in ordered]
        self.sources = [source for source, _ in ordered]
        """The source of each sentence."""
        self.places: dict[str, range] = {}
        """For each source the indices of its sentences."""
        self._copied: dict[Hashable, set[str]] = defaultdict(set)
        first = 0
        for source, members in groupby(self.sources):
            place = self.places[source] = range(first, first + sum(1 for _ in members))
            first = place.stop
            for n in place:
                self._copied[verbatim_key(self.groups[n][0])].add(source)

    def words(self, source: str) -> list[list[str]]:
        """The stems of the content words of each sentence of a source."""
        return [sorted(content_of(self.groups[n][0])) for n in self.places[source]]

    def aligned(self, n: int, others: Iterable[int]) -> list[AlignedPair]:
        """The claims of one sentence with those of near copies of it, of which each stands behind it."""
        found: list[AlignedPair] = []
        here = self.groups[n][0]
        content = content_of(here)
        for other in others:
            there = self.groups[other][0]
            likeness = _likeness(content, content_of(there))
            if likeness >= NEAR_DUPLICATE and not _elsewhere(here, there, self._copied):
                found.extend(_aligned(self._in_place(n), self._in_place(other), likeness))
        return found

    def _in_place(self, n: int) -> list[_Placed]:
        return [(claim, profile_of(claim)) for claim in self.groups[n]]


def aligned_pairs(claims: Sequence[Claim]) -> list[AlignedPair]:
    """Claims of different sources whose sentences are near copies, the likest first."""
    sentences = Sentences(claims)
    near = neighbours([words for source in sentences.places for words in sentences.words(source)], sentences.places)
    return in_order([aligned for n, others in sorted(near.items()) for aligned in sentences.aligned(n, others)])


def in_order(found: Iterable[AlignedPair]) -> list[AlignedPair]:
    """Twins, the likest first."""
    return sorted(found, key=lambda t: (-t.likeness, t.left.id, t.right.id))


def neighbours(contents: Sequence[Sequence[str]], places: Mapping[str, range]) -> dict[int, list[int]]:
    """For each sentence those of later sources that share two of its rarest words; a word pair of many lends few.

    ``contents`` are the content words of each sentence, ``places`` the indices of each source's sentences.
    """
    frequency = Counter(chain.from_iterable(contents))
    rank = {word: n for n, word in enumerate(sorted(frequency, key=lambda word: (frequency[word], word)))}
    once = sum(count == 1 for count in frequency.values())
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, content in enumerate(contents):
        if len(content) >= SHORT_SENTENCE:
            rarest = sorted(map(rank.__getitem__, content))[:RAREST_WORDS]
            for pair in combinations([n for n in rarest if n >= once], 2):  # words of one sentence are shared by none
                buckets[pair].append(n)
    later: dict[int, set[int]] = defaultdict(set)
    for members in buckets.values():
        for at, n in enumerate(members[: SENTENCES_IN_BUCKET - 1], 1):
            later[n].update(members[at:SENTENCES_IN_BUCKET])
    found = {}
    for place in places.values():
        for n in place:
            others = sorted([other for other in later.get(n, ()) if other >= place.stop])
            if others:
                found[n] = others
    return found


def _elsewhere(a: Claim, b: Claim, copied: dict[Hashable, set[str]]) -> bool:
    """One of the sentences stands word for word in the other's source, so that one is its twin."""
    first, second = verbatim_key(a), verbatim_key(b)
    return first != second and (b.source in copied[first] or a.source in copied[second])


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    union = len(left) + len(right) - shared
    return shared / union if union else 0.0


def _aligned(left: list[_Placed], right: list[_Placed], likeness: float) -> list[AlignedPair]:
    """Pair the values of two sentences whose neighbouring words are the same; of copies, those at the same place."""
    found = []
    free = right.copy()
    copied = left[0][1].mask == right[0][1].mask
    for a, ca in left:
        kind, attribute = a.value.kind, a.attribute
        best: tuple[float, int] | None = None
        for n, (b, cb) in enumerate(free):
            if b.value.kind != kind:
                continue
            if copied:
                if ca.at == cb.at:
                    best = (_COPIED, n)
                    break
                continue
            if attribute == kind or (b.attribute != attribute and likeness < OTHER_ATTRIBUTE):
                continue
            score = _neighbours(ca, cb)
            if score >= NEIGHBOURS_ALIKE and (best is None or score > best[0]):
                best = (score, n)
        if best is not None:
            found.append(AlignedPair(a, free.pop(best[1])[0], likeness, not ca.names.isdisjoint(right[0][1].names)))
    return found


def _neighbours(a: Profile, b: Profile) -> float:
    """How many words to the left and right of both values are the same, in order, counted outward.

    Values that open with other words, or are written in another way, are passed over: "over 500" and "more than 500".
    """
    before = a.mask[max(0, a.at - NEIGHBOURS) : a.at][::-1], b.mask[max(0, b.at - NEIGHBOURS) : b.at][::-1]
    inside = a.mask[a.at + 1 : a.at + 1 + NEIGHBOURS], b.mask[b.at + 1 : b.at + 1 + NEIGHBOURS]
    ahead = _run(*before)
    score = ahead + _run(*inside)
    if a.mask[a.at : a.at + 1] == b.mask[b.at : b.at + 1]:
        return score
    return max(score, ahead + _run(a.mask[a.behind : a.behind + NEIGHBOURS], b.mask[b.behind : b.behind + NEIGHBOURS]))


def _run(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How far two stretches of words are the same; that both sentences end there counts as a word."""
    if left == right:
        return float(min(NEIGHBOURS, len(left) + 1))
    shared = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        shared += 1
    return float(shared)
