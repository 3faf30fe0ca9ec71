"""Finds where a text gives one entity two names: "the Harlow Bridge, also known as the Iron Lady"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

import re2

from checker.language.language import derived, table
from checker.language.names import Name
from checker.linguistics.thresholds import ALIAS_CHARACTERS

_start = attrgetter("start")
_JOINT = re2.compile(r"^[\"'”’)]*(?: \([^()]{1,60}\))?[ ,(]*(?:(?:which|who|and) )?(?:(?:is|was|are|were) )?$")
_OPENS = re2.compile(r"^ ?(?:the |a |as )?[\"'“‘]?$")
_MEANS = re2.compile(r"^ \([\"'“‘]$")
_CLOSES = frozenset("\"'”’,")


@derived
def _phrases() -> re2._Regexp:
    phrases = sorted(table("names/otherwise")["phrases"], key=lambda p: (-len(p), p))
    return re2.compile(r"\b(?:" + "|".join(re2.escape(p) for p in phrases) + r")(?: by some)?")


def other_names(plain: str, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names of one entity, the one that the text uses first; ``names`` are in the order of the text."""
    for n in range(len(names) - 1):
        left, right = names[n], names[n + 1]
        after = plain[right.end : right.end + 1]
        if right.start - left.end == 3 and after in _CLOSES and _MEANS.match(plain[left.end : right.start]):
            yield left, right
    for found in _phrases().finditer(plain):
        at = bisect_left(names, found.start(), key=_start)
        if at == 0 or at == len(names) or found.start() - names[at - 1].end > ALIAS_CHARACTERS:
            continue
        left, right = names[at - 1], names[at]
        if _OPENS.match(plain[found.end() : right.start]) and _JOINT.match(plain[left.end : found.start()]):
            yield left, right
