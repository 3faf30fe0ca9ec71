"""Puts the path from two sentences to a verdict into lines: what was read, of what, and how it compares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.cli import claim_facts, parts
from checker.language.markup import without_marks
from checker.model.finding import RIVALS
from checker.reports.conflicts import Index, grade_of, label_of, sureness
from checker.reports.position_summary import summary_of
from checker.reports.quotes import quote_lines
from checker.reports.terminal import Look, safe, wrap

if TYPE_CHECKING:
    from checker.comparison import Compared
    from checker.comparison.explanation import PairExplanation, Weighed
    from checker.model.claim import Claim
    from checker.model.finding import Finding
    from checker.model.report import Report

_MOST_PAIRS = 3
_MOST_SHOWN = 3
_LEAST_SHOWN = 0.2
"""Of each group of features so many are shown, and none that says less."""
GROUPS = {
    "subject": "what they are about",
    "attribute": "what they state of it",
    "words": "the words around the values",
    "labels": "rows, columns, keys and headings",
    "scope": "time, place, group and stage",
    "documents": "their documents",
    "rivals": "beside other statements that might match",
}
"""The groups of features, as people read them."""


def finding_lines(finding: Finding, report: Report, look: Look) -> list[str]:
    """What a report knows of one finding: its steps, who holds what, and how each claim was read."""
    index = Index({c.source.id: c.source for c in report.sources}, {c.id: c for c in report.quoted})
    grade = grade_of(finding)
    sure = [found] if (found := sureness(finding)) else []
    head = ", ".join([finding.relation, grade, *sure, f"by {safe(finding.rule)}", f"key {finding.fingerprint}"])
    lines = [*wrap(head, look.width), *_hanging(finding.message, look), ""]
    for number, step in enumerate(finding.explanation, 1):
        first, *rest = wrap(safe(step), look.width - 5) or [""]
        lines += [f"{number:3}. {first}", *(f"     {line}" for line in rest)]
    for position in finding.positions:
        lines += ["", look.paint("strong", safe(without_marks(position.value)))]
        if finding.kind in RIVALS and position.sources:
            lines += _hanging(summary_of(position), look)
        for claim in index.claims_of(position.claims):
            lines += claim_lines(claim, index, look)
    return lines


def basis_lines(finding: Finding, compared: Compared, look: Look) -> list[str]:
    """The comparisons that a finding rests on: those of its relation first, at most a few."""
    inside = set(finding.claims)
    chosen = [c for c in compared.comparisons if c.left in inside and c.right in inside]
    chosen.sort(key=lambda c: (c.relation != finding.relation, -c.score))
    claims = {claim.id: claim for claim in compared.claims if claim.id in inside}
    pairs = [(claims[c.left], claims[c.right]) for c in chosen[:_MOST_PAIRS]]
    return [line for a, b in pairs for line in ("", *pair_lines(a, b, compared, look))]


def claim_lines(claim: Claim, index: Index, look: Look) -> list[str]:
    """The place of a claim, its sentence, and each thing that was read from it with its reason.

    Of words that take part in a finding and are no claim, the place and the sentence alone.
    """
    if claim.origin == "term":
        quote = quote_lines([claim], look.width - 6, look, heads=index.heads)
        return [f"  {label_of(claim, index)}", *(f"      {line}" for line in quote)]
    return [
        f"  {label_of(claim, index)}, claim {safe(claim.id)}",
        *(f"      {line}" for line in quote_lines([claim], look.width - 6, look, heads=index.heads)),
        *(f"      {line}" for fact in _facts(claim) for line in wrap(safe(fact), look.width - 6)),
    ]


def pair_lines(left: Claim, right: Claim, compared: Compared, look: Look) -> list[str]:
    """How two claims stand, and what spoke for one fact and against it."""
    found = parts.comparison_explanation.trace(left, right, compared)
    head = look.paint("strong", f"{safe(left.id)} and {safe(right.id)}")
    lines = [head, *_hanging(found.verdict, look)]
    if not found.verdict.endswith(found.values):
        lines += _hanging(f"values: {found.values}", look)
    lines += [line for words in found.vetoes for line in _hanging(f"cannot be one fact: {words}", look)]
    if found.score is not None:
        lines += _waterfall(found, look)
    return lines


def _waterfall(found: PairExplanation, look: Look) -> list[str]:
    """Whether both state one fact as a sum: what each group of features says, the largest first, and its main ones."""
    lines = list(_hanging("do both state one fact? points for (+) and against (-):", look))
    groups: dict[str, list[Weighed]] = {}
    for entry in found.weighed:
        groups.setdefault(entry.group, []).append(entry)
    sums = {group: sum(entry.part for entry in entries) for group, entries in groups.items()}
    for group in sorted(sums, key=lambda group: (-abs(sums[group]), group)):
        lines += _part(sums[group], GROUPS.get(group, group), look, 4)
        for entry in [one for one in groups[group] if abs(one.part) >= _LEAST_SHOWN][:_MOST_SHOWN]:
            lines += _part(entry.part, entry.words, look, 12)
    lines += _part(found.always, "to begin with, as for every pair", look, 4)
    sure = f": with how the two values look beside each other, {min(found.sure, 0.99):.0%} sure"
    total = "in all" + ("" if found.vetoes else sure)
    return lines + _part(found.score or 0.0, total, look, 4)


def _part(points: float, words: str, look: Look, indent: int) -> list[str]:
    """``+0.41  words``, later lines under the words."""
    head = f"{' ' * indent}{points:+6.2f}  "
    first, *more = wrap(safe(words), look.width - len(head)) or [""]
    return [head + first, *(" " * len(head) + line for line in more)]


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
