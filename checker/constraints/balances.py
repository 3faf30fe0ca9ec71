"""Holds what is left against what there was, what came and what went.

``We had 58 dogs. 214 came in and 199 left, which leaves 73.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from checker.constraints.context import Context, Draft
from checker.constraints.parts import KIND, drafted, is_close
from checker.constraints.quantities import Passage, Quantity
from checker.constraints.told_parts import is_bracketed, is_clean, words_of
from checker.language.language import any_of, derived, table

_WORDS = "constraints/partition"
_SORTS = frozenset(("count", "money", "measure", "time"))
_MOST = 8


@derived
def _moves(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(table(_WORDS)[key])})(?![\w-])", re.IGNORECASE)


def find(context: Context, everything: Sequence[Passage], index: int) -> Draft | None:
    """``We had 58 dogs. 214 came in and 199 left, which leaves 73``: what there was, came and went, and is left."""
    passage = everything[index]
    first = next((q for q in passage.quantities if q.sort in _SORTS), None)
    if first is None or not _moves("at_first").search(passage.text):
        return None
    window = [p for p in everything[index : index + 3] if p.block == passage.block]
    found = [
        (q, p)
        for p in window
        for q in p.quantities
        if q.is_like(first) and q.start > first.start and not is_bracketed(p, q)
    ]
    total = first.value
    given = [first]
    for n, (q, p) in enumerate(found[:_MOST]):
        until = found[n + 1][0].start if n + 1 < len(found) and found[n + 1][1] is p else p.end
        since = found[n - 1][0].end if n and found[n - 1][1] is p else p.start
        words = words_of(p, since, q, until)
        if n and _moves("at_last").search(f"{p.between(since, q.start)[-50:]} {words}"):
            if n < 2 or not is_close(q, [_as(q, total)]) or not is_clean((q, *given)):
                return None
            context.saw(KIND)
            return drafted(context, "flow", q, given)
        out, come = _moves("gone").search(words), _moves("come").search(words)
        if (out is None) == (come is None):
            return None
        total += q.value if come else -q.value
        given.append(q if come else _as(q, -q.value))
    return None


def _as(q: Quantity, value: Decimal) -> Quantity:
    return replace(q, value=value)
