"""Pairs are scored by weights that name exactly the features, and what each adds is the score."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparison import scoring
from checker.comparison.candidates import candidates
from checker.comparison.features import FEATURES, RIVAL_FEATURES
from checker.comparison.scoring import Weights, contributions, measured, scored, weight_names, weights
from checker.language.language import table
from tests.comparison.stated import compared, laid_out, stated

COLLEGE = "Calder College was founded on 3 May 1871 in Tarn Hill by the Reverend Amos Pike. "
NOTHING = Weights((0.0,) * len(FEATURES), 0.0, (0.0,) * (len(FEATURES) + len(RIVAL_FEATURES)), 0.0)


@contextmanager
def weighed(monkeypatch: pytest.MonkeyPatch, given_weights: Weights) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(scoring, "weights", lambda: given_weights)
        yield


def alone(**named: float) -> tuple[float, ...]:
    return tuple(named.get(feature.name, 0.0) for feature in FEATURES)


def among(**named: float) -> tuple[float, ...]:
    return tuple(named.get(feature.name, 0.0) for feature in (*FEATURES, *RIVAL_FEATURES))


def test_the_table_names_exactly_the_features() -> None:
    entries = table("weights/same_fact")
    assert entries.keys() == weight_names().keys() == {"alone", "among"}
    for step, names in weight_names().items():
        assert list(entries[step]) == list(names)
        assert len(set(names)) == len(names)
    assert len(weights().alone) == len(FEATURES)
    assert len(weights().among) == len(FEATURES) + len(RIVAL_FEATURES)


@given(st.lists(st.sampled_from([40, 43, 57]), min_size=2, max_size=5))
@settings(deadline=None, max_examples=20)
def test_contributions_add_up_to_the_score(figures: list[int]) -> None:
    ready = laid_out(*(stated(f"It has {n} gates.", f"{n} gates", source=f"s{at}") for at, n in enumerate(figures)))
    pairs = scored(ready.profiles, ready.folder)
    assert [(pair.left, pair.right) for pair in pairs] == sorted(candidates(ready.profiles))
    for pair in pairs:
        parts = contributions(pair)
        assert sum(part for _, part in parts) + weights().always_among == pytest.approx(pair.score)
        assert [abs(part) for _, part in parts] == sorted((abs(part) for _, part in parts), reverse=True)
        assert all(part for _, part in parts)
        assert len(pair.values) == len(FEATURES) + len(RIVAL_FEATURES)


def test_contributions_are_under_their_own_features(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = laid_out(stated("It has 40 gates.", "40 gates"), stated("It has 43 gates.", "43 gates", source="b"))
    with weighed(monkeypatch, Weights(alone(), 0.0, among(same_attribute=2.0, one_document=5.0, margin=0.5), -1.0)):
        (pair,) = scored(ready.profiles, ready.folder)
        assert pair.score == 2.0 + 0.5 * 4 - 1.0
        assert sorted((feature.name, part) for feature, part in contributions(pair)) == [
            ("margin", 2.0),
            ("same_attribute", 2.0),
        ]


def test_the_first_step_decides_who_is_a_rival(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair is weighed alone, and then by how much better it is than others of the same document."""
    claims = (
        stated("It has 40 gates.", "40 gates"),
        stated("It has 43 gates.", "43 gates", source="b"),
        stated("It has 57 gates.", "57 gates", "own", "b", start=90, open=True),
    )
    ready = laid_out(*claims)
    with weighed(monkeypatch, Weights(alone(same_attribute=3.0), 0.0, among(better_rivals_of_one=-1.0), 0.0)):
        scores = {(pair.left, pair.right): pair.score for pair in scored(ready.profiles, ready.folder)}
        assert (scores[0, 1], scores[0, 2]) == (0.0, -1.0)
    with weighed(monkeypatch, Weights(alone(), 0.0, among(better_rivals_of_one=-1.0), 0.0)):
        assert {pair.score for pair in scored(ready.profiles, ready.folder)} == {0.0}


def test_only_candidates_are_measured() -> None:
    ready = laid_out(
        stated("40 alders", "40 alders", "x", "a", "osier", open=True),
        stated("43 larches", "43 larches", "y", "b", "yew", open=True),
        stated("57 larches", "57 larches", "y", "c", "yew", open=True),
    )
    assert measured(ready.profiles, ready.folder).keys() == candidates(ready.profiles).keys() == {(1, 2)}


def test_a_copied_sentence_about_one_thing_scores_more_than_one_about_another() -> None:
    def best(*texts: str) -> float:
        found = compared(*texts)
        pairs = [
            pair.score
            for pair in found.pairs
            if {found.profiles[n].claims[0].value.text for n in (pair.left, pair.right)} == {"412 metres", "455 metres"}
        ]
        return max(pairs)

    one = (COLLEGE + "Its hall is 412 metres long.", COLLEGE + "Its hall is 455 metres long.")
    two = (COLLEGE + "Its hall is 412 metres long.", "Osier Mill is old. The pond of Osier Mill is 455 metres wide.")
    assert best(*one) > best(*two)
