"""Finds the subject that a sentence opens with and defines: "The Corran Bridge (1871) is a"."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

import re2

from checker.language.characters import behind_marks
from checker.language.names import Name
from checker.language.ships import ship_prefixes
from checker.linguistics.thresholds import (
    DEFINED_CHARACTERS,
    SAID_TO_BE_CHARACTERS,
)

_DEFINING = re2.compile(
    r"^[\s,]*(?:\([^)]*\)[\s,]*)*(?:[a-z]+ )?"
    r"(?:is|was|are|were|has been|refers to|stands|[a-z]+s (?:for|that)|provides|deals|became)\b"
)
_SAID_TO_BE = re2.compile(r"^(?: ?\([^()]{1,120}\))?,? (?:is|was) (?:an?|the|one of) ")
_start = attrgetter("start")
ARTICLES = frozenset(["", "the", "a", "an", '"', '("', "'"])
"""What may stand before the name that opens a sentence."""


def is_said_to_be(plain: str, at: int) -> bool:
    """A name that ends at ``at`` goes on with "is a ..."."""
    at = behind_marks(plain, at)
    return _SAID_TO_BE.search(plain[at : at + SAID_TO_BE_CHARACTERS]) is not None


def opening_name(plain: str, start: int, end: int, names: list[Name]) -> Name | None:
    """The name that a sentence opens with and defines, or makes a statement about: ``The X (Y) is``, ``X was``."""
    at = bisect_left(names, start, key=_start)
    if at >= len(names) or names[at].start >= end:
        return None
    name = names[at]
    before = plain[start : name.start].strip().lower()
    if before not in ARTICLES and before.rpartition(" ")[2] not in ship_prefixes():
        return None
    return name if _DEFINING.search(plain[name.end : min(end, name.end + DEFINED_CHARACTERS)]) else None


def entry_name(plain: str, start: int, end: int, names: list[Name]) -> Name | None:
    """The name that an item of a list is an entry for: ``Town Hall. A pile of red stone``."""
    at = bisect_left(names, start, key=_start)
    if at >= len(names) or names[at].start >= end or plain[start : names[at].start].strip(" *"):
        return None
    behind = plain[names[at].end : end].lstrip(" *")
    return names[at] if behind[:1] in {".", ":", "-", "—"} and len(behind) > 1 and behind[1] == " " else None
