"""Finds the entries of tables of contents, which tell where words stand and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.language.language import word_set
from checker.sources.pdf.boxes import Line, Table
from checker.sources.pdf.headings import known

_LED = re.compile(r"^(?P<key>.*?\S)\s*(?:(?:[.…·_]\s?){4,}|…{2,})\s*(?P<value>\S.{0,30})?$")
_DOTS = ("....", ". . .", "……", "····", "____", "…")
_PAGE = re.compile(r"[A-Z]?-?\d{1,4}$|[ivxlc]{1,6}$")
_FEWEST = 3


def led(line: Line) -> tuple[str, str] | None:
    """The words before and behind a row of dots that leads from one to the other."""
    text = line.text
    if not any(dots in text for dots in _DOTS):
        return None
    match = _LED.match(text)
    return (match["key"].strip(" ."), (match["value"] or "").strip()) if match else None


def tells_pages(values: Sequence[str], pages: int) -> bool:
    """Whether values are numbers of pages: whole, and never falling."""
    told = [value for value in values if value]
    if len(told) < _FEWEST or not all(map(_PAGE.match, told)):
        return False
    numbers = [int(value) for value in told if value.isdecimal()]
    rising = sum(a <= b for a, b in pairwise(numbers))
    return rising >= 0.8 * (len(numbers) - 1) and max(numbers, default=0) < 3 * pages + 100


def is_contents(table: Table, heading: str, pages: int) -> bool:
    """Whether a table is one of contents: under such a heading, or with one number of a page behind each entry."""
    last = [row[-1] for row in table.rows]
    first = [row[0] for row in table.rows]
    named = known(heading) in {known(word) for word in word_set("text/pages", "contents")}
    return named and (tells_pages(last, pages) or tells_pages(first, pages))


def is_heading_of_contents(text: str) -> bool:
    """Whether a heading says that what follows is a table of contents."""
    return known(text) in {known(word) for word in word_set("text/pages", "contents")}
