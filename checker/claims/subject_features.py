"""The features by which the candidates for a value's subject are ranked, each a small function.

A feature takes the value's clause and a candidate (``subject_candidates``) and gives a number from 0 to 1; 0 says
nothing. What it weighs stands in ``vocabulary/common/weights/subject.yaml`` under its name. An entity and a noun phrase
without a name have features of their own, and some in common.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from checker.claims.subject_candidates import Occurrence, ReadSubject, ValueClause
from checker.claims.subject_resolution import GrammarRule
from checker.claims.thresholds import CAPITALS_AS_NAME
from checker.language.language import word_set
from checker.language.words import undertakings, works
from checker.linguistics.agents import is_agent
from checker.linguistics.noun_phrases import NounPhrase

_LOCATING = word_set("language/clauses", "locating")
_REASONS = (
    "named",
    "topic",
    "object",
    "last_named",
    "last_person",
    "person_before",
    "before_participle",
    "sentence_before",
)
"""The reasons of the rules of grammar (``SubjectReason``) that are frequent enough to be weighed."""
Feature = Callable[[ValueClause, ReadSubject], float]
Features = tuple[tuple[str, Feature], ...]


def values_of(clause: ValueClause, read: ReadSubject) -> dict[str, float]:
    """Every feature of a candidate that is not 0, by its name."""
    found = {}
    of_entity = NAMED_FEATURES if read.occurrences else ENTITY_FEATURES
    functions = of_entity if read.phrase is None else PHRASE_FEATURES
    for name, function in functions:
        value = function(clause, read)
        if value:
            found[name] = value
    return found


def _any(read: ReadSubject, test: Callable[[Occurrence], bool]) -> float:
    return float(any(map(test, read.occurrences)))


# what the text, and the rules of grammar, make of it


def _role(name: str) -> Feature:
    def has_role(_clause: ValueClause, read: ReadSubject) -> float:
        return float(name in read.roles)

    return has_role


def chosen_for_attribute(clause: ValueClause, read: ReadSubject) -> float:
    """What the rules of grammar would take, where words call for an attribute that the vocabulary knows."""
    return float("chosen" in read.roles and clause.entry is not None)


def chosen_surely(clause: ValueClause, read: ReadSubject) -> float:
    """What the rules of grammar would take, and are sure of."""
    return float("chosen" in read.roles and clause.sure)


def chosen_surely_for_attribute(clause: ValueClause, read: ReadSubject) -> float:
    """The same, where words call for an attribute that the vocabulary knows."""
    return chosen_surely(clause, read) and chosen_for_attribute(clause, read)


def topic_where_nothing_is_named(clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about at this place, in a sentence without a name."""
    return float("current_topic" in read.roles and clause.names_nothing)


def recent(_clause: ValueClause, read: ReadSubject) -> float:
    """How few sentences ago one was about it."""
    return 1 / (1 + read.recent) if read.recent is not None else 0.0


# what the clause is about


def _topical(name: str) -> Feature:
    def is_topical(clause: ValueClause, read: ReadSubject) -> float:
        return float(clause.topical is not None and clause.topical.how == name and _is_topical(clause, read))

    return is_topical


def _is_topical(clause: ValueClause, read: ReadSubject) -> bool:
    if clause.topical is None:
        return False
    first, last = clause.topical.phrase.first, clause.topical.phrase.last
    return any(o.last == last or (o.kind == "phrase" and first <= o.first < o.last <= last) for o in read.occurrences)


def topical_name(clause: ValueClause, read: ReadSubject) -> float:
    """The clause is about it by its name."""
    at = clause.topical.phrase.last if clause.topical is not None else -1
    return _any(read, lambda o: o.kind == "name" and o.last == at)


def in_clause(clause: ValueClause, read: ReadSubject) -> float:
    """It stands in the value's clause."""
    first, last = clause.bounds
    return _any(read, lambda o: first <= o.first < last)


# where it stands


def next_before(_clause: ValueClause, read: ReadSubject) -> float:
    """How few names and references stand between it and the value behind it."""
    return max((1 / (1 + o.referents_between) for o in read.occurrences if o.before), default=0.0)


def by_name(_clause: ValueClause, read: ReadSubject) -> float:
    """It is named."""
    return _any(read, lambda o: o.kind == "name")


def by_pronoun(_clause: ValueClause, read: ReadSubject) -> float:
    """A pronoun such as "it" or "they" refers to it."""
    return _any(read, lambda o: o.kind == "pronoun")


def leads(_clause: ValueClause, read: ReadSubject) -> float:
    """It is the first in the sentence that no preposition governs."""
    return _any(read, lambda o: o.leads)


def opens_sentence(_clause: ValueClause, read: ReadSubject) -> float:
    """The sentence opens with it."""
    return _any(read, lambda o: o.first <= 1)


def free(_clause: ValueClause, read: ReadSubject) -> float:
    """At one place no preposition governs it and it owns nothing."""
    return _any(read, lambda o: o.preposition is None and not o.possessive)


def located(_clause: ValueClause, read: ReadSubject) -> float:
    """Wherever it stands, "in", "at" or the like governs it: it is where something is."""
    return float(all(o.preposition in _LOCATING for o in read.occurrences))


