"""Resolves pronouns and definite phrases: which entity "it" or "the programme" refers to at one place of a document.

A ``Discourse`` is what is known where the reading stands: the topic of the document, of its section and of its
paragraph, what recent sentences were about, and what they named. It never changes. ``at_block``, ``at_sentence`` and
``behind_sentence`` each give the discourse of a place further on, and ``resolve`` looks up what a referent stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from checker.language.language import word_set
from checker.language.names import Name, broad, fold, head_nouns, reporters
from checker.linguistics.agents import acts_beside, is_agent, is_person_or_acting_place, like_a_person
from checker.linguistics.definitional_subject import entry_name, opening_name
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.linguistics.sentence import ParsedSentence, Referent
from checker.linguistics.thresholds import (
    BELOW_HEADING_CHARACTERS,
    BELOW_HEADING_WORDS,
    HEADING_SHARE,
    LOWER_NAME_CHARACTERS,
    RECENT_TOPICS,
    RECENTLY_NAMED,
    TOPICS_FOR_A_NOUN,
)
from checker.model.document import Document
from checker.model.period import Period
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.model.value import Mention

_start = attrgetter("start")
_SHIPS = frozenset({"ship", "vehicle"})
_ACADEMIC = word_set("names/types", "academic")
_HIGHER = word_set("names/types", "academic_higher")
_OF_SHIPS = word_set("language/clauses", "ship_pronouns")
_CALLED = frozenset({"building", "structure"})
_SEATED = frozenset({"company", "university", "agency", "organisation"})
_BODIES = word_set("names/types", "bodies")
_EVENTS = word_set("names/types", "events_again")
_NOBODY = word_set("language/clauses", "impersonal")
_GOING_ON = frozenset({"it", "they", "this", "these"})


Resolved = tuple[EntityCluster | None, SubjectBasis]
"""The entity that a name, a pronoun or a definite phrase refers to, if any, and why."""
NAMED = SubjectBasis(SubjectReason.NAMED)


class Discourse(NamedTuple):
    """What is known at one place of a document that is read from its beginning."""

    entities: EntityIndex
    topic: EntityCluster | None = None
    section: EntityCluster | None = None
    paragraph: EntityCluster | None = None
    block: int = -1
    heading_block: int = -1
    """The block of the last heading."""
    heading_date: Mention | None = None
    """The date that is the heading over the current text, as in a timeline."""
    document_period: Period | None = None
    """The period that the whole text is for."""
    section_periods: tuple[tuple[int, Period], ...] = ()
    """The levels of the headings over the current text that name a period, and the periods, the nearest last."""
    lead_period: Period | None = None
    """The period that the line says which opens the current list."""
    entry_date: Mention | None = None
    """The date that the entry of a chronicle opens with."""
    speaker: EntityCluster | None = None
    """Whose words the current text quotes."""
    product: EntityCluster | None = None
    """What the last heading names that is no release: the product whose releases follow."""
    release: EntityCluster | None = None
    """The release that the current text is of."""
    release_block: int = -1
    """The block of the heading that opens it."""
    release_date: Mention | None = None
    recent_topics: tuple[EntityCluster, ...] = ()
    """What recent sentences were about, the latest last."""
    last_person: EntityCluster | None = None
    """The last person that a sentence was about."""
    recently_named: tuple[EntityCluster, ...] = ()
    """What was named last, the latest last."""
    sentence_before: ParsedSentence | None = None
    """The last sentence of the same block that does not open with "it" or the like, and so says what it is about."""
    named_in_sentence: tuple[tuple[int, EntityCluster], ...] = ()
    """What the current sentence names, with the word that each name begins at."""

    def current_period(self) -> Period | None:
        """The nearest of the periods that a line, the headings over the text and the whole document say."""
        section = self.section_periods[-1][1] if self.section_periods else None
        return self.lead_period or section or self.document_period

    def current_topic(self) -> EntityCluster | None:
        """What a sentence that names nothing is about."""
        return self.paragraph or self.section or self.topic

    def resolve(self, referent: Referent) -> Resolved:
        """The entity that a name, a pronoun or a definite phrase refers to, and why."""
        if referent.kind == "name" and referent.name is not None:
            entity = self._cluster(referent, referent.name)
            if self._is_named_by_its_seat(entity, referent):
                return self.topic, SubjectBasis(SubjectReason.TOPIC, f"the {referent.word}")
            return entity, NAMED
        if referent.kind == "pronoun":
            return self._pronoun(referent)
        return self._definite(referent)

    def _cluster(self, referent: Referent, name: Name) -> EntityCluster:
        """The entity with this name; an event is named with the noun behind it: ``the Corran fire``."""
        if referent.type == "event":
            text = f"{name.text} {referent.word}"
            name = Name(name.start, name.end, text, fold(text))
        return self.entities.find(name)

    def at_sentence(self, sentence: ParsedSentence) -> Discourse:
        """The discourse within a sentence, which knows what the sentence names."""
        named = tuple((r.first, self.entities.find(r.name)) for r in sentence.referents if r.kind == "name" and r.name)
        return self._replace(named_in_sentence=named)

    def behind_sentence(self, sentence: ParsedSentence, *, heading: bool) -> Discourse:
        """The discourse behind a sentence, which knows what it named and, unless it is a heading, was about."""
        behind = self.having_named(sentence.names)
        if not sentence.lower_forms or sentence.lower_forms[0] not in _GOING_ON:
            behind = behind._replace(sentence_before=sentence)
        lead = sentence_topic(sentence, behind)
        return behind if heading or lead is None or lead.type == "place" else behind._about(lead)

    def having_named(self, names: Iterable[Name]) -> Discourse:
        """The discourse behind a stretch of text that names these."""
        named = (*self.recently_named, *map(self.entities.find, names))[-RECENTLY_NAMED:]
        return self._replace(recently_named=named, named_in_sentence=())

    def _about(self, entity: EntityCluster) -> Discourse:
        """The discourse behind a sentence, or the beginning of one, that is about an entity."""
        topics = (*self.recent_topics, entity)[-RECENT_TOPICS:]
        return self._replace(recent_topics=topics, last_person=entity if entity.type == "person" else self.last_person)

    def at_block(self, document: Document, index: int, names: list[Name]) -> Discourse:
        """The discourse at the beginning of block ``index``, with what the headings before it open."""
        if index == self.block:
            return self
        discourse = self
        for i in range(self.block + 1, index + 1):
            kind = document.blocks[i].kind
            if kind == "title":
                discourse = discourse._replace(product=discourse._headed(document, i, opens=True))
            elif kind == "heading":
                discourse = discourse._under_heading(document, i, names)
            elif kind == "item":
                discourse = discourse._replace(recent_topics=())
        return discourse._in_paragraph(document, index, names)

    def _under_heading(self, document: Document, index: int, names: list[Name]) -> Discourse:
        """A heading opens a section, which is about what most of the heading names."""
        block, section = document.blocks[index], self._headed(document, index)
        whole = document.plain[block.start : block.end].strip(" #*:")
        first = bisect_left(names, block.start, key=_start)
        for name in names[first : bisect_left(names, block.end, first, key=_start)]:
            entity = self.entities.find(name)
            if len(name.text) >= HEADING_SHARE * len(whole) and not is_agent(entity) and entity.count > 1:
                section = entity
        named = () if whole.endswith("?") else self.recently_named
        within = self.release is not None and block.level > document.blocks[self.release_block].level
        product = self.product if within else section or self.product
        return self._replace(
            section=section, product=product, heading_block=index, recent_topics=(), recently_named=named
        )

    def _headed(self, document: Document, index: int, *, opens: bool = False) -> EntityCluster | None:
        """What a heading in lower case names, which the text below it goes on with: ``tidewatch, the app``.

        ``opens``: more words may follow without a comma, as in a title.
        """
        block = document.blocks[index]
        whole = document.plain[block.start : block.end].strip(" #*:")
        first = whole.split(" ", 1)[0].rstrip(",:") if opens else whole.split(",", 1)[0]
        if not first.islower() or not first.isidentifier() or len(first) < LOWER_NAME_CHARACTERS:
            return None
        behind = document.plain[block.end : block.end + BELOW_HEADING_CHARACTERS].split()[:BELOW_HEADING_WORDS]
        if not any(word.strip("\"'(.,") == first for word in behind):
            return None
        return self.entities.find(Name(block.start, block.start + len(first), first, first))

    def _in_paragraph(self, document: Document, index: int, names: list[Name]) -> Discourse:
        """A paragraph, or an entry of a list, may open with a topic of its own."""
        block = document.blocks[index]
        discourse = self._replace(block=index, paragraph=None, sentence_before=None)
        if block.kind not in {"paragraph", "item"}:
            return discourse
        own = opening_name(document.plain, block.start, block.end, names)
        if own is None and block.kind == "item":
            own = entry_name(document.plain, block.start, block.end, names)
        entity = self.entities.find(own) if own is not None else None
        if entity is None or (is_agent(entity) and entity.type != "person"):
            return discourse
        return discourse._replace(paragraph=entity)._about(entity)

    def _is_named_by_its_seat(self, entity: EntityCluster, referent: Referent) -> bool:
        """``the Lundby group``: the company that the text is about, by a place that is named nowhere else."""
        topic = self.topic
        if topic is None or entity is topic or entity.count > 1 or " " in entity.key or referent.word not in _BODIES:
            return False
        return topic.type == referent.type and topic.type in _SEATED

    def _definite(self, referent: Referent) -> Resolved:
        """What "the bridge" refers to: the last one that a sentence was about, the topic, or the last one named."""
        kind = referent.type
        kinds = broad().get(referent.word, frozenset({kind}))
        about = (self.paragraph, self.section, self.topic)
        for at, entity in reversed(self.named_in_sentence):
            if entity.type == kind and at < referent.first:
                return entity, SubjectBasis(SubjectReason.NAMED_BEFORE, f"the {referent.word}")
        for entity in reversed(self.recent_topics[-TOPICS_FOR_A_NOUN:]):
            if entity.type in kinds and _noun_fits(entity, referent):
                return entity, SubjectBasis(SubjectReason.LAST_NAMED, f"the {referent.word}")
        for candidate in about:
            if candidate is not None and candidate.type in kinds and _noun_fits(candidate, referent):
                return candidate, SubjectBasis(SubjectReason.TOPIC, f"the {referent.word}")
        for entity in reversed(self.recently_named):
            if entity.type == kind and _noun_fits(entity, referent):
                return entity, SubjectBasis(SubjectReason.LAST_NAMED, f"the {referent.word}")
        for candidate in about:
            if candidate is not None and (candidate.type == kind or (candidate.type is None and referent.name is None)):
                return candidate, SubjectBasis(SubjectReason.TOPIC, f"the {referent.word}")
        if referent.name is not None:
            return self.entities.find(referent.name), NAMED
        return None, NAMED

    def _pronoun(self, referent: Referent) -> Resolved:
        """A person for "he", no person for "it", several or a body for "they"; a ship may be "she"."""
        about, word = self.current_topic(), referent.word
        if referent.type != "person":
            of_a_thing = about is not None and about.type not in {None, "person"}
            for entity in reversed(self.recent_topics):
                if word in _NOBODY and is_person_or_acting_place(entity):
                    continue
                other = of_a_thing and entity is not about
                if entity.type != "person" and not (other and (like_a_person(entity) or acts_beside(entity, about))):
                    return entity, SubjectBasis(SubjectReason.SENTENCE_BEFORE, word)
            if word in _NOBODY and about is not None and is_person_or_acting_place(about):
                about = next(
                    (t for t in (self.section, self.topic) if t is not None and not is_person_or_acting_place(t)), None
                )
                return about, SubjectBasis(SubjectReason.TOPIC, word)
            return about, SubjectBasis(SubjectReason.TOPIC, word)
        last = self.recent_topics[-1] if self.recent_topics else about
        if word in _OF_SHIPS and last is not None and last.type in _SHIPS:
            return last, SubjectBasis(SubjectReason.SHIP, word)
        for at, entity in self.named_in_sentence:
            if at < referent.first and (entity.type == "person" or like_a_person(entity)):
                return entity, SubjectBasis(SubjectReason.PERSON_BEFORE, word)
        if self.last_person is not None:
            return self.last_person, SubjectBasis(SubjectReason.LAST_PERSON, word)
        for entity in (
            *reversed(self.recent_topics),
            *reversed([t for _, t in self.named_in_sentence]),
            *reversed(self.recently_named),
        ):
            if entity.type == "person" or like_a_person(entity):
                return entity, SubjectBasis(SubjectReason.LAST_PERSON, word)
        if about is not None and about.type not in {None, "person"}:
            return self.entities.unnamed(), SubjectBasis(SubjectReason.NEVER_NAMED, word)
        return about, SubjectBasis(SubjectReason.TOPIC, word)


def _noun_fits(entity: EntityCluster, referent: Referent) -> bool:
    """No hall is "the museum": a building is called by its own noun, or by one for all buildings."""
    if entity.type == "university":
        own = [part for part in entity.key.split(" ") if part in _ACADEMIC]
        return not own or referent.word in own or referent.word not in _HIGHER
    if entity.type in {"agency", "event"} and referent.word not in broad() and referent.word not in _BODIES | _EVENTS:
        own = [part for part in entity.key.split(" ") if head_nouns().get(part) == entity.type]
        return not own or referent.word in own
    if entity.type in {"place", "landform"}:
        own = [part for part in entity.key.split(" ") if head_nouns().get(part) == entity.type]
        return not own or referent.word in own
    if entity.type not in _CALLED or referent.word in broad() or referent.word in _CALLED:
        return True
    own = [part for part in entity.key.split(" ") if head_nouns().get(part) == entity.type]
    return not own or referent.word in own


def sentence_topic(parsed: ParsedSentence, discourse: Discourse) -> EntityCluster | None:
    """What a sentence is about: the first name or reference that no preposition governs, or else its owner."""
    for referent in parsed.referents:
        if referent.preposition is None and not referent.possessive:
            entity, _ = discourse.resolve(referent)
            if entity is not None and entity.key not in reporters():
                return entity
    for referent in parsed.referents[:1]:
        if referent.possessive and referent.first == 0 and referent.kind == "definite":
            return discourse.resolve(referent)[0]
    return None
