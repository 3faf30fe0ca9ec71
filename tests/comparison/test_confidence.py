"""How sure a conflict or an agreement is: each measure and each tier, from either side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pytest

from checker.comparison import confidence
from checker.comparison.confidence import AGREEMENT, CONFLICT, Stated, of_agreement, of_conflict, tier_of, tiers
from checker.language.language import table
from checker.model.claim import Claim
from tests.comparison.stated import laid_out, stated

MEASURES = {measure.__name__: measure for measure in (*CONFLICT, *AGREEMENT)}


def two(left: Claim, right: Claim, *others: Claim, score: float = 0.0) -> Stated:
    ready = laid_out(left, right, *others)
    by_claim = {claim.id: profile for profile in ready.profiles for claim in profile.claims}
    return Stated(by_claim[left.id], by_claim[right.id], score, ready.folder)


def values(left: str, right: str, source: str = "b", **known: Any) -> Stated:
    other = stated(f"In it {right} of it.", right, source=source, start=0 if source == "b" else 500)
    return two(stated(f"In it {left} of it.", left), other, **known)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1894", "1897", math.log1p(3) / 2),
        ("3 May 1894", "4 May 1894", 0.0),
        ("May 1800", "May 1200", 3.0),
        ("40 gates", "40 gates", 0.0),
        ("40 gates", "80 gates", math.log(2)),
        ("$40", "$40 million", 3.0),
        ("0 gates", "40 gates", 1.5),
        ("1 gate", "2 gates", math.log(2)),
    ],
)
def test_how_far_apart(left: str, right: str, expected: float) -> None:
    for stated_values in (values(left, right), values(right, left)):
        assert confidence.distance(stated_values) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1894", "1897", True),
        ("1894", "1849", True),
        ("1894", "1984", True),
        ("1894", "1904", False),
        ("1894", "1957", False),
        ("3 May 1894", "3 May 1897", True),
        ("3 May 1894", "8 May 1894", True),
        ("May 1894", "June 1894", False),
        ("412 gates", "421 gates", True),
        ("412 gates", "4,120 gates", False),
        ("412 gates", "413 gates", True),
        ("412 gates", "512 gates", True),
        ("412 gates", "535 gates", False),
        ("412 gates", "41 gates", True),
        ("4 gates", "5 gates", False),
        ("412 gates", "412 gates", False),
    ],
)
def test_slips_of_the_pen(left: str, right: str, expected: bool) -> None:
    """One digit is another one, too many or too few, or two are transposed."""
    assert bool(confidence.slip(values(left, right))) is bool(confidence.slip(values(right, left))) is expected


def gates(figure: int, source: str, start: int) -> Claim:
    return stated(f"In it {figure} gates of it.", f"{figure} gates", source=source, start=start)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((), 0),
        ((gates(43, "a", 100),), 1),
        ((gates(43, "a", 100), gates(40, "b", 100)), 2),
        ((gates(57, "a", 100),), 0),
        ((gates(40, "a", 100),), 0),
        ((gates(43, "c", 100),), 0),
    ],
)
def test_a_document_that_states_both(others: tuple[Claim, ...], expected: int) -> None:
    assert confidence.states_both(two(gates(40, "a", 0), gates(43, "b", 0), *others)) == expected
    assert confidence.states_both(two(gates(43, "b", 0), gates(40, "a", 0), *others)) == expected


def test_one_document_states_both_of_its_own_values() -> None:
    assert confidence.states_both(two(gates(40, "a", 0), gates(43, "a", 200))) == 0
    assert confidence.states_both(two(gates(40, "a", 0), gates(40, "b", 0))) == 0
    assert confidence.states_both(two(gates(40, "a", 0), gates(40, "b", 0), gates(40, "b", 100))) == 1


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [
        ("same_fact", values("40 gates", "43 gates", score=2.0), values("40 gates", "43 gates", score=-2.0)),
        ("distance", values("1894", "1994"), values("1894", "1897")),
        ("slip", values("1894", "1897"), values("1894", "1957")),
        (
            "states_both",
            two(gates(40, "a", 0), gates(43, "b", 0), gates(43, "a", 100)),
            two(gates(40, "a", 0), gates(43, "b", 0)),
        ),
        ("rough", values("about 40 gates", "43 gates"), values("40 gates", "43 gates")),
        ("one_document", values("40 gates", "43 gates", source="a"), values("40 gates", "43 gates")),
        ("date", values("1894", "1897"), values("40 gates", "43 gates")),
        ("small", values("4 gates", "43 gates"), values("41 gates", "43 gates")),
        ("rare", values("412 gates", "431 gates"), values("412 gates", "43 gates")),
    ],
)
def test_each_measure(name: str, above: Stated, below: Stated) -> None:
    assert MEASURES[name](above) > MEASURES[name](below)


def test_the_measures_have_cases_and_weights() -> None:
    for name, measures in (("conflict", CONFLICT), ("agreement", AGREEMENT)):
        assert set(table(f"weights/{name}")["weights"]) == {"always", *(measure.__name__ for measure in measures)}


def shown(monkeypatch: pytest.MonkeyPatch, name: str, entries: Mapping[str, Any]) -> None:
    zero = {"always": 0.0} | dict.fromkeys((measure.__name__ for measure in (*CONFLICT, *AGREEMENT)), 0.0)
    tables = {f"weights/{name}": {"weights": zero | entries}}
    monkeypatch.setattr(confidence, "table", lambda which: tables[which])


@pytest.mark.parametrize(("score", "expected"), [(0.0, 0.5), (math.log(4), 0.8), (-math.log(4), 0.2), (2000, 1.0)])
@pytest.mark.parametrize("name", ["conflict", "agreement"])
def test_a_score_is_the_logarithm_of_odds(
    monkeypatch: pytest.MonkeyPatch, name: str, score: float, expected: float
) -> None:
    shown(monkeypatch, name, {"same_fact": 1.0})
    measure = of_conflict if name == "conflict" else of_agreement
    assert measure(values("40 gates", "43 gates", score=score)) == pytest.approx(expected)
    assert measure(values("40 gates", "43 gates", score=-1e9)) == pytest.approx(0.0)


def test_how_the_values_look_counts_beside_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    shown(monkeypatch, "conflict", {"slip": math.log(4), "distance": -1.0})
    assert of_conflict(values("413 gates", "412 gates")) == pytest.approx(4 / (4 + 413 / 412))
    assert of_conflict(values("40 gates", "80 gates")) == pytest.approx(1 / 3)


def test_tiers_are_by_confidence() -> None:
    least = tiers()
    assert list(least) == ["error", "warning", "possible"]
    assert 1 > least["error"] > least["warning"] > least["possible"] > 0
    assert 0 < confidence.least_agreement() < 1
    for tier, share in least.items():
        assert tier_of(share) == tier
        assert tier_of(share - 1e-9) != tier
    assert tier_of(1.0) == "error"
    assert tier_of(least["possible"] - 1e-9) is None
