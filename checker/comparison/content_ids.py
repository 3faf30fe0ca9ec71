"""Has sources compared under ids made of what they say, so that no name and no order decides anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby

from checker.comparison.entity_resolution import Identity
from checker.model.claim import Claim, Record, of_source

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Hidden:
    """Records under ids made of their content, in order of these, and what each id stands for."""

    records: tuple[Record, ...]
    sources: Mapping[str, str]
    claims: Mapping[str, Claim]
    """By its id here, each claim as it was."""


def hide(records: Sequence[Record]) -> Hidden:
    """``records`` without their names; those of one content are told apart by their names' order."""
    keyed = sorted((_content(record), record.source.id, n) for n, record in enumerate(records))
    hidden = []
    sources: dict[str, str] = {}
    claims: dict[str, Claim] = {}
    for content, own, n in keyed:
        copies = 1
        key = content
        while key in sources:
            copies += 1
            key = f"{content}.{copies}"
        sources[key] = own
        record = records[n]
        renamed = []
        for claim in record.claims:
            identifier = f"{key}{_tail(claim.id, own)}"
            claims[identifier] = claim
            renamed.append(of_source(claim, identifier, key))
        hidden.append(replace(record, source=replace(record.source, id=key), claims=tuple(renamed)))
    return Hidden(tuple(hidden), sources, claims)


def whole_copies(records: Sequence[Record]) -> dict[str, str]:
    """The hidden ids of documents that say just what an earlier one of ``records`` says, and that one's id."""
    found: dict[str, str] = {}
    for _, together in groupby(records, key=lambda record: record.source.id.partition(".")[0]):
        first, *others = together
        for other in others:
            if _says(other) == _says(first):
                found[other.source.id] = first.source.id
    return found


def _says(record: Record) -> tuple[object, ...]:
    """All that comparing looks at, without the names of the record and its claims."""
    claims = tuple(of_source(claim, "", "") for claim in record.claims)
    return replace(record.source, id="", path=None, url=None, authority=None, sha256=None), record.entities, claims


def revealed(identity: Identity, sources: Mapping[str, str]) -> Identity:
    """``identity`` with the sources' own ids."""
    ids = {(sources[source], subject): common for (source, subject), common in identity.ids.items()}
    entities = {
        common: tuple((sources[source], entity) for source, entity in entities_of)
        for common, entities_of in identity.entities.items()
    }
    return replace(identity, ids=ids, entities=entities)


def _content(record: Record) -> str:
    own = record.source.id
    claims = [_tail(claim.id, own) for claim in record.claims]
    content = "\n".join((*claims, "", *(entity.id for entity in record.entities), "", *sorted(record.names)))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _tail(claim: str, source: str) -> str:
    """A claim's id without its source's; the whole of an id that somebody else made."""
    return claim[len(source) :] if claim.startswith(f"{source}-") else f"={claim}"
