"""Finds the part of the topic that a sentence without a name is about: its tower, its library."""

from __future__ import annotations

from checker.language.language import derived, table, word_set
from checker.language.names import head_nouns, places
from checker.language.verbs import auxiliaries, presents
from checker.language.words import (
    apart,
    noun_class,
    participants,
    populations,
    singular,
    stopwords,
    undertakings,
    works,
)
from checker.linguistics.coreference import Discourse
from checker.linguistics.sentence import PREPOSITIONS, ParsedSentence
from checker.linguistics.syntax import clause_start
from checker.model.kinds import counts
from checker.model.rule import AttributeEntry

_ROW = word_set("language/clauses", "row")
_WORKED_ON = word_set("language/clauses", "worked_on")


def is_attribute_noun(part: str, entry: AttributeEntry | None) -> bool:
    """The noun is one for the attribute itself: the profit of an operating profit."""
    return entry is not None and any(part == singular(word) for noun in entry.nouns for word in noun.split(" "))


@derived
def site_nouns() -> frozenset[str]:
    """Where a body stands: campus, grounds."""
    return frozenset(table("language/parts")["sites"])


@derived
def _happenings() -> frozenset[str]:
    return frozenset(noun for kind in table("language/happenings")["kinds"].values() for noun in kind["nouns"])


def is_event_noun(part: str) -> bool:
    """A fire or a flood happens to an entity and is no part of it."""
    return part in _happenings()


def counts_people(parsed: ParsedSentence, index: int, named: bool = False) -> bool:
    """People are counted: those of a campus are those of its school; ``named``: also by their nation's name."""
    mention = parsed.mentions[index]
    noun = singular((mention.noun or "").split(" ")[-1])
    behind = parsed.words[parsed.spans[index][1]] if named and parsed.spans[index][1] < len(parsed.words) else None
    if behind is not None and behind.low.endswith("s") and places().get(behind.low.removesuffix("s")):
        return True
    return counts(mention.kind) and (noun in participants() or noun_class(noun) == noun_class("people"))


def linking_verb(parsed: ParsedSentence, index: int) -> int | None:
    """The last "is" or present verb before the value."""
    first = parsed.spans[index][0]
    return next(
        (
            i
            for i in reversed(range(first))
            if parsed.lower_forms[i] in auxiliaries() or parsed.lower_forms[i] in presents()
        ),
        None,
    )


def part_of_topic(parsed: ParsedSentence, index: int, at: int | None, discourse: Discourse) -> str:
    """The common noun that a sentence without a name is about, unless it is people or what is counted."""
    if at is None or any(
        referent.kind == "name" and discourse.resolve(referent)[0] is discourse.current_topic()
        for referent in parsed.referents
    ):
        return ""
    topic = discourse.current_topic()
    if topic is not None and topic.type == "person":
        return ""
    first, last = parsed.spans[index]
    i = clause_start(parsed, at)
    comma = next((j for j in range(i, at) if parsed.words[j].low == ","), None)
    opens = parsed.lower_forms[i - 1] if i else parsed.lower_forms[0] if parsed.lower_forms else ""
    marks = [j for j in range(i, at) if parsed.lower_forms[j] in _ROW]
    if marks and any(j < marks[-1] for j in (*parsed.verbs, *[x for x, _ in parsed.spans]) if j >= i):
        i = marks[-1] + 1
    elif comma is not None and (
        opens in PREPOSITIONS or (i < len(parsed.words) and parsed.lower_forms[i] in PREPOSITIONS)
    ):
        i = comma + 1
    elif opens in PREPOSITIONS:
        return ""
    i = next((j for j in range(i, at) if parsed.covered[j] != 2 and parsed.words[j].is_word), at)
    if parsed.lower_forms[i].endswith("ing") and parsed.lower_forms[i] not in head_nouns():
        return ""
    if any(
        referent.kind == "definite" and referent.first == i and discourse.resolve(referent)[0] is topic
        for referent in parsed.referents
    ):
        return ""
    head, set_apart = "", False
    for j in range(i, at):
        word = parsed.words[j]
        if head in works() and word.low in _WORKED_ON:
            head = ""
            continue
        if not word.is_word or parsed.covered[j] or word.low in PREPOSITIONS or j in parsed.verbs or first <= j < last:
            break
        set_apart = set_apart or word.low in apart()
        if word.low not in stopwords() and not word.low.endswith("ly") and parsed.lower_forms[j + 1] != "to":
            head = word.low
    if (
        not head
        or head in undertakings()
        or head_nouns().get(head) == "person"
        or (not set_apart and topic is not None and head_nouns().get(head) == topic.type)
        or noun_class(head) == noun_class("people")
        or {head, singular(head)} & (populations() | participants())
        or (not set_apart and topic is not None and head in topic.key.split(" "))
    ):
        return ""
    noun = parsed.mentions[index].noun
    return "" if noun and singular(head) == singular(noun.split(" ")[-1]) else singular(head)
