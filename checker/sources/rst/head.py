"""Reads what a text in reStructuredText says beside its blocks: its substitutions, the fields of a proposal's head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.sources.markings import Line, Span

_SUBSTITUTION = re.compile(r"\.\. \|([^|\n]{1,80})\| ?replace ?::[ \t]+(?=\S)")
_FIELD = re.compile(r"([A-Z][A-Za-z-]{0,40}):(?:[ \t]+|$)")


def substitutions(lines: Sequence[Line]) -> dict[str, str]:
    """The short words that names between bars stand for."""
    found = {}
    for line in lines:
        match = _SUBSTITUTION.match(line.text) if line.text.startswith(".. |") else None
        if match is not None:
            found[match[1].lower()] = line.text[match.end() :].strip("*` ")
    return found


def fields(lines: Sequence[Line]) -> tuple[list[tuple[str, Span, Span]], int]:
    """The fields that a proposal opens with, a title among them, each at the edge: name, label and value of each.

    With them the line behind them; none and 0 where a text opens in another way.
    """
    end = next((n for n, line in enumerate(lines) if not line.text), len(lines))
    found: list[tuple[str, Span, Span]] = []
    for line in lines[:end]:
        match = _FIELD.match(line.text) if not line.indent else None
        if match is not None:
            key = (line.start, line.start + match.end(1))
            found.append((match[1].lower(), key, (line.start + match.end(), line.end)))
        elif found and line.indent:
            name, key, value = found[-1]
            found[-1] = name, key, (value[0], line.end)
        else:
            return [], 0
    return (found, end) if any(name == "title" for name, _, _ in found) else ([], 0)
