"""Makes the key of a name: what all its spellings have in common, so that one entity has one key."""

from __future__ import annotations

from checker.language.language import derived, derived_up_to, phrases, table
from checker.language.names import given, head_nouns, honours, titles, type_of
from checker.language.ships import ship_nouns
from checker.linguistics.thresholds import SHORT_NAME_CHARACTERS

_trailing = phrases("names/types", "trailing")
_nation = phrases("names/types", "nation_before")


@derived
def _incorporated() -> frozenset[str]:
    return frozenset(table("names/types")["incorporated"])


@derived_up_to(16384)
def canonical(key: str) -> str:
    """The id-making form of a folded name: without a leading nation and a trailing "program"."""
    for nation in _nation():
        if key.startswith(nation) and key.count(" ") >= 2:
            key = key[len(nation) :]
    parts = key.split(" ")
    if parts[0] == "the":
        parts = parts[1:]
    if (len(parts) >= 3 and parts[-1] in _trailing()) or (
        len(parts) == 2 and parts[-1] in _trailing() and len(parts[0]) <= SHORT_NAME_CHARACTERS
    ):
        parts = parts[:-1]
    while len(parts) > 1 and (parts[0] in titles() or (parts[0] == "the" and parts[1] in titles())):
        parts = parts[1:]
    if len(parts) > 2 and parts[0] in ship_nouns() and type_of(" ".join(parts[1:])) is None:
        parts = parts[1:]
    for i in range(len(parts) - 2, 0, -1):
        if parts[i] in given() and head_nouns().get(parts[i - 1]) == "person":
            parts = parts[i:]
            break
    while len(parts) > 2 and (parts[-1] in honours() or parts[-1] in _incorporated()):
        parts = parts[:-1]
    return " ".join(parts)
