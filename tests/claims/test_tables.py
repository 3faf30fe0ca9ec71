"""Cells of a table are of what its heads say: a thing, a time, a scale."""

from __future__ import annotations

import pytest

import checker
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
        (DEPARTMENTS, "$43,900", "Tarn Hill, Roads", "budget", "43900000", "2018-10/2019-09"),
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
        ("The mill is in Fell County.", "Fell County"),
        ("The mill is in Fell County. It is hilly in Fell County.", "Fell County"),
    ],
)
def test_a_head_names_a_thing(lead: str, about: str) -> None:
    table = "| Fact | Fell County |\n|---|---|\n| Population | 14,870 |\n| Area | 30 km2 |\n"
    (claim,) = stated(f"# Facts\n\n{lead}\n\n{table}", "14,870")
    assert (subject(claim), claim.attribute) == (about, "population")


BUDGETS = "| Year | Budget |\n|---|---|\n| 1998 | $81 |\n"


@pytest.mark.parametrize(
    ("lead", "low"),
    [
        ("Inland Ports Agency, in millions\n\n", "81000000"),
        ("# Inland Ports Agency\n\nIn millions\n\n", "81000000"),
        ("# Inland Ports Agency\n\nIn millions\n\nA note.\n\n", "81000000"),
        ("# Inland Ports Agency\n\n", "81"),
        ("", "81"),
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


FLEET = (
    "# Barges of the Tern Lock Trust\n\nThe Tern Lock Trust runs three barges.\n\n"
    "| Barge | Built | Berths |\n|---|---|---|\n| Grey Heron | 1931 | 12 |\n| Old Otter | 1927 | 9 |\n"
    "| Total | | 21 |\n| Average | | 10.5 |\n"
)
LEDGER = (
    "# Ledger\n\nThe Tern Choir sings in Lundby.\n\n| Item (£000) | 2021 | 2022 |\n|---|---|---|\n"
    "| Net result | (12) | 40 |\n| Robes | n/a | 12* |\n| Total | 400 | 482 |\n"
)
KILNS = (
    "| Kiln | Heat | | Load |\n|---|---|---|---|\n| | Low (°C) | High (°C) | Pots |\n| Ida | 600 | 990 | 40 |\n"
    "| Ole | 610 | 970 | 30 |\n"
)
GROUPS = (
    "# Shed\n\nThe Tern Shed is open.\n\n"
    "          Morning         Evening\n        Low    High     Low    High\n"
    "Damp     41      57      38      44\nDust     23      31      21      25\n"
)


@pytest.mark.parametrize(
    ("text", "value", "total", "average"),
    [
        (FLEET, "12", False, False),
        (FLEET, "21", True, False),
        (FLEET, "10.5", False, True),
        (LEDGER, "482", True, False),
        (LEDGER, "40", False, False),
    ],
)
def test_totals_and_averages_are_marked(text: str, value: str, total: bool, average: bool) -> None:
    (claim,) = stated(text, value)
    assert (claim.qualifiers.total, claim.qualifiers.average) == (total, average)


def test_a_total_is_never_of_the_thing_of_a_row() -> None:
    assert {subject(c) for value in ("12", "9") for c in stated(FLEET, value)} == {"Grey Heron", "Old Otter"}
    assert {subject(c) for value in ("21", "10.5") for c in stated(FLEET, value)} == {"Barges of the Tern Lock Trust"}


@pytest.mark.parametrize(
    ("value", "low"), [("(12)", "-12000"), ("40", "40000"), ("12", "12000")], ids=["loss", "gain", "mark of a footnote"]
)
def test_amounts_of_a_ledger(value: str, low: str) -> None:
    (claim,) = stated(LEDGER, value)
    assert (claim.value.low, claim.value.unit) == (low, "GBP")


def test_brackets_are_no_loss_where_nothing_is_money() -> None:
    text = LEDGER.replace(" (£000)", "")
    assert stated(text, "(12)") == []
    assert [claim.value.low for claim in stated(text, "40")] == ["40"]


def test_equal_heads_under_others_are_told_apart() -> None:
    found = {claim.value.text: claim.attribute for claim in claims(GROUPS)}
    assert (found["41"], found["38"]) == ("morn__low", "evening__low")
    assert not conflicts(GROUPS)


@pytest.mark.parametrize(
    ("head", "read"),
    [("Voices", True), ("Year founded", True), ("#", False), ("Rank", False), ("Phone", False), ("ID", False)],
)
def test_numbers_that_state_nothing(head: str, read: bool) -> None:
    text = (
        "# Choirs\n\nThe Choir League lists choirs.\n\n"
        f"| Choir | {head} | Tenors |\n|---|---|---|\n| Lark Choir | 1931 | 7 |\n| Wren Choir | 1928 | 6 |\n"
    )
    assert bool(stated(text, "1931")) is read
    assert [subject(claim) for claim in stated(text, "7")] == ["Lark Choir"]


def test_labels_of_a_cell() -> None:
    (claim,) = stated("# Kiln\n\nThe Kiln Works fires pots.\n\nTable 1: Heat of kilns\n\n" + KILNS, "990")
    labels = claim.labels
    assert (labels.row, labels.column, labels.caption) == ("Ida", "Heat High (°C)", "Table 1: Heat of kilns")
    assert claim.value.unit == "degree Celsius"


@pytest.mark.parametrize(
    ("label", "low", "unit"),
    [
        ("Cloth (km)", "4.2", "kilometre"),
        ("Cloth (thousands of tonnes)", "4200", "tonne"),
        ("Cloth, $m", "4200000", "USD"),
        ("Cloth (£000)", "4200", "GBP"),
        ("Cloth (%)", "4.2", "percent"),
        ("Cloth in kg", "4.2", "kilogram"),
        ("Cloth (million litres a day)", "4200000", "litre"),
        ("Cloth(s)", "4.2", None),
        ("Cloth (a)", "4.2", None),
        ("Cloth in the mill", "4.2", None),
    ],
)
def test_units_and_scales_of_heads(label: str, low: str, unit: str | None) -> None:
    text = f"# Weavers\n\nThe Weavers Guild is old.\n\n| Year | {label} | Looms |\n|---|---|---|\n| 1901 | 4.2 | 7 |\n"
    (claim,) = stated(text, "4.2")
    assert (claim.value.low, claim.value.unit, claim.scope.time) == (low, unit, "1901")


SHOW = "# Osier Show\n\nThe Osier Show is held in Tarn Hill.\n\n"


@pytest.mark.parametrize(
    ("table", "value", "about", "attribute"),
    [
        ("| Time | |\n|---|---|\n| 09:15 | Sheep dogs |\n| 11:00 | Parade (2 bands) |\n", "11:00", "Parade", "time"),
        (
            "| Start | Ring | What |\n|---|---|---|\n| 09:15 | B | Sheep |\n| 11:00 | A | Goats |\n",
            "09:15",
            "B",
            "time",
        ),
        ("| Leaves Fell | Days |\n|---|---|\n| 06:40 | daily |\n| 12:10 | Sundays |\n", "06:40", "", "leaf__fell"),
    ],
)
def test_a_time_of_day_that_labels_a_row(table: str, value: str, about: str, attribute: str) -> None:
    (claim,) = stated(SHOW + table, value)
    assert (claim.subject_name, claim.attribute) == (", ".join(filter(None, ("Osier Show", about))), attribute)


def test_a_time_of_day_that_labels_a_row_of_figures_only_labels_it() -> None:
    text = SHOW + "| Time | Visitors |\n|---|---|\n| 09:15 | 40 |\n| 11:00 | 75 |\n"
    assert not stated(text, "09:15")
    assert stated(text, "40")


def test_schedules_that_differ() -> None:
    rows = "| 09:15 | Sheep dogs on the lower field |\n| 11:00 | Grand parade of the shire horses |\n"
    table = f"| Time | |\n|---|---|\n{rows}"
    report = checker.check_texts({"a": SHOW + table, "b": SHOW + table.replace("11:00", "11:30")})
    (found,) = [f for f in (*report.findings, *report.possible) if f.relation == "conflict"]
    assert "11:30" in found.message
