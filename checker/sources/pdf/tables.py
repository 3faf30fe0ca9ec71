"""Cuts the fragments of a table that has no rules into rows and cells, by the blanks between its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from checker.sources.pdf.boxes import Box, Line, Table, lines
from checker.sources.pdf.fragments import Fragment, parted

_APART = 1.35
"""So many times as far apart as the lines of one cell two rows are at least, where cells have several lines."""
_NEAR = 1.6
"""So many times the size of the type a line of heads stands over the next one at most."""
_FAR = 2.6
"""The same where it stands over the columns of values alone."""
_SHORT = 3
_PARTED = 0.4
"""So many times the size of the type heads stand apart that are as close as words."""
_HEADS = 3
"""So many of the first rows may be heads."""
_HEAD = 8
"""The words of a head are rarely more."""
_BEFORE = frozenset("$£€¥")
_BEHIND = frozenset("%)")
_NOTHING = frozenset("-–—")
_FIGURE = re.compile(r"[(-]?[$£€]?\d[\d,.]*[%)]?$")
_DOTS = re.compile(r"\s*(?:\s?[.…]){3,}\s*$")
"""What leads the eye from a label to its row."""


def trimmed(fragments: Sequence[Fragment]) -> tuple[list[Fragment], list[Fragment], list[Fragment]]:
    """What stands over a table as one box a line, the table, and what stands under it so."""
    rows = lines(fragments)
    first = next((n for n, row in enumerate(rows) if len(row.fragments) > 1), 0)
    last = next((n for n in range(len(rows) - 1, -1, -1) if len(rows[n].fragments) > 1), len(rows) - 1)
    while last + 1 < len(rows) and _goes_on(rows[last], rows[last + 1], rows[first]):
        last += 1
    return _all(rows[:first]), _all(rows[first : last + 1]), _all(rows[last + 1 :])


def heads(above: Sequence[Box], inside: Sequence[Fragment]) -> tuple[list[Box], list[Fragment]]:
    """What stands over a table without its heads, and those lines of heads that run over several of its columns."""
    fragments = [b for b in above if isinstance(b, Fragment)]
    left, right = min(f.x0 for f in inside), max(f.x1 for f in inside)
    top = max(inside, key=lambda f: f.y)
    first = min((f for f in inside if f.y > top.y - 0.5 * top.size), key=lambda f: f.x0).x1
    found: list[Fragment] = []
    y = top.y
    for line in reversed(lines(fragments)):
        inner = all(left - 2 < f.x0 and f.x1 < right + 3 * f.size for f in line.fragments)
        narrow = all(f.x1 - f.x0 < 0.5 * (right - left) and f.text.count(" ") < _HEAD for f in line.fragments)
        far = _FAR if all(f.x0 > first and f.text.count(" ") < _SHORT for f in line.fragments) else _NEAR
        if not (0 <= line.y - y < far * line.size and inner and narrow) or line.text[-1:] in ".:;":
            break
        alone = len(line.fragments) == 1 and line.x0 < max(first, left + 0.2 * (right - left))
        if alone and line.y - y > 0.9 * line.size:
            break
        found += line.fragments
        y = line.y
    taken = set(map(id, found))
    return [b for b in above if id(b) not in taken], found


def _goes_on(row: Line, below: Line, first: Line) -> bool:
    """Whether a line of one box goes on with a cell of the row above it."""
    return below.x0 > first.x0 + 2 * below.size and row.y - below.y < 1.5 * row.size and below.size > 0.9 * row.size


def _all(rows: Sequence[Line]) -> list[Fragment]:
    return [f for row in rows for f in row.fragments]


def unruled(fragments: Sequence[Fragment]) -> Table:
    """The table that fragments make."""
    rows = lines(fragments)
    spans = columns(rows)
    spans = _filled(rows, spans)
    cells = [cut(row, spans) for row in rows]
    for n, row in enumerate(rows[:_HEADS]):
        cells[n] = _spread(row, spans) or cells[n]
    return Table(
        min(f.x0 for f in fragments),
        max(f.x1 for f in fragments),
        max(f.top for f in fragments),
        min(f.bottom for f in fragments),
        joined(rows, cells),
        median(f.size for f in fragments),
    )


def columns(rows: Sequence[Line]) -> list[tuple[float, float]]:
    """Where the columns of a table start and end: as the rows of most cells have them, widened by the others."""
    found: list[tuple[float, float]] = []
    for row in sorted(rows, key=lambda r: -len(r.fragments)):
        for fragment in row.fragments:
            over = [n for n, (x0, x1) in enumerate(found) if fragment.x0 < x1 and fragment.x1 > x0]
            if not over:
                found.append((fragment.x0, fragment.x1))
                found.sort()
            elif len(over) == 1:
                n = over[0]
                x0, x1 = min(found[n][0], fragment.x0), max(found[n][1], fragment.x1)
                if (n == 0 or found[n - 1][1] < x0) and (n + 1 == len(found) or x1 < found[n + 1][0]):
                    found[n] = (x0, x1)
    return found


def _filled(rows: Sequence[Line], spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The columns without those that one of the first rows alone stands in: a head set between the columns it heads."""
    if len(rows) < _HEADS + 1:
        return list(spans)
    found = []
    for x0, x1 in spans:
        inside = [n for n, row in enumerate(rows) if any(f.x0 < x1 and f.x1 > x0 for f in row.fragments)]
        if len(inside) > 1 or inside[0] >= _HEADS:
            found.append((x0, x1))
    return found


