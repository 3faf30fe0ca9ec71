"""Cuts a table whose cells a sign parts into rows of cells, as they stand in a text."""

from __future__ import annotations

from checker.sources.markings import Span


def rows(text: str, start: int, end: int, sign: str) -> list[list[Span]]:
    """The rows of a table by their cells; a cell in quotes may go on in the next line."""
    found = []
    at = start
    while at < end:
        stop = _row_end(text, at, end)
        if text[at:stop].strip():
            found.append(cells(text, at, stop, sign))
        at = stop + 1
    return found


def _row_end(text: str, at: int, last: int) -> int:
    """Where a row ends: at the line's end that stands in no quotes."""
    stop = text.find("\n", at, last)
    while stop >= 0 and text.count('"', at, stop) % 2:
        stop = text.find("\n", stop + 1, last)
    return stop if stop >= 0 else last


def cells(text: str, start: int, end: int, sign: str) -> list[Span]:
    """The cells of one row, each without its quotes."""
    found: list[Span] = []
    at = start
    while at <= end:
        while at < end and text[at] in " \t" and text[at] != sign:
            at += 1
        if at < end and text[at] == '"':
            close = text.find('"', at + 1, end)
            while 0 <= close < end - 1 and text[close + 1] == '"':
                close = text.find('"', close + 2, end)
            close = close if close >= 0 else end
            found.append((at + 1, close))
            at = text.find(sign, close, end)
        else:
            stop = text.find(sign, at, end)
            found.append((at, (stop if stop >= 0 else end)))
            at = stop
        if at < 0:
            break
        at += 1
    return found
