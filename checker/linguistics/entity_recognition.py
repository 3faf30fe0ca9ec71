"""Finds the proper names of a document among its capitals, and the type of each entity."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

import re2

from checker.language import names as naming
from checker.language.language import any_of, derived, table
from checker.language.names import Name, countries, places
from checker.language.ships import ship_nouns
from checker.linguistics import entity_typing
from checker.linguistics.agents import is_person_or_acting_place
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.linguistics.entity_typing import kind_of_rows
from checker.linguistics.sentence import PREPOSITIONS
from checker.linguistics.thresholds import (
    FIRST_NAME_CHARACTERS,
    GROUP_CHARACTERS,
    HOME_COUNT,
    HOME_SHARE,
    NAMES_BEFORE_FIRST_NAME,
)
from checker.model.claim import UNNAMED, Claim, Entity
from checker.model.document import Block, Document

_BESIDE = frozenset({None, "person", "place"})
_start = attrgetter("start")
_WRITTEN = re.compile(r"[^\"'( *#]")
_OF_PEOPLE = "born"


def proper_names(document: Document, found: list[tuple[int, Name]], common: set[str]) -> list[Name]:
    """Names without the single words that are capital only because they open a sentence or stand in a heading."""
    opens = _Opens(document.plain)
    inner = {
        n.key
        for at, n in found
        if not opens.at(at, n.start) and document.blocks[_block_at(document, n.start)].kind not in {"heading", "title"}
    }
    known = places()
    kept = []
    for at, n in found:
        if n.key in inner or n.key in known or n.text.isupper():
            kept.append(n)
        elif " " not in n.text:
            opening = opens.at(at, n.start)
            following = document.plain[n.end : n.end + 12].split(" ")
            bare = len(following) > 1 and not following[0] and following[1] in PREPOSITIONS
            adverb = n.text.endswith("ly") or (n.text.endswith("wide") and document.plain.startswith(",", n.end))
            if opening and (n.text.lower() in common or adverb or bare):
                continue
            if opening and _is_label(document.blocks[_block_at(document, n.start)], n):
                continue
            if not opening or document.blocks[_block_at(document, n.start)].kind not in {"heading"}:
                kept.append(n)
        else:
            kept.append(n)
    return _without_groups(kept)


def _is_label(block: Block, name: Name) -> bool:
    """A single word that is all of a line's label: ``Inspections | 5,312``."""
    alone = name.start == block.start and (block.key or "").lower() == name.key
    return alone and block.kind in {"pair", "row"} and kind_of_rows(block) is None


@derived
def _groups() -> tuple[frozenset[str], frozenset[str]]:
    words = table("names/groups")
    return frozenset(words["always"]), frozenset(words["beside"])


def _without_groups(names: list[Name]) -> list[Name]:
    """``24% White, 3% Native American``: groups of people that are counted are no entities."""
    always, beside = _groups()
    sure = [n.start for n in names if n.key in always]
    if not sure:
        return names

    def near(at: int) -> bool:
        n = bisect_right(sure, at)
        return any(abs(sure[i] - at) < GROUP_CHARACTERS for i in (n - 1, n) if 0 <= i < len(sure))

    return [n for n in names if n.key not in always and not (n.key in beside and near(n.start))]


