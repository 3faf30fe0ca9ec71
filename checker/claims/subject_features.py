"""The features by which the candidates for a value's subject are ranked, each a small function.

A feature takes the value's clause and a candidate (``subject_candidates``) and gives a number, mostly from 0 to 1; 0
says nothing. What it weighs stands in ``vocabulary/common/weights/subject.yaml`` under the function's name, and with
the value's family behind a dot where the feature weighs otherwise there (``topic.date``): both are added up.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.claims.subject_candidates import Occurrence, ReadSubject, ValueClause
from checker.claims.topic_parts import is_event_noun
from checker.language.names import countries, head_nouns, places
from checker.language.words import apart, noun_class, participants, populations, undertakings, works
from checker.linguistics.agents import is_agent, is_person_or_acting_place, is_role
from checker.linguistics.noun_phrases import NounPhrase

Feature = Callable[[ValueClause, ReadSubject], float]
_SPEAKERS = frozenset({"we", "our", "us"})
FEATURES: list[Feature] = []
"""All features, in the order in which they are defined."""


def feature(function: Feature) -> Feature:
    """Enter a function as a feature of subjects."""
    FEATURES.append(function)
    return function


def _role(name: str) -> Feature:
    def has_role(_clause: ValueClause, read: ReadSubject) -> float:
        return float(name in read.roles)

    has_role.__name__ = name
    return feature(has_role)


for _name in (
    "subject",
    "object",
    "antecedent",
    "opening_participle",
    "reduced_participle",
    "owner",
    "gapped",
    "fronted",
    "behind_date",
    "present_subject",
    "nearest",
    "served",
    "means",
    "takes_part",
    "undertakes",
    "speaker",
    "topic",
    "section",
    "paragraph",
    "current_topic",
    "in_heading",
    "phrase_before",
    "heading_phrase",
    "later_heading_phrase",
):
    _role(_name)


def _any(read: ReadSubject, test: Callable[[Occurrence], bool]) -> float:
    return float(any(map(test, read.occurrences)))


# what the verb makes of it


@feature
def passive_subject(clause: ValueClause, read: ReadSubject) -> float:
    """The subject of a passive verb."""
    return float("subject" in read.roles and clause.voice == "passive")


@feature
def active_subject(clause: ValueClause, read: ReadSubject) -> float:
    """The subject of a verb that is certainly active."""
    return float("subject" in read.roles and clause.voice == "active")


@feature
def subject_of_calling_verb(clause: ValueClause, read: ReadSubject) -> float:
    """The subject of a verb that calls for the attribute."""
    return float("subject" in read.roles and clause.called)


@feature
def object_of_open_verb(clause: ValueClause, read: ReadSubject) -> float:
    """The object of a verb in the past."""
    return float("object" in read.roles and clause.voice == "open")


@feature
def object_of_making(clause: ValueClause, read: ReadSubject) -> float:
    """The object of a verb for what happens once to a thing: founded, built."""
    return float("object" in read.roles and clause.entry is not None and clause.entry.holds == "once" and clause.called)


@feature
def subject_of_making_other(clause: ValueClause, read: ReadSubject) -> float:
    """The subject of such a verb that has an object beside it."""
    once = clause.entry is not None and clause.entry.holds == "once" and clause.called
    return float("subject" in read.roles and once and clause.voice != "passive")


# a phrase without a name


@feature
def phrase(_clause: ValueClause, read: ReadSubject) -> float:
    """A noun phrase, and no entity."""
    return float(read.phrase is not None)


def _of_phrase(name: str, test: Callable[[ValueClause, ReadSubject, NounPhrase], bool]) -> None:
    def holds(clause: ValueClause, read: ReadSubject) -> float:
        return float(read.phrase is not None and bool(read.occurrences) and test(clause, read, read.phrase))

    holds.__name__ = f"phrase_{name}"
    feature(holds)


@feature
def heading_of_fragment(clause: ValueClause, read: ReadSubject) -> float:
    """The heading has it, and the sentence has no verb."""
    return float(not clause.grammar.verbs and not read.roles.isdisjoint({"in_heading", "heading_phrase"}))


@feature
def heading_of_sentence_without_subject(clause: ValueClause, read: ReadSubject) -> float:
    """The heading has it, and no phrase is what the clause is about."""
    return float(clause.topical is None and not read.roles.isdisjoint({"in_heading", "heading_phrase"}))


_of_phrase("subject", lambda c, r, p: "subject" in r.roles)
_of_phrase("passive_subject", lambda c, r, p: "subject" in r.roles and c.voice == "passive")
_of_phrase("object", lambda c, r, p: "object" in r.roles)
_of_phrase("definite", lambda c, r, p: p.determiner == "definite")
_of_phrase("indefinite", lambda c, r, p: p.determiner == "indefinite")
_of_phrase("owned", lambda c, r, p: p.determiner == "owned")
_of_phrase("bare", lambda c, r, p: p.determiner == "none")
_of_phrase("code", lambda c, r, p: p.code)
_of_phrase("leads", lambda c, r, p: r.occurrences[0].leads)
_of_phrase("opens", lambda c, r, p: p.first <= 1)
_of_phrase("before", lambda c, r, p: r.occurrences[0].before)
_of_phrase("right_before", lambda c, r, p: r.occurrences[0].before and r.occurrences[0].words_between <= 1)
_of_phrase("right_behind", lambda c, r, p: not r.occurrences[0].before and r.occurrences[0].words_between == 0)
_of_phrase("behind_of", lambda c, r, p: p.preposition == "of")
_of_phrase("behind_for", lambda c, r, p: p.preposition == "for")
_of_phrase("behind_in", lambda c, r, p: p.preposition == "in")
_of_phrase("behind_preposition", lambda c, r, p: p.preposition is not None)
_of_phrase("with_owner_named", lambda c, r, p: r.binding == "named")
_of_phrase("several_words", lambda c, r, p: " " in p.text)
_of_phrase("verb_between", lambda c, r, p: r.occurrences[0].verbs_between > 0)
_of_phrase("verbs_between", lambda c, r, p: r.occurrences[0].verbs_between > 1)
_of_phrase("marks_between", lambda c, r, p: r.occurrences[0].marks_between > 0)
_of_phrase("comma_between", lambda c, r, p: r.occurrences[0].commas_between > 0)
_of_phrase("is_shared_out", lambda c, r, p: c.parsed.lower_forms[c.span[1] : p.first] in (["of"], ["of", "the"]))
_of_phrase("is_doing", lambda c, r, p: " " not in p.text and p.text.endswith("ing"))
_of_phrase("where_nothing_is_named", lambda c, r, p: all(x.kind != "name" for x in c.parsed.referents))
_of_phrase(
    "where_topic_is_named",
    lambda c, r, p: any(
        x.kind == "name" and c.discourse.resolve(x)[0] is c.discourse.topic for x in c.parsed.referents
    ),
)
_of_phrase("is_person", lambda c, r, p: head_nouns().get(_head(p)) == "person")
_of_phrase(
    "is_type_of_topic",
    lambda c, r, p: c.discourse.topic is not None and head_nouns().get(_head(p)) == c.discourse.topic.type is not None,
)
_of_phrase("is_event", lambda c, r, p: is_event_noun(_head(p)))
_of_phrase("is_undertaking", lambda c, r, p: _head(p) in undertakings())
_of_phrase("is_work", lambda c, r, p: _head(p) in works())
_of_phrase("is_population", lambda c, r, p: noun_class(_head(p)) == noun_class("people") or _head(p) in populations())
_of_phrase(
    "is_topic_again", lambda c, r, p: c.discourse.topic is not None and _head(p) in c.discourse.topic.key.split(" ")
)
_of_phrase("set_apart", lambda c, r, p: not apart().isdisjoint(p.text.split(" ")))
_of_phrase("has_type", lambda c, r, p: _head(p) in head_nouns())
_of_phrase("is_people", lambda c, r, p: _head(p) in participants())


def _head(phrase: NounPhrase) -> str:
    return phrase.text.rpartition(" ")[2]


# what the clause is about


_TOPICAL: list[Feature] = []


def _topical(name: str) -> None:
    def is_topical(clause: ValueClause, read: ReadSubject) -> float:
        if clause.topical is None or clause.topical.how != name:
            return 0.0
        about = clause.topical.phrase
        return _any(
            read,
            lambda o: o.last == about.last or (about.first <= o.first < o.last <= about.last and o.kind == "phrase"),
        )

    is_topical.__name__ = f"topical_{name}"
    _TOPICAL.append(feature(is_topical))


for _name in ("own", "shared", "antecedent"):
    _topical(_name)


def _is_topical(clause: ValueClause, read: ReadSubject) -> bool:
    return any(is_topical(clause, read) for is_topical in _TOPICAL)


@feature
def governed_beside_topical(clause: ValueClause, read: ReadSubject) -> float:
    """A preposition governs it wherever it stands, and the clause is about something else."""
    governed = bool(read.occurrences) and all(o.preposition is not None for o in read.occurrences)
    return float(governed and clause.topical is not None and not _is_topical(clause, read))


@feature
def free_beside_topical(clause: ValueClause, read: ReadSubject) -> float:
    """No preposition governs it, and yet the clause is about something else."""
    return float(free(clause, read) and clause.topical is not None and not _is_topical(clause, read))


@feature
def unsaid_beside_name(clause: ValueClause, read: ReadSubject) -> float:
    """The sentence has it nowhere, and names or refers to what the clause is about."""
    return float(not read.occurrences and _topical_referent(clause))


@feature
def unsaid_beside_phrase(clause: ValueClause, read: ReadSubject) -> float:
    """The sentence has it nowhere, and what the clause is about is a noun phrase."""
    return float(not read.occurrences and clause.topical is not None and not _topical_referent(clause))


def _topical_referent(clause: ValueClause) -> bool:
    about = clause.topical.phrase if clause.topical is not None else None
    return about is not None and any(
        r.last == about.last and r.first >= about.first - 1 for r in clause.parsed.referents
    )


@feature
def does_passive(clause: ValueClause, read: ReadSubject) -> float:
    """``built by the guild``: it stands behind "by" in a clause with a verb in the passive."""
    return float(clause.voice == "passive" and _any(read, lambda o: o.preposition == "by"))


@feature
def inside_topical(clause: ValueClause, read: ReadSubject) -> float:
    """It is named inside the phrase that the clause is about."""
    if clause.topical is None:
        return 0.0
    about = clause.topical.phrase
    return _any(read, lambda o: about.first <= o.first and o.last < about.last)


@feature
def behind_topical(clause: ValueClause, read: ReadSubject) -> float:
    """It belongs to the phrase that the clause is about: the height of the tower."""
    if clause.topical is None:
        return 0.0
    about = clause.topical.phrase
    return _any(read, lambda o: 0 < o.first - about.last <= 2 and o.preposition in {"of", "for", "in", "at"})


@feature
def in_clause(clause: ValueClause, read: ReadSubject) -> float:
    """It stands in the value's clause."""
    first, last = clause.bounds
    return _any(read, lambda o: first <= o.first < last)


