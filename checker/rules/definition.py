"""Finds acronyms that one source spells out in two ways."""

from __future__ import annotations

from collections import defaultdict

from checker.language.language import word_set
from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules.finding_builder import finding

_LEFT_OUT = word_set("language/expansions")


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Claims of the attribute ``stands_for`` that give one acronym two expansions inside one source."""
    spelt: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in given.claims.values():
        if claim.attribute == "stands_for":
            spelt[claim.source, claim.value.unit or ""][_core(claim.value.text)].append(claim)
    found = []
    for (source, acronym), ways in sorted(spelt.items()):
        if len(ways) < 2 or not _rivals(list(ways)):
            continue
        positions = [ways[key] for key in sorted(ways, key=lambda k: ways[k][0].value.start)]
        names = " and ".join(f'"{g[0].value.text}"' for g in positions)
        message = f"{acronym} stands for {names} in {source}"
        found.append(
            finding(
                rule,
                "conflict",
                positions,
                message,
                [rule.why, f"{source} spells {acronym} out in {len(ways)} ways"],
            )
        )
    return found


def _core(expansion: str) -> str:
    words = expansion.lower().replace("-", " ").replace("&", " ").split()
    return " ".join(w.rstrip("s") for w in words if w not in _LEFT_OUT)


def _rivals(cores: list[str]) -> bool:
    """Two spellings of one thing share words; two things of one acronym do not, and may both be right."""
    first, second = set(cores[0].split()), set(cores[1].split())
    return bool(first & second)
