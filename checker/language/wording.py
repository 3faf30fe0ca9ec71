"""How the sentence of a claim words things, for what people read: no comparison rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.language.markup import without_marks
from checker.model.claim import Claim


def noun_as_written(claim: Claim) -> str:
    """The counted noun, with the capitals that the words behind the value write it with."""
    noun, quote = claim.value.noun or "", claim.evidence.quote
    at = quote.lower().find(noun, max(0, claim.value.end - claim.evidence.start))
    found = quote[at : at + len(noun)]
    return found if at >= 0 and found.lower() == noun else noun


def with_article(name: str, claims: Iterable[Claim]) -> str:
    """``the Harlow Bridge``, where the sentence of a claim says so."""
    said = f" the {name.partition(' (')[0]} ".casefold()
    return f"the {name}" if any(said in f" {claim.evidence.quote} ".casefold() for claim in claims) else name


def stands_in(words: str, claim: Claim) -> bool:
    """Whether these words stand beside each other in the sentence of a claim."""
    return f" {words} " in f" {without_marks(claim.evidence.quote)} ".casefold()


def names_value(claim: Claim, noun: str) -> bool:
    """Whether a text says outright that a value is one of ``noun``: "income of", "income was", a label that is it."""
    labels = claim.labels
    if any(noun in named.casefold() for named in (labels.key, labels.row, labels.column) if named):
        return True
    said = re.escape(noun).replace(r"\ ", r"\s+")
    quote = without_marks(claim.evidence.quote).casefold()
    return re.search(rf"\b{said}\s*(?:of|is|was|are|were|at|:|=)", quote) is not None
