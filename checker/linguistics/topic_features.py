"""The features by which the entities of a document are ranked as its topic, each a small function of how it is named.

A feature takes a ``TopicCandidate`` and gives a number, mostly from 0 to 1; 0 says nothing. What a feature weighs
stands in ``vocabulary/common/weights/topic.yaml`` under the function's name, fitted on labelled texts (``training/``).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from checker.language.language import derived, table
from checker.language.names import broad, countries, head_nouns, places, reporters
from checker.linguistics.agents import is_agent, like_a_person
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.salience import Salience, TextProfile
from checker.linguistics.thresholds import HEADING_SHARE
from checker.linguistics.title_names import of_document, ordinary_share
from checker.linguistics.title_phrase_features import TITLE_PHRASE_FEATURES


@dataclass(frozen=True, slots=True)
class TopicCandidate:
    """An entity that a document names, how it names it, and what the whole text is like."""

    entity: EntityCluster
    named: Salience
    text: TextProfile


Feature = Callable[[TopicCandidate], float]


@derived
def _peoples() -> frozenset[str]:
    """Words for peoples and groups of people."""
    named = {form for form, place in places().items() if form != place}
    return frozenset(named | set(table("language/populations")))


@derived
def _keepers() -> frozenset[str]:
    return frozenset(table("names/labels")["keepers"])


# how often and how widely


def share_of_mentions(c: TopicCandidate) -> float:
    """Its mentions, beside those of the entity that is named most often."""
    return c.named.mentions / c.text.mentions_of_most


def named_most(c: TopicCandidate) -> float:
    """Nothing is named more often."""
    return float(c.named.mentions == c.text.mentions_of_most)


def mentions(c: TopicCandidate) -> float:
    """The logarithm of its mentions."""
    return math.log(c.named.mentions)


def named_once(c: TopicCandidate) -> float:
    """It is named only once."""
    return float(c.named.mentions == 1)


def spread(c: TopicCandidate) -> float:
    """The share of the blocks that name it."""
    return c.named.blocks / max(1, c.text.blocks)


# how early


def order(c: TopicCandidate) -> float:
    """How few entities are named before it."""
    return 1 / (1 + c.named.order)


def first_sentence(c: TopicCandidate) -> float:
    """How few sentences stand before the first that names it."""
    return 1 / (1 + c.named.first_sentence)


def opens_text(c: TopicCandidate) -> float:
    """The prose opens with it."""
    return float(c.named.opens_text)


def opens_and_is_defined(c: TopicCandidate) -> float:
    """The prose opens with it, and goes on with "is a"."""
    return float(c.named.opens_text and c.named.defined_early > 0)


def defined(c: TopicCandidate) -> float:
    """The text says somewhere that it "is a"."""
    return float(c.named.defined > 0)


def defined_early(c: TopicCandidate) -> float:
    """One of the first sentences says so."""
    return float(c.named.defined_early > 0)


# in which places


def leads_sentences(c: TopicCandidate) -> float:
    """The sentences that name it first, beside those of the entity that leads most."""
    return c.named.leading / c.text.leading_of_most


def share_of_sentences_led(c: TopicCandidate) -> float:
    """The share of all sentences that name it first."""
    return c.named.leading / max(1, c.text.sentences)


def opens_sentences(c: TopicCandidate) -> float:
    """The logarithm of the sentences that open with it."""
    return math.log(1 + c.named.opening)


def behind_prepositions(c: TopicCandidate) -> float:
    """The share of its mentions that a preposition governs."""
    return c.named.prepositional / c.named.mentions


def possessive(c: TopicCandidate) -> float:
    """The share of its mentions that own something."""
    return c.named.possessive / c.named.mentions


def bracketed(c: TopicCandidate) -> float:
    """Brackets open right behind it."""
    return float(c.named.bracketed > 0)


def in_title(c: TopicCandidate) -> float:
    """The title names it."""
    return float(c.named.titled > 0)


def in_title_and_again(c: TopicCandidate) -> float:
    """The title names it, and so does the text."""
    return float(c.named.titled > 0 and c.named.mentions > c.named.titled)


def share_of_title(c: TopicCandidate) -> float:
    """How much of the title it is."""
    return min(1.0, c.named.title_share)


def is_title(c: TopicCandidate) -> float:
    """The title is its name, with the words that pages put around names."""
    return float(c.named.title_whole)


def is_title_and_again(c: TopicCandidate) -> float:
    """The title is its name, and the text names it too."""
    return float(c.named.title_whole and c.named.mentions > c.named.titled)


def in_headings(c: TopicCandidate) -> float:
    """A heading names it."""
    return float(c.named.headed > 0)


def only_in_headings(c: TopicCandidate) -> float:
    """Nothing but headings and labels names it."""
    return float(c.named.headed + c.named.keyed == c.named.mentions)


def is_heading(c: TopicCandidate) -> float:
    """It is most of a heading."""
    return float(c.named.heading_share > HEADING_SHARE)


def in_labels(c: TopicCandidate) -> float:
    """The share of its mentions in labels of lines and rows."""
    return c.named.keyed / c.named.mentions


def in_rows(c: TopicCandidate) -> float:
    """The share of its mentions in rows of tables."""
    return c.named.in_rows / c.named.mentions


def untitled(c: TopicCandidate) -> float:
    """The text has a title, which does not name it."""
    return float(c.text.titled and not c.named.titled)


# what it is


def agent(c: TopicCandidate) -> float:
    """A country, a government, somebody who counts or rates."""
    return float(is_agent(c.entity))


def place(c: TopicCandidate) -> float:
    """It is said to be a place."""
    return float(c.entity.type == "place")


def known_place(c: TopicCandidate) -> float:
    """The list of places has it."""
    return float(c.entity.key in places())


def country(c: TopicCandidate) -> float:
    """It is a country or a larger region."""
    return float(c.entity.key in countries())


def person(c: TopicCandidate) -> float:
    """It is a person, or is named like one."""
    return float(c.entity.type == "person" or like_a_person(c.entity))


def of_no_type(c: TopicCandidate) -> float:
    """Nothing says what it is."""
    return float(c.entity.type is None)


def people(c: TopicCandidate) -> float:
    """A people or a group of people."""
    return float(c.entity.key in _peoples())


def keeper(c: TopicCandidate) -> float:
    """Whoever keeps pages, records or minutes, by the last word of the name."""
    return float(c.entity.key.rpartition(" ")[2] in _keepers())


def reporter(c: TopicCandidate) -> float:
    """A review site, a chart."""
    return float(c.entity.key in reporters())


def census(c: TopicCandidate) -> float:
    """A census."""
    return float(c.entity.type == "census")


# how it is written


def words(c: TopicCandidate) -> float:
    """The words of its name, up to four."""
    return min(4, 1 + c.entity.key.count(" ")) / 4


def several_words(c: TopicCandidate) -> float:
    """Its name has more than one word."""
    return float(" " in c.entity.key)


def ordinary_words(c: TopicCandidate) -> float:
    """The share of its name's words that stand in any text."""
    return ordinary_share(c.entity.key)