# where it stands


@feature
def in_sentence(_clause: ValueClause, read: ReadSubject) -> float:
    """The sentence names it or refers to it."""
    return float(bool(read.occurrences))


@feature
def by_name(_clause: ValueClause, read: ReadSubject) -> float:
    """It is named."""
    return _any(read, lambda o: o.kind == "name")


@feature
def by_pronoun(_clause: ValueClause, read: ReadSubject) -> float:
    """A pronoun refers to it."""
    return _any(read, lambda o: o.kind == "pronoun")


@feature
def by_noun(_clause: ValueClause, read: ReadSubject) -> float:
    """A definite noun refers to it."""
    return _any(read, lambda o: o.kind == "definite")


@feature
def leads(_clause: ValueClause, read: ReadSubject) -> float:
    """It is the first in the sentence that no preposition governs."""
    return _any(read, lambda o: o.leads)


@feature
def opens_sentence(_clause: ValueClause, read: ReadSubject) -> float:
    """The sentence opens with it."""
    return _any(read, lambda o: o.first <= 1)


@feature
def before_value(_clause: ValueClause, read: ReadSubject) -> float:
    """It stands before the value."""
    return _any(read, lambda o: o.before)


@feature
def behind_value(_clause: ValueClause, read: ReadSubject) -> float:
    """It stands only behind the value."""
    return float(bool(read.occurrences) and not any(o.before for o in read.occurrences))


