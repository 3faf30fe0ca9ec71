"""Finds the tables in a grid of cells, how many rows head each of them, and the lines of text around them.

Empty rows part tables, and so do empty columns where what stands behind them has labels of its own. Lines are rows of
one cell above a table, which say what it is, and notes below it. ``one_table`` joins what blank rows only divide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.language.language import word_set
from checker.sources.sheets import one_table, outlines
from checker.sources.sheets.cells import Grid, has_words, holds_values, is_figure, is_time, is_value, may_head

_HEAD_ROWS = 3
_OVER = 6
"""The heads over an outline are among so many first rows."""
_NOTE = 50
"""A cell alone in its row at the foot of a table is a note from so many characters on."""
_NOTED = re.compile(r"[*†‡]|\(?[a-z0-9]{1,2}[).] ?\S|\[\d|[A-Z][a-z]{2,9}: ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}|\d\d? [A-Z][a-z]+")
_OUTLINE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4})[.)]? +[^\W\d_]")
_MOST_FIGURES = 5000
_UNLABELLED = 10
"""A table of so many rows has labels, or states nothing."""
_ALIKE = 10
"""Labels that stand so many times each on average tell nothing apart."""
_VALUES = word_set("text/table_heads", "values")


@dataclass(frozen=True, slots=True)
class Part:
    """A table or lines of text: the rows of the grid and the columns that it has."""

    rows: tuple[int, ...]
    columns: range
    heads: int | None = None
    """The rows that head a table, 0 for none; None for lines of text."""
    labels: int = 1
    """So many of the first columns hold one outline of labels: the row's own is the last that it has there."""
    sections: frozenset[int] = frozenset()
    """The rows that stand by themselves and name what the rows below them are of."""


def parts(grid: Grid, *, apart: bool = True) -> list[Part]:
    """The parts of a grid from top to bottom; ``apart``: empty columns part tables too."""
    width = max(map(len, grid), default=0)
    grid = [[*row, *[""] * (width - len(row))] for row in grid]
    found: list[Part] = []
    for run in _runs(grid):
        for columns in _beside(grid, run) if apart else [_extent(grid, run)]:
            found += _divided(grid, run, columns)
    return one_table.joined(found, grid)


def states_nothing(grid: Grid, part: Part) -> str:
    """Why a table only holds data to reckon with; "" for one that people read.

    That is so where it has more figures than anyone reads, and where nothing but numbers labels the rows of many.
    """
    if is_large(grid, part):
        return f"it has more than {_MOST_FIGURES:,} figures"
    body = part.rows[part.heads or 0 :]
    if len(body) < _UNLABELLED or part.labels > 1:
        return ""
    filled = [[grid[r][c] for r in body if c < len(grid[r]) and grid[r][c]] for c in part.columns]
    return "" if any(_may_label(cells, len(body)) for cells in filled) else "nothing labels its rows"


def is_large(grid: Grid, part: Part) -> bool:
    """Whether a table has more figures than anyone reads."""
    columns = slice(part.columns.start, part.columns.stop)
    return sum(is_figure(cell) for r in part.rows for cell in grid[r][columns]) > _MOST_FIGURES


def is_raw(grid: Grid, part: Part) -> bool:
    """Whether a table is numbers and no words: most rows have no cell that is none."""
    rows = [grid[r][part.columns.start : part.columns.stop] for r in part.rows[part.heads or 0 :]]
    return sum(any(has_words(cell) and not is_value(cell) for cell in row) for row in rows) * 2 <= len(rows)


def _may_label(cells: Sequence[str], rows: int) -> bool:
    """Whether the cells of a column tell its rows apart: by words or times, most of them, and not the same few."""
    numbered = _numbered(cells)
    telling = [cell for cell in cells if not is_value(cell) or _DAY.match(cell) is not None or cell in numbered]
    return len(telling) * 2 > rows and len(set(telling)) * _ALIKE > len(telling)


def _numbered(cells: Sequence[str]) -> frozenset[str]:
    """Those of a column that open with a number of an outline, where the numbers only grow: ``2.1 Staffing``."""
    found = [(tuple(map(int, m[1].split("."))), cell) for cell in cells if (m := _OUTLINE.match(cell))]
    grows = len(found) > 1 and all(a < b for (a, _), (b, _) in pairwise(found))
    return frozenset(cell for _, cell in found) if grows else frozenset()


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
    if outlines.labels(grid, rows, extent) > 1:
        return [extent]
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
    worded = sum(map(has_words, cells))
    return worded > 1 and not any(map(is_value, cells)) and any(any(grid[r][column + 1 :]) for r in rows)


