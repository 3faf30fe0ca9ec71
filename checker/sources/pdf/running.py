"""Drops what stands at the head and foot of pages: words that come back on several pages, and the numbers of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from checker.language.language import word_set
from checker.sources.pdf.boxes import Line, lines
from checker.sources.pdf.fragments import Sheet

_LINES = 5
"""So many lines from the top and the bottom may be running ones."""
_MARGIN = 0.14
"""The part of a page's height in which such lines stand, at the top and at the bottom."""
_FEW_PAGES = 6
_NEAR = 4
"""So many pages away the same words stand again at most: left and right pages, and pages that open a chapter."""
_TELLING = 8
"""Words of so many letters are known again wherever they stand at the edge of a page."""
_HEIGHT = 4.0
_LINES_NUMBERED = 20
_NUMBER = re.compile(r"\d{1,9}")
_EDGE = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$")
"""The number of a page before or behind the words of a running line."""
_SHARED = 2
"""So many words at an end of such lines are the same, whatever chapter the others name."""
_ALONE = re.compile(r"[-–—|\s.·]*(\d{1,4}|[ivxlc]{1,7})[-–—|\s.·]*$", re.IGNORECASE)
_OF_PAGES = re.compile(r"(?:([^\W\d_]{1,8})\.?\s*)?(\d{1,4})\s*(?:/|([^\W\d_]{1,4}))\s*(\d{1,4})$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Key = tuple[str, int, int, bool]
"""Words, what the page's number differs by, height, and whether they stand at the foot."""


def without_running(sheets: Sequence[Sheet]) -> None:
    """Take the running heads and feet, the page numbers and the numbers of lines out of all pages."""
    edges = [_edges(sheet) for sheet in sheets]
    seen: dict[Key, set[int]] = defaultdict(set)
    for n, found in enumerate(edges):
        for keys, _, _ in found:
            for key in keys:
                seen[key].add(n)
    fewest = 2 if len(sheets) < _FEW_PAGES else 3
    for n, (sheet, found) in enumerate(zip(sheets, edges, strict=True)):
        gone = _line_numbers(sheet)
        stopped = {False: False, True: False}
        for keys, line, foot in found:
            known = any(_repeats(seen[key], fewest, n) for key in keys)
            alone = page_number(line.text) == n + 1 or says_page(line.text)
            if alone or (known and not stopped[foot]):
                gone |= {id(f) for f in line.fragments}
            else:
                stopped[foot] = True
        if gone:
            sheet.fragments = [f for f in sheet.fragments if id(f) not in gone]


def _repeats(pages: set[int], fewest: int, page: int) -> bool:
    """Whether a line comes back on enough pages, some of them near."""
    return len(pages) >= fewest and any(0 < abs(other - page) <= _NEAR for other in pages)


def _edges(sheet: Sheet) -> list[tuple[list[Key], Line, bool]]:
    """The first and last lines of a page, from its edge inwards, each with what it would be known again by."""
    if not sheet.fragments:
        return []
    reach = _MARGIN * (sheet.head - sheet.foot)
    upper = lines([f for f in sheet.fragments if f.y > sheet.head - reach])[:_LINES]
    lower = lines([f for f in sheet.fragments if f.y < sheet.foot + reach])[::-1][:_LINES]
    found = [(_keys(line, sheet.number, False), line, False) for line in upper]
    return found + [(_keys(line, sheet.number, True), line, True) for line in lower]


def _keys(line: Line, page: int, foot: bool) -> list[Key]:
    """What a line is known again by: its words, with one number of it as that of the page, and its height if short."""
    text = " ".join(line.text.lower().split())
    letters = sum(map(str.isalpha, text))
    height = 0 if letters >= _TELLING else round(line.y / _HEIGHT)
    found: list[Key] = [(text, 0, height, foot)] if letters > 1 else []
    for match in _NUMBER.finditer(text):
        shown = f"{text[: match.start()]}#{text[match.end() :]}"
        found.append((shown, int(match.group()) - page, height, foot))
    for match in _EDGE.finditer(text):
        words = f"{text[: match.start()]} {text[match.end() :]}".split()
        if len(words) > _SHARED and letters >= _TELLING:
            differs = int(match.group()) - page
            found.append((" ".join(words[:_SHARED]) + "…", differs, 0, foot))
            found.append(("…" + " ".join(words[-_SHARED:]), differs, 0, foot))
    number = page_number(line.text)
    if number is not None:
        found.append(("#", number - page, 0, foot))
    return found


def _line_numbers(sheet: Sheet) -> set[int]:
    """The numbers that are set before the lines of a page, from 1 to its foot."""
    numbers = sorted((f for f in sheet.fragments if f.text.isdecimal() and len(f.text) < 3), key=lambda f: -f.y)
    if len(numbers) < _LINES_NUMBERED:
        return set()
    left = min(f.x0 for f in numbers)
    numbers = [f for f in numbers if f.x0 < left + 2 * f.size]
    if [f.text for f in numbers] != [str(n + 1) for n in range(len(numbers))] or len(numbers) < _LINES_NUMBERED:
        return set()
    height = sheet.head - sheet.foot
    outermost = left <= min(f.x0 for f in sheet.fragments) + 2
    return {id(f) for f in numbers} if outermost and numbers[0].y - numbers[-1].y > 0.55 * height else set()


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
