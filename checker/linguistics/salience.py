"""Counts how a document names each of its entities: how often, how early, how widely, and in which places.

One pass over the names. What is counted is what a reader goes by who asks what a text is about; how much each count
weighs is not decided here (``topic_features``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

import re2

from checker.language.names import Name, head_nouns
from checker.linguistics import title_names
from checker.linguistics.definitional_subject import is_said_to_be, opening_name, opens_sentence
from checker.linguistics.entity_clusters import EntityIndex
from checker.linguistics.sentence import DETERMINERS, PREPOSITIONS
from checker.linguistics.thresholds import (
    BEFORE_NAME_CHARACTERS,
    EARLY_SENTENCES,
    PROSE_CHARACTERS,
)
from checker.model.document import Document

_start = attrgetter("start")
_DEFINITE = re2.compile(r"\b[Tt]he ([a-z]{3,20})\b")
_PRONOUN = re2.compile(r"\b(?i:(he|she|his|her|him)|(it|its)|(they|their|them)|(we|our|us))\b")
_ROWS = frozenset({"row"})
_HEADINGS = frozenset({"heading", "title"})


@dataclass(slots=True)
class Salience:
    """How one entity is named in a document; counts of mentions but where another unit is said."""

    mentions: int = 0
    blocks: int = 0
    """Blocks that name it."""
    first_sentence: int = 1 << 30
    """Index of the first sentence that names it."""
    order: int = 0
    """How many entities are named before it is for the first time."""
    leading: int = 0
    """Sentences that name it before any other, with no preposition before it."""
    opening: int = 0
    """Sentences that open with it."""
    prepositional: int = 0
    possessive: int = 0
    bracketed: int = 0
    """Brackets open right behind it."""
    defined: int = 0
    """It goes on with "is a"."""
    defined_early: int = 0
    """The same, in one of the first sentences."""
    opens_text: bool = False
    """The first sentence of the prose opens with it and makes a statement about it."""
    titled: int = 0
    """The title names it."""
    title_share: float = 0.0
    """The largest share of the title's characters that it is."""
    title_whole: bool = False
    """The title, without the words that pages put around it, is its name."""
    headed: int = 0
    """Headings name it."""
    heading_share: float = 0.0
    """The largest share of a heading's characters that it is."""
    keyed: int = 0
    """Labels of lines and rows name it."""
    in_rows: int = 0
    """Rows of tables name it."""
    _block: int = -1


@dataclass(slots=True)
class TextProfile:
    """What the whole of a document says that its entities are weighed by."""

    sentences: int = 0
    """Sentences that are no headings."""
    blocks: int = 0
    mentions_of_most: int = 1
    """Mentions of the entity that is named most often."""
    leading_of_most: int = 1
    pronouns: Mapping[str, float] = field(default_factory=dict)
    """The share of the text's pronouns that are for persons, things, several, and the speaker."""
    definite: Mapping[str, int] = field(default_factory=dict)
    """How often "the NOUN" stands in the text."""
    titled: bool = False
    rows: float = 0.0
    """The share of the sentences that are rows of tables."""


@dataclass(slots=True)
class DocumentSalience:
    """The entities that a document names, with how it names them."""

    text: TextProfile
    entities: dict[str, Salience]
    """By the entity's key, in the order in which they are named."""


def salience_of(document: Document, names: Sequence[Name], entities: EntityIndex) -> DocumentSalience:
    """How a document names its entities."""
    plain, sentences = document.plain, document.sentences
    starts = [s.start for s in sentences]
    kinds = [document.blocks[s.block].kind for s in sentences]
    found: dict[str, Salience] = {}
    led = -1
    wholes: dict[int, frozenset[str]] = {}
    for name in names:
        index = bisect_right(starts, name.start) - 1
        if index < 0:
            continue
        sentence, key = sentences[index], entities.find(name).key
        one = found.get(key)
        if one is None:
            one = found[key] = Salience(order=len(found), first_sentence=index)
        one.mentions += 1
        if one._block != sentence.block:
            one._block = sentence.block
            one.blocks += 1
        if kinds[index] in _HEADINGS:
            whole = plain[sentence.start : sentence.end].strip(" #*:\n")
            share = len(name.text) / max(1, len(whole))
            if kinds[index] == "title":
                one.titled += 1
                one.title_share = max(one.title_share, share)
                if index not in wholes:
                    keys = title_names.names_in_full(whole)
                    wholes[index] = frozenset(entities.alias.get(k, k) for k in keys)
                one.title_whole = one.title_whole or key in wholes[index]
            else:
                one.headed += 1
                one.heading_share = max(one.heading_share, share)
            continue
        block = document.blocks[sentence.block]
        one.in_rows += block.kind == "row"
        if block.key is not None and name.end <= block.start + len(block.key) + 2:
            one.keyed += 1
        before = plain[max(sentence.start, name.start - BEFORE_NAME_CHARACTERS) : name.start].lower().split()
        if len(before) > 1 and before[-1] in DETERMINERS:
            before.pop()
        governed = bool(before) and before[-1] in PREPOSITIONS
        owns = plain.startswith("'", name.end)
        one.prepositional += governed
        one.possessive += owns
        if not governed and not owns and led != index:
            led = index
            one.leading += 1
            one.opening += opens_sentence(plain[sentence.start : name.start].strip().lower())
        one.bracketed += plain.startswith(" (", name.end)
        if is_said_to_be(plain, name.end):
            one.defined += 1
            one.defined_early += index < EARLY_SENTENCES
    _mark_opening(document, names, entities, found)
    return DocumentSalience(_text_profile(document, kinds, found), found)


def _mark_opening(
    document: Document, names: Sequence[Name], entities: EntityIndex, found: Mapping[str, Salience]
) -> None:
    for sentence in document.sentences:
        paragraph = document.blocks[sentence.block].kind == "paragraph"
        if paragraph and sentence.end - sentence.start > PROSE_CHARACTERS:
            name = opening_name(document.plain, sentence.start, sentence.end, list(names))
            one = found.get(entities.find(name).key) if name is not None else None
            if one is not None:
                one.opens_text = True
            return


def _text_profile(document: Document, kinds: Sequence[str], found: Mapping[str, Salience]) -> TextProfile:
    counts = dict.fromkeys(("person", "thing", "several", "speaker"), 0)
    for match in _PRONOUN.finditer(document.plain):
        which = next(n for n in range(1, 5) if match[n] is not None)
        counts[("person", "thing", "several", "speaker")[which - 1]] += 1
    total = max(1, sum(counts.values()))
    definite: dict[str, int] = {}
    nouns = head_nouns()
    for match in _DEFINITE.finditer(document.plain):
        if match[1] in nouns:
            definite[match[1]] = definite.get(match[1], 0) + 1
    return TextProfile(
        sentences=sum(kind not in _HEADINGS for kind in kinds),
        blocks=len({s.block for s in document.sentences}),
        mentions_of_most=max((one.mentions for one in found.values()), default=1),
        leading_of_most=max((one.leading for one in found.values()), default=1) or 1,
        pronouns={kind: n / total for kind, n in counts.items()},
        definite=definite,
        titled="title" in kinds,
        rows=sum(kind in _ROWS for kind in kinds) / max(1, len(kinds)),
    )