def behind_of(_clause: ValueClause, read: ReadSubject) -> float:
    """Wherever it stands, "of" governs it: it is whose something is, as the college in "the library of the college"."""
    return float(all(o.preposition == "of" for o in read.occurrences))


def same_clause(_clause: ValueClause, read: ReadSubject) -> float:
    """No semicolon or colon stands between the two."""
    return _any(read, lambda o: not o.mark_between)


def verbs_between(_clause: ValueClause, read: ReadSubject) -> float:
    """More than one verb stands between it and the value behind it, at its nearest place."""
    before = [o.verbs_between for o in read.occurrences if o.before]
    return float(bool(before) and min(before) > 1)


# what it is


def named_once(_clause: ValueClause, read: ReadSubject) -> float:
    """The text names it only once."""
    return float(read.entity.count <= 1)


def unnamed(_clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about and never names."""
    return float(read.entity.count == 0)


def capitals(_clause: ValueClause, read: ReadSubject) -> float:
    """Its name is one word of capitals, or hardly a word."""
    name = read.entity.name
    return float(" " not in name and (name.isupper() or len(name) <= CAPITALS_AS_NAME))


def agent(_clause: ValueClause, read: ReadSubject) -> float:
    """A country, a government, somebody who counts or rates."""
    return float(is_agent(read.entity))


def place(_clause: ValueClause, read: ReadSubject) -> float:
    """A place."""
    return float(read.entity.type == "place")


def of_no_type(_clause: ValueClause, read: ReadSubject) -> float:
    """Nothing says what it is."""
    return float(read.entity.type is None)


# a noun phrase without a name


def _phrase(test: Callable[[NounPhrase, Occurrence], bool]) -> Feature:
    def holds(_clause: ValueClause, read: ReadSubject) -> float:
        return float(read.phrase is not None and bool(read.occurrences) and test(read.phrase, read.occurrences[0]))

    return holds


def phrase_leads(clause: ValueClause, read: ReadSubject) -> float:
    """It is the first of the sentence that no preposition governs, and stands in the value's clause."""
    return _any(read, lambda o: o.leads) and in_clause(clause, read)


def phrase_opens(_clause: ValueClause, read: ReadSubject) -> float:
    """The sentence opens with it."""
    return _any(read, lambda o: o.first <= 1)


_CHOSEN: Features = (
    ("chosen", _role("chosen")),
    *((f"chosen_{how}", _role(f"chosen_{how}")) for how in ("named", "referred", "topic")),
    *((f"chosen_as_{reason}", _role(f"chosen_as_{reason}")) for reason in _REASONS),
    *((f"chosen_by_{rule}", _role(f"chosen_by_{rule}")) for rule in get_args(GrammarRule)),
    ("chosen_for_attribute", chosen_for_attribute),
    ("chosen_surely", chosen_surely),
    ("chosen_surely_for_attribute", chosen_surely_for_attribute),
)
_TOPICAL: Features = tuple((f"topical_{how}", _topical(how)) for how in ("own", "shared", "antecedent"))
ENTITY_FEATURES: Features = (
    ("section", _role("section")),
    ("current_topic", _role("current_topic")),
    *_CHOSEN,
    ("topic_where_nothing_is_named", topic_where_nothing_is_named),
    ("recent", recent),
    ("named_once", named_once),
    ("unnamed", unnamed),
    ("capitals", capitals),
    ("agent", agent),
    ("place", place),
    ("of_no_type", of_no_type),
)
"""Those of entities."""
NAMED_FEATURES: Features = (
    *ENTITY_FEATURES,
    *_TOPICAL,
    ("topical_name", topical_name),
    ("in_clause", in_clause),
    ("next_before", next_before),
    ("by_name", by_name),
    ("by_pronoun", by_pronoun),
    ("leads", leads),
    ("opens_sentence", opens_sentence),
    ("free", free),
    ("located", located),
    ("behind_of", behind_of),
    ("same_clause", same_clause),
    ("verbs_between", verbs_between),
)
"""Those of entities that the sentence names or refers to: the same, and by where it does."""
PHRASE_FEATURES: Features = (
    *_TOPICAL,
    *_CHOSEN,
    ("goes_on", _role("goes_on")),
    ("in_clause", in_clause),
    ("next_before", next_before),
    ("phrase_leads", phrase_leads),
    ("phrase_opens", phrase_opens),
    ("phrase_precedes", _phrase(lambda phrase, at: at.before)),
    ("phrase_located", located),
    ("phrase_behind_of", _phrase(lambda phrase, at: phrase.preposition == "of")),
    ("phrase_verb_between", _phrase(lambda phrase, at: at.verbs_between > 0)),
    ("phrase_comma_between", _phrase(lambda phrase, at: at.comma_between)),
    ("phrase_several_words", _phrase(lambda phrase, at: " " in phrase.text)),
    ("phrase_counted", _phrase(lambda phrase, at: phrase.counted)),
    (
        "phrase_bare",
        _phrase(lambda phrase, at: phrase.determiner == "none" and " " not in phrase.text and not phrase.code),
    ),
    ("phrase_is_doing", _phrase(lambda phrase, at: " " not in phrase.text and phrase.text.endswith("ing"))),
    ("phrase_is_undertaking", _phrase(lambda phrase, at: phrase.head in undertakings())),
    ("phrase_is_work", _phrase(lambda phrase, at: phrase.head in works())),
)
"""Those of noun phrases."""
