"""Finds what a document is about: by its title, by what it defines first, and by what it names most."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter

import re2

from checker.language.language import derived, table
from checker.language.names import Name, broad, fold, head_nouns, places, reporters
from checker.linguistics import infobox_topic, title_names
from checker.linguistics.agents import is_agent
from checker.linguistics.definitional_subject import is_said_to_be, opening_name, opens_sentence
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.linguistics.name_keys import canonical
from checker.linguistics.thresholds import (
    ACRONYM_POINTS,
    ACRONYMS,
    AGENT_SHARE,
    AGENT_TITLE_POINTS,
    CALLED_BY_NOUN_SHARE,
    CALLED_POINTS,
    DEFINED_POINTS,
    FAR_IN_CHARACTERS,
    FULL_NAME_FACTOR,
    HEADING_POINTS,
    MENU_BLOCKS,
    NAMED_OFTEN,
    NAMED_POINTS,
    OFTEN_IN_TITLE,
    OPENING_POINTS,
    OPENING_SENTENCES,
    PART_NAME_FACTOR,
    PROSE_CHARACTERS,
    SENTENCES_LOOKED_AT,
    TITLE_POINTS,
)
from checker.model.document import Document

_start = attrgetter("start")
_DEFINITE = re2.compile(r"\b[Tt]he ([a-z]{3,20})\b")
_SPEAKING = re2.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_BODIES = frozenset({"agency", "company", "organisation", "university", "programme"})
"""A text calls these by their nouns only, once its title has named them in full."""
_NAMED_THINGS = frozenset({"bridge", "building", "structure", "ship", "university", "park", "agency", "programme"})
"""Types of entities that a passage may call by their noun alone: "the bridge"."""


@derived
def _peoples() -> frozenset[str]:
    """Words for peoples and groups of people, which are never a topic."""
    named = {form for form, place in places().items() if form != place}
    return frozenset(named | set(table("language/populations")))


@derived
def _keepers() -> frozenset[str]:
    return frozenset(table("names/labels")["keepers"])


def find_topic(document: Document, names: list[Name], entities: EntityIndex) -> EntityCluster | None:
    """The thing a document is about: title, first defined name, and how often it is named."""
    sheet = infobox_topic.title_of(document)
    if sheet is not None:
        return _named_by_sheet(sheet, entities)
    found = topic_points(document, names, entities)
    if not found.grounded:
        return None
    best = entities.by_key[min(found.grounded, key=lambda key: (-found.points[key], key))]
    if not found.titled and not found.defined:
        return _unnamed(document.plain, entities, best) or best
    return best


def _named_by_sheet(sheet: Name, entities: EntityIndex) -> EntityCluster:
    """What the text below calls by the title of an infobox page, or by its first words; else the title itself."""
    for bare in title_names.names_in_full(sheet.text)[1:]:
        known = entities.by_key.get(entities.alias.get(bare, bare))
        if known is not None and known.count > 1:
            return known
    words = sheet.key.split(" ")
    for n in range(len(words) - 1, 1, -1):
        known = entities.by_key.get(canonical(" ".join(words[:n])))
        if known is not None and known.count > 1:
            return known
    return entities.find(sheet)


@dataclass(slots=True)
class TopicPoints:
    """What speaks for each entity as the topic, by its key."""

    points: dict[str, float]
    grounded: set[str]
    """Those that more than a single mention speaks for."""
    titled: bool = False
    """The text has a title."""
    defined: bool = False
    """Its first sentence says what something is."""

    def add(self, key: str, points: float) -> None:
        """Add points for an entity that the title or the beginning of the text is about."""
        self.points[key] = self.points.get(key, 0.0) + points
        self.grounded.add(key)


def topic_points(document: Document, names: list[Name], entities: EntityIndex) -> TopicPoints:
    """The points of every entity that may be the topic."""
    plain = document.plain
    counts = _counts(plain, entities)
    most = max(counts.values(), default=1) or 1
    points = {
        key: NAMED_POINTS * counts[key] / most * (AGENT_SHARE if is_agent(entity) else 1.0)
        for key, entity in entities.by_key.items()
        if entity.count and _may_be_a_topic(key)
    }
    few = len(document.sentences) <= OPENING_SENTENCES
    grounded = {k for k in points if counts[k] > 1 or (few and entities.by_key[k].type != "census")}
    for sentence in document.sentences[:OPENING_SENTENCES]:
        at = bisect_left(names, sentence.start, key=_start)
        if at < len(names) and opens_sentence(plain[sentence.start : names[at].start].strip().lower()):
            grounded |= points.keys() & {entities.find(names[at]).key}
    found = TopicPoints(points, grounded)
    _add_titles(found, document, names, entities, counts)
    _add_opening(found, document, names, entities)
    for d in entities.definitions[:ACRONYMS]:
        key = entities.alias.get(canonical(fold(d.acronym)))
        if key in points:
            points[key] += ACRONYM_POINTS
    return found


def _may_be_a_topic(key: str) -> bool:
    """No people, no keeper of pages, nobody who only reports, and no single letter."""
    return not (key in _peoples() or key.split(" ")[-1] in _keepers() or key in reporters() or len(key) <= 1)


def _add_titles(
    found: TopicPoints, document: Document, names: list[Name], entities: EntityIndex, counts: dict[str, int]
) -> None:
    """Add the points for what the title, or the heading below a site's title, names or calls by its noun."""
    points, plain = found.points, document.plain
    most = max(counts.values(), default=1) or 1
    spans = [
        (b.start, b.end, TITLE_POINTS if b.kind == "title" else HEADING_POINTS)
        for b in document.blocks
        if b.kind in {"title", "heading"}
    ]
    titles = spans[:1] + [s for s in spans[1:] if s[2] == TITLE_POINTS]
    site = _of_the_site(document, entities, names, counts)
    headings = [(a, b, TITLE_POINTS) for a, b, _ in spans[1:2]] if site else titles
    found.titled = bool(headings)
    for start, end, weight in headings:
        whole = {entities.alias.get(key, key) for key in title_names.names_in_full(plain[start:end])}
        for entity in (entities.find(n) for n in names if start <= n.start < end):
            if entity.key not in points:
                continue
            full = entity.key in whole
            if full and is_agent(entity):
                points[entity.key] += AGENT_TITLE_POINTS * counts[entity.key] / most
            sure = full and entity.type in _BODIES and _called_by_noun(plain, entity)
            often = 1.0 if sure else min(1.0, counts[entity.key] / OFTEN_IN_TITLE)
            found.add(entity.key, weight * (FULL_NAME_FACTOR if full else PART_NAME_FACTOR) * often)
    for called, share in _called_in(plain, headings[:1], entities, counts).items():
        if called in points:
            found.add(called, CALLED_POINTS * share)


