"""Tells which sentences of different sources are one text, copied, which counts as one voice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise

from checker.comparison import sentences
from checker.comparison.profiles import Profile
from checker.comparison.scoring import ScoredPair
from checker.comparison.thresholds import VERBATIM, VERBATIM_ORDER, VERBATIM_WORDS
from checker.model.claim import Claim
from checker.model.rule_input import SentenceKey


def verbatim(profiles: Sequence[Profile], pairs: Sequence[ScoredPair]) -> list[tuple[SentenceKey, SentenceKey]]:
    """The sentences of candidate pairs, of two sources, that are one text."""
    seen: dict[tuple[SentenceKey, SentenceKey], None] = {}
    for pair in pairs:
        left, right = profiles[pair.left], profiles[pair.right]
        if left.source != right.source and _verbatim(left, right):
            seen[_key(left.claims[0]), _key(right.claims[0])] = None
    return list(seen)


def grouped(
    claims: Sequence[Claim], pairs: Sequence[tuple[SentenceKey, SentenceKey]]
) -> dict[SentenceKey, SentenceKey]:
    """For each sentence with a near-verbatim copy elsewhere, the one sentence that stands for all its copies.

    ``pairs`` are sentences of two sources that are one text; those of the very same words are found by themselves.
    """
    linked = [*pairs, *_repeated(claims)]
    keys = sorted({key for pair in linked for key in pair})
    above = {key: key for key in keys}
    for left, right in linked:
        one, other = sorted((_root(above, left), _root(above, right)))
        above[other] = one
    return {key: _root(above, key) for key in keys}


def is_copied(left: Claim, right: Claim, copies: Mapping[SentenceKey, SentenceKey]) -> bool:
    """Whether the sentences of two claims carry one text; ``copies`` are all sentences that have copies."""
    root = copies.get(_key(left))
    return root is not None and root == copies.get(_key(right))


def _root(above: dict[SentenceKey, SentenceKey], key: SentenceKey) -> SentenceKey:
    """The first sentence of the group; halves the way to it for the next one who asks."""
    while above[key] != key:
        above[key] = key = above[above[key]]
    return key


def _repeated(claims: Sequence[Claim]) -> Iterator[tuple[SentenceKey, SentenceKey]]:
    first: dict[Hashable, Claim] = {}
    for claim in claims:
        other = first.setdefault(sentences.verbatim(claim), claim)
        if other.source != claim.source and len(sentences.sentence_of(claim).content) >= VERBATIM_WORDS:
            yield _key(other), _key(claim)


def _key(claim: Claim) -> SentenceKey:
    return claim.source, claim.evidence.start


def _verbatim(left: Profile, right: Profile) -> bool:
    a, b = left.sentence, right.sentence
    if min(len(a), len(b)) < VERBATIM_WORDS or len(a.keys() & b.keys()) < VERBATIM * max(len(a), len(b)):
        return False
    mine, theirs = set(pairwise(left.mask)), set(pairwise(right.mask))
    return len(mine & theirs) >= VERBATIM_ORDER * len(mine | theirs)
