"""Finds acronyms that one source spells out in two ways."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from checker.language.expansions import Expansion, expansion, rivals
from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline
from checker.rules.finding_builder import finding


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Claims of the attribute ``stands_for`` that give one acronym two expansions inside one source."""
    spelt: dict[tuple[str, str], dict[Expansion, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in sorted(given.claims.values(), key=lambda claim: claim.value.start):
        if claim.attribute == "stands_for":
            acronym = claim.value.unit or ""
            spelt[claim.source, acronym][expansion(acronym, claim.value.text)].append(claim)
    found = []
    for (source, acronym), ways in sorted(spelt.items()):
        pair = next((pair for pair in combinations(ways, 2) if rivals(*pair)), None)
        if pair is None:
            continue
        positions = [ways[way] for way in pair]
        first, second = (f'"{headline.quoted(group[0].value.text)}"' for group in positions)
        message = headline.told(
            "definition",
            "conflict",
            acronym=acronym,
            first=first,
            second=second,
            where=headline.where(given, [group[0] for group in positions]),
        )
        steps = [rule.why, f"{source} spells {acronym} out in {len(pair)} ways"]
        found.append(finding(rule, "conflict", positions, message, steps))
    return found
