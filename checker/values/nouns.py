"""The noun that a number counts: its phrase, its head in the singular, and where it ends."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.words import singular
from checker.values.lexicon import listed
from checker.values.reading import Reading

_MOST_WORDS = 6
_STOP_MARKS = ".,;:!?)]}\"|"


class Noun(NamedTuple):
    """``phrase`` in lower case with its modifiers, ``head`` in the singular, ``end`` in the text."""

    phrase: str
    head: str
    end: int
    plural: bool


def after(reading: Reading, end: int, *, single: bool = False) -> Noun | None:
    """The noun phrase right behind a number; ``single`` where the number is one, so that it is singular."""
    text = reading.text
    if text[end : end + 1] not in (" ", "-"):
        return None
    line = text[end + 1 : end + 100].split("\n", 1)[0]
    words: list[str] = []
    ends: list[int] = []
    at = end + 1
    stop = False
    for raw in line.split(" ", _MOST_WORDS)[:_MOST_WORDS]:
        word = raw.lstrip("\"'")
        bare = word.rstrip(_STOP_MARKS + "'*")
        stop = bare != word and not _is_abbreviation(word) or not bare
        if _is_abbreviation(word):
            bare = word
        if bare.endswith("'s"):
            bare, stop = bare[:-2], True
        if not bare or not _fits(bare, words):
            break
        words.append(bare)
        ends.append(at + len(raw) - len(word) + len(bare))
        at += len(raw) + 1
        if stop:
            break
    return _headed(words, ends, single)


def _is_abbreviation(word: str) -> bool:
    return word.count(".") > 1 and word.replace(".", "").isupper()


def _fits(word: str, words: list[str]) -> bool:
    low = word.lower()
    if low in listed("nouns", "stops") or not word[0].isalpha():
        return False
    if low.endswith(("ed", "ing")) and len(low) > 4 and low not in listed("nouns", "adjectives") and "-" not in low:
        return bool(low.endswith("ing") and not words)
    return not (low.endswith("ly") and len(low) > 4 and low not in ("family", "assembly", "early", "daily", "weekly", "monthly", "yearly", "supply", "monopoly"))


def _headed(words: list[str], ends: list[int], single: bool) -> Noun | None:
    if single:
        return _singular_head(words, ends)
    last = -1
    for k, word in enumerate(words):
        if is_plural(word):
            last = k
            if k + 1 < len(words) and not (is_plural(words[k + 1]) and words[k][0].islower()):
                if words[k + 1][0].islower() and k + 2 < len(words) and is_plural(words[k + 2]) and word in ("women", "men"):
                    continue
                break
    if last < 0:
        return None
    return Noun(" ".join(words[: last + 1]).lower(), singular(words[last].lower()), ends[last], True)


def _singular_head(words: list[str], ends: list[int]) -> Noun | None:
    if not words or words[0].lower() in listed("noise", "pronominal"):
        return None
    count = 1
    while count < min(len(words), 3) and words[count - 1].lower() in listed("nouns", "singular_adjectives"):
        count += 1
    head = words[count - 1].lower()
    return Noun(" ".join(words[:count]).lower(), singular(head), ends[count - 1], False)


def is_plural(word: str) -> bool:
    """Whether a word is a noun in the plural, by its form."""
    low = word.lower()
    if low in listed("nouns", "plurals"):
        return True
    if "-" in low:
        low = low.rsplit("-", 1)[-1]
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "ous")) and low not in listed("nouns", "singular")
