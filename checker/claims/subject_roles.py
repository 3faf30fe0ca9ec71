"""Finds the candidates that stand in a certain relation to the value itself: its owner, a name right behind the date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.claims.attribute_triggers import Trigger
from checker.claims.subject_resolution import (
    _by_present,
    _fronted,
    _gapped,
    _nearest,
    _owner,
    _served,
    _speaks,
    event_after,
)
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.model.reasons import SubjectBasis, SubjectReason

if TYPE_CHECKING:
    from checker.claims.subject_candidates import ValueClause

Role = tuple[str, list[SubjectCandidate]]


def roles_of_values(clause: ValueClause, triggers: list[Trigger]) -> Iterator[Role]:
    """The candidates in each such relation, by its name."""
    parsed, index, discourse = clause.parsed, clause.index, clause.discourse
    if _speaks(parsed, index):
        basis = SubjectBasis(SubjectReason.FIRST_PERSON)
        yield "speaker", [SubjectCandidate(discourse.entities.speaker(), basis, "referred")]
    yield "gapped", _gapped(parsed, index, triggers[0].at if triggers else -1, discourse)
    event = event_after(parsed, index, discourse) if not clause.by_law else None
    yield "behind_date", [event] if event is not None else []
    fronted = _fronted(parsed, index, discourse)
    yield "fronted", [fronted] if fronted is not None else []
    same = [t for t in triggers if t.attribute == triggers[0].attribute][:3]
    owners = [_owner(parsed, t, discourse) for t in same]
    yield "owner", [o for o in owners if o is not None]
    yield "present_subject", _by_present(parsed, index, discourse)
    yield "nearest", _nearest(parsed, index, discourse)
    if clause.verb is not None:
        yield "served", _served(parsed, index, clause.verb, discourse)
