"""Lays out the tables of OpenDocument as rows of cells, merged ones and those that are written once for many."""

from __future__ import annotations

from collections.abc import Iterator

from checker.sources.open_package import TABLE
from checker.sources.story import Element
from checker.sources.table_grid import MOST_COLUMNS, Cell, Row

_MOST_ALIKE = 100
"""Rows or cells that are written once are told so often at most."""
_HEAD_ROWS = f"{TABLE}table-header-rows"
_ROW = f"{TABLE}table-row"
_CELL = f"{TABLE}table-cell"
_COVERED = f"{TABLE}covered-table-cell"
_GROUPS = (_HEAD_ROWS, f"{TABLE}table-rows", f"{TABLE}table-row-group")


def rows(table: Element) -> list[Row]:
    """The rows of a table, those left out that are empty or hidden."""
    found: list[Row] = []
    spans: list[int] = []
    """How many rows further down the cell of each column reaches."""
    for element, head in _elements(table, False):
        row = Row([], head)
        left = list(spans)
        spans = []
        for cell in element:
            if cell.tag == _CELL:
                own = _number(cell, "number-rows-spanned")
                for _ in range(_number(cell, "number-columns-repeated")):
                    row.cells.append(Cell(cell if _is_filled(cell) else None))
                    spans.append(own - 1)
            elif cell.tag == _COVERED:
                for _ in range(_number(cell, "number-columns-repeated")):
                    column = len(row.cells)
                    reach = left[column] if column < len(left) else 0
                    row.cells.append(Cell(goes_on=reach > 0))
                    spans.append(max(reach - 1, 0))
        del row.cells[MOST_COLUMNS:], spans[MOST_COLUMNS:]
        filled = any(cell.element is not None for cell in row.cells)
        again = _number(element, "number-rows-repeated") if filled else 1
        found += [row, *(Row([Cell(cell.element, cell.goes_on) for cell in row.cells], head) for _ in range(again - 1))]
    return found


def _elements(container: Element, head: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table or a group of them, and whether they head it."""
    for child in container:
        if child.tag == _ROW:
            if child.get(f"{TABLE}visibility") not in ("collapse", "filter"):
                yield child, head
        elif child.tag in _GROUPS:
            yield from _elements(child, head or child.tag == _HEAD_ROWS)


def _is_filled(cell: Element) -> bool:
    return next(cell.iterchildren(), None) is not None


def _number(element: Element, name: str) -> int:
    text = element.get(TABLE + name) or "1"
    return max(1, min(int(text), _MOST_ALIKE)) if text.isdecimal() else 1
