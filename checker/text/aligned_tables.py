"""Finds tables that blanks alone lay out, with or without lines of dashes, and the grids and simple tables of RST.

Lines are a table where two and more blanks part their cells, the cells stand under each other, and figures stand in
them line after line. Prose that is set in columns or justified has no such cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.language.language import word_set
from checker.model.document import Block
from checker.text import table_rows
from checker.text.layout import Layout
from checker.text.lines import Line, ends_sentence, is_year, label_end, mark
from checker.text.thresholds import ALIGNED_CELL, ALIGNED_VALUE, ALIGNED_VALUE_WORDS

Span = tuple[int, int]
Found = tuple[list[Block], int]

_EMPTY = word_set("text/table_heads", "empty")


def read(plain: str, lines: list[Line], at: int, layout: Layout) -> Found | None:
    """The rows of the table that line ``at`` starts, and the line after it; None for no table."""
    text = lines[at].text
    if text.startswith(("+-", "+=")) and text.endswith("+"):
        return _grid(plain, lines, at, layout)
    if layout.is_even:
        return None
    if text[0] == "=" and _is_ruler(lines[at], layout):
        return _ruled(plain, lines, at, layout)
    return _aligned(plain, lines, at, layout)


def may_start(line: Line, layout: Layout) -> bool:
    """Whether a table may start with a line, by its first look."""
    text = line.text
    if text.startswith(("+-", "+=")):
        return True
    return not layout.is_even and (_is_ruler(line, layout) or _may_belong(line, layout))


def _is_ruler(line: Line, layout: Layout) -> bool:
    """A line of dashes or equals signs with gaps, which shows where columns are: ``=====  =====``."""
    return line.text[:1] in {"=", "-"} and " " in line.text and not line.text.strip("=- ") and "  " not in line.text


def _aligned(plain: str, lines: list[Line], at: int, layout: Layout) -> Found | None:
    if not _may_belong(lines[at], layout):
        return None
    end = at
    rows: list[tuple[Line, list[Span]]] = []
    headed: int | None = None
    while end < len(lines) and lines[end].text:
        line = lines[end]
        if _is_ruler(line, layout) or (rows and not line.text.strip("-=_ ")):
            headed = len(rows) if rows and headed is None else headed
        elif _may_belong(line, layout):
            rows.append((line, layout.cells(line)))
        else:
            break
        end += 1
    valued = [cells for _, cells in rows if any(_is_value(plain, cell) for cell in cells[1:])]
    if len(valued) < 2 or len(valued) * 2 < len(rows) or _is_chronicle(plain, valued):
        return None
    if not all(any(map(str.isalpha, plain[start:end])) or is_year(plain[start:end]) for (start, end), *_ in valued):
        return None
    columns = _columns(valued, rows, layout)
    if columns is None or _is_prose(plain, rows):
        return None
    if sum(label_end(line.text) > 0 for line, _ in rows) * 2 > len(rows):
        return None
    grid = [_placed(line, cells, columns, layout) for line, cells in rows]
    return table_rows.blocks(plain, grid, headed), end


def _may_belong(line: Line, layout: Layout) -> bool:
    return layout.has_gaps(line) and not mark(line.text) and "|" not in line.text and "\t" not in line.text


def _is_value(plain: str, span: Span) -> bool:
    """A short cell that opens with a figure, or that says there is none."""
    text = plain[span[0] : span[1]]
    if text.lower() in _EMPTY:
        return True
    return (
        text.lstrip("~<>+-(*$£€¥ ")[:1].isdecimal()
        and len(text) <= ALIGNED_VALUE
        and len(text.split()) <= ALIGNED_VALUE_WORDS
    )


def _is_chronicle(plain: str, rows: Sequence[Sequence[Span]]) -> bool:
    """Years with what happened in them."""
    return all(
        len(cells) == 2 and is_year(plain[slice(*cells[0])]) and len(plain[slice(*cells[1])].split()) > 1
        for cells in rows
    )


def _is_prose(plain: str, rows: Sequence[tuple[Line, list[Span]]]) -> bool:
    """Sentences end before the gaps, or whole sentences stand between them."""
    cells = [plain[start:end] for _, spans in rows for start, end in spans]
    return any(len(text) > ALIGNED_CELL for text in cells) or any(
        ends_sentence(text) and len(text.split()) > 2
        for _, spans in rows
        for text in (plain[slice(*s)] for s in spans[:-1])
    )


def _columns(
    valued: Sequence[Sequence[Span]], rows: Sequence[tuple[Line, list[Span]]], layout: Layout
) -> list[tuple[int, int]] | None:
    """Where the columns of the rows with figures stand; None where their cells are not under each other."""
    lines = {id(cells): line for line, cells in rows}
    widest = max(map(len, valued))
    if widest < 2:
        return None
    places = [
        [(layout.column(lines[id(cells)], start), layout.column(lines[id(cells)], end - 1) + 1) for start, end in cells]
        for cells in valued
    ]
    if _is_spaced_out(places):
        return None
    if all(len(found) == widest for found in places):
        columns = [(min(p[n][0] for p in places), max(p[n][1] for p in places)) for n in range(widest)]
        return columns if _stand_in_line(places, widest) else None
    merged: list[tuple[int, int]] = []
    for start, end in sorted(place for found in places for place in found):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged if len(merged) == widest else None


def _is_spaced_out(places: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """All gaps are alike and yet nothing stands under anything: a text whose words are set further apart."""
    gaps = {right[0] - left[1] for found in places for left, right in pairwise(found)}
    return len(gaps) == 1 and len({tuple(start for start, _ in found) for found in places}) > 1


def _stand_in_line(places: Sequence[Sequence[tuple[int, int]]], width: int) -> bool:
    """The cells of each column begin, end or overlap at one place in most rows."""
    for n in range(1, width):
        for (start, end), (other, last) in pairwise([found[n] for found in places]):
            if last < start or end < other:
                return False
    return True


def _placed(line: Line, cells: Sequence[Span], columns: Sequence[tuple[int, int]], layout: Layout) -> list[Span]:
    """The cells of one line, each under the column that it overlaps or is nearest to; a column without one is empty."""
    found: list[Span | None] = [None] * len(columns)
    if len(cells) == len(columns):
        return list(cells)
    least = 0
    for count, (start, end) in enumerate(cells):
        left, right = layout.column(line, start), layout.column(line, end - 1) + 1
        open_ = range(least, len(columns) - (len(cells) - count - 1)) or range(least, len(columns))
        if not open_:
            found[-1] = ((found[-1] or (start, end))[0], end)
            continue
        best = min(open_, key=lambda n: (_distance(columns[n], (left, right)), n))
        found[best] = (start, end)
        least = best + 1
    return _filled(line, found)


def _distance(column: tuple[int, int], cell: tuple[int, int]) -> int:
    overlap = min(column[1], cell[1]) - max(column[0], cell[0])
    return -overlap


def _filled(line: Line, found: Sequence[Span | None]) -> list[Span]:
    """A span for each column, that of an empty one where the cell before it ends."""
    spans: list[Span] = []
    at = line.start
    for span in found:
        spans.append(span or (at, at))
        at = spans[-1][1]
    return spans


def _ruled(plain: str, lines: list[Line], at: int, layout: Layout) -> Found | None:
    """A simple table of RST: rulers over it, below its heads and below its last row; heads that span have their own."""
    ruler = lines[at]
    columns = [(layout.column(ruler, start), layout.column(ruler, end - 1) + 1) for start, end in _pieces(ruler)]
    rows: list[list[Span]] = []
    headed: int | None = None
    end, closed = at + 1, at
    while end < len(lines):
        line = lines[end]
        if _is_ruler(line, layout) and line.text[0] == ruler.text[0]:
            if closed == at and rows and _goes_on(lines, end):
                headed = len(rows)
            closed = end
            if not _goes_on(lines, end):
                break
        elif line.text and not _is_ruler(line, layout):
            if headed is not None and not _fits(line, columns, layout):
                return None
            rows.append(_under(line, columns, layout))
        end += 1
    if closed == at or not rows or (headed is None and not _goes_on(lines, at)):
        return None
    goes_on = frozenset(n for n, row in enumerate(rows) if n > (headed or 0) and row[0][0] == row[0][1])
    return table_rows.blocks(plain, rows, headed, goes_on), closed + 1


def _fits(line: Line, columns: Sequence[tuple[int, int]], layout: Layout) -> bool:
    """Whether no word of a line runs from one column into the next."""
    for start, end in _words_of(line):
        left, right = layout.column(line, start), layout.column(line, end - 1)
        if any(left < column[0] <= right for column in columns):
            return False
    return True


def _pieces(line: Line) -> list[Span]:
    found = []
    at = line.start
    for piece in line.text.split(" "):
        found.append((at, at + len(piece)))
        at += len(piece) + 1
    return found


def _goes_on(lines: list[Line], at: int) -> bool:
    return at + 1 < len(lines) and bool(lines[at + 1].text)


def _under(line: Line, columns: Sequence[tuple[int, int]], layout: Layout) -> list[Span]:
    """The words of a line by the columns that a ruler shows."""
    found: list[Span | None] = [None] * len(columns)
    for start, end in _words_of(line):
        left = layout.column(line, start)
        n = max((n for n, column in enumerate(columns) if column[0] <= left), default=0)
        held = found[n]
        found[n] = (held[0] if held else start, end)
    return _filled(line, found)


def _words_of(line: Line) -> list[Span]:
    found = []
    at = line.start
    for word in line.text.split(" "):
        if word:
            found.append((at, at + len(word)))
        at += len(word) + 1
    return found


def _grid(plain: str, lines: list[Line], at: int, layout: Layout) -> Found | None:
    """A table whose cells have lines all around them; a cell may have several lines of text."""
    border = lines[at]
    edges = [layout.column(border, border.start + n) for n, sign in enumerate(border.text) if sign == "+"]
    columns = list(pairwise(edges))
    end = at + 1
    rows: list[list[Span]] = []
    headed: int | None = None
    goes_on: set[int] = set()
    opened = False
    while end < len(lines) and lines[end].text[:1] in {"+", "|"}:
        line = lines[end]
        if line.text[0] == "+":
            if "=" in line.text and headed is None:
                headed = len(rows)
            opened = False
        else:
            if opened and headed is not None:
                goes_on.add(len(rows))
            rows.append(_between(line, columns, layout))
            opened = True
        end += 1
    return (table_rows.blocks(plain, rows, headed, frozenset(goes_on)), end) if rows and len(columns) > 1 else None


def _between(line: Line, columns: Sequence[tuple[int, int]], layout: Layout) -> list[Span]:
    """The cells between the bars of a line, each in the column that it begins in."""
    found: list[Span | None] = [None] * len(columns)
    at = line.start
    for part in line.text.split("|"):
        bare = part.strip()
        if bare:
            start = at + len(part) - len(part.lstrip())
            left = layout.column(line, at)
            n = max((n for n, column in enumerate(columns) if column[0] < left + 1), default=0)
            found[n] = (start, start + len(bare))
        at += len(part) + 1
    return _filled(line, found)
