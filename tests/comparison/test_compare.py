"""Statements that are of one fact are held against each other: by which of their claims, and with what result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from checker.comparison import confidence, scoring
from checker.comparison.compare import allowance, compare, judged, representatives, tally_of
from checker.comparison.features import FEATURES, RIVAL_FEATURES
from checker.comparison.profiles import Profile
from checker.comparison.scoring import ScoredPair, Weights
from checker.comparison.thresholds import LIKELY
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.rule import AttributeEntry
from tests.comparison.stated import book, laid_out, records_of, stated

SURE, UNSURE = 50.0, -50.0
RULES = book(gates={"value": "count"}, boats={"value": "count"})

NOTHING_MEASURED = (0.0,) * len((*FEATURES, *RIVAL_FEATURES))


def said(score: float, left: Claim, right: Claim, rules: Any = RULES) -> Comparison | None:
    ready = laid_out(left, right, rules=rules)
    one, other = ready.profiles
    tally = tally_of(ready.profiles, [ScoredPair(0, 1, NOTHING_MEASURED, score)], ready.folder)
    found = judged(one, other, score, ready.folder, tally, NOTHING_MEASURED)
    assert judged(other, one, score, ready.folder, tally, NOTHING_MEASURED) == found
    return found


def gates(figure: int, source: str = "a", **changes: Any) -> Claim:
    return stated(f"It has {figure} gates.", f"{figure} gates", source=source, **changes)


@pytest.mark.parametrize(
    ("score", "left", "right", "relation", "tier"),
    [
        (SURE, "40 gates", "43 gates", "conflict", "error"),
        (UNSURE, "40 gates", "43 gates", None, None),
        (SURE, "40 gates", "40 gates", "agree", None),
        (UNSURE, "40 gates", "40 gates", None, None),
        (SURE, "about 40 gates", "41 gates", "compatible", None),
        (SURE, "$40", "£43", None, None),
        (SURE, "$40", "43", "conflict", "error"),
        (SURE, "$40", "40", "agree", None),
    ],
)
def test_how_two_statements_stand(score: float, left: str, right: str, relation: str | None, tier: str | None) -> None:
    found = said(score, stated(f"It has {left}.", left), stated(f"It has {right}.", right, source="b"))
    assert (found and (found.relation, found.tier)) == (relation and (relation, tier))
    if found:
        assert 0 < found.score <= 1
        assert (found.left, found.right) == ("a-0-7", "b-0-7")
        assert found.reason


def test_the_tier_follows_the_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    for tier, least in confidence.tiers().items():
        for sure, expected in ((least, tier), (least - 0.0001, None)):
            monkeypatch.setattr(confidence, "of_conflict", lambda _, sure=sure: sure)
            found = said(0.0, gates(40), gates(43, "b"))
            assert (found.tier == tier if found else False) is (expected is not None)
    least = confidence.least_agreement()
    for sure in (least, least - 0.0001):
        monkeypatch.setattr(confidence, "of_agreement", lambda _, sure=sure: sure)
        assert (said(0.0, gates(40), gates(40, "b")) is not None) is (sure == least)


def test_how_the_values_stand_is_said_in_words() -> None:
    for figure, expected in ((43, "the values differ"), (40, "the same value")):
        found = said(SURE, gates(40), gates(figure, "b"))
        assert found is not None
        assert type(found.reason) is str
        assert found.reason == expected


@pytest.mark.parametrize(("score", "likely"), [(LIKELY, True), (LIKELY - 0.001, False)])
def test_only_likely_pairs_tell_how_two_documents_stand(score: float, likely: bool) -> None:
    claims = [gates(40), gates(43, "b"), gates(57, start=100), gates(57, "b", start=100), gates(43, start=200)]
    ready = laid_out(*claims, rules=RULES)
    at = {claim.id: n for n, profile in enumerate(ready.profiles) for claim in profile.claims}
    pairs = [
        ScoredPair(at[claims[a].id], at[claims[b].id], NOTHING_MEASURED, score)
        for a, b in ((2, 3), (4, 1), (4, 3), (0, 1))
    ]
    left, right = (ready.profiles[at[claim.id]] for claim in claims[:2])
    tally = tally_of(ready.profiles, pairs, ready.folder)
    found = tally.stated(left, right, "conflict", score, ready.folder, NOTHING_MEASURED)
    assert (found.agreeing, found.differing, found.told) == ((2, 1, 1) if likely else (0, 0, 0))


def test_values_within_their_rule_s_tolerance_are_no_conflict_of_two_documents() -> None:
    near = book(gates={"value": "count", "compare": {"tolerance": "10%"}})
    for rules, expected in ((near, 0), (RULES, 1)):
        claims = [gates(40), gates(57, "b"), gates(123, start=100), gates(127, "b", start=100)]
        ready = laid_out(*claims, rules=rules)
        at = {claim.id: n for n, profile in enumerate(ready.profiles) for claim in profile.claims}
        pairs = [ScoredPair(at[claims[2].id], at[claims[3].id], NOTHING_MEASURED, SURE)]
        left, right = (ready.profiles[at[claim.id]] for claim in claims[:2])
        tally = tally_of(ready.profiles, pairs, ready.folder)
        found = tally.stated(left, right, "conflict", UNSURE, ready.folder, NOTHING_MEASURED)
        assert (found.agreeing, found.differing) == (0, expected)


def test_what_agrees_is_kept_apart_by_no_rule_on_one_value_for_each() -> None:
    """Without a time nobody knows whether two figures exclude each other; the same figure is still the same."""
    timed = book(gates={"value": "count", "compare": {"one_value_per": ["subject", "time"]}})
    assert said(SURE, gates(40), gates(43, "b"), timed) is None
    found = said(SURE, gates(40), gates(40, "b"), timed)
    assert found is not None
    assert found.relation == "agree"


def test_a_veto_outweighs_any_score() -> None:
    """Values that exclude each other and those that are the same."""
    for figure in (43, 40):
        assert said(SURE, gates(40), gates(figure, "b")) is not None
        assert said(SURE, gates(40, modality="negated"), gates(figure, "b")) is None


def together(*claims: Claim) -> Profile:
    (found,) = laid_out(*claims, rules=RULES).profiles
    return found


def test_claims_of_one_attribute_stand_for_their_statements() -> None:
    one, other = gates(40), gates(43, "b")
    boats = [replace(claim, id=f"{claim.id}-x", attribute="boats") for claim in (one, other)]
    names = [
        tuple(claim.attribute for claim in representatives(together(*left), together(*right)))
        for left, right in (
            ([one, boats[0]], [other, boats[1]]),
            ([one, boats[0]], [other]),
            ([one], [boats[1]]),
            ([boats[0]], [other, boats[1]]),
        )
    ]
    assert names == [("boats", "boats"), ("gates", "gates"), ("gates", "boats"), ("boats", "boats")]


def test_an_attribute_of_the_vocabulary_is_not_one_in_own_words() -> None:
    one, other = together(gates(40, open=True)), together(gates(43, "b"))
    assert [claim.open for claim in representatives(one, other)] == [True, False]


@pytest.mark.parametrize(
    ("entry", "tolerance", "about"),
    [
        (None, Decimal(0), None),
        ({}, Decimal(0), None),
        ({"tolerance": "2%"}, Decimal("0.02"), None),
        ({"tolerance": "2%", "approximate": "15%"}, Decimal("0.02"), Decimal("0.15")),
    ],
)
def test_what_the_rules_allow(entry: Mapping[str, Any] | None, tolerance: Decimal, about: Decimal | None) -> None:
    made = None
    if entry is not None:
        made = TypeAdapter(AttributeEntry).validate_python({"value": "count", "compare": entry})
    found = allowance(made)
    assert (found.tolerance, found.about) == (tolerance, about)


def test_the_tolerance_of_the_attribute_that_both_state() -> None:
    near = book(gates={"value": "count", "compare": {"tolerance": "10%"}}, boats={"value": "count"})
    left, right = gates(123), gates(127, "b")
    assert [found.relation for found in (said(SURE, left, right, near), said(SURE, left, right)) if found] == [
        "compatible",
        "conflict",
    ]
    other = said(SURE, left, gates(127, "b", attribute="boats"), near)
    assert other is not None
    assert other.relation == "conflict"


def nothing_but(**weights: float) -> Weights:
    among = tuple(weights.get(feature.name, 0.0) for feature in (*FEATURES, *RIVAL_FEATURES))
    return Weights((0.0,) * len(FEATURES), 0.0, among, weights.get("always", 0.0))


def test_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three documents, two agree and one conflicts with both; a fourth tells of another thing."""
    monkeypatch.setattr(scoring, "weights", lambda: nothing_but(always=UNSURE, same_subject=SURE - UNSURE))
    claims = [gates(40), gates(40, "b"), gates(43, "c"), gates(57, "d", subject="osier_mill")]
    found = compare(records_of(claims), RULES)
    assert [(c.left, c.right, c.relation, c.tier) for c in found.comparisons] == [
        ("a-0-7", "b-0-7", "agree", None),
        ("a-0-7", "c-0-7", "conflict", "error"),
        ("b-0-7", "c-0-7", "conflict", "error"),
    ]
    (fact,) = found.facts
    assert sorted(map(sorted, fact.positions)) == [["a-0-7", "b-0-7"], ["c-0-7"]]
    assert {(c.left, c.right) for c in fact.comparisons} == {(c.left, c.right) for c in found.comparisons}
    assert {profile.source for profile in found.profiles} == set("abcd")
    assert found.claims == tuple(sorted(found.claims, key=lambda c: [claim.id for claim in found.claims].index(c.id)))


def test_nothing_is_compared_of_nothing() -> None:
    found = compare([], RULES)
    assert (found.comparisons, found.facts, found.pairs, found.claims) == ((), (), (), ())


CENSUS = "Tarn Weir had 57 gates in all at the count of {}."


def census(year: int, source: str, sentence: str = CENSUS) -> Claim:
    return stated(sentence.format(year), str(year), "as_of", source=source)


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (census(1856, "b"), "conflict"),
        (census(1851, "b"), None),
        (census(1856, "b", "Tarn Weir had 57 gates in all by the count of {}."), None),
    ],
)
def test_the_date_of_a_value_is_compared_where_the_whole_sentence_is_said_again(
    other: Claim, relation: str | None
) -> None:
    found = said(SURE, census(1851, "a"), other)
    assert (found and found.relation) == relation
