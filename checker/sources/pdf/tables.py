"""Cuts the fragments of a table that has no rules into rows and cells, by the blanks between its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from checker.sources.pdf.boxes import Line, Table, lines
from checker.sources.pdf.fragments import Fragment

_APART = 1.35
"""So many times as far apart as the lines of one cell two rows are at least, where cells have several lines."""
_FAR = 2.6
"""So many times the size of the type a blank line above ends a table's caption."""


def trimmed(fragments: Sequence[Fragment]) -> tuple[list[Fragment], list[Fragment], list[Fragment]]:
    """What stands over a table as one box a line, the table, and what stands under it so."""
    rows = lines(fragments)
    first = next((n for n, row in enumerate(rows) if len(row.fragments) > 1), 0)
    last = next((n for n in range(len(rows) - 1, -1, -1) if len(rows[n].fragments) > 1), len(rows) - 1)
    while last + 1 < len(rows) and _goes_on(rows[last], rows[last + 1], rows[first]):
        last += 1
    return _all(rows[:first]), _all(rows[first : last + 1]), _all(rows[last + 1 :])


def _goes_on(row: Line, below: Line, first: Line) -> bool:
    """Whether a line of one box goes on with a cell of the row above it."""
    return below.x0 > first.x0 + 2 * below.size and row.y - below.y < 1.5 * row.size and below.size > 0.9 * row.size


def _all(rows: Sequence[Line]) -> list[Fragment]:
    return [f for row in rows for f in row.fragments]


def unruled(fragments: Sequence[Fragment]) -> Table:
    """The table that fragments make."""
    rows = lines(fragments)
    spans = columns(rows)
    cells = [cut(row, spans) for row in rows]
    return Table(
        min(f.x0 for f in fragments),
        max(f.x1 for f in fragments),
        max(f.top for f in fragments),
        min(f.bottom for f in fragments),
        joined(rows, cells),
        median(f.size for f in fragments),
    )


def columns(rows: Sequence[Line]) -> list[tuple[float, float]]:
    """Where the columns of a table start and end: as the rows of most cells have them, widened by the others."""
    found: list[tuple[float, float]] = []
    for row in sorted(rows, key=lambda r: -len(r.fragments)):
        for fragment in row.fragments:
            over = [n for n, (x0, x1) in enumerate(found) if fragment.x0 < x1 and fragment.x1 > x0]
            if not over:
                found.append((fragment.x0, fragment.x1))
                found.sort()
            elif len(over) == 1:
                n = over[0]
                x0, x1 = min(found[n][0], fragment.x0), max(found[n][1], fragment.x1)
                if (n == 0 or found[n - 1][1] < x0) and (n + 1 == len(found) or x1 < found[n + 1][0]):
                    found[n] = (x0, x1)
    return found


def cut(row: Line, spans: Sequence[tuple[float, float]]) -> list[str]:
    """The cells of a row, by columns; one over several stands in the first of them."""
    cells = [""] * len(spans)
    for fragment in row.fragments:
        over = [n for n, (x0, x1) in enumerate(spans) if fragment.x0 < x1 and fragment.x1 > x0]
        n = over[0] if over else min(range(len(spans)), key=lambda k: abs(spans[k][0] - fragment.x0))
        cells[n] = f"{cells[n]} {fragment.text}".strip()
    return cells


def joined(rows: Sequence[Line], cells: Sequence[list[str]]) -> list[list[str]]:
    """The rows with those lines put together that belong to one row."""
    steps = [(above.y - below.y) for above, below in pairwise(rows)]
    near = min(steps, default=0.0)
    spread = bool(steps) and near < 1.5 * rows[0].size and sum(s > _APART * near for s in steps) >= 2
    found: list[list[str]] = []
    for n, row in enumerate(cells):
        if found and _same_row(found[-1], row, steps[n - 1], near, spread, rows[n].size):
            found[-1] = [_told(a, b) for a, b in zip(found[-1], row, strict=True)]
        else:
            found.append(list(row))
    return found


def _same_row(above: Sequence[str], row: Sequence[str], step: float, near: float, spread: bool, size: float) -> bool:
    filled = [n for n, cell in enumerate(row) if cell]
    figures = [n for n in filled if any(map(str.isdecimal, row[n])) and n]
    if spread and step <= _APART * near and not (figures and any(above[n] for n in figures)):
        return True
    if step > 1.6 * size or figures:
        return False
    if 0 not in filled:
        return all(above[n] and not above[n][-1:].isdecimal() for n in filled)
    return filled == [0] and row[0][:1].islower() and any(above[1:])


def _told(above: str, below: str) -> str:
    if above.endswith("-") and below[:1].islower():
        return above[:-1] + below
    return f"{above} {below}".strip()