def _spread(row: Line, spans: Sequence[tuple[float, float]]) -> list[str] | None:
    """The cells of a row of heads, each set over the middle of several columns; None for any other row."""
    first = [f for f in row.fragments if f.x0 < spans[0][1]]
    heads = [f for f in row.fragments if f.x0 >= spans[0][1]]
    if not heads or len(heads) > (len(spans) - 1) / 2:
        return None
    groups: list[list[int]] = [[] for _ in heads]
    for n, (x0, x1) in enumerate(spans[1:], 1):
        nearest = min(range(len(heads)), key=lambda k: abs(heads[k].x0 + heads[k].x1 - x0 - x1))
        groups[nearest].append(n)
    cells = [" ".join(f.text for f in first), *("" for _ in spans[1:])]
    for head, group in zip(heads, groups, strict=True):
        if len(group) < 2:
            return None
        left, right = spans[group[0]][0], spans[group[-1]][1]
        if abs(head.x0 + head.x1 - left - right) > 0.3 * (right - left):
            return None
        cells[group[0]] = head.text
    return cells


def cut(row: Line, spans: Sequence[tuple[float, float]]) -> list[str]:
    """The cells of a row, by columns; one over several stands in the first of them."""
    cells = [""] * len(spans)
    for fragment in row.fragments:
        for piece in _split(fragment, spans):
            over = [n for n, (x0, x1) in enumerate(spans) if piece.x0 < x1 and piece.x1 > x0]
            n = over[0] if over else min(range(len(spans)), key=lambda k: abs(spans[k][0] - piece.x0))
            cells[n] = f"{cells[n]} {without_dots(piece.text)}".strip()
    return cells


def without_dots(text: str) -> str:
    """The words of a label without the dots that lead to its row."""
    return _DOTS.sub("", text)


def _split(fragment: Fragment, spans: Sequence[tuple[float, float]]) -> list[Fragment]:
    """The heads of several columns that stand so close that they were taken for one run of words."""
    over = [n for n, (x0, x1) in enumerate(spans) if fragment.x0 < x1 and fragment.x1 > x0]
    if len(over) < 2 or not fragment.starts:
        return [fragment]
    ends = [(spans[a][1], spans[b][0]) for a, b in pairwise(over)]
    words = fragment.text.split(" ")
    if len(words) != len(fragment.starts) + 1:
        return [fragment]
    at = [
        n
        for n, (x, gap) in enumerate(fragment.starts, 1)
        if (gap > _PARTED and any(end - 0.7 * fragment.size < x < start + fragment.size for end, start in ends))
        or (_FIGURE.match(words[n]) and any(start - 1 < x < start + 3 * fragment.size for _, start in ends))
    ]
    return parted(fragment, at)


def joined(rows: Sequence[Line], cells: Sequence[list[str]]) -> list[list[str]]:
    """The rows with those lines put together that belong to one row."""
    steps = [(above.y - below.y) for above, below in pairwise(rows)]
    near = min(steps, default=0.0)
    spread = bool(steps) and near < 1.5 * rows[0].size and sum(s > _APART * near for s in steps) >= 2
    found: list[list[str]] = []
    for n, row in enumerate(cells):
        if found and _same_row(found[-1], row, steps[n - 1], near, spread, rows[n].size):
            found[-1] = [told(a, b) for a, b in zip(found[-1], row, strict=True)]
        else:
            found.append(list(row))
    return with_signs(found)


def _signs_moved(row: Sequence[str]) -> list[str]:
    """A row in which no sign of money stands behind the figure before its own."""
    found = list(row)
    for n, (cell, after) in enumerate(pairwise(row)):
        if cell[-2:-1] == " " and cell[-1] in _BEFORE and after[:1] and after[0] in "0123456789(-":
            found[n], found[n + 1] = found[n][:-2].rstrip(), cell[-1] + after
    return found


def with_signs(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows without columns that hold only the signs of the figures beside them, which have them instead."""
    found = [_signs_moved(row) for row in rows]
    for n in range(max(map(len, found), default=0) - 1, -1, -1):
        if n and _holds_only(found, n, _BEHIND):
            for row in found:
                row[n - 1] = f"{row[n - 1]}{row.pop(n)}" if row[n] in _BEHIND else f"{row[n - 1]} {row.pop(n)}".strip()
        elif n + 1 < len(found[0]) and _holds_only(found, n, _BEFORE, n + 1):
            for row in found:
                sign = row.pop(n)
                row[n] = sign + row[n] if row[n] or sign not in _BEFORE else ""
    return found


def _holds_only(rows: Sequence[Sequence[str]], n: int, signs: frozenset[str], beside: int | None = None) -> bool:
    """Whether a column holds nothing but signs, below a head that may belong to the column ``beside`` it."""
    held = [cell for row in rows if (cell := row[n])]
    heads = sum(1 for row in rows[:_HEADS] if row[n] and row[n] not in signs and beside is not None and not row[beside])
    return any(cell in signs for cell in held) and sum(cell not in signs for cell in held) == heads


def _same_row(above: Sequence[str], row: Sequence[str], step: float, near: float, spread: bool, size: float) -> bool:
    filled = [n for n, cell in enumerate(row) if cell]
    if above[0] and row[0] and not any(above[1:]):
        return row[0][:1].islower() and step < 1.5 * size
    if step < 0.9 * size and not any(above[n] for n in filled):
        return True
    figures = [n for n in filled if n and (any(map(str.isdecimal, row[n])) or row[n] in _NOTHING)]
    if spread and step <= _APART * near and not (figures and any(above[n] for n in figures)):
        return not (filled[:1] == [0] and figures)
    if step > 1.6 * size or figures:
        return False
    if 0 not in filled:
        return all(above[n] and not above[n][-1:].isdecimal() for n in filled)
    return filled == [0] and row[0][:1].islower() and any(above[1:])


def told(above: str, below: str) -> str:
    """Two lines of one cell as one."""
    if above.endswith("-") and below[:1].islower():
        return above[:-1] + below
    return f"{above} {below}".strip()
