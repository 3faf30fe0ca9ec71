"""How sure a conflict or an agreement is: each measure and each tier, from either side."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from checker.comparison import confidence
from checker.comparison.confidence import (
    AGREEMENT,
    CONFLICT,
    COPY,
    Stated,
    Tally,
    of_agreement,
    of_conflict,
    tier_of,
    tiers,
)
from checker.comparison.features import FEATURES, RIVAL_FEATURES
from checker.comparison.profiles import profiles_of
from checker.comparison.thresholds import FEW_DOCUMENTS, LIKELY
from checker.language.language import table
from checker.model.claim import Claim
from checker.model.comparison import Relation
from tests.comparison.stated import laid_out, named, stated

UNLIKELY = LIKELY - 1
MEASURES = {measure.__name__: measure for measure in (*COPY, *AGREEMENT)}


NOTHING_MEASURED = (0.0,) * len((*FEATURES, *RIVAL_FEATURES))


def saying(**features: float) -> tuple[float, ...]:
    """The values of a pair's features, of which only these say something."""
    return tuple(features.get(feature.name, 0.0) for feature in (*FEATURES, *RIVAL_FEATURES))


Likely = tuple[Claim, Claim, Relation]
"""Two claims that are likely of one fact, and how they stand."""


def two(
    left: Claim,
    right: Claim,
    *others: Claim,
    likely: Sequence[Likely] = (),
    relation: Relation = "conflict",
    score: float = UNLIKELY,
    features: Sequence[float] = NOTHING_MEASURED,
    likelihood: float = LIKELY,
    **known: Any,
) -> Stated:
    """Two values among all that is stated; they are no likely pair themselves."""
    ready = laid_out(left, right, *others, **known)
    by_claim = {claim.id: profile for profile in ready.profiles for claim in profile.claims}
    tally = Tally((by_claim[one.id], by_claim[other.id], how, likelihood) for one, other, how in likely)
    return tally.stated(by_claim[left.id], by_claim[right.id], relation, score, ready.folder, features)


def values(left: str, right: str, source: str = "b", score: float = 0.0) -> Stated:
    one, other = stated(f"In it {left} of it.", left), stated(f"In it {right} of it.", right, source=source, start=500)
    return replace(two(one, other), score=score)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1894", "1897", math.log1p(3) / 4),
        ("3 May 1894", "4 May 1894", 0.0),
        ("May 1800", "May 1200", math.log1p(600) / 4),
        ("40 gates", "40 gates", 0.0),
        ("40 gates", "80 gates", math.log(2)),
        ("$40", "$40 million", 3.0),
        ("0 gates", "40 gates", 1.5),
        ("40 metres", "0.04 km", 0.0),
        ("1 km", "500 metres", math.log(2)),
        ("3 hours", "90 minutes", math.log(2)),
        ("$40", "80", math.log(2)),
        ("less than 40 gates", "80 gates", math.log(2)),
        ("8 am", "9 am", 1.0),
        ("1 gate", "2 gates", math.log(2)),
    ],
)
def test_how_far_apart(left: str, right: str, expected: float) -> None:
    for stated_values in (values(left, right), values(right, left)):
        assert confidence.distance(stated_values) == pytest.approx(expected)


def gates(figure: int, source: str, start: int) -> Claim:
    return stated(f"In it {figure} gates of it.", f"{figure} gates", source=source, start=start)


def framed(source: str, figure: int) -> Claim:
    return stated(f"Alder birch {figure} gates", f"{figure} gates", source=source)


def long_line(*sources: str) -> Stated:
    line = "Alder birch cedar hazel larch maple osier rowan elm {} gates"
    return two(*(stated(line.format(n), f"{n} gates", source=source) for n, source in enumerate(sources, 40)))


A, B = gates(40, "a", 0), gates(43, "b", 0)
A_TOO, B_TOO = gates(43, "a", 100), gates(40, "b", 100)
C = gates(43, "c", 0)
BOTH: Likely = (A_TOO, B, "agree")
BOTH_TOO: Likely = (A, B_TOO, "agree")
CLASH: Likely = (A_TOO, B_TOO, "conflict")
OF_ANOTHER: Likely = (A_TOO, B_TOO, "agree")