class _Opens:
    """Tells which names open their sentences, with nothing but marks before them."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._sentence = self._first = -1

    def at(self, sentence: int, name: int) -> bool:
        """Whether the name at ``name`` opens the sentence that starts at ``sentence``."""
        if sentence != self._sentence:
            written = _WRITTEN.search(self._plain, sentence)
            self._sentence, self._first = sentence, written.start() if written is not None else len(self._plain)
        return name <= self._first


def _block_at(document: Document, at: int) -> int:
    return max(0, bisect_right(document.blocks, at, key=_start) - 1)


def home_of(names: list[Name]) -> frozenset[str]:
    tally = Counter(places().get(n.key, n.key) for n in names)
    most = max(tally.values(), default=0)
    return frozenset(
        place for place, n in tally.items() if n >= max(HOME_COUNT, most * HOME_SHARE) and place in countries()
    )


def type_things(document: Document, names: list[Name], entities: EntityIndex) -> None:
    """Give entities a type: from the list of places, from titles before names, and from what the text says they are."""
    known = places()
    titles = naming.titles()
    openings = {s.start for s in document.sentences}
    stated: set[str] = set()
    for n, name in enumerate(names):
        entities.whole_name(name, entity_typing.noun_behind(document.plain, name.end))
        entity = entities.find(name)
        if name.start in openings and not entity.qualifiers:
            entity.qualifiers |= entity_typing.qualifiers(document.plain, name.end)
        if entity.key in stated:
            continue
        kind = entity_typing.stated_type(document.plain, name.end) or entity_typing.introduced_type(
            document.plain, name.start
        )
        if kind is not None and name.key not in known:
            entity.type = kind
            stated.add(entity.key)
        if entity.type is None and name.key.partition(" ")[0] in ship_nouns() and name.key != entity.key:
            entity.type = "ship"
        if entity.type is not None and entity.type != "person":
            continue
        before = name.text.split(" ", 1)[0].lower().rstrip(".")
        if name.key in known:
            entity.type = "place"
        elif before in titles and " " in name.text:
            entity.type = "person"
        else:
            within = name.start in openings and n + 1 < len(names) and names[n + 1].key in known
            located = within and document.plain[name.end : names[n + 1].start] == ", "
            headed = (
                entity.type
                or entity_typing.headed_type(document.plain, name.end)
                or entity_typing.type_beside(document.plain, name.end)
            )
            entity.type = headed or ("place" if located and not is_person_or_acting_place(entity) else None)


def type_rows(document: Document, entities: EntityIndex) -> None:
    """Give the entities that a table's rows are about the type that the head over their names says."""
    for block in document.blocks:
        kind = kind_of_rows(block) if block.kind == "row" else None
        key = block.key or ""
        if kind is not None and key[:1].isupper() and block.cells:
            entity = entities.find(Name(*block.cells[0], key, naming.fold(key)))
            entity.type = entity.type or kind


@derived
def _at_first() -> re2._Regexp:
    words = table("language/clauses")
    began, first, called = (any_of(words[key]) for key in ("began_as", "at_first", "called_as"))
    return re2.compile(rf"\b(?:{began})(?: [^.;:]{{1,80}})? as (?:the )?$|\b(?:{first}) (?:{called}) (?:the )?$")


def learn_earlier_names(plain: str, names: list[Name], entities: EntityIndex, topic: EntityCluster) -> None:
    """Join the names that the text's topic bore at first with it: ``founded in 1871 as the Tarn Hill Seminary``."""
    if topic.type in {None, "person", "place"} or topic.key == UNNAMED:
        return
    own = topic.name.rsplit(" ", 1)[-1].lower()
    for n, name in enumerate(names):
        if " " not in name.text or entities.find(name).type not in {None, topic.type}:
            continue
        before = plain[max(0, name.start - FIRST_NAME_CHARACTERS) : name.start].rpartition(". ")[2].lower()
        borne = _at_first().search(before)
        if borne is None:
            continue
        first = name.start - len(before)
        others = [entities.find(x) for x in names[max(0, n - NAMES_BEFORE_FIRST_NAME) : n] if x.start >= first]
        if topic in others or f"the {own} " in before or all(t.type in _BESIDE for t in others):
            entities.earlier_name(name, topic)


def entities_of(entities: EntityIndex, claims: list[Claim], subjects: Iterable[EntityCluster]) -> tuple[Entity, ...]:
    """What the document says of the entities that its claims are about, and of its topic where it claims anything."""
    used = Counter(claim.subject.entity for claim in claims)
    people = {c.subject.entity for c in claims if c.attribute == _OF_PEOPLE and c.binding == "named"}
    aliases: dict[str, list[str]] = {}
    for short, key in entities.alias.items():
        aliases.setdefault(key, []).append(short)
    found = []
    for entity in subjects:
        key, identity = entity.key, entities.identity(entity)
        if identity in used or (entity.topic and claims):
            spellings = entity.spellings - {entity.name}
            written = {naming.fold(s) for s in (*spellings, entity.name)}
            spellings |= {a for a in aliases.get(key, ()) if a not in written and a != key}
            found.append(
                Entity(
                    identity,
                    entity.name,
                    tuple(sorted(spellings)),
                    "person" if identity in people and entity.type != "place" else entity.type,
                    entity.topic,
                    tuple(sorted(entity.qualifiers)),
                )
            )
    return tuple(sorted(found, key=lambda e: e.id))
