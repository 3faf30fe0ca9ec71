"""Rule input made of sentences in which the values are marked by hand with what they say of what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pydantic import TypeAdapter

from checker import values
from checker.claims import qualifiers_in_quote
from checker.language.characters import fold
from checker.model.claim import Binding, Claim, Evidence, Listing, Modality, Scope
from checker.model.comparison import Comparison
from checker.model.document import Source
from checker.model.finding import Finding
from checker.model.rule import Examples, RuleEntry
from checker.model.rule_input import RuleInput
from checker.model.subject_ref import SubjectRef
from checker.rules.engine import KINDS
from checker.rules.load import recommended


@dataclass(frozen=True)
class Told:
    """One sentence, and the attribute of each value in it that is a claim."""

    sentence: str
    attributes: dict[str, str]
    source: str = "a"
    subject: str = "marlow"
    binding: Binding = "named"
    modality: Modality = "asserted"
    time: str | None = None
    listed: Listing | None = None
    open: frozenset[str] = field(default=frozenset())


def rule_input(sentences: Iterable[Told], *, published: str | None = None, linked: bool = False) -> RuleInput:
    """The claims of the sentences, which follow each other in their sources.

    ``linked``: the first claims of any two sources agree, so that both speak of one thing.
    """
    claims: dict[str, Claim] = {}
    ends: dict[str, int] = {}
    for told in sentences:
        start = ends.get(told.source, 0)
        ends[told.source] = start + len(told.sentence) + 1
        here = list(_claims(told, start))
        for claim in here:
            beside = [other for other in here if other is not claim]
            claims[claim.id] = replace(claim, qualifiers=qualifiers_in_quote(claim, beside))
    first: dict[str, str] = {}
    for claim in claims.values():
        first.setdefault(claim.source, claim.id)
    ids = sorted(first.values())
    comparisons = (
        tuple(Comparison(a, b, "agree", "the same value") for a in ids for b in ids if a < b) if linked else ()
    )
    sources = {name: Source(name, published=published) for name in ends}
    return RuleInput(claims, comparisons, sources, recommended().attributes)


def _claims(told: Told, start: int) -> Iterable[Claim]:
    evidence = Evidence(told.sentence, start, start + len(told.sentence), 1, 1)
    found = {m.text: m for m in values.find(fold(told.sentence), told.sentence)}
    for text, attribute in told.attributes.items():
        value = found[text]
        moved = {name: getattr(value, name) for name in value.__slots__} | {
            "start": value.start + start,
            "end": value.end + start,
        }
        yield Claim(
            f"{told.source}-{start}-{value.start}",
            told.source,
            SubjectRef(told.subject),
            told.subject.title(),
            attribute,
            type(value)(**moved),
            Scope(time=told.time),
            told.modality,
            evidence,
            open=attribute in told.open,
            binding=told.binding,
            listed=told.listed,
        )


def rule(kind: str, **options: object) -> RuleEntry:
    """A rule of a kind with these options."""
    return TypeAdapter(RuleEntry).validate_python(
        {"id": f"a-{kind}", "kind": kind, "why": "It must.", "options": options, "examples": Examples()}
    )


def recommended_rule(identifier: str) -> RuleEntry:
    return next(r for r in recommended().rules if r.id == identifier)


def findings(entry: RuleEntry, known: RuleInput) -> list[Finding]:
    return KINDS[entry.kind](entry, known)


def relations(entry: RuleEntry, known: RuleInput) -> list[str]:
    return [f.relation for f in findings(entry, known)]
