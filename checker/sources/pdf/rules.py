"""Finds the tables of a page by their rules: the lines that part cells, drawn as strokes or as thin bars."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Sequence
from ctypes import c_float, c_int
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from checker.sources.pdf import tables
from checker.sources.pdf.boxes import Line, Table, lines
from checker.sources.pdf.fragments import Fragment, parted

MOST_OBJECTS = 6_000
"""A page with more drawings than these is a plan or a map."""
_THIN = 2.5
_SHORT = 4.0
_NEAR = 2.5
_OPEN = 15.0


@dataclass(slots=True, frozen=True)
class Rule:
    """A line: at one height (or breadth, where upright) from one end to the other."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Grid:
    """Rules that meet: where its columns and rows part."""

    xs: list[float]
    ys: list[float]
    """From top to bottom."""
    level: list[Rule]
    upright: list[Rule]


def rules(page: Any, turn: int) -> tuple[list[Rule], list[Rule]]:
    """The level and the upright rules of a page."""
    handle = page.raw
    count = pdfium.FPDFPage_CountObjects(handle)
    level: list[Rule] = []
    upright: list[Rule] = []
    if count > MOST_OBJECTS:
        return level, upright
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    edges = tuple(map(ctypes.byref, (left, bottom, right, top)))
    for n in range(count):
        item = pdfium.FPDFPage_GetObject(handle, n)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, *edges):
            continue
        x0, y0, x1, y1 = _turned(turn, left.value, bottom.value, right.value, top.value)
        wide, high = x1 - x0, y1 - y0
        if high <= _THIN < _SHORT < wide:
            level.append(Rule((y0 + y1) / 2, x0, x1))
        elif wide <= _THIN < _SHORT < high:
            upright.append(Rule((x0 + x1) / 2, y0, y1))
        elif wide > _SHORT and high > _SHORT:
            _of_path(item, (x0, y0, x1, y1), turn, level, upright)
    return level, upright


def _turned(turn: int, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    if turn == 1:
        return y0, -x1, y1, -x0
    if turn == 2:
        return -x1, -y1, -x0, -y0
    if turn == 3:
        return -y1, x0, -y0, x1
    return x0, y0, x1, y1


_ONE_BOX = 8
_MANY = 600


def _of_path(
    item: Any, bounds: tuple[float, float, float, float], turn: int, level: list[Rule], upright: list[Rule]
) -> None:
    """The rules of a drawing that is larger than one rule: a frame that is stroked, or many lines in one."""
    mode, stroked = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroked)) or not stroked.value:
        return
    count = pdfium.FPDFPath_CountSegments(item)
    x0, y0, x1, y1 = bounds
    if count <= _ONE_BOX and count >= 4:
        level += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        upright += [Rule(x0, y0, y1), Rule(x1, y0, y1)]
        return
    if count > _MANY:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    x, y = c_float(), c_float()
    before: tuple[float, float] | None = None
    for n in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, n)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        a = matrix.a * x.value + matrix.c * y.value + matrix.e
        b = matrix.b * x.value + matrix.d * y.value + matrix.f
        a, b, _, _ = _turned(turn, a, b, a, b)
        if before is not None and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            p, q = before
            if abs(b - q) < 1 and abs(a - p) > _SHORT:
                level.append(Rule(b, min(a, p), max(a, p)))
            elif abs(a - p) < 1 and abs(b - q) > _SHORT:
                upright.append(Rule(a, min(b, q), max(b, q)))
        before = (a, b)


def grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """The rules that meet, put together."""
    level, upright = _merged(level), _merged(upright)
    if len(upright) < 2 or len(level) < 2 or len(level) + len(upright) > 2_000:
        return []
    group = list(range(len(level) + len(upright)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for n, across in enumerate(level):
        for m, up in enumerate(upright, len(level)):
            if across.start - _NEAR <= up.at <= across.end + _NEAR and up.start - _NEAR <= across.at <= up.end + _NEAR:
                group[root(n)] = root(m)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for n in range(len(group)):
        pair = members.setdefault(root(n), ([], []))
        pair[n >= len(level)].append(level[n] if n < len(level) else upright[n - len(level)])
    found = []
    for acrosses, ups in members.values():
        xs = _distinct([rule.at for rule in ups])
        ys = _distinct([rule.at for rule in acrosses])[::-1]
        if len(xs) >= 3 and len(ys) >= 2:
            found.append(_closed(xs, ys, acrosses, ups))
    return found


def _closed(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> Grid:
    """A grid; where its level rules run on past the last upright ones, there are columns without an outer rule."""
    left, right = min(rule.start for rule in level), max(rule.end for rule in level)
    for edge, out in ((left, xs[0] - left), (right, right - xs[-1])):
        if out > _OPEN:
            xs = sorted([*xs, edge])
            upright = [*upright, Rule(edge, ys[-1], ys[0])]
    return Grid(xs, ys, level, upright)


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules of one line that touch, as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at), r.start)):
        last = found[-1] if found else None
        if last is not None and abs(last.at - rule.at) < 1.0 and last.start - _NEAR <= rule.start <= last.end + _NEAR:
            found[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _distinct(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR + 0.5:
            found.append(value)
    return found


def table(grid: Grid, fragments: Sequence[Fragment]) -> tuple[Table, list[Fragment]] | None:
    """The table of a grid, and the fragments in it; None where it is a frame, a chart or a form without words."""
    inside = [
        f
        for f in fragments
        if grid.xs[0] - _NEAR <= (f.x0 + f.x1) / 2 <= grid.xs[-1] + _NEAR
        and grid.ys[-1] - _NEAR <= (f.top + f.bottom) / 2 <= grid.ys[0] + _NEAR
    ]
    width, height = len(grid.xs) - 1, len(grid.ys) - 1
    cells: list[list[list[Fragment]]] = [[[] for _ in range(width)] for _ in range(height)]
    for f in _cut(grid, inside):
        column = min(max(bisect_right(grid.xs, f.x0 + min(1.5, (f.x1 - f.x0) / 2)) - 1, 0), width - 1)
        middle = (f.top + f.bottom) / 2
        row = min(max(sum(1 for y in grid.ys if y > middle) - 1, 0), height - 1)
        r, c = _owner(grid, row, column)
        cells[r][c].append(f)
    filled = [(r, c) for r in range(height) for c in range(width) if cells[r][c]]
    if len(filled) < 4 or len({c for _, c in filled}) < 2 or len(filled) * 8 < width * height:
        return None
    if any(map(_holds_rows, cells)):
        return tables.unruled(inside), inside
    rows = [[_words(cell) for cell in row] for row in cells]
    heads = _heads(grid, fragments, inside, rows)
    inside += [f for line in heads for f in line.fragments]
    spans = list(pairwise(grid.xs))
    rows = [*tables.joined(heads, [tables.cut(line, spans) for line in heads]), *rows]
    kept = [c for c in range(width) if any(row[c] for row in rows)]
    shown = tables.with_signs([[row[c] for c in kept] for row in rows if any(row)])
    return Table(grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1], shown, inside[0].size), inside


def _heads(
    grid: Grid, fragments: Sequence[Fragment], inside: Sequence[Fragment], rows: Sequence[Sequence[str]]
) -> list[Line]:
    """The lines of heads right above a grid whose first row is one of figures."""
    first = next(row for row in rows if any(row))
    if not any(any(map(str.isdecimal, cell)) for cell in first[1:]):
        return []
    known = set(map(id, inside))
    above = [f for f in fragments if id(f) not in known and f.bottom > grid.ys[0] - _NEAR]
    found = lines(tables.heads(above, inside)[1])
    return found if any(len(line.fragments) > 1 for line in found) else []


def _cut(grid: Grid, fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, each cut where an upright rule runs between its words."""
    found: list[Fragment] = []
    for fragment in fragments:
        middle = (fragment.top + fragment.bottom) / 2
        at = [
            n
            for n, (x, gap) in enumerate(fragment.starts, 1)
            if any(x - gap * fragment.size - 2 <= r.at <= x + 2 and r.start <= middle <= r.end for r in grid.upright)
        ]
        found += parted(fragment, at)
    return found


def _owner(grid: Grid, row: int, column: int) -> tuple[int, int]:
    """The first cell of those that no rule parts from the one at ``row`` and ``column``."""
    middle = (grid.ys[row] + grid.ys[row + 1]) / 2
    while column > 0 and not _drawn(grid.upright, grid.xs[column], middle):
        column -= 1
    across = (grid.xs[column] + grid.xs[column + 1]) / 2
    while row > 0 and not _drawn(grid.level, grid.ys[row], across):
        row -= 1
    return row, column


def _drawn(rules: Sequence[Rule], at: float, through: float) -> bool:
    return any(abs(r.at - at) <= _NEAR + 0.5 and r.start - 1 <= through <= r.end + 1 for r in rules)


_LINES_OF_ROWS = 3


def _holds_rows(row: Sequence[Sequence[Fragment]]) -> bool:
    """Whether several rows stand between two rules: as many lines in several columns, on one level, with figures."""
    stacks = [lines(cell) for cell in row]
    most = max(map(len, stacks), default=0)
    even = [stack for stack in stacks if len(stack) >= max(_LINES_OF_ROWS, 0.6 * most)]
    if any(_has_columns(stack) for stack in stacks):
        return True
    if len(even) < 2:
        return False
    figures = sum(any(map(str.isdecimal, line.text)) for stack in even[1:] for line in stack)
    heights = [line.y for line in even[0]]
    level = sum(any(abs(line.y - y) < 0.3 * line.size for y in heights) for stack in even[1:] for line in stack)
    count = sum(map(len, even[1:]))
    return figures * 2 >= count and level >= 0.8 * count


def _has_columns(stack: Sequence[Line]) -> bool:
    """Whether most lines of a cell are parted by blanks."""
    return len(stack) >= _LINES_OF_ROWS and sum(len(line.fragments) > 1 for line in stack) * 2 > len(stack)


def _words(cell: Sequence[Fragment]) -> str:
    """The words of a cell, whose lines are broken where its breadth ends."""
    text = ""
    for line in lines(cell):
        text = tables.told(text, tables.without_dots(line.text))
    return text
