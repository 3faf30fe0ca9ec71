"""Matches the vocabulary's phrases to the words on either side of a value."""

from __future__ import annotations

from checker.claims.thresholds import SKIPPED_AT_GAP, SKIPPED_IN_PHRASE
from checker.language import verbs
from checker.linguistics.sentence import PREPOSITIONS, ParsedSentence


def infinitive(parsed: ParsedSentence, i: int) -> bool:
    """A base form is an event behind "to", "will" and their like; elsewhere it is a noun or a present."""
    before = parsed.lower_forms[i - 1] if i else ""
    return before == "to" or before in verbs.auxiliaries()


def inner(parsed: ParsedSentence, index: int) -> int:
    """How many words of the mention stand before its number or name: 1 in "since 1990"."""
    first, last = parsed.spans[index]
    n = 0
    while first + n < last - 1 and parsed.words[first + n].is_word and parsed.lower_forms[first + n] in PREPOSITIONS:
        n += 1
    return n


def leftward(parsed: ParsedSentence, i: int, left: tuple[str, ...]) -> bool:
    """The phrase ends at word ``i``, at most two words skipped between its own (four at ``...``)."""
    at, k, room = i - 1, len(left) - 2, SKIPPED_IN_PHRASE
    while k >= 0:
        if left[k] == "...":
            room, k = SKIPPED_AT_GAP, k - 1
            continue
        skipped = 0
        while at >= 0 and parsed.lower_forms[at] != left[k] and skipped < room:
            at, skipped = at - 1, skipped + 1
        if at < 0 or parsed.lower_forms[at] != left[k]:
            return False
        at, k, room = at - 1, k - 1, SKIPPED_IN_PHRASE
    return True


def rightward(parsed: ParsedSentence, i: int, right: tuple[str, ...]) -> bool:
    at, room = i, SKIPPED_IN_PHRASE
    for part in right:
        if part == "...":
            room = SKIPPED_AT_GAP
            continue
        skipped = 0
        while at < len(parsed.lower_forms) and parsed.lower_forms[at] != part and skipped < room:
            at, skipped = at + 1, skipped + 1
        if at >= len(parsed.lower_forms) or parsed.lower_forms[at] != part:
            return False
        at, room = at + 1, SKIPPED_IN_PHRASE
    return True
