"""Reads the modality of a claim: asserted, projected, requested, reported, negated or hypothetical."""

from __future__ import annotations

from checker.claims.open_attributes import governing_verb
from checker.claims.thresholds import CUE_BEFORE, CUE_BEHIND
from checker.language.language import derived, table, word_set
from checker.linguistics.sentence import ParsedSentence
from checker.model.claim import Modality

_ORDER: tuple[Modality, ...] = ("negated", "hypothetical", "requested", "projected", "reported")
_CONDITIONS = word_set("language/clauses", "conditions")
_REPORT_OPENINGS = word_set("language/clauses", "report_openings")
_BREAKS = word_set("language/clauses", "modality_ends")


@derived
def _cues() -> dict[str, list[tuple[tuple[str, ...], Modality]]]:
    found: dict[str, list[tuple[tuple[str, ...], Modality]]] = {}
    for mode in _ORDER:
        for cue in table("language/modality").get(mode, ()):
            parts = tuple(cue.lower().split(" "))
            found.setdefault(parts[0], []).append((parts, mode))
    return found


@derived
def _false_cues() -> tuple[tuple[str, ...], ...]:
    """Phrases that hold a cue and assert all the same: "not only", "would become"."""
    return tuple(tuple(cue.lower().split(" ")) for cue in table("language/modality").get("asserted", ()))


def modality_of(parsed: ParsedSentence, index: int) -> Modality:
    """The modality of value ``index``: cues by its own verb, and words of report anywhere before it."""
    first, last = parsed.spans[index]
    lower_forms, cues = parsed.lower_forms, _cues()
    verb = governing_verb(parsed, index)
    anchor = verb if verb is not None else first
    seen: set[Modality] = set()
    for i in range(max(0, first - CUE_BEFORE), min(len(lower_forms), last + CUE_BEHIND)):
        if lower_forms[i] not in cues or parsed.covered[i] or (parsed.words[i].capital and i):
            continue
        for parts, mode in cues[lower_forms[i]]:
            if tuple(lower_forms[i : i + len(parts)]) != parts or _cancelled(lower_forms, i):
                continue
            if parts[0] in _CONDITIONS:
                applies = i < first
            elif mode == "reported":
                applies = i < first or "," not in lower_forms[last:i]
            elif i >= last:
                applies = mode != "negated" and not any(x in _BREAKS for x in lower_forms[last : i + 1])
            else:
                applies = not any(x in _BREAKS for x in lower_forms[i + len(parts) : max(anchor, i + len(parts))])
                applies = applies and (i <= anchor or not any(x in _BREAKS for x in lower_forms[i:first]))
            if applies:
                seen.add(mode)
    if lower_forms[0] in _REPORT_OPENINGS:
        seen.update(mode for parts, mode in cues.get(lower_forms[0], ()) if tuple(lower_forms[: len(parts)]) == parts)
    return next((mode for mode in _ORDER if mode in seen), "asserted")


def _cancelled(lower_forms: list[str], i: int) -> bool:
    return any(
        tuple(lower_forms[j : j + len(cue)]) == cue
        for cue in _false_cues()
        for j in range(max(0, i - len(cue) + 1), i + 1)
    )
