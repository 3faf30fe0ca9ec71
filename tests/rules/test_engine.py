"""Every rule is applied to all that it can be applied to: what fails is named, what is said twice is said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from checker.model.comparison import Comparison, Relation, Tier
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import engine
from tests.rules.told import Told, recommended_rule, rule, rule_input

AGREED = "equal"

BORN = recommended_rule("born-before-died")
CONVERSION = recommended_rule("converted-right")


def life(source: str) -> list[Told]:
    return [
        Told("Born in 1871.", {"1871": "born"}, source=source),
        Told("Died in 1869.", {"1869": "died"}, source=source),
    ]


Apply = Callable[[RuleEntry, RuleInput], list[Finding]]


def failing_on(source: str, apply: Apply) -> Apply:
    """The kind of rule, which fails wherever a source is among what it looks at."""

    def broken(entry: RuleEntry, known: RuleInput) -> list[Finding]:
        if any(claim.source == source for claim in known.claims.values()):
            raise ValueError(f"bad {source}")
        return apply(entry, known)

    return broken


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rules "order" and "conversion" fail wherever source b is among what they look at."""
    for kind in ("order", "conversion"):
        monkeypatch.setitem(engine.KINDS, kind, failing_on("b", engine.KINDS[kind]))
    yield


@pytest.mark.usefixtures("failing")
def test_a_source_that_a_rule_fails_on_is_named_and_the_others_are_checked() -> None:
    known = rule_input([*life("a"), *life("b"), *life("c")])
    outcome = engine.run([BORN], known)
    assert {known.claims[i].source for f in outcome.findings for i in f.claims} == {"a", "c"}
    assert [(missed.source, missed.rule) for missed in outcome.not_checked] == [("b", BORN.id)]


@pytest.mark.usefixtures("failing")
def test_comparisons_with_a_source_left_out_are_left_out() -> None:
    known = rule_input([*life("a"), *life("b"), *life("c")], linked=True)
    assert {(known.claims[c.left].source, known.claims[c.right].source) for c in known.comparisons} == {
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    }
    outcome = engine.run([BORN], known)
    assert [missed.source for missed in outcome.not_checked] == ["b"]
    assert len(outcome.findings) == 2


@pytest.mark.usefixtures("failing")
def test_a_local_rule_that_fails_is_applied_to_each_source() -> None:
    told = [Told("It is 14 miles (22.5 km) long.", {"14 miles": "l", "22.5 km": "l"}, source=s) for s in "abc"]
    outcome = engine.run([CONVERSION], rule_input(told))
    assert [f.relation for f in outcome.findings] == ["agree", "agree"]
    assert [(missed.source, missed.rule) for missed in outcome.not_checked] == [("b", CONVERSION.id)]


def test_the_order_of_findings() -> None:
    told = [
        *life("a"),
        Told("It is 14 miles (25 km) long.", {"14 miles": "length", "25 km": "length"}),
        Told("It is 10 miles (16 km) long.", {"10 miles": "length", "16 km": "length"}),
    ]
    outcome = engine.run([CONVERSION, replace(BORN, id="in-order")], rule_input(told))
    assert [(f.relation, f.severity, f.rule) for f in outcome.findings] == [
        ("conflict", "error", "in-order"),
        ("conflict", "warning", CONVERSION.id),
        ("agree", "info", CONVERSION.id),
    ]
    assert outcome.not_checked == ()


def test_what_one_source_says_twice_is_one_finding() -> None:
    sentence = "It is 14 miles (25 km) long."
    told = [Told(sentence, {"14 miles": "length", "25 km": "length"}) for _ in range(2)]
    (found,) = engine.run([CONVERSION], rule_input(told)).findings
    assert len(found.claims) == 4
    assert [len(position.claims) for position in found.positions] == [2, 2]


def fact(tier: Tier | None, confidence: float, *claims: str) -> Fact:
    """A fact of the claims, which agree, or conflict each with all others."""
    relation: Relation = "conflict" if tier else "agree"
    edges = tuple(Comparison(a, b, relation, AGREED, confidence, tier) for a, b in combinations(claims, 2))
    positions = tuple((claim,) for claim in claims) if tier else (claims,)
    return Fact("staff", positions, edges, tier, confidence)


def staff(*sources: str) -> RuleInput:
    return rule_input([Told(f"It has {40 + n}.", {str(40 + n): "staff"}, source=s) for n, s in enumerate(sources)])


def test_conflicts_that_are_only_possible_stand_apart_the_surest_first() -> None:
    known = staff("a", "b", "c", "d")
    a, b, c, d = known.claims
    facts = [fact("possible", 0.4, a, b), fact("possible", 0.5, b, c), fact("warning", 0.7, c, d)]
    outcome = engine.run([rule("agreement")], replace(known, facts=facts))
    assert [(f.severity, f.confidence, f.possible) for f in outcome.findings] == [("warning", 0.7, False)]
    assert [(f.claims, f.confidence, f.possible) for f in outcome.possible] == [
        ((b, c), 0.5, True),
        ((a, b), 0.4, True),
    ]


def test_of_a_fact_the_claims_of_other_sources_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two positions still conflict where a rule fails on the source of a third one."""
    known = staff("a", "b", "c", "d")
    a, b, c, d = known.claims
    known = replace(known, facts=[fact("error", 0.9, a, b, c), fact("warning", 0.7, b, d)])
    monkeypatch.setitem(engine.KINDS, "agreement", failing_on("b", engine.KINDS["agreement"]))
    outcome = engine.run([rule("agreement")], known)
    assert [(f.relation, sorted(f.claims), f.confidence) for f in outcome.findings] == [("conflict", [a, c], 0.9)]
    assert [missed.source for missed in outcome.not_checked] == ["b"]


def test_facts_of_a_source_that_a_rule_fails_on_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    known = staff("a", "b", "c")
    a, b, c = known.claims
    known = replace(known, facts=[fact(None, 0.9, a, c), fact(None, 0.9, a, b)])
    monkeypatch.setitem(engine.KINDS, "agreement", failing_on("b", engine.KINDS["agreement"]))
    outcome = engine.run([rule("agreement")], known)
    assert [f.claims for f in outcome.findings] == [(a, c)]
    assert [missed.source for missed in outcome.not_checked] == ["b"]
