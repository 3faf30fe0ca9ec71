"""The key of a labelled line is the attribute of its value, or the thing that has it."""

from __future__ import annotations

import pytest

from checker.claims.key_subjects import measured_nouns
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


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        (("updated: 2021-04-02", "looms: 12"), "2021-04-02"),
        (("looms: 12", "date: 2019-03-05"), "2019-03-05"),
        (("date: 2019-03-05", "last_modified: 2021-04-02", "looms: 12"), "2021-04-02"),
        (("looms: 12", "date: 2019-03-05", "season: 2018"), "2018"),
        (("looms: 12", "opened: 1951-05-02"), None),
    ],
)
def test_the_header_of_a_page_says_when_its_figures_hold(lines: tuple[str, ...], time: str | None) -> None:
    header = "\n".join(("---", "title: Corran Mill", *lines, "---"))
    text = f"{header}\n\n{MILL}Corran Mill has 40 employees.\n"
    assert [(c.scope.time, c.scope.basis) for c in stated(text, "12")] == [(time, "document" if time else "unknown")]
    assert not stated(text, "2021-04-02") and not stated(text, "2019-03-05")
    assert {c.scope.time for c in stated(text, "40")} == {time}


@pytest.mark.parametrize(
    ("line", "attribute", "unit", "low"),
    [
        ("belt_length_km: 3", "length", "kilometre", "3"),
        ("dust_mg: 64", "dust", "milligram", "64"),
        ("ticket_gbp: 9", "ticket", "GBP", "9"),
        ("shares_sold_in: 64", "share__sold", None, "64"),
        ("lengths_min: 3", "length__min", None, "3"),
    ],
)
def test_the_last_word_of_a_key_may_be_the_unit(line: str, attribute: str, unit: str | None, low: str) -> None:
    text = f"---\ntitle: Corran Mill\n{line}\n---\n\n{MILL}"
    (claim,) = stated(text, low)
    assert (claim.attribute, claim.value.unit, claim.value.low) == (attribute, unit, low)


def test_the_period_of_a_page_scopes_its_figures() -> None:
    page = "---\nyear: 2019\n---\n\n" + MILL + "Chairs: 40\nVisitors: 1,200\n"
    assert {c.scope.time for v in ("40", "1,200") for c in stated(page, v)} == {"2019"}
    assert not stated(page, "2019")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("length", True), ("height", True), ("budget", True), ("mill", False), ("wheel", False), ("lengths", False)],
)
def test_nouns_that_name_what_is_measured(noun: str, expected: bool) -> None:
    assert (noun in measured_nouns()) is expected
