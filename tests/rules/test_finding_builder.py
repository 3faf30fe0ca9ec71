"""What a finding shows of its claims: their commonest words, their counted noun, and their former name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.claim import Claim
from checker.rules.finding_builder import finding, fingerprint, label, listed, position, shown, typical
from tests.rules.told import Told, rule, rule_input


def claims(*told: Told) -> list[Claim]:
    found = list(rule_input(told).claims.values())
    assert len(found) == sum(len(t.attributes) for t in told)
    return found


@pytest.mark.parametrize(
    ("value", "expected"), [("born", ("born",)), (["born", "died"], ("born", "died")), (7, ()), ([], ())]
)
def test_a_setting_that_names_several(value: object, expected: tuple[str, ...]) -> None:
    assert listed(rule("order", earlier=value), "earlier") == expected
    assert listed(rule("order"), "earlier") == ()


@pytest.mark.parametrize(
    ("sentence", "value", "attribute", "expected"),
    [
        ("It has 40 beds.", "40", "beds", "40 beds"),
        ("It has 40 of them.", "40", "beds", "40"),
        ("It cost $40.", "$40", "cost", "$40"),
        ("It is 40 miles long.", "40 miles", "length", "40 miles"),
    ],
)
def test_a_value_is_shown_with_what_it_counts(sentence: str, value: str, attribute: str, expected: str) -> None:
    (claim,) = claims(Told(sentence, {value: attribute}))
    assert shown(claim) == expected


def test_the_commonest_words_stand_for_all_and_else_the_shortest() -> None:
    day, date_in_full, again = claims(
        Told("Born 3 May 1871.", {"3 May 1871": "born"}, source="c"),
        Told("Born on May 3, 1871.", {"May 3, 1871": "born"}, source="a"),
        Told("Born on May 3, 1871.", {"May 3, 1871": "born"}, source="b"),
    )
    assert typical([day, date_in_full]) is day
    assert typical([day, date_in_full, again]).value.text == "May 3, 1871"
    found = position([day, again, date_in_full])
    assert (found.value, found.claims) == ("May 3, 1871", (date_in_full.id, again.id, day.id))


def test_severity_and_former_name() -> None:
    left, right = claims(Told("It is 40 miles and 50 km long.", {"40 miles": "length", "50 km": "length"}))
    entry = replace(rule("agreement"), severity="error")
    conflict = finding(entry, "conflict", [[left], [right, right]], "m", ["why", "why"])
    agree = finding(entry, "agree", [[left, right]], "m", ["why"])
    assert (conflict.relation, conflict.severity, conflict.claims) == ("conflict", "error", (left.id, right.id))
    assert (conflict.explanation, len(conflict.fingerprint)) == (("why",), 32)
    assert (agree.relation, agree.severity) == ("agree", "info")
    assert conflict.former not in (None, conflict.fingerprint)
    assert agree.former is None
    assert finding(entry, "conflict", [[left]], "m", [], "warning").severity == "warning"


def test_what_was_called_the_same_before_has_no_former_name() -> None:
    (claim,) = claims(Told("Born in 1871.", {"1871": "born"}))
    found = finding(rule("order"), "conflict", [[claim]], "m", [])
    assert found.former is None
    assert found.fingerprint == fingerprint("a-order", "conflict", [claim])


@pytest.mark.parametrize(("attribute", "expected"), [("founded", "founded"), ("maintenance_cost", "maintenance cost")])
def test_labels(attribute: str, expected: str) -> None:
    known = rule_input([Told("It was in 1871.", {"1871": attribute})])
    (claim,) = known.claims.values()
    assert label(known, claim) == expected
