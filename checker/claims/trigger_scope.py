"""Limits the words that may trigger an attribute for a value: words that belong to another value may not."""

from __future__ import annotations

from checker.claims.thresholds import WHOLE_BEFORE
from checker.language.language import word_set
from checker.linguistics.sentence import CLAUSE_MARKS, ParsedSentence

_OUT_OF = word_set("language/clauses", "out_of")
_OPENS = CLAUSE_MARKS | {","}
_BEFORE_WHOLE = word_set("language/clauses", "before_whole")
_COUNTS = frozenset({"count", "number", "ratio", "score", "ordinal"})


def clause_of(parsed: ParsedSentence, index: int) -> str:
    """The lower-case words between the strong marks around a value, by single spaces, one before and behind.

    Of a measure behind "and", only those behind the measure before it: ``a main span of 90 metres and is 400 long``.
    """
    first, last = parsed.spans[index]
    joined = parsed.mentions[index].kind == parsed.mentions[index - 1].kind == "measure" if index else False
    after = (
        parsed.spans[index - 1][1] if joined and "and" in parsed.lower_forms[parsed.spans[index - 1][1] : first] else 0
    )
    if not parsed.marks and not after:
        return parsed.line
    start = max((i + 1 for i in parsed.marks if i < first), default=0)
    start = max(start, after)
    end = min((i for i in parsed.marks if i >= last), default=len(parsed.lower_forms))
    return f" {parsed.text(start, end)} "


def whole_ends(parsed: ParsedSentence, index: int) -> int:
    """``Of the 420 on board, 35 died``: where the words about the whole end, and those about its part begin."""
    first, last = parsed.spans[index]
    of = next(
        (i for i in range(first - 1, max(-1, first - WHOLE_BEFORE - 1), -1) if parsed.lower_forms[i] in _OUT_OF), None
    )
    if of is not None and (of == 0 or parsed.lower_forms[of - 1] in _OPENS | _BEFORE_WHOLE):
        for n, (begin, _) in enumerate(parsed.spans):
            if begin >= last and parsed.mentions[n].kind in {"count", "number", "percentage"}:
                return next((i for i in range(last, begin) if parsed.lower_forms[i] == ","), begin)
    return len(parsed.lower_forms)


def of_the_next(parsed: ParsedSentence, i: int, kind: str) -> bool:
    """``900 men and a crew of 340``: the noun before word ``i`` is that of the value behind it."""
    if kind not in _COUNTS or parsed.lower_forms[i : i + 1] != ["of"]:
        return False
    return any(a == i + 1 and parsed.mentions[n].kind in _COUNTS for n, (a, _) in enumerate(parsed.spans))


def is_dated_before(parsed: ParsedSentence, first: int) -> bool:
    """``chartered in 1846, it enrols``: the verb before a date, in the same words between commas, has it."""
    before = [v for v in parsed.verbs if v < first]
    return (
        bool(before)
        and CLAUSE_MARKS.isdisjoint(parsed.lower_forms[before[-1] : first])
        and "," not in parsed.lower_forms[before[-1] : first]
    )
