"""Gathers the names of a document, groups them into typed entities, and finds its topic.

All of this is done before the first sentence is read: from then on names are only looked up.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from checker.language import names as naming
from checker.language.names import Name
from checker.linguistics import lower_case_names, name_segmentation, namehood, possessive_names
from checker.linguistics.coreference import Discourse
from checker.linguistics.entity_clusters import EntityIndex
from checker.linguistics.entity_recognition import learn_earlier_names, proper_names, type_rows, type_things
from checker.linguistics.topic_detection import find_topic
from checker.model.document import Document
from checker.model.rule import EntityEntry

_MARKS = " \"'(*#_[`>"
_OPENING = 16
"""So many marks at most stand before the name that opens a sentence."""


@dataclass(frozen=True, slots=True)
class DocumentEntities:
    """The names of a document, in order, its entities, and where the reading begins."""

    names: list[Name]
    entities: EntityIndex
    beginning: Discourse


def names_of(document: Document, known: Container[str] = ()) -> list[Name]:
    """The proper names in a document's sentences, in order; what the rules call by a name in ``known`` is one."""
    found = candidates_of(document)
    likely = namehood.naming(found, document.plain, set(document.plain.split()))
    capitals = [name for name, _, _ in found if name.key in likely or name.key in known]
    return sorted([*capitals, *lower_case_names.find(document)])


def candidates_of(document: Document) -> namehood.Found:
    """What may be a name by its capitals, in order, with its block and whether it opens its sentence."""
    plain, sentences = document.plain, document.sentences
    found = [(s.start, name) for s in sentences for name in naming.find(plain, s.start, s.end)]
    names = proper_names(document, name_segmentation.part(found, plain), set(plain.split()))
    names = possessive_names.joined([*namehood.parted(names)], plain)
    found_in: namehood.Found = []
    n = 0
    for name in names:
        while n + 1 < len(sentences) and sentences[n + 1].start <= name.start:
            n += 1
        opens = not plain[sentences[n].start : min(name.start, sentences[n].start + _OPENING)].strip(_MARKS)
        opens = opens and name.start <= sentences[n].start + _OPENING
        found_in.append((name, document.blocks[sentences[n].block], opens))
    return found_in


def entities_of_document(document: Document, known: Mapping[str, EntityEntry]) -> DocumentEntities:
    """The entities of a document; ``known`` are those that the rules name, by their ids."""
    names, entities = named_entities(document, known)
    topic = entities.add(find_topic(document, names, entities))
    topic.topic = True
    learn_earlier_names(document.plain, names, entities, topic)
    type_rows(document, entities)
    return DocumentEntities(names, entities, Discourse(entities, topic))


def named_entities(document: Document, known: Mapping[str, EntityEntry]) -> tuple[list[Name], EntityIndex]:
    """The names of a document, in order, and the entities that they name, with their types."""
    entities = EntityIndex(dict(known))
    plain, names = document.plain, names_of(document, entities.alias)
    entities.learn(plain, names)
    type_things(document, names, entities)
    return names, entities
