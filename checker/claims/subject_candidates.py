"""Lists what a value may be of, where no rule of grammar says so for sure, each with all that speaks for it.

A candidate is an entity that the sentence names or refers to, one that the text has been about or has named last, what
the rules of grammar would take (``subject_resolution``), or a noun phrase without a name ("the mast"): that is a part
of its owner, or of what the text is about. Nothing is decided here: ``subject_features`` turns a candidate into
numbers, and ``subject_ranking`` weighs them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.claims.key_subjects import measured_nouns, part_name
from checker.claims.thresholds import LAST_NAMED_CANDIDATES, OWNED_REACH, RECENT_TOPIC_CANDIDATES
from checker.claims.topic_parts import counts_people, is_event_noun, site_nouns
from checker.language.names import head_nouns
from checker.language.words import singular
from checker.linguistics.clauses import Grammar, Topical, grammar_of
from checker.linguistics.coreference import Discourse
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.noun_phrases import NounPhrase
from checker.linguistics.sentence import CLAUSE_MARKS, ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.model.claim import Binding
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.model.rule import AttributeEntry


@dataclass(frozen=True, slots=True)
class ValueClause:
    """One value in its clause, with the attribute that the words call for and what the rules of grammar would take."""

    grammar: Grammar
    index: int
    """Which of the sentence's mentions it is."""
    discourse: Discourse
    chosen: Sequence[SubjectCandidate]
    """What the rules of grammar would take."""
    entry: AttributeEntry | None
    attribute_at: int
    """The word that calls for the attribute; -1 where none does."""
    topical: Topical | None
    """The phrase that the clause is about."""
    bounds: tuple[int, int]
    """The words of the clause."""
    names_nothing: bool
    """The sentence has no name."""
    sure: bool = False
    """The rules of grammar are sure of what they would take, and the clause is about nothing else."""
    rule: str = ""
    """The rule of grammar that would take it."""

    @property
    def parsed(self) -> ParsedSentence:
        """The sentence."""
        return self.grammar.parsed

    @property
    def span(self) -> tuple[int, int]:
        """The words of the value."""
        return self.parsed.spans[self.index]


@dataclass(frozen=True, slots=True)
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
    verbs_between: int
    comma_between: bool
    mark_between: bool
    """A semicolon, a colon or the like stands between the two."""
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
    """What it is in the text: its section, its current_topic; what the sentence goes_on about; or chosen, and why."""
    occurrences: list[Occurrence] = field(default_factory=list)
    recent: int | None = None
    """How many sentences ago one was about it, from 0."""

    def candidate(self) -> SubjectCandidate:
        """The same without the grounds."""
        part, written = (part_name(self.phrase.text), self.phrase.written) if self.phrase else ("", "")
        return SubjectCandidate(self.entity, self.basis, self.binding, part, written)


def clause_of(
    grammar: Grammar,
    index: int,
    discourse: Discourse,
    chosen: Sequence[SubjectCandidate] = (),
    entry: AttributeEntry | None = None,
    attribute_at: int = -1,
    sure: bool = False,
    rule: str = "",
) -> ValueClause:
    """A value in its clause."""
    first = grammar.parsed.spans[index][0]
    nothing = all(referent.kind != "name" for referent in grammar.parsed.referents)
    topical, bounds = grammar.topical(first), grammar.bounds(first)
    return ValueClause(grammar, index, discourse, chosen, entry, attribute_at, topical, bounds, nothing, sure, rule)


def read_subjects(clause: ValueClause) -> list[ReadSubject]:
    """All candidates, in the order in which they are met: those of the sentence first."""
    found: dict[str, ReadSubject] = {}
    for read in (*_occurrences(clause), *_topic_again(clause)):
        known = found.setdefault(read.entity.key, read)
        if known is not read:
            known.occurrences += read.occurrences
    _take_chosen(clause, found)
    _take_around(clause.discourse, found)
    phrases = [*_phrases(clause), *_phrases_before(clause)]
    for read in phrases:
        for one in clause.chosen:
            if _is_part(one, read):
                read.roles |= _roles_of(one, clause.rule)
    return [*found.values(), *phrases]


