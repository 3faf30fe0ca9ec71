"""Holds a total that a caption states, or a sentence right beside a table, against the column that it adds up.

Only where the table itself has no total, and one column alone can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.constraints import share_cells
from checker.constraints.context import Context, Table
from checker.constraints.figures import figure_of
from checker.constraints.table_cells import Entry
from checker.constraints.table_equations import Check, Equation, added, filled, is_slip, number
from checker.constraints.table_grid import Grid
from checker.constraints.table_labels import words_of
from checker.language.language import word_set

_ABOUT = word_set("constraints/table", "abouts")
_AMOUNT = r"(?P<figure>[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[£$€]?\d+(?:\.\d+)?)(?![\d,.]*\d|\s?%|-)"
_TOTAL_FIRST = re.compile(
    r"(?:\b(?:in (?:total|all)|(?:sub|grand )?total(?:led|ling|s)?|altogether|sum)\b"
    r"|\bn(?=\s?=))"
    rf"(?P<between>[,:=(\s]{{1,3}}(?:[a-z]+ ){{0,4}}?){_AMOUNT}",
    re.IGNORECASE,
)
_TOTAL_LAST = re.compile(
    rf"(?<![\d.,£$€]){_AMOUNT}(?P<between>(?: [a-z]+){{0,3}},? )(?:in (?:total|all)|altogether)\b", re.IGNORECASE
)
_NEXT = 2
_FEWEST = 3
_LITTLE = 0.1
_WINDOW = 300


def said(context: Context, table: Table, grid: Grid) -> Iterator[Equation]:
    """Each total stated beside a table without one."""
    if grid.partial or any(line.is_total for line in grid.rows):
        return
    sums = [(n, entries) for n in range(len(grid.columns)) if (entries := _parts(grid, n))]
    if not sums:
        return
    if share_cells.is_incomplete(context, table):
        return
    for target in _stated(context, table):
        checks = [_check(target, entries, n) for n, entries in sums]
        fitting = [check for check in checks if check.off(loosely=True) <= 1]
        close = [check for check in checks if _is_meant(check, len(checks) == 1)]
        found = fitting[:1] or (close if len(close) == 1 else [])
        for check in found:
            yield Equation(
                "column", [check], True, frozenset(), True, alone=True, sure=bool(fitting) or _is_firm(check)
            )


def _parts(grid: Grid, n: int) -> Sequence[Entry]:
    """The figures of a column that may be added up; none where one of them is not known."""
    column = grid.columns[n]
    entries = [e for row, e in zip(grid.rows, column.entries, strict=True) if not row.is_part]
    figures = [e for e in entries if e.is_figure]
    odd = column.is_share or column.is_average or column.is_change or any(e.percent for e in figures)
    return () if odd or len(figures) < _FEWEST or any(e.value is None for e in entries) else figures


def _stated(context: Context, table: Table) -> Iterator[Entry]:
    """The figures that the words beside a table call a total."""
    blocks = context.document.blocks
    for n in (*table.before[:_NEXT], *table.after[:1]):
        block = blocks[n]
        start, end = block.start, min(block.end, block.start + _WINDOW)
        if n in table.before:
            start, end = max(block.start, block.end - _WINDOW), block.end
        text = context.plain[start:end]
        for pattern in (_TOTAL_FIRST, _TOTAL_LAST):
            for found in pattern.finditer(text):
                figure = figure_of(found["figure"])
                if figure is None or not _ABOUT.isdisjoint(words_of(found["between"] + text[: found.start()][-20:])):
                    continue
                span = start + found.start("figure"), start + found.end("figure")
                money = figure.currency is not None
                yield Entry(0, 0, found["figure"], span, float(figure.value), float(figure.step), money=money)


def _check(target: Entry, entries: Sequence[Entry], column: int) -> Check:
    expected = sum(entry.value or 0.0 for entry in entries)
    step = min(entry.step for entry in entries)
    fine = all(entry.step == step for entry in entries) and (step == 1 or any(entry.money for entry in entries))
    slack = max(target.step - step, 0.0) if fine else target.step + sum(entry.step for entry in entries) / 2
    place = filled(target)
    signs = (1,) * len(entries)
    texts = added(entries, signs, expected, step), f"the figures of the table come to {number(expected, step)}"
    stated = Entry(-1, column, target.text, target.span, target.value, target.step, money=target.money)
    return Check(stated, tuple(entries), expected, slack, max(slack, place / 2), lambda: texts, signs=signs)


def _is_meant(check: Check, only: bool) -> bool:
    """So near to the sum of a column that nothing else can be meant."""
    stated = check.target.value or 0.0
    if any(e.money for e in check.given) != check.target.money and check.target.money:
        return False
    return is_slip(stated, check.expected) or (only and check.gap <= abs(check.expected) * _LITTLE)


def _is_firm(check: Check) -> bool:
    """More than rounding parts the two."""
    return check.gap > len(check.given) / 2 * max(entry.step for entry in check.given) or check.target.step < 1
