"""Holds changes that a sentence tells against the row of a table that it tells them of: "Income grew by 5.7%".

The row is the only one whose label the words before the change name, and it has two figures of different years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.constraints.context import Cell, Context, Table
from checker.constraints.quantities import Passage, Quantity
from checker.language.language import any_of, derived, table
from checker.language.words import singular, stopwords

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_NEAR = 40
"""A table stands at most so many blocks from the sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with a figure for each of some years."""

    words: frozenset[str]
    cells: tuple[tuple[int, Cell], ...]
    """The figures with their years, the earliest first."""
    block: int


def rows(context: Context) -> Sequence[Row]:
    """The rows of all tables that have figures of at least two years."""
    return context.once(_all_rows)


def _all_rows(context: Context) -> Sequence[Row]:
    return list(_rows(context))


def _rows(context: Context) -> Iterator[Row]:
    for found in context.tables:
        years = {n: int(y[-1]) for n in range(found.width) if (y := _YEAR.findall(found.head(n)))}
        if len(years) < 2:
            yield from _columns(found)
        if len(set(years.values())) != len(years) or len(years) < 2:
            continue
        for row in found.rows:
            cells = [(years[n], c) for n, c in enumerate(row.cells) if n in years and c.figure is not None]
            words = content(row.label)
            if len(cells) >= 2 and words:
                yield Row(words, tuple(sorted(cells, key=lambda pair: pair[0])), row.index)


def _columns(found: Table) -> Iterator[Row]:
    """The columns of a table whose rows are years."""
    years = [(int(y[0]), row) for row in found.rows if (y := _YEAR.findall(row.label))]
    if len(years) < 2 or len(years) != len(found.rows) or len({year for year, _ in years}) != len(years):
        return
    for n in range(found.width):
        cells = [(year, row.cells[n]) for year, row in years if n < len(row.cells) and row.cells[n].figure is not None]
        words = content(found.head(n))
        if len(cells) == len(years) and words and not any(_YEAR.search(c.text) for _, c in cells):
            yield Row(words, tuple(sorted(cells, key=lambda pair: pair[0])), found.rows[0].index)


def content(text: str) -> frozenset[str]:
    """The words of a label that mean something, in the singular."""
    words = re.findall(r"[a-z][a-z'-]+", text.lower())
    return frozenset(singular(word) for word in words if word not in stopwords())


@derived
def _moves() -> re.Pattern[str]:
    return re.compile(
        rf"\s?(?:{any_of(table('constraints/arithmetic')['moves'])})\s(?P<of>[^.;,:()\d]{{3,50}})", re.IGNORECASE
    )


def moves(passage: Passage, change: Quantity) -> str | None:
    """What moved, where the words behind a change say it: "19% less gas", "a 12% fall in gas use"."""
    found = _moves().match(passage.behind(change, 70))
    return re.split(r"\b(?:and|than|but|while|from)\b", found["of"])[0] if found is not None else None


def row_of(context: Context, passage: Passage, change: Quantity) -> Row | None:
    """The one row that the words before a change name in full, or those behind "less" and "more" beside it."""
    thing = moves(passage, change)
    if thing is not None and (named := content(thing)):
        fitting = [r for r in rows(context) if r.words & named and abs(r.block - passage.block) <= _NEAR]
        best = [r for r in fitting if len(r.words & named) == max(len(one.words & named) for one in fitting)]
        return best[0] if len(best) == 1 else None
    first = max((q.end for q in passage.quantities if q.end <= change.start), default=passage.start)
    clause = passage.between(first, change.start)
    cut = max((m.end() for m in re.finditer(r"[;,]\s(?:and\s|but\s|while\s)?|\band\s", clause)), default=0)
    whole = [passage.between(passage.start, change.start)] if not content(clause) else []
    for words in (clause[cut:], clause, *whole):
        named = content(words)
        fitting = [r for r in rows(context) if r.words <= named and abs(r.block - passage.block) <= _NEAR]
        longest = max((len(r.words) for r in fitting), default=0)
        best = [r for r in fitting if len(r.words) == longest]
        if len(best) == 1:
            return best[0]
        if best:
            return None
    return None


def cells_of(context: Context, passage: Passage) -> list[Quantity]:
    """The counts of the one row that a sentence names in full, those in columns that it names if there are any."""
    named = content(passage.text)
    rows_named = [
        (found, row)
        for found in context.tables
        for row in found.rows
        if (words := content(row.label)) and words <= named and abs(row.index - passage.block) <= _NEAR
    ]
    if len(rows_named) != 1:
        return []
    found, row = rows_named[0]
    cells = [
        (n, c) for n, c in enumerate(row.cells) if c.figure is not None and c.figure.is_whole and not c.figure.percent
    ]
    cells = [(n, c) for n, c in cells if content(found.head(n)) & named] or cells
    years = {n: int(y[-1]) for n, _ in cells if (y := _YEAR.findall(found.head(n)))}
    if len(years) == len(cells):
        cells = [(n, c) for n, c in cells if years[n] == max(years.values())]
    return [_quantity(c) for _, c in cells]


_IN_YEAR = re.compile(r"[^.;:\d]{0,30}?\b(?:in|during|for)\s(?:the year\s)?((?:19|20)\d\d)(?!\d)")


def dated(row: Row, passage: Passage, change: Quantity) -> tuple[Quantity, Quantity] | None:
    """The figures of the year that stands behind a change, and of the year before: "by 6% in 2023-24"."""
    found = _IN_YEAR.match(passage.behind(change, 60))
    years = [year for year, _ in row.cells]
    if found is None or len(years) < 3 or int(found[1]) not in years[1:] or "since" in passage.text:
        return None
    n = years.index(int(found[1]))
    return (_quantity(row.cells[n - 1][1]), _quantity(row.cells[n][1])) if years[n] - years[n - 1] == 1 else None


def ends(row: Row, passage: Passage) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of an earlier and a later figure: those of the years that the sentence names, else the last two first."""
    named = [int(year) for year in _YEAR.findall(passage.text)]
    cells = row.cells
    if len(named) >= 2:
        chosen = [pair for pair in cells if pair[0] in named]
        cells = tuple(chosen) if len(chosen) >= 2 else cells
    quantities = [_quantity(cell) for _, cell in cells]
    yield quantities[-2], quantities[-1]
    for n, later in enumerate(quantities):
        for earlier in quantities[:n]:
            if (earlier, later) != (quantities[-2], quantities[-1]):
                yield earlier, later


def is_plain(row: Row, passage: Passage) -> bool:
    """Whether only one pair of years can be meant."""
    named = {int(year) for year in _YEAR.findall(passage.text)}
    years = {year for year, _ in row.cells}
    return (len(row.cells) == 2 and named <= years) or len(named & years) == 2


def _quantity(cell: Cell) -> Quantity:
    figure = cell.figure
    assert figure is not None
    sort = "percent" if figure.percent else "money" if figure.currency else "count"
    return Quantity(
        *cell.span,
        abs(figure.value),
        figure.step,
        sort,
        figure.currency or "",
        "",
        "",
        figure.about,
        "exact",
        Decimal(1),
    )
