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
        ("2h 30m", "150", "minute"),
        ("2hr 5m", "125", "minute"),
        ("20 mins", "20", "minute"),
        ("two nights", "2", "day"),
        ("25 years old", "25", "year"),
        ("37-year-old", "37", "year"),
        ("one and a quarter hours", "1.25", "hour"),
        ("6 and a half hours", "6.5", "hour"),
        ("one and three quarter hour", "1.75", "hour"),
        ("an hour and a quarter", "1.25", "hour"),
        ("one and a quarter of an hour", "1.25", "hour"),
        ("three quarters of an hour", "0.75", "hour"),
        ("3 hours and twenty minutes", "200", "minute"),
        ("a couple of weeks", "2", "week"),
        ("a full decade", "1", "decade"),
        ("an entire month", "1", "month"),
        ("all week", "1", "week"),
        ("another century", "1", "century"),
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
        ("within six months", [("within six months", None, "6", "month", "up_to")]),
        ("more than four decades", [("more than four decades", "4", None, "decade", "more_than")]),
        ("over a decade", [("over a decade", "1", None, "decade", "more_than")]),
        ("twelve to fourteen hours a day", [("twelve to fourteen hours", "12", "14", "hour", "range")]),
        (
            "less than 2 hours, but more than 4 days",
            [
                ("less than 2 hours", None, "2", "hour", "less_than"),
                ("more than 4 days", "4", None, "day", "more_than"),
            ],
        ),
        ("roughly seven months after", [("roughly seven months", "7", "7", "month", "about")]),
        ("aged 25", [("25", "25", "25", "year", "exact")]),
        ("at the age of sixty-eight", [("sixty-eight", "68", "68", "year", "exact")]),
        ("She sang when she was 20.", [("20", "20", "20", "year", "exact")]),
        ("He has sung since he was nine.", [("nine", "9", "9", "year", "exact")]),
        ("Clara Voss was 56 when she died", [("56", "56", "56", "year", "exact")]),
        ("He was only 20 when he left", [("only 20", "20", "20", "year", "exact")]),
        ("more than half a century", [("more than half a century", "0.5", None, "century", "more_than")]),
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
    ("text", "expected"),
    [
        ("The ferry was away for 4 hours 25.", ("4 hours 25", "265", "minute")),
        ("Loading lasted 1 hour and forty", ("1 hour and forty", "100", "minute")),
        ("The film runs 2 minutes and 10 (without titles)", ("2 minutes", "2", "minute")),
        ("They needed 3 hours and 12 porters.", ("3 hours", "3", "hour")),
        ("They needed 3 hours and 75.", ("3 hours", "3", "hour")),
    ],
)
def test_a_smaller_unit_left_out(text: str, expected: tuple[str, str, str]) -> None:
    found = mentions(text)[0]
    assert (found.text, found.low, found.unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The kiln cools over several days.", ("several days", "3", "9", "day")),
        ("Several consecutive winters and a few weeks", ("a few weeks", "3", "6", "week")),
        ("in the last few months", ("last few months", "3", "6", "month")),
        ("a few further hours of rain", ("a few further hours", "3", "6", "hour")),
        ("for few minutes", ("few minutes", "3", "6", "minute")),
    ],
)
def test_a_vague_number_is_a_range(text: str, expected: tuple[str, str, str, str]) -> None:
    found = only(text)
    assert (found.text, found.low, found.high, found.unit, found.modifier) == (*expected, "range")
    assert found.kind == "duration"


@pytest.mark.parametrize(
    "text",
    [
        "Few years were as wet.",
        "The full-year result pleased the canteen.",
        "The whole year group sang.",
        "Another day, he thought, and went home.",
        "A few of the hours",
    ],
)
def test_words_for_whole_times_that_are_no_length(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a year later",
        "five months later",
        "several decades ago",
        "a few hours later",
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


@pytest.mark.parametrize(
    ("text", "written", "low", "high", "unit", "modifier"),
    [
        ("aged between 18 and 24", "between 18 and 24", "18", "24", "year", "range"),
        ("ages between 5 and 12", "between 5 and 12", "5", "12", "year", "range"),
        ("a three- to five-year term", "three- to five-year", "3", "5", "year", "range"),
        ("a 5-to-10-minute walk", "5-to-10-minute", "5", "10", "minute", "range"),
        ("20-odd years", "20-odd years", "20", "20", "year", "about"),
        ("20-plus years", "20-plus years", "20", None, "year", "at_least"),
        ("thousands of years", "thousands of years", "1000", None, "year", "more_than"),
        ("six-and-a-half years", "six-and-a-half years", "6.5", "6.5", "year", "exact"),
        ("a two-and-a-half-year wait", "two-and-a-half-year", "2.5", "2.5", "year", "exact"),
        ("a club for 5-year-olds", "5-year-olds", "5", "5", "year", "exact"),
        ("1/2 h of rest", "1/2 h", "0.5", "0.5", "hour", "exact"),
        ("24 h of rest", "24 h", "24", "24", "hour", "exact"),
        ("She won in 47.02 s.", "47.02 s", "47.02", "47.02", "second", "exact"),
        ("the cold lasted 2W", "2W", "2", "2", "week", "exact"),
        ("1400 hours of rain", "1400 hours", "1400", "1400", "hour", "exact"),
        ("34 years3", "34 years", "34", "34", "year", "exact"),
    ],
)
def test_lengths_in_other_dress(text: str, written: str, low: str, high: str | None, unit: str, modifier: str) -> None:
    assert rows(text) == [(written, low, high, unit, modifier)]
    assert only(text).kind == "duration"


@pytest.mark.parametrize(
    "text",
    [
        "a club for under-21s",
        "the over-65s",
        "a 24/7 service",
        "a 9-to-5 job",
        "a 2W lamp",
    ],
)
def test_what_lasts_no_time(text: str) -> None:
    assert [m for m in mentions(text) if m.kind != "measure"] == []
