"""Finds the facts on which sources agree, and those on which they take different positions."""

from __future__ import annotations

from dataclasses import replace

from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.fact import Fact
from checker.model.finding import Finding, Severity
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline
from checker.rules.finding_builder import finding, label, listed, shown, sources_of, typical

_LOWER: dict[Severity, Severity] = {"error": "warning", "warning": "warning", "info": "info"}
_MOST_EDGES = 3


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Findings on the rule's attributes; ``holds`` narrows them to once, per_time, growing, many or open."""
    found = []
    for fact in given.facts:
        if covers(rule, given, fact.attribute):
            positions = [[given.claims[claim] for claim in position] for position in fact.positions]
            if fact.tier is not None:
                found.append(_conflict(rule, given, fact, sorted(positions, key=_standing)))
            if fact.tier != "possible":
                found += [_agreement(rule, given, fact, claims) for claims in positions if _sources(claims) > 1]
    return found


def covers(rule: RuleEntry, given: RuleInput, attribute: str) -> bool:
    """Whether the rule speaks of an attribute."""
    if rule.attributes:
        return attribute in rule.attributes
    wanted = listed(rule, "holds")
    if not wanted:
        return True
    entry = given.attributes.get(attribute)
    return (entry.holds if entry is not None else "open") in wanted


def _sources(claims: list[Claim]) -> int:
    return len({claim.source for claim in claims})


def _standing(claims: list[Claim]) -> tuple[int, str, str, str]:
    """Positions of many sources come first, then the lesser values."""
    value = typical(claims).value
    return -_sources(claims), value.low or "", value.high or "", value.text


def _conflict(rule: RuleEntry, given: RuleInput, fact: Fact, positions: list[list[Claim]]) -> Finding:
    """The positions of a fact against each other; only a sure conflict has the rule's full severity."""
    message = headline.differing(given, fact.attribute, positions, fact.tier == "possible")
    if rule.message and len(positions) == 2:
        message = _filled(rule.message, _label(given, fact, positions[0]), positions)
    edges = [c for c in fact.comparisons if c.relation == "conflict"]
    severity = rule.severity if fact.tier == "error" else "info" if fact.tier == "possible" else _LOWER[rule.severity]
    steps = [rule.why, *(_step(given, c) for c in edges[:_MOST_EDGES]), *_bases(positions)]
    made = finding(rule, "conflict", positions, message, steps, severity)
    return replace(made, confidence=fact.confidence, possible=fact.tier == "possible")


def _step(given: RuleInput, c: Comparison) -> str:
    both = ", ".join(sorted(given.claims[claim].source for claim in (c.left, c.right)))
    return f"{c.reason} ({both})"


def _bases(positions: list[list[Claim]]) -> list[str]:
    return [f"{claims[0].source}: {claims[0].basis.text}" for claims in positions if claims[0].basis]


def _label(given: RuleInput, fact: Fact, claims: list[Claim]) -> str:
    """The attribute of the fact, in the words of its entry or of the claims that state it."""
    stating = [claim for claim in claims if claim.attribute == fact.attribute] or claims
    return label(given, typical(stating))


def _filled(template: str, what: str, positions: list[list[Claim]]) -> str:
    left, right = positions[0], positions[1]
    words = {
        "{subject}": typical(left).subject_name,
        "{attribute}": what,
        "{left.source}": sources_of(left),
        "{right.source}": sources_of(right),
        "{left.value}": shown(typical(left)),
        "{right.value}": shown(typical(right)),
    }
    for key, value in words.items():
        template = template.replace(key, value)
    return template


def _agreement(rule: RuleEntry, given: RuleInput, fact: Fact, claims: list[Claim]) -> Finding:
    """One value that at least two sources state."""
    message = headline.agreed(given, fact.attribute, claims)
    ids = {claim.id for claim in claims}
    inside = [c for c in fact.comparisons if c.relation == "agree" and c.left in ids and c.right in ids]
    made = finding(rule, "agree", [claims], message, sorted({c.reason for c in inside}))
    return replace(made, confidence=max((c.score for c in inside), default=1.0))
