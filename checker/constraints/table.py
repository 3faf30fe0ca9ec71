"""Adds up tables: totals by column and row, balances, changes and shares beside the figures they are of.

Which figures follow from which is found out from the figures themselves and the labels. A figure is said to be wrong
where most other figures of its line follow in the same way.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.constraints.context import Context, Draft
from checker.constraints.table_cells import Entry
from checker.constraints.table_equations import Check, Equation, added, number
from checker.constraints.table_grid import Grid, grid_of
from checker.constraints.table_relations import relations
from checker.constraints.table_running import running
from checker.constraints.table_said import said
from checker.constraints.table_shares import based, hundreds, shares
from checker.constraints.table_slips import slips
from checker.constraints.table_steps import steps
from checker.constraints.table_sums import means, sums

KIND = "table"
_EXACT = 1000
_EXACT_GAP = 100
_SPREAD = 1.5
_VAGUE = 2
"""A percentage that rounding alone may move by more points than this bears out nothing."""
_RARE = 0.01
"""Where chance leaves no gap in so few tables of rounded figures, figures that have none are not rounded."""


def find(context: Context) -> Iterator[Draft]:
    """Every figure of a table that follows from others."""
    for table in context.tables:
        grid = grid_of(context, table)
        if grid is not None:
            yield from _drafts(context, grid, [*_equations(grid), *said(context, table, grid)])


def _drafts(context: Context, grid: Grid, equations: Sequence[Equation]) -> Iterator[Draft]:
    known: dict[object, Equation] = {}
    for equation in sorted(equations, key=lambda found: found.rank):
        context.saw(KIND, equation.is_known)
        if equation.is_known:
            known.setdefault(equation.key if equation.lines else id(equation), equation)
    for equation in known.values():
        for check in equation.holds():
            yield _draft(grid, equation, check)
    exact = _is_exact_throughout(known.values())
    failing = [
        (equation, check)
        for equation in known.values()
        for check in equation.fails()
        if (exact or grid.counts(check.target, *check.given) or not _may_hide_digits(check, equation))
        and not _is_left_out(grid, equation, check)
        and not _is_part_of_another(equation, check, known.values())
    ]
    blamed = _blamed(failing, [check for equation in known.values() for check in equation.holds()])
    done: set[Entry] = set()
    for equation, check in failing:
        cell = blamed[id(check)]
        if cell in done:
            continue
        done.add(cell)
        same = [(e, c) for e, c in failing if blamed[id(c)] == cell]
        own = next(((e, c) for e, c in same if c.target == cell), None)
        equation, check = own or next(((e, c) for e, c in same if c.signs), (equation, check))
        vague = check.target.percent and check.slack > _VAGUE
        sure = (exact or not _may_be_rounding(grid, check)) and not vague
        yield _draft(grid, equation, _turned(check, cell), sure)


def _is_exact_throughout(known: Iterable[Equation]) -> bool:
    """Many sums of the table leave no gap, and one at most leaves a small one."""
    checks = [(e, check) for e in known if e.is_linear for check in e.checks if len(check.given) > 1]
    small = sum(_may_hide_digits(check, equation) for equation, check in checks)
    chance = math.prod(_no_gap(len(check.given)) for _, check in checks if check.is_exact)
    return chance <= _RARE and small < 2


def _no_gap(parts: int) -> float:
    """How often a sum of so many rounded figures is just the rounded sum: the spread of their roundings is normal."""
    return math.erf(math.sqrt(_SPREAD / parts))


def _may_hide_digits(check: Check, equation: Equation) -> bool:
    """Whole figures over a thousand, or a change of whole figures, that are as far off as rounding would leave them."""
    figures = (check.target, *check.given)
    whole = all(entry.step == 1 for entry in figures) and (
        equation.form == "change" or abs(check.target.value or 0.0) >= _EXACT
    )
    return bool(check.signs) and whole and not check.is_exact and check.gap <= len(figures) / 2


def _may_be_rounding(grid: Grid, check: Check) -> bool:
    """Sums of whole figures that are so little off, where money or measures may have been rounded to them."""
    figures = (check.target, *check.given)
    small = bool(check.signs) and check.gap <= len(figures) / 2 and all(entry.step == 1 for entry in figures)
    return small and (grid.measured or grid.is_money) and not grid.counts(*figures)


def _has_gap(grid: Grid, equation: Equation, check: Check) -> bool:
    """A row that is added up is blank there, and what it lacks may be what the total has more."""
    if not equation.across or abs(check.target.value or 0.0) <= abs(check.expected):
        return False
    rows = (grid.rows[n] for n in equation.lines)
    return any(not row.entries[check.target.column].text and any(row.figures()) for row in rows)


def _is_noted(grid: Grid, equation: Equation, check: Check) -> bool:
    """A note says what is different in this row, such as points taken off."""
    return not equation.across and grid.rows[check.target.row].is_noted


def _is_left_out(grid: Grid, equation: Equation, check: Check) -> bool:
    """Another figure of the same line is just what is missing, as where it is blank in all other lines."""
    if not equation.is_linear or check.gap < _EXACT_GAP:
        return False
    entries = (grid.columns[check.target.column] if equation.across else grid.rows[check.target.row]).entries
    own = {check.target, *check.given}
    return any(e.is_figure and e not in own and abs(abs(e.value or 0.0) - check.gap) < e.step / 2 for e in entries)


def _is_part_of_another(equation: Equation, check: Check, known: Iterable[Equation]) -> bool:
    """Another equation with the same lines and more holds there: what is left out here is blank elsewhere."""
    return any(
        other.is_linear
        and equation.is_linear
        and other.across == equation.across
        and other.lines > equation.lines
        and any(set(same.given) | {same.target} > {check.target, *check.given} for same in other.holds())
        for other in known
    )


def _blamed(failing: Sequence[tuple[Equation, Check]], holding: Sequence[Check]) -> dict[int, Entry]:
    """For each failing check the figure that is most likely wrong: the one that most of them share."""
    fails = Counter(entry for _, check in failing for entry in {check.target, *check.given})
    holds = Counter(entry for check in holding for entry in {check.target, *check.given})
    found = {}
    for _, check in failing:
        cells = (check.target, *check.given)
        found[id(check)] = max(cells, key=lambda e: (fails[e], -holds[e], e == check.target))
        if fails[found[id(check)]] < 2:
            found[id(check)] = check.target
    return found


def _turned(check: Check, cell: Entry) -> Check:
    """The check with this figure as the one that follows from the others."""
    if cell == check.target or not check.signs or cell not in check.given or check.sign_free:
        return check
    at = check.given.index(cell)
    sign = check.signs[at]
    expected = (cell.value or 0.0) + sign * ((check.target.value or 0.0) - check.expected)
    others = tuple(entry for entry in check.given if entry is not cell)
    value = number(expected, cell.step)
    rest = tuple(-sign * own for k, own in enumerate(check.signs) if k != at)
    total = (check.target, *others)
    texts = added(total, (sign, *rest), expected, cell.step), f"what it is part of leaves {value}"
    return replace(
        check,
        target=cell,
        given=total,
        expected=expected,
        words=lambda: texts,
        signs=(sign, *rest),
    )


def _equations(grid: Grid) -> Iterator[Equation]:
    for across in (True, False):
        for reading in sums(grid, across):
            yield reading.equation
        yield from shares(grid, across)
        yield from relations(grid, across)
        yield from hundreds(grid, across)
        yield from means(grid, across)
    yield from running(grid)
    yield from steps(grid)
    yield from based(grid)
    yield from slips(grid)


def _draft(grid: Grid, equation: Equation, check: Check, sure: bool = True) -> Draft:
    target = check.target
    slack = check.loose if equation.is_loose else check.slack
    tolerance = f"{slack:.3g}, from rounding" if slack else "none"
    return Draft(
        KIND,
        equation.form,
        grid.name(target),
        (target.span,),
        tuple(entry.span for entry in _once(check.given)),
        target.text,
        _result(check),
        check.verdict,
        f"{check.sum}; {target.text} is stated (tolerance: {tolerance})",
        equation.off(check),
        sure
        and not _has_gap(grid, equation, check)
        and equation.is_certain
        and not _is_misread(grid, check)
        and not _is_noted(grid, equation, check),
    )


def _is_misread(grid: Grid, check: Check) -> bool:
    """Cells may have slipped into other columns there, as in a table that was read from the lines of a page."""
    rows = {entry.row for entry in (check.target, *check.given)}
    return not rows.isdisjoint(grid.torn)


def _result(check: Check) -> str:
    """What should be stated."""
    return check.sum.rpartition(" not ")[2] if " not " in check.sum else check.sum.rpartition(" = ")[2]


def _once(entries: Sequence[Entry]) -> Sequence[Entry]:
    return tuple(dict.fromkeys(entries))
