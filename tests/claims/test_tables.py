"""Cells of a table are of what its heads say: a thing, a time, a scale."""

from __future__ import annotations

import pytest

from tests.readings import claims, conflicts, stated, subject

YEARS = (
    "# Bruma Steel annual report 2019\n\n(in millions of euros, except per share data)\n\n"
    "| | 2019 | 2018 |\n|---|---|---|\n| Net sales | €842.6 | €755.1 |\n| Gross profit | €244.9 | €201.0 |\n"
    "| Diluted earnings per share | €3.41 | €2.84 |\n| Employees | 7,350 | 7,120 |\n"
)
PLACES = (
    "# Facts: Tarn Hill town\n\nTarn Hill is a town in Fell County.\n\n"
    "| Fact | Tarn Hill town | Fell County |\n|---|---|---|\n"
    "| Population, Census, April 1, 2020 | 8,210 | 14,870 |\n| Land area (sq mi) | 39.8 | 1,704.2 |\n"
)
DEPARTMENTS = (
    "# Budget of Tarn Hill\n\n(in thousands)\n\n| Purpose | FY 2018 budget | FY 2019 budget |\n|---|---|---|\n"
    "| Roads | $41,200 | $43,900 |\n| Parks | $9,400 | $9,900 |\n| Total | $50,600 | $53,800 |\n"
)
COMPANIES = (
    "# Makers by size\n\n| Company | Founded | Revenue 2019 ($bn) |\n|---|---|---|\n"
    "| Corran Foods | 1952 | 4.2 |\n| Bruma | 1919 | 7.7 |\n"
)


@pytest.mark.parametrize(
    ("table", "text", "about", "attribute", "low", "time"),
    [
        (YEARS, "€842.6", "Bruma Steel", "revenue", "842600000", "2019"),
        (YEARS, "€755.1", "Bruma Steel", "revenue", "755100000", "2018"),
        (YEARS, "€244.9", "Bruma Steel", "gross_profit", "244900000", "2019"),
        (YEARS, "€2.84", "Bruma Steel", "earnings_per_share", "2.84", "2018"),
        (YEARS, "7,120", "Bruma Steel", "employees", "7120", "2018"),
        (PLACES, "8,210", "Tarn Hill", "population", "8210", "2020-04-01"),
        (PLACES, "14,870", "Fell County", "population", "14870", "2020-04-01"),
        (PLACES, "39.8", "Tarn Hill", "land_area", "39.8", None),
        (DEPARTMENTS, "$43,900", "Tarn Hill, road", "budget", "43900000", "2018-10/2019-09"),
        (DEPARTMENTS, "$53,800", "Tarn Hill", "budget", "53800000", "2018-10/2019-09"),
        (COMPANIES, "4.2", "Corran Foods", "revenue", "4200000000", "2019"),
        (COMPANIES, "1919", "Bruma", "founded", "1919-01-01", None),
    ],
)
def test_cells(table: str, text: str, about: str, attribute: str, low: str, time: str | None) -> None:
    found = {(subject(c), c.attribute, c.value.low, c.scope.time) for c in stated(table, text)}
    assert (about, attribute, low, time) in found


@pytest.mark.parametrize(
    ("lead", "about"),
    [
        ("The mill is in Fell County.", "topic of the text"),
        ("The mill is in Fell County. It is hilly in Fell County.", "Fell County"),
    ],
)
def test_a_head_names_a_thing_that_the_text_names_twice(lead: str, about: str) -> None:
    table = "| Fact | Fell County |\n|---|---|\n| Population | 14,870 |\n| Area | 30 km2 |\n"
    (claim,) = stated(f"# Facts\n\n{lead}\n\n{table}", "14,870")
    assert (subject(claim), claim.attribute) == (about, "population")


BUDGETS = "| Year | Budget |\n|---|---|\n| 1998 | $81 |\n"


@pytest.mark.parametrize(
    ("lead", "low"),
    [
        ("Inland Ports Agency, in millions\n\n", "81000000"),
        ("# Inland Ports Agency\n\nIn millions\n\n", "81000000"),
        ("# Inland Ports Agency\n\nIn millions\n\nA note.\n\n", "81"),
        ("# Inland Ports Agency\n\n", "81"),
        ("", "81"),
        (f"In millions{' so' * 76}.\n\n", "81000000"),
        (f"In millions{' so' * 77}.\n\n", "81"),
    ],
)
def test_the_short_line_right_before_a_table_tells_its_scale(lead: str, low: str) -> None:
    (claim,) = stated(lead + BUDGETS, "$81")
    assert (claim.attribute, claim.value.low) == ("budget", low)


def test_units_of_labels() -> None:
    (area,) = stated(PLACES, "39.8")
    assert (area.value.kind, area.value.unit) == ("measure", "square mile")


def test_evidence_is_as_it_stands() -> None:
    for claim in claims(YEARS):
        assert claim.value.text == YEARS[claim.value.start : claim.value.end]


@pytest.mark.parametrize(
    "other",
    [
        "# Bruma Steel\n\nBruma Steel had revenue of €843 million in 2019.",
        "# Bruma Steel\n\nBruma Steel had net sales of €201.3 million in the fourth quarter of 2019.",
        "# Bruma Steel\n\nFourth quarter 2019 highlights:\n\n- Net sales of €201.3 million\n",
        "# Bruma Steel\n\nIn 2019 net sales rose. Fourth-quarter sales came to €201.3 million.",
        "# Bruma Steel\n\nBruma Steel had an operating profit of €91 million in 2019.",
        "# Bruma Steel\n\nBruma Steel had net sales of €2.1 billion from 2017 to 2019.",
    ],
)
def test_nothing_conflicts(other: str) -> None:
    assert {claim.attribute for claim in claims(other)} & {"revenue", "operating_income"}
    assert not conflicts(YEARS, other)


def test_another_figure_of_the_year_conflicts() -> None:
    assert conflicts(YEARS, "# Bruma Steel\n\nBruma Steel had revenue of €894 million in 2019.")
