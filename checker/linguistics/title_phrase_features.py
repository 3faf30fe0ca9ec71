"""The features by which a title that is no known name is ranked as the topic, each a small function of the phrase.

Their weights stand beside those of the entities that a document names (``topic_features``).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from checker.linguistics.salience import TextProfile
from checker.linguistics.thresholds import NAMED_OFTEN, TITLE_WORDS
from checker.linguistics.title_names import of_document, ordinary_share


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title, or a part of it, that may be the topic although it is no name that the text is known to have."""

    words: tuple[str, ...]
    whole: bool
    """It is all of the title."""
    again: int
    """How often the text says it besides."""
    head_again: int
    """The same for its last word."""
    named: bool
    """One of its words stands in the name of an entity."""
    text: TextProfile


PhraseFeature = Callable[[TitlePhrase], float]


def title_phrase(p: TitlePhrase) -> float:
    """It stands in a title: how likely such a phrase is the topic before anything is known of it."""
    return 1.0


def title_phrase_whole(p: TitlePhrase) -> float:
    """It is all of the title."""
    return float(p.whole)


def title_phrase_again(p: TitlePhrase) -> float:
    """The logarithm of how often the text says it."""
    return math.log(1 + p.again)


def title_phrase_head_again(p: TitlePhrase) -> float:
    """The logarithm of how often the text says its last word."""
    return math.log(1 + p.head_again)


def title_phrase_words(p: TitlePhrase) -> float:
    """Its words, beside the most that a name in a title has."""
    return len(p.words) / TITLE_WORDS


def title_phrase_word(p: TitlePhrase) -> float:
    """It is a single word."""
    return float(len(p.words) == 1)


def title_phrase_verb(p: TitlePhrase) -> float:
    """It opens with a verb, as instructions do: "Mending nets"."""
    return float(p.words[0].endswith("ing"))


def title_phrase_named(p: TitlePhrase) -> float:
    """One of its words stands in the name of an entity."""
    return float(p.named)


def title_phrase_plural(p: TitlePhrase) -> float:
    """It is a plural."""
    return float(p.words[-1].endswith("s"))


def title_phrase_ordinary(p: TitlePhrase) -> float:
    """It has no word but such as stand in any text."""
    return float(ordinary_share(" ".join(p.words)) == 1)


def title_phrase_of_the_document(p: TitlePhrase) -> float:
    """It ends in a word for a document or what one holds."""
    return float(of_document(" ".join(p.words)))


def title_phrase_unnamed(p: TitlePhrase) -> float:
    """The text names nothing often."""
    return float(p.text.mentions_of_most < NAMED_OFTEN)


TITLE_PHRASE_FEATURES: tuple[PhraseFeature, ...] = (
    title_phrase,
    title_phrase_whole,
    title_phrase_again,
    title_phrase_head_again,
    title_phrase_words,
    title_phrase_word,
    title_phrase_verb,
    title_phrase_named,
    title_phrase_plural,
    title_phrase_ordinary,
    title_phrase_of_the_document,
    title_phrase_unnamed,
)
"""The features of a title phrase."""


def of_phrase(phrase: TitlePhrase) -> dict[str, float]:
    """Every feature of a title phrase that is not 0, by its name."""
    values = {function.__name__: function(phrase) for function in TITLE_PHRASE_FEATURES}
    return {name: value for name, value in values.items() if value}
