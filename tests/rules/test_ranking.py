"""In one ranking at one time a thing takes one place; what is no one ranking contradicts nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.comparison import Comparison, Tier
from tests.readings import report
from tests.rules.told import Told, recommended_rule, relations, rule_input

COLLEGE = "Calder College was founded on 3 May 1871 by the Reverend Amos Pike. "
AGAIN = "On 3 May 1871 Amos Pike founded Calder College. "


def found(*texts: str) -> list[tuple[str, str]]:
    return [(f.relation, f.message) for f in report(*texts).findings if f.rule == "one-place"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "In 2004 Calder College ranked eighth in the Ardle Post survey.",
            "Calder College was ranked ninth by the survey of the Ardle Post in 2004.",
        ),
        (
            "Calder College ranked 8th in the Ardle Post survey in 2004.",
            "In 2004 Calder College finished 11th in the survey of the Ardle Post.",
        ),
    ],
)
def test_two_places_in_one_ranking(left: str, right: str) -> None:
    """By this rule, or by the comparison of what both state."""
    (message,) = [f.message for f in report(COLLEGE + left, AGAIN + right).findings if f.relation == "conflict"]
    assert message.startswith(("Calder College is ranked ", "The rank of Calder College is "))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ranked eighth in the Ardle Post survey in 2004.", "ranked ninth in the Ardle Post survey in 2005."),
        ("ranked eighth in the Ardle Post survey in 2004.", "ranked ninth in the Lundby Guide survey in 2004."),
        ("ranked eighth in the Ardle Post survey.", "ranked ninth in the Ardle Post survey."),
        ("ranked eighth in 2004.", "ranked ninth in 2004."),
        ("ranked eighth in the county in 2004.", "ranked ninth in the county in 2004."),
    ],
)
def test_not_one_ranking_for_sure(left: str, right: str) -> None:
    assert found(f"{COLLEGE}Calder College {left}", f"{AGAIN}As a rule Calder College {right}") == []


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        ("Harlow Bridge is the third longest bridge in", "Ardle Viaduct is the third longest bridge in", ["conflict"]),
        ("Harlow Bridge is the third longest bridge in", "Harlow Bridge is the second longest bridge in", ["conflict"]),
        ("Harlow Bridge is the third longest bridge in", "Ardle Viaduct is the fourth longest bridge in", []),
        ("Harlow Bridge is the third longest bridge in", "Ardle Viaduct is the third oldest bridge in", []),
        ("Harlow Bridge is the third longest bridge in", "Ardle Viaduct is the third longest bridge but one in", []),
        ("Harlow Bridge is tied as third longest bridge in", "Ardle Viaduct is tied as third longest bridge in", []),
        ("Harlow Bridge was the third longest bridge in", "Ardle Viaduct was the third longest bridge in", []),
    ],
)
def test_places_in_one_set(one: str, other: str, relations: list[str]) -> None:
    assert [relation for relation, _ in found(f"The {one} Tern County. The {other} Tern County.")] == relations


def test_a_place_told_twice_agrees() -> None:
    told = [
        Told("In 2004 it came eighth in the Ardle Post survey.", {"eighth": "rank"}, source="a", time="2004"),
        Told("It finished eighth in the survey of the Ardle Post.", {"eighth": "rank"}, source="b", time="2004"),
    ]
    timed = rule_input(told)
    claims = {i: replace(c, scope=replace(c.scope, low="2004", high="2004")) for i, c in timed.claims.items()}
    assert relations(recommended_rule("one-place"), replace(timed, claims=claims)) == ["agree"]


def test_what_a_comparison_tells_already_is_told_once() -> None:
    assert not found(
        f"{COLLEGE}In 2004 Calder College came eighth in the Ardle Post survey.",
        "Calder College was placed eighth by the survey of the Ardle Post in 2004.",
    )


@pytest.mark.parametrize(
    ("first", "second", "attribute", "expected"),
    [
        ("eighth", "ninth", "rank", ["conflict"]),
        ("eighth", "ninth", "floor", []),
    ],
)
def test_only_ranks_are_places(first: str, second: str, attribute: str, expected: list[str]) -> None:
    told = [Told(f"It came {place} in the Ardle Post survey.", {place: attribute}) for place in (first, second)]
    assert [c.qualifiers.ranking is not None for c in rule_input(told).claims.values()] == [True, True]
    assert relations(recommended_rule("one-place"), rule_input(told)) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"), [("9", "9", ["conflict"]), ("9", "12", []), (None, "12", []), (None, None, [])]
)
def test_only_a_single_place_is_one(low: str | None, high: str | None, expected: list[str]) -> None:
    told = [Told(f"It came {place} in the Ardle Post survey.", {place: "rank"}) for place in ("eighth", "ninth")]
    known = rule_input(told)
    claims = {
        i: replace(c, value=replace(c.value, low=low, high=high)) if c.value.text == "ninth" else c
        for i, c in known.claims.items()
    }
    assert relations(recommended_rule("one-place"), replace(known, claims=claims)) == expected


@pytest.mark.parametrize(("tier", "expected"), [("error", []), ("warning", []), ("possible", ["conflict"])])
def test_a_conflict_that_is_only_possible_is_not_told_already(tier: Tier, expected: list[str]) -> None:
    known = rule_input(
        Told(f"It came {place} in the Ardle Post survey.", {place: "rank"}) for place in ("eighth", "ninth")
    )
    first, second = known.claims
    reason = "the values differ"
    compared = (Comparison(first, second, "conflict", reason, 0.5, tier),)
    assert relations(recommended_rule("one-place"), replace(known, comparisons=compared)) == expected
