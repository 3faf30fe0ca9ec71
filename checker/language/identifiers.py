"""Tells the names of settings, options and variables from words: ``max_size``, ``--jobs``, ``cache.ttl``."""

from __future__ import annotations

import re

_IDENTIFIER = re.compile(
    r"--?[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![\w./])"
    r"|[A-Za-z][A-Za-z0-9]{0,30}(?:_[A-Za-z0-9]+)+(?:\.[A-Za-z0-9_]+)*(?![\w@/])"
    r"|[a-z][a-z0-9]+(?:\.[a-z][a-z0-9_]+)+(?![\w@/])"
    r"|[a-z]+[A-Z][A-Za-z0-9]*(?![\w./])"
)


def identifier_end(text: str) -> int:
    """Where the identifier ends that ``text`` opens with; 0 for none."""
    found = _IDENTIFIER.match(text)
    return found.end() if found is not None else 0


def is_identifier(text: str) -> bool:
    """Whether ``text`` is an identifier and no more."""
    return bool(text) and identifier_end(text) == len(text)
