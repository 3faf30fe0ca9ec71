"""Puts claims that might be compared side by side, by subject and attribute, never by pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison.thresholds import VALUES_COMPARED
from checker.language.words import noun_class
from checker.model.claim import YEAR_IN_NAME, Claim
from checker.model.kinds import KINDS, counts, family
from checker.model.rule import Rulebook
from checker.model.subject_ref import SubjectRef
from checker.value_relation import key

NEVER_ALONE = frozenset({"as_of", "stands_for", YEAR_IN_NAME})
"""Attributes that only sentences said twice, or rules of their own, compare."""


@dataclass(frozen=True, slots=True)
class Block:
    """Claims of one subject and attribute, in order of position: what a text says early stands for its like."""

    subject: SubjectRef
    attribute: str
    claims: tuple[Claim, ...]


def blocks(claims: Sequence[Claim], book: Rulebook) -> list[Block]:
    """All blocks that hold at least two claims, in a fixed order."""
    found: dict[tuple[SubjectRef, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribute in NEVER_ALONE:
            continue
        found[claim.subject.without_part, claim.attribute, _kind(claim, book)].append(claim)
    return [
        Block(subject, attribute, tuple(sorted(group, key=lambda c: (c.value.start, c.source, c.id))))
        for (subject, attribute, _), group in sorted(found.items())
        if len(group) > 1
    ]


def _kind(claim: Claim, book: Rulebook) -> str:
    """The kinds of value that are held against each other, and what is counted, or the currency."""
    kind, unit = claim.value.kind, ""
    if KINDS[kind].unit == "fixed":
        unit = claim.value.unit or ""
    elif counts(kind) and claim.value.unit:
        entry = book.attributes.get(claim.attribute)
        unit = noun_class(claim.value.unit) if entry is None or "unit" in entry.compare.one_value_per else ""
    return f"{family(kind)}:{unit}"


def collapse(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims with equal values and scopes together, so that later work grows with distinct values only."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        s = claim.scope
        scope = s.low, s.high, s.place, s.population, s.stage, s.cumulative, s.included, s.excluded
        groups[key(claim.value), scope, claim.modality].append(claim)
    return list(groups.values())


def crowded(found: Sequence[Block], book: Rulebook) -> list[tuple[str, str, str]]:
    """Source, attribute and subject's name of what was not compared in full, where values may conflict."""
    names: set[tuple[str, str, str]] = set()
    for block in found:
        entry = book.attributes.get(block.attribute)
        if len(block.claims) <= VALUES_COMPARED or entry is None or entry.holds == "many":
            continue
        if len(groups := collapse(block.claims)) > VALUES_COMPARED:
            names.update((c.source, c.attribute, c.subject_name) for group in groups for c in group)
    return sorted(names)
