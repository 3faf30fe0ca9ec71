"""Finds the noun phrases of a sentence that have no name for their head: "the mast", "its electricity bill", `max_rows`.

A phrase is a run of words that are neither small words, verbs nor values; names inside it belong to it where a common
noun follows them. Tokens with nothing between them (``max_rows``, ``--limit``) are one word. No grammar is needed
beyond the parts that ``sentence`` tells apart, so that the cost is that of one pass.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.language.verbs import auxiliaries, presents
from checker.language.words import singular, stopwords
from checker.linguistics.sentence import DETERMINERS, PREPOSITIONS, ParsedSentence

_INDEFINITE = frozenset({"a", "an", "another", "each", "every", "any", "one"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your"})
_GLUE = frozenset("_.-/:")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A run of words with a common noun at its end; positions are indexes into the sentence's words."""

    first: int
    last: int
    """Index behind the last word."""
    text: str
    """Its words, lower case, without the determiner, the last in the singular."""
    determiner: str
    """definite, indefinite, owned, or none."""
    preposition: str | None
    """The preposition right before, if any."""
    code: bool
    """A name in a program: it holds an underscore or a dot, or opens with hyphens."""
    owner: int | None = None
    """The word behind which "'s" makes the phrase that of a name: where that name ends."""


def noun_phrases(parsed: ParsedSentence) -> list[NounPhrase]:
    """The phrases of a sentence in order."""
    found: list[NounPhrase] = []
    i, end = 0, len(parsed.words)
    while i < end:
        if not _fits(parsed, i):
            i += 1
            continue
        first = i
        while i < end and (_fits(parsed, i) or _glued(parsed, i)):
            i += 1
        phrase = _phrase(parsed, first, i)
        if phrase is not None:
            found.append(phrase)
    return found


def _fits(parsed: ParsedSentence, i: int) -> bool:
    word, low = parsed.words[i], parsed.lower_forms[i]
    if parsed.covered[i] == 2 or not word.is_word or i in parsed.verbs:
        return False
    if parsed.covered[i] == 1:
        return True
    return low not in stopwords() and low not in PREPOSITIONS and low not in auxiliaries() and low != "'s"


def _glued(parsed: ParsedSentence, i: int) -> bool:
    """A mark, or a figure, with a word on its left and nothing between."""
    word = parsed.words[i]
    return i > 0 and parsed.words[i - 1].end == word.start and (word.text in _GLUE or word.text[0].isdigit())


def _phrase(parsed: ParsedSentence, first: int, last: int) -> NounPhrase | None:
    while last > first and (not parsed.words[last - 1].is_word and parsed.words[last - 1].text in _GLUE):
        last -= 1
    words, low = parsed.words, parsed.lower_forms
    if first >= last or parsed.covered[last - 1] == 1 or low[last - 1].endswith("ly"):
        return None
    if low[last - 1] in presents() and last - first == 1 and first > 0 and parsed.covered[first - 1] == 1:
        return None
    code = any(words[i].text in {"_", "."} for i in range(first, last))
    code = code or (first > 1 and words[first - 1].text == words[first - 2].text == "-")
    before = low[first - 1] if first else ""
    determiner, start = "none", first
    if before in DETERMINERS:
        determiner, start = ("owned" if before in _OWNERS else "definite"), first - 1
    elif before in _INDEFINITE:
        determiner, start = "indefinite", first - 1
    elif before in _OWNERS:
        determiner, start = "owned", first - 1
    owner = first - 1 if before == "'s" else None
    if owner is not None:
        determiner = "owned"
    preposition = low[start - 1] if start and low[start - 1] in PREPOSITIONS else None
    return NounPhrase(first, last, _text(parsed, first, last, code), determiner, preposition, code, owner)


def _text(parsed: ParsedSentence, first: int, last: int, code: bool) -> str:
    text = ""
    for i in range(first, last):
        gap = "" if i == first or parsed.words[i].start == parsed.words[i - 1].end else " "
        low = parsed.lower_forms[i]
        text += gap + (singular(low) if i == last - 1 and not code and parsed.words[i].is_word else low)
    return text
