"""Holds a figure that a document tells twice against itself: ``214 flints`` above, ``the flints come to 241`` below.

Only two figures that one slip of the hand parts are held against each other: neighbours swapped, one digit changed, or
one left out. How likely both are one figure is weighed by features of their words and of the slip
(``weights/restatement``, fitted by ``training/restatement.py``); in between the two thresholds it is only possible.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from checker.constraints.context import Context, Draft, Span
from checker.constraints.retellings import DIGIT, DROPPED, EQUAL, SWAPPED, Pair, Telling, features, pairs, tellings
from checker.language.language import derived, table
from checker.language.words import words
from checker.linguistics.ranking import decision_weights, score, threshold

KIND = "restatement"
FORM = "slip"
WEIGHTS = "restatement"
_HOW = {
    SWAPPED: "the same with two digits swapped",
    DIGIT: "the same but for one digit",
    DROPPED: "the same but for a digit more or less",
}
_MOST_WORDS = 4


def find(context: Context) -> Iterator[Draft]:
    """Every figure that is told twice, equal or with a slip; of several pairs of one figure, the likeliest."""
    best: dict[Span, tuple[float, Pair]] = {}
    for pair in pairs(tellings(context)):
        likely = likelihood(pair)
        context.saw(KIND, read=likely >= _possible())
        if likely < _possible():
            continue
        if pair.form == EQUAL:
            yield _draft(context, pair, likely)
            continue
        spans = [_span(pair.first), _span(pair.second)]
        if all(likely > best[span][0] for span in spans if span in best):
            for rival in [best.pop(span)[1] for span in spans if span in best]:
                for span in (_span(rival.first), _span(rival.second)):
                    best.pop(span, None)
            best.update(dict.fromkeys(spans, (likely, pair)))
    seen = set()
    for likely, pair in best.values():
        if id(pair) not in seen:
            seen.add(id(pair))
            yield _draft(context, pair, likely)


def likelihood(pair: Pair) -> float:
    """How likely the two are one figure, from 0 to 1."""
    weigh = decision_weights(WEIGHTS)
    return 1 / (1 + math.exp(-weigh["always"] - score(features(pair), weigh)))


@derived
def _possible() -> float:
    return float(table(f"weights/{WEIGHTS}")["possible"])


def _draft(context: Context, pair: Pair, likely: float) -> Draft:
    """The one that is told less often is held against the other; of two as frequent, the later."""
    stated, given = (pair.first, pair.second) if pair.told[0] < pair.told[1] else (pair.second, pair.first)
    says, expected = stated.mention.text, given.mention.text
    same = pair.form == EQUAL
    how = "the same" if same else _HOW[pair.form]
    return Draft(
        KIND,
        FORM,
        _subject(stated) or _subject(given) or says,
        (_span(stated),),
        (_span(given),),
        says,
        expected,
        f"it says {expected} elsewhere",
        f"{says} and {expected}: {how} (tolerance: none)",
        0.0 if same else 2.0,
        same or likely >= threshold(WEIGHTS),
    )


def _span(telling: Telling) -> Span:
    return telling.mention.start, telling.mention.end


def _subject(telling: Telling) -> str:
    """The words that say what it is a figure of: its labels, or those behind it."""
    if telling.label:
        return telling.label
    end = min(telling.within[1], telling.mention.end + 60)
    found: list[str] = []
    for word in words(telling.context.plain, telling.mention.end, end):
        if not word.is_word or len(found) == _MOST_WORDS:
            break
        found.append(word.text)
    return " ".join(found)
