"""Makes findings of decisions that no longer decide anything: expired, orphaned and unused ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from checker.model.decision import Decision, Ruling
from checker.model.finding import Finding
from checker.model.rule import RuleEntry

_SAID = {
    "expired": "the decision '{verdict}' on {what} ended on {expires}",
    "orphaned": "the decision '{verdict}' on {what} names a source or a sentence that is gone",
    "unused": "the decision '{verdict}' on {what} is not needed: there is no such conflict any more",
}
_REMEDY = {
    "expired": "decide again: check-claims decide {key} --verdict ...",
    "orphaned": "remove it from {where}, or put back what it names",
    "unused": "remove it from {where}",
}


def notices(
    rulings: Iterable[Ruling], rules: Sequence[RuleEntry], findings: Mapping[str, Finding]
) -> tuple[Finding, ...]:
    """A finding for each decision in a state that one of ``rules`` (of the kind ``decision``) is about."""
    by_state = {str(rule.options.get("state")): rule for rule in rules if rule.kind == "decision"}
    found = [_notice(r, by_state[r.state], findings.get(r.fingerprint or "")) for r in rulings if r.state in by_state]
    return tuple(sorted(found, key=lambda f: (f.rule, f.message, f.fingerprint)))


def _notice(ruling: Ruling, rule: RuleEntry, about: Finding | None) -> Finding:
    decision = ruling.decision
    what = f"{decision.subject.replace('_', ' ')}, {decision.attribute.replace('_', ' ')}"
    said = {
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
        _SAID[ruling.state].format(**said),
        (f"decided by {decision.by} on {decision.on}", _REMEDY[ruling.state].format(**said)),
        _fingerprint(rule, decision),
    )


def _fingerprint(rule: RuleEntry, decision: Decision) -> str:
    values = "|".join(f"{source}:{digest}" for source, digest in decision.values)
    parts = (rule.id, decision.rule, decision.subject, decision.attribute, values, decision.expires or "")
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
