"""Tells whether two expansions of one acronym are two things to a reader, or one thing written in two ways."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.language.language import derived, table, word_set

_WORD = re.compile(r"[^\W_]+(?:['\u2019.][^\W_]+)*")
_POSSESSIVE = ("'s", "\u2019s")


@dataclass(frozen=True, slots=True)
class Expansion:
    """The words of an expansion: those that carry it, as they are compared, and how they are written."""

    acronym: str
    words: tuple[str, ...]
    """Lower case, without small words, plural and possessive endings, in one country's spelling."""
    written: tuple[str, ...]


def expansion(acronym: str, text: str) -> Expansion:
    """What ``text`` says that the acronym stands for."""
    carrying = [word for word in _WORD.findall(text) if word.lower() not in word_set("language/expansions")]
    return Expansion(acronym, tuple(map(_form, carrying)), tuple(carrying))


def rivals(one: Expansion, other: Expansion) -> bool:
    """Whether the two cannot both be right: each spells the acronym with words that the other lacks, and shares some.

    Where the words of one are a run of the other's, the rest is a gloss: ``the new``, ``of 1982``. Two expansions with
    no word in common are two things that may share their letters.
    """
    first, second = _nested(one, other), _nested(other, one)
    if _within(first, second) or _within(second, first) or not set(first) & set(second):
        return False
    return _spells(one) and _spells(other)


def _nested(one: Expansion, other: Expansion) -> tuple[str, ...]:
    """The words of one, with each acronym that the other uses in place of the words it stands for: ``over IP``."""
    words = list(one.words)
    for short, form in zip(other.written, other.words, strict=True):
        if not (len(short) > 1 and short.isupper()):
            continue
        letters = short.lower()
        for at in range(len(words) - len(letters) + 1):
            if all(word.startswith(letter) for word, letter in zip(words[at:], letters, strict=False)):
                words[at : at + len(letters)] = [form]
                break
    return tuple(words)


def _within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(other[at : at + len(one)] == one for at in range(len(other) - len(one) + 1))


def _spells(one: Expansion) -> bool:
    """Whether each carrying word gives the acronym its first letter, in order, numbers apart."""
    letters = iter(one.acronym.lower())
    return all(word[0] in letters for word in one.words if not word.isdigit())


def _form(word: str) -> str:
    low = word.lower()
    for ending in _POSSESSIVE:
        low = low.removesuffix(ending)
    low = low.replace(".", "")
    singular = f"{low[:-3]}y" if low.endswith("ies") else low.rstrip("s")
    for ending, same in _spellings():
        if singular.endswith(ending):
            return singular.removesuffix(ending) + same
    return singular


@derived
def _spellings() -> tuple[tuple[str, str], ...]:
    return tuple(table("language/spellings").items())
