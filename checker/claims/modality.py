"""Says how a statement is made: asserted, projected, requested, reported, negated or hypothetical."""

from __future__ import annotations

from functools import lru_cache

from checker.claims.parse import CLAUSE_MARKS, Parse
from checker.model.claim import Modality
from checker.vocabulary import table

_ORDER: tuple[Modality, ...] = ("negated", "hypothetical", "requested", "projected", "reported")
_REACH = 12


@lru_cache(maxsize=1)
def _cues() -> dict[str, list[tuple[tuple[str, ...], Modality]]]:
    found: dict[str, list[tuple[tuple[str, ...], Modality]]] = {}
    for mode in _ORDER:
        for cue in table("language/modality").get(mode, ()):
            parts = tuple(cue.lower().split(" "))
            found.setdefault(parts[0], []).append((parts, mode))
    return found


def modality_of(p: Parse, m: int) -> Modality:
    """The modality of value ``m``, from the words of its clause before it and right behind it."""
    first, last = p.spans[m]
    cues = _cues()
    start = max(0, first - _REACH)
    for i in range(first - 1, start - 1, -1):
        if p.words[i].low in CLAUSE_MARKS:
            start = i + 1
            break
    seen: set[Modality] = set()
    lows = [w.low for w in p.words]
    for i in range(start, min(len(lows), last + 4)):
        if p.covered[i]:
            continue
        for parts, mode in cues.get(lows[i], ()):
            if tuple(lows[i : i + len(parts)]) == parts and not (mode == "negated" and i >= last):
                seen.add(mode)
    if "reported" not in seen:
        for parts, mode in cues.get("according", ()):
            if mode == "reported" and tuple(lows[: len(parts)]) == parts:
                seen.add(mode)
    return next((mode for mode in _ORDER if mode in seen), "asserted")
