"""What stands right beside a figure, as flags: whether any reader has a use for the word before or behind it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.language.language import derived, derived_up_to, word_set
from checker.values import currencies, times_of_day, unit_dispatch
from checker.values.cursor import Reading
from checker.values.lexicon import (
    bound_words,
    listed,
    mapped,
    mapped_list,
    modifier_signs,
    modifiers_after,
    modifiers_before,
)
from checker.values.token import DIGITS

LABEL, MODIFIER, CIRCA, DATING, CURRENCY, SIGN, AGE = (1 << n for n in range(7))
"""Of the word before: names what follows, modifies a number, or a year, bounds a date, is a currency, a minus, makes
an age."""
UNIT, LETTERS, ERA, BOUND, TIMES, HOURS, OPEN = (1 << n for n in range(8, 15))
"""Of the word behind: is or may open a unit, a scale letter, an era, a bound, "times", what may make an hour
of it, an open end; LABEL is there of a volume."""
PARTED = 1 << 15
"""Of the word before: may part a date from its bound."""
EVERYTHING = (1 << 16) - 1
MARKED = 1 << 16
"""The word before ends in a mark that closes it, as in "Weight: 5": it says nothing of a figure that stands alone."""
HOUSE = 1 << 17
"""The word behind has a capital letter, as a street has."""
_PARTING = word_set("values/calendar", "bound_parted")
_CLOSERS = frozenset(":)]!?%")
_WORDS = 8192


def _flags(*groups: tuple[int, Iterable[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for flag, words in groups:
        for word in words:
            found[word] = found.get(word, 0) | flag
    return found


@derived
def _before() -> dict[str, int]:
    labels = listed("noise", "before")
    names = {name.rpartition(" ")[2] for name in listed("currencies", "before")}
    signs = {sign.rpartition(" ")[2].lower() for sign in currencies.signs_before()}
    return _flags(
        (LABEL, labels),
        (LABEL, (label + ":" for label in labels)),
        (MODIFIER, modifiers_before()),
        (CIRCA, (phrase.rpartition(" ")[2] for phrase in mapped_list("modifiers", "before", "about"))),
        (MODIFIER, (sign.rpartition(" ")[2] for sign, _ in modifier_signs())),
        (DATING, bound_words().keys() - _PARTING),
        (DATING, listed("calendar", "parts") | listed("calendar", "era_after")),
        (CURRENCY, names | signs),
        (SIGN, listed("numerals", "negative") | {"-"}),
        (AGE, listed("durations", "aged")),
        (AGE, (words.split()[-1] for words in listed("durations", "aged_then") | listed("durations", "aged_now"))),
        (PARTED, _PARTING),
    )


@derived
def _behind() -> dict[str, int]:
    return _flags(
        (UNIT, unit_dispatch.first_words()),
        (LETTERS, (letters.lower() for letters in mapped("numerals", "suffixes"))),
        (ERA, listed("calendar", "era_before") | listed("calendar", "era_after")),
        (BOUND, (phrase.partition(" ")[0] for phrase, _ in modifiers_after())),
        (TIMES, listed("particles", "times")),
        (LABEL, listed("noise", "codes")),
        (LABEL, listed("noise", "statuses")),
        (HOURS, times_of_day.words_behind()),
        (OPEN, (words.split()[0] for words in listed("calendar", "open_ends") | listed("calendar", "connectors"))),
    )


JOINTS = word_set("values/joints", "ranges", "between", "same_figure", "ratio", "share")
"""What may stand between a figure and the next token where the two make one value."""


@derived
def _marks_before() -> dict[str, int]:
    """Flags of characters that touch a figure, or end the word, before it."""
    found = dict.fromkeys(' \n\t|,;["', 0) | {"(": LABEL | CURRENCY, "'": DATING}
    for sign, _ in modifier_signs():
        found[sign[-1]] = found.get(sign[-1], 0) | MODIFIER | CIRCA
    for sign in currencies.signs_before():
        if not sign[-1].isalnum():
            found[sign[-1]] = found.get(sign[-1], 0) | CURRENCY
    found["-"] = found.get("-", 0) | SIGN | DATING | MODIFIER | CURRENCY | LABEL
    found["."] = found.get(".", 0) | MODIFIER | CIRCA
    for mark in "#§№+":
        found[mark] = found.get(mark, 0) | LABEL
    return found


@derived
def _marks_behind() -> dict[str, int]:
    """Flags of characters that touch a figure, or open the next word, behind it."""
    found = dict.fromkeys(" ,;\"'\n\t|]?![({*", 0) | {":": LABEL} | {")": LABEL, ".": LABEL, "+": BOUND, "×": TIMES}
    for mark in unit_dispatch.marks():
        found[mark] = found.get(mark, 0) | UNIT
    for mark in "°′″":
        found[mark] |= LABEL
    return found


def beside(reading: Reading, start: int, end: int) -> int:
    """The flags of ``text[start:end]``, a figure."""
    text = reading.text
    flags = ahead(reading, start)
    behind = text[end : end + 1]
    if behind == " ":
        return flags | _of_word_behind(reading.word_after(end)[0])
    if not behind:
        return flags
    if behind in ".,:" and text[end + 1 : end + 2] in DIGITS:
        return EVERYTHING
    return flags | _of_mark_behind(behind)


def ahead(reading: Reading, start: int) -> int:
    """The flags of what stands before ``start``."""
    if not start:
        return 0
    text = reading.text
    before = text[start - 1]
    if before != " ":
        return _of_mark_before(before)
    word = reading.word_before(start)[0]
    return _of_word_before(word) if word or text[start - 2 : start - 1] != "[" else LABEL


@derived_up_to(_WORDS)
def _of_word_before(word: str) -> int:
    """The flags of the word, lower case, that a blank parts from a figure behind it."""
    if word.endswith("_id:"):
        return LABEL
    flags = _before().get(word, 0)
    if word and not flags and not word[-1].isalnum():
        unknown = MARKED | LABEL if word[-1] in _CLOSERS else CURRENCY | MODIFIER | CIRCA | SIGN | DATING | LABEL
        return _marks_before().get(word[-1], unknown)
    return flags


@derived_up_to(_WORDS)
def _of_mark_before(mark: str) -> int:
    return CURRENCY | DATING if mark.isalpha() else _marks_before().get(mark, EVERYTHING)


@derived_up_to(_WORDS)
def _of_word_behind(word: str) -> int:
    """The flags of the word that a blank parts from a figure before it."""
    flags = _behind().get(word.lower())
    house = HOUSE if word[:1].isupper() else 0
    if flags is not None:
        return flags | house
    if not word or word.isalpha():
        return house
    if word[0].isalpha():
        return _hyphenated(word)
    return 0 if word[0] in DIGITS else _marks_behind().get(word[0], EVERYTHING) & ~LABEL


@derived_up_to(_WORDS)
def _of_mark_behind(mark: str) -> int:
    if mark.isalpha():
        return UNIT | LETTERS | ERA | TIMES | HOURS | LABEL
    if mark == "-":
        return LABEL | UNIT | LETTERS | TIMES | OPEN
    return _marks_behind().get(mark, EVERYTHING)


def _hyphenated(word: str) -> int:
    """The flags of a word with a mark in it, by the part before the mark."""
    for at, character in enumerate(word):
        if not character.isalpha():
            return _behind().get(word[:at].lower(), 0) | (ERA | HOURS | LABEL if character == "." else 0)
    return 0