@pytest.mark.parametrize(
    ("likely", "expected"),
    [
        ([], 0),
        ([BOTH], 1),
        ([BOTH_TOO], 1),
        ([BOTH, BOTH_TOO], 2),
        ([OF_ANOTHER], 0),
        ([(A_TOO, B, "conflict"), (A, B_TOO, "compatible")], 0),
        ([(C, B, "agree")], 0),
        ([(A, A_TOO, "agree"), (B, B_TOO, "agree")], 0),
    ],
)
def test_a_document_that_likely_tells_the_other_value_of_this_fact_too(likely: list[Likely], expected: int) -> None:
    """Only pairs that agree on this fact count, whatever else the documents state."""
    for left, right in ((A, B), (B, A)):
        found = two(left, right, A_TOO, B_TOO, C, likely=likely)
        assert confidence.states_both(found) == found.told == expected
        assert confidence.states_both(two(left, right, A_TOO, B_TOO, C, likely=likely, relation="agree")) == 0


def test_one_document_does_not_tell_its_own_value_too() -> None:
    assert confidence.states_both(two(A, A_TOO, likely=[(A, A_TOO, "agree")])) == 0


def others(count: int, relation: Relation) -> tuple[list[Claim], list[Likely]]:
    """Further claims of both documents, of which pairs stand in this relation."""
    pairs = [(gates(n, "a", 100 * n), gates(n, "b", 100 * n)) for n in range(60, 60 + count)]
    return [claim for pair in pairs for claim in pair], [(*pair, relation) for pair in pairs]


@pytest.mark.parametrize(
    ("relation", "count", "agree", "differ"),
    [
        ("agree", 0, 0.0, 0.0),
        ("agree", 3, math.log(4), 0.0),
        ("agree", 19, math.log(20), 0.0),
        ("agree", 20, 3.0, 0.0),
        ("conflict", 3, 0.0, math.log(4)),
        ("conflict", 53, 0.0, math.log(54)),
        ("conflict", 54, 0.0, 4.0),
        ("compatible", 3, 0.0, 0.0),
    ],
)
def test_how_two_documents_stand_in_all_else(relation: Relation, count: int, agree: float, differ: float) -> None:
    claims, likely = others(count, relation)
    for left, right in ((A, B), (B, A)):
        found = two(left, right, *claims, likely=likely)
        assert confidence.agreeing(found) == pytest.approx(agree)
        assert confidence.differing(found) == pytest.approx(differ)
    elsewhere = two(A, C, *claims, likely=likely)
    assert (elsewhere.agreeing, elsewhere.differing) == (0, 0)


@pytest.mark.parametrize("relation", ["agree", "conflict"])
@pytest.mark.parametrize(("score", "held"), [(LIKELY, True), (LIKELY - 0.001, False)])
def test_a_likely_pair_does_not_count_itself(relation: Relation, score: float, held: bool) -> None:
    claims, likely = others(2, relation)
    own: list[Likely] = [(A, B, relation)] if held else []
    found = two(A, B, *claims, likely=[*likely, *own], relation=relation, score=score)
    assert found.agreeing + found.differing == 2
    assert found.score == score


def test_a_tally_under_the_sources_own_names() -> None:
    claims, likely = others(2, "agree")
    ready = laid_out(A, B, *claims)
    by_claim = {claim.id: profile for profile in ready.profiles for claim in profile.claims}
    agreed = [(*likely[0][:2], "agree"), (A, claims[1], "agree"), (B, A, "conflict")]
    tally = Tally((by_claim[one.id], by_claim[other.id], how, LIKELY) for one, other, how in agreed)
    plain = tally.stated(by_claim[A.id], by_claim[B.id], "conflict", LIKELY, ready.folder, NOTHING_MEASURED)
    names = {"a": "zoo", "b": "guide"}
    left, right = (by_claim[one.id].under(names[one.source], {one.id: one}) for one in (A, B))
    shown = tally.under(names).stated(left, right, "conflict", LIKELY, ready.folder, NOTHING_MEASURED)
    assert (shown.agreeing, shown.differing, shown.told) == (plain.agreeing, plain.differing, plain.told) == (2, 0, 1)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [([], 0.0), ([43], 0.0), ([57], 1.0), ([57, 61], math.log2(3)), (list(range(50, 80)), 4.0)],
)
def test_how_many_values_stand_in_such_a_frame(figures: list[int], expected: float) -> None:
    frame = "Alder birch {} gates"
    claims = [
        stated(frame.format(figure), f"{figure} gates", source=f"s{n:02}")
        for n, figure in enumerate([40, 43, *figures])
    ]
    assert confidence.varied(two(*claims)) == pytest.approx(expected)
    apart = stated("40 gates of it", "40 gates", source="z")
    assert confidence.varied(two(claims[0], apart, *claims[1:])) == 0.0


