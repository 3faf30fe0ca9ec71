"""What rules look at: all claims of a run under common subjects, how they stand, and what the sources are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.document import Source
from checker.model.rule import AttributeEntry

SentenceKey = tuple[str, int]
"""A sentence by its source and the offset it starts at."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Claims by id, comparisons between them, sources by id, the attributes' entries, and copied sentences."""

    claims: Mapping[str, Claim]
    comparisons: tuple[Comparison, ...]
    sources: Mapping[str, Source]
    attributes: Mapping[str, AttributeEntry]
    copies: Mapping[SentenceKey, SentenceKey] = field(default_factory=dict)
    """Sentences that stand near-verbatim in several sources, each with the one that stands for all of them."""
    crowded: Sequence[tuple[str, str, str]] = ()
    """Source, attribute and subject's name of what has too many values for each to be held against each."""
    told: Mapping[tuple[str, str], frozenset[tuple[str, str]]] = field(default_factory=dict)
    """For each one-sentence source and subject, the sources in which all its names stand, with the subject there."""
