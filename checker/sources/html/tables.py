"""Tells tables of data from those that lay a page out, and reads their rows with spans, heads and captions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from checker.sources.html import inline as html_inline
from checker.sources.html.tree import Element

_MOST_COLUMNS = 200
_MOST_ROWS = 1_000
_MOST_GROWTH = 20
"""So many times its cells a table may grow by cells over several columns and rows."""
_LONG = 400
"""The characters of a cell that holds a part of a page and no value."""
_LABEL = 60
_SIGNS_BEFORE = frozenset("$£€¥")
_SIGNS_BEHIND = frozenset({")", "%", ")%"})
_PARTS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "form", "article", "section", "nav", "blockquote"})


@dataclass(slots=True)
class _Cell:
    text: str
    columns: int
    rows: int
    heads: bool


def rows_of(table: Element) -> list[Element]:
    """The rows of a table and of none in it, with those that end it last."""
    found: list[Element] = []
    last: list[Element] = []
    for child in table.elements:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in ("tbody", "thead", "tfoot"):
            (last if child.tag == "tfoot" else found).extend(row for row in child.elements if row.tag == "tr")
    return found + last


def captions(table: Element) -> list[Element]:
    """The captions of a table."""
    return [child for child in table.elements if child.tag == "caption"]


def is_data(table: Element) -> bool:
    """Whether a table holds data, rather than laying out a page."""
    if "layout" in table.attributes:
        return False
    rows = [[cell for cell in row.elements if cell.tag in ("td", "th")] for row in rows_of(table)]
    cells = [cell for row in rows for cell in row]
    if len(cells) < 2 or max(map(len, rows), default=0) < 2:
        return False
    if captions(table) or any(cell.tag == "th" for cell in cells) or any(c.tag == "thead" for c in table.elements):
        return not any(cell.size > _LONG * 5 for cell in cells)
    if any(inner.tag in _PARTS for cell in cells if cell.breaks for inner in cell.all()):
        return False
    filled = [row for row in rows if sum(cell.size > 0 for cell in row) > 1]
    if len(filled) < 2:
        return bool(filled) and all(cell.size <= _LABEL for cell in cells)
    long = [cell for cell in cells if cell.size > _LONG]
    return not long or all(row[0].size <= _LABEL and len(row) == 2 for row in filled)


def read(table: Element) -> tuple[list[list[str]], int | None]:
    """The rows of a table's cells, and how many of the first are heads; None where the table does not say."""
    rows, headed = _cells(table)
    heads = sum(1 for _ in takewhile(bool, headed))
    heads = heads if heads < len(rows) else max(0, len(rows) - 1) if heads > 1 else 0
    grid = _laid_out(rows)
    grid, heads = _filled(_joined(grid), heads)
    return grid, heads or None


def _cells(table: Element) -> tuple[list[list[_Cell]], list[bool]]:
    """The cells of each row, and whether it is one of heads."""
    in_head = {id(row) for child in table.elements if child.tag == "thead" for row in child.elements}
    rows: list[list[_Cell]] = []
    headed: list[bool] = []
    for row in rows_of(table):
        cells = [
            _Cell(html_inline.line(cell.children), _span(cell, "colspan"), _span(cell, "rowspan"), cell.tag == "th")
            for cell in row.elements
            if cell.tag in ("td", "th")
        ]
        if cells:
            rows.append(cells)
            all_heads = len(cells) > 1 and all(cell.heads or not cell.text for cell in cells)
            headed.append(id(row) in in_head or (all_heads and any(cell.heads for cell in cells)))
    return rows, headed


def _span(cell: Element, over: str) -> int:
    given = cell.attributes.get(over, "") if cell.attributes else ""
    if not given.isdecimal() or len(given) > 6:
        return 1
    if int(given) == 0:
        return _MOST_ROWS if over == "rowspan" else 1
    return min(int(given), _MOST_COLUMNS if over == "colspan" else _MOST_ROWS)


def _laid_out(rows: list[list[_Cell]]) -> list[list[str]]:
    """The texts by rows and columns.

    A cell over several columns stands in the first of them, and one over several rows again in each that it labels.
    """
    most = _MOST_GROWTH * sum(map(len, rows)) + _MOST_ROWS
    reaching: dict[int, tuple[int, str]] = {}
    """The columns that a cell above reaches into: how many rows more, and what it tells again there."""
    grid: list[list[str]] = []
    for row in rows:
        texts: list[str] = []
        below: dict[int, tuple[int, str]] = {}
        labels = True
        for cell in row:
            _reach(reaching, texts, below)
            labels = labels and (cell.heads or cell.rows > 1 or not texts)
            for n in range(cell.columns if most > 0 else 1):
                if cell.rows > 1 and most > 0:
                    below[len(texts)] = (cell.rows - 1, cell.text if labels and n == 0 else "")
                texts.append("" if n else cell.text)
        _reach(reaching, texts, below)
        most -= len(texts)
        reaching = below
        grid.append(texts)
    return grid


def _reach(reaching: dict[int, tuple[int, str]], texts: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Fill the columns of a row that cells above reach into, and say which of them reach further ``below``."""
    while (found := reaching.get(len(texts))) is not None:
        if found[0] > 1:
            below[len(texts)] = (found[0] - 1, found[1])
        texts.append(found[1])


def _joined(grid: list[list[str]]) -> list[list[str]]:
    """The rows with a sign that stands in a cell of its own beside its figure: ``$`` and ``)``."""
    for row in grid:
        for n, text in enumerate(row):
            if text in _SIGNS_BEFORE:
                at = next((m for m in range(n + 1, min(n + 3, len(row))) if row[m]), None)
                if at is not None and row[at][0] in "(0123456789":
                    row[n], row[at] = text + row[at], ""
            elif text in _SIGNS_BEHIND:
                at = next((m for m in range(n - 1, max(n - 3, -1), -1) if row[m]), None)
                if at is not None and row[at][-1].isdecimal():
                    row[at], row[n] = row[at] + text, ""
    return grid


def _filled(grid: list[list[str]], heads: int) -> tuple[list[list[str]], int]:
    """The rows and columns in which something stands, and how many of these rows are heads."""
    width = max(map(len, grid), default=0)
    kept = [n for n in range(width) if any(len(row) > n and row[n] for row in grid)]
    heads = sum(1 for row in grid[:heads] if any(row))
    rows = [row for row in grid if any(row)]
    columns = _columns(rows, heads, kept)
    return [[_one(row, column) for column in columns] for row in rows], heads


def _columns(rows: list[list[str]], heads: int, kept: list[int]) -> list[list[int]]:
    """The columns, where those never filled together under one head are one."""
    found: list[list[int]] = []
    for n in kept:
        own_head = any(len(row) > n and row[n] for row in rows[: max(heads, 1)])
        beside = (
            found
            and not own_head
            and not any(len(row) > n and row[n] and any(row[m] for m in found[-1]) for row in rows)
        )
        if beside and found[-1] != [kept[0]]:
            found[-1].append(n)
        else:
            found.append([n])
    return found


def _one(row: list[str], columns: list[int]) -> str:
    return next((row[n] for n in columns if len(row) > n and row[n]), "")
