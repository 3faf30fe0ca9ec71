"""Timelines: a day is a point, a year a stretch, what has no end runs out, and values stand at their time."""

from __future__ import annotations

import pytest

from checker.model.claim import Claim, Scope
from checker.reports.html.timeline import WIDTH, timeline_of
from tests.reports.invented import claim


def dated(low: str | None, high: str | None, text: str = "then") -> Claim:
    return claim("guide", text, text, name="Quay", attribute="opened", low=low, high=high)


def amount(value: str, year: str | None, unit: str = "USD") -> Claim:
    scope = Scope(year, f"{year}-01-01", f"{year}-12-31", "stated") if year else Scope()
    return claim(
        "guide",
        value,
        value,
        name="Quay",
        attribute="cost",
        kind="money",
        low=value,
        high=value,
        unit=unit,
        scope=scope,
    )


def spans(*positions: list[Claim]) -> list[tuple[int, int, str]]:
    line = timeline_of(positions)
    assert line is not None
    return [(mark.start, mark.end, mark.opens) for mark in line.marks]


def test_a_day_is_a_point_and_coarser_dates_are_wider() -> None:
    day, month, year = spans(
        [dated("1949-05-17", "1949-05-17")], [dated("1949-05-01", "1949-05-31")], [dated("1949-01-01", "1949-12-31")]
    )
    assert day[0] == day[1]
    assert 0 < year[0] < month[0] < day[0] < month[1] < year[1] < WIDTH
    assert 11 < (year[1] - year[0]) / (month[1] - month[0]) < 13


def test_what_has_no_end_runs_to_the_edge() -> None:
    assert spans([dated("1960-01-01", None)], [dated("1976-01-01", "1976-12-31")], [dated(None, "1950-12-31")]) == [
        (pytest.approx(390, abs=40), WIDTH, ">"),
        (pytest.approx(900, abs=60), pytest.approx(940, abs=40), ""),
        (0, pytest.approx(60, abs=20), "<"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("1949-01-01", "1976-12-31", ["1950", "1955", "1960", "1965", "1970", "1975"]),
        ("1976-01-01", "1976-12-31", ["1976-01", "1976-03", "1976-05", "1976-07", "1976-09", "1976-11", "1977-01"]),
        ("0900-01-01", "1999-12-31", ["1000", "1200", "1400", "1600", "1800", "2000"]),
        ("-0044-03-15", "0100-03-15", ["-50", "-25", "0", "25", "50", "75", "100"]),
    ],
)
def test_ticks_are_round(first: str, last: str, ticks: list[str]) -> None:
    line = timeline_of([[dated(first, first)], [dated(last, last)]])
    assert line is not None
    assert [label for _, label in line.ticks] == ticks
    assert all(0 <= place <= WIDTH for place, _ in line.ticks)


def test_values_of_one_unit_stand_as_high_as_they_are_large() -> None:
    line = timeline_of(
        [[amount("50", "2000"), amount("9", "2001", "EUR")], [amount("100", "2016"), amount("70", None)]]
    )
    assert line is not None
    assert [(mark.height, mark.label, mark.position) for mark in line.marks] == [
        (500, "50, 2000", 0),
        (1000, "100, 2016", 1),
    ]


@pytest.mark.parametrize(
    "claims",
    [
        [dated("1949-01-01", "1949-12-31"), dated("1949-01-01", "1949-12-31")],
        [dated(None, None), dated("1949-01-01", "1949-12-31")],
        [dated("soon", "later"), dated("1949-01-01", "1949-12-31")],
        [amount("50", "2000"), amount("60", "2000")],
        [amount("50", None), amount("60", "2000")],
        [],
    ],
)
def test_one_place_in_time_is_no_line(claims: list[Claim]) -> None:
    assert timeline_of([claims]) is None


def test_more_marks_than_can_be_told_apart_are_counted() -> None:
    line = timeline_of([[dated(f"{year}-01-01", f"{year}-12-31", str(year)) for year in range(1900, 1950)]])
    assert line is not None
    assert (len(line.marks), line.left_out) == (24, 26)
