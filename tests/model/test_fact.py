"""A fact among some claims: what is left of its positions, of its comparisons and of its conflict."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model.comparison import Comparison, Tier
from checker.model.fact import Fact

Edge = tuple[str, str, float, Tier | None]
"""Two claims, how sure it is, and the tier of their conflict or None where they agree."""


def fact(positions: list[str], edges: list[Edge]) -> Fact:
    """Each position is a word, and each of its letters a claim."""
    made = [
        Comparison(left, right, "conflict" if tier else "agree", "how they stand", sure, tier)
        for left, right, sure, tier in edges
    ]
    made.sort(key=lambda c: (c.relation != "conflict", -c.score))
    return Fact("opened", tuple(map(tuple, positions)), tuple(made), made[0].tier, made[0].score)


TWO = fact(["ab", "c"], [("a", "c", 0.9, "error"), ("b", "c", 0.7, "warning"), ("a", "b", 0.95, None)])
THREE = fact(["a", "b", "c"], [("a", "b", 0.9, "error"), ("b", "c", 0.7, "warning")])
ONE = fact(["abc"], [("a", "b", 0.9, None), ("b", "c", 0.6, None)])


@pytest.mark.parametrize(
    ("whole", "known", "positions", "edges", "tier", "confidence"),
    [
        (TWO, "abc", ["ab", "c"], ["ac", "bc", "ab"], "error", 0.9),
        (TWO, "ac", ["a", "c"], ["ac"], "error", 0.9),
        (TWO, "bc", ["b", "c"], ["bc"], "warning", 0.7),
        (TWO, "ab", ["ab"], ["ab"], None, 0.95),
        (THREE, "abc", ["a", "b", "c"], ["ab", "bc"], "error", 0.9),
        (THREE, "bc", ["b", "c"], ["bc"], "warning", 0.7),
        (ONE, "abc", ["abc"], ["ab", "bc"], None, 0.9),
        (ONE, "bc", ["bc"], ["bc"], None, 0.6),
        (ONE, "abxyz", ["ab"], ["ab"], None, 0.9),
    ],
)
def test_what_is_left_of_a_fact(
    whole: Fact, known: str, positions: list[str], edges: list[str], tier: Tier | None, confidence: float
) -> None:
    left = whole.among(set(known))
    assert left is not None
    assert list(map("".join, left.positions)) == positions
    assert [c.left + c.right for c in left.comparisons] == edges
    assert (left.attribute, left.tier, left.confidence) == ("opened", tier, confidence)


@pytest.mark.parametrize(
    ("whole", "known"), [(TWO, "a"), (TWO, "c"), (TWO, ""), (TWO, "xyz"), (THREE, "ac"), (ONE, "ac"), (ONE, "b")]
)
def test_a_fact_of_which_nothing_is_compared_any_more(whole: Fact, known: str) -> None:
    assert whole.among(set(known)) is None


def test_a_fact_is_known_by_its_claims_alone() -> None:
    assert TWO.id == fact(["c", "ba"], [("a", "c", 0.5, "possible")]).id != THREE.among("bc").id
    assert TWO.claims == ("a", "b", "c")


@given(
    st.sets(st.sampled_from("abcdef")),
    st.lists(st.tuples(st.sampled_from(list(combinations("abcdef", 2))), st.floats(0.1, 1.0)), min_size=1, max_size=9),
)
@settings(deadline=None)
def test_what_always_holds_among_some_claims(known: set[str], drawn: list[tuple[tuple[str, str], float]]) -> None:
    """Claims of even places hold one value, and those of odd ones another."""
    edges: list[Edge] = [
        (a, b, sure, "error" if (ord(a) - ord(b)) % 2 else None) for (a, b), sure in dict(drawn).items()
    ]
    whole = fact(["ace", "bdf"], edges)
    assert whole.among("abcdef") == whole
    left = whole.among(known)
    if left is None:
        assert not any({a, b} <= known for a, b, *_ in edges)
        return
    assert set(left.claims) <= known
    assert {claim for c in left.comparisons for claim in (c.left, c.right)} <= set(left.claims)
    assert left.confidence == left.comparisons[0].score
    assert (left.tier == "error") is any(c.relation == "conflict" for c in left.comparisons)
    assert left.among(known) == left
