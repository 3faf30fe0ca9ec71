"""Shows a sentence with the values it states marked, cut around them where it is long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType

from checker.model.claim import Claim
from checker.reports.quotation import Heads, quotation
from checker.reports.terminal import Look, columns, safe

_Piece = tuple[str, bool]
"""Safe text of one character of the quote, and whether a mark stands on it."""

LINES = 2
"""A quote takes at most so many lines where nobody says otherwise."""


def quote_lines(
    claims: Sequence[Claim], width: int, look: Look, most: int = LINES, heads: Heads = MappingProxyType({})
) -> list[str]:
    """The sentence that ``claims`` share, in at most ``most`` lines, each value marked.

    Marks are colour where there is colour, else ``^^^^`` on a line below.
    """
    words = quotation(claims, heads)
    pieces, more = _pieces(words.text, words.marks or ((0, 0),), margin=width * most * 2)
    for room in range(width * most - 2 * len(look.ellipsis) - 2, width // 2, -4):
        lines = _wrapped(_around_marks(pieces, room, look.ellipsis, more), width)
        if len(lines) <= most:
            break
    return [drawn for line in lines for drawn in _drawn(line, look)]


@lru_cache(maxsize=4096)
def _columns(piece: str) -> int:
    return columns(piece)


def _breadth(pieces: Sequence[_Piece]) -> int:
    """The columns of a line."""
    text = "".join([text for text, _ in pieces])
    return len(text) if text.isascii() else sum(_columns(text) for text, _ in pieces)


def _pieces(quote: str, spans: Sequence[tuple[int, int]], margin: int) -> tuple[list[_Piece], tuple[bool, bool]]:
    """The quote near its first value, runs of spaces as one, and whether text was left out on either side."""
    first = min(max(0, spans[0][0]), len(quote))
    low, high = max(0, first - margin), min(len(quote), first + 2 * margin)
    marked: set[int] = set()
    for start, end in spans:
        marked.update(range(max(start, low), min(end, high)))
    near = quote[low:high]
    if near.isprintable():
        pieces = [(char, place in marked) for place, char in enumerate(near, low)]
    else:
        pieces = [(" " if char.isspace() else safe(char), place in marked) for place, char in enumerate(near, low)]
    shown = pieces if near.isprintable() and near == " ".join(near.split()) else _collapsed(pieces)
    return shown, (low > 0, high < len(quote))


def _collapsed(pieces: list[_Piece]) -> list[_Piece]:
    """Runs of spaces as one, none at the ends: line breaks of the source are not the report's."""
    kept: list[_Piece] = []
    for text, marked in pieces:
        if text != " " or (kept and kept[-1][0] != " "):
            kept.append((text, marked))
    while kept and kept[-1][0] == " ":
        kept.pop()
    return kept


def _around_marks(pieces: list[_Piece], room: int, ellipsis: str, more: tuple[bool, bool]) -> list[_Piece]:
    """The part of the quote that fits ``room`` columns with the first mark well inside it."""
    if not any(more) and _breadth(pieces) <= room:
        return pieces
    widths = [_columns(text) for text, _ in pieces]
    marks = [place for place, (_, marked) in enumerate(pieces) if marked] or [0]
    first, last = marks[0], marks[0]
    used = widths[first]
    while last + 1 < len(pieces) and pieces[last + 1][1] and used + widths[last + 1] <= room:
        last += 1
        used += widths[last]
    start, end = first, last + 1
    while True:
        before = start > 0 and used + widths[start - 1] <= room
        after = end < len(pieces) and used + widths[end] <= room
        if not before and not after:
            break
        if before and (not after or first - start <= end - last):
            start -= 1
            used += widths[start]
        else:
            used += widths[end]
            end += 1
    start, end = _at_words(pieces, start, end, first, last)
    dots = (ellipsis, False)
    return [
        *([dots, (" ", False)] if start > 0 or more[0] else []),
        *pieces[start:end],
        *([(" ", False), dots] if end < len(pieces) or more[1] else []),
    ]


def _at_words(pieces: list[_Piece], start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The cut moved inwards to whole words, never past the mark."""
    if start > 0 and pieces[start - 1][0] != " ":
        start = next((p + 1 for p in range(start, first) if pieces[p][0] == " "), start)
    elif start > 0 and pieces[start][0] == " ":
        start += 1
    if end < len(pieces) and pieces[end][0] != " ":
        end = next((p for p in range(end - 1, last, -1) if pieces[p][0] == " "), end)
    while end > last + 1 and pieces[end - 1][0] == " ":
        end -= 1
    return start, end


def _wrapped(pieces: list[_Piece], width: int) -> list[list[_Piece]]:
    if _breadth(pieces) <= width:
        return [pieces] if pieces else []
    lines: list[list[_Piece]] = []
    line: list[_Piece] = []
    used = 0
    for piece in pieces:
        line.append(piece)
        used += _columns(piece[0])
        while used > width and len(line) > 1:
            spaces = [place for place in range(len(line) - 1, 0, -1) if line[place][0] == " "]
            outside = [place for place in spaces if not line[place][1]]
            cut = (outside or spaces or [len(line) - 1])[0]
            lines.append(line[:cut])
            line = line[cut + 1 :] if line[cut][0] == " " else line[cut:]
            used = _breadth(line)
    if line:
        lines.append(line)
    return lines


def _drawn(line: list[_Piece], look: Look) -> list[str]:
    if look.color:
        return [_colored(line, look)]
    text = "".join([text for text, _ in line])
    below = "".join([("^" if marked else " ") * _columns(text) for text, marked in line]).rstrip()
    return [text, below] if below else [text]


def _colored(line: list[_Piece], look: Look) -> str:
    out, run, state = [], "", False
    for text, marked in line:
        if marked != state:
            out.append(look.paint("mark", run) if state else run)
            run, state = "", marked
        run += text
    out.append(look.paint("mark", run) if state else run)
    return "".join(out)
