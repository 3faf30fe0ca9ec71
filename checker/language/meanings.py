"""Tells which words mean one thing in claims: visitors, attendance, "came through the doors".

A meaning is a group of the table ``word_net``, given as its number. Words are asked for by their stems, and a phrase is
the stems of its words, marks left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.language.language import derived, table
from checker.language.words import stems

Phrase = tuple[tuple[str, ...], int]
"""The stems of several words, and the group they belong to."""


class _Groups(NamedTuple):
    of_word: dict[str, tuple[int, ...]]
    of_phrase: dict[str, tuple[Phrase, ...]]
    apart: tuple[frozenset[int], ...]


def meanings(stem: str) -> tuple[int, ...]:
    """The groups that a word alone belongs to."""
    return _groups().of_word.get(stem, ())


def phrases(stem: str) -> tuple[Phrase, ...]:
    """The phrases that begin with a word, each whole."""
    return _groups().of_phrase.get(stem, ())


def apart(group: int) -> frozenset[int]:
    """The groups that say something else than ``group``, however close they seem."""
    return _groups().apart[group]


@derived
def _groups() -> _Groups:
    net = table("language/word_net")
    entries = [(entry, group) for group, written in enumerate(net["words"].values()) for entry in _entries(written)]
    stem_of = stems(word for entry, _ in entries for word in entry)
    irregular = _irregular()
    of_word: dict[str, dict[int, None]] = {}
    of_phrase: dict[str, dict[Phrase, None]] = {}
    for entry, group in entries:
        if len(entry) == 1:
            of_word.setdefault(stem_of[entry[0]], {})[group] = None
            continue
        for form in _forms(tuple([stem_of[word] for word in entry]), irregular):
            of_phrase.setdefault(form[0], {})[form, group] = None
    given = set(of_word)
    for base in given & irregular.keys():
        for form in set(irregular[base]) - given:
            of_word.setdefault(form, {}).update(of_word[base])
    return _Groups(
        {word: tuple(sorted(groups)) for word, groups in of_word.items()},
        {word: tuple(found) for word, found in of_phrase.items()},
        _apart(list(net["words"]), net["apart"]),
    )


def _entries(written: str) -> Iterator[list[str]]:
    """The words of each entry; of one with a hyphen also as it is written without."""
    for entry in written.split(","):
        words = entry.split()
        if words:
            yield words
        if "-" in entry:
            yield entry.replace("-", " ").split()


def _forms(phrase: tuple[str, ...], irregular: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A phrase, and what it is with one of its words in an irregular form: "take part", "took part"."""
    yield phrase
    for at, word in enumerate(phrase):
        for form in irregular.get(word, ()):
            yield (*phrase[:at], form, *phrase[at + 1 :])


def _apart(groups: list[str], pairs: dict[str, str]) -> tuple[frozenset[int], ...]:
    """For each group those that exclude it; what names no group excludes none."""
    number = {name: at for at, name in enumerate(groups)}
    found: list[set[int]] = [set() for _ in groups]
    for name, others in pairs.items():
        for other in others.replace(",", " ").split():
            if name in number and other in number:
                found[number[name]].add(number[other])
                found[number[other]].add(number[name])
    return tuple(map(frozenset, found))


@derived
def _irregular() -> dict[str, tuple[str, ...]]:
    """By stem: the stems of a word's irregular forms. Those of regular forms do not differ."""
    forms = [(base, form) for base, others in table("language/irregular").items() for form in others]
    forms += [(singular, plural) for plural, singular in table("language/plurals").items()]
    stem_of = stems(word for pair in forms for word in pair)
    found: dict[str, dict[str, None]] = {}
    for base, form in forms:
        if stem_of[base] != stem_of[form]:
            found.setdefault(stem_of[base], {})[stem_of[form]] = None
    return {base: tuple(others) for base, others in found.items()}
