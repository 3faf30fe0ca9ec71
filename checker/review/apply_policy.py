"""Settles which findings of a report are open: waivers in documents, decisions, the baseline, what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model.claim import Claim
from checker.model.decision import Decision, Ruling
from checker.model.finding import Finding, Severity
from checker.model.report import Report
from checker.model.rule import RuleEntry
from checker.review import baseline, inline
from checker.review.decided_pairs import telling
from checker.review.decision_states import apply_decisions
from checker.review.stale_decisions import notices, of_inline, of_stale


@dataclass(frozen=True, slots=True)
class Policy:
    """What decides the status of findings, besides the rules."""

    today: str
    """An ISO day: a decision whose last day is before it has expired."""
    decisions: Sequence[Decision] = ()
    whole: bool = True
    """The run has every source that a decision may name."""
    baseline: Sequence[baseline.Entry] = ()
    changed: Collection[str] | None = None
    """Ids of the sources whose conflicts count; None for all of them."""
    idle: Collection[str] = frozenset()
    """Ids of the rules that this run leaves out: their decisions and waivers are neither used nor reported."""
    overrides: Sequence[Override] = ()
    """Settings for some sources; of several that fit a finding, the last holds."""
    tuned: bool = False
    """Weights were fitted to decisions, which are needed for that even where their conflict is gone by it."""


@dataclass(frozen=True, slots=True)
class Override:
    """Other settings for the findings in which one of ``sources`` takes part."""

    sources: frozenset[str]
    severity: Mapping[str, Severity]
    """By rule id."""
    ignore: frozenset[str]
    """Ids of rules whose findings are left out."""


def settle(report: Report, rules: Sequence[RuleEntry], policy: Policy) -> Report:
    """``report`` with the status of every conflict, and findings for waivers, decisions and entries without effect.

    A waiver in a document is applied first, then a decision, then the baseline. Where ``policy.changed`` names sources,
    an open conflict in which none of them takes part counts as known.
    """
    claims = {claim.id: claim for claim in report.quoted}
    texts = dict(report.texts)
    paths = {checked.source.id: checked.source.path for checked in report.sources}
    written = inline.waivers(texts, paths, {rule.id for rule in rules} | set(policy.idle))
    findings, unused = inline.mark_waived(_overridden(report.findings, claims, policy.overrides), claims, written)
    decided = apply_decisions(
        findings,
        claims,
        [decision for decision in policy.decisions if decision.rule not in policy.idle],
        texts=texts,
        unread={checked.source.id for checked in report.sources if checked.status != "checked"},
        today=policy.today,
        whole=policy.whole,
    )
    rulings = _needed(decided.rulings, rules) if policy.tuned else decided.rulings
    marked = baseline.mark_known(decided.findings, policy.baseline, claims)
    settled = marked.findings
    if policy.changed is not None:
        settled = tuple(_known(f, {claims[c].source for c in f.claims if c in claims}, policy) for f in settled)
    by_print = {finding.fingerprint: finding for finding in settled}
    notes = (
        *notices(rulings, rules, by_print),
        *of_inline([waiver for waiver in unused if waiver.rule not in policy.idle or waiver.problem], rules),
        *of_stale(stale(report, settled, policy), rules),
    )
    return replace(report, findings=(*settled, *notes), rulings=rulings)


def stale(report: Report, findings: Sequence[Finding], policy: Policy) -> tuple[baseline.Entry, ...]:
    """The entries of the baseline whose conflicts are gone; none where something was not checked."""
    if not policy.whole or report.not_checked:
        return ()
    marked = baseline.mark_known(findings, policy.baseline, {claim.id: claim for claim in report.quoted})
    return tuple(entry for entry in marked.stale if entry.rule not in policy.idle)


def _needed(rulings: Sequence[Ruling], rules: Sequence[RuleEntry]) -> tuple[Ruling, ...]:
    """The rulings without those of decisions that have no conflict and tell of what is one fact."""
    told = {id(decision) for decision in telling([ruling.decision for ruling in rulings], rules)}
    return tuple(ruling for ruling in rulings if ruling.state != "unused" or id(ruling.decision) not in told)


def _overridden(
    findings: Iterable[Finding], claims: Mapping[str, Claim], overrides: Sequence[Override]
) -> list[Finding]:
    """The findings that no override leaves out, with the severity that the last fitting one gives."""
    kept: list[Finding] = []
    for finding in findings:
        sources = {claims[claim].source for claim in finding.claims if claim in claims}
        fitting = [override for override in overrides if sources & override.sources]
        if any(finding.rule in override.ignore for override in fitting):
            continue
        severities = [override.severity[finding.rule] for override in fitting if finding.rule in override.severity]
        kept.append(
            replace(finding, severity=severities[-1]) if severities and finding.relation == "conflict" else finding
        )
    return kept


def _known(finding: Finding, sources: Collection[str], policy: Policy) -> Finding:
    if finding.relation != "conflict" or finding.status != "open" or set(sources) & set(policy.changed or ()):
        return finding
    return replace(finding, status="baseline", unchanged=True)
