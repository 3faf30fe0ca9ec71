"""Follows what a document is about: its topic, its sections' topics, and what "it" and "the program" stand for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from checker.claims import boxes
from checker.claims.entities import Thing, Things, canonical
from checker.claims.openings import ARTICLES, is_said_to_be, opening_name
from checker.claims.parse import Parse, Referent
from checker.language.names import Name, broad, fold, given, head_nouns, places, reporters
from checker.model.document import Document
from checker.model.value import Mention
from checker.vocabulary import table

_DEFINED = 6.0
_FAR_IN = 3000
"""How far in a page that opens with menus and boxes its subject is told of at the latest."""
_start = attrgetter("start")
_OPENING = 3
"""How many sentences may pass before the one that says what the text is about."""
_RECENT = 30
_SHIPS = frozenset({"ship", "vehicle"})
_ACADEMIC = ("college", "university", "school", "academy", "institute")
_CALLED = frozenset({"building", "structure"})
_NOBODY = frozenset({"it", "its"})
_AGENTS = frozenset({"census", "place", "legislature", "government", "country"})


@dataclass(slots=True)
class Discourse:
    """Where the reading stands in one document."""

    things: Things
    topic: Thing | None = None
    section: Thing | None = None
    paragraph: Thing | None = None
    block: int = -1
    headed: int = -1
    """The block of the last heading."""
    dated: Mention | None = None
    """The date that stands as a heading over the text at hand, as in a timeline."""
    titled: Mention | None = None
    """The period that the title says the whole text reports on."""
    reported: Mention | None = None
    """The period that the title, or the heading over the text at hand, says its figures are for."""
    leads: list[Thing] = field(default_factory=list)
    """What recent sentences were about, the latest last."""
    people: list[Thing] = field(default_factory=list)
    named: list[Thing] = field(default_factory=list)
    """Everything named so far, the latest last."""

    sentence: list[tuple[int, Thing]] = field(default_factory=list)
    """What the sentence at hand names, with the word that each name begins at."""

    def about(self) -> Thing | None:
        """What a sentence that names nothing is about."""
        return self.paragraph or self.section or self.topic

    def stand_for(self, referent: Referent) -> tuple[Thing | None, str]:
        """The thing a name, a pronoun or a definite phrase stands for, and why."""
        if referent.kind == "name" and referent.name is not None:
            name = referent.name
            if referent.type == "event":
                text = f"{name.text} {referent.word}"
                name = Name(name.start, name.end, text, fold(text))
            thing = self.things.of(name)
            if thing.type is None and referent.type is not None:
                thing.type = referent.type
            return thing, "named in the clause"
        if referent.kind == "pronoun":
            return self._pronoun(referent)
        return self._definite(referent)

    def _definite(self, referent: Referent) -> tuple[Thing | None, str]:
        """What "the bridge" stands for: the last one told of, what the text is about, or the last one named."""
        kind = referent.type
        kinds = broad().get(referent.word, frozenset({kind}))
        about = (self.paragraph, self.section, self.topic)
        for at, thing in reversed(self.sentence):
            if thing.type == kind and at < referent.first:
                return thing, f'"the {referent.word}" is the one named before it'
        for thing in reversed(self.leads[-6:]):
            if thing.type in kinds and _may_be(thing, referent):
                return thing, f'"the {referent.word}" is the last one named'
        for candidate in about:
            if candidate is not None and candidate.type in kinds and _may_be(candidate, referent):
                return candidate, f'"the {referent.word}" is what the text is about'
        for thing in reversed(self.named[-_RECENT:]):
            if thing.type == kind and _may_be(thing, referent):
                return thing, f'"the {referent.word}" is the last one named'
        for candidate in about:
            if candidate is not None and (candidate.type == kind or (candidate.type is None and referent.name is None)):
                return candidate, f'"the {referent.word}" is what the text is about'
        if referent.name is not None:
            return self.things.of(referent.name), "named in the clause"
        return None, ""

    def _pronoun(self, referent: Referent) -> tuple[Thing | None, str]:
        """A person for "he", no person for "it", several or a body for "they"; a ship may be "she"."""
        about, word = self.about(), referent.word
        if referent.type != "person":
            told = about is not None and about.type not in {None, "person"}
            for thing in reversed(self.leads):
                if thing.type != "person" and not (told and thing is not about and _like_a_person(thing)):
                    return thing, f'"{word}" is what the sentence before is about'
            if word in _NOBODY and about is not None and is_somebody(about):
                about = next((t for t in (self.section, self.topic) if t is not None and not is_somebody(t)), None)
                return about, f'"{word}" is what the text is about' if about is not None else ""
            return about, f'"{word}" is what the text is about'
        last = self.leads[-1] if self.leads else about
        if word in {"she", "her"} and last is not None and last.type in _SHIPS:
            return last, f'"{word}" is the ship told of'
        for at, thing in self.sentence:
            if at < referent.first and (thing.type == "person" or _like_a_person(thing)):
                return thing, f'"{word}" is the person named before it'
        if self.people:
            return self.people[-1], f'"{word}" is the person last named'
        for thing in (
            *reversed(self.leads),
            *reversed([t for _, t in self.sentence]),
            *reversed(self.named[-_RECENT:]),
        ):
            if thing.type == "person" or _like_a_person(thing):
                return thing, f'"{word}" is the person last named'
        if about is not None and about.type not in {None, "person"}:
            return self.things.text(), f'"{word}" is never named'
        return about, f'"{word}" is what the text is about'


def _may_be(thing: Thing, referent: Referent) -> bool:
    """No hall is "the museum": a building is called by its own noun, or by one for all buildings."""
    if thing.type == "university":
        own = [part for part in thing.key.split(" ") if part in _ACADEMIC]
        return not own or referent.word in own or referent.word not in _ACADEMIC[:2]
    if thing.type not in _CALLED or referent.word in broad() or referent.word in _CALLED:
        return True
    own = [part for part in thing.key.split(" ") if head_nouns().get(part) == thing.type]
    return not own or referent.word in own


def _like_a_person(thing: Thing) -> bool:
    """Two or three names without a noun that says what it is: most often a person."""
    parts = thing.name.split(" ")
    capital = all(part[:1].isupper() and not part.isupper() and part.replace("'", "").isalpha() for part in parts)
    return thing.type is None and 2 <= len(parts) <= 3 and capital and thing.acronym is None


def is_somebody(thing: Thing) -> bool:
    """A person by all that is said, or by a common given name where nothing is."""
    first, _, rest = thing.name.partition(" ")
    called = bool(rest) and first.lower() in given() and _like_a_person(thing)
    return thing.type == "person" or called


def is_agent(thing: Thing) -> bool:
    """Countries, governments and those who count or rate do things to what a text is about; seldom is it about them."""
    return thing.type in _AGENTS or thing.key in reporters()


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
        whole = canonical(fold(plain[start:end].strip(" #*").split(",")[0].split("(")[0].strip()))
        for name in inside:
            thing = things.of(name)
            if thing.key in scores:
                grounded.add(thing.key)
                full = thing.key == whole or things.alias.get(whole) == thing.key
                scores[thing.key] += weight * (1.5 if full else 0.4) * min(1.0, thing.count / 3)
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
    best = min(grounded, key=lambda k: (-scores[k], k))
    return things.by_key[best]


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


def enter(d: Discourse, document: Document, index: int, names: list[Name]) -> None:
    """Move the reading to block ``index``: headings open sections, paragraphs may have a topic of their own."""
    if index == d.block:
        return
    for i in range(d.block + 1, index + 1):
        block = document.blocks[i]
        if block.kind == "heading":
            first = bisect_left(names, block.start, key=_start)
            inside = names[first : bisect_left(names, block.end, first, key=_start)]
            whole = document.plain[block.start : block.end].strip(" #*:")
            d.section = None
            for name in inside:
                thing = d.things.of(name)
                if len(name.text) >= 0.6 * len(whole) and not is_agent(thing) and thing.count > 1:
                    d.section = thing
            d.headed = i
            d.leads.clear()
        if i == index:
            own = opening_name(document.plain, block.start, block.end, names)
            d.paragraph = None
            if own is not None and block.kind in {"paragraph", "item"}:
                thing = d.things.of(own)
                if not is_agent(thing) or thing.type == "person":
                    d.paragraph = thing
                    d.leads.append(thing)
            if d.paragraph is not None and d.paragraph.type == "person":
                d.people.append(d.paragraph)
    d.block = index


def lead_of(p: Parse, d: Discourse) -> Thing | None:
    """What a sentence is about: the first name or reference that no preposition governs."""
    for r in p.referents:
        if r.preposition is None and not r.possessive:
            thing, _ = d.stand_for(r)
            if thing is not None and thing.key not in reporters():
                return thing
    return None
