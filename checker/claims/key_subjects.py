"""Says what the key of a labelled line is: the attribute of the value, or the thing that has it.

``Opening hours`` is an attribute. The shop of ``Shop - 300 kinds of tea`` has kinds, as a value with a noun of its own
is of its key; ``Youngest player: Ada Corran, 14`` is of the person named; a setting is the part of a product that has a
default. A key that is a thing is an entity that the text knows by that name, or else a part of the topic.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from checker.claims.claim_builder import ClaimBuilder
from checker.claims.thresholds import KEY_REACH, KEY_WORDS, RANKING_WORDS
from checker.language.language import derived, table
from checker.language.verbs import auxiliaries
from checker.language.words import singular, stopwords
from checker.language.words import words as words_of
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import ParsedSentence
from checker.model.document import Block
from checker.model.kinds import counts


@dataclass(frozen=True, slots=True)
class KeyThing:
    """The thing that a line's key or its value names."""

    entity: EntityCluster | None = None
    part: str = ""
    """The part of the topic that it is, where no entity has its name."""
    own_words: bool = False
    """The attribute is in the words beside the value, and not in the key."""


_NOTHING = KeyThing()


def thing_of(builder: ClaimBuilder, block: Block, parsed: ParsedSentence, index: int, known: bool) -> KeyThing:
    """What has the value, nothing where it is the topic; ``known``: the key names an attribute of such values."""
    key = (block.key or "").strip(" *_")
    holder = _holder(builder, parsed, index) if _ranks(key) else None
    if holder is not None:
        return KeyThing(holder)
    if known or not key or len(key.split()) > KEY_WORDS:
        return _NOTHING
    named = _named_by_key(builder, block)
    if named is not None:
        return KeyThing(named, own_words=bool(parsed.mentions[index].noun))
    if _opens(block, parsed) and _has_own_noun(builder, key, parsed, index):
        return KeyThing(part=part_name(key), own_words=True)
    return _NOTHING


def _named_by_key(builder: ClaimBuilder, block: Block) -> EntityCluster | None:
    """The entity whose proper name, of several words in capitals, is the whole of the key."""
    start, end = block.cells[0]
    at = bisect_left(builder.names, start, key=attrgetter("start"))
    name = builder.names[at] if at < len(builder.names) else None
    if name is None or name.start != start or name.end < end or " " not in name.text:
        return None
    capitals = all(word[0].isupper() for word in name.text.split() if word.lower() not in stopwords())
    entity = builder.entities.find(name)
    return entity if capitals and entity.count > 1 else None


def part_name(key: str) -> str:
    """The key as the name of a part of something."""
    return " ".join(key.lower().replace("#", " ").replace("@", " ").split())


def _opens(block: Block, parsed: ParsedSentence) -> bool:
    """Whether the value of the line opens with a figure, and is no sentence."""
    begin = block.cells[-1][0]
    at = next((n for n, m in enumerate(parsed.mentions) if m.end > begin), None)
    if at is None:
        return False
    first, last = parsed.mentions[at].start, parsed.spans[at][1]
    said = any(not word.capital and word.low in auxiliaries() for word in parsed.words[last : last + KEY_REACH])
    before = [word.low for word in parsed.words if begin <= word.start < first and word.is_word]
    return not said and stopwords().issuperset(before)


def _has_own_noun(builder: ClaimBuilder, key: str, parsed: ParsedSentence, index: int) -> bool:
    """A count with a noun that is not in the key: ``Hall: 40 seats``, and no ``Opening hours: 9 to 5 o'clock``."""
    mention = parsed.mentions[index]
    if not counts(mention.kind) or not mention.noun:
        return False
    own = {singular(word) for word in _content(mention.noun.lower())}
    named = _content(key.lower())
    if not named or own.intersection(map(singular, named)):
        return False
    names = {named[-1], singular(named[-1])}
    return names.isdisjoint(builder.lexicon.keys) and names.isdisjoint(measured_nouns())


def _holder(builder: ClaimBuilder, parsed: ParsedSentence, index: int) -> EntityCluster | None:
    """The name right before the value or in brackets behind it: ``Ada Corran, 14``, ``15 games (Corran Rovers)``."""
    first, last = parsed.spans[index]
    key_end = next((i for i, low in enumerate(parsed.lower_forms) if low in {":", "-", "="}), -1)
    for referent in parsed.referents:
        if referent.kind != "name" or referent.name is None or referent.first <= key_end:
            continue
        before = 0 <= first - referent.last <= KEY_REACH and not any(
            parsed.words[i].is_word for i in range(referent.last, first)
        )
        opens = referent.first > last and parsed.lower_forms[referent.first - 1] == "("
        if before or (opens and not any(parsed.covered[i] == 2 for i in range(last, referent.first))):
            return builder.entities.find(referent.name)
    return None


def _ranks(key: str) -> bool:
    """Whether the key asks which one is first of its kind: ``Longest run``, ``Most titles``."""
    rankings = table("language/rankings")
    for word in key.lower().replace("-", " ").split()[:RANKING_WORDS]:
        if (
            word in rankings["superlatives"]
            or word in rankings["leading"]
            or (word.endswith("est") and word not in rankings["never"])
        ):
            return True
    return False


def _content(text: str) -> list[str]:
    return [w.low for w in words_of(text, 0, len(text)) if w.is_word and w.low not in stopwords()]


@derived
def measured_nouns() -> frozenset[str]:
    """Nouns that name what is measured of a thing, and no thing."""
    return frozenset(table("language/questions")["dimensions"]) | frozenset(table("language/measured"))
