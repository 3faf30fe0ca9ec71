"""What rules look at: all claims of a run under common subjects, how they stand, and what the sources are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.document import Source
from checker.model.rule import AttributeEntry


@dataclass(frozen=True, slots=True)
class Facts:
    """Claims by id, comparisons between them, sources by id, and the attributes' entries."""

    claims: Mapping[str, Claim]
    comparisons: tuple[Comparison, ...]
    sources: Mapping[str, Source]
    attributes: Mapping[str, AttributeEntry]
