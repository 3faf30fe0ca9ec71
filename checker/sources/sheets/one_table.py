"""Joins the parts of a grid that are one table although blank rows divide it.

A blank row may stand below the heads, between groups of rows, and over the name of such a group, which stands alone
in its row. What goes on has no heads of its own, and its columns are under those of the table over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.language.language import word_set
from checker.sources.sheets.cells import Grid, holds_values, is_time, is_value, may_head

if TYPE_CHECKING:
    from checker.sources.sheets.grids import Part

_HEAD_ROWS = 3
_SECTIONS = 3
"""So many names of groups stand right over each other."""
_NAME = 50
"""A longer line names no group of rows."""
_PAIR = 2
_VALUES = word_set("text/table_heads", "values")


def joined(parts: Sequence[Part], grid: Grid) -> list[Part]:
    """The parts with those in one that are one table."""
    found: list[Part] = []
    for part in parts:
        above = found[-1] if found else None
        if part.heads and above is not None and above.heads == 0 and _says_what(above, grid):
            found[-1] = replace(above, heads=None)
        if part.heads == 0 and above is not None:
            if _are_heads(above, part, grid):
                found[-1] = _headed(above, part, ())
                continue
            if _goes_on(above, part, grid):
                found[-1] = _with(above, part, ())
                continue
            table = found[-2] if len(found) > 1 else None
            if table is not None and _goes_on(table, part, grid) and _are_sections(above, table, grid):
                found[-2:] = [_with(table, part, above.rows)]
                continue
            if table is not None and _are_heads(table, part, grid) and _are_sections(above, part, grid):
                found[-2:] = [_headed(table, part, above.rows)]
                continue
        found.append(part)
    return found


def _with(table: Part, part: Part, sections: tuple[int, ...]) -> Part:
    names = table.sections | part.sections | frozenset(sections)
    columns = range(table.columns.start, max(table.columns.stop, part.columns.stop))
    return replace(table, rows=(*table.rows, *sections, *part.rows), columns=columns, sections=names)


def _headed(heads: Part, part: Part, sections: tuple[int, ...]) -> Part:
    columns = range(min(heads.columns.start, part.columns.start), heads.columns.stop)
    rows, names = (*heads.rows, *sections, *part.rows), part.sections | frozenset(sections)
    return replace(part, rows=rows, columns=columns, heads=len(heads.rows), sections=names)


def _says_what(part: Part, grid: Grid) -> bool:
    """Whether a row of words over a table with heads of its own is no table: a title and what its figures are in."""
    return len(part.rows) == 1 and not any(map(is_value, grid[part.rows[0]]))


def _goes_on(table: Part, part: Part, grid: Grid) -> bool:
    """Whether the rows of a part without heads go on with those of a table."""
    if table.heads is None or not (table.heads or table.labels > 1):
        return False
    if table.labels > 1:
        places = range(table.columns.start, table.columns.start + table.labels)
        labelled = not any(holds_values([grid[r][c] for r in part.rows]) for c in places)
        return labelled and part.columns.start in places
    inside = part.columns.start == table.columns.start and part.columns.stop <= table.columns.stop
    return inside and _kind(table, grid) == _kind(part, grid)


def _kind(part: Part, grid: Grid) -> bool:
    """Whether times label the rows of a table, and no words."""
    cells = [grid[r][part.columns.start] for r in part.rows[part.heads or 0 :]]
    return sum(is_time(cell) or is_value(cell) for cell in cells) * 2 > len(cells)


def _are_heads(above: Part, part: Part, grid: Grid) -> bool:
    """Whether all that stands over a blank row heads the columns of the table below it."""
    cells = [[grid[r][c] for c in above.columns] for r in above.rows]
    body = [[grid[r][c] for c in above.columns] for r in part.rows]
    if above.heads is None or len(above.rows) > _HEAD_ROWS or not all(may_head(row, body) for row in cells):
        return False
    first = part.columns.start
    over = above.columns.start >= first and above.columns.stop >= part.columns.stop and any(map(any, cells))
    if len(part.columns) > _PAIR:
        return over and sum(map(bool, cells[-1])) > 1
    heads = [row[-1] for row in cells]
    return over and any(head.lower().split("(")[0].strip() in _VALUES or is_time(head) for head in heads)


def _are_sections(lines: Part, table: Part, grid: Grid) -> bool:
    """Whether lines are names of groups of a table's rows: one cell each, where its labels stand."""
    places = range(table.columns.start, table.columns.start + table.labels)
    return (
        lines.heads is None and len(lines.rows) <= _SECTIONS and all(_names_group(grid[r], places) for r in lines.rows)
    )


def _names_group(row: Sequence[str], places: range) -> bool:
    filled = [n for n, cell in enumerate(row) if cell]
    text = row[filled[0]] if filled else ""
    return (
        len(filled) == 1 and filled[0] in places and len(text) < _NAME and text[-1] not in ".;" and not is_value(text)
    )
