"""Takes the directives of reStructuredText apart: what is said behind their name, their options, their tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.language.language import derived, table
from checker.sources.markings import Line, Span

_OPTION = re.compile(r":([\w-]{1,60}):(?:[ \t]+(.*))?$")
_WORD = re.compile(r"[^\W\d_]{2,}")
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
    for known in ("code", "dropped", "figured", "heading", "opening", "versioned"):
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
    says = "table" in what or (len(_WORD.findall(text)) >= _WORDS and "/" not in text.split()[0])
    return Directive(what, argument, says, body, joined, options)