@feature
def near_before(_clause: ValueClause, read: ReadSubject) -> float:
    """How few words stand between it and the value behind it."""
    return max((1 / (1 + o.words_between) for o in read.occurrences if o.before), default=0.0)


@feature
def near_behind(_clause: ValueClause, read: ReadSubject) -> float:
    """How few words stand between it and the value before it."""
    return max((1 / (1 + o.words_between) for o in read.occurrences if not o.before), default=0.0)


@feature
def next_before(_clause: ValueClause, read: ReadSubject) -> float:
    """How few other candidates stand between it and the value behind it."""
    return max((1 / (1 + o.referents_between) for o in read.occurrences if o.before), default=0.0)


@feature
def next_behind(_clause: ValueClause, read: ReadSubject) -> float:
    """How few other candidates stand between it and the value before it."""
    return max((1 / (1 + o.referents_between) for o in read.occurrences if not o.before), default=0.0)


@feature
def same_clause(_clause: ValueClause, read: ReadSubject) -> float:
    """No semicolon or colon stands between the two."""
    return _any(read, lambda o: not o.marks_between)


@feature
def no_comma_between(_clause: ValueClause, read: ReadSubject) -> float:
    """No comma stands between the two."""
    return _any(read, lambda o: not o.commas_between)


@feature
def no_verb_between(_clause: ValueClause, read: ReadSubject) -> float:
    """No verb stands between it and the value behind it."""
    return _any(read, lambda o: o.before and not o.verbs_between)


