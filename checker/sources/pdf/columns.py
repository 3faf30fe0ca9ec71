"""Puts what stands on a page in reading order: columns one after the other, tables as wholes, what spans them between.

Where blanks run down between boxes there are columns or a table. Columns hold prose or lists and are read one by one;
the cells of a table are short and stand on common lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checker.sources.pdf import tables
from checker.sources.pdf.boxes import Box, Table
from checker.sources.pdf.fragments import Fragment

_GUTTER = 0.9
"""So many times the size of the type a blank between columns is wide at least."""
_BETWEEN_FIGURES = 0.4
_FEWEST = 3
_DEEPEST = 12
_TALL = 30.0
_REACH = 40
"""So many boxes before and behind one, from top to bottom, may stand beside it."""
_LEVEL = 0.7
"""The part of a table's cells that stand on a line with others at least."""
_CELL = 6
"""The words of a cell are rarely more."""
_LARGE = 1.5
"""A figure that is so many times as large as what stands around it has its own caption."""
_LARGER = 1.15
_STRIPE = 2.0
"""So many times the size of the type a blank is high that parts sections with columns of their own."""
_BETWEEN = 3
"""So many lines may stand between the rows of a table at most."""
_KEYED = re.compile(r"^[^\W\d][^:]{1,40}:\s+\S")


@dataclass(slots=True, eq=False)
class Column:
    """Fragments that are read as one stream of lines."""

    fragments: list[Fragment]


Part = Column | Table
Kind = Literal["table", "rows", "columns", "plain"]


def parts(boxes: Sequence[Box], depth: int = 0) -> list[Part]:
    """The parts of a page, or of a piece of it, in reading order."""
    gutter = _gutter(boxes) if len(boxes) > _FEWEST and depth < _DEEPEST else None
    if gutter is None:
        return _single(boxes)
    x, votes = gutter
    found: list[Part] = []
    plain: list[Box] = []
    for kind, band in _together(_sorted(boxes, x, votes)):
        if kind == "plain":
            plain += band
        elif kind == "columns":
            found += _rest(plain, boxes, depth)
            plain = []
            for section in _sections(band):
                found += parts([b for b in section if b.x1 <= x + 1], depth + 1)
                found += parts([b for b in section if b.x1 > x + 1], depth + 1)
        else:
            over, inside, after = tables.trimmed([b for b in band if isinstance(b, Fragment)])
            above, heads = tables.heads([*plain, *over], inside)
            found += _rest(above, boxes, depth)
            found.append(tables.unruled([*heads, *inside]))
            plain = list(after)
    return found + _rest(plain, boxes, depth)


def _sorted(boxes: Sequence[Box], x: float, votes: Sequence[float]) -> list[tuple[Kind, list[Box]]]:
    """The bands of boxes from top to bottom, each with what it is."""
    found: list[tuple[Kind, list[Box]]] = []
    for band, crossed in _bands(boxes, x):
        voted = 0 if crossed else sum(1 for y in votes if band[-1].bottom <= y <= band[0].top)
        kind: Kind = "plain"
        if voted >= _FEWEST:
            left, right = [b for b in band if b.x1 <= x + 1], [b for b in band if b.x1 > x + 1]
            kind = "table" if _is_table(left, right) else "columns"
        elif voted and _is_tabular(band):
            kind = "rows"
        found.append((kind, band))
    return found


