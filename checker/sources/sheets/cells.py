"""Tells what a cell of a grid holds by its text: a figure, a time that heads or labels others, or words."""

from __future__ import annotations

import re
from collections.abc import Sequence

Grid = Sequence[Sequence[str]]

_FIGURE = re.compile(r"[~<>≤≥+\-–(*$£€¥\s]{0,8}(?:(?![ACF]Y)[A-Z]{2,3} ?)?[.,]?\d")
_TIME = re.compile(
    r"(?:(?:FY|CY|AY|Q[1-4]|H[12]|[A-Z][a-z]{2,8}) ?[-/]?'?)?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} )?"
    r"(?:1[0-9]|20|21)\d\d(?:[-/–](?:\d\d(?:[-/]\d\d)?|\d{4}|Q[1-4]|H[12]))?[*a-z]?"
)


_YEAR_FIRST = re.compile(r"[.(*]?(?:19|20)\d\d[ -][^\W\d_]")


def is_figure(text: str) -> bool:
    """Whether a cell opens with a figure."""
    return _FIGURE.match(text) is not None


def is_time(text: str) -> bool:
    """Whether a cell is a year, or another time of one, and nothing else."""
    return _TIME.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Whether a cell opens with a figure and is no mere year or other time."""
    return is_figure(text) and not is_time(text)


def may_head(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of a row may head those of the rows below it: words and times, and no values.

    A cell of words with a figure before them may, where no cell below it is of that kind: ``2031 Reed Day`` where all
    figures of the row are such years, ``>100 MB?`` where words stand over values beside it.
    """
    figures = [n for n, cell in enumerate(row) if is_value(cell)]
    if not figures:
        return any(row)
    if any(not has_words(row[n]) or any(is_value(b[n]) and has_words(b[n]) for b in below) for n in figures):
        return False
    if all(_YEAR_FIRST.match(row[n]) for n in figures):
        return True
    worded = [n for n, cell in enumerate(row) if cell and n not in figures and n]
    valued = [n for n in worded if any(is_value(b[n]) for b in below)]
    return len(figures) * 2 <= len(worded) and any(all(is_value(b[n]) for b in below if b[n]) for n in valued)


def has_words(text: str) -> bool:
    """Whether a cell holds any letter."""
    return any(map(str.isalpha, text))


def holds_values(cells: Sequence[str]) -> bool:
    """Whether most cells of a column that hold anything hold values."""
    filled = [cell for cell in cells if cell]
    return sum(map(is_value, filled)) * 2 > len(filled)
