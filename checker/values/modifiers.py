"""Reads what a value is modified by: approximators, bounds and signs before it, bounds behind it."""

from __future__ import annotations

from checker.language.language import derived, word_set
from checker.model.value import Modifier
from checker.values.cursor import CLOSING, OF, Reading
from checker.values.lexicon import listed, modifier_signs, modifier_words, modifiers_after, modifiers_before, seeds

_NEXT_BOUND = word_set("values/particles", "next_bound")
_STRONGER = ("more_than", "at_least", "less_than", "up_to")


@derived
def _sign_ends() -> frozenset[str]:
    return frozenset(sign[-1] for sign, _ in modifier_signs())


@derived
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase, _ in modifiers_after())


def before(reading: Reading, start: int) -> tuple[Modifier | None, int]:
    """The modifier that ends right before ``start``, if any, and where the value starts with it."""
    found, at = _one(reading, start)
    if found is None:
        return None, start
    again, further = _one(reading, at)
    if again is None:
        return found, at
    if found in _STRONGER or again == "exact":
        return found, further
    return again, further


def _one(reading: Reading, start: int) -> tuple[Modifier | None, int]:
    if not start:
        return None, start
    text = reading.text
    character = text[start - 1]
    if character == " ":
        word, at = reading.word_before(start)
        if word in OF:
            extreme = _extreme(reading, at)
            if extreme[0] is not None:
                return extreme
        phrases = modifiers_before().get(word)
        if phrases is not None:
            window = text[max(reading.covered, start - 40) : start - 1].lower()
            for phrase, modifier in phrases:
                if window.endswith(phrase):
                    at = start - 1 - len(phrase)
                    if at == 0 or not text[at - 1].isalnum():
                        return modifier, at
            return None, start
        character = text[start - 2 : start - 1]
    if character in _sign_ends():
        return _sign(text, start)
    if character == "." and not text[max(0, start - 3) : start - 2].isalnum() and text[start - 2 : start - 1] == "c":
        return "about", start - 2
    return None, start


def _extreme(reading: Reading, of: int) -> tuple[Modifier | None, int]:
    """A minimum cost of, the maximum height of."""
    window = reading.text[max(reading.covered, of - 30) : of - 1].lower().split(" ")
    modifier = modifier_words("extremes").get(window[-2]) if len(window) > 2 else None
    if modifier is None:
        return None, of
    return modifier, of - 1 - len(window[-1]) - 1 - len(window[-2])


def _sign(text: str, start: int) -> tuple[Modifier | None, int]:
    for sign, modifier in modifier_signs():
        for blank in ("", " "):
            if not text.endswith(sign + blank, max(0, start - 6), start):
                continue
            at = start - len(sign + blank)
            ahead = text[at - 1 : at]
            if (
                sign[0] in "<>"
                and at
                and not (ahead in " (" or (ahead.isalpha() and text[at - 2 : at - 1] in ("", " ")))
            ):
                continue
            return modifier, at
    return None, start


def after(reading: Reading, end: int) -> tuple[Modifier | None, int]:
    """The bound that follows a value directly, if any, and where the value ends with it."""
    text = reading.text
    following = text[end : end + 1]
    if following == "+" and not text[end + 1 : end + 2].isalnum():
        return "at_least", end + 1
    if following != " " or reading.word_after(end)[0].lower().rstrip(CLOSING) not in _first_words():
        return None, end
    low = text[end + 1 : end + 30].lower()
    for phrase, modifier in modifiers_after():
        if low.startswith(phrase) and not _goes_on(low[len(phrase) : len(phrase) + 2]):
            if _compares(low[len(phrase) :]) or (
                phrase in listed("modifiers", "nominal") and _names(reading, end, phrase)
            ):
                return None, end
            return modifier, end + 1 + len(phrase)
    return None, end


def _goes_on(rest: str) -> bool:
    """Whether the last word of a phrase goes on: "275 and under-18s 150"."""
    return rest[:1].isalnum() or (rest[:1] == "-" and rest[1:].isalnum())


def _names(reading: Reading, end: int, phrase: str) -> bool:
    """Whether a noun follows what may be a bound, so that it belongs to that: 2,080 MW maximum capacity."""
    word = (
        reading.text[end + 1 + len(phrase) : end + len(phrase) + 30].partition(" ")[2].split(" ", 1)[0].rstrip(CLOSING)
    )
    return word.isalpha() and word.islower() and word not in listed("nouns", "stops")


def joined(text: str, end: int) -> tuple[Modifier | None, int]:
    """What a hyphen joins to a number to bound it, if anything, and where that ends: 100-plus people."""
    for word, modifier in modifier_words("joined").items():
        stop = end + len(word)
        if text.startswith(word, end) and not (text[stop : stop + 1].isalnum() or text.startswith("-", stop)):
            return modifier, stop
    return None, end


def _compares(rest: str) -> bool:
    """Whether what looks like a bound behind a value opens the bound of the next: 5 or more than 4."""
    word = rest[1:].partition(" ")[0]
    return rest[:1] == " " and (word in _NEXT_BOUND or word[:1].isdecimal() or word in seeds())


def bounds(low: str | None, high: str | None, modifier: Modifier) -> tuple[str | None, str | None]:
    """The bounds of a value under a modifier: what is open is None."""
    if modifier in ("more_than", "at_least"):
        return low, None
    if modifier in ("less_than", "up_to"):
        return None, high
    return low, high
