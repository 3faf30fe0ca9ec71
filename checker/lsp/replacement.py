"""Says what to write in place of a value so that another one stands there, in the style of the words that are there."""

from __future__ import annotations

from checker import pipeline, value_relation
from checker.model.value import Mention
from checker.values import restating

_MOST = 3
"""So many ways to write a value are tried."""


def in_place_of(stated: Mention, meant: Mention, quote: str, at: int) -> str | None:
    """The words for ``meant`` in place of ``stated``, which begins at ``at`` of the sentence ``quote``.

    None where there are none that the sentence, read again, states as that value.
    """
    before, after = quote[:at], quote[at + len(stated.text) :]
    for wording in list(restating.restated(stated, meant))[:_MOST]:
        there = [m for m in pipeline.find_values(before + wording + after) if m.start == at and m.text == wording]
        if wording != stated.text and any(_same(mention, meant, stated) for mention in there):
            return wording
    return None


def _same(read: Mention, meant: Mention, stated: Mention) -> bool:
    """A value reads as what was meant, as far as what stood there said it."""
    relation = value_relation.relation(read, meant)[0]
    return relation == "agree" or (relation == "compatible" and read.resolution == stated.resolution)
