"""Judges what must fit together within one document, as the constraints found there say.

A constraint that fits is counted and gives no finding. One that does not is a conflict of two positions: what the
document states, and what follows from the other words that take part. It is only possible where something else may be
meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from checker import extras
from checker.model.constraint import Constraint
from checker.model.finding import Finding, NotChecked, Position
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline, significance
from checker.rules.finding_builder import fingerprint, listed

FORMS: Mapping[str, tuple[str, ...]] = {
    "arithmetic": ("change", "difference", "ratio", "average", "rate", "unit", "product"),
    "calendar": ("weekday", "missing-day", "outside"),
    "enumeration": ("items", "named"),
    "impossible": ("over-whole", "negative", "clock", "placeholder", "passed"),
    "partition": ("flow", "parts"),
    "reference": ("target", "number", "note"),
    "restatement": ("slip",),
    "share": ("percent", "of"),
    "spelled": ("figure", "amount", "share"),
    "statistic": ("p-value", "decision", "zero", "interval", "mean", "percentage"),
    "table": ("column", "row", "balance", "change", "share", "shares", "rate", "average"),
    "terminology": ("expansion", "definition"),
    "timespan": ("order", "duration", "age", "anniversary", "deadline"),
}
"""By kind of constraint its forms, which ``of`` under the options of a rule may name."""
_POSSIBLE = 0.5
"""How sure a conflict is where something else may be meant."""


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """The constraints of the rule's kind, and of the forms that it names, that do not fit."""
    forms = _forms(rule)
    tolerance = float(str(rule.options.get("tolerance", "1")))
    return [
        _finding(rule, constraint, given)
        for source in sorted(given.constraints)
        for constraint in _worked_out(rule, given.constraints[source].found)
        if constraint.kind == rule.kind and constraint.form in forms and constraint.off > tolerance
    ]


def unapplied(rule: RuleEntry, given: RuleInput) -> list[NotChecked]:
    """The sources with a test that the rule is for, where the library that works them out is not installed."""
    if rule.kind != "statistic" or significance.FORMS.isdisjoint(_forms(rule)):
        return []
    reason = extras.no_p_values()
    if reason is None:
        return []
    tested = [s for s, held in given.constraints.items() if any(one.test is not None for one in held.found)]
    return [NotChecked(source, rule.id, reason) for source in sorted(tested)]


def _forms(rule: RuleEntry) -> Collection[str]:
    return listed(rule, "of") or FORMS[rule.kind]


def _worked_out(rule: RuleEntry, found: Sequence[Constraint]) -> Iterator[Constraint]:
    """The constraints with those that a rule works out itself as they stand at its level of significance."""
    tests = [one for one in found if one.test is not None] if rule.kind == "statistic" else []
    yield from (constraint for constraint in found if constraint.test is None)
    if tests and extras.no_p_values() is None:
        yield from significance.judged(tests, str(rule.options.get("alpha", significance.ALPHA)))


def _finding(rule: RuleEntry, constraint: Constraint, given: RuleInput) -> Finding:
    names = constraint.stated + constraint.given
    terms = [given.terms[name] for name in names]
    positions = (Position(constraint.says, constraint.stated), Position(constraint.expected, constraint.given))
    return Finding(
        rule.id,
        rule.kind,
        rule.severity,
        "conflict",
        names,
        positions,
        headline.misfit(given, constraint, terms),
        (rule.why, constraint.sum),
        fingerprint(rule.id, "conflict", terms),
        confidence=1.0 if constraint.sure else _POSSIBLE,
        possible=not constraint.sure,
    )