def _sections(band: Sequence[Box]) -> list[list[Box]]:
    """Columns cut where a broad blank runs over all of them and a heading follows: they go on below it anew."""
    order = sorted(band, key=lambda b: -b.top)
    usual = sorted(b.size for b in order)[len(order) // 2]
    found: list[list[Box]] = [[]]
    foot = order[0].bottom
    for box in order:
        heads = isinstance(box, Fragment) and (box.bold or box.size > _LARGER * usual)
        if found[-1] and heads and foot - box.top > _STRIPE * usual:
            found.append([])
        found[-1].append(box)
        foot = min(foot, box.bottom)
    return found


def _is_tabular(band: Sequence[Box]) -> bool:
    """Whether a few boxes may be rows of a table that goes on below or above."""
    return all(isinstance(b, Fragment) and b.text.count(" ") < _CELL for b in band)


def _together(bands: Sequence[tuple[Kind, list[Box]]]) -> list[tuple[Kind, list[Box]]]:
    """The bands with those of one table put together, and the few lines between them that run over several columns."""
    found: list[tuple[Kind, list[Box]]] = []
    for kind, band in bands:
        if kind in ("table", "rows") and found:
            between = found[-1][1] if found[-1][0] in ("plain", "rows") else []
            before = found[-2] if between and len(found) > 1 else found[-1]
            if before[0] == "table" and _continue(before[1], between, band):
                if between:
                    found.pop()
                found[-1] = ("table", [*before[1], *between, *band])
                continue
        found.append((kind, band))
    return [("plain" if kind == "rows" else kind, band) for kind, band in found]


def _continue(above: Sequence[Box], between: Sequence[Box], below: Sequence[Box]) -> bool:
    """Whether rows below go on with a table, past lines that are no text and no heads of another."""
    if len(between) > _BETWEEN or not all(isinstance(b, Fragment) for b in between):
        return False
    width = max(b.x1 for b in above) - min(b.x0 for b in above)
    short = all(b.x1 - b.x0 < 0.7 * width and b.text.count(" ") < 2 * _CELL for b in between if isinstance(b, Fragment))
    gap = min(b.bottom for b in above) - max(b.top for b in below)
    size = above[0].size
    return short and gap < (2.2 + 1.8 * len(between)) * size


def _rest(boxes: list[Box], whole: Sequence[Box], depth: int) -> list[Part]:
    if not boxes:
        return []
    return parts(boxes, depth + 1) if len(boxes) < len(whole) else _single(boxes)


def _single(boxes: Sequence[Box]) -> list[Part]:
    """The parts of one column: its lines, and the tables between them."""
    found: list[Part] = []
    fragments: list[Fragment] = []
    for box in sorted(boxes, key=lambda b: -b.top):
        if isinstance(box, Table):
            if fragments:
                found.append(Column(fragments))
                fragments = []
            found.append(box)
        else:
            fragments.append(box)
    if fragments:
        found.append(Column(fragments))
    return found


def _gutter(boxes: Sequence[Box]) -> tuple[float, list[float]] | None:
    """Where a blank runs down between most boxes, and the heights at which boxes stand on both sides of it."""
    gaps = _gaps(boxes)
    if len(gaps) < _FEWEST:
        return None
    ends = sorted([(g[0], 1) for g in gaps] + [(g[1], -1) for g in gaps])
    best = depth = 0
    spot = 0.0
    for n, (x, step) in enumerate(ends):
        depth += step
        if step > 0 and depth > best and n + 1 < len(ends):
            best, spot = depth, (x + next(e for e, s in ends[n + 1 :] if s < 0 or e > x)) / 2
    if best < _FEWEST:
        return None
    return spot, [y for x0, x1, y in gaps if x0 <= spot <= x1]


def _gaps(boxes: Sequence[Box]) -> list[tuple[float, float, float]]:
    """The blanks between each box and the next to its right: where they start and end, and how high they stand."""
    order = sorted(boxes, key=lambda b: -b.top)
    edges = [(b.top, b.bottom, b.x0) for b in order]
    tall = [n for n, b in enumerate(order) if b.top - b.bottom > _TALL]
    found = []
    for n, box in enumerate(order):
        if isinstance(box, Table):
            continue
        top, bottom, _ = edges[n]
        middle, end, reach = (top + bottom) / 2, box.x1 - 0.5, top + box.size
        near = [k for k in tall if edges[k][0] > reach]
        for k in range(n - 1, max(n - _REACH, -1), -1):
            if edges[k][0] > reach:
                break
            near.append(k)
        for k in range(n + 1, min(n + _REACH, len(order))):
            if edges[k][0] < middle:
                break
            near.append(k)
        right = [k for k in near if edges[k][2] >= end and edges[k][1] < middle < edges[k][0]]
        if not right:
            continue
        nearest = order[min(right, key=lambda k: edges[k][2])]
        if nearest.x0 - box.x1 >= _blank(box, nearest) * min(box.size, nearest.size):
            found.append((box.x1, nearest.x0, middle))
    return found


def _blank(box: Fragment, right: Box) -> float:
    figures = isinstance(right, Fragment) and _is_figure(box.text) and _is_figure(right.text)
    return _BETWEEN_FIGURES if figures else _GUTTER


def _bands(boxes: Sequence[Box], x: float) -> list[tuple[list[Box], bool]]:
    """The boxes from top to bottom in bands, each of boxes that cross ``x`` or of boxes beside it."""
    found: list[tuple[list[Box], bool]] = []
    crossing = sorted((b for b in boxes if b.x0 < x - 1 and b.x1 > x + 1), key=lambda b: -b.top)
    beside = sorted((b for b in boxes if not (b.x0 < x - 1 and b.x1 > x + 1)), key=lambda b: -(b.top + b.bottom))
    at = 0
    for box in crossing:
        middle = (box.top + box.bottom) / 2
        band = []
        while at < len(beside) and (beside[at].top + beside[at].bottom) / 2 > middle:
            band.append(beside[at])
            at += 1
        if band:
            found.append((band, False))
        if found and found[-1][1]:
            found[-1][0].append(box)
        else:
            found.append(([box], True))
    if at < len(beside):
        found.append((beside[at:], False))
    return found


def _is_table(left: Sequence[Box], right: Sequence[Box]) -> bool:
    """Whether boxes on both sides of a blank are cells of one table, and no columns."""
    lefts, rights = [b for b in left if isinstance(b, Fragment)], [b for b in right if isinstance(b, Fragment)]
    if len(lefts) < len(left) or len(rights) < len(right) or not lefts or not rights:
        return False
    if not _is_aligned(rights):
        return False
    heights = sorted(b.y for b in lefts)
    level = sum(1 for b in rights if _has_near(heights, b.y, 0.2 * b.size))
    levels = sorted(b.y for b in rights)
    level_left = sum(1 for b in lefts if _has_near(levels, b.y, 0.2 * b.size))
    usual = sorted(b.size for b in (*lefts, *rights))[(len(lefts) + len(rights)) // 2]
    if any(b.size > _LARGE * usual and _is_figure(b.text) for b in (*lefts, *rights)):
        return False
    figures = sum(1 for b in rights if _is_figure(b.text))
    if figures > 0.5 * len(rights):
        return level > _LEVEL * len(rights)
    if _is_prose(lefts) and _is_prose(rights):
        return False
    keyed = [sum(1 for b in side if _KEYED.match(b.text)) for side in (lefts, rights)]
    if keyed[0] * 2 > len(lefts) and keyed[1] * 2 > len(rights):
        return False
    if _is_prose(lefts):
        return level > _LEVEL * len(rights) and len(rights) >= 0.5 * len(lefts)
    return level_left > _LEVEL * len(lefts)


def _is_aligned(side: Sequence[Fragment]) -> bool:
    """Whether the first cells right of a blank begin, end or are centred at one place, which justified words do not."""
    firsts: list[Fragment] = []
    for box in sorted(side, key=lambda b: (-round(b.y), b.x0)):
        if not firsts or firsts[-1].y - box.y > 0.5 * box.size:
            firsts.append(box)
    for places in ([b.x0 for b in firsts], [b.x1 for b in firsts], [(b.x0 + b.x1) / 2 for b in firsts]):
        places.sort()
        if any(b - a < 0.4 * firsts[0].size for a, b in zip(places, places[max(1, len(places) // 3) :], strict=False)):
            return True
    return len(firsts) < _FEWEST


def _has_near(heights: Sequence[float], y: float, within: float) -> bool:
    n = bisect_left(heights, y - within)
    return n < len(heights) and heights[n] <= y + within


def _is_figure(text: str) -> bool:
    """A cell that is a number, with its unit or sign."""
    digits = sum(map(str.isdecimal, text))
    letters = sum(map(str.isalpha, text))
    return (digits > 0 and letters <= max(2, digits // 2)) or text.strip() in {"-", "–", "—", "..", "n/a", "N/A", "*"}


def _is_prose(side: Sequence[Fragment]) -> bool:
    """Whether most letters stand in runs of several words."""
    letters = sum(len(b.text) for b in side)
    running = sum(len(b.text) for b in side if b.text.count(" ") >= 3 and not _is_figure(b.text))
    return running > 0.65 * letters
