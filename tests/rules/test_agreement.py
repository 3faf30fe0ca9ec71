"""Sources that give one value agree, those that give two take positions; the finding says who says what and why."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from checker import value_relation
from checker.comparison.facts import facts_of
from checker.model.comparison import Comparison, Relation, Tier
from checker.model.fact import Fact
from checker.model.finding import Finding, Severity
from checker.model.rule_input import RuleInput
from checker.rules import engine
from checker.rules.load import recommended
from tests.readings import agreements, report
from tests.rules.told import Told, findings, rule, rule_input

ONCE = "A thing has one such date or figure for good"
ENDOWED = " In 2019 Calder College had an endowment of $412,300,000."
COLLEGE = "Calder College was founded in 1871 by the Reverend Amos Pike." + ENDOWED
LATER = "Calder College, established in 1875 by the Reverend Amos Pike, lies in Tarn Hill." + ENDOWED
MAY = "In May 1871 the Reverend Amos Pike founded Calder College." + ENDOWED
BRIDGE = "The Harlow Bridge was opened on 9 June 1907 by Queen Matilda. The Harlow Bridge is 412 metres long."
LONGER = "The Harlow Bridge was opened on 9 June 1907 by Queen Matilda. The Harlow Bridge has a length of 455 metres."
TOWN = "Lundby was granted its charter on 2 July 1311. The population of Lundby was 23,400 in 2001."
BIGGER = "Lundby was granted its charter on 2 July 1311. In 2001 the population of Lundby was 29,100."


def conflicts(*texts: str) -> list[Finding]:
    """What the recommended rules say where all claims of one attribute are known to state one fact."""
    told = report(*texts)
    claims = {claim.id: claim for claim in told.claims if claim.attribute in {"founded", "length", "population"}}
    edges = []
    for left, right in combinations(sorted(claims), 2):
        relation, reason = value_relation.relation(claims[left].value, claims[right].value)
        tier: Tier | None = "error" if relation == "conflict" else None
        edges.append(Comparison(left, right, relation, reason, 0.9, tier))
    known = RuleInput(
        claims,
        tuple(edges),
        {checked.source.id: checked.source for checked in told.sources},
        recommended().attributes,
        facts=facts_of(claims, edges),
    )
    rules = [entry for entry in recommended().rules if entry.kind == "agreement"]
    return [finding for finding in engine.run(rules, known).findings if finding.relation == "conflict"]


def positions(finding: Finding) -> list[str]:
    return [position.value for position in finding.positions]


@pytest.mark.parametrize(
    ("texts", "rule", "shown"),
    [
        ((COLLEGE, LATER), "once-only", ["1871", "1875"]),
        ((BRIDGE, LONGER), "once-only", ["412 metres", "455 metres"]),
        ((TOWN, BIGGER), "one-value-at-a-time", ["23,400", "29,100"]),
        ((COLLEGE, MAY, LATER), "once-only", ["1871", "1875"]),
        ((LATER, COLLEGE, MAY), "once-only", ["1871", "1875"]),
    ],
)
def test_positions(texts: tuple[str, ...], rule: str, shown: list[str]) -> None:
    (finding,) = conflicts(*texts)
    assert (finding.rule, finding.kind, finding.status, finding.possible) == (rule, "agreement", "open", False)
    assert finding.severity == "error"
    assert finding.confidence == 0.9
    assert positions(finding) == shown


def test_the_position_of_more_sources_comes_first() -> None:
    (finding,) = conflicts(LATER, COLLEGE, MAY)
    of = {claim.id: claim.source for claim in report(LATER, COLLEGE, MAY).claims}
    assert [[of[claim] for claim in position.claims] for position in finding.positions] == [["b", "c"], ["a"]]
    assert finding.message == "Calder College was founded in 1871 or 1875: b and c against a"


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        ((COLLEGE, LATER), ["Calder College", "founded", "1871", "1875", "a and b disagree"]),
        ((BRIDGE, LONGER), ["Harlow Bridge", "length", "412 metres", "455 metres", "a and b disagree"]),
        ((TOWN, BIGGER), ["Lundby", "population", "23,400", "29,100", "a and b disagree"]),
    ],
)
def test_messages(texts: tuple[str, ...], parts: list[str]) -> None:
    (finding,) = conflicts(*texts)
    assert [part for part in parts if part not in finding.message] == []
    assert "\n" not in finding.message


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (
            (COLLEGE, LATER),
            [ONCE, "the dates lie apart (a, b)", 'a: subject: named in the clause; attribute: "founded"'],
        ),
        ((BRIDGE, LONGER), [ONCE, "the values differ (a, b)"]),
        ((TOWN, BIGGER), ["There is only one such figure at a time", "the values differ (a, b)"]),
    ],
)
def test_explanations(texts: tuple[str, ...], parts: list[str]) -> None:
    (finding,) = conflicts(*texts)
    steps = "\n".join(finding.explanation)
    assert [part for part in parts if part not in steps] == []


@pytest.mark.parametrize(
    ("texts", "shown", "who"),
    [
        ((COLLEGE, MAY), "1871", "a and b"),
        ((COLLEGE, MAY, COLLEGE), "1871", "a, b and c"),
        ((TOWN, "At the 2001 census Lundby had 23,400 inhabitants."), "23,400", "a and b"),
        ((BRIDGE, "The length of the Harlow Bridge is 412 m."), "412 m", "a and b"),
    ],
)
def test_agreements(texts: tuple[str, ...], shown: str, who: str) -> None:
    (finding,) = [one for one in agreements(*texts) if positions(one) == [shown]]
    assert finding.severity == "info"
    assert finding.message.endswith(f" {shown}: {who}")
    assert conflicts(*texts) == []


def test_one_source_alone_agrees_with_nobody() -> None:
    assert agreements(f"{COLLEGE} {COLLEGE}") == []


def test_the_fingerprint_survives_edits_elsewhere() -> None:
    (before,) = conflicts(COLLEGE, LATER)
    (after,) = conflicts("Tarn Hill is a quiet place.\n\n" + COLLEGE, LATER + "\n\nThe chapel has a fine organ.")
    assert before.fingerprint == after.fingerprint
    (other,) = conflicts(COLLEGE, LATER.replace("1875", "1879"))
    assert other.fingerprint != before.fingerprint


def test_another_value_makes_another_finding() -> None:
    three = conflicts(COLLEGE, LATER, COLLEGE.replace("1871", "1866"))
    assert [sorted(positions(finding)) for finding in three] == [["1866", "1871", "1875"]]


def test_each_position_says_once_why_its_claim_is_read_so() -> None:
    (finding,) = conflicts(COLLEGE, LATER, MAY)
    read = [step for step in finding.explanation if ": subject: " in step]
    assert (len(finding.claims), len(finding.positions), len(read)) == (3, 2, 2)
    assert len([step for step in finding.explanation if step.startswith("the dates lie apart")]) == 2


REASON = "the dates lie apart"


def founded(*years: str, tier: Tier | None = "error", attribute: str = "founded") -> RuleInput:
    """One fact, of which each source gives one of the years; they agree where there is no tier."""
    known = rule_input(
        Told(f"Founded in {year}.", {year: attribute}, source=source)
        for year, source in zip(years, "abcd", strict=False)
    )
    relation: Relation = "conflict" if tier else "agree"
    edges = tuple(Comparison(a, b, relation, REASON, 0.9, tier) for a, b in combinations(known.claims, 2))
    by_value: dict[str, list[str]] = {}
    for claim in known.claims.values():
        by_value.setdefault(claim.value.text if tier else "", []).append(claim.id)
    positions = tuple(tuple(claims) for claims in by_value.values())
    return replace(known, comparisons=edges, facts=[Fact(attribute, positions, edges, tier, 0.9)])


@pytest.mark.parametrize(
    ("years", "message"),
    [
        (["1871", "1875"], "Marlow: founded 1871 (a) or 1875 (b)?"),
        (["1871", "1875", "1879"], "Marlow was founded in 1871, 1875 or 1879: a says 1871, b says 1875, c says 1879"),
        (["1875", "1871", "1875"], "Marlow: founded 1875 (a and c) or 1871 (b)?"),
    ],
)
def test_a_message_of_its_own_is_for_two_positions(years: list[str], message: str) -> None:
    worded = "{subject}: {attribute} {left.value} ({left.source}) or {right.value} ({right.source})?"
    entry = replace(rule("agreement"), message=worded)
    assert [f.message for f in findings(entry, founded(*years))] == [message, *agreeing(years)]


def agreeing(years: list[str]) -> list[str]:
    """The messages on what two sources agree on."""
    return ["Marlow was founded in 1875: a and c"] if years.count("1875") > 1 else []


@pytest.mark.parametrize(
    ("set_to", "tier", "severity", "possible"),
    [
        ("error", "error", "error", False),
        ("error", "warning", "warning", False),
        ("error", "possible", "info", True),
        ("warning", "error", "warning", False),
        ("warning", "warning", "warning", False),
        ("warning", "possible", "info", True),
        ("info", "error", "info", False),
        ("info", "warning", "info", False),
    ],
)
def test_only_a_sure_conflict_has_the_rule_s_severity(
    set_to: Severity, tier: Tier, severity: Severity, possible: bool
) -> None:
    entry = replace(rule("agreement"), severity=set_to)
    (found,) = findings(entry, founded("1871", "1875", tier=tier))
    assert (found.severity, found.possible, found.confidence, found.relation) == (severity, possible, 0.9, "conflict")


@pytest.mark.parametrize(
    ("years", "tier", "relations"),
    [
        (["1871", "1871"], None, ["agree"]),
        (["1871"], None, []),
        (["1871", "1871", "1875"], "error", ["conflict", "agree"]),
        (["1871", "1871", "1875"], "possible", ["conflict"]),
        (["1871", "1875"], "warning", ["conflict"]),
    ],
)
def test_two_sources_of_one_position_agree(years: list[str], tier: Tier | None, relations: list[str]) -> None:
    """The agreement of a possible conflict's position is told with its own fact."""
    assert [f.relation for f in findings(rule("agreement"), founded(*years, tier=tier))] == relations


@pytest.mark.parametrize(
    ("options", "attributes", "attribute", "expected"),
    [
        ({}, (), "founded", True),
        ({"holds": ["once"]}, (), "founded", True),
        ({"holds": ["many", "open"]}, (), "founded", False),
        ({"holds": ["many", "open"]}, (), "nothing_known", True),
        ({}, ("founded",), "founded", True),
        ({}, ("opened",), "founded", False),
    ],
)
def test_what_a_rule_speaks_of(
    options: dict[str, list[str]], attributes: tuple[str, ...], attribute: str, expected: bool
) -> None:
    entry = replace(rule("agreement", **options), attributes=attributes)
    assert bool(findings(entry, founded("1871", "1875", attribute=attribute))) is expected


def test_the_surest_steps_are_shown() -> None:
    (found,) = findings(rule("agreement"), founded("1871", "1875", "1879", "1883"))
    assert len([step for step in found.explanation if step.startswith("the dates lie apart")]) == 3
