"""Reads JSON as a tree whose nodes know their places."""

from __future__ import annotations

import json
import re

from checker.sources.data.node_tree import DEEPEST, Node, TooDeep, escaped, malformed

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
_BARE = re.compile(r"[^\s,\]}]*")


def trees(text: str) -> list[Node]:
    """The one tree of ``text``; raises Unreadable for what is no JSON, TooDeep for what nests too deep."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise malformed("JSON", error.lineno, error.msg.lower()) from error
    except RecursionError as error:
        raise TooDeep from error
    return [_value(text, _skip(text, 0), 0)[0]]


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found is not None else at


def _value(text: str, at: int, depth: int) -> tuple[Node, int]:
    """The value that starts at a place, and where it ends."""
    if depth > DEEPEST:
        raise TooDeep
    if text[at] == "{":
        return _map(text, at, depth)
    if text[at] == "[":
        return _list(text, at, depth)
    if text[at] == '"':
        return _string(text, at)
    found = _BARE.match(text, at)
    end = found.end() if found is not None else at
    return Node("value", at, end), end


def _string(text: str, at: int) -> tuple[Node, int]:
    found = _STRING.match(text, at)
    end = found.end() if found is not None else at + 1
    return Node("text", at + 1, end - 1, edits=escaped(text, at + 1, end - 1)), end


def _map(text: str, start: int, depth: int) -> tuple[Node, int]:
    entries = []
    at = _skip(text, start + 1)
    while text[at] != "}":
        key, at = _string(text, at)
        at = _skip(text, _skip(text, at) + 1)
        value, at = _value(text, at, depth + 1)
        entries.append((key, value))
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return Node("map", start, at + 1, entries=tuple(entries)), at + 1


def _list(text: str, start: int, depth: int) -> tuple[Node, int]:
    items = []
    at = _skip(text, start + 1)
    while text[at] != "]":
        value, at = _value(text, at, depth + 1)
        items.append(value)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return Node("list", start, at + 1, items=tuple(items)), at + 1
