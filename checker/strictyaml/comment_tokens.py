"""Finds the comments of a YAML text by its tokens, so that no number sign inside a string is taken for one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its line and column, from 1 and from 0, its words from the number sign on, and whether it stands
    alone on its line."""

    line: int
    column: int
    text: str
    alone: bool


def comments(text: str) -> list[Comment]:
    """Every comment of ``text``, a YAML that was read before, in order."""
    if "#" not in text:
        return []
    strings = _strings(text)
    found = []
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        column = line.find("#")
        while column >= 0:
            before = line[:column]
            if (not before or before[-1] in " \t") and not _inside(strings, offset + column):
                found.append(Comment(number, column, line[column:].rstrip(), not before.strip()))
                break
            column = line.find("#", column + 1)
        offset += len(line) + 1
    return found


def _strings(text: str) -> list[tuple[int, int]]:
    return [(t.start_mark.index, t.end_mark.index) for t in _tokens(text) if type(t) is yaml.ScalarToken]


def _tokens(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        while loader.check_token():
            yield loader.get_token()
    finally:
        loader.dispose()


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    place = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    return place >= 0 and spans[place][0] <= offset < spans[place][1]
