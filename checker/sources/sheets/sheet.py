"""Writes the sheets of a workbook as text: each under its name, with its tables and the lines around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.language.language import derived, table
from checker.model.document import Place
from checker.model.user_error import Unreadable
from checker.sources.sheets import grids, outlines
from checker.sources.sheets.cells import is_value
from checker.sources.text_builder import TextBuilder, clean

MOST_CELLS = 500_000
_TITLE = 110
_REMEDY = "give its rows a column of names, or keep what states facts in a smaller sheet"
_PROSE = 40
"""A row of one cell is a line of text and no title from so many characters on where it ends as a sentence does."""


@dataclass(slots=True)
class Sheet:
    """What a sheet shows, hidden rows and columns left out: its rows of cells, and where each row and column stands."""

    name: str
    grid: list[list[str]]
    rows: list[int]
    """The number that each row has in the sheet, from 1."""
    columns: list[int]
    """The same of columns."""
    joined: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Cells that are one: first row, last row, first column, last column, counted from 0 in ``grid``."""
    indents: dict[int, int] = field(default_factory=dict)
    """How far the first cell of a row is indented, by the row counted from 0 in ``grid``."""


def sheet_of(
    name: str,
    filled: Mapping[int, Mapping[int, str]],
    areas: Sequence[tuple[int, int, int, int]] = (),
    indents: Mapping[int, int] | None = None,
) -> Sheet:
    """A sheet by what its cells show, by the numbers of row and column from 1.

    ``areas``: the first and last row and column of the cells that are one. ``indents``: how far the first cell of a
    row is indented.
    """
    rows = list(_with_gaps({r for r, cells in filled.items() if cells}))
    columns = list(_with_gaps({column for cells in filled.values() for column in cells}))
    grid = [[filled.get(r, {}).get(c, "") for c in columns] for r in rows]
    row_at, column_at = {n: at for at, n in enumerate(rows)}, {n: at for at, n in enumerate(columns)}
    joined = []
    for first, last, left, right in areas:
        if first in row_at and left in column_at:
            end, side = bisect_right(rows, last) - 1, bisect_right(columns, right) - 1
            joined.append((row_at[first], end, column_at[left], side))
    depths = {row_at[n]: depth for n, depth in (indents or {}).items() if n in row_at}
    return Sheet(name, grid, rows, columns, joined, depths)


def _with_gaps(numbers: set[int]) -> Iterator[int]:
    """The numbers in order, and one between two that are not neighbours, where nothing stands."""
    last = 0
    for n in sorted(numbers):
        if last and n > last + 1:
            yield last + 1
        yield n
        last = n


def refuse_size(cells: int) -> None:
    """Raise Unreadable for a workbook of too many cells."""
    if cells > MOST_CELLS:
        raise Unreadable("", f"it has more than {MOST_CELLS:,} cells: split it, or save what states facts in a file")


@dataclass(slots=True)
class Said:
    """What people should know of the sheets of a workbook."""

    notes: list[str] = field(default_factory=list)
    """What is data by rule, and states nothing."""
    unread: list[str] = field(default_factory=list)
    """The tables that are not checked, and what to do about them."""


def write(builder: TextBuilder, sheets: Sequence[Sheet], titled: bool = False) -> Said:
    """Write all sheets; ``titled``: the title of the workbook is written already. What a reader should know of them."""
    said = Said()
    for sheet in sheets:
        grid = [[clean(cell) for cell in row] for row in sheet.grid]
        _tell_labels_again(sheet, grid)
        parts = grids.parts(grid)
        if not parts:
            continue
        lines = parts[0].heads is None
        if not titled and lines and (text := _only_line(grid, parts[0])):
            builder.place = _place(sheet, parts[0].rows[0], parts[0].columns.start)
            builder.title(text)
            row = grid[parts[0].rows[0]]
            row[row.index(text)] = ""
            titled = True
        if parts and not _unnamed().fullmatch(sheet.name.strip().lower()):
            builder.place = _place(sheet, parts[0].rows[0], parts[0].columns.start)
            builder.heading(sheet.name, 2)
            titled = True
        for part in parts:
            _write_part(builder, sheet, grid, part, said)
    return said


def _only_line(grid: list[list[str]], part: grids.Part) -> str:
    """The first cell of the first line of text, where it is short enough for a title."""
    text = next(filter(None, grid[part.rows[0]]))
    return text if len(text) <= _TITLE and not (text.endswith(".") and len(text) > _PROSE) else ""


def _write_part(builder: TextBuilder, sheet: Sheet, grid: list[list[str]], part: grids.Part, said: Said) -> None:
    builder.place = _place(sheet, part.rows[0], part.columns.start)
    cells = [[grid[r][c] if c < len(grid[r]) else "" for c in part.columns] for r in part.rows]
    if part.heads is not None and (why := grids.states_nothing(grid, part)):
        builder.code("\n".join(" | ".join(filter(None, row)) for row in cells))
        if grids.is_raw(grid, part):
            said.notes.append(f"the table at {builder.place.cell} is raw data, which states nothing: {why}")
        else:
            said.unread.append(f"the table at {builder.place.cell} is not read: {why}; {_REMEDY}")
        return
    if part.heads is not None:
        places = [[_place(sheet, r, c) for c in part.columns] for r in part.rows]
        if part.labels > 1:
            at = [outlines.label(row, part) for row in cells]
            cells = [[", ".join(filter(None, row[: part.labels])), *row[part.labels :]] for row in cells]
            places = [[row[n], *row[part.labels :]] for row, n in zip(places, at, strict=True)]
        builder.table(cells, part.heads, places, outlines.levels(grid, part, sheet.indents))
        return
    lines = [(r, c, row[n]) for r, row in zip(part.rows, cells, strict=True) for n, c in enumerate(part.columns)]
    for r, column, cell in sorted(lines, key=lambda line: line[1] == part.columns.start):
        builder.place = _place(sheet, r, column)
        builder.paragraph(cell)


def _tell_labels_again(sheet: Sheet, grid: list[list[str]]) -> None:
    """Words in a cell over several rows label each of them, unless it is a head beside heads over several columns."""
    spanning = {first for first, _, left, right in sheet.joined if right > left}
    for first, last, left, _ in sheet.joined:
        label = grid[first][left] if left < len(grid[first]) else ""
        if first in spanning or last == first or not label or is_value(label):
            continue
        for r in range(first + 1, last + 1):
            grid[r] += [""] * (left + 1 - len(grid[r]))
            grid[r][left] = label


def _place(sheet: Sheet, row: int, column: int) -> Place:
    number = sheet.columns[column] if column < len(sheet.columns) else column + 1
    return Place(cell=f"{sheet.name}!{letters(number)}{sheet.rows[row]}")


def letters(number: int) -> str:
    """The name of a column by its number from 1: ``A``, ``Z``, ``AA``."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@derived
def _unnamed() -> re.Pattern[str]:
    """The names that programs give to sheets."""
    return re.compile(rf"(?:{'|'.join(table('text/data_files')['sheets'])}) ?\d*")
