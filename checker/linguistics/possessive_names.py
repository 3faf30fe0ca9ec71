"""Joins the halves of a name that a possessive parts: St Bride's Hospitals Trust, the Dockers' Union.

Two names with a possessive between them are one where the text never has either without the other, and the second
opens with a common noun and says by its last word what kind of body or place it is. A person and a place own such
things under names of their own, as Canada has a Parliament.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from checker.language.names import Name, fold, given, head_nouns, places, titles, type_of
from checker.language.words import common_words, singular

_PARTING = frozenset({"'s ", "' ", "s' "})
_LEADING = frozenset({"st", "saint"})
_PERSONAL = frozenset({None, "person"})


def joined(names: list[Name], plain: str) -> list[Name]:
    """The names in order, with such halves joined."""
    pairs = [(a, b) for a, b in pairwise(names) if plain[a.end : b.start] in _PARTING]
    if not pairs:
        return names
    counts = Counter(name.key for name in names)
    together = Counter((a.key, b.key) for a, b in pairs)
    whole = {
        a.start: b
        for a, b in pairs
        if _is_owner(a) and _is_owned(b) and together[a.key, b.key] == counts[a.key] == counts[b.key]
    }
    found: list[Name] = []
    for name in names:
        if found and name.start < found[-1].end:
            continue
        other = whole.get(name.start)
        text = plain[name.start : other.end] if other is not None else name.text
        found.append(name if other is None else Name(name.start, other.end, text, fold(text)))
    return found


def _is_owned(name: Name) -> bool:
    """The second half is no name by itself: Hospitals Trust, Union."""
    first = singular(name.key.split(" ")[0])
    return type_of(name.key) not in _PERSONAL and (first in head_nouns() or first in common_words())


def _is_owner(name: Name) -> bool:
    """The first half may open a name: it is no place and no person that may own the second."""
    first = name.key.split(" ")[0]
    if first in _LEADING:
        return True
    return name.key not in places() and first not in given() and first not in titles()
