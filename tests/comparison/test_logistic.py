"""The fit finds the likeliest parameters, and its penalties draw them to nothing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparison.logistic import fitted, log_loss, probability

HARDLY = 1e-9


@pytest.mark.parametrize(("right", "wrong"), [(1, 1), (3, 1), (1, 4), (90, 10)])
def test_a_constant_becomes_the_logarithm_of_the_odds(right: int, wrong: int) -> None:
    labels = [True] * right + [False] * wrong
    (found,) = fitted([(1.0,)] * len(labels), [0.0] * len(labels), labels, [1.0] * len(labels), (HARDLY,))
    assert found == pytest.approx(math.log(right / wrong), abs=1e-5)


def test_what_the_offset_says_already_is_not_fitted_again() -> None:
    labels = [True] * 3 + [False]
    (found,) = fitted([(1.0,)] * 4, [math.log(3)] * 4, labels, [1.0] * 4, (HARDLY,))
    assert found == pytest.approx(0, abs=1e-6)


def test_a_row_counts_as_much_as_its_weight() -> None:
    (found,) = fitted([(1.0,)] * 2, [0.0] * 2, [True, False], [3.0, 1.0], (HARDLY,))
    assert found == pytest.approx(math.log(3), abs=1e-5)


@pytest.mark.parametrize("penalty", [0.1, 1.0, 100.0])
def test_a_penalty_draws_to_nothing(penalty: float) -> None:
    labels = [True] * 9 + [False]
    found = [fitted([(1.0,)] * 10, [0.0] * 10, labels, [1.0] * 10, (by,))[0] for by in (penalty, penalty * 2)]
    assert 0 < found[1] < found[0] < math.log(9)


def test_labels_that_one_entry_tells_apart_do_not_run_away() -> None:
    rows = [(1.0, 0.2), (1.0, -0.1), (-1.0, 0.1), (-1.0, -0.2)]
    found = fitted(rows, [0.0] * 4, [True, True, False, False], [1.0] * 4, (0.5, 0.5))
    assert 0 < found[0] < 3
    assert abs(found[1]) < 0.5


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(st.floats(-4, 4), st.floats(-4, 4), st.floats(-30, 30), st.booleans(), st.floats(0.1, 3)),
        min_size=1,
        max_size=12,
    )
)
def test_at_the_parameters_found_no_small_step_is_better(
    given: list[tuple[float, float, float, bool, float]],
) -> None:
    rows = [(a, b) for a, b, *_ in given]
    offsets, labels, weights = ([entry[n] for entry in given] for n in (2, 3, 4))

    def loss(at: list[float]) -> float:
        scores = [o + a * at[0] + b * at[1] for (a, b), o in zip(rows, offsets, strict=True)]
        drawn = sum(value * value for value in at) / 2
        return drawn + sum(w * log_loss(s, y) for s, y, w in zip(scores, labels, weights, strict=True))

    found = fitted(rows, offsets, labels, weights, (1.0, 1.0))
    for step in ((0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01)):
        assert loss(found) <= loss([value + change for value, change in zip(found, step, strict=True)]) + 1e-7


@pytest.mark.parametrize(("score", "label"), [(0, True), (3, True), (-3, True), (3, False), (-800, False), (800, True)])
def test_the_loss_is_that_of_the_probability(score: float, label: bool) -> None:
    sure = probability(score)
    assert log_loss(score, label) == pytest.approx(-math.log(sure if label else 1 - sure), abs=1e-9)
    assert log_loss(-5000.0, True) == 5000
