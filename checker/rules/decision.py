"""Rules about decisions say nothing of claims: the review speaks for them once decisions are held against findings."""

from __future__ import annotations

from checker.model.facts import Facts
from checker.model.finding import Finding
from checker.model.rule import RuleEntry


def apply(rule: RuleEntry, facts: Facts) -> list[Finding]:
    """Nothing: what such a rule names depends on the findings of all the others."""
    return []