def only_ordinary_words(c: TopicCandidate) -> float:
    """Its name has no word of its own."""
    return float(ordinary_share(c.entity.key) == 1)


def of_the_document(c: TopicCandidate) -> float:
    """Its name ends in a word for a document or what one holds."""
    return float(of_document(c.entity.key))


def of_the_document_and_again(c: TopicCandidate) -> float:
    """The same, and the text names it more than once."""
    return float(of_document(c.entity.key) and c.entity.count > 1)


def one_letter(c: TopicCandidate) -> float:
    """Its name is a single letter."""
    return float(len(c.entity.key) < 2)


def all_capitals(c: TopicCandidate) -> float:
    """A name of one word in capitals that no other name stands for: a unit, an abbreviation."""
    name = c.entity.name
    return float(name.isupper() and " " not in name and len(name) > 1)


def digits(c: TopicCandidate) -> float:
    """Figures in its name."""
    return float(any(map(str.isdigit, c.entity.key)))


def spellings(c: TopicCandidate) -> float:
    """How many ways it is named in, up to three."""
    return min(3, len(c.entity.spellings)) / 3


def acronym(c: TopicCandidate) -> float:
    """The text spells out its acronym."""
    return float(c.entity.acronym is not None)


# what else the text calls it


def person_and_pronouns(c: TopicCandidate) -> float:
    """A person, in a text that says "he" and "she"."""
    return person(c) * c.text.pronouns.get("person", 0.0)


