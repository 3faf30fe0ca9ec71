"""Tables as an Excel workbook: one sheet each, filterable, with its heads frozen and links to the documents.

Texts are written as texts and never as formulas. A last sheet says what each column holds. The same report gives the
same bytes. It needs xlsxwriter, which the extra ``sheets`` brings.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.model.user_error import UserError
from checker.reports.tables import Cell, Column, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
_LONGEST = 32_767
_MOST_LINKS = 60_000
_LONGEST_LINK = 2_000
_CREATED = datetime.datetime(2000, 1, 1)
_LEGEND = "columns"


def render(tables: Sequence[Table], folder: str = ".") -> bytes:
    """A workbook of some tables; ``folder`` leads from its place to where the documents' paths begin.

    Raises UserError where a table has more rows than a sheet can hold.
    """
    from xlsxwriter import Workbook

    for table in tables:
        if len(table.rows) > MOST_ROWS:
            raise UserError(
                f"{len(table.rows):,} rows of {table.name} are more than a sheet can hold ({MOST_ROWS:,})",
                remedy="write them as CSV",
            )
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED, "title": "check-claims"})
    head = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    link = book.get_default_url_format()
    for table in tables:
        _write(book.add_worksheet(table.name), table, folder, head, wrapped, top, link)
    _explain(book.add_worksheet(_LEGEND), tables, head, wrapped)
    book.close()
    return held.getvalue()


def _write(
    sheet: Worksheet, table: Table, folder: str, head: Format, wrapped: Format, top: Format, link: Format
) -> None:
    for n, column in enumerate(table.columns):
        sheet.set_column(n, n, column.width)
        sheet.write_string(0, n, column.name, head)
    for at, row in enumerate(table.rows, start=1):
        for n, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            if column.name == table.link and isinstance(cell, str) and at <= _MOST_LINKS and _leads(cell):
                sheet.write_url(at, n, "external:" + f"{folder}/{cell}".removeprefix("./"), link, string=_cut(cell))
            else:
                _cell(sheet, at, n, column, cell, wrapped if column.width >= 60 else top)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _leads(path: str) -> bool:
    """Whether a path leads to a file beside the workbook: addresses and paths from the root stay text."""
    return ":" not in path and not path.startswith(("/", "\\", "#")) and len(path) < _LONGEST_LINK


def _cell(sheet: Worksheet, at: int, n: int, column: Column, cell: Cell, form: Format) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_string(at, n, "yes" if cell else "no", form)
    elif isinstance(cell, str):
        sheet.write_string(at, n, _cut(cell), form)
    elif isinstance(cell, Decimal) and not float("-1e15") < cell < float("1e15"):
        # A spreadsheet keeps fifteen digits: what is longer stays as it is written.
        sheet.write_string(at, n, format(cell, "f"), form)
    else:
        sheet.write_number(at, n, float(cell), form)


def _cut(text: str) -> str:
    plain = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 3] + "..."


def _explain(sheet: Worksheet, tables: Sequence[Table], head: Format, wrapped: Format) -> None:
    for n, (name, width) in enumerate((("sheet", 12), ("column", 18), ("says", 90))):
        sheet.set_column(n, n, width)
        sheet.write_string(0, n, name, head)
    lines = [(table.name, column) for table in tables for column in table.columns]
    for at, (name, column) in enumerate(lines, start=1):
        for n, text in enumerate((name, column.name, column.says)):
            sheet.write_string(at, n, text, wrapped)
    sheet.freeze_panes(1, 0)
