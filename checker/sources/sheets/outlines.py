"""Reads the outline in which the labels of a table stand: over several columns, or indented in one.

Each row of an outline over several columns has its label in one of them, and that is of what the labels to its left
over it name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.sources.sheets.cells import Grid, holds_values

if TYPE_CHECKING:
    from checker.sources.sheets.grids import Part

_LEAST_ROWS = 4
_ALONE = 0.8
"""In so large a share of its rows an outline has one label."""


def labels(grid: Grid, rows: Sequence[int], columns: range) -> int:
    """How many of the first columns hold one outline of labels; 1 where they hold none."""
    count = 0
    while count < len(columns) and not holds_values([grid[r][columns[count]] for r in rows]):
        count += 1
    if count < 2 or count == len(columns):
        return 1
    places = [[n for n in range(count) if grid[r][columns[n]]] for r in rows]
    labelled = [found for found in places if found]
    alone = [found[0] for found in labelled if len(found) == 1]
    return count if len(alone) >= max(_LEAST_ROWS, len(labelled) * _ALONE) and len(set(alone)) > 1 else 1


def label(row: Sequence[str], part: Part) -> int:
    """Which cell of a row of the part is its label."""
    return next((n for n in range(min(part.labels, len(row)) - 1, -1, -1) if row[n]), part.labels - 1)


def levels(grid: Grid, part: Part, indents: Mapping[int, int]) -> list[int]:
    """How deep in the outline each row of a table stands, from 1; 0 where nothing tells.

    ``indents`` are those of the labels by row, where a format knows them.
    """
    columns = slice(part.columns.start, part.columns.stop)
    if part.labels > 1:
        return [1 + label(grid[r][columns], part) for r in part.rows]
    if len({indents.get(r, 0) for r in part.rows[part.heads or 0 :]}) > 1:
        return [1 + indents.get(r, 0) for r in part.rows]
    if not part.sections:
        return [0] * len(part.rows)
    first = part.rows[part.heads or 0]
    named = part.sections | ({first} if sum(map(bool, grid[first])) == 1 and grid[first][part.columns.start] else set())
    return [1 if r in named else 2 for r in part.rows]