def no_person_and_pronouns(c: TopicCandidate) -> float:
    """Something of another type, in such a text."""
    return float(c.entity.type not in {None, "person"}) * c.text.pronouns.get("person", 0.0)


def thing_and_pronouns(c: TopicCandidate) -> float:
    """No person and no place, in a text that says "it"."""
    return float(c.entity.type not in {None, "person", "place"}) * c.text.pronouns.get("thing", 0.0)


def person_and_it(c: TopicCandidate) -> float:
    """A person, in a text that says "it"."""
    return person(c) * c.text.pronouns.get("thing", 0.0)


def person_and_we(c: TopicCandidate) -> float:
    """A person, in a text that says "we"."""
    return person(c) * c.text.pronouns.get("speaker", 0.0)


def body_and_we(c: TopicCandidate) -> float:
    """No person and no place, in a text that says "we"."""
    return float(c.entity.type not in {None, "person", "place"}) * c.text.pronouns.get("speaker", 0.0)


def called_by_its_type(c: TopicCandidate) -> float:
    """The logarithm of how often the text says "the NOUN" with a noun for its type."""
    if c.entity.type is None:
        return 0.0
    kinds = ((noun, broad().get(noun, frozenset({head_nouns()[noun]}))) for noun in c.text.definite)
    return math.log(1 + sum(c.text.definite[noun] for noun, fits in kinds if c.entity.type in fits))


def called_by_its_noun(c: TopicCandidate) -> float:
    """The same with the last word of its name."""
    return math.log(1 + c.text.definite.get(c.entity.key.rpartition(" ")[2], 0))


FEATURES: tuple[Feature, ...] = (
    share_of_mentions,
    named_most,
    mentions,
    named_once,
    spread,
    order,
    first_sentence,
    opens_text,
    opens_and_is_defined,
    defined,
    defined_early,
    leads_sentences,
    share_of_sentences_led,
    opens_sentences,
    behind_prepositions,
    possessive,
    bracketed,
    in_title,
    in_title_and_again,
    share_of_title,
    is_title,
    is_title_and_again,
    in_headings,
    only_in_headings,
    is_heading,
    in_labels,
    in_rows,
    untitled,
    agent,
    place,
    known_place,
    country,
    person,
    of_no_type,
    people,
    keeper,
    reporter,
    census,
    words,
    several_words,
    ordinary_words,
    only_ordinary_words,
    of_the_document,
    of_the_document_and_again,
    one_letter,
    all_capitals,
    digits,
    spellings,
    acronym,
    person_and_pronouns,
    no_person_and_pronouns,
    thing_and_pronouns,
    person_and_it,
    person_and_we,
    body_and_we,
    called_by_its_type,
    called_by_its_noun,
)
"""The features of an entity that a document names."""
TITLES_SHEET = "titles_sheet"
"""The feature of what a sheet of labelled lines has for its title."""
NOBODY = "nobody"
NOBODY_IN_UNTITLED = "nobody_in_untitled"
NOBODY_NAMED_TWICE = "nobody_named_twice"
NOBODY_BUT_A_NOUN = "nobody_but_a_noun"
NOBODY_IN_TABLES = "nobody_in_tables"


def of_nobody(text: TextProfile, nouns: float) -> dict[str, float]:
    """The features of the candidate that stands for a topic without a name.

    ``nouns`` is how often the text says "the NOUN" with one noun of a type that nothing it names has.
    """
    return {
        NOBODY: 1.0,
        NOBODY_IN_UNTITLED: float(not text.titled),
        NOBODY_NAMED_TWICE: float(text.mentions_of_most < 2),
        NOBODY_BUT_A_NOUN: math.log(1 + nouns),
        NOBODY_IN_TABLES: text.rows,
    }


def values_of(candidate: TopicCandidate) -> dict[str, float]:
    """Every feature of a named entity that is not 0, by its name."""
    values = {function.__name__: function(candidate) for function in FEATURES}
    return {name: value for name, value in values.items() if value}


def names_of_features() -> frozenset[str]:
    """The name of every feature that a candidate may have."""
    functions = {function.__name__ for function in (*FEATURES, *TITLE_PHRASE_FEATURES)}
    nobody = {NOBODY, NOBODY_IN_UNTITLED, NOBODY_NAMED_TWICE, NOBODY_BUT_A_NOUN, NOBODY_IN_TABLES}
    return frozenset(functions | nobody | {TITLES_SHEET})
