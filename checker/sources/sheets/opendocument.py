"""Reads spreadsheets of the OpenDocument format: the tables of their sheets, each cell with the words that it shows.

Hidden sheets, rows and columns are left out, which a warning says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from checker.model.document import Metadata, Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources.archives import Archive
from checker.sources.sheets import sheet as sheets
from checker.sources.sheets.sheet import Sheet
from checker.sources.text_builder import TextBuilder

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_MOST_AT_ONCE = 1000
"""A cell or row that is said to stand so many times and more in a row fills up the sheet."""


def reading(source: Source, data: bytes) -> Reading:
    """The sheets of the spreadsheet in ``data``."""
    archive = Archive(data, ".ods")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Unreadable("", "it is encrypted: save it without a password")
    root = _parsed(archive, "content.xml")
    title = ""
    if "meta.xml" in archive:
        found = _parsed(archive, "meta.xml").find(f".//{_TITLE}")
        title = (found.text or "").strip() if found is not None else ""
    hidden = frozenset(_hidden_styles(root))
    builder = TextBuilder()
    if title:
        builder.title(title)
    shown: list[Sheet] = []
    lost: list[str] = []
    cells = 0
    for table in root.iter(f"{_TABLE}table"):
        name = table.get(f"{_TABLE}name", "")
        if table.get(f"{_TABLE}style-name") in hidden:
            lost.append(f"sheet {name}")
            continue
        sheet = _Table(table, name)
        cells += sum(map(len, sheet.filled.values()))
        sheets.refuse_size(cells)
        shown.append(sheet.sheet())
        if sheet.lost:
            lost.append(f"rows or columns of {name}")
    written = sheets.write(builder, shown, bool(title))
    if not builder.length:
        raise Unreadable("", "no cell that is shown has anything in it")
    notes = [*written.notes, *([f"left out, since hidden: {', '.join(lost)}"] if lost else [])]
    said = [Warning(source.id, 1, note) for note in notes]
    return builder.reading(source, said, Metadata(title=title or None), written.unread)


def _parsed(archive: Archive, name: str) -> Element:
    if name not in archive:
        raise Unreadable("", f"it is no .ods: it has no {name}")
    try:
        return ElementTree.fromstring(archive.xml(name))
    except ElementTree.ParseError as error:
        raise Unreadable("", f"its part {name} is damaged: open it and save it anew") from error


def _hidden_styles(root: Element) -> Iterator[str]:
    """The styles of sheets that are not shown."""
    for style in root.iter(f"{_STYLE}style"):
        shows = style.find(f"{_STYLE}table-properties")
        if shows is not None and shows.get(f"{_TABLE}display") == "false":
            yield style.get(f"{_STYLE}name", "")


@dataclass(slots=True)
class _Table:
    """One sheet while it is read."""

    table: Element
    name: str
    filled: dict[int, dict[int, str]] = field(default_factory=dict)
    """The words of each cell, by the numbers of row and column from 1."""
    areas: list[tuple[int, int, int, int]] = field(default_factory=list)
    lost: bool = False

    def __post_init__(self) -> None:
        columns = self._hidden_columns()
        row = 0
        for element in self.table.iter(f"{_TABLE}table-row"):
            times = _count(element, "number-rows-repeated")
            cells = dict(self._cells(element, row + 1))
            if _is_hidden(element) or not cells:
                self.lost = self.lost or bool(cells)
            elif times < _MOST_AT_ONCE:
                self.lost = self.lost or not columns.isdisjoint(cells)
                kept = {n: text for n, text in cells.items() if n not in columns}
                self.filled.update((row + 1 + n, dict(kept)) for n in range(times))
                sheets.refuse_size(times * len(kept) + len(self.filled))
            row += times

    def _hidden_columns(self) -> frozenset[int]:
        hidden: set[int] = set()
        column = 0
        for element in self.table.iter(f"{_TABLE}table-column"):
            times = _count(element, "number-columns-repeated")
            if _is_hidden(element):
                hidden.update(range(column + 1, column + 1 + min(times, _MOST_AT_ONCE)))
            column += times
        return frozenset(hidden)

    def _cells(self, row: Element, number: int) -> Iterator[tuple[int, str]]:
        column = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            times = _count(cell, "number-columns-repeated")
            text = "\n".join("".join(_spoken(line)) for line in cell.findall(f"{_TEXT}p"))
            if text.strip() and times < _MOST_AT_ONCE and cell.tag == _CELLS[0]:
                down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
                if down > 1 or across > 1:
                    self.areas.append((number, number + down - 1, column + 1, column + across))
                yield from ((column + 1 + n, text) for n in range(times))
            column += times

    def sheet(self) -> Sheet:
        """What the sheet shows."""
        return sheets.sheet_of(self.name, self.filled, self.areas)


def _is_hidden(element: Element) -> bool:
    return element.get(f"{_TABLE}visibility", "visible") != "visible"


def _count(element: Element, name: str) -> int:
    count = element.get(f"{_TABLE}{name}", "1")
    return max(int(count), 1) if count.isdecimal() and len(count) < 9 else 1


def _spoken(element: Element) -> Iterator[str]:
    """The words of a paragraph, without the notes on it."""
    yield element.text or ""
    for inner in element:
        if inner.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " "
        elif inner.tag != f"{_OFFICE}annotation":
            yield from _spoken(inner)
        yield inner.tail or ""
