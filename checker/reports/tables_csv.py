"""Tables as CSV: UTF-8 with a byte order mark, so that spreadsheet programs read every script rightly; a row a line.

A text that such a program would take for a formula gets an apostrophe before it; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io

from checker.reports.tables import Cell, Table

_FORMULA = ("=", "+", "-", "@", "|", "%")
MARK = "\ufeff"


def render(table: Table) -> str:
    """The table with its heads in the first row."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow([column.name for column in table.columns])
    rows.writerows([[shown(cell) for cell in row] for row in table.rows])
    return MARK + written.getvalue()


def shown(cell: Cell) -> str:
    """A cell as CSV has it; empty for none."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, str):
        return harmless(cell)
    return format(cell, "f") if not isinstance(cell, int | float) else repr(cell)


def harmless(text: str) -> str:
    """A text that no program takes for a formula, on one line, without what cannot be shown."""
    line = " ".join(text.splitlines()).replace("\t", " ")
    plain = "".join(c if c.isprintable() else "\ufffd" for c in line)
    return f"'{plain}" if plain.lstrip(" ").startswith(_FORMULA) else plain
