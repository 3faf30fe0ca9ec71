"""Says what the grid of a table in a text document is for: data, labels with longer texts beside them, or layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import Any

MOST_COLUMNS = 200
_SENTENCE = 120


@dataclass(slots=True)
class Content:
    """What a cell holds."""

    texts: list[str] = field(default_factory=list)
    """Its paragraphs."""
    anchored: list[Any] = field(default_factory=list)
    """The words of those that cite notes or hold text boxes."""
    tables: list[Any] = field(default_factory=list)
    headed: bool = False
    """One of its paragraphs is a heading."""
    listed: bool = False
    """One of its paragraphs is an item."""

    @property
    def text(self) -> str:
        """Its paragraphs on one line, parted where a figure of the one might be read with the next."""
        return "".join(text + _joint(text, after) for text, after in pairwise((*self.texts, "")))


def _joint(text: str, after: str) -> str:
    if not after:
        return ""
    open_ended = any(map(str.isdecimal, text)) and (text[-1].isalnum() or text[-1] in "%€$£)")
    return "; " if open_ended and (after[0].isupper() or after[0].isdecimal()) else " "


@dataclass(slots=True)
class Cell:
    """One place of the grid."""

    element: Any = None
    """The cell that starts here; None behind one that spans columns, and where the grid is empty."""
    goes_on: bool = False
    """The cell above spans this row too."""
    content: Content = field(default_factory=Content)


@dataclass(slots=True)
class Row:
    """The cells of a row by columns, and whether the file says that it heads the table."""

    cells: list[Cell]
    head: bool = False


def heads(rows: Sequence[Row]) -> int:
    """How many of the first rows the file says are heads."""
    return sum(1 for _ in takewhile(lambda row: row.head, rows))


def is_layout(rows: Sequence[Row]) -> bool:
    """Whether a table only places text on the page, so that it is read cell by cell."""
    if max((len(row.cells) for row in rows), default=0) < 2:
        return True
    contents = [cell.content for row in rows for cell in row.cells]
    long = any(len(content.texts) > 1 or content.tables for content in contents)
    return (long and len(rows) == 1) or any(content.headed and len(content.texts) > 1 for content in contents)


def is_form(rows: Sequence[Row]) -> bool:
    """Whether a table holds labels with texts of several paragraphs beside them."""
    if any(len(row.cells) != 2 for row in rows):
        return False
    pairs = [(row.cells[0].content, row.cells[1].content) for row in rows]
    if any(len(label.texts) > 1 or label.tables for label, _ in pairs):
        return False
    return any(len(value.texts) > 1 and (value.listed or len(value.text) > _SENTENCE) for _, value in pairs)


def fill_down(rows: Sequence[Row]) -> None:
    """Tell a label again in each row that its cell spans; a head over several rows is told once.

    Only what stands at the left of a row labels it.
    """
    first = heads(rows)
    if not first and rows and any(cell.element is None and not cell.goes_on for cell in rows[0].cells):
        first = 1
    starts: list[int] = []
    for n, row in enumerate(rows):
        spans = [cell.goes_on and column < len(starts) for column, cell in enumerate(row.cells)]
        starts = [starts[column] if spanned else n for column, spanned in enumerate(spans)]
        for column in takewhile(spans.__getitem__, range(len(spans))):
            if starts[column] >= first:
                row.cells[column].content.texts = rows[starts[column]].cells[column].content.texts
