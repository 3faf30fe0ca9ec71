"""Tables as Parquet, with typed columns: texts, numbers as decimals, whole numbers, truths.

It needs pyarrow, which the extra ``parquet`` brings.
"""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from checker.reports.tables import Cell, Column, Table

_DIGITS, _PLACES = 38, 9
_LARGEST = Decimal(10) ** (_DIGITS - _PLACES)


def render(table: Table) -> bytes:
    """The table as one file; a number of more digits than a decimal column holds is left empty there."""
    import pyarrow
    from pyarrow import parquet

    types: dict[str, Any] = {
        "text": pyarrow.string(),
        "number": pyarrow.decimal128(_DIGITS, _PLACES),
        "whole": pyarrow.int64(),
        "yes-or-no": pyarrow.bool_(),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, types[column.type], metadata={"description": column.says})
            for column in table.columns
        ]
    )
    columns = [[_value(column, row[n]) for row in table.rows] for n, column in enumerate(table.columns)]
    held = io.BytesIO()
    parquet.write_table(pyarrow.table(columns, schema=schema), held)
    return held.getvalue()


def _value(column: Column, cell: Cell) -> Cell:
    if isinstance(cell, str):
        return cell.encode("utf-8", "replace").decode()
    if column.type != "number" or cell is None:
        return cell
    number = Decimal(str(cell))
    return number.quantize(Decimal(1).scaleb(-_PLACES)) if abs(number) < _LARGEST else None
