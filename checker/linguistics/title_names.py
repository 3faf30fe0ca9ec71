"""Finds the full names in a title, without the words that pages put around them: "About X: facts"."""

from __future__ import annotations

import re

from checker.language.language import derived, table, word_set
from checker.language.names import fold, head_nouns
from checker.language.words import common_words, singular, stopwords
from checker.linguistics.name_keys import canonical

_APART = re.compile(r": | [-–—|] ")
_DOCUMENTS = word_set("names/labels", "documents")
_BEHIND = re.compile(r"[,(]")
"""Behind these a title explains the name, in words that may name other entities."""


@derived
def _around() -> tuple[tuple[str, ...], frozenset[str]]:
    words = table("names/labels")
    openers = sorted(words["before_title"], key=lambda o: (-o.count(" "), o))
    return tuple(f"{opener} " for opener in openers), frozenset(words["behind_title"])


def names_in_full(text: str) -> tuple[str, ...]:
    """The keys that a title, or a part of it between its marks, may name in full: ``About the X: facts`` names X."""
    found: list[str] = []
    for part in (text, *_APART.split(text)):
        words = _BEHIND.split(part, maxsplit=1)[0].strip(" #*)!.\n").split(" ")
        for key in _without_title_words(words):
            if key and key not in found:
                found.append(key)
    return tuple(found)


@derived
def _kinds() -> frozenset[str]:
    labels = table("names/labels")
    return frozenset(word for phrase in (*labels["behind_title"], *labels["changelogs"]) for word in phrase.split())


def names_a_kind(key: str) -> bool:
    """The words only say what kind of document it is: ``changelog``, ``annual report``."""
    return all(word in _kinds() or word in stopwords() or word.isdecimal() for word in key.split(" "))


def of_document(key: str) -> bool:
    """The last word says what the document is, so that the name is the document's: ``impact report``."""
    return key.rpartition(" ")[2] in _DOCUMENTS


def ordinary_share(key: str) -> float:
    """The share of a name's words that stand in any text: all of ``club rules``, half of ``orr club``."""
    words = key.split(" ")
    known = common_words()
    return sum(w in known or singular(w) in known or w in stopwords() or w.isdecimal() for w in words) / len(words)


def _without_title_words(words: list[str]) -> list[str]:
    """The words as they are, without what opens them, and without what closes them."""
    openers, behind = _around()
    line = " ".join(words)
    bare = line
    for opener in openers:
        if bare.lower().startswith(opener):
            bare = bare[len(opener) :]
            break
    parts = bare.split(" ")
    while len(parts) > 1 and (_closes(parts[-1], behind) or parts[-1].isdecimal()):
        parts.pop()
    return [canonical(fold(line)), canonical(fold(bare)), canonical(fold(" ".join(parts)))]


def _closes(word: str, behind: frozenset[str]) -> bool:
    """A word of pages and reports, or a common noun or a small word behind the name."""
    low = word.lower()
    return low in behind or (word.islower() and (low in head_nouns() or low in stopwords()))
