"""Reads which measures of a sentence state the measure before them in another unit: ``14 miles (22.5 km)``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from checker.claims.thresholds import CONVERSION_APART
from checker.language.canonical import canonical_quote
from checker.language.language import table, word_set
from checker.language.words import words
from checker.model.claim import Claim
from checker.model.qualifiers import Restatement
from checker.value_relation import convertible

_LEADS = word_set("language/conversions", "leads")


def restatements(quote: str, start: int, claims: Sequence[Claim]) -> Mapping[int, Restatement]:
    """The measures of ``quote``, which starts at ``start``, that are conversions, by where they stand."""
    places = {
        c.value.start: c.value
        for c in reversed(claims)
        if c.value.kind == "measure" and (c.value.low or c.value.high) is not None
    }
    found = {}
    for left, right in pairwise(places[at] for at in sorted(places)):
        marked = _marked(quote, left.end - start, right.start - start, right.end - start)
        if marked is not None and convertible(left, right):
            found[right.start] = Restatement(canonical_quote(left.text).text, marked)
    return found


def _marked(quote: str, first: int, last: int, end: int) -> bool | None:
    """Whether marks around it make what stands at ``last:end`` a conversion; None where it is none."""
    between = quote[first:last].strip()
    if not between or len(between) > CONVERSION_APART:
        return None
    closing = table("language/conversions")["opens"].get(between[0])
    led = all(w.low in _LEADS for w in words(between, 0 if closing is None else 1, len(between)))
    if closing is None:
        return False if led else None
    return True if led and quote[end:].lstrip()[:1] in (closing, ";") else None
