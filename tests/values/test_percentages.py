"""Percentages, percentage points and what is neither."""

import pytest

from tests.values.stated import mentions, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 70% increase", [("70%", "70", "70", "percent", "exact")]),
        ("70 percent", [("70 percent", "70", "70", "percent", "exact")]),
        ("70 per cent", [("70 per cent", "70", "70", "percent", "exact")]),
        ("seventy per cent", [("seventy per cent", "70", "70", "percent", "exact")]),
        ("70 %", [("70 %", "70", "70", "percent", "exact")]),
        ("７０％", [("７０％", "70", "70", "percent", "exact")]),
        ("at least 5 percent", [("at least 5 percent", "5", None, "percent", "at_least")]),
        ("approximately 99%", [("approximately 99%", "99", "99", "percent", "about")]),
        ("5-10%", [("5-10%", "5", "10", "percent", "range")]),
        ("5 to 10 percent", [("5 to 10 percent", "5", "10", "percent", "range")]),
        ("between 5% and 10%", [("between 5% and 10%", "5", "10", "percent", "range")]),
        ("from 5% to 10%", [("5%", "5", "5", "percent", "exact"), ("10%", "10", "10", "percent", "exact")]),
        ("-3.5%", [("-3.5%", "-3.5", "-3.5", "percent", "exact")]),
        ("one and a half percent", [("one and a half percent", "1.5", "1.5", "percent", "exact")]),
        ("3 percentage points", [("3 percentage points", "3", "3", "percentage point", "exact")]),
        ("50 basis points", [("50 basis points", "0.5", "0.5", "percentage point", "exact")]),
        ("0.3 of a percentage point", [("0.3 of a percentage point", "0.3", "0.3", "percentage point", "exact")]),
        ("half a percent", [("half a percent", "0.5", "0.5", "percent", "exact")]),
        ("one-tenth of one per cent", [("one-tenth of one per cent", "0.1", "0.1", "percent", "exact")]),
        ("3,4% of", [("3,4%", "3.4", "3.4", "percent", "exact")]),
        ("45%3 of voters", [("45%", "45", "45", "percent", "exact")]),
        ("may 10 percent", [("10 percent", "10", "10", "percent", "exact")]),
    ],
)
def test_percentages(text: str, expected: list[object]) -> None:
    assert rows(text) == expected
    assert {m.kind for m in mentions(text)} == {"percentage"}


@pytest.mark.parametrize("text", ["a percentage of it", "the percent sign", "%", "per cent"])
def test_no_percentage(text: str) -> None:
    assert mentions(text) == []
