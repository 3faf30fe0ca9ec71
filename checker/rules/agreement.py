"""Finds the attributes on which sources agree, and those on which they take different positions."""

from __future__ import annotations

from collections import defaultdict

from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.finding import Finding, NotChecked, Severity
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules.finding_builder import finding, label, listed, position, shown, sources_of, typical
from checker.rules.positions import Sets, positions_of
from checker.rules.thresholds import SUPPORT_FOR_FULL_SEVERITY

_LOWER: dict[Severity, Severity] = {"error": "warning", "warning": "warning", "info": "info"}


def apply(rule: RuleEntry, facts: RuleInput) -> list[Finding]:
    """Findings on the rule's attributes; ``holds`` narrows them to once, per_time, growing, many or open."""
    covered = {a for a in {attribute for attribute, _ in facts.compared} if covers(rule, facts, a)}
    chosen = [c for attribute, c in facts.compared if attribute in covered]
    agree = [c for c in chosen if c.relation == "agree"]
    conflict = [c for c in chosen if c.relation == "conflict"]
    return [*_conflicts(rule, facts, agree, conflict), *_agreements(rule, facts, agree)]


def unfinished(rule: RuleEntry, facts: RuleInput) -> list[NotChecked]:
    """The sources with an attribute of the rule of which not every value was held against every other."""
    reasons: dict[str, list[str]] = defaultdict(list)
    covered = {a for a in {attribute for _, attribute, _ in facts.crowded} if covers(rule, facts, a)}
    for source, attribute, name in facts.crowded:
        if attribute in covered:
            example = next(c for c in facts.ordered if c.source == source and c.attribute == attribute)
            reasons[source].append(f"{label(facts, example)} of {name}")
    return [
        NotChecked(
            source, rule.id, f"too many values to compare each with all others: {', '.join(dict.fromkeys(whose))}"
        )
        for source, whose in sorted(reasons.items())
    ]


def covers(rule: RuleEntry, facts: RuleInput, attribute: str) -> bool:
    """Whether the rule speaks of an attribute."""
    if rule.attributes:
        return attribute in rule.attributes
    wanted = listed(rule, "holds")
    if not wanted:
        return True
    entry = facts.attributes.get(attribute)
    return (entry.holds if entry is not None else "open") in wanted


def _conflicts(rule: RuleEntry, facts: RuleInput, agree: list[Comparison], conflict: list[Comparison]) -> list[Finding]:
    """One finding for each group of positions that stand against each other."""
    groups = Sets()
    for c in conflict:
        groups.join(c.left, c.right)
    against = {frozenset((c.left, c.right)) for c in conflict}
    sets = positions_of([c for c in agree if frozenset((c.left, c.right)) not in against], facts, conflict)
    involved = {sets.root(i) for i in list(groups.parent)}
    for i in list(sets.parent):
        if sets.root(i) in involved:
            groups.join(i, sets.root(i))
    members: dict[str, list[str]] = defaultdict(list)
    for i in groups.parent:
        members[groups.root(i)].append(i)
    edges: dict[str, list[Comparison]] = defaultdict(list)
    for c in conflict:
        edges[groups.root(c.left)].append(c)
    found = []
    for root in members:
        positions: dict[str, list[Claim]] = defaultdict(list)
        for i in members[root]:
            positions[sets.root(i)].append(facts.claims[i])
        if len(positions) < 2:
            continue
        ordered = sorted(positions.values(), key=_standing)
        found.append(_conflict(rule, facts, ordered, edges[root]))
    return found


def _standing(claims: list[Claim]) -> tuple[int, str, str, str]:
    """Positions of many sources come first, then the lesser values."""
    value = typical(claims).value
    return -len({c.source for c in claims}), value.low or "", value.high or "", value.text


def _conflict(rule: RuleEntry, facts: RuleInput, positions: list[list[Claim]], edges: list[Comparison]) -> Finding:
    first = typical(positions[0])
    best = max(edges, key=lambda c: c.support)
    one_source = len({c.source for g in positions for c in g}) == 1
    severity = rule.severity if best.support >= SUPPORT_FOR_FULL_SEVERITY or one_source else _LOWER[rule.severity]
    what = label(facts, first)
    parts = "; ".join(f"{position(g).value}: {sources_of(g)}" for g in positions)
    message = f"{first.subject_name}: {what}: {parts}"
    if rule.message and len(positions) == 2:
        message = _filled(rule.message, what, positions)
    sources = [", ".join(sorted(facts.claims[i].source for i in (c.left, c.right))) for c in edges[:3]]
    why = [f"{c.reason.text} ({both})" for c, both in zip(edges, sources, strict=False)]
    steps = [rule.why, *why, *(f"{c.source}: {c.basis.text}" for g in positions for c in g[:1] if c.basis)]
    return finding(rule, "conflict", positions, message, steps, severity)


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


def _agreements(rule: RuleEntry, facts: RuleInput, agree: list[Comparison]) -> list[Finding]:
    """One finding for each value that at least two sources state."""
    sets = positions_of(agree, facts)
    members: dict[str, list[Claim]] = defaultdict(list)
    for i in sets.parent:
        members[sets.root(i)].append(facts.claims[i])
    why: dict[str, set[str]] = defaultdict(set)
    for c in agree:
        why[sets.root(c.left)].add(c.reason.text)
    found = []
    for root in members:
        claims = members[root]
        if len({c.source for c in claims}) < 2:
            continue
        first = typical(claims)
        message = f"{first.subject_name}: {label(facts, first)}: {shown(first)}: {sources_of(claims)}"
        reasons = sorted(why[root])
        found.append(finding(rule, "agree", [claims], message, reasons))
    return found
