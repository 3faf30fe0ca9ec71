"""The first and the last date of a range, each with its own words."""

from __future__ import annotations

import pytest

from checker import find_values
from checker.claims.date_range_ends import range_ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "from 3 May 1902 to 9 June 1907",
            [("from 3 May 1902", "1902-05-03", "day"), ("9 June 1907", "1907-06-09", "day")],
        ),
        ("between 1902 and 1907", [("between 1902", "1902-01-01", "year"), ("1907", "1907-01-01", "year")]),
        ("1902-1907", [("1902", "1902-01-01", "year"), ("1907", "1907-01-01", "year")]),
        ("3 May 1902 - 3 May 1907", [("3 May 1902", "1902-05-03", "day"), ("3 May 1907", "1907-05-03", "day")]),
        ("from 3-9 May 1990", [("from 3", "1990-05-03", "day"), ("9 May 1990", "1990-05-09", "day")]),
        ("1902\u00a0to 1907", [("1902", "1902-01-01", "year"), ("1907", "1907-01-01", "year")]),
        ("1902/07", None),
        ("1902-present", None),
        ("1902-05-03", None),
        ("the 1960s", None),
    ],
)
def test_the_ends_of_a_range(text: str, ends: list[tuple[str, str, str]] | None) -> None:
    (mention,) = find_values(text)
    found = range_ends(mention)
    assert (None if found is None else [(end.text, end.low, end.resolution) for end in found]) == ends
    for end in found or ():
        assert text[end.start : end.end] == end.text
        assert end.modifier == "exact"