YEAR, NEXT = (stated(f"It rose in {n}.", n, source=source) for n, source in (("1894", "a"), ("1897", "b")))


def test_a_number_of_what_is_once_is_no_date() -> None:
    assert confidence.date_of_once(two(A, B, features=saying(holds_once=1.0))) == 0.0


def dated(one: int, other: int) -> Stated:
    """Two sentences of gates, each with the day of a May."""
    return two(
        stated(f"On {one} May it had 40 gates.", "40 gates", source="a"),
        stated(f"On {other} May it had 43 gates.", "43 gates", source="b"),
    )


def test_the_figures_beside_the_values() -> None:
    """The values' own count as none; a month counts as one."""
    assert confidence.same_figures(dated(12, 12)) == pytest.approx(math.log1p(2))
    assert confidence.other_figures(dated(12, 12)) == 0.0
    assert confidence.same_figures(dated(12, 14)) == confidence.other_figures(dated(12, 14)) == math.log1p(1)


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        (2, 0.0),
        (FEW_DOCUMENTS, 0.0),
        (FEW_DOCUMENTS + 1, math.log2((FEW_DOCUMENTS + 1) / FEW_DOCUMENTS)),
        (2 * FEW_DOCUMENTS, 1.0),
        (8 * FEW_DOCUMENTS, 3.0),
        (9 * FEW_DOCUMENTS, 3.0),
    ],
)
def test_how_many_documents_there_are(documents: int, expected: float) -> None:
    """Those that state nothing count too."""
    names: dict[str, list[str]] = {source: [] for source in ("a", "b", *(f"s{n}" for n in range(documents - 2)))}
    assert confidence.crowd(two(A, B, names=names)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [
        ("same_fact", values("40 gates", "43 gates", score=2.0), values("40 gates", "43 gates", score=-2.0)),
        ("distance", values("1894", "1994"), values("1894", "1897")),
        ("states_both", two(A, B, A_TOO, likely=[BOTH]), two(A, B, A_TOO)),
        ("agreeing", two(A, B, A_TOO, B_TOO, likely=[OF_ANOTHER]), two(A, B)),
        ("differing", two(A, B, A_TOO, B_TOO, likely=[(A_TOO, B_TOO, "conflict")]), two(A, B)),
        ("varied", two(*map(framed, "abc", (40, 43, 57))), two(*map(framed, "abc", (40, 43, 43)))),
        ("crowd", two(*(gates(n, f"s{n}", 0) for n in range(40, 50))), two(A, B)),
        ("likelier", *(two(A, B, A_TOO, B_TOO, likely=[CLASH], likelihood=n) for n in (LIKELY, UNLIKELY))),
        ("length", two(A, B, A_TOO), two(A, B)),
        ("copied_name", *(two(A, B, features=saying(name_shared=n)) for n in (2.0, 0.0))),
        (
            "filled_named",
            *(replace(two(A, B, features=saying(name_shared=n)), copies=(0, 1)) for n in (2.0, 0.0)),
        ),
        ("other_times", *(two(A, B, features=saying(other_times_by_document=n)) for n in (1.0, 0.0))),
        ("copied_words", long_line("a", "b"), two(A, B)),
        ("copied", *(replace(values("40 gates", "43 gates"), copies=(n, 0)) for n in (1, 0))),
        ("filled", *(replace(values("40 gates", "43 gates"), copies=(0, n)) for n in (1, 0))),
        ("same_figures", dated(12, 12), dated(12, 14)),
        ("other_figures", dated(12, 14), dated(12, 12)),
        ("rough", values("about 40 gates", "43 gates"), values("40 gates", "43 gates")),
        ("one_document", values("40 gates", "43 gates", source="a"), values("40 gates", "43 gates")),
        ("date", values("1894", "1897"), values("40 gates", "43 gates")),
        ("date_of_once", *(two(YEAR, NEXT, features=saying(holds_once=n)) for n in (1.0, 0.0))),
        ("small", values("4 gates", "43 gates"), values("41 gates", "43 gates")),
        ("rare", values("412 gates", "431 gates"), values("412 gates", "43 gates")),
    ],
)
def test_each_measure(name: str, above: Stated, below: Stated) -> None:
    assert MEASURES[name](above) > MEASURES[name](below)


