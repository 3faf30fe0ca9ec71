"""Puts the words of lines together: a word that a line's end broke in two is one again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.language.language import word_set

_BROKEN = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)[-\u2010\u00ad]$")
_LONGEST = 60
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_FIRST = re.compile(r"[^\W_]+")
_LONG = 4
"""Words of fewer letters are often only parts of others."""
_FIRST_PARTS = word_set("text/hyphens", "first")
_LAST_PARTS = word_set("text/hyphens", "last")
_JOINING = word_set("text/hyphens", "joining")
_BROKEN_OFF = word_set("text/hyphens", "parts")


class Words:
    """The words that a document writes within its lines, by which those at their ends are known."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._plain: set[str] = set()
        self._hyphened: set[str] = set()
        for text in texts:
            for word in _WORD.findall(text.lower()):
                (self._hyphened if "-" in word or "\u2010" in word else self._plain).add(word.replace("\u2010", "-"))

    def joined(self, above: str, below: str) -> str:
        """Two lines as one."""
        if not above or not below:
            return above or below
        end = above[-_LONGEST:]
        match = _BROKEN.search(end)
        if match is None:
            glue = above[-1] in "-–—/" and above[-2:-1] not in ("", " ") and below[0].isalnum()
            return above + ("" if glue and above[-1] != "—" else " ") + below
        first = _FIRST.match(below)
        if first is None:
            return f"{above} {below}"
        linked = end[: match.start()][-1:] == "-" or below[first.end() : first.end() + 1] == "-"
        if above[-1] == "\u00ad" or (not linked and self._is_one(match[1], first.group())):
            return above[:-1] + below
        if match[1].isalpha() and first.group() in _JOINING:
            return f"{above} {below}"
        return above + below

    def _is_one(self, head: str, tail: str) -> bool:
        """Whether the hyphen between two parts only marks the end of a line."""
        low, rest = head.lower(), tail.lower()
        if head.isalpha() and low + rest in self._plain:
            return True
        if not head.isalpha() or not tail[0].islower():
            return False
        if f"{low}-{rest}" in self._hyphened:
            return False
        if tail in _JOINING:
            return False
        if low in _FIRST_PARTS or rest in _LAST_PARTS:
            return False
        both = low in self._plain and rest in self._plain and min(len(low), len(rest)) >= _LONG
        return low in _BROKEN_OFF or not both

    def paragraph(self, lines: Sequence[str], breaks: Sequence[bool]) -> str:
        """Lines as one paragraph; where a break is meant it stays. ``breaks[n]``: behind line ``n``."""
        text = lines[0]
        for line, meant in zip(lines[1:], breaks, strict=True):
            text = f"{text}\n{line}" if meant and _BROKEN.search(text[-_LONGEST:]) is None else self.joined(text, line)
        return text
