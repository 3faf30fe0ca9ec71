"""Finds the subject that a sentence opens with and defines: "The Corran Bridge (1871) is a"."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

import re2

from checker.language.characters import behind_marks
from checker.language.language import any_of, derived, table, word_set
from checker.language.names import Name
from checker.language.ships import ship_prefixes
from checker.linguistics.thresholds import (
    DEFINED_CHARACTERS,
    SAID_TO_BE_CHARACTERS,
)

_start = attrgetter("start")
_ARTICLES = word_set("names/join", "articles")
_QUOTES = frozenset(["", '"', '("', "'"])


@derived
def _defining() -> re2._Regexp:
    words = table("language/clauses")
    verbs, behind = any_of(words["defining"]), any_of(words["defining_behind"])
    return re2.compile(rf"^[\s,]*(?:\([^)]*\)[\s,]*)*(?:[a-z]+ )?(?:{verbs}|[a-z]+s (?:{behind}))\b")


@derived
def _said_to_be() -> re2._Regexp:
    words = table("language/clauses")
    verbs, before = any_of(words["said_to_be"]), any_of(words["said_to_be_before"])
    return re2.compile(rf"^(?: ?\([^()]{{1,120}}\))?,? (?:{verbs}) (?:{before}) ")


def opens_sentence(before: str) -> bool:
    """Only an article or a quotation mark stands before a name in its sentence."""
    return before in _ARTICLES or before in _QUOTES


def is_said_to_be(plain: str, at: int) -> bool:
    """A name that ends at ``at`` goes on with "is a ..."."""
    at = behind_marks(plain, at)
    return _said_to_be().search(plain[at : at + SAID_TO_BE_CHARACTERS]) is not None


def opening_name(plain: str, start: int, end: int, names: list[Name]) -> Name | None:
    """The name that a sentence opens with and defines, or makes a statement about: ``The X (Y) is``, ``X was``."""
    at = bisect_left(names, start, key=_start)
    if at >= len(names) or names[at].start >= end:
        return None
    name = names[at]
    before = plain[start : name.start].strip().lower()
    if not opens_sentence(before) and before.rpartition(" ")[2] not in ship_prefixes():
        return None
    return name if _defining().search(plain[name.end : min(end, name.end + DEFINED_CHARACTERS)]) else None


def entry_name(plain: str, start: int, end: int, names: list[Name]) -> Name | None:
    """The name that an item of a list is an entry for: ``Town Hall. A pile of red stone``."""
    at = bisect_left(names, start, key=_start)
    if at >= len(names) or names[at].start >= end or plain[start : names[at].start].strip(" *"):
        return None
    behind = plain[names[at].end : end].lstrip(" *")
    return names[at] if behind[:1] in {".", ":", "-", "—"} and len(behind) > 1 and behind[1] == " " else None
