"""Says which values without a date of their own hold in the period that the text around them is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from checker.claims.competing_dates import compared
from checker.claims.thresholds import AUXILIARY_REACH, REPORT_COMPARED, VERB_REACH
from checker.language.language import word_set
from checker.language.verbs import auxiliaries, looks_past, presents
from checker.linguistics.sentence import CLAUSE_MARKS, ParsedSentence
from checker.model.claim import Modality, Scope
from checker.model.period import Period
from checker.model.rule import AttributeEntry
from checker.model.value import Mention

_STATES = frozenset({"count", "number", "money", "percentage"})
"""Kinds of values that change from year to year."""
_HAPPENS = frozenset({"count", "number", "money", "percentage", "measure", "duration", "score", "ratio"})
"""Kinds of what a report tells of its period."""
_PAST = word_set("language/tenses", "past")
_PRESENT = word_set("language/tenses", "present")
_GOES_ON = word_set("language/tenses", "goes_on")
_AHEAD: frozenset[Modality] = frozenset({"projected", "requested", "hypothetical"})


def holds_in(
    period: Period,
    entry: AttributeEntry | None,
    mention: Mention,
    scope: Scope,
    modality: Modality,
    parsed: ParsedSentence,
    index: int,
    before: Sequence[Mention],
    labelled: bool,
) -> bool:
    """Whether a value of the attribute holds in the period.

    ``entry`` is None for an attribute that is not of the vocabulary; ``before`` are the dates of the same paragraph
    before the sentence; ``labelled``: it stands in a labelled line, whose date is that of its value. What happens once
    holds for ever. What was true in the past is told of the period of a report, where no earlier date stands before
    it, and never of the day on which a page was changed.
    """
    if entry is not None and entry.holds == "once":
        return False
    if mention.kind not in (_HAPPENS if period.reported else _STATES) or modality in _AHEAD:
        return False
    if scope.time or scope.low or scope.high or scope.cumulative or any(other.relative for other in parsed.mentions):
        return False
    first = parsed.spans[index][0]
    if not compared().isdisjoint(parsed.lower_forms[max(0, first - REPORT_COMPARED) : first]):
        return False
    dates = [other for other in parsed.mentions if other.kind == "date"]
    if labelled:
        return not any(_is_before(period, other) for other in dates)
    if not _tells_of_past(parsed, index):
        return True
    return period.reported and not any(_is_before(period, other) for other in (*before, *dates))


def _is_before(period: Period, other: Mention) -> bool:
    return other.low is not None and (other.high or other.low) < period.low


def _tells_of_past(parsed: ParsedSentence, index: int) -> bool:
    """Whether the nearest verb tells of the past: ``had 740 workmen``; not ``has sold 30``, ``sold, has 30``."""
    first, last = parsed.spans[index]
    start = next((i + 1 for i in range(first - 1, -1, -1) if parsed.lower_forms[i] in CLAUSE_MARKS), 0)
    before = range(first - 1, max(start, first - VERB_REACH) - 1, -1)
    behind = range(last, min(len(parsed.lower_forms), last + VERB_REACH))
    verbs = frozenset(parsed.verbs)
    tenses = (tense for i in (*before, *behind) if (tense := _tense(parsed, i, verbs)) is not None)
    return next(tenses, "present") == "past"


def _tense(parsed: ParsedSentence, i: int, verbs: frozenset[int]) -> Literal["past", "present"] | None:
    """The tense of a word, with the auxiliaries before it; None for one that is no verb."""
    low = parsed.lower_forms[i]
    if low in _PAST:
        return "past"
    if _is_present(parsed, i):
        return "present"
    if i not in verbs or not looks_past(low):
        return None
    group = [low for low in parsed.lower_forms[max(0, i - AUXILIARY_REACH) : i] if low in auxiliaries()]
    return "present" if group and _PAST.isdisjoint(group) else "past"


def _is_present(parsed: ParsedSentence, i: int) -> bool:
    """A verb in the present tense; of those that no list has, one that goes on with a sentence: ``and looks after``."""
    low = parsed.lower_forms[i]
    if low in presents() or (low in auxiliaries() and low in _PRESENT):
        return True
    return low.endswith("s") and not low.endswith("ss") and parsed.lower_forms[i - 1] in _GOES_ON
