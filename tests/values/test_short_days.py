"""Days in figures with a year of two digits are dates where words or a cell's ends show it; versions are not."""

import pytest

from tests.values.stated import mentions


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Dues thru 9.30.23 rose.", None, "2023-09-30"),
        ("As of 8.31.22 dues rose.", "2022-08-31", "2022-08-31"),
        ("It is more than 7.31.22 by half.", "2022-07-31", "2022-07-31"),
        ("Balance at 30.09.23 rose.", "2023-09-30", "2023-09-30"),
        ("Dues rose (thru 8.31.22).", None, "2022-08-31"),
        ("| 8.31.22 |", "2022-08-31", "2022-08-31"),
        ("Dues rose on 05.04.22 again.", "2022-04-05", "2022-04-05"),
        ("Paid 8/31/23 in full.", "2023-08-31", "2023-08-31"),
        ("Dues of 13/2/23 rose.", "2023-02-13", "2023-02-13"),
        ("On 20th June 24 they rowed.", "2024-06-20", "2024-06-20"),
        ("The month ended 28 February 2023 was wet.", "2023-02-01", "2023-02-28"),
        ("The quarter ended 30 September 2023 was wet.", "2023-07-01", "2023-09-30"),
        ("The seven months of 2023 ended July 31st, 2023 were wet.", "2023-01-01", "2023-07-31"),
    ],
)
def test_days(text: str, low: str | None, high: str) -> None:
    assert [(m.low, m.high) for m in mentions(text) if m.kind == "date"] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "Version 9.30.23 is out.",
        "It needs Tarnlib 1.24.22 or later.",
        "See section 2.13.05 of the rules.",
        "As of 3.4.22 the log is kept.",
        "The address is 10.30.22.14 there.",
        "They mix 1/2/3 of each.",
        "Dues thru 45.30.22 rose.",
    ],
)
def test_no_days(text: str) -> None:
    assert [m.text for m in mentions(text) if m.kind == "date"] == []


@pytest.mark.parametrize(
    ("text", "count"), [("On 20th June 24 members rowed.", "24"), ("On 20th June 12:30 struck.", None)]
)
def test_what_stands_behind_a_month_may_be_counted(text: str, count: str | None) -> None:
    found = mentions(text)
    assert [m.edtf for m in found if m.kind == "date"] == ["XXXX-06-20"]
    assert next((m.low for m in found if m.kind == "count"), None) == count
