"""Claims made of sentences in which one value is marked by hand with what it says of what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from checker import sources, values
from checker.claims import qualifiers_in_quote
from checker.comparison.compare import Compared, Prepared, prepared
from checker.comparison.pair import Pair
from checker.language.characters import fold
from checker.model.claim import Claim, Entity, Evidence, Record, Scope
from checker.model.document import Source
from checker.model.rule import AttributeEntry, Rulebook
from checker.model.subject_ref import SubjectRef
from checker.pipeline import Run, lexicon_of, recommended

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


def records_of(
    claims: Iterable[Claim],
    names: Mapping[str, Iterable[str]] | None = None,
    entities: Mapping[str, Sequence[Entity]] | None = None,
) -> list[Record]:
    """The records of the sources that state the claims, and of others that ``names`` or ``entities`` have."""
    names, entities, held = names or {}, entities or {}, tuple(claims)
    return [
        Record(
            Source(source),
            tuple(entities.get(source, ())),
            tuple(claim for claim in held if claim.source == source),
            frozenset(names.get(source, ())),
        )
        for source in sorted({*names, *entities, *(claim.source for claim in held)})
    ]


def laid_out(
    *claims: Claim,
    names: Mapping[str, Iterable[str]] | None = None,
    entities: Mapping[str, Sequence[Entity]] | None = None,
    rules: Rulebook | None = None,
) -> Prepared:
    """The profiles of these claims and the folder of their sources."""
    return prepared(records_of(claims, names, entities), rules or Rulebook())


def pair_of(left: Claim, right: Claim, *others: Claim, **known: Any) -> Pair:
    """The pair of the statements of two claims; others, and ``known``, are what else the documents say."""
    ready = laid_out(left, right, *others, **known)
    by_claim = {claim.id: profile for profile in ready.profiles for claim in profile.claims}
    return Pair(by_claim[left.id], by_claim[right.id], ready.folder)


def compared(*texts: str, rules: Rulebook | None = None) -> Compared:
    """What is found in texts named a, b, c ... in their order."""
    book = rules or recommended()
    run = Run(book, lexicon_of(book))
    for place, text in enumerate(texts):
        run.take(sources.from_text(chr(ord("a") + place), text))
    return run.compared()


def book(**attributes: Mapping[str, Any]) -> Rulebook:
    """A rulebook of these attributes alone."""
    entries = {name: TypeAdapter(AttributeEntry).validate_python(entry) for name, entry in attributes.items()}
    return Rulebook(attributes=entries)
