"""The fit that ranks candidates: what tells the right one gets the weight, and the same data gives the same weights."""

from __future__ import annotations

import random

import pytest

from training.conditional_logit import Group, accuracy, best_is_right, fit

NAMES = ("early", "loud", "same", "never")


def groups(count: int = 60, seed: int = 7) -> list[Group]:
    """Questions of four candidates: the early one is right, but for one in ten, however loud it is."""
    chance = random.Random(seed)
    made = []
    for n in range(count):
        early = chance.randrange(4)
        answer = early if n % 10 else (early + 1) % 4
        features = [{"early": float(c == early), "loud": chance.random(), "same": 1.0} for c in range(4)]
        made.append(Group(features, [c == answer for c in range(4)]))
    return made


def test_what_tells_the_right_one_gets_the_weight() -> None:
    weights = fit(groups(), NAMES)
    assert weights["early"] > 2 and weights["early"] > 4 * abs(weights["loud"])
    assert weights["same"] == 0, "what all candidates have tells none from another"
    assert weights["never"] == 0, "nothing is known of what no candidate has"
    assert accuracy(groups(seed=8), weights) == pytest.approx(0.9)


def test_what_speaks_against_it_gets_a_weight_below_nothing() -> None:
    made = [Group([{"late": 1.0}, {}], [False, True]), Group([{}, {"late": 1.0}], [True, False])] * 5
    assert fit(made, ["late"])["late"] < 0


@pytest.mark.parametrize("made", [[], [Group([{"early": 1.0}, {}], [False, False])]])
def test_without_a_right_candidate_nothing_has_a_weight(made: list[Group]) -> None:
    assert fit(made, NAMES) == dict.fromkeys(NAMES, 0.0)


def test_without_features_nothing_has_a_weight() -> None:
    assert fit(groups(), []) == {}


def test_the_same_data_gives_the_same_weights() -> None:
    assert fit(groups(), NAMES) == fit(groups(), NAMES)
    assert list(fit(groups(), NAMES)) == list(NAMES)


def test_a_stronger_pull_makes_weights_smaller() -> None:
    assert fit(groups(), NAMES, strength=1000.0)["early"] < fit(groups(), NAMES, strength=1.0)["early"] / 2


def test_the_scale_of_a_feature_does_not_decide() -> None:
    tenfold = [Group([f | {"early": 10 * f["early"]} for f in g.features], g.right) for g in groups()]
    assert fit(tenfold, NAMES)["early"] * 10 == pytest.approx(fit(groups(), NAMES)["early"], abs=0.01)


def test_a_group_without_a_right_candidate_teaches_nothing() -> None:
    unanswered = Group([{"loud": 1.0}, {}], [False, False])
    assert fit([*groups(), *[unanswered] * 9], NAMES) == fit(groups(), NAMES)


def test_a_heavier_group_counts_for_more() -> None:
    for_it, against = ([{"loud": 1.0}, {}], [True, False]), ([{"loud": 1.0}, {}], [False, True])
    assert fit([Group(*for_it, weight=4.0), Group(*against)], ["loud"])["loud"] > 0
    assert fit([Group(*for_it), Group(*against, weight=4.0)], ["loud"])["loud"] < 0


def test_several_candidates_of_a_group_may_be_right() -> None:
    made = [Group([{"early": 1.0}, {"early": 1.0}, {}], [True, True, False])] * 9
    assert fit(made, ["early"])["early"] > 0


@pytest.mark.parametrize(
    ("features", "right", "expected"),
    [
        ([{"early": 1.0}, {}], [True, False], True),
        ([{"early": 1.0}, {}], [False, True], False),
        ([{"early": 1.0}, {"early": 1.0}], [True, False], True),
        ([{"unknown": 9.0}, {"early": 0.1}], [False, True], True),
        ([{"early": 1.0}], [False], False),
        ([], [], False),
    ],
)
def test_whether_the_best_is_right(features: list[dict[str, float]], right: list[bool], expected: bool) -> None:
    assert best_is_right(Group(features, right), {"early": 2.0}) is expected


def test_accuracy_counts_groups_without_a_right_candidate_as_misses() -> None:
    hit, miss = Group([{"early": 1.0}, {}], [True, False]), Group([{"early": 1.0}], [False])
    assert accuracy([hit, hit, hit, miss], {"early": 1.0}) == 0.75
    assert accuracy([], {"early": 1.0}) == 0.0
