"""Puts every claim under the id that its subject goes by in all documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.comparison.identity import Identity, speaks_of
from checker.model.claim import UNNAMED, Claim, Record


def under_common_ids(records: Sequence[Record], identity: Identity, common: str | None) -> tuple[Claim, ...]:
    """The claims of all records; ``common`` is what most of the records are about."""
    return tuple(_adopted(_under(c, identity), r, common, identity) for r in records for c in r.claims)


def whole_of(subject: str) -> tuple[str, str]:
    """A subject's id, and the part of it that is meant: ``#`` a piece, ``@`` what it is in one place."""
    cut = min((i for i in (subject.find("#"), subject.find("@")) if i >= 0), default=len(subject))
    return subject[:cut], subject[cut:]


def _under(claim: Claim, identity: Identity) -> Claim:
    """The claim under its subject's common id; a part of a thing, such as what it is in one country, stays a part."""
    whole, part = whole_of(claim.subject)
    common = identity.ids.get((claim.source, whole), whole)
    own, _, of = claim.subject_name.partition(", ") if part else (claim.subject_name, "", "")
    name = identity.names.get(common, own)
    return replace(claim, subject=common + part, subject_name=f"{name}, {of}" if part else name)


def _adopted(claim: Claim, record: Record, common: str | None, identity: Identity) -> Claim:
    """In a folder about one thing, what a text says of nothing in particular is said of that thing."""
    whole, rest = whole_of(claim.subject)
    topics = {identity.ids[record.source.id, e.id] for e in record.entities if e.topic}
    if common is None or claim.binding != "topic" or whole not in topics or common in topics:
        return claim
    if whole != UNNAMED and not speaks_of(record, common, identity):
        return claim
    _, _, of = claim.subject_name.partition(", ")
    name = identity.names[common]
    return replace(claim, subject=common + rest, subject_name=f"{name}, {of}" if rest and of else name)
