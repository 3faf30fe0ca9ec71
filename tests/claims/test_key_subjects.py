"""The key of a labelled line is the attribute of its value, or the thing that has it."""

from __future__ import annotations

import pytest

from tests.readings import stated, told

MILL = "# Corran Mill\n\nCorran Mill is a museum in Tarn. Corran Mill was opened in 1951.\n\n"


@pytest.mark.parametrize(
    ("line", "subject", "attribute", "value"),
    [
        ("- **Tea room** - 58 chairs", "Corran Mill, tea room", "chair", "58"),
        ("- Bookshop: 300 maps for sale", "Corran Mill, bookshop", "map", "300"),
        ("- **Length of the race** - 412 m", "Corran Mill", "length", "412 m"),
        ("- Benches: 96", "Corran Mill", "bench", "96"),
        ("- Annual budget: £4,000", "Corran Mill", "budget", "£4,000"),
        ("Oldest miller\n: Ida Brenn, 91", "Ida Brenn", "oldest__miller", "91"),
        ("- Longest shift - 15 hours (Ida Brenn)", "Ida Brenn", "longest__shift", "15 hours"),
    ],
)
def test_who_has_the_value(line: str, subject: str, attribute: str, value: str) -> None:
    assert (subject, attribute, value) in told(MILL + line + "\n")


@pytest.mark.parametrize("line", ["Registered charity: 1140772", "Phone: 415 220", "Page id: 118"])
def test_what_names_something_is_no_amount(line: str) -> None:
    text = f"{MILL}{line}\nChairs: 40\n"
    assert stated(text, "40") and not stated(text, line.split(": ")[1])


def test_the_period_of_a_page_scopes_its_figures() -> None:
    page = "---\nyear: 2019\n---\n\n" + MILL + "Chairs: 40\nVisitors: 1,200\n"
    assert {c.scope.time for v in ("40", "1,200") for c in stated(page, v)} == {"2019"}
    assert not stated(page, "2019")
