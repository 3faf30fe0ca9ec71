"""Counts of things, and numbers that count nothing named."""

from __future__ import annotations

from decimal import Decimal

from checker.values import nouns
from checker.values.draft import Draft
from checker.values.lexicon import listed
from checker.values.numerals import Quantity
from checker.values.reading import Reading


def read(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """The count or bare number that ``found`` is; None where a word for one is a pronoun."""
    token = reading.tokens[i]
    one = found.low == 1 and found.high == 1 and token.kind == "units"
    if one and not _counts_one(reading, found):
        return None
    start = found.end
    if reading.text[start : start + 1] == "+":
        start += 1
    noun = nouns.after(reading, start, single=one or found.low == 1 and found.high == 1)
    if noun is None:
        noun = _of(reading, found)
    if one and noun is None:
        return None
    draft = Draft.of("count" if noun else "number", found)
    if noun is not None:
        draft.noun, draft.unit = noun.phrase, noun.head
    return draft


def _of(reading: Reading, found: Quantity) -> nouns.Noun | None:
    """Hundreds of ships, 12 of the ships, half of the students, a dozen or so ships."""
    text, end = reading.text, found.end
    for words in (" of the ", " of its ", " of their ", " of his ", " of our ", " of these ", " of those ", " of ", " or so ", " or more "):
        if text.startswith(words, end):
            return nouns.after(reading, end + len(words) - 1)
    return None


def _counts_one(reading: Reading, found: Quantity) -> bool:
    word, _ = reading.word_before(found.start)
    if word.strip(",;") in listed("noise", "determined") or reading.text[found.start - 1 : found.start] == "-":
        return False
    after, _, _ = reading.word_after(found.end)
    low = after.lower()
    return low not in listed("noise", "pronominal") and low != "" and Decimal(1) == found.low
