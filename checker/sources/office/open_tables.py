"""Lays out the tables of OpenDocument as rows of cells, merged ones and those that are written once for many."""

from __future__ import annotations

from collections.abc import Iterator

from checker.sources.office.open_package import TABLE
from checker.sources.office.story import Element
from checker.sources.office.table_grid import MOST_COLUMNS, Cell, Row

_MOST_ALIKE = 20
"""A cell that is written once for many is told so often at most."""
_LONGEST_SPAN = 10_000
_DIGITS = 12
_HEAD_ROWS = f"{TABLE}table-header-rows"
_ROW = f"{TABLE}table-row"
_CELL = f"{TABLE}table-cell"
_COVERED = f"{TABLE}covered-table-cell"
_GROUPS = (_HEAD_ROWS, f"{TABLE}table-rows", f"{TABLE}table-row-group")


def rows(table: Element) -> list[Row]:
    """The rows of a table, those left out that are hidden; one that is written once for many is told once."""
    found: list[Row] = []
    spans: list[int] = []
    """How many rows further down the cell of each column reaches."""
    for element, head in _elements(table, False):
        row = Row([], head)
        left = list(spans)
        spans = []
        for cell in element:
            column = len(row.cells)
            if column >= MOST_COLUMNS:
                break
            if cell.tag == _CELL:
                filled = next(cell.iterchildren(), None) is not None
                again = _number(cell, "number-columns-repeated", _MOST_ALIKE if filled else MOST_COLUMNS)
                row.cells += (Cell(cell if filled else None) for _ in range(again))
                spans += [_number(cell, "number-rows-spanned", _LONGEST_SPAN) - 1] * again
            elif cell.tag == _COVERED:
                for n in range(column, column + _number(cell, "number-columns-repeated", MOST_COLUMNS)):
                    reach = left[n] if n < len(left) else 0
                    row.cells.append(Cell(goes_on=reach > 0))
                    spans.append(max(reach - 1, 0))
        found.append(row)
    return found


def _elements(container: Element, head: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table or a group of them, and whether they head it."""
    for child in container:
        if child.tag == _ROW:
            if child.get(f"{TABLE}visibility") not in ("collapse", "filter"):
                yield child, head
        elif child.tag in _GROUPS:
            yield from _elements(child, head or child.tag == _HEAD_ROWS)


def _number(element: Element, name: str, most: int) -> int:
    text = element.get(TABLE + name) or "1"
    return max(1, min(int(text), most)) if text.isdecimal() and len(text) < _DIGITS else most
