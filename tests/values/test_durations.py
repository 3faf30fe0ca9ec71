"""Lengths of time and ages, and times that only the document's date places."""

import pytest

from tests.values.stated import mentions, only, rows


@pytest.mark.parametrize(
    ("written", "low", "unit"),
    [
        ("24 years", "24", "year"),
        ("34 active years", "34", "year"),
        ("three consecutive seasons and two years", "2", "year"),
        ("five-day", "5", "day"),
        ("10-day", "10", "day"),
        ("35-year", "35", "year"),
        ("24-month", "24", "month"),
        ("four decades", "4", "decade"),
        ("two and a half years", "2.5", "year"),
        ("four and a half months", "4.5", "month"),
        ("1.5 hours", "1.5", "hour"),
        ("a year and a half", "1.5", "year"),
        ("an hour and a half", "1.5", "hour"),
        ("half a century", "0.5", "century"),
        ("2 years, 3 months", "27", "month"),
        ("1 hour and fifteen seconds", "3615", "second"),
        ("3h", "3", "hour"),
        ("20 mins", "20", "minute"),
        ("two nights", "2", "day"),
        ("25 years old", "25", "year"),
        ("37-year-old", "37", "year"),
        ("one and a quarter hours", "1.25", "hour"),
    ],
)
def test_durations(written: str, low: str, unit: str) -> None:
    found = [m for m in mentions(f"It took {written} then.") if m.kind == "duration"]
    assert [(m.low, m.high, m.unit) for m in found] == [(low, low, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the past 40 years", [("past 40 years", "40", "40", "year", "exact")]),
        ("up to six months", [("up to six months", None, "6", "month", "up_to")]),
        ("more than four decades", [("more than four decades", "4", None, "decade", "more_than")]),
        ("over a decade", [("over a decade", "1", None, "decade", "more_than")]),
        ("twelve to fourteen hours a day", [("twelve to fourteen hours", "12", "14", "hour", "range")]),
        (
            "less than 2 hours or more than 4 days",
            [
                ("less than 2 hours", None, "2", "hour", "less_than"),
                ("more than 4 days", "4", None, "day", "more_than"),
            ],
        ),
        ("roughly seven months after", [("roughly seven months", "7", "7", "month", "about")]),
        ("aged 25", [("25", "25", "25", "year", "exact")]),
        ("at the age of sixty-eight", [("sixty-eight", "68", "68", "year", "exact")]),
        ("18 years of age", [("18 years of age", "18", "18", "year", "exact")]),
        ("children aged 5 to 12", [("5 to 12", "5", "12", "year", "range")]),
        (
            "between the ages of 18 and 24",
            [("between the ages of 18 and 24", "18", "24", "year", "range")],
        ),
        ("every 7 years", [("7 years", "7", "7", "year", "exact")]),
    ],
)
def test_bounds(text: str, expected: list[object]) -> None:
    assert rows(text) == expected
    assert {m.kind for m in mentions(text)} == {"duration"}


@pytest.mark.parametrize(
    "text",
    [
        "a year later",
        "five months later",
        "138 years ago",
        "last month",
        "the following year",
        "yesterday",
        "next week",
    ],
)
def test_relative_times(text: str) -> None:
    found = only(f"{text}, it closed.")
    assert (found.kind, found.relative, found.low, found.high) == ("date", True, None, None)


@pytest.mark.parametrize(
    "text", ["twice a day", "one day he left", "a year", "the day", "every year", "year-round", "by the hour"]
)
def test_no_duration(text: str) -> None:
    assert [m for m in mentions(text) if m.kind == "duration"] == []
