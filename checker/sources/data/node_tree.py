"""The tree of a data file's values, each at its place in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from checker.model.canonical import Edit
from checker.model.user_error import Unreadable

DEEPEST = 40
"""A file that nests its values deeper than this is made by machines for machines."""
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])")
_MEANT = {"n": "\n", "t": " ", "r": "", "b": "", "f": "", "\n": ""}


@dataclass(frozen=True, slots=True)
class Node:
    """A value: its words stand at ``start:end`` of the text, without quotes."""

    kind: Literal["map", "list", "text", "value"]
    """``text`` is a string that is quoted or of words, ``value`` a number, a date or another bare value."""
    start: int
    end: int
    entries: tuple[tuple[Node, Node], ...] = ()
    """Of a map: its keys and values in order."""
    items: tuple[Node, ...] = ()
    """Of a list."""
    edits: tuple[Edit, ...] = ()
    """What its escapes mean."""

    @property
    def is_scalar(self) -> bool:
        return self.kind in ("text", "value")


class TooDeep(Exception):
    """The values are nested deeper than people nest them."""


def malformed(form: str, line: int, problem: str) -> Unreadable:
    """Says what is wrong in a file and where."""
    return Unreadable("", f"it is no valid {form} (line {line}: {problem}): correct it, or save it anew")


def escaped(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """The edits that put what is meant for each escape that opens with a backslash."""
    if text.find("\\", start, end) < 0:
        return ()
    return tuple(
        (match.start(), match.end(), _meant(match[0]))
        for match in _ESCAPE.finditer(text, start, end)
        if match.end() <= end
    )


def _meant(escape: str) -> str:
    """What one escape of JSON stands for; it is no sign that ends or hides what is around it."""
    if escape[1] in _MEANT:
        return _MEANT[escape[1]]
    if escape[1] != "u":
        return escape[1]
    sign: str = json.loads(f'"{escape}"')
    return sign if sign.isprintable() or sign.isspace() else ""


def doubled(text: str, start: int, end: int, sign: str) -> tuple[Edit, ...]:
    """The edits that put one sign for each that is written twice."""
    found = []
    at = text.find(sign * 2, start, end)
    while at >= 0:
        found.append((at, at + 2, sign))
        at = text.find(sign * 2, at + 2, end)
    return tuple(found)


def edits(nodes: Iterable[Node]) -> Iterator[Edit]:
    """The edits of trees, in order of place."""
    for node in nodes:
        yield from node.edits
        for key, value in node.entries:
            yield from edits((key, value))
        yield from edits(node.items)


def words(node: Node, text: str) -> str:
    """What a node says, on one line."""
    pieces: list[str] = []
    done = node.start
    for start, end, instead in node.edits:
        pieces += (text[done:start], instead)
        done = end
    return " ".join("".join((*pieces, text[done : node.end])).split())
