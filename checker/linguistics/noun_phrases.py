"""Finds the noun phrases of a sentence that have no name for their head: "the mast", "its bill", `max_rows`.

A phrase is a run of words that are neither small words, verbs nor values; names inside it belong to it where a common
noun follows them. Tokens with nothing between them (``max_rows``, ``--limit``) are one word. No grammar is needed
beyond the parts that ``sentence`` tells apart, so that the cost is that of one pass.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from checker.language.language import word_set
from checker.language.verbs import auxiliaries
from checker.language.words import singular, stopwords
from checker.linguistics.sentence import DETERMINERS, PREPOSITIONS, ParsedSentence

_INDEFINITE = word_set("language/clauses", "indefinite", "single", "any_one")
_OWNERS = word_set("language/clauses", "own", "own_of_speakers")
_BEFORE_SMALL_NOUN = word_set("language/clauses", "before_small_noun")
_GLUE = frozenset("_.-/:")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A run of words with a common noun at its end; positions are indexes into the sentence's words."""

    first: int
    last: int
    """Index behind the last word."""
    text: str
    """Its words, lower case, without the determiner, the last in the singular."""
    written: str
    """Its words as people write them, without the determiner."""
    determiner: str
    """definite, indefinite, owned, or none."""
    preposition: str | None
    """The preposition right before, if any."""
    code: bool
    """A name in a program: it holds an underscore or a dot, or opens with hyphens."""
    counted: bool = False
    """A value stands right before it, which says how many: "nine men"."""
    owner: int | None = None
    """The word behind which "'s" makes the phrase that of a name: where that name ends."""

    @property
    def head(self) -> str:
        """Its last word, in the singular."""
        return self.text.rpartition(" ")[2]


def noun_phrases(parsed: ParsedSentence, verbs: Collection[int]) -> list[NounPhrase]:
    """The phrases of a sentence in order; ``verbs`` are the words that are its verbs."""
    found: list[NounPhrase] = []
    i, end = 0, len(parsed.words)
    while i < end:
        if not _fits(parsed, i, verbs):
            i += 1
            continue
        first = i
        i += 1
        while i < end and _goes_on(parsed, i, verbs):
            i += 1
        phrase = _phrase(parsed, first, i)
        if phrase is not None:
            found.append(phrase)
    return found


def _fits(parsed: ParsedSentence, i: int, verbs: Collection[int]) -> bool:
    word, low = parsed.words[i], parsed.lower_forms[i]
    if parsed.covered[i] == 2 or not word.is_word or i in verbs:
        return False
    if parsed.covered[i] == 1:
        return True
    if low in PREPOSITIONS or low in auxiliaries() or low == "'s":
        return False
    return low not in stopwords() or _is_noun_by_article(parsed, i)


def _is_noun_by_article(parsed: ParsedSentence, i: int) -> bool:
    """``the well``: a small word right behind an article, before a verb or at the end, is a noun."""
    if i == 0 or parsed.lower_forms[i - 1] not in _BEFORE_SMALL_NOUN or i + 1 >= len(parsed.words):
        return False
    return parsed.lower_forms[i + 1] in auxiliaries()


def _goes_on(parsed: ParsedSentence, i: int, verbs: Collection[int]) -> bool:
    """The word goes on with the phrase: another word, or a mark or a figure with nothing between."""
    word, before = parsed.words[i], parsed.words[i - 1]
    touches = before.end == word.start
    if not before.is_word and not before.text[0].isdigit():
        return touches and (word.is_word or word.text[0].isdigit())
    return _fits(parsed, i, verbs) or (touches and (word.text in _GLUE or word.text[0].isdigit()))


def _phrase(parsed: ParsedSentence, first: int, last: int) -> NounPhrase | None:
    words, low = parsed.words, parsed.lower_forms
    while last > first and (
        (not words[last - 1].is_word and words[last - 1].text in _GLUE) or low[last - 1].endswith("ly")
    ):
        last -= 1
    while last > first and low[first].endswith("ly") and parsed.covered[first] == 0:
        first += 1
    if first >= last or parsed.covered[last - 1] == 1:
        return None
    code = any(words[i].text in {"_", "."} for i in range(first, last))
    code = code or (first > 1 and words[first - 1].text == words[first - 2].text == "-")
    before = low[first - 1] if first else ""
    determiner, start = _determiner(before), first
    if determiner != "none" and before != "'s":
        start = first - 1
    owner = first - 1 if before == "'s" else None
    preposition = low[start - 1] if start and low[start - 1] in PREPOSITIONS else None
    written = "".join(_spaced(parsed, i, first, words[i].text) for i in range(first, last))
    text = "".join(_spaced(parsed, i, first, low[i]) for i in range(first, last - 1))
    head = low[last - 1] if code or not words[last - 1].is_word else singular(low[last - 1])
    text += _spaced(parsed, last - 1, first, head)
    counted = first > 0 and parsed.covered[first - 1] == 2
    return NounPhrase(first, last, text, written, determiner, preposition, code, counted, owner)


def _determiner(before: str) -> str:
    if before in _OWNERS or before == "'s":
        return "owned"
    if before in DETERMINERS:
        return "definite"
    return "indefinite" if before in _INDEFINITE else "none"


def _spaced(parsed: ParsedSentence, i: int, first: int, word: str) -> str:
    gap = "" if i == first or parsed.words[i].start == parsed.words[i - 1].end else " "
    return gap + word
