"""Invented documents, as the modules of linguistics are given them."""

from __future__ import annotations

from checker import text, values
from checker.language import names
from checker.language.characters import fold
from checker.linguistics.coreference import Discourse
from checker.linguistics.document_entities import DocumentEntities, entities_of_document
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import ParsedSentence, Referent, parse
from checker.model.document import Document, Reading, Source


def document(written: str) -> Document:
    """A text as a document."""
    return text.read(Reading(Source("a"), written, written))


def entities(written: str) -> DocumentEntities:
    """The entities of a text."""
    return entities_of_document(document(written), {})


def entity(written: str, key: str) -> EntityCluster:
    """The entity of a text that a folded name stands for."""
    index = entities(written).entities
    return index.by_key[index.alias.get(key, key)]


def topic(written: str) -> str:
    """The name of what a text is about."""
    found = entities(written).beginning.topic
    assert found is not None
    return found.name


def places(written: str) -> list[tuple[Discourse, ParsedSentence]]:
    """Each sentence of a text, parsed, with what is known within it."""
    read, known = document(written), entities(written)
    discourse, found = known.beginning, []
    mentions = values.find(read.plain, read.text)
    for sentence in read.sentences:
        inside = [n for n in known.names if sentence.start <= n.start < sentence.end]
        stated = [m for m in mentions if sentence.start <= m.start < sentence.end]
        parsed = parse(read.plain, sentence.start, sentence.end, inside, stated)
        discourse = discourse.at_block(read, sentence.block, known.names).at_sentence(parsed)
        found.append((discourse, parsed))
        heading = read.blocks[sentence.block].kind in {"heading", "title"}
        discourse = discourse.behind_sentence(parsed, heading=heading)
    return found


def last(written: str) -> tuple[Discourse, ParsedSentence]:
    """The last sentence of a text, with what is known within it."""
    return places(written)[-1]


def whole(written: str) -> ParsedSentence:
    """A text as one sentence, with the names and values that are found in it without the rest of a document."""
    plain = fold(written)
    return parse(plain, 0, len(plain), names.find(plain), values.find(plain, written))


def referred(written: str, word: str) -> EntityCluster | None:
    """What a pronoun, or the noun of a definite phrase, refers to in the last sentence of a text."""
    discourse, parsed = last(written)
    return discourse.resolve(referent(parsed, word))[0]


def referent(parsed: ParsedSentence, word: str) -> Referent:
    """The last referent with this pronoun or noun."""
    return [r for r in parsed.referents if r.word == word][-1]
