"""Finds acronyms where a text spells them out (Schwartz and Hearst, 2003)."""

from __future__ import annotations

from dataclasses import dataclass

import re2

from checker.language.words import stopwords

_PARENTHESIS = re2.compile(r"\((?:the )?['\"]?([A-Z][A-Za-z0-9&.-]{1,9})['\"]?(?: or [A-Z-]+)?\)")


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym and the words it stands for, with their places."""

    acronym: str
    expansion: str
    start: int
    end: int
    """The expansion's span; the acronym stands in parentheses after it."""


def initials(name: str) -> str:
    """The first letters of a name's capital words, words of capitals whole: TMAC for "Tern Museum of Art & Craft"."""
    parts = [part for part in name.replace("-", " ").split() if part[0].isupper()]
    return "".join(part if part.isupper() and part.isalpha() else part[0] for part in parts)


def find(plain: str) -> list[Definition]:
    """Every ``long form (ACRONYM)`` of the text whose letters fit."""
    found: list[Definition] = []
    if "(" not in plain:
        return found
    for match in _PARENTHESIS.finditer(plain):
        acronym = match.group(1)
        if sum(c.isupper() for c in acronym) < 2:
            continue
        start = _long_form(plain, match.start(), acronym)
        if start is not None:
            end = start + len(plain[start : match.start()].rstrip())
            found.append(Definition(acronym, plain[start:end], start, end))
    return found


def _long_form(plain: str, end: int, acronym: str) -> int | None:
    """Where the long form starts, or None: each letter from the right, the first at a word's start."""
    letters = [c for c in acronym.lower() if c.isalnum()]
    most = min(len(letters) + 5, len(letters) * 2)
    window = plain[max(0, end - 160) : end].rstrip()
    line = window.rsplit("\n", 1)[-1]
    if line.endswith((",", ";", ":", ".")):
        return None
    base = end - 160 if end > 160 else 0
    base += len(window) - len(line)
    words = line.split(" ")
    first = max(0, len(words) - most)
    at = len(" ".join(words[:first])) + (1 if first else 0)
    position = len(line) - 1
    for i in range(len(letters) - 1, -1, -1):
        letter = letters[i]
        while position >= at and (
            line[position].lower() != letter
            or (i == 0 and position > 0 and (line[position - 1].isalnum() or line[position - 1] in "'"))
        ):
            position -= 1
        if position < at:
            return None
        position -= 1
    start = _opening(line, at, position + 1)
    long_form = line[start:]
    if len(long_form) <= len(acronym) or " " not in long_form or any(c in long_form for c in ".;:("):
        return None
    if not any(w[:1].isupper() for w in long_form.split()):
        return None
    return base + start


def _opening(line: str, at: int, start: int) -> int:
    """Where a long form starts that seems to start with a small word: at the name before it whose letter fits, too.

    The O of OH is that of Office in "Office of Harbours", not that of "of".
    """
    if not line[start].islower():
        return start
    before = start
    while before > at:
        end = before
        before = line.rfind(" ", at, end - 1) + 1 or at
        word = line[before : end - 1]
        if word[:1].isupper():
            return before if word[0].lower() == line[start] else start
        if not word.isalpha() or word not in stopwords():
            return start
    return start
