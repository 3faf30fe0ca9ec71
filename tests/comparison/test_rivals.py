"""Each pair is seen among its rivals: other counterparts, in the same document, of other values."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparison.features import RIVAL_FEATURES
from checker.comparison.profiles import Profile, profiles_of
from checker.comparison.rivals import Standing, standings
from checker.comparison.thresholds import MOST_MARGIN, NEARLY_AS_GOOD
from tests.comparison.stated import stated

MEASURES = {one.name: one.measure for one in RIVAL_FEATURES}


def told(*stated_in: tuple[str, int]) -> list[Profile]:
    """One statement for each source and figure."""
    return profiles_of(
        [
            stated(f"It has {n} gates.", f"{n} gates", source=source, start=100 * at)
            for at, (source, n) in enumerate(stated_in)
        ],
        {},
    )


def standing(profiles: list[Profile], scores: dict[tuple[int, int], float]) -> Standing:
    """That of the first two."""
    found = standings(profiles, scores)
    assert found.keys() == scores.keys()
    return found[0, 1]


def test_a_pair_without_rivals() -> None:
    found = standing(told(("a", 40), ("b", 43)), {(0, 1): 1.0})
    assert found == Standing(1.0, (0, 0), (MOST_MARGIN, MOST_MARGIN), (0, 0), 0)


@pytest.mark.parametrize(
    ("rival", "score", "better", "margin"),
    [
        (("b", 57), 3.0, (1, 0), (-2.0, MOST_MARGIN)),
        (("b", 57), 0.5, (0, 0), (0.5, MOST_MARGIN)),
        (("b", 57), 1.0, (0, 0), (0.0, MOST_MARGIN)),
        (("b", 43), 3.0, (0, 0), (MOST_MARGIN, MOST_MARGIN)),
        (("c", 57), 3.0, (0, 0), (MOST_MARGIN, MOST_MARGIN)),
    ],
)
def test_a_rival_stands_in_the_counterpart_s_document_and_states_another_value(
    rival: tuple[str, int], score: float, better: tuple[int, int], margin: tuple[float, float]
) -> None:
    found = standing(told(("a", 40), ("b", 43), rival), {(0, 1): 1.0, (0, 2): score})
    assert (found.better, found.margin) == (better, margin)


@pytest.mark.parametrize(
    ("rival", "score", "diverse", "borne_out"),
    [
        (("c", 57), 1.0 - NEARLY_AS_GOOD, (1, 0), 0),
        (("c", 57), 0.9 - NEARLY_AS_GOOD, (0, 0), 0),
        (("c", 43), 1.0, (0, 0), 1),
        (("c", 40), 1.0, (0, 0), 1),
        (("c", 43), 0.9 - NEARLY_AS_GOOD, (0, 0), 0),
        (("b", 43), 1.0, (0, 0), 0),
        (("a", 40), 1.0, (0, 0), 0),
    ],
)
def test_what_nearly_as_good_counterparts_state(
    rival: tuple[str, int], score: float, diverse: tuple[int, int], borne_out: int
) -> None:
    found = standing(told(("a", 40), ("b", 43), rival), {(0, 1): 1.0, (0, 2): score})
    assert (found.diverse, found.borne_out) == (diverse, borne_out)


def test_values_are_counted_once_and_from_either_side() -> None:
    profiles = told(("a", 40), ("b", 43), ("c", 57), ("d", 57), ("e", 61))
    scores = {(0, 1): 1.0, (0, 2): 1.0, (0, 3): 1.0, (1, 4): 1.0}
    assert standing(profiles, scores).diverse == (1, 1)
    assert standing(profiles, scores | {(0, 4): 1.0}).diverse == (2, 1)


SCORES = st.floats(-6, 6).map(lambda score: round(score * 4) / 4)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([40, 43, 57])), min_size=2, max_size=6),
    st.lists(SCORES, min_size=15, max_size=15),
)
@settings(deadline=None)
def test_standings_are_what_they_are_said_to_be(stated_in: list[tuple[str, int]], drawn: list[float]) -> None:
    """Rivals are looked through from the best one down, and no further than they count."""
    profiles = told(*stated_in)
    scores = dict(zip(combinations(range(len(profiles)), 2), drawn, strict=False))

    def plainly(one: int, other: int, score: float) -> tuple[int, float, int, int]:
        mine, theirs = profiles[one], profiles[other]
        others = [
            (profiles[(set(pair) - {one}).pop()], rival)
            for pair, rival in scores.items()
            if one in pair and other not in pair
        ]
        rivals = [rival for p, rival in others if p.source == theirs.source and p.value != theirs.value]
        nearly = [p for p, rival in others if rival >= score - NEARLY_AS_GOOD]
        return (
            sum(rival > score for rival in rivals),
            score - max([score - MOST_MARGIN, *rivals]),
            len({p.value for p in nearly} - {mine.value, theirs.value}),
            sum(p.value in (mine.value, theirs.value) and p.source not in (mine.source, theirs.source) for p in nearly),
        )

    for (left, right), found in standings(profiles, scores).items():
        score = scores[left, right]
        one, other = plainly(left, right, score), plainly(right, left, score)
        better, margin, diverse, borne_out = zip(one, other, strict=True)
        assert found == Standing(score, better, margin, diverse, max(borne_out))


PLAIN = Standing(1.0, (0, 0), (2.0, 3.0), (0, 0), 0)
CASES: dict[str, tuple[tuple[dict[str, Any], float], tuple[dict[str, Any], float]]] = {
    "score_alone": (({"score": 9.0}, 8.0), ({"score": -9.0}, -8.0)),
    "better_rivals": (({"better": (5, 4)}, 3.0), ({"better": (5, 0)}, 0.0)),
    "better_rivals_of_one": (({"better": (5, 0)}, 4.0), ({"better": (0, 0)}, 0.0)),
    "best_of_both": (({"better": (0, 0)}, 1.0), ({"better": (1, 0)}, 0.0)),
    "margin": (({"margin": (2.0, 9.0)}, 2.0), ({"margin": (-9.0, 9.0)}, -MOST_MARGIN)),
    "margin_of_one": (({"margin": (-9.0, 9.0)}, MOST_MARGIN), ({"margin": (-9.0, -1.0)}, -1.0)),
    "many_values": (({"diverse": (99, 0)}, 4.0), ({"diverse": (0, 0)}, 0.0)),
    "many_values_of_both": (({"diverse": (99, 99)}, 4.0), ({"diverse": (3, 0)}, 0.0)),
    "borne_out": (({"borne_out": 3}, 2.0), ({"borne_out": 0}, 0.0)),
}


def test_each_doubling_of_values_counts_the_same() -> None:
    for name, diverse in (("many_values", (3, 1)), ("many_values_of_both", (7, 3))):
        fields = {f: getattr(PLAIN, f) for f in Standing.__slots__} | {"diverse": diverse}
        assert MEASURES[name](Standing(**fields)) == 2.0


def test_each_feature_of_rivals_has_a_case_on_either_side() -> None:
    assert CASES.keys() == MEASURES.keys()
    assert {one.group for one in RIVAL_FEATURES} == {"rivals"}


@pytest.mark.parametrize("name", CASES)
def test_a_feature_of_rivals(name: str) -> None:
    for changes, expected in CASES[name]:
        fields = {f: getattr(PLAIN, f) for f in Standing.__slots__} | changes
        assert MEASURES[name](Standing(**fields)) == pytest.approx(expected)
    assert CASES[name][0][1] > CASES[name][1][1]
