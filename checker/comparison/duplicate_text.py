"""Tells which sentences of different sources are one text, copied, which counts as one voice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from checker.comparison.profiles import content_of, profile_of, verbatim_key
from checker.comparison.sentence_alignment import AlignedPair
from checker.comparison.thresholds import VERBATIM, VERBATIM_ORDER, VERBATIM_WORDS
from checker.model.claim import Claim
from checker.model.rule_input import SentenceKey


def verbatim(pairs: Sequence[AlignedPair]) -> list[tuple[SentenceKey, SentenceKey]]:
    """Those of near-identical sentences of two sources that are one text."""
    alike = [(t.left, t.right) for t in pairs if t.likeness >= VERBATIM and t.left.source != t.right.source]
    return [(_key(left), _key(right)) for left, right in alike if _verbatim(left, right)]


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


def _root(above: dict[SentenceKey, SentenceKey], key: SentenceKey) -> SentenceKey:
    """The first sentence of the group; halves the way to it for the next one who asks."""
    while above[key] != key:
        above[key] = key = above[above[key]]
    return key


def _repeated(claims: Sequence[Claim]) -> Iterator[tuple[SentenceKey, SentenceKey]]:
    first: dict[Hashable, Claim] = {}
    for claim in claims:
        other = first.setdefault(verbatim_key(claim), claim)
        if other.source != claim.source and len(content_of(claim)) >= VERBATIM_WORDS:
            yield _key(other), _key(claim)


def _key(claim: Claim) -> SentenceKey:
    return claim.source, claim.evidence.start


def _verbatim(left: Claim, right: Claim) -> bool:
    a, b = profile_of(left), profile_of(right)
    if min(len(a.content), len(b.content)) < VERBATIM_WORDS:
        return False
    mine, theirs = set(pairwise(a.mask)), set(pairwise(b.mask))
    return len(mine & theirs) >= VERBATIM_ORDER * len(mine | theirs)
