"""Lists the entities that a value in a sentence may be of, each with all that the sentence and the text say for it.

A candidate is an entity named or referred to in the sentence, in each of its grammatical roles there, or one that the
text has been about so far. Nothing is decided here: ``subject_features`` turns a candidate into numbers, and
``subject_ranking`` weighs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.claims.agent_roles import means, shared_undertaking, topic_taken_part_in
from checker.claims.attribute_triggers import Trigger
from checker.claims.key_subjects import part_name
from checker.claims.open_attributes import governing_verb
from checker.claims.subject_roles import roles_of_values
from checker.claims.thresholds import LAST_NAMED_CANDIDATES, OBJECT_WORDS, RECENT_TOPIC_CANDIDATES
from checker.language.words import singular
from checker.linguistics.clauses import Grammar, Topical
from checker.linguistics.coreference import Discourse
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.noun_phrases import NounPhrase
from checker.linguistics.sentence import CLAUSE_MARKS, ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.linguistics.syntax import (
    grammatical_subject,
    is_reduced_participle,
    objects_of,
    opening_participle,
    relative_antecedent,
    voice_of,
)
from checker.model.claim import Binding
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.model.rule import AttributeEntry


@dataclass(frozen=True, slots=True)
class ValueClause:
    """One value in its sentence, with the verb it belongs to and the attribute that the words call for."""

    grammar: Grammar
    index: int
    """Which of the sentence's mentions it is."""
    discourse: Discourse
    verb: int | None = None
    """The word of the verb that governs the value, or that calls for its attribute."""
    voice: str = ""
    """Of that verb: active, passive or open."""
    called: bool = False
    """The verb calls for the attribute."""
    entry: AttributeEntry | None = None
    attribute_at: int | None = None
    """The word that calls for the attribute."""
    by_law: bool = False
    """The sentence names the law that the value goes back to."""
    topical: Topical | None = None
    """The phrase that the value's clause is about."""

    @property
    def parsed(self) -> ParsedSentence:
        """The sentence."""
        return self.grammar.parsed

    bounds: tuple[int, int] = (0, 0)
    """The words of the value's clause."""

    @property
    def kind(self) -> str:
        """The kind of the value."""
        return self.parsed.mentions[self.index].kind

    @property
    def span(self) -> tuple[int, int]:
        """The words of the value."""
        return self.parsed.spans[self.index]


@dataclass(slots=True)
class Occurrence:
    """One place in the sentence that names or refers to a candidate."""

    first: int
    last: int
    """Index behind the last word."""
    kind: str
    """name, pronoun, definite (a noun that refers to an entity) or phrase (any other noun phrase)."""
    preposition: str | None
    """The preposition right before, if any."""
    possessive: bool
    before: bool
    """It ends before the value."""
    words_between: int
    verbs_between: int
    commas_between: int
    marks_between: int
    """Semicolons, colons and the like."""
    referents_between: int
    leads: bool
    """It is the first in the sentence that no preposition governs and that owns nothing."""


@dataclass(slots=True)
class ReadSubject:
    """An entity, or something of it, that the value may be of, and why."""

    entity: EntityCluster
    basis: SubjectBasis
    binding: Binding
    phrase: NounPhrase | None = None
    """What is meant where that has no name: something of the entity."""
    roles: set[str] = field(default_factory=set)
    """In the sentence: subject, object, owner and others; in the text: topic, section, paragraph and others."""
    occurrences: list[Occurrence] = field(default_factory=list)
    groups: list[list[EntityCluster]] = field(default_factory=list)
    """The entities that "and" joins it with in one role."""
    recent: int | None = None
    """How many sentences ago one was about it, from 0."""
    last_named: int | None = None
    """How many names ago it was named before the sentence, from 0."""

    def candidate(self, entity: EntityCluster | None = None) -> SubjectCandidate:
        """The same without the grounds, or for an entity joined with it."""
        part, written = (part_name(self.phrase.text), self.phrase.written) if self.phrase else ("", "")
        return SubjectCandidate(entity or self.entity, self.basis, self.binding, part, written)


