"""Takes the directives of reStructuredText apart: what is said behind their name, their options, their tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.language.language import derived, table
from checker.sources.markings import Line, Span

_OPTION = re.compile(r":([\w-]{1,60}):(?:[ \t]+(.*))?$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROW = re.compile(r"\*[ \t]+-(?:[ \t]+|$)")
_CELL = re.compile(r"-(?:[ \t]+|$)")
_SEPARATORS = {"tab": "\t", "space": " "}
_WORDS = 2


@dataclass(slots=True)
class Directive:
    """A directive: what it does with its words, and where they stand."""

    kind: str
    argument: Span | None
    """What stands behind its name."""
    says: bool
    """Those are words."""
    body: int
    """The line that its content starts in."""
    joined: bool
    """The content goes on with what stands behind the name."""
    options: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The value of each option and where it starts."""


@derived
def words() -> dict[str, frozenset[str]]:
    """The directives, roles and fields by what they do."""
    return {name: frozenset(entries) for name, entries in table("text/restructuredtext").items()}


def kind(name: str) -> str:
    """What a directive does with its words."""
    low = name.lower()
    bare = low.rpartition(":")[2]
    if bare in ("list-table", "csv-table", "flat-table"):
        return "csv-table" if bare == "csv-table" else "list-table"
    for known in ("code", "dropped", "figured", "opening", "versioned"):
        if low in words()[known]:
            return known
    return "describing" if bare in words()["describing"] else "other"


def directive(lines: Sequence[Line], at: int, end: int, name: str, start: int) -> Directive:
    """The directive of lines ``at`` up to ``end``, what stands behind its name from ``start``."""
    what = kind(name)
    line = lines[at]
    stop = line.end
    body = at + 1
    while body < end and lines[body].text and not _OPTION.match(lines[body].text):
        if what in ("opening", "versioned"):
            break
        stop = lines[body].end
        body += 1
    joined = body < end and bool(lines[body].text) and body == at + 1
    options: dict[str, tuple[str, int]] = {}
    while body < end and (option := _OPTION.match(lines[body].text)):
        inset = lines[body].indent
        options[option[1].lower()] = (option[2] or "", lines[body].start + max(option.start(2), 0))
        body += 1
        while body < end and lines[body].text and lines[body].indent > inset:
            body += 1
    joined = joined and not options
    while body < end and not lines[body].text:
        body += 1
    argument: Span | None = (start, stop) if start < stop and what != "figured" else None
    text = line.text[start - line.start :]
    if what == "versioned" and argument is not None:
        version = text.split(maxsplit=1)
        argument = (start + text.index(version[1]), stop) if len(version) > 1 else None
        if argument is None and joined:
            joined = False
        what = "opening"
    says = len(_WORD.findall(text)) >= _WORDS and "/" not in text.split()[0]
    return Directive(what, argument, says, body, joined, options)


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
    return int(given) if given.isdecimal() and len(given) < _WORDS else None


def separated_table(lines: Sequence[Line], held: Directive, end: int, text: str) -> tuple[list[list[Span]], int | None]:
    """The rows of a table whose cells a comma parts, and how many of them head the columns."""
    sign = held.options.get("delim", (",", 0))[0].strip() or ","
    sign = _SEPARATORS.get(sign, sign)[:1]
    heads = _heads(held)
    rows: list[list[Span]] = []
    if "header" in held.options:
        value, start = held.options["header"]
        rows.append(cells(text, start, start + len(value), ","))
        heads = (heads or 0) + 1
    if held.body < end and "file" not in held.options and "url" not in held.options:
        at, last = lines[held.body].start, lines[end - 1].end
        while at < last:
            stop = _row_end(text, at, last)
            if text[at:stop].strip():
                rows.append(cells(text, at, stop, sign))
            at = stop + 1
    return rows, heads


def _row_end(text: str, at: int, last: int) -> int:
    """Where a row ends: at the line's end that stands in no quotes."""
    stop = text.find("\n", at, last)
    while stop >= 0 and text.count('"', at, stop) % 2:
        further = text.find("\n", stop + 1, last)
        if further < 0:
            break
        stop = further
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
