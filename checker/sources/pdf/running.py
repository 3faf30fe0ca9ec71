"""Drops what stands at the head and foot of pages: words that come back on several pages, and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil

from checker.language.language import word_set
from checker.sources.pdf.boxes import Line, lines
from checker.sources.pdf.fragments import Fragment, Sheet

_LINES = 3
"""So many lines from the top and the bottom may be running ones."""
_MARGIN = 0.14
"""The part of a page's height in which page numbers stand, at the top and at the bottom."""
_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(r"[-–—|\s.·]*(\d{1,4}|[ivxlc]{1,7})[-–—|\s.·]*$", re.IGNORECASE)
_OF_PAGES = re.compile(r"(?:([^\W\d_]{1,8})\.?\s*)?(\d{1,4})\s*(?:/|([^\W\d_]{1,4}))\s*(\d{1,4})$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Key = tuple[str, int, bool]


def without_running(sheets: Sequence[Sheet]) -> None:
    """Take the running heads and feet and the page numbers out of all pages."""
    edges = [_edges(sheet) for sheet in sheets]
    seen: dict[Key, set[int]] = defaultdict(set)
    shifts: Counter[tuple[str, int]] = Counter()
    for n, found in enumerate(edges):
        for key, line in found:
            seen[key].add(n)
            number = page_number(line.text)
            if number is not None and len(sheets) > 1:
                shifts["number", number - n] += 1
    fewest = 2 if len(sheets) < 6 else max(3, ceil(len(sheets) / 50))
    for n, (sheet, found) in enumerate(zip(sheets, edges, strict=True)):
        gone: set[int] = set()
        stops: set[bool] = set()
        for key, line in found:
            number = page_number(line.text)
            numbered = number is not None and (shifts["number", number - n] > 1 or number == n + 1)
            if (_repeats(key, line, seen, fewest, n) or numbered or says_page(line.text)) and key[2] not in stops:
                gone |= {id(f) for f in line.fragments}
            else:
                stops.add(key[2])
        if gone:
            sheet.fragments = [f for f in sheet.fragments if id(f) not in gone]


def _repeats(key: Key, line: Line, seen: dict[Key, set[int]], fewest: int, page: int) -> bool:
    text, height, foot = key
    pages = set().union(*(seen.get((text, height + step, foot), set()) for step in (-1, 0, 1)))
    if len(pages) < fewest:
        return False
    close = sorted(abs(other - page) for other in pages if other != page)
    return close[0] <= 4 and (any(map(str.isalpha, line.text)) or page_number(line.text) is not None)


def _edges(sheet: Sheet) -> list[tuple[Key, Line]]:
    """The first and last lines of a page, from its edge inwards, each with what it would be known again by."""
    if not sheet.fragments:
        return []
    ys = [f.y for f in sheet.fragments]
    height = max(sheet.size[sheet.turn % 2 == 0], 1.0)
    reach = _MARGIN * height
    top, bottom = max(ys), min(ys)
    upper = lines(_within(sheet.fragments, top - reach, top + 1))[:_LINES]
    lower = lines(_within(sheet.fragments, bottom - 1, bottom + reach))[::-1][:_LINES]
    found = [((_known(line), round(line.y / 4), False), line) for line in upper]
    return found + [((_known(line), round(line.y / 4), True), line) for line in lower]


def _within(fragments: Sequence[Fragment], low: float, high: float) -> list[Fragment]:
    return [f for f in fragments if low <= f.y <= high]


def _known(line: Line) -> str:
    """The words of a line with a sign for each number."""
    return _NUMBER.sub("#", "".join(line.text.split()).lower())


def page_number(text: str) -> int | None:
    """The number of the page that a line tells and nothing else, in whatever figures."""
    match = _ALONE.match(text)
    if match is None:
        return None
    figures = match[1].lower()
    return int(figures) if figures.isdecimal() else _value(figures)


def _value(roman: str) -> int:
    values = [_ROMAN[c] for c in roman]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def says_page(text: str) -> bool:
    """Whether a line says only which page of how many it stands on: ``Page 3 of 10``, ``Page 3``."""
    words = text.strip(" -–—|").lower().split()
    names = word_set("text/pages", "page")
    if len(words) == 2 and words[0].rstrip(".") in names and words[1].isdecimal():
        return True
    match = _OF_PAGES.match(" ".join(words))
    return match is not None and match[1] in names and int(match[2]) <= int(match[4])
