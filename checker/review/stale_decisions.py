"""Reports decisions, waivers and baseline entries that no longer apply, as findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from checker.model.decision import Decision, Ruling
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.review.baseline import Entry
from checker.review.inline import Inline

_SAID = {
    "expired": "The decision '{verdict}' on {what} ended on {expires}",
    "orphaned": "The decision '{verdict}' on {what} names a source or a sentence that is gone",
    "unused": "The decision '{verdict}' on {what} is not needed: there is no such conflict any more",
}
_REMEDY = {
    "expired": "decide again: check-claims decide {key} --verdict ...",
    "orphaned": "remove it: check-claims decide --prune, or restore what it names ({where})",
    "unused": "remove it: check-claims decide --prune ({where})",
}


def notices(
    rulings: Iterable[Ruling], rules: Sequence[RuleEntry], findings: Mapping[str, Finding]
) -> tuple[Finding, ...]:
    """A finding for each decision in a state that one of ``rules`` (of the kind ``decision``) is about."""
    by_state = _by_state(rules)
    found = [_notice(r, by_state[r.state], findings.get(r.fingerprint or "")) for r in rulings if r.state in by_state]
    return tuple(sorted(found, key=lambda f: (f.rule, f.message, f.fingerprint)))


def _notice(ruling: Ruling, rule: RuleEntry, about: Finding | None) -> Finding:
    decision = ruling.decision
    what = f"{decision.subject.replace('_', ' ')}, {decision.attribute.replace('_', ' ')}"
    message = {
        "verdict": decision.verdict,
        "what": f"{what} ({', '.join(decision.sources)})",
        "expires": decision.expires or "",
        "key": (ruling.fingerprint or "")[:8],
        "where": decision.where,
    }
    return Finding(
        rule.id,
        rule.kind,
        rule.severity,
        "conflict",
        about.claims if about is not None else (),
        about.positions if about is not None else (),
        _SAID[ruling.state].format(**message),
        (f"decided by {decision.by} on {decision.on}", _REMEDY[ruling.state].format(**message)),
        _fingerprint(rule, decision),
    )


def of_inline(idle: Iterable[Inline], rules: Sequence[RuleEntry]) -> tuple[Finding, ...]:
    """A finding for each waiver in a document that is not in order, or that covers no conflict."""
    by_state = _by_state(rules)
    found = []
    for waiver in idle:
        rule = by_state.get("inline-broken" if waiver.problem else "inline-unused")
        if rule is not None:
            about = f"The waiver in {waiver.source}, line {waiver.line}"
            message = (
                f"{about}, {waiver.problem}" if waiver.problem else f"{about}, covers no conflict of {waiver.rule}"
            )
            remedy = "write <!-- check-claims: ignore RULE why -->" if waiver.problem else "remove it"
            parts = (waiver.source, waiver.rule, waiver.reason, waiver.problem)
            bare = _bare(rule, message, (remedy,), parts)
            found.append(replace(bare, about=(waiver.source, waiver.line)))
    return tuple(found)


def of_stale(entries: Iterable[Entry], rules: Sequence[RuleEntry]) -> tuple[Finding, ...]:
    """A finding for each conflict of the baseline that is gone."""
    rule = _by_state(rules).get("baseline-stale")
    if rule is None:
        return ()
    remedy = ("remove it: check-claims check --prune",)
    message = "The baseline lists a conflict that is gone: {}"
    return tuple(_bare(rule, message.format(entry.message), remedy, (entry.fingerprint,)) for entry in entries)


def _bare(rule: RuleEntry, message: str, steps: tuple[str, ...], parts: tuple[str, ...]) -> Finding:
    """A finding about no claim."""
    return Finding(rule.id, rule.kind, rule.severity, "conflict", (), (), message, steps, _digest(rule.id, *parts))


def _by_state(rules: Sequence[RuleEntry]) -> dict[str, RuleEntry]:
    return {str(rule.options.get("state")): rule for rule in rules if rule.kind == "decision"}


def _fingerprint(rule: RuleEntry, decision: Decision) -> str:
    values = "|".join(f"{source}:{digest}" for source, digest in decision.values)
    return _digest(rule.id, decision.rule, decision.subject, decision.attribute, values, decision.expires or "")


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
