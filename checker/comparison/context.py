"""The words around a value that say what it is about, by which the same fact in other words is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from checker.language import names as naming
from checker.language.words import stem, stopwords, words
from checker.model.claim import Claim

_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Context:
    """What one claim's sentence holds beside its value."""

    near: frozenset[str]
    """Stems of content words within a few words of the value."""
    all: frozenset[str]
    """Stems of all content words of the sentence; values and names left out."""
    names: frozenset[str]
    mask: tuple[str, ...]
    """The sentence's words in order, lower case, every number as #."""
    at: int
    """Where in ``mask`` the value stands."""


@lru_cache(maxsize=65536)
def _laid(quote: str) -> tuple[tuple[tuple[int, str, bool], ...], frozenset[str]]:
    from checker.language.characters import fold

    plain = fold(quote)
    laid = tuple((w.start, "#" if w.text[0].isdigit() else w.low, w.is_word) for w in words(plain, 0, len(plain)))
    return laid, frozenset(n.key for n in naming.find(plain))


@lru_cache(maxsize=65536)
def _stems(quote: str) -> frozenset[str]:
    stops = stopwords()
    laid, _ = _laid(quote)
    return frozenset(stem(low) for _, low, is_word in laid if is_word and low not in stops)


def context_of(claim: Claim) -> Context:
    """The context of one claim, from its evidence alone."""
    laid, named = _laid(claim.evidence.quote)
    start = claim.value.start - claim.evidence.start
    end = claim.value.end - claim.evidence.start
    stops = stopwords()
    first = next((i for i, (at, _, _) in enumerate(laid) if at >= start), len(laid))
    last = next((i for i in range(first, len(laid)) if laid[i][0] >= end), len(laid))
    near = frozenset(
        stem(laid[i][1])
        for i in range(max(0, first - _WINDOW), min(len(laid), last + _WINDOW))
        if laid[i][2] and laid[i][1] not in stops and not first <= i < last
    )
    return Context(near, _stems(claim.evidence.quote), named, tuple(low for _, low, _ in laid), first)
