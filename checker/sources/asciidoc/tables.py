"""Cuts the tables of AsciiDoc into rows of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.sources import separated_cells
from checker.sources.markings import Span

_CELL = re.compile(
    r"(?:(?<=[\s|!])|^)(?P<spec>(?:(?P<times>\d{1,3})\*|(?:(?P<over>\d{1,2})?(?:\.(?P<down>\d{1,2}))?\+))?"
    r"(?:[<^>]?(?:\.[<^>])?)?(?P<style>[aehlmdsv])?)(?<!\\)(?P<bar>[|!])",
    re.MULTILINE,
)
_COLUMNS = re.compile(r"cols\s?=\s?(?:\"([^\"]{1,400})\"|'([^']{1,400})'|([^\s,\]]{1,80}))")
_REPEATED = re.compile(r"\s*(\d{1,3})\*")
_HEADED = re.compile(r"%header\b|options\s?=\s?\"?[^\"\]]{0,80}\bheader\b|opts\s?=\s?\"?[^\"\]]{0,80}\bheader\b")
_UNHEADED = re.compile(r"%noheader\b|options\s?=\s?\"?[^\"\]]{0,80}\bnoheader\b")
_FORMAT = re.compile(r"format\s?=\s?\"?(csv|dsv|tsv)")
_SEPARATOR = re.compile(r"separator\s?=\s?\"?([^\s\"\],])")
_MOST = 200
_SEPARATED = {",": ",", ":": ":", "csv": ",", "dsv": ":", "tsv": "\t"}


@dataclass(slots=True)
class Table:
    """The rows of a table by their cells, how many of them head the columns, and the specifications in it."""

    rows: list[list[Span]]
    heads: int | None
    marks: list[Span]


def read(text: str, start: int, end: int, sign: str, attributes: str) -> Table:
    """The table between two lines of a delimiter that opens with ``sign``, after a line of ``attributes``."""
    given = _FORMAT.search(attributes)
    apart = _SEPARATOR.search(attributes)
    parting = _SEPARATED.get(given[1] if given is not None else sign, "")
    if apart is not None and apart[1] not in "|!":
        parting = apart[1]
    if parting:
        rows = separated_cells.rows(text, start, end, parting)
        return Table(rows, _heads(text, start, rows, attributes), [])
    return _bars(text, start, end, "!" if sign == "!" else "|", attributes)


def _bars(text: str, start: int, end: int, bar: str, attributes: str) -> Table:
    cells: list[tuple[Span, int, int, int]] = []
    marks: list[Span] = []
    signs = [match for match in _CELL.finditer(text, start, end) if match["bar"] == bar]
    first_line = 0
    line_end = text.find("\n", signs[0].start(), end) if signs else -1
    for n, match in enumerate(signs):
        stop = signs[n + 1].start() if n + 1 < len(signs) else end
        if match["spec"]:
            marks.append(match.span("spec"))
        over = int(match["over"] or (match["times"] if not match["times"] else 1) or 1)
        times = int(match["times"] or 1)
        cells.append(((match.end(), stop), min(over, _MOST), min(int(match["down"] or 1), _MOST), min(times, _MOST)))
        if line_end < 0 or match.start() < line_end:
            first_line += min(over, _MOST) * min(times, _MOST)
    width = _width(attributes) or first_line
    rows = _filled(cells, width)
    return Table(rows, _heads(text, start, rows, attributes), marks)


def _width(attributes: str) -> int:
    """How many columns the attributes of a table say; 0 where they do not."""
    found = _COLUMNS.search(attributes)
    if found is None:
        return 0
    columns = 0
    for column in re.split(r"[,;]", found[1] or found[2] or found[3]):
        repeated = _REPEATED.match(column)
        columns += int(repeated[1]) if repeated is not None else 1
    return min(columns, _MOST)


def _filled(cells: list[tuple[Span, int, int, int]], width: int) -> list[list[Span]]:
    """The cells by rows; those that others reach into are empty."""
    rows: list[list[Span]] = []
    row: list[Span] = []
    below: dict[int, int] = {}
    """How many rows more each column is taken up for."""

    def skip(at: int) -> None:
        while len(row) < width and below.get(len(row), 0):
            below[len(row)] -= 1
            row.append((at, at))

    for span, over, down, times in cells:
        for _ in range(times):
            skip(span[0])
            if len(row) >= width:
                rows.append(row)
                row = []
                skip(span[0])
            for n in range(min(over, max(width - len(row), 1))):
                if down > 1:
                    below[len(row)] = down - 1
                row.append(span if not n else (span[1], span[1]))
    if row:
        rows.append(row)
    return rows


def _heads(text: str, start: int, rows: list[list[Span]], attributes: str) -> int | None:
    """How many rows head the columns: one where the attributes say so, or a blank line follows the first line alone."""
    if _HEADED.search(attributes):
        return 1
    if _UNHEADED.search(attributes) or len(rows) < 2 or not rows[0]:
        return None
    opens = text[start : rows[0][0][0]]
    last = rows[0][-1][1]
    first = text[rows[0][0][0] : last]
    parted = first.rstrip(" \t")
    alone = "\n" not in first.strip()
    return 1 if alone and "\n\n" in parted[-3:] and "\n\n" not in opens else None