def _occurrences(clause: ValueClause) -> Iterator[ReadSubject]:
    parsed, led = clause.parsed, False
    for referent in parsed.referents:
        entity, why = clause.discourse.resolve(referent)
        free = referent.preposition is None and not referent.possessive
        leads, led = free and not led, led or free
        if entity is None:
            continue
        places = (referent.first, referent.last, referent.kind, referent.preposition, referent.possessive, leads)
        binding: Binding = (
            "named" if referent.kind == "name" else "topic" if why.reason is SubjectReason.TOPIC else "referred"
        )
        yield ReadSubject(entity, why, binding, occurrences=[_place(clause, *places)])


def _place(
    clause: ValueClause, first: int, last: int, kind: str, preposition: str | None, possessive: bool, leads: bool
) -> Occurrence:
    parsed, (begin, end) = clause.parsed, clause.span
    before = last <= begin
    a, b = (last, begin) if before else (end, first)
    low = parsed.lower_forms[a:b]
    verbs = sum(a <= v < b for v in parsed.verbs)
    marked = not CLAUSE_MARKS.isdisjoint(low)
    between = sum(a <= r.first and r.last <= b for r in parsed.referents)
    return Occurrence(first, last, kind, preposition, possessive, before, verbs, "," in low, marked, between, leads)


def _phrases(clause: ValueClause) -> Iterator[ReadSubject]:
    """The noun phrases of the sentence, each as something of its owner or of what the text is about."""
    current = _current(clause.discourse)
    resolve = clause.discourse.resolve
    references = [r for r in clause.parsed.referents if r.kind != "name" and resolve(r)[0] is not None]
    referred = {i for r in references for i in range(r.first, r.last)}
    leads = True
    for phrase in clause.grammar.noun_phrases:
        if (phrase.last - 1 in referred and " " not in phrase.text) or _is_what_is_stated(clause, phrase):
            continue
        if _is_name_with_verb(clause.parsed, phrase):
            continue
        if (
            _is_topic_again(phrase, current)
            or _is_topic_by_noun(phrase, current)
            or _describes_topic(clause, phrase)
            or _is_no_part(clause, phrase.head)
        ):
            leads = leads and phrase.preposition is not None
            continue
        owner = _owner_of(clause, phrase)
        free = phrase.preposition is None
        place = _place(clause, phrase.first, phrase.last, "phrase", phrase.preposition, False, leads and free)
        leads = leads and not free
        basis = SubjectBasis(SubjectReason.TOPIC, part=phrase.text)
        yield ReadSubject(owner or current, basis, "named" if owner else "topic", phrase, occurrences=[place])


def _is_name_with_verb(parsed: ParsedSentence, phrase: NounPhrase) -> bool:
    """A name and the past tense behind it that no list of verbs knows: ``Otto Marlow died``."""
    last = parsed.lower_forms[phrase.last - 1]
    return last.endswith("ed") and any(
        r.kind == "name" and phrase.first <= r.first and r.last == phrase.last - 1 for r in parsed.referents
    )


def _topic_again(clause: ValueClause) -> Iterator[ReadSubject]:
    """``The college's endowment``: the entity that the text is about, by a noun of its name or for its type."""
    current = _current(clause.discourse)
    for phrase in clause.grammar.noun_phrases:
        if _is_topic_again(phrase, current):
            owns = clause.parsed.lower_forms[phrase.last : phrase.last + 1] == ["'s"]
            place = _place(clause, phrase.first, phrase.last, "definite", phrase.preposition, owns, False)
            yield ReadSubject(
                current, SubjectBasis(SubjectReason.TOPIC, f"the {phrase.text}"), "topic", occurrences=[place]
            )


def _is_topic_again(phrase: NounPhrase, topic: EntityCluster) -> bool:
    if phrase.determiner != "definite" or " " in phrase.text:
        return False
    return _is_topic_by_noun(phrase, topic) or (topic.type is not None and head_nouns().get(phrase.head) == topic.type)


def _is_topic_by_noun(phrase: NounPhrase, topic: EntityCluster) -> bool:
    """A noun of the name of what the text is about, which is no part of that: ``every bridge`` of Harlow Bridge."""
    return " " not in phrase.text and phrase.determiner != "owned" and phrase.head in topic.key.split(" ")


def _describes_topic(clause: ValueClause, phrase: NounPhrase) -> bool:
    """``A brick hall, completed in 1887.``: it opens the sentence, without a verb, and says what an entity is."""
    if phrase.determiner != "indefinite" or phrase.first > 1:
        return False
    first, last = clause.grammar.bounds(phrase.first)
    return not any(first <= verb < last for verb in clause.grammar.verbs)


