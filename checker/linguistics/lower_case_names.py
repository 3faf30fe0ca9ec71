"""Finds names without a capital, of programs and services: a title, a heading or a code span introduces them.

A word is such a name where it is no common word, and the text then uses it as only names are used: without an article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.language.language import word_set
from checker.language.names import Name, fold
from checker.language.words import common_words, singular, stopwords
from checker.model.document import Document

_WORD = re.compile(r"(?<![\w/.@`$-])[a-z][a-z0-9]++(?:-[a-z0-9]++)*+(?![\w/@$(=-]|\.\w)")
_TITLE = re.compile(r"[a-z][a-z0-9]++(?:-[a-z0-9]++)*+(?=$|: | [-–—|(] ?)")
_CODE = re.compile(r"`([a-z][a-z0-9]{2,40}(?:-[a-z0-9]{1,40})*)`")
_MARKS = " \t*_#`'\"[("
_SHORTEST = 3
_USES = 2
"""So often at least a name is used in running text."""
_BARE = 0.6
"""The least share of its uses without an article: common nouns have one, and names where they stand before a noun."""
_BEFORE = 24
_DETERMINERS = word_set("language/clauses", "determiners")
_TOLD = frozenset({"paragraph", "item", "pair", "row"})
_TITLES = frozenset({"title", "heading"})


def find(document: Document) -> list[Name]:
    """The places of all such names in a document's sentences, in order."""
    introduced = _introduced(document)
    if not introduced:
        return []
    uses: dict[str, list[tuple[Name, bool]]] = defaultdict(list)
    for name, told in _places(document, introduced):
        uses[name.key].append((name, told))
    return sorted(name for there in uses.values() if _is_name(document.plain, there) for name, _ in there)


def _introduced(document: Document) -> frozenset[str]:
    """Words that open a title or a heading alone, or are set as code, and are no common words."""
    plain = document.plain
    words = set(_CODE.findall(document.text))
    for block in document.blocks:
        if block.kind in _TITLES:
            opening = _TITLE.match(plain[block.start : block.end].strip(_MARKS))
            words |= {opening[0]} if opening is not None else set()
    return frozenset(word for word in words if len(word) >= _SHORTEST and not _is_common(word))


def _is_common(word: str) -> bool:
    return all(
        part in common_words() or singular(part) in common_words() or part in stopwords() for part in word.split("-")
    )


def _places(document: Document, words: frozenset[str]) -> Iterator[tuple[Name, bool]]:
    """Each place of these words in a sentence, and whether it is one of running text."""
    plain = document.plain
    for sentence in document.sentences:
        kind = document.blocks[sentence.block].kind
        if kind in _TOLD or kind in _TITLES:
            for match in _WORD.finditer(plain, sentence.start, sentence.end):
                if match[0] in words:
                    yield Name(match.start(), match.end(), match[0], fold(match[0])), kind in _TOLD


def _is_name(plain: str, places: list[tuple[Name, bool]]) -> bool:
    told = [name for name, told in places if told]
    bare = sum(not _is_determined(plain, name.start) for name in told)
    return len(told) >= _USES and bare >= _BARE * len(told)


def _is_determined(plain: str, at: int) -> bool:
    words = plain[max(0, at - _BEFORE) : at].rpartition("\n")[2].lower().split()
    return bool(words) and words[-1] in _DETERMINERS
