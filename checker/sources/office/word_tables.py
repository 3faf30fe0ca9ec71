"""Lays out the tables of Word as rows of cells: merged cells, heads that repeat on every page, cells taken away."""

from __future__ import annotations

from collections.abc import Iterator

from checker.sources.office.story import Element
from checker.sources.office.table_grid import MOST_COLUMNS, Cell, Row
from checker.sources.office.word_text import W, chosen, is_on, is_placeholder, value

_CONTENTS = "Table of Contents"
_BLOCKS = (f"{W}p", f"{W}tbl")


def rows(table: Element) -> list[Row]:
    """The rows of a table, those left out that were deleted."""
    return [_row(row) for row in _inside(table, f"{W}tr") if not _is_gone(row.find(f"{W}trPr"), "del")]


def blocks(container: Element, contents: bool = False) -> Iterator[tuple[Element, bool]]:
    """The paragraphs and tables of a body, cell, note or box, those in content controls too.

    Each comes with whether it stands in a table of contents, as ``contents`` says of the container.
    """
    for child in container:
        tag = child.tag
        if tag in _BLOCKS:
            yield child, contents
        elif not isinstance(tag, str) or tag.endswith("Pr"):
            continue
        elif tag == f"{W}sdt":
            if not is_placeholder(child):
                listed = contents or _lists_contents(child)
                for content in child.iterchildren(f"{W}sdtContent"):
                    yield from blocks(content, listed)
        elif tag.endswith("}AlternateContent"):
            if (one := chosen(child)) is not None:
                yield from blocks(one, contents)
        else:
            yield from blocks(child, contents)


def _lists_contents(control: Element) -> bool:
    """Whether a content control holds the table of contents that a program makes."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == _CONTENTS


def _inside(container: Element, tag: str) -> Iterator[Element]:
    """The rows or cells of a table, those in content controls too."""
    for child in container:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _BLOCKS and not child.tag.endswith("Pr"):
            yield from _inside(child, tag)


def _row(row: Element) -> Row:
    properties = row.find(f"{W}trPr")
    cells = [Cell() for _ in range(_number(value(properties, "gridBefore"), 0))]
    for cell in _inside(row, f"{W}tc"):
        own = cell.find(f"{W}tcPr")
        merged = own.find(f"{W}vMerge") if own is not None else None
        goes_on = merged is not None and merged.get(f"{W}val") in (None, "continue")
        gone = _is_gone(own, "cellDel")
        cells.append(Cell(None if gone or goes_on else cell, goes_on))
        cells += (Cell(None, goes_on) for _ in range(_number(value(own, "gridSpan"), 1) - 1))
    return Row(cells[:MOST_COLUMNS], bool(is_on(properties, "tblHeader")))


def _number(text: str | None, otherwise: int) -> int:
    return min(int(text), MOST_COLUMNS) if text is not None and text.isdecimal() else otherwise


def _is_gone(properties: Element | None, mark: str) -> bool:
    return properties is not None and properties.find(W + mark) is not None
