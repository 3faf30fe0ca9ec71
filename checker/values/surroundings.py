"""What stands right beside a figure, as flags: whether any reader has a use for the word before or behind it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from checker.values import currencies, following
from checker.values.figures import DIGITS
from checker.values.lexicon import bound_words, listed, mapped, modifier_signs, modifiers_after, modifiers_before
from checker.values.reading import Reading

LABEL, MODIFIER, DATING, CURRENCY, SIGN, RANGING, PAST, AGE = (1 << n for n in range(8))
"""Of the word before: names what follows, modifies it, makes a date of it, is a currency, a minus, opens a range,
makes a duration past, makes an age."""
UNIT, LETTERS, ERA, BOUND, TIMES, CLOCK, OPEN = (1 << n for n in range(8, 15))
"""Of the word behind: is or may open a unit, a scale letter, an era, a bound, "times", a time of day, an open end."""
BESIDE = 1 << 15
"""Something other than a blank, a bracket or closing punctuation touches the figure before, or behind."""
EVERYTHING = (1 << 17) - 1


def _flags(*groups: tuple[int, Iterable[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for flag, words in groups:
        for word in words:
            found[word] = found.get(word, 0) | flag
    return found


@cache
def _before() -> dict[str, int]:
    labels = listed("noise", "before")
    names = {name.rpartition(" ")[2] for name in listed("currencies", "before")}
    signs = {sign.rpartition(" ")[2].lower() for pairs in currencies.signs_before().values() for sign, _ in pairs}
    return _flags(
        (LABEL, labels),
        (LABEL, (label + ":" for label in labels)),
        (MODIFIER, modifiers_before()),
        (MODIFIER, (sign.rpartition(" ")[2] for sign, _ in modifier_signs())),
        (DATING, bound_words()),
        (DATING, listed("calendar", "parts") | listed("calendar", "era_after") | {"the"}),
        (CURRENCY, names | signs),
        (SIGN, listed("numerals", "negative") | {"-"}),
        (RANGING, ("between", "from")),
        (PAST, listed("durations", "before")),
        (AGE, listed("durations", "aged")),
    )


@cache
def _behind() -> dict[str, int]:
    return _flags(
        (UNIT, following.first_words()),
        (LETTERS, (letters.lower() for letters in mapped("numerals", "suffixes"))),
        (ERA, listed("calendar", "era_before") | listed("calendar", "era_after")),
        (BOUND, (phrase.partition(" ")[0] for phrase, _ in modifiers_after())),
        (TIMES, ("times", "fold", "x")),
        (CLOCK, listed("noise", "clock")),
        (OPEN, (words.split()[0] for words in listed("calendar", "open_ends"))),
    )


_QUIET_BEFORE = frozenset(" \n\t(\"'|[,;")
_QUIET_BEHIND = frozenset(",.;:)\"'\n\t|]?!")


def beside(reading: Reading, start: int, end: int) -> int:
    """The flags of ``text[start:end]``, a figure."""
    text = reading.text
    flags = 0
    if start:
        before = text[start - 1]
        if before == " ":
            word, _ = reading.word_before(start)
            flags = _before().get(word, 0)
            if not word:
                flags |= EVERYTHING if start > 1 and text[start - 2] == " " else 0
            elif not word[-1].isalnum():
                flags |= CURRENCY | MODIFIER | SIGN | DATING
        elif before not in _QUIET_BEFORE:
            return EVERYTHING
        elif before == "(" or before == "'" or before == "[":
            flags = BESIDE
    behind = text[end : end + 1]
    if behind == " ":
        word = reading.word_after(end)[0]
        found = _behind().get(word.lower())
        if found is not None:
            return flags | found
        if word.isalpha() or not word:
            return flags
        return flags | (UNIT | LETTERS | BOUND | ERA | CLOCK | TIMES | OPEN if not word[0].isalpha() or not word[-1].isalpha() else _hyphenated(word))
    if not behind or behind in _QUIET_BEHIND and text[end + 1 : end + 2] not in DIGITS:
        if behind in (".", ")") and end - start <= 3:
            return flags | LABEL
        return flags
    return EVERYTHING


def _hyphenated(word: str) -> int:
    return _behind().get(word.partition("-")[0].partition("/")[0].partition("'")[0].lower(), 0) | (UNIT if not word.isalnum() else 0)
