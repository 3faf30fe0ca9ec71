"""Holds cells such as ``45 (23%)`` against their base: the ``n = 196`` over the column, its total, or what others fit.

A share that fits the head, a total of its column or row, a sum of its neighbours or a number beside the table is right.
One that fits none is wrong where the table's others do fit, or where it would need more than the head says there are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.constraints.context import Cell, Context, Draft, Row, Span, Table
from checker.constraints.figures import figure_of
from checker.constraints.quantities import Quantity, passages
from checker.constraints.shares import KIND, drafted, off_number, window
from checker.language.language import any_of, derived, table

_PAIR = re.compile(r"n?\s?=?\s?(\d[\d,]*)\s?[(\[|;]\s?(\d+(?:\.\d+)?)\s?(%?)\s?[)\]]?")
_TURNED = re.compile(r"(\d+(?:\.\d+)?)\s?%\s?\(\s?n?\s?=?\s?(\d[\d,]*)\s?\)")
_PARTED = re.compile(r"(\d[\d,]*)\s?(?:/|of|out of)\s?(\d[\d,]*)\s?\(\s?(\d+(?:\.\d+)?)\s?(%?)\s?\)")
_TURNED_PARTED = re.compile(r"(\d+(?:\.\d+)?)\s?%\s?\(\s?(\d[\d,]*)\s?(?:/|of|out of)\s?(\d[\d,]*)\s?\)")
_STATED = re.compile(r"\b[nN]\s?=\s?(\d[\d,]*)")
_LONGEST = 12
"""The sums of so many neighbours are tried as a base."""


@dataclass(frozen=True, slots=True)
class _Pair:
    row: int
    column: int
    part: Quantity
    share: Quantity
    whole: Quantity | None


def find(context: Context) -> Iterator[Draft]:
    """Every cell that holds a count and its share."""
    for found in context.tables:
        pairs = [pair for n, row in enumerate(found.rows) for pair in _pairs(found, n, row)]
        for pair in pairs:
            if pair.whole is not None:
                context.saw(KIND)
                yield drafted(context, pair.part, pair.share, pair.whole, (pair.whole.span,))
        open_pairs = [pair for pair in pairs if pair.whole is None]
        if open_pairs:
            yield from _judged(context, found, open_pairs)


def _pairs(found: Table, index: int, row: Row) -> Iterator[_Pair]:
    for column, cell in enumerate(row.cells):
        if 4 <= len(cell.text) <= 40 and "(" in cell.text:
            pair = _pair(found, index, column, cell, row)
            if pair is not None:
                yield pair


def _pair(found: Table, index: int, column: int, cell: Cell, row: Row) -> _Pair | None:
    """The pair that a cell holds; figures in brackets are percentages where the cell or what is over it says so."""
    if (turned := _TURNED_PARTED.fullmatch(cell.text)) is not None:
        return _parted(cell, index, column, share=turned[1], part=turned[2], whole=turned[3])
    if (parted := _PARTED.fullmatch(cell.text)) is not None:
        if not parted[4] and not _is_percent(found, column, row):
            return None
        return _parted(cell, index, column, share=parted[3], part=parted[1], whole=parted[2])
    plain, flipped = _PAIR.fullmatch(cell.text), _TURNED.fullmatch(cell.text)
    if flipped is not None:
        return _Pair(index, column, _number(cell, flipped[2], last=True), _percent(cell, flipped[1]), None)
    if plain is None or (not plain[3] and not _is_percent(found, column, row)) or Decimal(plain[2]) > 100:
        return None
    return _Pair(index, column, _number(cell, plain[1]), _percent(cell, plain[2]), None)


def _parted(cell: Cell, index: int, column: int, *, share: str, part: str, whole: str) -> _Pair:
    """The pair of a cell that says itself what it is of: ``45/196 (23%)``."""
    return _Pair(index, column, _number(cell, part), _percent(cell, share), _number(cell, whole, last=True))


def _is_percent(found: Table, column: int, row: Row) -> bool:
    """Whether brackets hold percentages by what is over the column or labels the row: "n (%)"."""
    words = f"{found.head(column)} {row.label} {' '.join(row.block.under)}"
    return re.search(r"\(\s?(?:%|per ?cent)", words) is not None and not re.search(
        r"%\s?CI|\bSD\b|\bIQR\b|range", words
    )


def _number(cell: Cell, words: str, last: bool = False) -> Quantity:
    value = Decimal(words.replace(",", ""))
    return _quantity(cell, words, value, Decimal(1), "count", last)


def _percent(cell: Cell, words: str) -> Quantity:
    return _quantity(cell, words, Decimal(words), Decimal(1).scaleb(-len(words.partition(".")[2])), "percent", True)


def _quantity(cell: Cell, words: str, value: Decimal, step: Decimal, sort: str, last: bool) -> Quantity:
    at = cell.text.rfind(words) if last else cell.text.find(words)
    start, end = cell.start + at, cell.start + at + len(words)
    if sort == "percent" and cell.text[at + len(words) : at + len(words) + 1] == "%":
        end += 1
    if end > cell.end:
        start, end = cell.start, cell.end
    return Quantity(start, end, value, step, sort, "", "", "", False, "exact", Decimal(1))


def _judged(context: Context, found: Table, pairs: Sequence[_Pair]) -> Iterator[Draft]:
    heads = {column: _stated(_over(found, column)) for column in {pair.column for pair in pairs}}
    around = _around(context, found, any(heads.values()))
    bases = [_base(found, pair, pairs, heads[pair.column], around) for pair in pairs]
    common = Counter((pair.column, base) for pair, base in zip(pairs, bases, strict=True) if base is not None)
    fitting = sum(base is not None for base in bases)
    reliable = fitting >= 2 * (len(pairs) - fitting) or (fitting == 1 and len(pairs) == 2)
    open_notes = is_incomplete(context, found)
    for pair, base in zip(pairs, bases, strict=True):
        if base is not None:
            context.saw(KIND)
            yield drafted(context, pair.part, pair.share, base, _spans(context, base, found))
            continue
        wrong = _wrong(pair, heads[pair.column], common, fitting, reliable and not open_notes)
        context.saw(KIND, read=wrong is not None)
        if wrong is not None and not open_notes:
            yield drafted(context, pair.part, pair.share, wrong, _spans(context, wrong, found))


def _wrong(
    pair: _Pair, head: Decimal | None, common: Counter[tuple[int, Decimal]], fitting: int, reliable: bool
) -> Decimal | None:
    """The base that a share must be of that fits none; None where that is not sure."""
    if head is not None and (window(pair.part, pair.share)[0] > head or (reliable and fitting)):
        return head
    most = [(times, base) for (column, base), times in common.items() if column == pair.column and times >= 2]
    if reliable and len(most) == 1 and fitting >= 3 and most[0][1] >= pair.part.value:
        return most[0][1]
    return None


def _stated(words: str) -> Decimal | None:
    found = _STATED.findall(words)
    return Decimal(found[-1].replace(",", "")) if found else None


def _base(
    found: Table, pair: _Pair, pairs: Sequence[_Pair], head: Decimal | None, around: Sequence[Decimal]
) -> Decimal | None:
    """The first number that the share may be of."""
    row = found.rows[pair.row]
    label = _stated(f"{row.label} {' '.join(row.block.under)}")
    low, high = window(pair.part, pair.share)
    for candidate in (head, label, *_lone(found, pair), *_sums(pair, pairs), *around):
        if candidate is not None and low <= candidate <= high and off_number(pair.part, pair.share, candidate) <= 1:
            return candidate
    return None


def _lone(found: Table, pair: _Pair) -> Iterator[Decimal]:
    """The counts by themselves in its row and its column, and the counts of pairs in its column above it."""
    for cell in found.rows[pair.row].cells:
        if cell.figure is not None and not cell.figure.percent:
            yield cell.figure.value
    for row in found.rows:
        if pair.column < len(row.cells) and (figure := row.cells[pair.column].figure) is not None:
            yield figure.value


def _sums(pair: _Pair, pairs: Sequence[_Pair]) -> Iterator[Decimal]:
    """The sums of runs of neighbours in its column and of its row; each count of its column above it."""
    column = [p for p in pairs if p.column == pair.column]
    yield sum((p.part.value for p in pairs if p.row == pair.row), Decimal(0))
    at = column.index(pair)
    for other in column[:at]:
        if other.part.value > pair.part.value:
            yield other.part.value
    for first in range(max(0, at - _LONGEST), at + 1):
        for last in range(max(at, first + 1), min(len(column), first + _LONGEST)):
            run = column[first : last + 1]
            total = sum((p.part.value for p in run), Decimal(0))
            if all(off_number(p.part, p.share, total) <= 1 for p in run):
                yield total


def _over(found: Table, column: int) -> str:
    """The words over a column, those included that its first row holds, if it is a second row of heads."""
    first = found.rows[0].cells
    below = first[column].text if column < len(first) and _STATED.search(first[column].text) else ""
    return f"{found.head(column)} {below}"


def _around(context: Context, found: Table, strict: bool) -> Sequence[Decimal]:
    """The counts in the captions, notes and sentences beside a table; ``strict``: those that say that they are n."""
    blocks = {*found.before, *found.after}
    near = [p for p in passages(context) if p.block in blocks]
    if strict:
        return [value for p in near if (value := _stated(p.text)) is not None]
    return [q.value for p in near for q in p.quantities if q.sort == "count"]


def is_incomplete(context: Context, found: Table) -> bool:
    """Whether a note says that values are missing."""
    blocks = context.document.blocks
    words = " ".join(
        context.words(blocks[n].start, min(blocks[n].end, blocks[n].start + 600)) for n in (*found.before, *found.after)
    )
    return _missing().search(words) is not None


@derived
def _missing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table('constraints/share')['missing'])}|weighted)\b", re.IGNORECASE)


def _spans(context: Context, base: Decimal, found: Table) -> Sequence[Span]:
    """Where a base is stated in the table, in its heads or beside it."""
    for row in found.rows:
        for cell in row.cells:
            if cell.figure is not None and cell.figure.value == base:
                return (cell.span,)
    over = found.rows[0].block.over
    for spans in over:
        for start, end in spans:
            if _stated(context.words(start, end)) == base or figure_of(context.words(start, end)) == base:
                return ((start, end),)
    blocks = {*found.before, *found.after}
    near = (q.span for p in passages(context) if p.block in blocks for q in p.quantities if q.value == base)
    return tuple(near)[:1]
