"""A subject that a value may have, with the reason and how firmly it is known."""

from __future__ import annotations

from dataclasses import dataclass

from checker.linguistics.entity_clusters import EntityCluster
from checker.model.claim import Binding
from checker.model.reasons import SubjectBasis, SubjectReason


@dataclass(frozen=True, slots=True)
class SubjectCandidate:
    """A subject and why."""

    entity: EntityCluster
    basis: SubjectBasis
    binding: Binding = "named"
    part: str = ""
    """The part or product of the thing that is really meant: "tower", where a sentence starts so."""
    part_name: str = ""
    """The same as people write it, where that differs."""


def as_topic(entity: EntityCluster | None, part: str = "") -> list[SubjectCandidate]:
    """What the text is about, where nothing nearer is the subject."""
    return [SubjectCandidate(entity, SubjectBasis(SubjectReason.TOPIC), "topic", part)] if entity is not None else []
