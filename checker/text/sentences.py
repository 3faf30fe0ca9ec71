"""Splits running text into sentences, as spans of the plain text."""

from __future__ import annotations

import re
from functools import cache

from checker.text.lines import words
from checker.vocabulary import table

_STOP = re.compile(r"[.!?…][\"')\]}]{0,4}(?=\s)|(?<=[a-z0-9)\]])\.[\"']?(?=[A-Z][a-z])|\s•(?=\s)")
_LONGEST_WORD = 40
_LOOK_AHEAD = 60


@cache
def _abbreviations(kind: str) -> frozenset[str]:
    return frozenset(table("text/abbreviations")[kind])


def split(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The trimmed span of each sentence in ``plain[start:end]``.

    A full stop ends a sentence unless it belongs to an abbreviation or an initial; whether it does both
    (``in the U.S. He left``) is told by the word that follows.
    """
    spans = []
    first = start
    for match in _STOP.finditer(plain, start, end):
        if plain[match.end() - 1] == "•":
            _add(plain, first, match.start(), spans)
            first = match.end()
        elif _ends(plain, first, match.start(), match.end(), end):
            _add(plain, first, match.end(), spans)
            first = match.end()
    _add(plain, first, end, spans)
    return spans


def _add(plain: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = plain[start:end]
    bare = piece.strip()
    if not bare:
        return
    start += len(piece) - len(piece.lstrip())
    if spans and not any(map(str.isalnum, bare)):
        spans[-1] = (spans[-1][0], start + len(bare))
    else:
        spans.append((start, start + len(bare)))


def _ends(plain: str, first: int, at: int, after: int, end: int) -> bool:
    """Whether the stop at ``at`` ends the sentence that began at ``first``; ``after`` is past its quotes."""
    following = plain[after : min(end, after + _LOOK_AHEAD)].lstrip()
    if not following:
        return plain[after : min(end, after + 4000)].strip() == "" or _far(plain, after, end)
    opening = following.lstrip("\"'([{*_ ")
    if not opening:
        return True
    if opening[0].islower() or opening[0] in ",;:.)]}%&":
        return False
    if plain[at] != ".":
        return True
    word = plain[max(first, at - _LONGEST_WORD) : at]
    if word[-1:].isspace():
        return True
    word = word.split()[-1].lstrip("\"'([{-/") if word else ""
    return _word_ends(word, opening, plain[first:at].strip() == word)


def _far(plain: str, after: int, end: int) -> bool:
    rest = plain[after:end].lstrip()
    return not rest[:1].islower()


def _word_ends(word: str, opening: str, alone: bool) -> bool:
    """Whether ``word`` with its full stop ends a sentence when ``opening`` follows."""
    if alone and (word.isdecimal() or len(word) <= 2):
        return False
    lower = word.lower().replace("-", " ").rsplit(" ", 1)[-1]
    next_word = opening.split(maxsplit=1)[0].rstrip(".,;:!?'\")")
    opens = next_word.lower() in words("openers")
    if len(word) == 1 and word.isupper():
        initial = opening[1:2] == "."
        return opens and not initial and len(next_word) > 1
    if lower in _abbreviations("before_name") and (word[0].isupper() or lower not in _abbreviations("inside")):
        return False
    if lower in _abbreviations("before_figure") and (opening[0].isdecimal() or opening[0] in "$€£#-("):
        return False
    dotted = "." in lower and all(len(part) <= 2 for part in lower.split("."))
    if dotted or lower in _abbreviations("inside"):
        return opens
    if lower in _abbreviations("before_figure") and (word[0].isupper() or len(word) > 1):
        return opens
    return True
