"""Finds the tables in a grid of cells, how many rows head each of them, and the lines of text around them.

Empty rows part tables, and so do empty columns where what stands behind them has labels of its own. Lines are rows of
one cell above a table, which say what it is, and notes below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.language.language import word_set

Grid = Sequence[Sequence[str]]

_HEAD_ROWS = 3
_NOTE = 50
"""A cell alone in its row at the foot of a table is a note from so many characters on."""
_NOTED = re.compile(r"[*†‡]|\(?[a-z0-9]{1,2}[).] ?\S|\[\d|[A-Z][a-z]{2,9}: ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}|\d\d? [A-Z][a-z]+")
_MOST_FIGURES = 5000
_UNLABELLED = 10
"""A table of so many rows has labels, or states nothing."""
_ALIKE = 10
"""Labels that stand so many times each on average tell nothing apart."""
_VALUE = re.compile(r"[~<>≤≥+\-–(*$£€¥\s]{0,8}(?:[A-Z]{2,3} ?)?[.,]?\d")
_TIME = re.compile(
    r"(?:(?:FY|CY|AY|Q[1-4]|H[12]|[A-Z][a-z]{2,8}) ?[-/]?'?)?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} )?"
    r"(?:1[0-9]|20|21)\d\d(?:[-/–](?:\d\d(?:[-/]\d\d)?|\d{4}|Q[1-4]|H[12]))?[*a-z]?"
)
_VALUES = word_set("text/table_heads", "values")


@dataclass(frozen=True, slots=True)
class Part:
    """A table or lines of text: the rows of the grid and the columns that it has."""

    rows: tuple[int, ...]
    columns: range
    heads: int | None = None
    """The rows that head a table, 0 for none; None for lines of text."""


def parts(grid: Grid, *, apart: bool = True) -> list[Part]:
    """The parts of a grid from top to bottom; ``apart``: empty columns part tables too."""
    found: list[Part] = []
    for run in _runs(grid):
        for columns in _beside(grid, run) if apart else [_extent(grid, run)]:
            for part in _divided(grid, run, columns):
                if not _goes_on(found, part, grid):
                    found.append(part)
    return found


def is_value(text: str) -> bool:
    """Whether a cell opens with a figure and is no mere year or other time."""
    return _VALUE.match(text) is not None and _TIME.fullmatch(text) is None


def states_nothing(grid: Grid, part: Part) -> str:
    """Why a table only holds data to reckon with; "" for one that people read.

    That is so where it has more figures than anyone reads, and where nothing but numbers labels the rows of many.
    """
    columns = slice(part.columns.start, part.columns.stop)
    figures = sum(_VALUE.match(cell) is not None for r in part.rows for cell in grid[r][columns])
    if figures > _MOST_FIGURES:
        return f"it has more than {_MOST_FIGURES:,} figures"
    body = part.rows[part.heads or 0 :]
    if len(body) < _UNLABELLED:
        return ""
    filled = [[grid[r][c] for r in body if c < len(grid[r]) and grid[r][c]] for c in part.columns]
    return "" if any(_may_label(cells, len(body)) for cells in filled) else "nothing labels its rows"


def _may_label(cells: Sequence[str], rows: int) -> bool:
    """Whether the cells of a column tell its rows apart: by words or times, most of them, and not the same few."""
    telling = [cell for cell in cells if not is_value(cell) or _DAY.match(cell) is not None]
    return len(telling) * 2 > rows and len(set(telling)) * _ALIKE > len(telling)


def _runs(grid: Grid) -> Iterator[list[int]]:
    run: list[int] = []
    for n, row in enumerate(grid):
        if any(row):
            run.append(n)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _extent(grid: Grid, rows: Sequence[int]) -> range:
    """The columns from the first that has anything to the last."""
    firsts = [next(n for n, cell in enumerate(grid[r]) if cell) for r in rows if any(grid[r])]
    lasts = [len(grid[r]) - next(n for n, cell in enumerate(reversed(grid[r])) if cell) for r in rows if any(grid[r])]
    return range(min(firsts, default=0), max(lasts, default=0))


def _beside(grid: Grid, rows: Sequence[int]) -> list[range]:
    """The columns of each table of a run of rows: those behind an empty column, where labels of their own open them."""
    extent = _extent(grid, rows)
    filled = {n for r in rows for n, cell in enumerate(grid[r]) if cell}
    starts = [n for n in extent if n in filled and n - 1 not in filled and n > extent.start]
    bounds = [extent.start, *(n for n in starts if _has_labels(grid, rows, n)), extent.stop]
    found = []
    for start, end in pairwise(bounds):
        stop = max(n for n in filled if n < end) + 1
        found.append(range(start, stop))
    return found


def _has_labels(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """Whether words and no figures stand in a column, in two rows and more, and values in those behind it."""
    cells = [grid[r][column] for r in rows if column < len(grid[r]) and grid[r][column]]
    return len(cells) > 1 and not any(map(is_value, cells)) and any(any(grid[r][column + 1 :]) for r in rows)


def _divided(grid: Grid, run: Sequence[int], columns: range) -> Iterator[Part]:
    rows = [r for r in run if any(grid[r][columns.start : columns.stop])]
    filled = [sum(1 for cell in grid[r][columns.start : columns.stop] if cell) for r in rows]
    first, last = 0, len(rows)
    while first < last and filled[first] == 1:
        first += 1
    while last > first and filled[last - 1] == 1 and _is_note(grid, rows[last - 1], columns):
        last -= 1
    if first == last:
        yield Part(tuple(rows), columns)
        return
    if (
        len(columns) > 1
        and first
        and not _heads(grid, rows[first:last], columns)
        and _spans(grid, rows, first, columns)
    ):
        first -= 1
    if first:
        yield Part(tuple(rows[:first]), columns)
    table = tuple(rows[first:last])
    yield Part(table, columns, _heads(grid, table, columns))
    if last < len(rows):
        yield Part(tuple(rows[last:]), columns)


def _spans(grid: Grid, rows: Sequence[int], first: int, columns: range) -> bool:
    """Whether the only cell of the row over a table stands over its values alone, and so heads them."""
    return not grid[rows[first - 1]][columns.start] and any(
        is_value(cell) for cell in grid[rows[first]][columns.start + 1 :]
    )


def _is_note(grid: Grid, row: int, columns: range) -> bool:
    text = next(cell for cell in grid[row][columns.start : columns.stop] if cell)
    return len(text) >= _NOTE or text.endswith((".", ":")) or _NOTED.match(text) is not None


def _goes_on(found: list[Part], part: Part, grid: Grid) -> bool:
    """Whether a table without heads goes on with the one above it, whose heads it is under; joins them then."""
    above = found[-1] if found else None
    if above is None or above.heads is None or not above.heads or part.heads != 0 or above.columns != part.columns:
        return False
    found[-1] = Part(above.rows + part.rows, above.columns, above.heads)
    return True


def _heads(grid: Grid, rows: Sequence[int], columns: range) -> int:
    """How many of the first rows of a table head its columns."""
    cells = [[*grid[r][columns.start : columns.stop]] for r in rows]
    width = len(columns)
    for row in cells:
        row += [""] * (width - len(row))
    top = 0
    while top < min(_HEAD_ROWS, len(cells) - 1) and _may_head(cells[top]):
        top += 1
        if all(cells[top - 1]) or (cells[top][0] and all(cells[top - 1][1:])):
            break
    if not top or (width == 2 and _are_pairs(cells)):
        return 0
    return top


def _may_head(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    return bool(filled) and not any(map(is_value, filled)) and not (len(filled) == 1 and bool(row[0]))


def _are_pairs(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of two columns is a label with its value, as those below it are, and no heads."""
    head = cells[0][1].lower().split("(")[0].strip()
    if head in _VALUES or not cells[0][0]:
        return False
    below = [row[1] for row in cells[1:] if row[1]]
    worded = sum(_VALUE.match(text) is None for text in below)
    return worded * 2 >= len(below) if _TIME.fullmatch(cells[0][1]) else worded > 0
