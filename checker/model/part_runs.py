"""Finds the stretches of figures that name one part of a whole each."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.qualifiers import Reach

LEAST = 2
"""So many parts, at least, make a whole."""


def runs(parts: Sequence[str | None]) -> list[tuple[int, int]]:
    """The longest stretches of two or more figures in which every one is named as another part."""
    found = []
    first = 0
    for at in range(len(parts) + 1):
        part = parts[at] if at < len(parts) else None
        if part is None or part in parts[first:at]:
            if at - first >= LEAST:
                found.append((first, at))
            first = at + 1 if part is None else first + list(parts[first:at]).index(part) + 1
    return found


def is_plain(reaches: Sequence[Reach]) -> bool:
    """Nothing but small words stands between each figure of a run and its name, once at most, with the first, what it
    is a share of: the figures cannot be of different things."""
    return reaches[0] != "wordy" and all(reach == "plain" for reach in reaches[1:])
