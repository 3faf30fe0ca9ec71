"""Profiles a claim by its sentence: all that comparison asks of the words, laid out once a sentence and once a claim.

No other module of comparison reads the sentence itself.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.comparison.thresholds import WORDS_NEAR
from checker.language import names as naming
from checker.language.characters import fold
from checker.language.language import derived, derived_up_to, table
from checker.language.words import cut, stem, stopwords
from checker.model.claim import Claim

_SENTENCES = 131_072
_CLAIMS = 65_536
"""How many sentences and claims are kept laid out, which are looked at again and again while claims are compared."""


class _Sentence(NamedTuple):
    """One sentence cut into words, once for all its claims."""

    starts: array[int]
    mask: tuple[str, ...]
    stems: tuple[str, ...]
    """The stem of each content word; empty for the others."""
    content: frozenset[str]


class Figures(NamedTuple):
    """A sentence's words with every figure as #, and its figures as they are written, with their places in the text."""

    mask: tuple[str, ...]
    texts: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(slots=True, eq=False)
class Profile:
    """What one claim's sentence holds beside its value."""

    near: frozenset[str]
    """Stems of content words within a few words of the value."""
    content: frozenset[str]
    """Stems of all content words of the sentence; values and names left out."""
    mask: tuple[str, ...]
    """The sentence's words in order, lower case, every number as #."""
    at: int
    """Where in ``mask`` the value stands."""
    behind: int
    """Where in ``mask`` the words behind the value begin."""
    starts: array[int]
    """Where in the sentence each word of ``mask`` begins."""
    _quote: str = field(repr=False)

    @property
    def names(self) -> frozenset[str]:
        """The folded names in the sentence."""
        return _names(self._quote)

    def says(self, phrase: str) -> bool:
        """The words of the phrase stand in the sentence, side by side."""
        return f" {phrase.lower()} " in _line(self._quote)


def profile_of(claim: Claim) -> Profile:
    """The profile of one claim, from its evidence alone."""
    evidence, value = claim.evidence, claim.value
    return _profile(evidence.quote, value.start - evidence.start, value.end - evidence.start)


def content_of(claim: Claim) -> frozenset[str]:
    """Stems of all content words of a claim's sentence."""
    return _sentence(claim.evidence.quote).content


def figures_of(claim: Claim) -> Figures:
    """The figures of a claim's sentence."""
    quote, first = claim.evidence.quote, claim.evidence.start
    sentence = _sentence(quote)
    at = [n for n, word in enumerate(sentence.mask) if word == "#"]
    starts = [sentence.starts[n] for n in at]
    ends = (sentence.starts[n + 1] if n + 1 < len(sentence.starts) else len(quote) for n in at)
    texts = tuple(quote[a:b].strip() for a, b in zip(starts, ends, strict=True))
    return Figures(sentence.mask, texts, tuple(first + start for start in starts))


def verbatim_key(claim: Claim) -> Hashable:
    """What is equal for two sentences of the very same characters, and tells nothing else of them."""
    return claim.evidence.quote


@derived_up_to(_CLAIMS)
def _profile(quote: str, start: int, end: int) -> Profile:
    sentence = _sentence(quote)
    first = bisect_left(sentence.starts, start)
    last = bisect_left(sentence.starts, end, first)
    near = sentence.stems[max(0, first - WORDS_NEAR) : first] + sentence.stems[last : last + WORDS_NEAR]
    return Profile(frozenset(filter(None, near)), sentence.content, sentence.mask, first, last, sentence.starts, quote)


@derived_up_to(_SENTENCES)
def _sentence(quote: str) -> _Sentence:
    starts, texts = cut(fold(quote))
    mask, stems = zip(*map(_masked, texts), strict=True) if texts else ((), ())
    return _Sentence(array("L", starts), mask, stems, frozenset(filter(None, stems)))


@derived_up_to(65536)
def _masked(text: str) -> tuple[str, str]:
    """A word as masks show it, and its stem; no stem where it has no content."""
    low = text.lower()
    empty = not text[0].isalpha() or low in stopwords() or low in _scales() or (text[0].isupper() and low in _months())
    return "#" if low[0].isdigit() else low, "" if empty else stem(low)


@derived_up_to(_CLAIMS)
def _names(quote: str) -> frozenset[str]:
    return naming.keys(fold(quote))


@derived_up_to(4096)
def _line(quote: str) -> str:
    """The sentence's words in lower case, by single spaces, with one before and behind."""
    return f" {' '.join(cut(fold(quote))[1]).lower()} "


@derived
def _months() -> frozenset[str]:
    return frozenset(table("names/calendar")["months"])


@derived
def _scales() -> frozenset[str]:
    return frozenset(table("language/scales"))
