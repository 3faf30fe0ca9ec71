"""Says an attribute as people read it: ``maintenance cost``, not the ``mainten__cost`` it is compared under.

The id of an attribute that no vocabulary names is made of stems, so that two texts in other forms of the same words
meet. What people see are the words of the text: for each part of the id, the form that stands nearest to the value.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from checker.language.language import derived_up_to
from checker.language.words import stem, stopwords, words
from checker.model.claim import Claim


def attribute_label(claim: Claim) -> str:
    """The attribute of ``claim`` in plain words.

    Where the vocabulary has no entry, those of its own sentence, or of the labels over it.
    """
    if not claim.open:
        return plain(claim.attribute)
    labels = claim.labels
    over = " ".join(
        filter(None, (labels.column, labels.row, labels.key, labels.caption, *labels.headings, labels.title))
    )
    return _in_words(claim.attribute, claim.evidence.quote, claim.value.start - claim.evidence.start, over)


def attribute_labels(claims: Iterable[Claim]) -> dict[str, str]:
    """One label for each attribute of ``claims``: the one that most of them have, else the shortest."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        used[claim.attribute][attribute_label(claim)] += 1
    return {name: min(labels, key=lambda s: (-labels[s], len(s), s)) for name, labels in used.items()}


def plain(attribute: str) -> str:
    """The id of an attribute with spaces between its words."""
    return attribute.replace("__", " ").replace("_", " ")


@derived_up_to(16384)
def _in_words(attribute: str, quote: str, at: int, over: str) -> str:
    nearest: dict[str, str] = {}
    for word in sorted(words(quote, 0, len(quote)), key=lambda word: abs(word.start - at)):
        if word.is_word:
            nearest.setdefault(stem(word.low), word.low)
    for word in words(over, 0, len(over)):
        if word.is_word:
            nearest.setdefault(stem(word.low), word.low)
    parts = plain(attribute).split()
    if not any(part in nearest and part not in stopwords() for part in parts):
        return " ".join(parts)
    return " ".join(nearest.get(part, part) for part in parts if part in nearest or part in stopwords())
