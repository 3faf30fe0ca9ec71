"""A day whose year is left open is a value, unless it only says when another value holds."""

from __future__ import annotations

import pytest

from tests.readings import claims, conflicts, stated, told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Corran was in dock from 8 January and sailed on 2 February.", ["8 January", "2 February"]),
        ("On 19 May the Corran touched the quay.", ["19 May"]),
        ("The ban began on 3 August 2022 and was lifted on 4 November.", ["3 August 2022", "4 November"]),
        ("# Corran\n\nThe Corran is a ship.\n\nTrial run: 14 May\n", ["14 May"]),
        ("# Corran\n\nThe Corran is a ship.\n\nThe deadline has been moved to 29 January.", ["29 January"]),
    ],
)
def test_a_day_is_a_claim(text: str, days: list[str]) -> None:
    assert [c.value.text for c in claims(text) if c.value.kind == "date"] == days


@pytest.mark.parametrize(
    ("text", "value", "time"),
    [
        ("The Corran carried 340 people on 3 May.", "340", "XXXX-05-03"),
        ("At its lowest, on 2 October, the lake was 44% full.", "44%", "XXXX-10-02"),
    ],
)
def test_a_day_that_scopes_another_value(text: str, value: str, time: str) -> None:
    assert {c.scope.time for c in stated(text, value) if c.attribute != "as_of"} == {time}
    assert {c.attribute for c in claims(text) if c.value.kind == "date"} <= {"as_of"}


def test_a_day_beside_a_date_with_its_year_scopes_the_figure_before_it() -> None:
    text = "Bruma Steel employed 5,200 people on 3 May and 4,100 in 2004."
    assert "3 May" not in {value for _, _, value in told(text)}
    assert {"5,200", "4,100"} <= {value for _, _, value in told(text)}


@pytest.mark.parametrize("text", ["The Corran sails in May.", "The Corran sailed last month.", "It may 3 sail."])
def test_what_is_no_day(text: str) -> None:
    assert not [c for c in claims(text) if c.value.kind == "date"]


def test_days_of_unknown_years_are_no_conflict() -> None:
    one, other = "The Corran Fair opens on 13 July.", "The Corran Fair opens on 12 July."
    assert stated(one, "13 July") and stated(other, "12 July")
    assert not conflicts(one, other)


HEADER = "---\ntitle: Corran Fair\n{}\n---\n\nThe Corran Fair is held on the quay.\n"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("opening_day: 14 May 2023", "14 May 2023"),
        ("opening_day: 14 May", "14 May"),
        ("gates: 19:30", "19:30"),
        ("walk: 2 hours", "2 hours"),
    ],
)
def test_what_the_header_of_a_page_states(line: str, value: str) -> None:
    assert stated(HEADER.format(line), value)


@pytest.mark.parametrize(
    "line", ["weight: 20", "date: 2023-05-14", "addedAt: 2023-05-14", "ring: 2023", "copyright: 2023"]
)
def test_what_only_lays_out_or_dates_the_page(line: str) -> None:
    assert not claims(HEADER.format(line))
