"""Tells which results of formulas hold that a workbook stores, as the program that saved it wrote them.

Programs that only write workbooks leave results out, or store 0 for each. A formula that is a constant says its value
itself. The results of a sheet are not believed where all of them are 0 or missing and that cannot be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from openpyxl.cell.cell import Cell
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

Address = tuple[int, int]
"""Row and column of a cell, from 1."""

_CONSTANT = re.compile(r"=\s*([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*")
_SUM = re.compile(r"=(?:SUM\(|[()+,;\s]|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)+", re.IGNORECASE)
_CELLS = re.compile(r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?", re.IGNORECASE)
_MOST_ADDED = 10_000
_MOST_LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class Results:
    """What is known of the formulas of a sheet."""

    constants: dict[Address, float] = field(default_factory=dict)
    """The values of those that are constants."""
    unbelieved: frozenset[Address] = frozenset()
    """The formulas of the sheet whose results are not believed."""
    missing: tuple[Address, ...] = ()
    """Those without a result on a sheet whose other results are believed."""


def results(written: Worksheet, worked: Worksheet) -> Results:
    """The results of a sheet's formulas: ``written`` has the formulas, and ``worked`` what is stored for them."""
    formulas = {at: cell.value for at, cell in written._cells.items() if cell.data_type == "f"}
    constants = {at: float(found[1]) for at, text in formulas.items() if (found := _constant(text)) is not None}
    others = {at: _number(worked, at) for at in formulas if at not in constants}
    missing = tuple(at for at in others if _stored(worked, at) is None)
    nothing = bool(others) and all(value == 0 or _stored(worked, at) is None for at, value in others.items())
    if nothing and (
        missing or any(_is_above(formulas[at], worked, constants) for at in islice(others, _MOST_LOOKED_AT))
    ):
        return Results(constants, frozenset(others))
    return Results(constants, missing=missing)


def _constant(formula: object) -> re.Match[str] | None:
    return _CONSTANT.fullmatch(formula) if isinstance(formula, str) else None


def _stored(sheet: Worksheet, at: Address) -> object:
    cell = sheet._cells.get(at)
    return cell.value if isinstance(cell, Cell) else None


def _number(sheet: Worksheet, at: Address) -> float | None:
    value = _stored(sheet, at)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _is_above(formula: object, sheet: Worksheet, constants: dict[Address, float]) -> bool:
    """Whether a formula adds up cells of which some are above 0 and none is below it."""
    if not isinstance(formula, str) or _SUM.fullmatch(formula) is None:
        return False
    added = [constants.get(at, _number(sheet, at)) or 0 for at in _added(formula)]
    return any(value > 0 for value in added) and not any(value < 0 for value in added)


def _added(formula: str) -> Iterator[Address]:
    for found in _CELLS.finditer(formula):
        left, top, right, bottom = (int(n or 0) for n in range_boundaries(found[0].replace("$", "").upper()))
        if (right - left + 1) * (bottom - top + 1) <= _MOST_ADDED:
            yield from ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
