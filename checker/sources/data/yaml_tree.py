"""Reads YAML as trees whose nodes know their places.

What an alias repeats is told once, where its anchor stands, so that no file grows when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from checker.sources.data.node_tree import DEEPEST, Node, TooDeep, doubled, escaped, malformed

_MARKS = re.compile(r"(?:[&!]\S*\s*)+")
"""The anchor and the type before a value."""


def trees(text: str) -> list[Node]:
    """The tree of each document in ``text``; raises Unreadable for what is no YAML, TooDeep for what nests too deep."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: list[Node] = []
    try:
        events = yaml.parse(text, Loader=loader)
        found += (
            _node(text, next(events), events, 0) for event in events if isinstance(event, yaml.DocumentStartEvent)
        )
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise malformed("YAML", line, error.problem or "not to be read") from error
    except yaml.YAMLError as error:
        raise malformed("YAML", 1, " ".join(str(error).split())[:80]) from error
    return found


def _node(text: str, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    if depth > DEEPEST:
        raise TooDeep
    assert event.start_mark is not None and event.end_mark is not None
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(text, event, start, end)
    if isinstance(event, yaml.MappingStartEvent):
        entries = []
        for inner in events:
            if isinstance(inner, yaml.MappingEndEvent):
                break
            key = _node(text, inner, events, depth + 1)
            entries.append((key, _node(text, next(events), events, depth + 1)))
        return Node("map", start, entries[-1][1].end if entries else end, entries=tuple(entries))
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        for inner in events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            items.append(_node(text, inner, events, depth + 1))
        return Node("list", start, items[-1].end if items else end, items=tuple(items))
    return Node("value", end, end)


def _scalar(text: str, event: yaml.ScalarEvent, start: int, end: int) -> Node:
    """A scalar without its quotes, or without the sign that opens a block of lines."""
    style = event.style
    if (event.anchor or event.tag) and (marks := _MARKS.match(text, start, end)) is not None:
        start = marks.end()
    if style in ("|", ">"):
        first = text.find("\n", start, end) + 1
        return Node("text", *_trimmed(text, first or end, end))
    quote = text.find(style, start, end) if style in ("'", '"') else -1
    if quote >= 0:
        inside = quote + 1, end - 1
        found = escaped(text, *inside) if style == '"' else doubled(text, *inside, "'")
        return Node("text", *inside, edits=found)
    start, end = _trimmed(text, start, end)
    bare = not any(map(str.isalpha, event.value)) or " " not in event.value
    return Node("value" if bare else "text", start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
