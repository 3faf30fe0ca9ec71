"""Ranks what a document may be about: the entities it names, what its title names, and something without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.language.names import Name, head_nouns
from checker.linguistics import infobox_topic, title_names
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.linguistics.name_keys import canonical
from checker.linguistics.ranking import score, weights
from checker.linguistics.salience import DocumentSalience, Salience, salience_of
from checker.linguistics.thresholds import TITLE_WORDS
from checker.linguistics.title_phrase_features import TitlePhrase, of_phrase
from checker.linguistics.topic_features import TITLES_SHEET, TopicCandidate, of_nobody, values_of
from checker.model.claim import UNNAMED
from checker.model.document import Document

_NAMED_THINGS = frozenset({"bridge", "building", "structure", "ship", "university", "park", "agency", "programme"})
"""Types of entities that a passage may call by their noun alone: "the bridge"."""


@dataclass(frozen=True, slots=True)
class RankedTopic:
    """An entity that a document may be about."""

    entity: EntityCluster
    score: float
    features: Mapping[str, float]


def rank_topics(document: Document, names: Sequence[Name], entities: EntityIndex) -> list[RankedTopic]:
    """What a document may be about, the likeliest first; the last resort is an entity that it never names."""
    salience = salience_of(document, names, entities)
    weigh = weights("topic")
    found = [
        RankedTopic(entity, score(features, weigh), features)
        for entity, features in _candidates(document, entities, salience)
    ]
    named = _named_outright(document, entities)
    return sorted(found, key=lambda one: (one.entity.key != named, -one.score, one.entity.key))


def _named_outright(document: Document, entities: EntityIndex) -> str | None:
    """What a fact box says is the name of its thing."""
    title = infobox_topic.title_of(document)
    sheet = _of_the_sheet(document, entities) if title is not None else None
    return sheet.key if sheet is not None and title is not None and infobox_topic.is_named(document, title) else None


def find_topic(document: Document, names: Sequence[Name], entities: EntityIndex) -> EntityCluster:
    """What a document is most likely about."""
    return rank_topics(document, names, entities)[0].entity


def _candidates(
    document: Document, entities: EntityIndex, salience: DocumentSalience
) -> Iterable[tuple[EntityCluster, dict[str, float]]]:
    text = salience.text
    sheet = _of_the_sheet(document, entities)
    for key, named in salience.entities.items():
        entity = entities.by_key[key]
        features = values_of(TopicCandidate(entity, named, text))
        if sheet is not None and sheet.key == key:
            features[TITLES_SHEET] = 1.0
        yield entity, features
    if sheet is not None and sheet.key not in salience.entities:
        named = Salience(mentions=1, titled=1, title_share=1.0, title_whole=True, first_sentence=0)
        yield sheet, values_of(TopicCandidate(sheet, named, text)) | {TITLES_SHEET: 1.0}
    yield from _title_phrases(document, entities, salience, sheet)
    noun, often = _unnamed_noun(entities, text.definite)
    kind = head_nouns()[noun] if noun else None
    if UNNAMED not in salience.entities:
        yield entities.unnamed(kind), of_nobody(text, often)


def _title_phrases(
    document: Document, entities: EntityIndex, salience: DocumentSalience, sheet: EntityCluster | None
) -> Iterable[tuple[EntityCluster, dict[str, float]]]:
    """The title itself, and what is left of it without the words that pages put around names, where no name is."""
    title = next((b for b in document.blocks if b.kind == "title"), None)
    if title is None:
        return
    written = document.plain[title.start : title.end].strip(" #*:\n")
    seen = {*salience.entities, sheet.key} if sheet is not None else set(salience.entities)
    named = {word for key in salience.entities for word in key.split(" ")}
    low = document.plain.lower()
    for key in title_names.names_in_full(written):
        words = key.split(" ")
        taken = key in seen or entities.alias.get(key, key) in seen
        if taken or len(words) > TITLE_WORDS or title_names.names_a_kind(key):
            continue
        seen.add(key)
        at = written.lower().find(key)
        name = written[at : at + len(key)] if at >= 0 else written
        phrase = TitlePhrase(
            tuple(words),
            whole=key == written.lower(),
            again=max(0, low.count(name.lower()) - 1),
            head_again=max(0, low.count(words[-1]) - 1),
            named=not named.isdisjoint(words),
            text=salience.text,
        )
        yield entities.find(Name(title.start, title.end, name, key)), of_phrase(phrase)


def _of_the_sheet(document: Document, entities: EntityIndex) -> EntityCluster | None:
    """What the title of a sheet of labelled lines names: by a part of it that the text names too, or by all of it."""
    sheet = infobox_topic.title_of(document)
    if sheet is None:
        return None
    words = sheet.key.split(" ")
    shorter = [canonical(" ".join(words[:n])) for n in range(len(words) - 1, 1, -1)]
    for key in (*title_names.names_in_full(sheet.text)[1:], *shorter):
        known = entities.by_key.get(entities.alias.get(key, key))
        if known is not None and known.count > 1:
            return known
    return entities.find(sheet)


def _unnamed_noun(entities: EntityIndex, definite: Mapping[str, int]) -> tuple[str, int]:
    """The noun that a text says most often after "the" of those for a type that nothing it names has, and how often."""
    nouns = head_nouns()
    named = {entity.type for entity in entities.by_key.values() if entity.count}
    tally = Counter({n: k for n, k in definite.items() if nouns[n] in _NAMED_THINGS and nouns[n] not in named})
    return max(tally.items(), key=lambda item: (item[1], item[0]), default=("", 0))
