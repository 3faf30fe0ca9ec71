"""Sides are called by their values, and by all their values where they are parts of a sum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.decision import Verdict
from checker.reports.html.sides import between, side_name, verdict_words
from tests.reports.invented import claim, college, museum
from tests.reports.pages import decided


def test_a_rival_is_called_by_its_value() -> None:
    conflict = museum().findings[0]
    claims = {c.id: c for c in museum().claims}
    names = [side_name(p, [claims[c] for c in p.claims], conflict) for p in conflict.positions]
    assert names == ["1894", "1897"]
    assert between(conflict) == "or"


def test_parts_of_a_sum_are_called_by_all_their_values() -> None:
    (change,) = college().findings
    claims = {c.id: c for c in college().claims}
    names = [side_name(p, [claims[c] for c in p.claims], change) for p in change.positions]
    assert names == ["40 percent", "1,200 students, 1,500 students"]
    assert between(change) == "against"
    text = " ".join(str(n) for n in range(10, 17))
    parts = [claim("guide", text, str(n), name="Quay", attribute="cost") for n in range(10, 17)]
    assert side_name(change.positions[1], parts, change) == "10, 11, 12, 13, and 3 more"


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("left", "1894 is right"),
        ("right", "1896 is right"),
        ("both", "all are right"),
        ("both-wrong", "all are wrong"),
        ("not-same-fact", "they speak of different things"),
        ("extraction-error", "the text was read wrongly"),
        ("waived", "waived"),
    ],
)
def test_a_verdict_calls_a_side_by_its_value(verdict: Verdict, words: str) -> None:
    decision = replace(decided().rulings[0].decision, verdict=verdict)
    assert verdict_words(decision) == words


def test_a_verdict_without_its_sides_calls_them_in_their_order() -> None:
    decision = replace(decided().rulings[0].decision, verdict="right", right=())
    assert verdict_words(decision) == "the second side is right"
