"""Cuts a sentence into words and marks, each with its place, its lower-case form and its stem."""

from __future__ import annotations

import re
from collections.abc import Iterable

import Stemmer

from checker.language.language import derived, derived_up_to, table

# Possessive quantifiers keep the scan linear, as RE2 would, at a quarter of its cost for each match.
_WORD = re.compile(
    r"[^\W\d_](?:[^\W_]|[\u0300-\u036f])*+(?:['&./-][^\W_]++)*+|\d++(?:[.,]\d++)*+|[^\s\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]"
)
_MOST_FORMS = 65536


class Word:
    """One word or mark: ``start`` and ``end`` in the text, ``low`` its lower-case form."""

    __slots__ = ("capital", "end", "is_word", "low", "start", "text")

    def __init__(self, text: str, start: int, end: int, low: str, is_word: bool, capital: bool) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.low = low
        self.is_word = is_word
        self.capital = capital

    def __repr__(self) -> str:
        return self.text


def words(plain: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``plain[start:end]``; a possessive 's is cut off as a mark of its own."""
    found: list[Word] = []
    add, forms = found.append, _forms
    for match in _WORD.finditer(plain, start, end):
        text = match[0]
        at, last = match.span()
        if text[-1] == "s" and text[-2:] == "'s" and len(text) > 2:
            text, last = text[:-2], last - 2
            add(Word(text, at, last, *forms[text]))
            text, at, last = "'s", last, last + 2
        add(Word(text, at, last, *forms[text]))
    return found


def cut(plain: str) -> tuple[list[int], list[str]]:
    """Where each word and mark of ``plain`` starts, and how it is written: what ``words`` tells, in less time."""
    starts: list[int] = []
    texts: list[str] = []
    begin, add = starts.append, texts.append
    for match in _WORD.finditer(plain):
        text = match[0]
        begin(match.start())
        if text[-1] == "s" and text[-2:] == "'s" and len(text) > 2:
            add(text[:-2])
            begin(match.end() - 2)
            text = "'s"
        add(text)
    return starts, texts


class _Forms(dict[str, tuple[str, bool, bool]]):
    """By word: the lower-case form, whether it is a word and whether it opens with a capital."""

    def __missing__(self, text: str) -> tuple[str, bool, bool]:
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[text] = form = text.lower(), text[0].isalpha(), text[0].isupper()
        return form


_forms = _Forms()


@derived_up_to(65536)
def stem(low: str) -> str:
    """What the forms of one word share."""
    stemmer = _stemmer()
    return low if stemmer is None else str(stemmer.stemWord(low))


def stems(low: Iterable[str]) -> dict[str, str]:
    """The stem of each of many words, in a quarter of the time that asking for one after the other takes."""
    words = list(dict.fromkeys(low))
    name = _stemmer_name()
    return dict(zip(words, Stemmer.Stemmer(name, 0).stemWords(words) if name else words, strict=True))


@derived
def _stemmer() -> Stemmer.Stemmer | None:
    name = _stemmer_name()
    return Stemmer.Stemmer(name) if name else None


def _stemmer_name() -> str:
    return str(table("language/endings")["stemmer"])


@derived
def _plurals() -> dict[str, str]:
    return dict(table("language/plurals"))


@derived_up_to(16384)
def singular(low: str) -> str:
    """The singular of a counted noun, lower case."""
    irregular = _plurals().get(low)
    if irregular:
        return irregular
    for ending, instead, fewest in _plural_endings():
        if low.endswith(ending) and len(low) >= fewest:
            return low[: -len(ending)] + instead
    return low


@derived
def _plural_endings() -> tuple[tuple[str, str, int], ...]:
    """The endings of plurals, what the singular has instead, and how short a plural may be."""
    endings = table("language/endings")["plural"]
    return tuple((end, endings[end][0], int(endings[end][1])) for end in sorted(endings, key=len, reverse=True))


@derived
def stopwords() -> frozenset[str]:
    """Words that carry no meaning of their own."""
    return frozenset(table("language/stopwords"))


@derived
def common_words() -> frozenset[str]:
    """The words met most often in lower case: one of these with a capital is no name for that alone."""
    return frozenset(table("language/common_words"))


@derived
def _synonyms() -> dict[str, str]:
    """Every noun of a class to the class's first word; classes that share a word are one."""
    chief: dict[str, str] = {}
    for group in table("language/synonyms"):
        head = next((chief[word] for word in group if word in chief), group[0])
        for word in group:
            chief.setdefault(word, head)
    return chief


LISTED = "listed__"
"""Opens the attribute of a count that a text does not state, but lists the things of."""


@derived_up_to(16384)
def noun_class(low: str) -> str:
    """One name for all nouns that count the same things: nation and country."""
    one = singular(low)
    return _synonyms().get(one, one)


@derived
def populations() -> frozenset[str]:
    """Words for groups of people: volunteers, undergraduates."""
    return frozenset(table("language/populations"))


@derived
def comparing() -> frozenset[str]:
    """Words that make the share before them a difference: "5 % more"."""
    return frozenset(table("language/parts")["comparing"])


@derived
def participations() -> frozenset[str]:
    """Nouns that say that whoever owns them takes part in something else."""
    return frozenset(table("language/parts")["participations"])


@derived
def participants() -> frozenset[str]:
    """Nouns for those who take part in a thing, work for it or come to it."""
    return frozenset(table("language/parts")["participants"])


@derived
def undertakings() -> frozenset[str]:
    """Nouns that stand for what is done with a thing, and for no part of it: project, construction."""
    return frozenset(table("language/parts")["undertakings"])


@derived
def apart() -> frozenset[str]:
    """Words by which a part is told from the whole: the south span."""
    return frozenset(table("language/parts")["apart"])


@derived
def works() -> frozenset[str]:
    """Nouns for work on a thing or on a part of it: construction."""
    return frozenset(table("language/parts")["works"])
