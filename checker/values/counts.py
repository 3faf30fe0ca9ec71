"""Counts of things, and numbers that count nothing named."""

from __future__ import annotations

from checker.language.language import phrases
from checker.values import counted_noun, modifiers, non_values
from checker.values.cursor import Reading
from checker.values.lexicon import listed
from checker.values.mention_draft import Draft
from checker.values.quantity import Quantity

_partitives = phrases("values/nouns", "partitives")
_SMALL = frozenset(("units", "teens"))


def read(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """The count or bare number that ``found`` is; None where a word for one is a pronoun, or letters run on from a
    figure: flat 12c."""
    token, text = reading.tokens[i], reading.text
    if token.kind == "int" and token.text[0] == "0" and len(token.text) > 1 and found.single is not None:
        return None
    end = found.end
    following = text[end : end + 1]
    if following.isalpha():
        return None
    single = found.low == 1 and found.high == 1
    noun = None
    if following == "+":
        noun = counted_noun.after(reading, end + 1, single=single)
    elif following == "-":
        noun = counted_noun.joined(reading, end)
    elif following == " ":
        if single and token.kind == "units" and not _counts_one(reading, found):
            return None
        noun = counted_noun.after(reading, end, single=single) or _partitive(reading, found)
    if noun is None:
        if token.kind in _SMALL and found.single is not None and _is_pronoun(reading, found, single):
            return None
        if found.single is not None and _is_called(reading, found):
            return None
        if found.single is not None and non_values.is_numbered_name(reading, found.single):
            return None
        return Draft.of("number", found)
    draft = Draft.of("count", found)
    draft.noun, draft.unit = noun.phrase, noun.head
    bound, _ = modifiers.after(reading, noun.end) if found.modifier == "exact" else (None, noun.end)
    if bound is not None:
        draft.modifier = bound
        draft.low, draft.high = modifiers.bounds(draft.low, draft.high, bound)
    return draft


def _partitive(reading: Reading, found: Quantity) -> counted_noun.Noun | None:
    """Hundreds of ships, 12 of the ships, half of the students, a dozen or so ships."""
    if reading.text[found.end + 1 : found.end + 2] != "o":
        return None
    for words in _partitives():
        if reading.text.startswith(words, found.end):
            return counted_noun.after(reading, found.end + len(words) - 1)
    return None


def _is_pronoun(reading: Reading, found: Quantity, single: bool) -> bool:
    """Whether a small number in words stands for things named before: the two, one."""
    if single and found.end - found.start < len(reading.text.strip(" .\n")):
        return True
    word, _ = reading.word_before(found.start)
    return word in listed("noise", "determiners") or word in listed("noise", "pronoun_cues")


def _is_called(reading: Reading, found: Quantity) -> bool:
    """Whether a number is somebody's name: 538 says, 538's model, according to 538; Six is a library."""
    text = reading.text
    following = text[found.end : found.end + 1]
    if following == "'" and text.startswith("'s ", found.end):
        return True
    if reading.word_before(found.start)[0] == "to" and text.endswith("ccording to ", 0, found.start):
        return True
    if following != " ":
        return False
    verbs = "singular_verbs" if text[found.start].isdecimal() else "singular_auxiliaries"
    return found.low > 1 and reading.word_after(found.end)[0] in listed("noise", verbs)


def _counts_one(reading: Reading, found: Quantity) -> bool:
    word, _ = reading.word_before(found.start)
    if word.rstrip(",;") in listed("noise", "determined") or reading.text[found.start - 1 : found.start] == "-":
        return False
    return reading.word_after(found.end)[0].lower() not in listed("noise", "pronominal")
