"""Which claims are taken for one statement in other words, and which of several counterparts is the one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from checker.comparison.paraphrases import alike, restated, rivals
from checker.comparison.thresholds import PAIRED_WORDS, PARAPHRASES_COMPARED
from checker.model.claim import Claim, Scope
from tests.comparison.stated import stated, words


def boats(figure: str, source: str = "a", near: tuple[int, ...] = (0, 1, 2), start: int = 0, **changes: Any) -> Claim:
    """A claim of boats with these words before it."""
    attribute = changes.pop("attribute", "boats")
    return stated(f"{words(*near)} {figure} boats", f"{figure} boats", attribute, source, start=start, **changes)


def pairs(found: Iterable[tuple[Claim, Claim]]) -> set[tuple[str, str]]:
    return {tuple(sorted((left.id, right.id))) for left, right in found}


def ids(*claims: Claim) -> set[tuple[str, str]]:
    return {tuple(sorted(claim.id for claim in claims))} if claims else set()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (boats("43"), boats("43", "b"), True),
        (boats("43"), boats("47", "b"), False),
        (boats("43"), boats("43", start=90), False),
        (boats("43"), boats("43", "b", attribute="other"), True),
        (boats("43"), boats("43", "b", subject="osier"), False),
        (boats("43", attribute="as_of"), boats("43", "b", attribute="as_of"), False),
        (boats("43"), boats("43", "b", near=(5, 6, 7)), False),
        (boats("more than 43"), boats("more than 43", "b"), True),
        (boats("up to 43"), boats("up to 43", "b"), True),
    ],
)
def test_one_value_in_two_sources(left: Claim, right: Claim, expected: bool) -> None:
    assert pairs(restated([left, right])) == ids(*((left, right) if expected else ()))


def test_words_are_no_value_and_an_open_value_is_none() -> None:
    left, right = boats("43"), boats("43", "b")
    for change in ({"kind": "text"}, {"low": None, "high": None}):
        changed = [replace(claim, value=replace(claim.value, **change)) for claim in (left, right)]
        assert pairs(restated(changed)) == set()


def test_each_is_the_other_s_best_counterpart() -> None:
    one, nearer, other = boats("43"), boats("43", "b"), boats("43", "b", near=(0, 1), start=90)
    assert pairs(restated([one, other, nearer])) == pairs(restated([other, one, nearer])) == ids(one, nearer)
    assert pairs(restated([nearer, one, replace(other, source="c")])) == {
        *ids(one, nearer),
        *ids(one, other),
        *ids(nearer, other),
    }
    as_near = boats("43", "a", near=(0, 1, 2), start=200)
    assert pairs(restated([one, as_near, other, nearer])) == ids(one, nearer)
    assert pairs(restated([as_near, one, other, nearer])) == ids(as_near, nearer)


@pytest.mark.parametrize(("before", "expected"), [(PARAPHRASES_COMPARED - 2, True), (PARAPHRASES_COMPARED - 1, False)])
def test_how_many_claims_may_be_one_statement(before: int, expected: bool) -> None:
    others = [boats("43", near=(7, 8), start=90 * n) for n in range(before)]
    last = boats("43", "b"), boats("43", "c")
    assert (ids(*last) <= pairs(restated([*others, *last]))) is expected
    others = [boats(str(100 + n), near=(7, 8, 9), start=90 * n) for n in range(before)]
    last = boats("43", "b"), boats("47", "c")
    assert (ids(*last) <= pairs(rivals([*others, *last], None))) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (boats("43"), boats("47", "b"), True),
        (boats("43"), boats("43", "b"), False),
        (boats("43"), boats("47", start=90), False),
        (boats("43"), boats("47", "b", attribute="other"), False),
        (boats("43"), boats("47", "b", subject="osier"), False),
        (boats("43"), boats("47", "b", near=(0, 5)), False),
        (boats("43"), boats("up to 40", "b"), False),
        (boats("43"), stated(f"{words(0, 1, 2)} 47 rafts", "47 rafts", "boats", "b"), False),
        (stated(f"{words(0, 1, 2)} $43", "$43"), stated(f"{words(0, 1, 2)} $57", "$57", source="b"), True),
        (stated(f"{words(0, 1, 2)} 1943", "1943"), stated(f"{words(0, 1, 2)} 1957", "1957", source="b"), False),
    ],
)
def test_two_values_of_one_statement(left: Claim, right: Claim, expected: bool) -> None:
    assert pairs(rivals([left, right], None)) == ids(*((left, right) if expected else ()))


def test_a_bare_number_is_no_rival() -> None:
    left, right = boats("43"), boats("47", "b")
    bare = [replace(claim, value=replace(claim.value, kind="number", unit=None)) for claim in (left, right)]
    assert pairs(rivals(bare, None)) == set()


@pytest.mark.parametrize(
    ("changes", "other", "expected"),
    [
        ({}, {"attribute": "fleet", "open": True}, True),
        ({"open": True}, {"attribute": "fleet"}, True),
        ({}, {"attribute": "fleet"}, False),
        ({"subject": "osier"}, {"subject": "osier", "attribute": "fleet", "open": True}, False),
        ({}, {"attribute": "fleet", "open": True, "near": (0, 7, 8)}, True),
        ({}, {"attribute": "fleet", "open": True, "near": (6, 7, 8)}, False),
        ({"scope": Scope("2001", "2001-01-01", "2001-12-31")}, {"attribute": "fleet", "open": True}, True),
    ],
)
def test_an_attribute_in_the_text_s_own_words(changes: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    left, right = boats("43", **changes), boats("47", "b", **other)
    assert pairs(rivals([left, right], "tarn_weir")) == ids(*((left, right) if expected else ()))
    assert pairs(rivals([left, right], None)) == set()


def test_what_keeps_an_attribute_in_own_words_apart() -> None:
    left, right = boats("43"), boats("47", "b", attribute="fleet", open=True)
    early, late = Scope("2001", "2001-01-01", "2001-12-31"), Scope("2003", "2003-01-01", "2003-12-31")
    assert pairs(rivals([replace(left, scope=early), replace(right, scope=late)], "tarn_weir")) == set()
    assert pairs(rivals([left, boats("57", "b", attribute="fleet", open=True, start=90), right], "tarn_weir")) == set()
    rafts = stated(f"{words(0, 1, 2)} 47 rafts", "47 rafts", "fleet", "b", open=True)
    assert pairs(rivals([left, rafts], "tarn_weir")) == set()
    money = [stated(f"{words(0, 1)} {v}", v, a, s, open=True) for v, a, s in (("$43", "x", "a"), ("$57", "y", "b"))]
    assert pairs(rivals(money, "tarn_weir")) == ids(*money)


@pytest.mark.parametrize(("shared", "expected"), [((4, 5), True), ((5, 6), False)])
def test_how_many_words_are_paired(shared: tuple[int, int], expected: bool) -> None:
    """Those that come first in the alphabet."""
    near = tuple(range(PAIRED_WORDS + 1))
    left = stated(f"{words(*near)} $43", "$43")
    right = stated(f"{words(*shared)} $57", "$57", "other", "b", open=True)
    assert bool(pairs(rivals([left, right], "tarn_weir"))) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"scope": Scope(place="Tarn")}, False),
        ({"scope": Scope("2003", "2003-01-01", "2003-12-31")}, False),
        ({"scope": Scope(stage="spent")}, True),
    ],
)
def test_what_keeps_two_values_from_one_statement(changes: dict[str, Any], expected: bool) -> None:
    left = boats("43", scope=Scope("2001", "2001-01-01", "2001-12-31"))
    right = boats("47", "b", **changes)
    assert (alike(left, right) > 0) is (alike(right, left) > 0) is expected
