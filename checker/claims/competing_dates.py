"""Finds the dates of a sentence that do not date the value: those of another value, event or year."""

from __future__ import annotations

from dataclasses import replace

from checker.claims.thresholds import EARLIER_REACH, EVENT_WORDS
from checker.language.language import derived, table, word_set
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, ParsedSentence
from checker.model.kinds import KINDS, family
from checker.model.value import Mention

_BESIDE = word_set("language/clauses", "beside_date")
_MARKS = CLAUSE_MARKS | {","}


def of_compared(parsed: ParsedSentence, index: int, n: int) -> bool:
    """``£38 million, up from £33 million in 2022``: the date behind the second amount is that one's alone."""
    kind, last, a = parsed.mentions[index].kind, parsed.spans[index][1], parsed.spans[n][0]
    kinds = {k for k, entry in KINDS.items() if entry.family == family(kind)}
    laid = zip(parsed.mentions, parsed.spans, strict=True)
    rival = next((x for other, (x, _) in laid if other.kind in kinds and last <= x < a), None)
    if rival is None:
        return False
    before = parsed.lower_forms[last:rival]
    return any(low in compared() for low in before) or ("(" in before and ")" not in parsed.lower_forms[rival:a])


@derived
def compared() -> frozenset[str]:
    """Words before an amount of another time that the one before them is held against."""
    return frozenset(table("language/compared"))


def dates_another(parsed: ParsedSentence, n: int) -> bool:
    """``after the crash of 1929``: the date is that of what came before or after, and says no more of the value."""
    at = parsed.spans[n][0]
    if parsed.lower_forms[at - 1] != "of":
        return False
    before = range(at - 2, max(-1, at - 2 - EVENT_WORDS), -1)
    for i in before:
        if parsed.lower_forms[i] in _BESIDE:
            return True
        if parsed.lower_forms[i] in PREPOSITIONS or parsed.lower_forms[i] in _MARKS or i in parsed.verbs:
            return False
    return False


def year_before(parsed: ParsedSentence, index: int, when: Mention | None) -> Mention | None:
    """The time of value ``index``: the year before ``when`` where the words beside the value say so."""
    first, last = parsed.spans[index]
    beside = f" {parsed.text(max(0, first - EARLIER_REACH), first)} | {parsed.text(last, last + EARLIER_REACH)} "
    if when is None or not any(f" {phrase} " in beside for phrase in table("language/earlier")):
        return when
    if when.resolution != "year" or when.modifier != "exact" or when.low is None or when.high is None:
        return None
    low, high = (f"{int(day[:4]) - 1:04d}{day[4:]}" for day in (when.low, when.high))
    return replace(when, edtf=low[:4] if low[4:] == "-01-01" else None, low=low, high=high)
