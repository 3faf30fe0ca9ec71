"""The features by which the candidates for a value's subject are ranked, each a small function.

A feature takes the value's clause and a candidate (``subject_candidates``) and gives a number from 0 to 1; 0 says
nothing. What it weighs stands in ``vocabulary/common/weights/subject.yaml`` under the function's name. An entity and a
noun phrase without a name have features of their own, and some in common.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.claims.subject_candidates import Occurrence, ReadSubject, ValueClause
from checker.claims.thresholds import CAPITALS_AS_NAME
from checker.language.words import undertakings, works
from checker.linguistics.agents import is_agent
from checker.linguistics.noun_phrases import NounPhrase

Feature = Callable[[ValueClause, ReadSubject], float]
ENTITY_FEATURES: list[Feature] = []
"""Those of entities, in the order in which they are defined."""
PLACE_FEATURES: list[Feature] = []
"""Those of entities that the sentence names or refers to, by where it does."""
PHRASE_FEATURES: list[Feature] = []
"""Those of noun phrases."""


def of_entities(function: Feature) -> Feature:
    """Enter a function as a feature of entities."""
    ENTITY_FEATURES.append(function)
    return function


def of_places(function: Feature) -> Feature:
    """Enter a function as a feature of entities in the sentence."""
    PLACE_FEATURES.append(function)
    return function


def of_phrases(function: Feature) -> Feature:
    """Enter a function as a feature of noun phrases."""
    PHRASE_FEATURES.append(function)
    return function


def values_of(clause: ValueClause, read: ReadSubject) -> dict[str, float]:
    """Every feature of a candidate that is not 0, by its name."""
    found = {}
    own = [*ENTITY_FEATURES, *PLACE_FEATURES] if read.occurrences else ENTITY_FEATURES
    for function in own if read.phrase is None else PHRASE_FEATURES:
        value = function(clause, read)
        if value:
            found[function.__name__] = value
    return found


def _any(read: ReadSubject, test: Callable[[Occurrence], bool]) -> float:
    return float(any(map(test, read.occurrences)))


# what the text, and the rules of grammar, make of it


def _role(name: str) -> Feature:
    def has_role(_clause: ValueClause, read: ReadSubject) -> float:
        return float(name in read.roles)

    has_role.__name__ = name
    return has_role


for _name in ("section", "current_topic", "chosen_referred"):
    of_entities(_role(_name))
of_entities(of_phrases(_role("chosen")))
of_phrases(_role("goes_on"))


@of_entities
def chosen_for_attribute(clause: ValueClause, read: ReadSubject) -> float:
    """What the rules of grammar would take, where words call for an attribute that the vocabulary knows."""
    return float("chosen" in read.roles and clause.entry is not None)


@of_entities
def topic_where_nothing_is_named(clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about at this place, in a sentence without a name."""
    return float("current_topic" in read.roles and clause.names_nothing)


@of_entities
def recent(_clause: ValueClause, read: ReadSubject) -> float:
    """How few sentences ago one was about it."""
    return 1 / (1 + read.recent) if read.recent is not None else 0.0


# what the clause is about


def _topical(name: str) -> Feature:
    def is_topical(clause: ValueClause, read: ReadSubject) -> float:
        return float(clause.topical is not None and clause.topical.how == name and _is_topical(clause, read))

    is_topical.__name__ = f"topical_{name}"
    return is_topical


def _is_topical(clause: ValueClause, read: ReadSubject) -> bool:
    if clause.topical is None:
        return False
    first, last = clause.topical.phrase.first, clause.topical.phrase.last
    return any(o.last == last or (o.kind == "phrase" and first <= o.first < o.last <= last) for o in read.occurrences)


for _name in ("own", "shared", "antecedent"):
    of_places(of_phrases(_topical(_name)))


@of_places
def topical_name(clause: ValueClause, read: ReadSubject) -> float:
    """The clause is about it by its name."""
    at = clause.topical.phrase.last if clause.topical is not None else -1
    return _any(read, lambda o: o.kind == "name" and o.last == at)


@of_places
@of_phrases
def in_clause(clause: ValueClause, read: ReadSubject) -> float:
    """It stands in the value's clause."""
    first, last = clause.bounds
    return _any(read, lambda o: first <= o.first < last)


# where it stands


