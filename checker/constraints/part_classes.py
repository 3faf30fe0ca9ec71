"""Says which parts of a whole the words beside numbers name: women and men, let and empty, for and against.

The sets are data: each has groups of words of which no two can be true of one thing; the first two leave little over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.language.language import derived, table

_WORDS = "constraints/partition"


@derived
def _sets() -> Mapping[str, Sequence[tuple[frozenset[str], tuple[str, ...]]]]:
    """The groups of each set: single words, and phrases, which are written with "_" for blanks."""
    found = {}
    for name, groups in table(_WORDS)["opposites"].items():
        split = [group.replace('"', "").split() for group in groups]
        found[name] = [
            (frozenset(w for w in words if "_" not in w), tuple(w.replace("_", " ") for w in words if "_" in w))
            for words in split
        ]
    return found


def groups(words: str) -> dict[str, set[int]]:
    """The sets that words belong to, each with its groups."""
    low = " ".join(words.lower().split())
    known = frozenset(re.findall(r"[a-z][a-z0-9-]*", low))
    found: dict[str, set[int]] = {}
    for name, members in _sets().items():
        phrased = {n for n, (_, phrases) in enumerate(members) if any(p in low for p in phrases)}
        hit = phrased or {n for n, (single, _) in enumerate(members) if single & known}
        if hit:
            found[name] = hit
    return found


def parting(members: Sequence[str]) -> str | None:
    """The set of which each member has a group of its own, the first two included; None where there is none."""
    found = [groups(words) for words in members]
    for name in _sets():
        hit = [one.get(name, set()) for one in found]
        if all(len(one) == 1 for one in hit):
            chosen = [next(iter(one)) for one in hit]
            if len(set(chosen)) == len(chosen) and {0, 1} <= set(chosen):
                return name
    return None
