"""Puts the path from two sentences to a verdict into lines: what was read, of what, and how it compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.cli import claim_facts, parts
from checker.model.finding import RIVALS
from checker.reports.conflicts import Index, label_of
from checker.reports.position_summary import summary_of
from checker.reports.quotes import quote_lines
from checker.reports.terminal import Look, safe, wrap

if TYPE_CHECKING:
    from checker.comparison import Compared
    from checker.comparison.explanation import PairExplanation
    from checker.model.claim import Claim
    from checker.model.finding import Finding
    from checker.model.report import Report
    from checker.model.rule import Rulebook

_MOST_PAIRS = 3


def finding_lines(finding: Finding, report: Report, look: Look) -> list[str]:
    """What a report knows of one finding: its steps, who holds what, and how each claim was read."""
    index = Index({c.source.id: c.source for c in report.sources}, {c.id: c for c in report.claims})
    head = f"{finding.relation}, {finding.severity}, by {safe(finding.rule)}, key {finding.fingerprint}"
    lines = [*wrap(head, look.width), *_hanging(finding.message, look), ""]
    for number, step in enumerate(finding.explanation, 1):
        first, *rest = wrap(safe(step), look.width - 5) or [""]
        lines += [f"{number:3}. {first}", *(f"     {line}" for line in rest)]
    for position in finding.positions:
        lines += ["", look.paint("strong", safe(position.value))]
        if finding.kind in RIVALS and position.sources:
            lines += _hanging(summary_of(position), look)
        for claim in index.claims_of(position.claims):
            lines += claim_lines(claim, index, look)
    return lines


def basis_lines(finding: Finding, compared: Compared, rulebook: Rulebook, look: Look) -> list[str]:
    """The comparisons that a finding rests on: those of its relation first, at most a few."""
    inside = set(finding.claims)
    chosen = [c for c in compared.comparisons if c.left in inside and c.right in inside]
    chosen.sort(key=lambda c: (c.relation != finding.relation, -c.support))
    claims = {claim.id: claim for claim in compared.claims if claim.id in inside}
    pairs = [(claims[c.left], claims[c.right]) for c in chosen[:_MOST_PAIRS]]
    return [line for a, b in pairs for line in ("", *pair_lines(a, b, compared, rulebook, look))]


def claim_lines(claim: Claim, index: Index, look: Look) -> list[str]:
    """The place of a claim, its sentence, and each thing that was read from it with its reason."""
    return [
        f"  {label_of(claim, index)}, claim {safe(claim.id)}",
        *(f"      {line}" for line in quote_lines([claim], look.width - 6, look)),
        *(f"      {line}" for fact in _facts(claim) for line in wrap(safe(fact), look.width - 6)),
    ]


def pair_lines(left: Claim, right: Claim, compared: Compared, rulebook: Rulebook, look: Look) -> list[str]:
    """The relation of two claims, and every gate on the way."""
    found = parts.comparison_explanation.trace(left, right, compared, rulebook)
    head = look.paint("strong", f"{safe(left.id)} and {safe(right.id)}")
    return [head, *(line for fact in _steps(found) for line in _hanging(fact, look))]


def _steps(found: PairExplanation) -> list[str]:
    points = len(found.support)
    grounds = Counter(ground.text for ground in found.support)
    reasons = (f"{ground} ({n} points)" if n > 1 else ground for ground, n in grounds.items())
    support = f"{points} {'point' if points == 1 else 'points'}: {'; '.join(reasons)}" if points else "none"
    return [
        found.verdict,
        f"values: {found.values}",
        f"subject: {'; '.join(found.subject)}",
        f"evidence that both mean one subject: {support}",
        *(f"as {name}: {outcome}" for name, outcome in found.ways),
    ]


def _facts(claim: Claim) -> list[str]:
    time, labels = claim_facts.time_fact(claim), claim_facts.label_facts(claim)
    written = " ".join(claim.value.text.split())
    limits = ", ".join([*([time] if time else []), *claim_facts.limit_facts(claim)]) or "none stated"
    return [
        f'value: "{written}" read as {claim_facts.kind_words(claim)}: {claim_facts.value_words(claim)}',
        claim_facts.subject_fact(claim),
        claim_facts.attribute_fact(claim),
        f"scope: {limits}; {claim.modality}",
        *([f"labels: {'; '.join(labels)}"] if labels else []),
    ]


def _hanging(text: str, look: Look) -> Sequence[str]:
    first, *rest = wrap(safe(text), look.width - 4) or [""]
    return [f"  {first}", *(f"    {line}" for line in rest)]
