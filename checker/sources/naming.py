"""Makes a clean name for a source out of what it was called: lower-case letters, digits and hyphens."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

_LONGEST = 60


def clean(name: str) -> str:
    """``name`` in letters that every file system and command line takes; ``source`` where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    kept = ""
    for word in words:
        if kept and len(kept) + 1 + len(word) > _LONGEST:
            break
        kept = f"{kept}-{word}" if kept else word[:_LONGEST]
    return kept or "source"


def free(name: str, taken: Collection[str]) -> str:
    """``name``, or with the first number behind it that none of ``taken`` has."""
    known = {one.casefold() for one in taken}
    number, found = 1, name
    while found.casefold() in known:
        number += 1
        found = f"{name}-{number}"
    return found