@feature
def verbs_between(_clause: ValueClause, read: ReadSubject) -> float:
    """More than one verb stands between it and the value behind it, at its nearest place."""
    before = [o.verbs_between for o in read.occurrences if o.before]
    return float(bool(before) and min(before) > 1)


@feature
def value_in_brackets_behind(clause: ValueClause, read: ReadSubject) -> float:
    """The value stands in brackets right behind it."""
    low, first = clause.parsed.lower_forms, clause.span[0]
    return _any(read, lambda o: o.before and o.words_between <= 2 and "(" in low[o.last : first + 1])


@feature
def in_brackets(clause: ValueClause, read: ReadSubject) -> float:
    """It stands in brackets."""
    low = clause.parsed.lower_forms
    return _any(read, lambda o: o.first > 0 and low[o.first - 1] == "(")


@feature
def free(_clause: ValueClause, read: ReadSubject) -> float:
    """At one place no preposition governs it and it owns nothing."""
    return _any(read, lambda o: o.preposition is None and not o.possessive)


@feature
def possessive(_clause: ValueClause, read: ReadSubject) -> float:
    """It owns something."""
    return _any(read, lambda o: o.possessive)


def _behind_preposition(preposition: str) -> None:
    def governed(_clause: ValueClause, read: ReadSubject) -> float:
        return _any(read, lambda o: o.preposition == preposition)

    governed.__name__ = f"behind_{preposition}"
    feature(governed)


for _name in ("of", "in", "at", "by", "for", "on", "from", "with", "to"):
    _behind_preposition(_name)


@feature
def behind_other_preposition(_clause: ValueClause, read: ReadSubject) -> float:
    """Another preposition governs it."""
    usual = {None, "of", "in", "at", "by", "for", "on", "from", "with", "to"}
    return _any(read, lambda o: o.preposition not in usual)


@feature
def right_behind(_clause: ValueClause, read: ReadSubject) -> float:
    """It stands right behind the value."""
    return _any(read, lambda o: not o.before and not o.words_between)


@feature
def is_shared_out(clause: ValueClause, read: ReadSubject) -> float:
    """The value is of it: 20 of the Osier boats."""
    low, end = clause.parsed.lower_forms, clause.span[1]
    return _any(read, lambda o: low[end : o.first] in (["of"], ["of", "the"]))


# what the text says of it


