"""Puts the signs and numbers of list items, which stand apart from their words, together with these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.sources.pdf.boxes import lines
from checker.sources.pdf.fragments import Fragment

_MARK = re.compile(
    r"(?:[•▪◦‣●○■□▫►▶➢➤✓✔❖◆♦·∙*–—-]|o|`? ?\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$"
)
_FAR = 5.0
"""So many times the size of the type words stand from their mark at most."""
_WORDS = 3


def with_marks(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, each mark in one with the words behind it."""
    if not any(len(f.text) < 10 and _MARK.match(f.text) for f in fragments):
        return list(fragments)
    gone: set[int] = set()
    for line in lines(fragments):
        parts = line.fragments
        for n in range(len(parts) - 1):
            mark, after = parts[n], parts[n + 1]
            if not _MARK.match(mark.text) or not mark.x1 < after.x0 < mark.x1 + _FAR * after.size:
                continue
            alone = n + 2 >= len(parts) or parts[n + 2].x0 > after.x1 + _FAR * after.size
            if after.text.count(" ") >= _WORDS - 1 or (alone and any(map(str.isalpha, after.text))):
                after.starts.insert(0, (after.x0, (after.x0 - mark.x1) / after.size))
                after.text = f"{mark.text.strip('` ')} {after.text}"
                after.x0 = mark.x0
                gone.add(id(mark))
    return [f for f in fragments if id(f) not in gone]
