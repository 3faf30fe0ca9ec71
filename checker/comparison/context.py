"""The words around a value that say what it is about, by which the same fact in other words is known."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from checker.language import names as naming
from checker.language.characters import fold
from checker.language.words import stem, stopwords, words
from checker.model.claim import Claim
from checker.vocabulary import table

_WINDOW = 8
_CLAUSE = 12
"""How far before a value the word may stand by which it is that of every one of several."""


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


@dataclass(frozen=True, slots=True)
class _Laid:
    """One sentence cut into words, once for all its claims."""

    starts: tuple[int, ...]
    mask: tuple[str, ...]
    stems: tuple[str, ...]
    """The stem of each content word; empty for the others."""
    all: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=65536)
def _laid(quote: str) -> _Laid:
    plain, stops = fold(quote), stopwords()
    laid = words(plain, 0, len(plain))
    mask = tuple(["#" if w.low[0].isdigit() else w.low for w in laid])
    months = _months()
    stems = tuple(
        [stem(w.low) if w.is_word and w.low not in stops and not (w.capital and w.low in months) else "" for w in laid]
    )
    names = naming.keys(plain)
    return _Laid(tuple([w.start for w in laid]), mask, stems, frozenset(filter(None, stems)), names)


def context_of(claim: Claim) -> Context:
    """The context of one claim, from its evidence alone."""
    evidence, value = claim.evidence, claim.value
    return _context(evidence.quote, value.start - evidence.start, value.end - evidence.start)


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    return frozenset(table("names/calendar")["months"])


@lru_cache(maxsize=1)
def _distributive() -> frozenset[str]:
    return frozenset(table("language/distributive"))


def distributed(claim: Claim) -> bool:
    """The value is that of every single one of several, and not of all together."""
    context = context_of(claim)
    beside = context.mask[max(0, context.at - _CLAUSE) : context.at + _WINDOW]
    return not _distributive().isdisjoint(beside)


@lru_cache(maxsize=65536)
def _context(quote: str, start: int, end: int) -> Context:
    laid = _laid(quote)
    first = bisect_left(laid.starts, start)
    last = bisect_left(laid.starts, end, first)
    near = laid.stems[max(0, first - _WINDOW) : first] + laid.stems[last : last + _WINDOW]
    return Context(frozenset(filter(None, near)), laid.all, laid.names, laid.mask, first)
