"""Tells which words mean one thing in claims: visitors, attendance, "came through the doors".

A meaning is a group of the table ``word_net``, given as its number. Words are asked for by their stems, and a phrase is
the stems of its words, marks left out. The irregular forms of a word mean what the word does, unless the table has them
as words of their own. Phrases are worked out when they are asked for: the table is large, and a run needs few of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.language.language import derived, derived_up_to, table
from checker.language.words import stem, stems

Phrase = tuple[tuple[str, ...], int]
"""The stems of several words, and the group they belong to."""


class _Groups(NamedTuple):
    of_word: dict[str, tuple[int, ...]]
    of_first: dict[str, list[tuple[str, int]]]
    """The phrases by the stem of their first word, as they are written."""


@derived_up_to(65536)
def meanings(word: str) -> tuple[int, ...]:
    """The groups that a word alone belongs to, by its stem."""
    groups = _groups().of_word
    if word in groups:
        return groups[word]
    return tuple(sorted({group for base in _bases().get(word, ()) for group in groups.get(base, ())}))


@derived_up_to(65536)
def phrases(word: str) -> tuple[Phrase, ...]:
    """The phrases that begin with a word, by its stem; each is given whole."""
    of_first = _groups().of_first
    found: dict[Phrase, None] = {}
    for first in (word, *_bases().get(word, ())):
        for written, group in of_first.get(first, ()):
            found.update(dict.fromkeys((form, group) for form in _forms(written) if form[0] == word))
    return tuple(found)


def apart(group: int) -> frozenset[int]:
    """The groups that say something else than ``group``, however close they seem."""
    return _apart()[group]


@derived
def _groups() -> _Groups:
    words: list[tuple[str, int]] = []
    several: list[tuple[str, str, int]] = []
    for group, written in enumerate(table("language/word_net")["words"].values()):
        for entry in _entries(written):
            first, blank, _ = entry.partition(" ")
            if blank:
                several.append((first, entry, group))
            else:
                words.append((entry, group))
    stem_of = stems([*(word for word, _ in words), *(first for first, _, _ in several)])
    of_word: dict[str, tuple[int, ...]] = {}
    for word, group in words:
        of_word[stem_of[word]] = (*(one for one in of_word.get(stem_of[word], ()) if one != group), group)
    of_first: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for first, entry, group in several:
        of_first[stem_of[first]].append((entry, group))
    return _Groups(of_word, dict(of_first))


def _entries(written: str) -> list[str]:
    """The words and phrases of a group; one with a hyphen also as it is written without."""
    entries = [entry for part in written.split(",") if (entry := part.strip())]
    if "-" in written:
        entries += [entry.replace("-", " ") for entry in entries if "-" in entry]
    return entries


def _forms(phrase: str) -> Iterator[tuple[str, ...]]:
    """The stems of a phrase, as it is and with one of its words in an irregular form: "take part", "took part"."""
    given = tuple(map(stem, phrase.split()))
    yield given
    for at, word in enumerate(given):
        for form in _irregular().get(word, ()):
            yield (*given[:at], form, *given[at + 1 :])


@derived
def _apart() -> tuple[frozenset[int], ...]:
    """For each group those that exclude it; a name that no group has excludes none."""
    net = table("language/word_net")
    number = {name: at for at, name in enumerate(net["words"])}
    found: list[set[int]] = [set() for _ in number]
    for name, others in net["apart"].items():
        for other in map(str.strip, others.split(",")):
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
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for base, form in forms:
        if stem_of[base] != stem_of[form]:
            found[stem_of[base]][stem_of[form]] = None
    return {base: tuple(others) for base, others in found.items()}


@derived
def _bases() -> dict[str, tuple[str, ...]]:
    """By the stem of an irregular form: the stems of the words that it may be a form of."""
    found: dict[str, tuple[str, ...]] = {}
    for base, forms in _irregular().items():
        for form in forms:
            found[form] = (*found.get(form, ()), base)
    return found
