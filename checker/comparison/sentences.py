"""Cuts a claim's sentence into words, once for all its claims; nothing else in comparison reads a quote."""

from __future__ import annotations

from array import array
from collections.abc import Hashable
from typing import NamedTuple

from checker.language import names as naming
from checker.language.characters import fold
from checker.language.language import derived, derived_up_to, table
from checker.language.words import cut, stem, stopwords
from checker.model.claim import Claim

_SENTENCES = 65_536
_WORDS = 65_536
FIGURE = "#"
"""Stands for every figure, and for the name of a month, in a mask."""


class Sentence(NamedTuple):
    """The words and marks of one sentence, in order."""

    starts: array[int]
    """Where in the sentence each begins."""
    mask: tuple[str, ...]
    """Each in lower case, every figure and month as #."""
    figures: tuple[tuple[int, str], ...]
    """The figures and months that the mask leaves out, with their places in it."""
    stems: tuple[str, ...]
    """The stem of each content word; empty for all others."""
    frame: tuple[str, ...]
    """The words and marks that are no figure and open with no capital: what sentences of one form share."""
    content: frozenset[str]
    """The stems of the content words; values and names of months left out."""
    names: frozenset[str]
    """The folded names in the sentence."""


def sentence_of(claim: Claim) -> Sentence:
    """The words of a claim's sentence."""
    return laid_out(claim.evidence.quote)


def verbatim(claim: Claim) -> Hashable:
    """What is equal for two sentences of the very same characters, and tells nothing else of them."""
    return claim.evidence.quote


@derived_up_to(_SENTENCES)
def laid_out(quote: str) -> Sentence:
    """The words of a sentence, laid out once."""
    plain = fold(quote)
    starts, texts = cut(plain)
    mask, stems = zip(*map(_masked, texts), strict=True) if texts else ((), ())
    figures = tuple([(place, text) for place, text in enumerate(texts) if mask[place] == FIGURE])
    frame = tuple([text for text in texts if not text[0].isupper() and not text[0].isdigit()])
    names = naming.keys(" ".join(plain.split()))
    return Sentence(array("L", starts), mask, figures, stems, frame, frozenset(filter(None, stems)), names)


@derived_up_to(_SENTENCES)
def stems_of(text: str) -> frozenset[str]:
    """The stems of the content words of a label, a heading or a name."""
    return frozenset(filter(None, (_masked(word)[1] for word in cut(fold(text))[1])))


@derived_up_to(_SENTENCES)
def words_of(text: str) -> tuple[str, ...]:
    """The words and marks of a label in lower case."""
    return tuple(word.lower() for word in cut(fold(text))[1])


@derived_up_to(_WORDS)
def _masked(text: str) -> tuple[str, str]:
    """A word as masks show it, and its stem; no stem where it has no content."""
    low = text.lower()
    month = text[0].isupper() and low in _months()
    empty = not text[0].isalpha() or low in stopwords() or low in _scales() or month
    return FIGURE if month or low[0].isdigit() else low, "" if empty or len(low) == 1 else stem(low)


@derived
def _months() -> frozenset[str]:
    return frozenset(table("names/calendar")["months"])


@derived
def _scales() -> frozenset[str]:
    return frozenset(table("language/scales"))
