"""A coarser value joins the one finer value that it holds, and none if it holds two or stands against one."""

from __future__ import annotations

import pytest
from checker.rules.positions import Sets, positions_of

from checker.model.comparison import Comparison
from tests.rules.told import Told, rule_input


def groups(values: list[str], agree: list[tuple[int, int]], conflict: list[tuple[int, int]]) -> list[set[str]]:
    told = [Told(f"It opened at {v}." if ":" in v or "am" in v else f"It opened in {v}.", {v: "x"}) for v in values]
    known = rule_input(told)
    ids = list(known.claims)
    assert [c.value.text for c in known.claims.values()] == values
    compare = [[Comparison(ids[a], ids[b], "agree", "") for a, b in pairs] for pairs in (agree, conflict)]
    sets = positions_of(compare[0], known, compare[1])
    found: dict[str, set[str]] = {}
    for n, identifier in enumerate(ids):
        found.setdefault(sets.root(identifier), set()).add(values[n])
    return sorted(found.values(), key=sorted)


@pytest.mark.parametrize(
    ("values", "agree", "conflict", "expected"),
    [
        (["1871", "1871"], [(0, 1)], [], [{"1871"}]),
        (["1871", "May 1871"], [(0, 1)], [], [{"1871", "May 1871"}]),
        (["1871", "May 1871", "June 1871"], [(0, 1), (0, 2)], [], [{"1871"}, {"May 1871"}, {"June 1871"}]),
        (["1871", "May 1871", "3 May 1871"], [(0, 1), (1, 2), (0, 2)], [], [{"1871"}, {"May 1871", "3 May 1871"}]),
        (["1871", "May 1871", "3 May 1871"], [(0, 1), (1, 2)], [], [{"1871", "May 1871", "3 May 1871"}]),
        (["1871", "May 1871"], [(0, 1)], [(0, 1)], [{"1871"}, {"May 1871"}]),
        (["1871", "3 May 1871", "May 1871"], [(0, 1), (2, 1)], [(0, 2)], [{"1871"}, {"3 May 1871", "May 1871"}]),
        (["1870s", "1871"], [(0, 1)], [], [{"1870s", "1871"}]),
        (["8 am", "8:15 am", "8:20 am"], [(0, 1), (0, 2)], [], [{"8 am"}, {"8:15 am"}, {"8:20 am"}]),
        (["8:15 am", "8 am", "8:20 am"], [(0, 1), (2, 1)], [], [{"8 am"}, {"8:15 am"}, {"8:20 am"}]),
    ],
)
def test_groups(
    values: list[str], agree: list[tuple[int, int]], conflict: list[tuple[int, int]], expected: list[set[str]]
) -> None:
    assert groups(values, agree, conflict) == sorted(expected, key=sorted)


def test_the_least_id_stands_for_a_set() -> None:
    sets = Sets()
    for a, b in (("d", "c"), ("b", "d"), ("a", "e"), ("e", "b")):
        sets.join(a, b)
    assert {sets.root(i) for i in "abcde"} == {"a"}
    assert sets.root("f") == "f"