@of_places
@of_phrases
def next_before(_clause: ValueClause, read: ReadSubject) -> float:
    """How few names and references stand between it and the value behind it."""
    return max((1 / (1 + o.referents_between) for o in read.occurrences if o.before), default=0.0)


@of_places
def by_name(_clause: ValueClause, read: ReadSubject) -> float:
    """It is named."""
    return _any(read, lambda o: o.kind == "name")


@of_places
def by_pronoun(_clause: ValueClause, read: ReadSubject) -> float:
    """A pronoun such as "it" or "they" refers to it."""
    return _any(read, lambda o: o.kind == "pronoun")


@of_places
def leads(_clause: ValueClause, read: ReadSubject) -> float:
    """It is the first in the sentence that no preposition governs."""
    return _any(read, lambda o: o.leads)


@of_places
def opens_sentence(_clause: ValueClause, read: ReadSubject) -> float:
    """The sentence opens with it."""
    return _any(read, lambda o: o.first <= 1)


@of_places
def free(_clause: ValueClause, read: ReadSubject) -> float:
    """At one place no preposition governs it and it owns nothing."""
    return _any(read, lambda o: o.preposition is None and not o.possessive)


@of_places
def same_clause(_clause: ValueClause, read: ReadSubject) -> float:
    """No semicolon or colon stands between the two."""
    return _any(read, lambda o: not o.mark_between)


@of_places
def verbs_between(_clause: ValueClause, read: ReadSubject) -> float:
    """More than one verb stands between it and the value behind it, at its nearest place."""
    before = [o.verbs_between for o in read.occurrences if o.before]
    return float(bool(before) and min(before) > 1)


# what it is


@of_entities
def named_once(_clause: ValueClause, read: ReadSubject) -> float:
    """The text names it only once."""
    return float(read.entity.count <= 1)


@of_entities
def unnamed(_clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about and never names."""
    return float(read.entity.count == 0)


@of_entities
def capitals(_clause: ValueClause, read: ReadSubject) -> float:
    """Its name is one word of capitals, or hardly a word."""
    name = read.entity.name
    return float(" " not in name and (name.isupper() or len(name) <= CAPITALS_AS_NAME))


@of_entities
def agent(_clause: ValueClause, read: ReadSubject) -> float:
    """A country, a government, somebody who counts or rates."""
    return float(is_agent(read.entity))


@of_entities
def place(_clause: ValueClause, read: ReadSubject) -> float:
    """A place."""
    return float(read.entity.type == "place")


@of_entities
def of_no_type(_clause: ValueClause, read: ReadSubject) -> float:
    """Nothing says what it is."""
    return float(read.entity.type is None)


# a noun phrase without a name


def _of_phrase(name: str, test: Callable[[NounPhrase, Occurrence], bool]) -> None:
    def holds(_clause: ValueClause, read: ReadSubject) -> float:
        return float(read.phrase is not None and bool(read.occurrences) and test(read.phrase, read.occurrences[0]))

    holds.__name__ = f"phrase_{name}"
    of_phrases(holds)


@of_phrases
def phrase_leads(clause: ValueClause, read: ReadSubject) -> float:
    """It is the first of the sentence that no preposition governs, and stands in the value's clause."""
    return _any(read, lambda o: o.leads) and in_clause(clause, read)


@of_phrases
def phrase_opens(_clause: ValueClause, read: ReadSubject) -> float:
    """The sentence opens with it."""
    return _any(read, lambda o: o.first <= 1)


_of_phrase("precedes", lambda phrase, at: at.before)
_of_phrase("behind_of", lambda phrase, at: phrase.preposition == "of")
_of_phrase("verb_between", lambda phrase, at: at.verbs_between > 0)
_of_phrase("comma_between", lambda phrase, at: at.comma_between)
_of_phrase("several_words", lambda phrase, at: " " in phrase.text)
_of_phrase("counted", lambda phrase, at: phrase.counted)
_of_phrase("bare", lambda phrase, at: phrase.determiner == "none" and " " not in phrase.text and not phrase.code)
_of_phrase("is_doing", lambda phrase, at: " " not in phrase.text and phrase.text.endswith("ing"))
_of_phrase("is_undertaking", lambda phrase, at: phrase.head in undertakings())
_of_phrase("is_work", lambda phrase, at: phrase.head in works())