@pytest.mark.parametrize("relation", ["agree", "conflict"])
def test_the_other_copies_of_two_documents_are_counted(relation: Relation) -> None:
    """Whatever their score is; a pair does not count itself, and counts none where it is no copy."""
    others = [(A, B, "agree"), (A_TOO, B_TOO, "conflict"), (A, B_TOO, relation)]
    profiles = {claim.id: profile for profile in profiles_of([A, B, A_TOO, B_TOO], {}) for claim in profile.claims}
    copies = [(profiles[one.id], profiles[other.id], how) for one, other, how in others]
    left, right = profiles[A.id], profiles[B_TOO.id]
    stated_of = Tally((), copies).stated
    folder = two(A, B).folder
    found = stated_of(left, right, relation, -9.0, folder, saying(copies=1.0))
    assert found.copies == (1, 1)
    for no_copy in ({}, {"copies": 1.0, "other_names": 1.0}, {"copies": 1.0, "two_named_subjects": 1.0}):
        assert stated_of(left, right, relation, -9.0, folder, saying(**no_copy)).copies is None
    assert Tally((), copies).under({"a": "y", "b": "x"})._copies.keys() == {("x", "y")}


@pytest.mark.parametrize("how", ["agree", "conflict"])
def test_a_value_that_a_copied_sentence_tells_again_is_told(how: Relation) -> None:
    """However unlikely such copies are of one fact by their score."""
    profiles = {claim.id: profile for profile in profiles_of([A, B, A_TOO], {}) for claim in profile.claims}
    tally = Tally((), [(profiles[A_TOO.id], profiles[B.id], how)])
    found = tally.stated(profiles[A.id], profiles[B.id], "conflict", -9.0, two(A, B).folder, NOTHING_MEASURED)
    assert found.told == (how == "agree")


@pytest.mark.parametrize(("figures", "likelihood", "expected"), [(3, LIKELY, 3), (3, UNLIKELY, 0), (0, LIKELY, 0)])
def test_how_many_conflicts_are_likelier(figures: int, likelihood: float, expected: int) -> None:
    claims, likely = others(figures, "conflict")
    for score, count in ((UNLIKELY, expected), (LIKELY, 0)):
        found = two(A, B, *claims, likely=likely, likelihood=likelihood, score=score)
        assert found.likelier == count
        assert confidence.likelier(found) == pytest.approx(math.log1p(count))


@pytest.mark.parametrize(("copies", "name"), [(None, "conflict"), ((0, 0), "copy")])
def test_copies_are_weighed_by_themselves(
    monkeypatch: pytest.MonkeyPatch, copies: tuple[int, int] | None, name: str
) -> None:
    shown(monkeypatch, name, {"always": math.log(4)})
    assert of_conflict(replace(values("40 gates", "43 gates"), copies=copies)) == pytest.approx(0.8)


def test_the_measures_have_cases_and_weights() -> None:
    (cases,) = (mark for mark in test_each_measure.pytestmark if mark.name == "parametrize")
    assert {name for name, _, _ in cases.args[1]} == MEASURES.keys()
    for name, measures in (("conflict", CONFLICT), ("copy", COPY), ("agreement", AGREEMENT)):
        assert set(table(f"weights/{name}")["weights"]) == {"always", *(measure.__name__ for measure in measures)}


def shown(monkeypatch: pytest.MonkeyPatch, name: str, entries: Mapping[str, Any]) -> None:
    zero = {"always": 0.0} | dict.fromkeys((measure.__name__ for measure in (*COPY, *AGREEMENT)), 0.0)
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
    shown(monkeypatch, "conflict", {"differing": -1.0, "distance": -1.0})
    assert of_conflict(values("40 gates", "80 gates")) == pytest.approx(1 / 3)
    claims, likely = others(3, "conflict")
    assert of_conflict(two(gates(40, "a", 0), gates(80, "b", 0), *claims, likely=likely)) == pytest.approx(1 / 9)


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


def test_documents_on_other_things_are_no_crowd() -> None:
    """Of a thing that both statements are about only the documents count that speak of it."""
    many: dict[str, list[str]] = {source: [] for source in ("a", "b", *(f"s{n}" for n in range(4 * FEW_DOCUMENTS)))}
    told = {source: [named("Tarn Weir", topic=True)] for source in ("a", "b")}
    assert confidence.crowd(two(A, B, names=many)) > 1
    assert confidence.crowd(two(A, B, names=many, entities=told)) == 0
