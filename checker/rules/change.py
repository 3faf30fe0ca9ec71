"""Checks a stated percent change against its two end points."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

from checker import value_relation
from checker.model.claim import FACTUAL, Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline
from checker.rules.change_endpoints import Amounts, kind_of
from checker.rules.finding_builder import finding, shown
from checker.rules.thresholds import CHANGE_SPREAD, CHANGE_SPREAD_AT_MOST

_LEAST = 0.4
"""How sure a conflict is that rests on times alone."""


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Percent changes whose end points are stated: in the same sentence, or by other claims of the subject."""
    by_sentence: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    changes, amounts = [], []
    for claim in given.claims.values():
        v = claim.value
        if v.kind == "percentage" and v.unit == "percent" and v.low is not None and _direction(claim) is not None:
            changes.append(claim)
        elif v.kind in {"money", "count", "number"} and v.low is not None and v.low == v.high:
            by_sentence[claim.source, claim.evidence.start].append(claim)
            # What is planned or asked for is the end point of nothing that has changed.
            if claim.modality in FACTUAL:
                amounts.append(claim)
    if not changes:
        return []
    elsewhere = Amounts(amounts)
    found: list[Finding] = []
    for claim in sorted(changes, key=lambda c: c.id):
        pairs = _ends(claim, by_sentence[claim.source, claim.evidence.start], elsewhere)
        if pairs:
            judged = _judged(rule, given, claim, pairs)
            found.extend(judged if _is_told(claim, pairs) else map(_possible, judged))
    return found


def _direction(claim: Claim) -> int | None:
    """1 for a rise, -1 for a fall, None where the words near the value say neither."""
    change = claim.qualifiers.change
    return None if change is None else -1 if change == "fall" else 1


def _ends(change: Claim, beside: list[Claim], elsewhere: Amounts) -> list[tuple[Claim, Claim]]:
    """Start and end amounts of one kind and subject at different known times, those of the sentence first."""
    dated = sorted((c for c in beside if c.scope.low and c.scope.high), key=lambda c: c.scope.low or "")
    dated = [c for c in dated if c.subject == change.subject or len(beside) == 2 or change.qualifiers.yearly]
    if len(dated) == 2 and kind_of(dated[0]) == kind_of(dated[1]):
        start, end = dated
        return [(start, end), *((start, o) for o in elsewhere.like(end) if _restates(o, end))]
    if len(dated) == 1 and change.qualifiers.yearly:
        return [(start, dated[0]) for start in elsewhere.of_the_year_before(dated[0])]
    return elsewhere.ends(change, change.scope.low) if change.scope.low is not None else []


def _is_told(change: Claim, pairs: list[tuple[Claim, Claim]]) -> bool:
    """Its own sentence states one end point, and another document the other.

    What stands in one document is held against each other by how its sentences and tables are built, as a constraint;
    end points that are found by their times alone may be of another thing.
    """
    at = change.source, change.evidence.start
    ends = [end for pair in pairs for end in pair]
    beside = any((end.source, end.evidence.start) == at for end in ends)
    return beside and any(end.source != change.source for end in ends)


def _possible(finding: Finding) -> Finding:
    return replace(finding, possible=True, confidence=_LEAST) if finding.relation == "conflict" else finding


def _restates(other: Claim, end: Claim) -> bool:
    """Another figure for the end point: the same attribute, undated or of the same time, in the same source."""
    if other.source != end.source or other.evidence.start == end.evidence.start or other.scope.place != end.scope.place:
        return False
    if other.attribute != end.attribute or value_relation.key(other.value) == value_relation.key(end.value):
        return False
    return other.scope.low is None or other.scope.low == end.scope.low


def _judged(rule: RuleEntry, given: RuleInput, change: Claim, pairs: list[tuple[Claim, Claim]]) -> list[Finding]:
    """Every pair of end points that confirms the change agrees; if none does, they conflict."""
    stated = Decimal(change.value.low or 0) * (_direction(change) or 1)
    slack = max(Decimal(change.value.resolution or 1), Decimal(1)) / 2
    if change.value.modifier in {"about", "almost"}:
        slack = max(slack, value_relation.room_of_about(stated, value_relation.grain_of(change.value)))
    right: list[tuple[Claim, Claim, Decimal]] = []
    wrong: list[tuple[Claim, Claim, Decimal]] = []
    for start, end in pairs:
        a, b = Decimal(start.value.low or 0), Decimal(end.value.low or 0)
        if a == 0:
            continue
        computed = (b - a) / a * 100
        spread = _spread(start, a, end, b)
        bound = change.value.modifier in {"more_than", "at_least"} and computed >= stated
        fits = bound or abs(computed - stated) <= slack + spread
        (right if fits else wrong).append((start, end, computed))
    chosen = right or wrong
    relation = "agree" if right else "conflict"
    found = []
    for start, end, computed in chosen if right else chosen[:1]:
        rounded = computed.quantize(Decimal("0.1"), ROUND_HALF_EVEN).normalize()
        sum_line = f"({shown(end)} - {shown(start)}) / {shown(start)} = {rounded:f}%, stated: {shown(change)}"
        steps = [
            rule.why,
            f"from {start.source}: {start.scope.time}, and {end.source}: {end.scope.time}",
            sum_line,
        ]
        message = headline.told(
            "change",
            relation,
            change="fall" if _direction(change) == -1 else "rise",
            stated=headline.quoted(shown(change)),
            start=headline.quoted(shown(start)),
            end=headline.quoted(shown(end)),
            computed=f"{rounded:f}%",
            where=headline.where(given, [change, start, end]),
            **headline.named([change]),
        )
        values = [shown(change), f"{rounded:f}%"] if relation == "conflict" else None
        found.append(finding(rule, relation, [[change], [start, end]], message, steps, values=values))
    return found


def _spread(start: Claim, a: Decimal, end: Claim, b: Decimal) -> Decimal:
    """By how much rounding of the end points alone, which are ``a`` and ``b``, can move the change, in percent."""
    ga, gb = Decimal(start.value.resolution or 0) / 2, Decimal(end.value.resolution or 0) / 2
    if ga >= a / 50:
        return CHANGE_SPREAD
    return min((b + gb) / (a - ga) * 100 - b / a * 100, CHANGE_SPREAD_AT_MOST)
