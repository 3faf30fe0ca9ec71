"""Applies rules that look at one source at a time, and recalls what they said of sources that are the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from checker.model.claim import Claim
from checker.model.finding import Finding, Position
from checker.model.memo import each
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput

_Applied = tuple[RuleEntry, Callable[[RuleEntry, RuleInput], list[Finding]]]


def findings(rules: Sequence[_Applied], given: RuleInput) -> Mapping[str, list[Finding]]:
    """What each rule finds, by its id, in order of source."""
    if given.memory is None:
        return {rule.id: apply(rule, given) for rule, apply in rules}
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in given.claims.values():
        by_source[claim.source].append(claim)
    sources = sorted({*by_source, *given.constraints})
    words = sha256(repr([rule for rule, _ in rules]).encode()).digest()
    keys = [_key(words, given, source, by_source[source]) for source in sources]
    found: dict[str, list[Finding]] = {rule.id: [] for rule, _ in rules}
    for rows in each(given.memory, sources, keys, lambda source: _of(source, by_source[source], rules, given)):
        for row in rows:
            found[row[0]].append(_finding(*row))
    return found


def _key(words: bytes, given: RuleInput, source: str, claims: Sequence[Claim]) -> bytes | None:
    """By the rules, by the claims of a source, and by what it and those are called whom it speaks of."""
    sight = given.digests.get(source)
    if sight is None:
        return None
    called = given.names.get(source, source)
    names = json.dumps([called, *((claim.subject.text, claim.subject_name) for claim in claims)])
    return sha256(b"\0".join([b"rules", words, sight, names.encode()])).digest()


def _of(source: str, claims: Sequence[Claim], rules: Sequence[_Applied], given: RuleInput) -> list[Any]:
    """What the rules find in one source, as JSON can hold it."""
    kept = {source: found} if (found := given.constraints.get(source)) is not None else {}
    alone = replace(given, claims={claim.id: claim for claim in claims}, comparisons=(), constraints=kept)
    return [_row(finding) for rule, apply in rules for finding in apply(rule, alone)]


def _row(finding: Finding) -> list[Any]:
    positions = [(position.value, position.claims) for position in finding.positions]
    return [
        finding.rule,
        finding.kind,
        finding.severity,
        finding.relation,
        finding.claims,
        positions,
        finding.message,
        finding.explanation,
        finding.fingerprint,
        finding.former,
        finding.possible,
        finding.confidence,
    ]


def _finding(
    rule: str,
    kind: str,
    severity: Any,
    relation: Any,
    claims: Any,
    positions: Any,
    message: str,
    explanation: Any,
    fingerprint: str,
    former: str | None,
    possible: bool,
    confidence: float,
) -> Finding:
    stated = tuple(Position(value, tuple(stating)) for value, stating in positions)
    return Finding(
        rule,
        kind,
        severity,
        relation,
        tuple(claims),
        stated,
        message,
        tuple(explanation),
        fingerprint,
        confidence=confidence,
        possible=possible,
        former=former,
    )
