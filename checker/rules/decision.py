"""Rules about decisions: `review` makes their findings, once decisions are matched with conflicts."""

from __future__ import annotations

from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Nothing: what such a rule names depends on the findings of all the others."""
    return []
