"""Puts every claim under the id that its subject goes by in all documents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from checker.comparison.entity_resolution import Identity, is_namesake, names_of
from checker.model.claim import UNNAMED, Claim, Entity, Record, about
from checker.model.subject_ref import SubjectRef


def under_common_ids(records: Sequence[Record], identity: Identity, common: str | None) -> tuple[Claim, ...]:
    """The claims of all records; ``common`` is what most of the records are about."""
    names = names_of(common, identity) if common is not None else frozenset()
    found: list[Claim] = []
    for record in records:
        claims = _under(record, identity)
        found += _adopted(claims, record, common, names, identity) if common is not None else claims
    return tuple(found)


def _under(record: Record, identity: Identity) -> list[Claim]:
    """The claims under their subjects' common ids; a part of a thing, as what it is in one country, stays a part."""
    source = record.source.id
    known: dict[tuple[SubjectRef, str], tuple[SubjectRef, str]] = {}
    found = []
    for claim in record.claims:
        stated = claim.subject, claim.subject_name
        common = known.get(stated)
        if common is None:
            common = known[stated] = _common(*stated, source, identity)
        found.append(claim if common == stated else about(claim, *common))
    return found


def _common(subject: SubjectRef, stated: str, source: str, identity: Identity) -> tuple[SubjectRef, str]:
    common = identity.ids.get((source, subject.entity), subject.entity)
    own, _, of = (stated, "", "") if subject.is_whole else stated.partition(", ")
    name = identity.names.get(common, own)
    return replace(subject, entity=common), name if subject.is_whole else f"{name}, {of}"


def _adopted(
    claims: Sequence[Claim], record: Record, common: str, names: Collection[str], identity: Identity
) -> Sequence[Claim]:
    """In a folder about one thing, what a text says of nothing in particular is said of that thing.

    ``names``: those that any document has for the thing.
    """
    kinds = {e.type for _, e in identity.entities[common] if e.type}
    topics = {identity.ids[record.source.id, e.id] for e in record.entities if e.topic and _may_be(e, kinds)}
    if common in topics:
        return claims
    adopted = (
        topics if not record.names.isdisjoint(names) else {topic for topic in topics if is_namesake(topic, UNNAMED)}
    )
    return [_of(common, claim, identity) if _topical(claim, adopted) else claim for claim in claims]


def _may_be(topic: Entity, kinds: Collection[str]) -> bool:
    """What a text calls "the tower" and never names is no school."""
    return topic.id != UNNAMED or topic.type is None or not kinds or topic.type in kinds


def _topical(claim: Claim, topics: Collection[str]) -> bool:
    return claim.subject.entity in topics and (claim.binding == "topic" or is_unnamed(claim.subject))


def is_unnamed(subject: SubjectRef) -> bool:
    """The text never names what it says this of."""
    return is_namesake(subject.entity, UNNAMED)


def _of(common: str, claim: Claim, identity: Identity) -> Claim:
    _, _, of = claim.subject_name.partition(", ")
    name = identity.names[common]
    return about(
        claim, replace(claim.subject, entity=common), f"{name}, {of}" if of and not claim.subject.is_whole else name
    )
