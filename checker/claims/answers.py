"""Reads an answer that is no sentence with its question: ``How many halls are there? 34``, ``Q: The fee? A: £5``.

The attribute is asked for by the question's words: what is counted behind "how many", the dimension of "how long", the
noun of "what is the fee". The subject is whom or what the question speaks of; "you" and "there" are the topic.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from checker.claims.attribute_triggers import Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.scope import scope_of
from checker.claims.thresholds import ANSWER_WORDS, PART_WORDS, QUESTION_COST
from checker.language.language import derived, derived_up_to, table
from checker.language.words import singular, stem, stopwords
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import PREPOSITIONS, ParsedSentence, parse
from checker.model.claim import Scope
from checker.model.labels import NO_WORDS, OpenWords
from checker.model.reasons import AttributeReason

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks for."""

    noun: tuple[str, ...] = ()
    """The words of the attribute, the last one its noun."""
    thing: tuple[int, int] = (0, 0)
    """The question's words for what it speaks of."""


def read(builder: ClaimBuilder, question: tuple[int, int], parsed: ParsedSentence) -> bool:
    """State the values of an answer, where it is a fragment; False where it says for itself what they are."""
    told = [r for r in parsed.referents if r.preposition is None and not r.possessive and r.kind != "definite"]
    if parsed.verbs or told or len(parsed.words) > ANSWER_WORDS or not parsed.mentions:
        return False
    first = parsed.mentions[0]
    names = builder.names[bisect_left(builder.names, question[0], key=_start) :]
    names = names[: bisect_left(names, parsed.end, key=_start)]
    begin = bisect_left(builder.starts, question[0])
    both = builder.mentions[begin : bisect_left(builder.starts, parsed.end)]
    joint = parse(builder.document.plain, question[0], parsed.end, names, both)
    index = both.index(first)
    close = next((i for i, word in enumerate(joint.words) if word.end >= question[1]), len(joint.words) - 1)
    if not first.is_stated:
        return True
    asked = _asked(joint, close)
    entity, part = _spoken_of(builder, joint, asked)
    if entity is None:
        return False
    attribute, words, is_open = _attribute(builder, joint, index, asked, entity)
    if not is_open and part and part.split(" ")[-1] in attribute.split("_"):
        part = ""
    scope = scope_of(joint, index, None, None, builder.home) if first.kind != "date" else Scope()
    basis = AttributeReason.LABEL.basis(" ".join(joint.lower_forms[: close + 1]))
    builder.state(entity, attribute, first, scope, joint, index, is_open, basis, "referred", part, words=words)
    return True


def _asked(joint: ParsedSentence, close: int) -> _Asked:
    """The words for the attribute and for what has it, of the question that ends at word ``close``."""
    low, words = joint.lower_forms, _words()
    at = next((i for i in range(close) if low[i] in words["asks"]), close)
    then = at + 1
    noun: tuple[str, ...] = ()
    if low[at : at + 1] == ["how"] and low[then : then + 1] and low[then] in words["many"]:
        verb = _next_verb(joint, then + 1, close)
        noun = _nouns(joint, then + 1, _phrase_end(joint, then + 1, verb))
        then = verb
    elif low[at : at + 1] == ["how"] and (dimension := _dimension(low[then] if then < len(low) else "")):
        noun, then = (dimension,), _next_verb(joint, then + 1, close)
    elif low[at : at + 1] != ["how"]:
        verb = _next_verb(joint, then, close)
        noun = _nouns(joint, then, verb)
        then = verb
        if not noun and low[at : at + 1] == ["what"] and low[then : then + 1] and low[then] in words["be"]:
            begin, end = _phrase(joint, then + 1, close)
            noun = _nouns(joint, begin, end)
            of = end if end < close and low[end] in {"of", "for", "in", "at", "on", "to"} else close
            return _Asked(noun, _phrase(joint, of + 1, close) if of < close else (0, 0))
    return _Asked(noun, _phrase(joint, then + 1, close) if then < close else (0, 0))


