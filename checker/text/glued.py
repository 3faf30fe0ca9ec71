"""Parts the labels and values of a fact box that a page's copy has run together: ``Founded1888HeadquartersCorran``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language.language import derived, table
from checker.model.canonical import Edit

_FEWEST = 3
"""Fewer glued labels than this in one paragraph are chance."""
_SEAM = re.compile(r"[a-z0-9)%²][A-Z][a-z]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def seams(plain: str) -> list[Edit]:
    """The edits that put each label of a glued box on a line of its own, a colon behind it."""
    if sum(1 for _, _ in zip(range(_FEWEST), _SEAM.finditer(plain), strict=False)) < _FEWEST:
        return []
    edits: list[Edit] = []
    start = 0
    for end in [*(match.start() for match in _PARAGRAPH.finditer(plain)), len(plain)]:
        labels = [m.span() for m in _labels().finditer(plain, start, end)] if _SEAM.search(plain, start, end) else []
        if len(labels) >= _FEWEST:
            edits += _parted(plain, end, labels)
        start = end
    return edits


def _parted(plain: str, end: int, labels: Sequence[tuple[int, int]]) -> Iterator[Edit]:
    """The edits of one paragraph; a line that ends inside it ends no value."""
    first = plain.rfind("\n\n", 0, labels[0][0]) + 1
    breaks = [n for n in range(first, end) if plain[n] == "\n" and plain[n + 1 : n + 2].strip()]
    found: list[Edit] = [(n, n + 1, " ") for n in breaks if n > labels[0][0]]
    for start, stop in labels:
        found += [(start, start, "\n"), (stop, stop, ": ")]
    return iter(sorted(found, key=lambda edit: (edit[0], edit[1])))


@derived
def _labels() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, table("text/boxes")), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<=[a-z0-9)%²])(?:{names})(?=[A-Z0-9(£$€~])")
