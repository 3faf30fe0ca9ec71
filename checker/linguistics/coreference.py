"""Resolves pronouns and definite phrases: which entity "it" or "the programme" refers to at one place of a document.

A ``Discourse`` holds what has been read so far: the topic of the document, of its section and of its paragraph, what
recent sentences were about, and what they named. Each sentence is taken in by ``begin_sentence``, its referents are
looked up by ``resolve``, which changes nothing, and ``end_sentence`` remembers it for the sentences behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter

from checker.language.language import word_set
from checker.language.names import Name, broad, fold, head_nouns, reporters
from checker.language.release_lines import release_line
from checker.linguistics.agents import acts_beside, is_agent, is_person_or_acting_place, like_a_person
from checker.linguistics.definitional_subject import entry_name, opening_name
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.linguistics.sentence import ParsedSentence, Referent
from checker.model.document import Block, Document
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.model.value import Mention

_start = attrgetter("start")
_RECENT = 30
_SHORTEST = 4
_BELOW = 400
_FIRST_WORDS = 12
"""So soon below a heading in lower case the text names what that names."""
_SHIPS = frozenset({"ship", "vehicle"})
_ACADEMIC = word_set("names/types", "academic")
_HIGHER = word_set("names/types", "academic_higher")
_CALLED = frozenset({"building", "structure"})
_SEATED = frozenset({"company", "university", "agency", "organisation"})
_BODIES = word_set("names/types", "bodies")
_EVENTS = word_set("names/types", "events_again")
_NOBODY = word_set("language/clauses", "impersonal")


Resolved = tuple[EntityCluster | None, SubjectBasis]
"""The entity that a name, a pronoun or a definite phrase refers to, if any, and why."""
NAMED = SubjectBasis(SubjectReason.NAMED)


@dataclass(slots=True)
class Discourse:
    """Where the reading stands in one document."""

    entities: EntityIndex
    topic: EntityCluster | None = None
    section: EntityCluster | None = None
    paragraph: EntityCluster | None = None
    block: int = -1
    heading_block: int = -1
    """The block of the last heading."""
    heading_date: Mention | None = None
    """The date that is the heading over the current text, as in a timeline."""
    title_period: Mention | None = None
    """The period that the title says the whole text reports on."""
    report_period: Mention | None = None
    """The period that the title, or the heading over the current text, says its figures are for."""
    heading_period: Mention | None = None
    """The same, whatever the line that opens a list may say."""
    entry_date: Mention | None = None
    """The date that the entry of a chronicle opens with."""
    speaker: EntityCluster | None = None
    """Whose words the current text quotes."""
    product: EntityCluster | None = None
    """What the last heading names that is no release: the product whose releases follow."""
    release: EntityCluster | None = None
    """The release that the current text is of."""
    release_block: int = -1
    release_date: Mention | None = None
    recent_topics: list[EntityCluster] = field(default_factory=list)
    """What recent sentences were about, the latest last."""
    recent_people: list[EntityCluster] = field(default_factory=list)
    recently_named: list[EntityCluster] = field(default_factory=list)
    """Everything named so far, the latest last."""

    named_in_sentence: list[tuple[int, EntityCluster]] = field(default_factory=list)
    """What the current sentence names, with the word that each name begins at."""

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
        return self.entities.cluster_of(name)

    def begin_sentence(self, sentence: ParsedSentence) -> None:
        """Take in what a sentence names, and the types that the nouns behind the names give: ``the Lundby company``."""
        self.named_in_sentence = []
        for referent in sentence.referents:
            if referent.kind != "name" or referent.name is None:
                continue
            self.named_in_sentence.append((referent.first, self.entities.cluster_of(referent.name)))
            entity = self._cluster(referent, referent.name)
            if entity.type is None and referent.type is not None and not self._is_named_by_its_seat(entity, referent):
                entity.type = referent.type

    def end_sentence(self, sentence: ParsedSentence, *, told: bool) -> None:
        """Remember what a sentence named and, unless it is a heading (``told``), what it was about."""
        self.named_in_sentence = []
        self.recently_named.extend(self.entities.cluster_of(name) for name in sentence.names)
        lead = sentence_topic(sentence, self)
        if lead is not None and lead.type != "place" and told:
            self.recent_topics.append(lead)
            if lead.type == "person":
                self.recent_people.append(lead)

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
        for entity in reversed(self.recent_topics[-6:]):
            if entity.type in kinds and _noun_fits(entity, referent):
                return entity, SubjectBasis(SubjectReason.LAST_NAMED, f"the {referent.word}")
        for candidate in about:
            if candidate is not None and candidate.type in kinds and _noun_fits(candidate, referent):
                return candidate, SubjectBasis(SubjectReason.TOPIC, f"the {referent.word}")
        for entity in reversed(self.recently_named[-_RECENT:]):
            if entity.type == kind and _noun_fits(entity, referent):
                return entity, SubjectBasis(SubjectReason.LAST_NAMED, f"the {referent.word}")
        for candidate in about:
            if candidate is not None and (candidate.type == kind or (candidate.type is None and referent.name is None)):
                return candidate, SubjectBasis(SubjectReason.TOPIC, f"the {referent.word}")
        if referent.name is not None:
            return self.entities.cluster_of(referent.name), NAMED
        return None, NAMED

    def _pronoun(self, referent: Referent) -> Resolved:
        """A person for "he", no person for "it", several or a body for "they"; a ship may be "she"."""
        about, word = self.current_topic(), referent.word
        if referent.type != "person":
            told = about is not None and about.type not in {None, "person"}
            for entity in reversed(self.recent_topics):
                if word in _NOBODY and is_person_or_acting_place(entity):
                    continue
                other = told and entity is not about
                if entity.type != "person" and not (other and (like_a_person(entity) or acts_beside(entity, about))):
                    return entity, SubjectBasis(SubjectReason.SENTENCE_BEFORE, word)
            if word in _NOBODY and about is not None and is_person_or_acting_place(about):
                about = next(
                    (t for t in (self.section, self.topic) if t is not None and not is_person_or_acting_place(t)), None
                )
                return about, SubjectBasis(SubjectReason.TOPIC, word)
            return about, SubjectBasis(SubjectReason.TOPIC, word)
        last = self.recent_topics[-1] if self.recent_topics else about
        if word in {"she", "her"} and last is not None and last.type in _SHIPS:
            return last, SubjectBasis(SubjectReason.SHIP, word)
        for at, entity in self.named_in_sentence:
            if at < referent.first and (entity.type == "person" or like_a_person(entity)):
                return entity, SubjectBasis(SubjectReason.PERSON_BEFORE, word)
        if self.recent_people:
            return self.recent_people[-1], SubjectBasis(SubjectReason.LAST_PERSON, word)
        for entity in (
            *reversed(self.recent_topics),
            *reversed([t for _, t in self.named_in_sentence]),
            *reversed(self.recently_named[-_RECENT:]),
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


def enter(discourse: Discourse, document: Document, index: int, names: list[Name]) -> None:
    """Move the reading to block ``index``: headings open sections, paragraphs may have a topic of their own."""
    if index == discourse.block:
        return
    for i in range(discourse.block + 1, index + 1):
        block = document.blocks[i]
        if block.kind == "title":
            whole = document.plain[block.start : block.end].strip(" #*:")
            discourse.product = _headed(discourse, document, block, whole, opens=True)
        if block.kind == "heading":
            first = bisect_left(names, block.start, key=_start)
            inside = names[first : bisect_left(names, block.end, first, key=_start)]
            whole = document.plain[block.start : block.end].strip(" #*:")
            discourse.section = discourse.product = _headed(discourse, document, block, whole)
            for name in inside:
                entity = discourse.entities.cluster_of(name)
                if len(name.text) >= 0.6 * len(whole) and not is_agent(entity) and entity.count > 1:
                    discourse.section = discourse.product = entity
            discourse.heading_block = i
            discourse.recent_topics.clear()
            if whole.endswith("?"):
                discourse.recently_named.clear()
        if block.kind == "item":
            discourse.recent_topics.clear()
        if i == index:
            own = opening_name(document.plain, block.start, block.end, names)
            if own is None and block.kind == "item":
                own = entry_name(document.plain, block.start, block.end, names)
            discourse.paragraph = None
            if own is not None and block.kind in {"paragraph", "item"}:
                entity = discourse.entities.cluster_of(own)
                if not is_agent(entity) or entity.type == "person":
                    discourse.paragraph = entity
                    discourse.recent_topics.append(entity)
            if discourse.paragraph is not None and discourse.paragraph.type == "person":
                discourse.recent_people.append(discourse.paragraph)
    discourse.block = index


def _headed(
    discourse: Discourse, document: Document, block: Block, whole: str, *, opens: bool = False
) -> EntityCluster | None:
    """What a heading in lower case names, which the text below it goes on with: ``tidewatch``, ``tidewatch, the app``.

    ``opens``: more words may follow without a comma, as in a title.
    """
    first = whole.split(" ", 1)[0].rstrip(",:") if opens else whole.split(",", 1)[0]
    if release_line(whole) is not None:
        return discourse.product
    if not first.islower() or not first.isidentifier() or len(first) < _SHORTEST:
        return None
    behind = document.plain[block.end : block.end + _BELOW]
    if not any(word.strip("\"'(.,") == first for word in behind.split()[:_FIRST_WORDS]):
        return None
    return discourse.entities.cluster_of(Name(block.start, block.start + len(first), first, first))


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
