"""Runs the examples that rules and attributes carry, and says which do not come out as written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.cli import parts
from checker.language.language import table

if TYPE_CHECKING:
    from checker.model.report import Report
    from checker.model.rule import AttributeEntry, Rulebook


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example, what it was to show, and what came of it."""

    owner: str
    """The rule or attribute that the example belongs to."""
    expected: Literal["conflict", "agree", "claim"]
    number: int
    """Its place among the examples of its kind, from 1."""
    passed: bool
    texts: tuple[str, ...]
    got: tuple[str, ...]
    """What was read from the texts instead, a line for each claim and finding."""


def outcomes(rulebook: Rulebook, owners: Sequence[str] = ()) -> Iterator[Outcome]:
    """Every example of the rules and attributes named, of all where none is, in the order of the rulebook.

    A ``conflict`` example passes when its rule finds a conflict in it, an ``agree`` example when its rule
    finds none, and an attribute's example, put under a title that names some thing, when a claim of the
    attribute is read from it.
    """
    lexicon = parts.pipeline.lexicon_of(rulebook)
    for rule in rulebook.rules:
        if owners and rule.id not in owners:
            continue
        cases: tuple[tuple[Literal["conflict", "agree"], tuple[tuple[str, ...] | str, ...]], ...] = (
            ("conflict", rule.examples.conflict),
            ("agree", rule.examples.agree),
        )
        for expected, examples in cases:
            for number, example in enumerate(examples, 1):
                texts = _texts(example)
                report = parts.pipeline.check_with(texts, rulebook, lexicon)
                found = any(f.rule == rule.id and f.relation == "conflict" for f in report.findings)
                passed = found == (expected == "conflict")
                yield Outcome(rule.id, expected, number, passed, tuple(texts.values()), _got(report))
    for name, entry in rulebook.attributes.items():
        if owners and name not in owners:
            continue
        for number, text in enumerate(entry.examples, 1):
            report = parts.pipeline.check_with({"1": _title(entry) + text}, rulebook, lexicon)
            passed = any(claim.attribute == name for claim in report.claims)
            yield Outcome(name, "claim", number, passed, (text,), _got(report))


def _title(entry: AttributeEntry) -> str:
    """An entity for examples that say "it" and "the bill", of the first type that the attribute is for."""
    if not entry.applies_to:
        return "Norwinder\n\n"
    noun = table("names/types")["heads"][entry.applies_to[0]][0]
    return f"Norwinder\n\nNorwinder is a {noun}. Norwinder is well known.\n\n"


def _texts(example: tuple[str, ...] | str) -> dict[str, str]:
    texts = (example,) if isinstance(example, str) else example
    return {str(number): text for number, text in enumerate(texts, 1)}


def _got(report: Report) -> tuple[str, ...]:
    claims = [
        f'"{claim.value.text}" from text {claim.source}: {claim.subject_name}: {claim.attribute}'
        for claim in report.claims
    ]
    findings = [f"{f.relation} by {f.rule}: {f.message}" for f in report.findings]
    return tuple(claims + findings) or ("no claim",)