def clause_of(
    grammar: Grammar,
    index: int,
    triggers: list[Trigger],
    discourse: Discourse,
    entry: AttributeEntry | None,
    by_law: bool = False,
) -> ValueClause:
    """A value in its sentence, with its verb."""
    parsed = grammar.parsed
    trigger = triggers[0] if triggers else None
    called = trigger is not None and (trigger.manner == "verb" or trigger.at in parsed.verbs)
    verb = trigger.at if called and trigger is not None else governing_verb(parsed, index)
    form = "ing" if verb is not None and parsed.lower_forms[verb].endswith("ing") else "ed"
    voice = voice_of(parsed, verb, form) if verb is not None else ""
    at = trigger.at if trigger is not None and trigger.at >= 0 else None
    topical = grammar.topical(parsed.spans[index][0])
    return ValueClause(
        grammar,
        index,
        discourse,
        verb,
        voice,
        called,
        entry,
        at,
        by_law,
        topical,
        grammar.bounds(parsed.spans[index][0]),
    )


def read_subjects(clause: ValueClause, triggers: list[Trigger]) -> list[ReadSubject]:
    """All candidates, in the order in which they are met: those of the sentence first."""
    found: dict[str, ReadSubject] = {}

    def take(role: str, group: list[SubjectCandidate]) -> None:
        for one in group:
            known = found.get(one.entity.key)
            if known is None:
                known = found[one.entity.key] = ReadSubject(one.entity, one.basis, one.binding)
            known.roles.add(role)
            known.groups.append([c.entity for c in group])

    for read in _occurrences(clause):
        known = found.setdefault(read.entity.key, read)
        if known is not read:
            known.occurrences += read.occurrences
    for role, candidates in _in_roles(clause, triggers):
        take(role, candidates)
    for role, entity in _around(clause.discourse):
        take(role, [SubjectCandidate(entity, SubjectBasis(SubjectReason.TOPIC), "topic")])
    _remember(clause.discourse, found)
    for entity in clause.discourse.heading_named:
        basis = SubjectBasis(SubjectReason.TOPIC)
        found.setdefault(entity.key, ReadSubject(entity, basis, "referred")).roles.add("in_heading")
    return [*found.values(), *_phrases(clause), *_phrases_before(clause)]


def _occurrences(clause: ValueClause) -> Iterator[ReadSubject]:
    parsed = clause.parsed
    led = False
    for referent in parsed.referents:
        entity, why = clause.discourse.resolve(referent)
        leads = not led and referent.preposition is None and not referent.possessive
        led = led or leads
        if entity is None:
            continue
        place = _place(
            clause, referent.first, referent.last, referent.kind, referent.preposition, referent.possessive, leads
        )
        binding: Binding = (
            "named" if referent.kind == "name" else "topic" if why.reason is SubjectReason.TOPIC else "referred"
        )
        yield ReadSubject(entity, why, binding, occurrences=[place])


def _place(
    clause: ValueClause, first: int, last: int, kind: str, preposition: str | None, possessive: bool, leads: bool
) -> Occurrence:
    parsed, (begin, end) = clause.parsed, clause.span
    before = last <= begin
    a, b = (last, begin) if before else (end, first)
    low = parsed.lower_forms[a:b]
    return Occurrence(
        first,
        last,
        kind,
        preposition,
        possessive,
        before,
        max(0, b - a),
        sum(a <= v < b for v in parsed.verbs),
        low.count(","),
        sum(word in CLAUSE_MARKS for word in low),
        sum(a <= r.first and r.last <= b for r in parsed.referents),
        leads,
    )


def _phrases(clause: ValueClause) -> Iterator[ReadSubject]:
    """The noun phrases of the sentence, each as something of its owner or of what the text is about."""
    parsed, discourse = clause.parsed, clause.discourse
    current = discourse.current_topic() or discourse.entities.unnamed()
    referred = {i for r in parsed.referents if r.kind != "name" for i in range(r.first, r.last)}
    leads = True
    for phrase in clause.grammar.noun_phrases:
        if phrase.last - 1 in referred or _is_what_is_stated(clause, phrase):
            continue
        owner = _owner_of(clause, phrase) or current
        place = _place(
            clause, phrase.first, phrase.last, "phrase", phrase.preposition, False, leads and phrase.preposition is None
        )
        leads = leads and phrase.preposition is not None
        basis = SubjectBasis(SubjectReason.TOPIC, part=phrase.text)
        read = ReadSubject(owner, basis, "named" if owner is not current else "topic", phrase, occurrences=[place])
        free = phrase.preposition is None
        if clause.verb is not None and free and phrase.last <= clause.verb:
            nearer = any(phrase.last <= v < clause.verb for v in parsed.verbs)
            if not nearer:
                read.roles.add("subject")
        if (
            clause.verb is not None
            and free
            and phrase.first > clause.verb
            and not any(clause.verb < v < phrase.first for v in parsed.verbs)
            and phrase.first - clause.verb <= OBJECT_WORDS
        ):
            read.roles.add("object")
        yield read


