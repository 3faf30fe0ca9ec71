"""Finds table rows and the label-and-value lines of information boxes."""

from __future__ import annotations

from checker.model.document import Block
from checker.text import table_rows
from checker.text.lines import Line, ends_sentence, is_label
from checker.text.thresholds import BAR_CELL, BAR_LINK, BOX_LINE, RULED_LINES

Span = tuple[int, int]


def read(plain: str, lines: list[Line], at: int) -> tuple[list[Block], int] | None:
    """The rows and pairs of the table that line ``at`` starts, and the line after it; None for no table."""
    text = lines[at].text
    if text.startswith("|"):
        return _grid(plain, lines, at, "|") if _is_grid(lines, at) else _box(plain, lines, at)
    if "\t" in text:
        return _tabs(plain, lines, at)
    if "|" in text:
        return _bars(plain, lines, at)
    return None


def cells(line: Line, separator: str, *, empty: bool = False) -> list[Span]:
    """The trimmed span of each cell; leading and trailing separators enclose no cell of their own.

    ``empty``: a cell between two tabs may have nothing in it.
    """
    spans = []
    at = line.start
    parts = line.text.split(separator)
    for index, part in enumerate(parts):
        bare = part.strip()
        outer = index in (0, len(parts) - 1) and not bare
        if not outer and (bare or empty or separator != "\t"):
            start = at + len(part) - len(part.lstrip()) if bare else at
            spans.append((start, start + len(bare)))
        at += len(part) + 1
    return spans


def _is_separator(text: str) -> bool:
    return "-" in text and not text.strip("|-:+= \t")


def _is_grid(lines: list[Line], at: int) -> bool:
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    first = lines[at].text
    return _is_separator(following) or _is_separator(first) or first.count("|") >= 3


def _grid(plain: str, lines: list[Line], at: int, separator: str) -> tuple[list[Block], int]:
    end = at
    while end < len(lines) and separator in lines[end].text:
        end += 1
    signs = [n for n, line in enumerate(lines[at : at + RULED_LINES]) if _is_separator(line.text)]
    rows = [cells(line, separator) for line in lines[at:end] if not _is_separator(line.text)]
    headed = signs[-1] - len(signs) + 1 if signs and signs[-1] else None
    if separator == "\t":
        rows = _even(plain, lines[at:end], rows)
    return table_rows.blocks(plain, rows, headed), end


def _even(plain: str, lines: list[Line], rows: list[list[Span]]) -> list[list[Span]]:
    """The rows of a table of tabs with their empty cells, where that makes all of one width.

    Elsewhere several tabs only bring the next cell into line.
    """
    whole = [
        [(line.start - line.indent, line.start - line.indent)] * ("\t" in plain[line.start - line.indent : line.start])
        + cells(line, "\t", empty=True)
        for line in lines
    ]
    uneven = len({len(row) for row in rows}) > 1
    widest = max(map(len, whole))
    return [row + [(row[-1][1],) * 2] * (widest - len(row)) for row in whole] if uneven and _alike(whole) else rows


def _alike(rows: list[list[Span]]) -> bool:
    """At most the last cells of a row are left out."""
    widths = [len(row) for row in rows]
    return max(widths) - min(widths) <= 1


def _tabs(plain: str, lines: list[Line], at: int) -> tuple[list[Block], int] | None:
    first = cells(lines[at], "\t")
    if len(first) < 2 or any(end - start > BAR_CELL for start, end in first):
        return None
    if len(first) == 2 and not is_label(plain[first[0][0] : first[0][1]].rstrip(":")):
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        if "\t" not in after:
            return None
    return _grid(plain, lines, at, "\t")


def _bars(plain: str, lines: list[Line], at: int) -> tuple[list[Block], int] | None:
    """Lines with bars inside them: a table where they hold figures, else navigation links."""
    text = lines[at].text
    if text.endswith("|") and text.count("|") == 1:
        return _box(plain, lines, at)
    if " | " not in text and "||" not in text and "\t" not in text:
        return None
    end = at
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    if any(_is_separator(line.text) for line in lines[at:end]):
        return _grid(plain, lines, at, "|")
    spans = cells(lines[at], "|")
    if any(stop - start > BAR_CELL for start, stop in spans):
        return None
    if any(c.isdecimal() for start, stop in spans[1:] for c in plain[start:stop]):
        return _grid(plain, lines, at, "|")
    if all(stop - start <= BAR_LINK and not ends_sentence(plain[start:stop]) for start, stop in spans):
        return [Block("links", lines[at].start, lines[at].end)], at + 1
    return None


def _box(plain: str, lines: list[Line], at: int) -> tuple[list[Block], int]:
    """An information box: a label and its value with bars around them, on one line or on several."""
    blocks: list[Block] = []
    key: Span | None = None
    values: list[Span] = []
    open_key = False

    def close() -> None:
        nonlocal key, values
        if key and values:
            whole = (values[0][0], values[-1][1])
            block = table_rows.pair(plain, [key, whole])
        else:
            block = table_rows.pair(plain, [key]) if key else None
            blocks.extend(Block("item", *span) for span in values)
        if block:
            blocks.append(block)
        key, values = None, []

    while at < len(lines) and lines[at].text:
        line = lines[at]
        if "|" not in line.text:
            if not _belongs(lines, at):
                break
            if open_key and key is None:
                key = (line.start, line.end)
            else:
                values.append((line.start, line.end))
            open_key = False
            at += 1
            continue
        spans = cells(line, "|")
        if line.text == "|":
            if key is None or values:
                close()
                open_key = True
        elif line.text.endswith("|") and len(spans) == 1:
            close()
            key = spans[0]
        elif len(spans) == 1 and key is not None and not values:
            values.append(spans[0])
        else:
            close()
            if len(spans) == 2:
                key, values = spans[0], [spans[1]]
            elif (block := table_rows.pair(plain, spans)) is not None:
                blocks.append(block)
        at += 1
    close()
    return blocks, at


def _belongs(lines: list[Line], at: int) -> bool:
    """Whether a line without a bar is part of the box: it is short, and a line with a bar is near."""
    line = lines[at]
    if len(line.text) > BOX_LINE or (ends_sentence(line.text) and " " in line.text[20:]):
        return False
    before = lines[at - 1].text if at else ""
    if before.endswith("|") and before != "|":
        return True
    for following in lines[at + 1 : at + 25]:
        if following.text.startswith("|"):
            return True
        if not following.text or len(following.text) > BOX_LINE:
            break
    return False