def _divided(grid: Grid, run: Sequence[int], columns: range) -> Iterator[Part]:
    rows = [r for r in run if any(grid[r][columns.start : columns.stop])]
    if (labels := outlines.labels(grid, rows, columns)) > 1:
        yield from _outlined(grid, rows, columns, labels)
        return
    filled = [sum(1 for cell in grid[r][columns.start : columns.stop] if cell) for r in rows]
    first, last = 0, len(rows)
    while first < last and filled[first] == 1:
        first += 1
    first = max(first, _lines_over(grid, rows[first:last], columns) + first)
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


def _outlined(grid: Grid, rows: Sequence[int], columns: range, labels: int) -> Iterator[Part]:
    """A table whose first columns hold an outline of labels, and the lines over its heads."""
    valued = _valued(grid, rows, columns[labels:])
    bare = [any(grid[r][c] for c in valued) and not any(is_value(grid[r][c]) for c in valued) for r in rows[:_OVER]]
    first = bare.index(True) if True in bare else 0
    heads = 0
    while first + heads < min(len(bare), first + _HEAD_ROWS) and bare[first + heads]:
        if heads and any(grid[rows[first + heads]][c] for c in columns[:labels]):
            break
        heads += 1
    if any(is_value(grid[r][c]) for r in rows[:first] for c in valued):
        first = heads = 0
    if first:
        yield Part(tuple(rows[:first]), columns)
    yield Part(tuple(rows[first:]), columns, heads, labels)


def _valued(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> list[int]:
    """The columns whose cells are values, but for heads and notes."""
    return [c for c in columns if holds_values([grid[r][c] for r in rows])]


def _lines_over(grid: Grid, rows: Sequence[int], columns: range) -> int:
    """How many of the first rows are lines of text with notes beside them, as the heads below them show."""
    valued = _valued(grid, rows, columns)
    over = [sum(bool(grid[r][c]) for c in valued) for r in rows[:_OVER]]
    found = next((n for n, count in enumerate(over) if count > 1), 0)
    lines = all(grid[r][columns.start] for r in rows[:found])
    heads = len(valued) > 1 and any(
        not any(is_value(grid[r][c]) for c in valued) and count * 2 > len(valued)
        for r, count in zip(rows[found:_OVER], over[found:], strict=False)
    )
    values = any(is_value(grid[r][c]) and not has_words(grid[r][c]) for r in rows[:found] for c in columns)
    return found if lines and heads and not values else 0


def _spans(grid: Grid, rows: Sequence[int], first: int, columns: range) -> bool:
    """Whether the only cell of the row over a table stands over its values alone, and so heads them."""
    return not grid[rows[first - 1]][columns.start] and any(
        is_value(cell) for cell in grid[rows[first]][columns.start + 1 :]
    )


def _is_note(grid: Grid, row: int, columns: range) -> bool:
    text = next(cell for cell in grid[row][columns.start : columns.stop] if cell)
    return len(text) >= _NOTE or text.endswith((".", ":")) or _NOTED.match(text) is not None


def _heads(grid: Grid, rows: Sequence[int], columns: range) -> int:
    """How many of the first rows of a table head its columns."""
    cells = [[*grid[r][columns.start : columns.stop]] for r in rows]
    width = len(columns)
    for row in cells:
        row += [""] * (width - len(row))
    top = 0
    while top < min(_HEAD_ROWS, len(cells) - 1) and _may_head(cells[top], cells[top + 1 :]):
        top += 1
        if all(cells[top - 1]) or (cells[top][0] and all(cells[top - 1][1:])):
            break
    if not top or (width == 2 and _are_pairs(cells)):
        return 0
    return top


def _may_head(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    return may_head(row, below) and not (sum(map(bool, row)) == 1 and bool(row[0]))


def _are_pairs(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of two columns is a label with its value, as those below it are, and no heads."""
    head = cells[0][1].lower().split("(")[0].strip()
    if head in _VALUES or not cells[0][0]:
        return False
    below = [row[1] for row in cells[1:] if row[1]]
    worded = sum(not is_figure(text) for text in below)
    return worded * 2 >= len(below) if is_time(cells[0][1]) else worded > 0
