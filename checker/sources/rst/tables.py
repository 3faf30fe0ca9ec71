"""Cuts the tables of reStructuredText out of its lines, and those of its directives into rows of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.sources import separated_cells
from checker.sources.markings import Line, Span
from checker.sources.rst.directives import Directive

_ROW = re.compile(r"\*[ \t]+-(?:[ \t]+|$)")
_CELL = re.compile(r"-(?:[ \t]+|$)")
_RULER = re.compile(r"=+(?: =+)+")
_SEPARATORS = {"tab": "\t", "space": " "}
_DIGITS = 2


def laid_out_end(lines: Sequence[Line], at: int, last: int) -> int:
    """The line behind the grid or the simple table that line ``at`` starts; 0 where it starts none."""
    text = lines[at].text
    if text.startswith(("+-", "+=")) and text.endswith("+"):
        end = at
        while end < last and lines[end].text[:1] in {"+", "|"}:
            end += 1
        return end
    return _ruled_end(lines, at, last) if text[0] == "=" and _RULER.fullmatch(text) else 0


def _ruled_end(lines: Sequence[Line], at: int, last: int) -> int:
    """The line behind a simple table: behind the last of its rulers."""
    end = closed = at + 1
    while end < last:
        text = lines[end].text
        if text[:1] == "=" and _RULER.fullmatch(text):
            closed = end + 1
            if end + 1 >= last or not lines[end + 1].text:
                break
        elif text and lines[end].indent < lines[at].indent:
            break
        end += 1
    return closed


def list_table(lines: Sequence[Line], held: Directive, end: int, text: str) -> tuple[list[list[Span]], int | None]:
    """The rows of a table that is written as a list of lists, and how many of them head the columns."""
    rows: list[list[Span]] = []
    outer = inner = -1
    for line in lines[held.body : end]:
        if not line.text:
            continue
        opened = _ROW.match(line.text)
        if opened is not None and (outer < 0 or line.indent <= outer):
            outer = line.indent
            inner = outer + opened[0].index("-")
            rows.append([(line.start + opened.end(), line.end)])
        elif rows and outer < line.indent <= inner and (cell := _CELL.match(line.text)):
            inner = line.indent
            rows[-1].append((line.start + cell.end(), line.end))
        elif rows:
            start, stop = rows[-1][-1]
            rows[-1][-1] = (line.start if start == stop else start, line.end)
    return rows, _heads(held)


def _heads(held: Directive) -> int | None:
    given = held.options.get("header-rows", ("", 0))[0].strip()
    return int(given) if given.isdecimal() and len(given) < _DIGITS else None


def separated_table(lines: Sequence[Line], held: Directive, end: int, text: str) -> tuple[list[list[Span]], int | None]:
    """The rows of a table whose cells a comma parts, and how many of them head the columns."""
    sign = held.options.get("delim", (",", 0))[0].strip() or ","
    sign = _SEPARATORS.get(sign, sign)[:1]
    heads = _heads(held)
    rows: list[list[Span]] = []
    if "header" in held.options:
        value, start = held.options["header"]
        rows.append(separated_cells.cells(text, start, start + len(value), ","))
        heads = (heads or 0) + 1
    if held.body < end and "file" not in held.options and "url" not in held.options:
        rows += separated_cells.rows(text, lines[held.body].start, lines[end - 1].end, sign)
    return rows, heads