@feature
def topic_of_we(clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about, where the sentence says "we"."""
    return float("current_topic" in read.roles and not _SPEAKERS.isdisjoint(clause.parsed.lower_forms))


@feature
def topic_where_clause_has_no_subject(clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about at this place, and no phrase is what the clause is about."""
    return float("current_topic" in read.roles and clause.topical is None)


@feature
def topic_where_nothing_is_named(clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about at this place, in a sentence without a name."""
    return float("current_topic" in read.roles and all(r.kind != "name" for r in clause.parsed.referents))


@feature
def topic_in_sentence(_clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about, named or referred to in the sentence."""
    return float("topic" in read.roles and bool(read.occurrences))


@feature
def topic_as_subject(_clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about, as the verb's subject."""
    return float("topic" in read.roles and "subject" in read.roles)


@feature
def recent(_clause: ValueClause, read: ReadSubject) -> float:
    """How few sentences ago one was about it."""
    return 1 / (1 + read.recent) if read.recent is not None else 0.0


@feature
def recent_where_nothing_is_named(clause: ValueClause, read: ReadSubject) -> float:
    """The same, in a sentence without a name."""
    return recent(clause, read) * all(r.kind != "name" for r in clause.parsed.referents)


@feature
def last_named(_clause: ValueClause, read: ReadSubject) -> float:
    """How few names ago it was named before the sentence."""
    return 1 / (1 + read.last_named) if read.last_named is not None else 0.0


@feature
def named_once(_clause: ValueClause, read: ReadSubject) -> float:
    """The text names it only once."""
    return float(read.entity.count <= 1)


# what it is


@feature
def capitals(_clause: ValueClause, read: ReadSubject) -> float:
    """Its name is a word of capitals, or shorter than a word."""
    return float(" " not in read.entity.name and (read.entity.name.isupper() or len(read.entity.name) <= 3))


@feature
def agent(_clause: ValueClause, read: ReadSubject) -> float:
    """A country, a government, somebody who counts or rates."""
    return float(is_agent(read.entity))


@feature
def agent_as_subject(_clause: ValueClause, read: ReadSubject) -> float:
    """The same as the verb's subject."""
    return float(is_agent(read.entity) and "subject" in read.roles)


@feature
def person(_clause: ValueClause, read: ReadSubject) -> float:
    """A person."""
    return float(is_person_or_acting_place(read.entity))


@feature
def person_as_subject(_clause: ValueClause, read: ReadSubject) -> float:
    """A person as the verb's subject."""
    return float(is_person_or_acting_place(read.entity) and "subject" in read.roles)


@feature
def role_name(_clause: ValueClause, read: ReadSubject) -> float:
    """An office or its holder."""
    return float(is_role(read.entity))


@feature
def place(_clause: ValueClause, read: ReadSubject) -> float:
    """A place."""
    return float(read.entity.type == "place")


@feature
def known_place(_clause: ValueClause, read: ReadSubject) -> float:
    """The list of places has it."""
    return float(read.entity.key in places())


@feature
def country(_clause: ValueClause, read: ReadSubject) -> float:
    """A country or a larger region."""
    return float(read.entity.key in countries())


@feature
def of_no_type(_clause: ValueClause, read: ReadSubject) -> float:
    """Nothing says what it is."""
    return float(read.entity.type is None)


@feature
def attribute_applies(clause: ValueClause, read: ReadSubject) -> float:
    """Its type is one that the attribute is for."""
    return float(clause.entry is not None and read.entity.type in clause.entry.applies_to)


@feature
def attribute_is_for_others(clause: ValueClause, read: ReadSubject) -> float:
    """Its type is none of those that the attribute is for."""
    applies = clause.entry.applies_to if clause.entry is not None else ()
    return float(bool(applies) and read.entity.type is not None and read.entity.type not in applies)


@feature
def object_that_attribute_is_for(clause: ValueClause, read: ReadSubject) -> float:
    """The verb's object, of a type that the attribute is for."""
    return float("object" in read.roles and attribute_applies(clause, read) > 0)


@feature
def unnamed(_clause: ValueClause, read: ReadSubject) -> float:
    """What the text is about and never names."""
    return float(read.entity.count == 0)


_OF_BOTH = {
    "does_passive",
    "free_beside_topical",
    "governed_beside_topical",
    "behind_topical",
    "heading_of_fragment",
    "heading_of_sentence_without_subject",
    "heading_phrase",
    "in_clause",
    "later_heading_phrase",
    "near_before",
    "near_behind",
    "next_before",
}
PHRASE_FEATURES = [f for f in FEATURES if f.__name__.startswith(("phrase", "topical")) or f.__name__ in _OF_BOTH]
ENTITY_FEATURES = [f for f in FEATURES if not f.__name__.startswith("phrase")]


def values_of(clause: ValueClause, read: ReadSubject) -> dict[str, float]:
    """Every feature of a candidate that is not 0, by its name, alone and with the family of the value."""
    found = {}
    for function in PHRASE_FEATURES if read.phrase is not None else ENTITY_FEATURES:
        value = function(clause, read)
        if value:
            found[function.__name__] = value
    return found