def _is_no_part(clause: ValueClause, head: str) -> bool:
    """What happens to an entity is no part of it, nor is its site where people are counted."""
    return is_event_noun(head) or (head in site_nouns() and counts_people(clause.parsed, clause.index))


def _is_what_is_stated(clause: ValueClause, phrase: NounPhrase) -> bool:
    """The phrase names the attribute, or what is counted, and so nothing that has the value: ``the profit was``."""
    head = phrase.head
    if phrase.first <= clause.attribute_at < phrase.last or head in measured_nouns():
        return True
    if clause.entry is not None and any(head == singular(w) for n in clause.entry.nouns for w in n.split(" ")):
        return True
    noun = clause.parsed.mentions[clause.index].noun
    return noun is not None and singular(noun.rpartition(" ")[2]) == head


def _phrases_before(clause: ValueClause) -> Iterator[ReadSubject]:
    """What "it" may go on about without a name: what the sentence before is about, unless that is a bare word."""
    places = [
        _place(clause, r.first, r.last, "phrase", r.preposition, r.possessive, r.first == 0)
        for r in clause.parsed.referents
        if r.kind == "pronoun" and r.type != "person"
    ]
    before = clause.discourse.sentence_before if places else None
    phrase = grammar_of(before).main_noun_phrase() if before is not None else None
    if phrase is not None and (phrase.determiner != "none" or " " in phrase.text):
        basis = SubjectBasis(SubjectReason.SENTENCE_BEFORE, part=phrase.text)
        yield ReadSubject(_current(clause.discourse), basis, "topic", phrase, {"goes_on"}, places)


def _current(discourse: Discourse) -> EntityCluster:
    return discourse.current_topic() or discourse.entities.unnamed()


def _owner_of(clause: ValueClause, phrase: NounPhrase) -> EntityCluster | None:
    """Whose it is: a name before "'s", or one behind "of"."""
    for referent in clause.parsed.referents:
        owns = referent.possessive and phrase.owner is not None and abs(referent.last - phrase.owner) <= 1
        of = referent.preposition == "of" and 0 < referent.first - phrase.last <= OWNED_REACH
        owner = clause.discourse.resolve(referent)[0] if owns or (of and referent.kind == "name") else None
        if owner is not None and owner.type != "place":
            return owner
    return None


def _is_part(one: SubjectCandidate, read: ReadSubject) -> bool:
    """The rules of grammar would take this part of the same entity."""
    return read.phrase is not None and one.part == read.phrase.head and one.entity.key == read.entity.key


def _take_chosen(clause: ValueClause, found: dict[str, ReadSubject]) -> None:
    """What the rules of grammar would take, or take a part of."""
    for one in clause.chosen:
        known = found.setdefault(one.entity.key, ReadSubject(one.entity, one.basis, one.binding))
        if not one.part:
            known.roles |= _roles_of(one, clause.rule)


def _roles_of(chosen: SubjectCandidate, rule: str) -> set[str]:
    """What is so of what the rules of grammar would take: that they would, by which rule, how it is bound, and why."""
    reason = chosen.basis.reason.name.lower()
    return {"chosen", f"chosen_{chosen.binding}", f"chosen_as_{reason}", f"chosen_by_{rule}"}


def _take_around(discourse: Discourse, found: dict[str, ReadSubject]) -> None:
    """What the text, its section and its paragraph are about, sentences before were about, and names before named."""
    topic, current = SubjectBasis(SubjectReason.TOPIC), discourse.current_topic()
    for role, entity in (("topic", discourse.topic), ("section", discourse.section), ("current_topic", current)):
        if entity is not None:
            found.setdefault(entity.key, ReadSubject(entity, topic, "topic")).roles.add(role)
    before = SubjectBasis(SubjectReason.SENTENCE_BEFORE)
    for n, entity in enumerate(reversed(discourse.recent_topics[-RECENT_TOPIC_CANDIDATES:])):
        known = found.setdefault(entity.key, ReadSubject(entity, before, "referred"))
        known.recent = n if known.recent is None else known.recent
    last = SubjectBasis(SubjectReason.LAST_NAMED)
    for entity in reversed(discourse.recently_named[-LAST_NAMED_CANDIDATES:]):
        found.setdefault(entity.key, ReadSubject(entity, last, "referred"))
