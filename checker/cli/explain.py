"""The command ``explain``: what a rule means, or why one finding fired, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from checker.cli import output
from checker.cli.arguments import corpus_options
from checker.cli.rules import rule_lines
from checker.model.failure import Failure
from checker.reports.conflicts import KEY_LENGTH, Index, label_of
from checker.reports.quotes import quote_lines
from checker.reports.terminal import Look, safe, wrap

if TYPE_CHECKING:
    from checker.model.claim import Claim
    from checker.model.finding import Finding
    from checker.model.report import Report
    from checker.model.rule import RuleEntry

_LEAST_KEY = 4


@click.command(short_help="Say what a rule means, or why a finding fired.")
@click.argument("name", metavar="RULE|KEY")
@corpus_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def explain(name: str, paths: tuple[str, ...], configured: bool, color: str) -> int:
    """Say what the rule RULE means, or why the finding KEY fired: each step, each claim and its words.

    KEY is the short name that a report shows beside a finding. The documents are checked again for it: give
    the PATHS that were checked, or none where a configuration names them.
    """
    from checker import pipeline
    from checker.corpus import corpus_of, refuse_unknown, rulebook_of

    look = Look(width=output.width(), color=output.colored(color), unicode=output.ornate())
    rules = {rule.id: rule for rule in rulebook_of(configured=configured).rules}
    if name in rules:
        lines = _rule(rules[name], look)
    elif _is_key(name):
        lines = _finding(pipeline.check(corpus_of(paths, configured=configured)), name, look)
    else:
        refuse_unknown([name], list(rules), "rule or key")
    output.say("\n".join(lines) + "\n")
    return 0


def _is_key(name: str) -> bool:
    return len(name) >= _LEAST_KEY and all(char in "0123456789abcdef" for char in name)


def _rule(rule: RuleEntry, look: Look) -> list[str]:
    lines = rule_lines(rule, look)
    if rule.since:
        lines.append(f"    since {safe(rule.since)}")
    for name, setting in rule.options.items():
        lines.append(f"    {safe(name)}: {safe(_shown(setting))}")
    for title, examples in (("conflict", rule.examples.conflict), ("no conflict", rule.examples.agree)):
        for example in examples:
            lines += ["", f"  {title}:"]
            for text in (example,) if isinstance(example, str) else example:
                first, *rest = wrap(safe(text), look.width - 6) or [""]
                lines += [f"    - {first}", *(f"      {line}" for line in rest)]
    return lines


def _shown(setting: object) -> str:
    if isinstance(setting, dict):
        return ", ".join(f"{key} {value}" for key, value in setting.items())
    return ", ".join(map(str, setting)) if isinstance(setting, list | tuple) else str(setting)


def _finding(report: Report, key: str, look: Look) -> list[str]:
    found = [finding for finding in report.findings if finding.fingerprint.startswith(key)]
    if not found:
        raise Failure(
            f"no finding has the key {key}", remedy="check again: keys change when the values they stand for do"
        )
    if len(found) > 1:
        names = ", ".join(finding.fingerprint[: KEY_LENGTH * 2] for finding in found)
        raise Failure(f"{len(found)} findings have keys that begin with {key}", remedy=f"name one: {names}")
    return finding_lines(found[0], report, look)


def finding_lines(finding: Finding, report: Report, look: Look) -> list[str]:
    """Everything known of one finding: its steps, and each claim with its words and how they were read."""
    index = Index({c.source.id: c.source for c in report.sources}, {c.id: c for c in report.claims})
    head = f"{finding.relation}, {finding.severity}, by {safe(finding.rule)}, key {finding.fingerprint}"
    lines = [*wrap(head, look.width), *_hanging(finding.message, look), ""]
    for number, step in enumerate(finding.explanation, 1):
        first, *rest = wrap(safe(step), look.width - 5) or [""]
        lines += [f"{number:3}. {first}", *(f"     {line}" for line in rest)]
    for position in finding.positions:
        lines += ["", look.paint("strong", safe(position.value))]
        for claim in index.claims_of(position.claims):
            lines += _claim(claim, index, look)
    lines += _comparisons(finding, report, look)
    return lines


def _claim(claim: Claim, index: Index, look: Look) -> list[str]:
    """Where a claim stands, its sentence, what was read from it, under which scope and by which words."""
    value, scope = claim.value, claim.scope
    bounds = value.low if value.low == value.high else f"{value.low or '..'} to {value.high or '..'}"
    modifier = value.modifier if value.modifier != "exact" else None
    read = ", ".join(part for part in (bounds, value.unit, modifier, claim.modality) if part)
    held = ", ".join(part for part in (scope.time, scope.place, scope.population, scope.stage) if part)
    facts = [f"{claim.subject_name}, {claim.attribute.replace('_', ' ')}: {read}"]
    facts += [f"scope: {held}"] if held else []
    facts += [claim.basis] if claim.basis else []
    return [
        f"  {label_of(claim, index)}",
        *(f"      {line}" for line in quote_lines([claim], look.width - 6, look)),
        *(f"      {line}" for fact in facts for line in wrap(safe(fact), look.width - 6)),
    ]


def _comparisons(finding: Finding, report: Report, look: Look) -> list[str]:
    """How the finding's claims compare with each other, one line for each reason."""
    inside = set(finding.claims)
    reasons: dict[str, int] = {}
    for comparison in report.comparisons:
        if comparison.left in inside and comparison.right in inside:
            reason = f"{comparison.relation}: {comparison.reason}"
            reasons[reason] = reasons.get(reason, 0) + 1
    if not reasons:
        return []
    lines = ["", "compared:"]
    for reason, times in reasons.items():
        lines += _hanging(reason if times == 1 else f"{reason} ({times} times)", look)
    return lines


def _hanging(text: str, look: Look) -> Sequence[str]:
    return [f"  {line}" for line in wrap(safe(text), look.width - 2)]
