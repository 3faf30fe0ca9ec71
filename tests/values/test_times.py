"""Times of day: every wording of one time, ranges, bounds, halves of the day left open, and what is no time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model.value import HALF_DAY
from tests.values.stated import mentions, only

Times = list[tuple[str, str | None, str | None, str | None, str]]


def times(text: str) -> Times:
    return [(m.text, m.low, m.high, m.unit, m.modifier) for m in mentions(text) if m.kind == "time"]


@pytest.mark.parametrize(
    "written",
    [
        "2:20 p.m.",
        "2:20 pm",
        "2:20 PM",
        "2:20pm",
        "2.20 p.m.",
        "2.20pm",
        "14:20",
        "2:20 in the afternoon",
        "1420 hours",
    ],
)
def test_one_time_in_every_wording(written: str) -> None:
    found = only(f"The ferry left at {written}, and came back.")
    assert (found.kind, found.text, found.low, found.high) == ("time", written, "14:20", "14:20")
    assert found.resolution == "minute"


@pytest.mark.parametrize(
    ("written", "low"),
    [
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("12 noon", "12:00"),
        ("12 midnight", "00:00"),
        ("9 a.m.", "09:00"),
        ("9am", "09:00"),
        ("nine a.m.", "09:00"),
        ("12 a.m.", "00:00"),
        ("12:15 p.m.", "12:15"),
        ("15:50:06", "15:50:06"),
        ("09:05", "09:05"),
        ("00:30", "00:30"),
        ("24:00", "24:00"),
        ("nine o'clock in the evening", "21:00"),
        ("a quarter to ten in the evening", "21:45"),
        ("twenty minutes to midnight", "23:40"),
        ("half past 3 pm", "15:30"),
        ("7.15 in the evening", "19:15"),
    ],
)
def test_times_with_their_half_of_the_day(written: str, low: str) -> None:
    found = only(f"It closed at {written}")
    assert (found.kind, found.text, found.low, found.high) == ("time", written, low, low)
    assert found.resolution != HALF_DAY


@pytest.mark.parametrize(
    ("written", "low"),
    [
        ("9:15", "09:15"),
        ("five o'clock", "05:00"),
        ("half past nine", "09:30"),
        ("quarter past nine", "09:15"),
        ("twenty-five past six", "06:25"),
        ("ten to five", "04:50"),
    ],
)
def test_times_whose_half_of_the_day_is_open(written: str, low: str) -> None:
    found = only(f"It closed at {written}.")
    assert (found.kind, found.text, found.low, found.resolution) == ("time", written, low, HALF_DAY)


@pytest.mark.parametrize(
    ("text", "written", "low", "high", "modifier"),
    [
        ("from 9 a.m. to 5 p.m.", "from 9 a.m. to 5 p.m.", "09:00", "17:00", "range"),
        ("open 9am-5pm daily", "9am-5pm", "09:00", "17:00", "range"),
        ("open from 9 to 5 p.m.", "from 9 to 5 p.m.", "09:00", "17:00", "range"),
        ("open 2 to 5 p.m.", "2 to 5 p.m.", "14:00", "17:00", "range"),
        ("11 to 1 p.m.", "11 to 1 p.m.", "11:00", "13:00", "range"),
        ("open 9–5 daily", "9–5", "09:00", "05:00", "range"),
        ("9:30-11am on Sundays", "9:30-11am", "09:30", "11:00", "range"),
        ("from 9:00 to 17:30", "from 9:00 to 17:30", "09:00", "17:30", "range"),
        ("Mon-Fri 9:00-17:30", "9:00-17:30", "09:00", "17:30", "range"),
        ("between 9 a.m. and noon", "between 9 a.m. and noon", "09:00", "12:00", "range"),
        ("from 8 am to 5", "from 8 am to 5", "08:00", "17:00", "range"),
        ("between 8 am and 5:30", "between 8 am and 5:30", "08:00", "17:30", "range"),
        ("from 8 am to 9", "from 8 am to 9", "08:00", "09:00", "range"),
        ("from 7 am to half past two", "from 7 am to half past two", "07:00", "14:30", "range"),
        ("from 10 p.m. until 2 a.m.", "from 10 p.m. until 2 a.m.", "22:00", "02:00", "range"),
        ("until 5 p.m.", "until 5 p.m.", None, "17:00", "up_to"),
        ("before 14:30", "before 14:30", None, "14:30", "less_than"),
        ("after 9 p.m.", "after 9 p.m.", "21:00", None, "more_than"),
        ("by noon", "by noon", None, "12:00", "up_to"),
        ("at about 9 pm", "about 9 pm", "21:00", "21:00", "about"),
    ],
)
def test_ranges_and_bounds(text: str, written: str, low: str | None, high: str | None, modifier: str) -> None:
    assert times(text) == [(written, low, high, None, modifier)]


def test_a_zone_is_the_unit() -> None:
    assert times("It leaves at 14:30 GMT.") == [("14:30 GMT", "14:30", "14:30", "UTC", "exact")]
    assert times("Live at 5 pm EST") == [("5 pm EST", "17:00", "17:00", "EST", "exact")]


def test_a_date_makes_a_time_of_figures_behind_it() -> None:
    found = mentions("It began on 3 May 2016, 14:30, and on 2016-10-26 15:50 it was over.")
    assert [(m.kind, m.low) for m in found] == [
        ("date", "2016-05-03"),
        ("time", "14:30"),
        ("date", "2016-10-26"),
        ("time", "15:50"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "John 3:16",
        "at John 3:16",
        "at the 3:16 mark",
        "at 1:50 scale",
        "a ratio of 3:15",
        "She ran it in 2:15:30.",
        "At 25:10 the line broke.",
        "the midnight train",
        "a 9-to-5 job",
        "ten to twelve people",
        "five to six ships",
        "by 1400 hours of flight",
        "the quarter to 5 April",
        "a quarter to 10 million",
        "from 9 to 5 people",
        "she sold 7 in the evening",
        "a length of 14:30",
        "538 minutes",
    ],
)
def test_what_is_no_time_of_day(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("| Barn doors | 10:00 | 18:00 |", ["10:00", "18:00"]),
        ("| **11:45** | Parade |", ["11:45"]),
        ("| Weigh-in | 07:30 – 09:15 |", ["07:30"]),
        ("| Weigh-in | 7:30 – 10:15 |", ["07:30"]),
        ("Curtain: 19:30", ["19:30"]),
        ("**Curtain:** 19:30", ["19:30"]),
        ("Last boat\t21:05", ["21:05"]),
        ("Last boat    21:05", ["21:05"]),
        ("11:15 Soup in the yard", ["11:15"]),
        ("- 11:15 Soup in the yard", ["11:15"]),
        ("3. 11:15 Soup in the yard", ["11:15"]),
        ("Boats: 06:40, 12:10 and 17:55", ["06:40", "12:10", "17:55"]),
    ],
)
def test_hours_and_minutes_that_stand_alone(text: str, lows: list[str]) -> None:
    assert [low for _, low, *_ in times(text)] == lows


@pytest.mark.parametrize(
    "text",
    [
        "| Overture | 3:45 |",
        "| Overture | 3:45 – 9:10 |",
        "| Waiting, min:sec | 12:40 |",
        "| Aspect ratio | 16:10 |",
        "Scale: 12:50",
        "| Final | 24:10 |",
        "| Lap | 12:10:40 |",
        "Amos 12:15",
        "The crews drew 10:10 again",
        "| x12:30 |",
    ],
)
def test_figures_with_a_colon_that_stand_alone_and_are_no_time(text: str) -> None:
    assert times(text) == []


@settings(deadline=None)
@given(st.integers(0, 23), st.integers(0, 59))
def test_both_ways_to_write_a_time_are_one(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    twelve = f"{hour % 12 or 12}:{minute:02d} {half}"
    (first,) = times(f"It sailed at {hour:02d}:{minute:02d} from here")
    (second,) = times(f"It sailed at {twelve} from here")
    assert first[1] == f"{hour:02d}:{minute:02d}" or 1 <= hour <= 12
    assert second[1] == f"{hour:02d}:{minute:02d}"


@settings(deadline=None)
@given(st.text(alphabet="0123456789:. -apm'ocltnehr", max_size=30))
def test_any_text_gives_times_of_one_form(text: str) -> None:
    for found in mentions(f"open at {text}"):
        if found.kind == "time":
            for end in (found.low, found.high):
                assert end is None or re.fullmatch(r"([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?", end)
