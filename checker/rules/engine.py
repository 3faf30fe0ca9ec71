"""Runs every rule through the module of its kind and gives the findings in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.model.facts import Facts
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.rules import agreement, change, definition, order

KINDS: Mapping[str, Callable[[RuleEntry, Facts], list[Finding]]] = {
    "agreement": agreement.apply,
    "change": change.apply,
    "definition": definition.apply,
    "order": order.apply,
}
_GRAVITY = {"error": 0, "warning": 1, "info": 2}


def run(rules: Sequence[RuleEntry], facts: Facts) -> list[Finding]:
    """All findings, conflicts first, the gravest first."""
    found = [finding for rule in rules for finding in KINDS[rule.kind](rule, facts)]
    unique = {f.fingerprint: f for f in reversed(found)}
    return sorted(
        unique.values(),
        key=lambda f: (f.relation != "conflict", _GRAVITY[f.severity], f.rule, f.message, f.fingerprint),
    )
