"""Finds what a document is about: by its title, by what it defines first, and by what it names most."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from operator import attrgetter

import re2

from checker.claims import boxes, titles
from checker.claims.entities import Thing, Things, canonical
from checker.claims.openings import ARTICLES, is_said_to_be, opening_name
from checker.claims.somebody import is_agent
from checker.language.names import Name, fold, head_nouns, places, reporters
from checker.model.document import Document
from checker.vocabulary import table

_start = attrgetter("start")
_DEFINED = 6.0
_FAR_IN = 3000
"""How far in a page that opens with menus and boxes its subject is told of at the latest."""
_OPENING = 3
"""How many sentences may pass before the one that says what the text is about."""
_DEFINITE = re2.compile(r"\b[Tt]he ([a-z]{3,20})\b")
_OFTEN = 2
_BODIES = frozenset({"agency", "company", "organisation", "university", "programme"})
"""A text calls these by their nouns only, once its title has named them in full."""
_NAMED_THINGS = frozenset({"bridge", "building", "structure", "ship", "university", "park", "agency", "programme"})
"""Types of things that a passage of some other page calls by their nouns only."""


@lru_cache(maxsize=1)
def _peoples() -> frozenset[str]:
    """Words for peoples and groups of people, which no text is about as a thing."""
    named = {form for form, place in places().items() if form != place}
    return frozenset(named | set(table("language/populations")))


@lru_cache(maxsize=1)
def _keepers() -> frozenset[str]:
    return frozenset(table("names/labels")["keepers"])


def find_topic(document: Document, names: list[Name], things: Things) -> Thing | None:
    """The thing a document is about: title, first defined name, and how often it is named."""
    sheet = boxes.title_of(document)
    if sheet is not None:
        for bare in titles.names_in_full(sheet.text)[1:]:
            known = things.by_key.get(things.alias.get(bare, bare))
            if known is not None and known.count > 1:
                return known
        words = sheet.key.split(" ")
        for n in range(len(words) - 1, 1, -1):
            known = things.by_key.get(canonical(" ".join(words[:n])))
            if known is not None and known.count > 1:
                return known
        return things.of(sheet)
    scores: dict[str, float] = {}
    plain = document.plain
    most = max((t.count for t in things.by_key.values()), default=1) or 1
    for thing in things.by_key.values():
        if (
            thing.count
            and thing.key not in _peoples()
            and thing.key.split(" ")[-1] not in _keepers()
            and thing.key not in reporters()
            and len(thing.key) > 1
        ):
            scores[thing.key] = 6.0 * thing.count / most
            if is_agent(thing):
                scores[thing.key] *= 0.5
    spans = [
        (b.start, b.end, 4.0 if b.kind == "title" else 1.0) for b in document.blocks if b.kind in {"title", "heading"}
    ]
    few = len(document.sentences) <= _OPENING
    grounded = {k for k in scores if things.by_key[k].count > 1 or (few and things.by_key[k].type != "census")}
    for sentence in document.sentences[:_OPENING]:
        at = bisect_left(names, sentence.start, key=_start)
        if at < len(names) and plain[sentence.start : names[at].start].strip().lower() in ARTICLES:
            grounded |= scores.keys() & {things.of(names[at]).key}
    headings = spans[:1] + [s for s in spans[1:] if s[2] > 1]
    for start, end, weight in headings:
        inside = [n for n in names if start <= n.start < end]
        whole = {things.alias.get(key, key) for key in titles.names_in_full(plain[start:end])}
        for name in inside:
            thing = things.of(name)
            if thing.key in scores:
                grounded.add(thing.key)
                full = thing.key in whole
                sure = full and thing.type in _BODIES
                scores[thing.key] += weight * (1.5 if full else 0.4) * (1.0 if sure else min(1.0, thing.count / 3))
    first = _first_sentence_name(document, names)
    if first is not None:
        thing = things.of(first)
        scores[thing.key] = scores.get(thing.key, 0.0) + (_DEFINED if is_said_to_be(plain, first.end) else 3.0)
        grounded.add(thing.key)
    else:
        defined = next((n for n in names if n.start < _FAR_IN and is_said_to_be(plain, n.end)), None)
        if defined is not None:
            scores[things.of(defined).key] = scores.get(things.of(defined).key, 0.0) + _DEFINED
            grounded.add(things.of(defined).key)
    for d in things.definitions[:3]:
        key = things.alias.get(canonical(fold(d.acronym)))
        if key in scores:
            scores[key] += 1.0
    if not grounded:
        return None
    best = things.by_key[min(grounded, key=lambda k: (-scores[k], k))]
    if not headings and (first is None or not is_said_to_be(plain, first.end)):
        return _unnamed(plain, things, best) or best
    return best


def _unnamed(plain: str, things: Things, best: Thing) -> Thing | None:
    """What a passage without a title speaks of as "the tower", as often as of anything, and never names."""
    found = Counter(_DEFINITE.findall(plain))
    kinds = {head_nouns().get(noun) for noun in found} & _NAMED_THINGS
    kinds -= {thing.type for thing in things.by_key.values() if thing.count}
    tally = Counter({noun: n for noun, n in found.items() if head_nouns().get(noun) in kinds})
    noun, n = max(tally.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if n < max(_OFTEN, best.count) or best.type not in {None, "person", "place"}:
        return None
    thing = things.text()
    thing.type = head_nouns()[noun]
    return thing


def _first_sentence_name(document: Document, names: list[Name]) -> Name | None:
    seen = 0
    for sentence in document.sentences[:40]:
        block = document.blocks[sentence.block]
        if block.kind == "paragraph" and sentence.end - sentence.start > 40:
            name = opening_name(document.plain, sentence.start, sentence.end, names)
            seen += 1
            if name is not None or seen == _OPENING:
                return name
    return None
