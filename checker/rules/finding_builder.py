"""Builds findings: their positions, fingerprint and message."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import starmap, zip_longest

from checker import value_relation
from checker.language.attribute_label import attribute_label
from checker.language.wording import noun_as_written
from checker.language.words import LISTED
from checker.model.claim import Claim
from checker.model.finding import Finding, Position, Severity
from checker.model.kinds import counts
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.model.value import Mention


def listed(rule: RuleEntry, key: str) -> tuple[str, ...]:
    """A setting of the rule that names one thing or several; empty where it is not set."""
    value = rule.options.get(key, ())
    return (value,) if isinstance(value, str) else tuple(str(x) for x in value) if isinstance(value, list) else ()


def label(given: RuleInput, claim: Claim) -> str:
    """A claim's attribute as people read it: the label of its entry, else its words."""
    entry = given.attributes.get(claim.attribute)
    return entry.label if entry is not None and entry.label else attribute_label(claim)


def shown(claim: Claim) -> str:
    """A claim's value as its text states it, with the counted noun."""
    text = " ".join(claim.value.text.split())
    if claim.attribute.startswith(LISTED):
        return f"{claim.value.low} listed: {text}"
    if counts(claim.value.kind) and claim.value.noun and claim.value.noun not in text.lower():
        return f"{text} {noun_as_written(claim)}"
    return text


def position(claims: Sequence[Claim], value: str | None = None) -> Position:
    """One position: the claims in order of source, shown by the words that stand for them, or by ``value``."""
    ordered = sorted(claims, key=lambda c: (c.source, c.value.start, c.id))
    return Position(value or shown(typical(claims)), tuple(c.id for c in ordered))


def typical(claims: Sequence[Claim]) -> Claim:
    """The claim whose words stand for all: those that most of them use, else the shortest; whatever its source."""
    if len(claims) == 1:
        return claims[0]
    used = Counter(map(shown, claims))

    def rank(claim: Claim) -> tuple[int, int, str, str, str]:
        words = shown(claim)
        return -used[words], len(words), words, claim.subject_name, claim.attribute

    return min(claims, key=rank)


def fingerprint(
    rule: str, relation: str, claims: Iterable[Claim], form: Callable[[Mention], str] = value_relation.stored
) -> str:
    """Stable under edits elsewhere: rule, subjects, attributes, sources and values only."""
    parts = sorted({f"{c.source}|{c.subject.text}|{c.attribute}|{form(c.value)}" for c in claims})
    return hashlib.sha256("\n".join((rule, relation, *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _former(rule: str, relation: str, claims: Sequence[Claim]) -> str | None:
    """The fingerprint of release 0.1.0, where it was another."""
    if all(value_relation.stored(c.value) == value_relation.former(c.value) for c in claims):
        return None
    return fingerprint(rule, relation, claims, value_relation.former)


def finding(
    rule: RuleEntry,
    relation: str,
    positions: Sequence[Sequence[Claim]],
    message: str,
    explanation: Sequence[str],
    severity: Severity | None = None,
    values: Sequence[str] | None = None,
) -> Finding:
    """A finding of ``rule`` over positions of claims; ``values``: what each is shown as, where no claim states it."""
    claims = [c for group in positions for c in group]
    return Finding(
        rule.id,
        rule.kind,
        (severity or rule.severity) if relation == "conflict" else "info",
        "conflict" if relation == "conflict" else "agree",
        tuple(dict.fromkeys(c.id for c in claims)),
        tuple(starmap(position, zip_longest(positions, values or ()))),
        message,
        tuple(dict.fromkeys(explanation)),
        fingerprint(rule.id, relation, claims),
        former=_former(rule.id, relation, claims) if relation == "conflict" else None,
    )
