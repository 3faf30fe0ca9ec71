"""Reads Excel workbooks: the tables of their sheets with the values as people see them.

A cell shows what was worked out when the workbook was saved. Hidden sheets, rows and columns are left out, and a
formula that nobody worked out is empty; warnings say so. A sheet none of whose formulas was worked out is not checked.
"""

from __future__ import annotations

import io
import re
import warnings

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.reader import excel
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from checker.model.document import Metadata, Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources.archives import Archive
from checker.sources.sheets import number_formats, stored_results
from checker.sources.sheets import sheet as sheets
from checker.sources.sheets.sheet import Sheet
from checker.sources.sheets.stored_results import Results
from checker.sources.text_builder import TextBuilder

_NAMED = 5
"""So many of what a warning is of are named in it."""
_WORK_OUT = "open the workbook in the office program and save it"
_NOTHING = "no cell that is shown has anything in it"
_NONE = Results()
_INDENT = 3
"""The blanks that people take for a step of a format's indent."""
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


def _no_pictures(*_: object) -> tuple[list[object], list[object]]:
    return [], []


# A drawing that is missing or odd makes the library give up the whole workbook; no words stand in what it reads of it.
setattr(excel, "find_images", _no_pictures)  # noqa: B010


def reading(source: Source, data: bytes) -> Reading:
    """The sheets of the workbook in ``data``."""
    has_formulas = _looked_through(data)
    workbook = _loaded(data, worked=True)
    written = _loaded(data, worked=False) if has_formulas else None
    builder = TextBuilder()
    title = (workbook.properties.title or "").strip()
    if title:
        builder.title(title)
    shown: list[Sheet] = []
    left_out: list[str] = []
    unworked: list[str] = []
    unread: list[str] = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            left_out.append(f"sheet {sheet.title}")
            continue
        known = stored_results.results(written[sheet.title], sheet) if written is not None else _NONE
        found, hidden = _sheet(sheet, known)
        shown.append(found)
        if hidden:
            left_out.append(f"{hidden} in {sheet.title}")
        unworked += (f"{sheet.title}!{sheets.letters(column)}{row}" for row, column in known.missing)
        if known.unbelieved:
            count = _counted(len(known.unbelieved), "formula")
            unread.append(f"sheet {sheet.title}: {count} with no result but 0 or nothing: {_WORK_OUT}")
    said = sheets.write(builder, shown, bool(title))
    if not builder.length:
        raise Unreadable("", f"no cell that is shown has anything in it: {_WORK_OUT}" if unread else _NOTHING)
    notes = [*said.notes, *([f"left out, since hidden: {_listed(left_out)}"] if left_out else [])]
    if unworked:
        notes.append(f"formulas without a value, read as empty: {_listed(unworked)}; {_WORK_OUT}")
    warnings = [Warning(source.id, 1, note) for note in notes]
    return builder.reading(source, warnings, Metadata(title=title or None), [*unread, *said.unread])


def _looked_through(data: bytes) -> bool:
    """Whether there are any formulas; raises Unreadable for what is harmful or too large."""
    archive = Archive(data, ".xlsx")
    cells, formulas = 0, False
    for name in archive.names:
        if name.endswith((".xml", ".rels", ".vml")):
            part = archive.xml(name)
            if _SHEETS.fullmatch(name):
                cells += sum(1 for _ in _CELL.finditer(part))
                formulas = formulas or _FORMULA.search(part) is not None
                sheets.refuse_size(cells)
    return formulas


def _loaded(data: bytes, *, worked: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), data_only=worked, keep_links=False)


def _sheet(sheet: Worksheet, known: Results = _NONE) -> tuple[Sheet, str]:
    """What is shown of a sheet, and how much of it is hidden, in words."""
    filled: dict[int, dict[int, str]] = {}
    indents: dict[int, tuple[int, int]] = {}
    for (row, column), cell in sheet._cells.items():
        if (row, column) in known.unbelieved or not isinstance(cell, Cell) or cell.data_type == "e":
            continue
        if text := _shown(cell, known.constants.get((row, column), cell.value)):
            filled.setdefault(row, {})[column] = text
            indents[row] = min(indents.get(row, (column, _indent(cell))), (column, _indent(cell)))
    hidden_rows = {n for n, row in sheet.row_dimensions.items() if row.hidden}
    hidden_columns: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            hidden_columns.update(range(dimension.min, min(dimension.max, sheet.max_column) + 1))
    lost_rows = sorted(hidden_rows & filled.keys())
    lost_columns = sorted(hidden_columns & {column for cells in filled.values() for column in cells})
    shown = {r: {c: text for c, text in cells.items() if c not in hidden_columns} for r, cells in filled.items()}
    shown = {r: cells for r, cells in shown.items() if r not in hidden_rows}
    areas = [(a.min_row, a.max_row, a.min_col, a.max_col) for a in sheet.merged_cells.ranges]
    found = sheets.sheet_of(sheet.title, shown, areas, {row: depth for row, (_, depth) in indents.items()})
    lost = [_counted(len(lost_rows), "row"), _counted(len(lost_columns), "column")]
    return found, " and ".join(filter(None, lost))


def _indent(cell: Cell) -> int:
    """How far a label is indented, by its format and by the blanks before it."""
    blanks = len(cell.value) - len(cell.value.lstrip()) if isinstance(cell.value, str) else 0
    return blanks + _INDENT * int(cell.alignment.indent if cell.has_style else 0)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}" if count else ""


def _shown(cell: Cell, value: object) -> str:
    text = number_formats.shown(value, cell.number_format or "General").strip()
    return str(unescape(text)) if "_x" in text else text


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