def _is_what_is_stated(clause: ValueClause, phrase: NounPhrase) -> bool:
    """The phrase names the attribute, or what is counted, and so nothing that has the value: ``the profit was``."""
    head = phrase.text.rpartition(" ")[2]
    if clause.attribute_at is not None and phrase.first <= clause.attribute_at < phrase.last:
        return True
    if clause.entry is not None and any(head == singular(w) for n in clause.entry.nouns for w in n.split(" ")):
        return True
    noun = clause.parsed.mentions[clause.index].noun
    return noun is not None and singular(noun.rpartition(" ")[2]) == head


def _phrases_before(clause: ValueClause) -> Iterator[ReadSubject]:
    """What "it" may go on about without a name: the phrase of the sentence before; and the phrases of the heading."""
    discourse = clause.discourse
    current = discourse.current_topic() or discourse.entities.unnamed()
    phrase = discourse.phrase_before
    places = [
        _place(clause, r.first, r.last, "phrase", r.preposition, r.possessive, r.first == 0)
        for r in clause.parsed.referents
        if r.kind == "pronoun" and r.type != "person"
    ]
    if phrase is not None and places:
        basis = SubjectBasis(SubjectReason.SENTENCE_BEFORE, part=phrase.text)
        yield ReadSubject(current, basis, "topic", phrase, {"phrase_before"}, occurrences=places)
    for n, headed in enumerate(discourse.heading_phrases):
        basis = SubjectBasis(SubjectReason.TOPIC, part=headed.text)
        yield ReadSubject(current, basis, "topic", headed, {"heading_phrase"} if n == 0 else {"later_heading_phrase"})


def _owner_of(clause: ValueClause, phrase: NounPhrase) -> EntityCluster | None:
    """Whose it is: a name before "'s", or one behind "of"."""
    parsed = clause.parsed
    for referent in parsed.referents:
        owns = referent.possessive and phrase.owner is not None and abs(referent.last - phrase.owner) <= 1
        of = referent.kind == "name" and referent.preposition == "of" and 0 < referent.first - phrase.last <= 2
        if owns or of:
            return clause.discourse.resolve(referent)[0]
    return None


def _in_roles(clause: ValueClause, triggers: list[Trigger]) -> Iterator[tuple[str, list[SubjectCandidate]]]:
    """The candidates in each grammatical role, by the role's name."""
    parsed, index, discourse, verb = clause.parsed, clause.index, clause.discourse, clause.verb
    yield from roles_of_values(clause, triggers)
    yield "takes_part", topic_taken_part_in(parsed, discourse)
    yield "undertakes", shared_undertaking(parsed, index, discourse)
    if verb is None:
        return
    yield "subject", grammatical_subject(parsed, verb, discourse)
    yield "antecedent", relative_antecedent(parsed, verb, discourse)
    yield "object", objects_of(parsed, verb, discourse)
    yield "means", means(parsed, verb, discourse)
    if clause.voice == "open" and verb <= 1:
        yield "opening_participle", opening_participle(parsed, verb, discourse)
    if clause.voice == "open" and is_reduced_participle(parsed, verb):
        before = [r for r in parsed.referents if r.last <= verb]
        entity = discourse.resolve(before[-1])[0] if before else None
        if entity is not None:
            yield "reduced_participle", [SubjectCandidate(entity, SubjectBasis(SubjectReason.BEFORE_PARTICIPLE))]


def _around(discourse: Discourse) -> Iterator[tuple[str, EntityCluster]]:
    """What the text, its section and its paragraph are about."""
    for role in ("topic", "section", "paragraph"):
        entity = getattr(discourse, role)
        if entity is not None:
            yield role, entity
    current = discourse.current_topic()
    if current is not None:
        yield "current_topic", current


def _remember(discourse: Discourse, found: dict[str, ReadSubject]) -> None:
    """What sentences before were about, and what they named."""
    for n, entity in enumerate(reversed(discourse.recent_topics[-RECENT_TOPIC_CANDIDATES:])):
        basis = SubjectBasis(SubjectReason.SENTENCE_BEFORE)
        known = found.setdefault(entity.key, ReadSubject(entity, basis, "referred"))
        known.recent = n if known.recent is None else known.recent
    for n, entity in enumerate(reversed(discourse.recently_named[-LAST_NAMED_CANDIDATES:])):
        known = found.setdefault(entity.key, ReadSubject(entity, SubjectBasis(SubjectReason.LAST_NAMED), "referred"))
        known.last_named = n if known.last_named is None else known.last_named
