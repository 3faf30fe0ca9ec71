"""Claims made of sentences in which one value is marked by hand with what it says of what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from checker import values
from checker.claims import qualifiers_in_quote
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.entity_resolution import identify
from checker.language.characters import fold
from checker.model.claim import Claim, Entity, Evidence, Record, Scope
from checker.model.document import Source
from checker.model.rule import AttributeEntry, Rulebook
from checker.model.subject_ref import SubjectRef

TREES = ("alder", "birch", "cedar", "hazel", "juniper", "larch", "maple", "poplar", "rowan", "spruce", "willow", "yew")
"""Words of which none shares a stem with another one."""


def stated(
    sentence: str, value: str, attribute: str = "gates", source: str = "a", subject: str = "tarn_weir", **changes: Any
) -> Claim:
    """The claim that ``value`` makes in a sentence of its own; ``changes`` are other fields of it.

    Of a count the noun may be named too, which is no part of the value.
    """
    start = changes.pop("start", 0)
    mention = next(m for m in values.find(fold(sentence), sentence) if f"{value} ".startswith(f"{m.text} "))
    mention = replace(mention, start=mention.start + start, end=mention.end + start)
    claim = Claim(
        f"{source}-{start}-{mention.start}",
        source,
        SubjectRef(subject),
        subject.replace("_", " ").title(),
        attribute,
        mention,
        Scope(),
        "asserted",
        Evidence(sentence, start, start + len(sentence), 1, 1),
    )
    return replace(claim, **{"qualifiers": qualifiers_in_quote(claim)} | changes)


def words(*places: int) -> str:
    """The words at these places of ``TREES``."""
    return " ".join(TREES[place] for place in places)


def named(name: str, **fields: Any) -> Entity:
    """An entity under the id that goes with its name."""
    return Entity(name.lower().replace(" ", "_"), name, **fields)


def evidence(
    claims: Iterable[Claim] = (),
    names: Mapping[str, Iterable[str]] | None = None,
    entities: Mapping[str, Sequence[Entity]] | None = None,
    common: str | None = None,
) -> EntityEvidence:
    """What is known of the sources a and b, and of others that ``names`` or ``entities`` have."""
    names, entities, held = names or {}, entities or {}, tuple(claims)
    sources = sorted({"a", "b", *names, *entities, *(claim.source for claim in held)})
    records = [
        Record(
            Source(source),
            tuple(entities.get(source, ())),
            tuple(claim for claim in held if claim.source == source),
            frozenset(names.get(source, ())),
        )
        for source in sources
    ]
    return EntityEvidence.gather(records, held, identify(records), common)


def book(**attributes: Mapping[str, Any]) -> Rulebook:
    """A rulebook of these attributes alone."""
    entries = {name: TypeAdapter(AttributeEntry).validate_python(entry) for name, entry in attributes.items()}
    return Rulebook(attributes=entries)