def _next_verb(joint: ParsedSentence, at: int, close: int) -> int:
    """The verb that opens the question's clause."""
    found = (i for i in range(at, close) if joint.lower_forms[i] in _words()["auxiliaries"] or i in joint.verbs)
    return next(found, close)


def _phrase(joint: ParsedSentence, at: int, close: int) -> tuple[int, int]:
    """The noun phrase that opens at a word: up to a preposition, a verb or the question's end."""
    return at, _phrase_end(joint, at, close)


def _phrase_end(joint: ParsedSentence, at: int, close: int) -> int:
    ends = (i for i in range(at, close) if joint.lower_forms[i] in PREPOSITIONS or _ends_phrase(joint, i, at))
    return next(ends, close)


def _ends_phrase(joint: ParsedSentence, i: int, at: int) -> bool:
    if i == at or joint.covered[i] == 1:
        return False
    low = joint.lower_forms[i]
    return i in joint.verbs or low in _words()["auxiliaries"] or (not joint.words[i].is_word and low not in {"'s", "-"})


def _nouns(joint: ParsedSentence, begin: int, end: int) -> tuple[str, ...]:
    """The words of content in a stretch, at most the last of them."""
    found = [joint.lower_forms[i] for i in range(begin, end) if joint.words[i].is_word]
    return tuple(word for word in found if word not in stopwords())[-PART_WORDS:]


def _spoken_of(builder: ClaimBuilder, joint: ParsedSentence, asked: _Asked) -> tuple[EntityCluster | None, str]:
    """What the question speaks of: something named, or the topic, or a part of it."""
    d = builder.discourse
    topic = d.section if d.section is not None and d.section is d.release else d.topic
    begin, end = asked.thing
    inside = [r for r in joint.referents if r.kind == "name" and r.name is not None and begin <= r.first < end]
    if inside and inside[-1].name is not None:
        return builder.entities.find(inside[-1].name), ""
    low = joint.lower_forms[begin:end]
    if not low or low[0] in _words()["nobody"]:
        return topic, ""
    return topic, " ".join(_nouns(joint, begin, end))


def _attribute(
    builder: ClaimBuilder, joint: ParsedSentence, index: int, asked: _Asked, entity: EntityCluster
) -> tuple[str, OpenWords, bool]:
    """The attribute that the question's words call for, or an open one of these words."""
    mention, lexicon = joint.mentions[index], builder.lexicon
    dated = mention.kind == "date" and _words()["dates"].issuperset(asked.noun)
    options = lexicon.by_key(" ".join(asked.noun), mention) if asked.noun and not dated else []
    if options:
        return min(options, key=lambda a: _strangeness(builder, a, entity)), NO_WORDS, False
    called = [t for t in lexicon.triggers(joint, index) if t.cost <= QUESTION_COST and _suits(builder, t, entity)]
    if called and (mention.kind in {"date", "money"} or not asked.noun):
        return called[0].attribute, NO_WORDS, False
    if asked.noun:
        nouns = [singular(word) for word in asked.noun]
        return "__".join(map(stem, nouns)), OpenWords(None, nouns[-1], tuple(nouns[:-1])), True
    return mention.kind, NO_WORDS, True


def _strangeness(builder: ClaimBuilder, attribute: str, entity: EntityCluster) -> int:
    """How little an attribute suits what the question speaks of; a person is seldom meant where none is known."""
    applies = builder.lexicon.entries[attribute].applies_to
    return 0 if entity.type in applies else 3 if set(applies) == {"person"} else 2 if applies else 1


def _suits(builder: ClaimBuilder, trigger: Trigger, entity: EntityCluster) -> bool:
    applies = builder.lexicon.entries[trigger.attribute].applies_to
    return not applies or entity.type is None or entity.type in applies


@derived_up_to(256)
def _dimension(adjective: str) -> str:
    dimensions: dict[str, list[str]] = table("language/questions")["dimensions"]
    return next((name for name, adjectives in dimensions.items() if adjective in adjectives), "")


@derived
def _words() -> dict[str, frozenset[str]]:
    lists = table("language/questions")
    return {name: frozenset(lists[name]) for name in ("asks", "many", "nobody", "auxiliaries", "be", "dates")}
