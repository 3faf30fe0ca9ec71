"""Blanks the references to other works in a text: who wrote them, when, and where in them to look state nothing here.

A bracket is one of references where each part of it is a name with a year, and it names a page, several works or "et
al."; one name and a year alone may as well say where and when something was. Outside brackets a reference is known by
the word before the page or note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.language.language import derived, table

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_TWO = re.compile(r" & [^\d(;]{2,30}, \d{4}")
"""Two who wrote together, and a comma before the year, as nobody writes it of places."""
_LONGEST = 300


def without_references(plain: str) -> str:
    """``plain`` with blanks for references; as long as it was."""
    if _YEAR.search(plain) is None:
        return plain
    brackets, running = _patterns()
    spans = [match.span() for match in brackets.finditer(plain) if _is_certain(match)]
    spans += [match.span("told") for match in running.finditer(plain)]
    if not spans:
        return plain
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            parts += (plain[done:start], " " * (end - start))
            done = end
    return "".join((*parts, plain[done:]))


def _is_certain(match: re.Match[str]) -> bool:
    """Whether a bracket that looks like one of references is one."""
    text = match.group()
    certain = match["place"] is not None or match["others"] is not None or ";" in text
    return len(text) <= _LONGEST and (certain or _TWO.search(text) is not None)


@derived
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a bracket of references looks like, and one outside brackets."""
    words = table("text/citations")
    surname = rf"(?:(?:{_any(words['particles'])}) ){{0,3}}[A-Z][\w'-]{{1,24}}"
    initials = r"(?:,? (?:[A-Z]\. ?){1,3})?"
    who = (
        rf"{surname}{initials}(?:(?:, (?:and |& )?| (?:{_any(words['together'])}) ){surname}{initials}){{0,4}}"
        rf"(?P<others>,? (?:{_any(words['others'])}))?"
    )
    year = rf"{_YEAR.pattern}[a-z]?(?:[-/]\d{{2,4}})?"
    pages = r"\d{1,4}[a-z]?(?:-\d{1,4})?(?:, ?\d{1,4}(?:-\d{1,4})?){0,5}"
    where = rf"(?:[:,] ?(?:(?:{_any(words['places'])}) ?)?{pages}){{1,3}}"
    one = rf"{who},? {year}(?:, {year}){{0,4}}(?P<place>{where})?"
    more = _unnamed(rf"(?:(?:{_any(words['openers'])}) )?(?:{who},? )?{year}(?:, {year}){{0,4}}(?:{where})?")
    brackets = re.compile(rf"\((?:(?:{_any(words['openers'])}) )?{one}(?:; ?{more}){{0,9}}\)", re.ASCII)
    told = rf"(?:[:,] ?(?:{_any(words['places'])}) ?(?:{pages}|[IVXLC]{{1,7}}\b)){{1,5}}"
    author = _unnamed(rf"\b{surname}(?: (?:{_any(words['others'])}))?")
    return brackets, re.compile(rf"{author}(?P<told>,? {year}{told})(?![\w%])", re.ASCII)


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _unnamed(pattern: str) -> str:
    """A pattern whose groups have no names, so that it may stand beside another of its kind."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