def _add_opening(found: TopicPoints, document: Document, names: list[Name], entities: EntityIndex) -> None:
    """Add the points for what the first sentence is about, or for what the text defines first."""
    first = _first_sentence_name(document, names)
    if first is not None:
        found.defined = is_said_to_be(document.plain, first.end)
        found.add(entities.find(first).key, DEFINED_POINTS if found.defined else OPENING_POINTS)
        return
    early = (n for n in names if n.start < FAR_IN_CHARACTERS)
    defined = next((n for n in early if is_said_to_be(document.plain, n.end)), None)
    if defined is not None:
        found.add(entities.find(defined).key, DEFINED_POINTS)


def _of_the_site(document: Document, entities: EntityIndex, names: list[Name], counts: dict[str, int]) -> bool:
    """The title is over the site's menu and names what the page names nowhere else: who keeps it."""
    blocks = [b for b in document.blocks if b.kind != "boilerplate"][:MENU_BLOCKS]
    if len(blocks) < MENU_BLOCKS or [b.kind for b in blocks[:2]] != ["title", "links"]:
        return False
    if not any(b.kind == "heading" for b in blocks):
        return False
    named = [entities.find(n).key for n in names if blocks[0].start <= n.start < blocks[0].end]
    return bool(named) and all(counts[key] < NAMED_OFTEN for key in named)


def _called_in(
    plain: str, headings: list[tuple[int, int, float]], entities: EntityIndex, counts: dict[str, int]
) -> dict[str, float]:
    """What a title calls by its noun (``the bridge``), or by its name without one (``Corran today``), how surely."""
    title = " ".join(plain[a:b] for a, b, _ in headings)
    words, nouns = fold(title).split(" "), {head_nouns().get(word) for word in title.split() if word.islower()}
    called: dict[str, dict[str, float]] = {}
    for key, entity in entities.by_key.items():
        kind = str(entity.type)
        if kind in _NAMED_THINGS and entity.count:
            own = key.rpartition(" ")[0].split(" ")
            if own == words[: len(own)] and key not in fold(title):
                called.setdefault(kind, {})[key] = 1.0
            elif kind in nouns:
                called.setdefault(kind, {})[key] = min(1.0, counts[key] / NAMED_OFTEN) * CALLED_BY_NOUN_SHARE
    return {key: share for keys in called.values() if len(keys) == 1 for key, share in keys.items()}


def _counts(plain: str, entities: EntityIndex) -> dict[str, int]:
    """How often each thing is named, or called "the bridge" where it is the one bridge that is named first."""
    counts = {key: entity.count for key, entity in entities.by_key.items()}
    called: dict[str, list[int]] = {}
    for found in _DEFINITE.finditer(plain):
        kind = head_nouns().get(found[1])
        if kind in _NAMED_THINGS:
            called.setdefault(str(kind), []).append(found.start())
    for kind, starts in called.items():
        named = sorted(
            (t for t in entities.by_key.values() if t.type == kind and t.count), key=lambda t: (t.first, t.key)
        )
        if named and named[0].first < starts[0] and all(t.count <= named[0].count for t in named):
            counts[named[0].key] += len(starts)
    return counts


def _unnamed(plain: str, entities: EntityIndex, best: EntityCluster) -> EntityCluster | None:
    """What a passage without a title speaks of as "the tower", as often as of anything, and never names."""
    found = Counter(_DEFINITE.findall(plain))
    kinds = {head_nouns().get(noun) for noun in found} & _NAMED_THINGS
    kinds -= {entity.type for entity in entities.by_key.values() if entity.count}
    tally = Counter({noun: n for noun, n in found.items() if head_nouns().get(noun) in kinds})
    noun, n = max(tally.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if n < max(NAMED_OFTEN, best.count) or best.type not in {None, "person", "place"}:
        return None
    return entities.unnamed(head_nouns()[noun])


def _called_by_noun(plain: str, entity: EntityCluster) -> bool:
    """The text goes on with "the company", "the agency", "the office" or "we"."""
    nouns = {entity.key.rsplit(" ", 1)[-1], entity.type} | {
        noun for noun, kinds in broad().items() if entity.type in kinds
    }
    return any(m.group(1) in nouns for m in _DEFINITE.finditer(plain)) or _SPEAKING.search(plain) is not None


def _first_sentence_name(document: Document, names: list[Name]) -> Name | None:
    seen = 0
    for sentence in document.sentences[:SENTENCES_LOOKED_AT]:
        block = document.blocks[sentence.block]
        if block.kind == "paragraph" and sentence.end - sentence.start > PROSE_CHARACTERS:
            name = opening_name(document.plain, sentence.start, sentence.end, names)
            seen += 1
            if name is not None or seen == OPENING_SENTENCES:
                return name
    return None
