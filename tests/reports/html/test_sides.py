"""Sides are called by their values, and by all their values where they are parts of a sum."""

from __future__ import annotations

from checker.reports.html.sides import between, side_name
from tests.reports.invented import claim, college, museum


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
