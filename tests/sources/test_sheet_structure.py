"""Sheets: heads that hold below blank rows, rows in sections and outlines, sheets that say the same of many things."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from checker import check_paths
from checker.model.claim import Claim
from checker.model.report import Report
from checker.sources.sheets import grids
from checker.sources.sheets.grids import Part

Row = tuple[object, ...]
HEAD: Row = ("", "Mar 2031", "Apr 2031")
BLANK: Row = ()


def book(path: Path, **sheets: list[Row]) -> None:
    file = openpyxl.Workbook()
    for n, (name, rows) in enumerate(sheets.items()):
        sheet = file.active if n == 0 else file.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = name.replace("_", " ")
        for row in rows:
            sheet.append(row)
    file.save(path)


def report_of(tmp_path: Path, **sheets: list[Row]) -> Report:
    book(tmp_path / "reed.xlsx", **sheets)
    return check_paths([tmp_path])


def labelled(claim: Claim) -> tuple[str, str | None, str | None, tuple[str, ...]]:
    return claim.value.text, claim.labels.row, claim.labels.column, claim.labels.headings


ROWS: list[Row] = [("Stalls", 140, 150), ("Rafts", 30, 35)]
SPENT: list[Row] = [("Ropes", 410, 420), ("Tents", 85, 95)]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, BLANK, *ROWS, *SPENT],
        [HEAD, *ROWS, BLANK, *SPENT],
        [HEAD, ("Income",), *ROWS, BLANK, ("Expenses",), *SPENT],
        [HEAD, BLANK, ("Income",), BLANK, *ROWS, BLANK, ("Expenses",), BLANK, *SPENT],
        [HEAD, ("Income:",), *ROWS, ("Expenses:",), *SPENT],
        [("Reed Day",), ("Ferry Trust",), BLANK, HEAD, *ROWS, BLANK, *SPENT],
        [("Reed Day", "", "", "", "see the annex"), ("Draft",), HEAD, *ROWS, *SPENT],
    ],
)
def test_heads_hold_for_all_rows(tmp_path: Path, rows: list[Row]) -> None:
    found = {c.value.text: c.labels.column for c in report_of(tmp_path, Money=rows).claims}
    assert {text: found.get(text) for text in ("140", "150", "35", "410", "95")} == {
        "140": "Mar 2031", "150": "Apr 2031", "35": "Apr 2031", "410": "Mar 2031", "95": "Apr 2031",
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ("Income",), *ROWS, BLANK, ("Expenses",), *SPENT],
        [HEAD, ("Income:",), *ROWS, ("Expenses:",), *SPENT],
        [HEAD, ("Income",), *ROWS, ("Total Income", 170, 185), ("Expenses",), *SPENT, ("Total Expenses", 495, 515)],
        [HEAD, ("Income",), *[("  " + str(a), b, c) for a, b, c in ROWS], ("Expenses",),
         *[("  " + str(a), b, c) for a, b, c in SPENT]],
        [("", "", "Mar 2031", "Apr 2031"), ("Income",), *[("", *row) for row in ROWS], ("Expenses",),
         *[("", *row) for row in SPENT]],
    ],
)  # fmt: skip
def test_rows_know_their_section(tmp_path: Path, rows: list[Row]) -> None:
    found = {c.value.text: c.labels.headings for c in report_of(tmp_path, Money=rows).claims}
    assert (found["140"][-1:], found["95"][-1:]) == (("Income",), ("Expenses",))


def test_an_empty_row_names_no_section(tmp_path: Path) -> None:
    rows = [HEAD, ("Stalls", 140, 150), ("Rafts",), ("Ropes", 410, ""), ("Tents", 85, 95)]
    claims = report_of(tmp_path, Money=rows).claims
    assert len(claims) == 5
    assert {c.labels.headings for c in claims} == {()}


def test_labels_that_repeat_are_told_apart_by_their_section(tmp_path: Path) -> None:
    rows = [HEAD, ("Island",), ("Wages", 140, 150), BLANK, ("Shore",), ("Wages", 410, 420)]
    found = {c.value.text: c.labels.row for c in report_of(tmp_path, Money=rows).claims}
    assert (found["140"], found["420"]) == ("Island, Wages", "Shore, Wages")


OUTLINE: list[Row] = [
    ("", "", "", "", "FY31"),
    ("Income",),
    ("", "Fairs"),
    ("", "", "Reed Day", "", 1400),
    ("", "", "", "2nd Reed Day", 900),
    ("", "Gifts", "", "", 350),
    ("", "Lotteries"),
    ("", "", "", "Total Income", 2650),
    BLANK,
    ("Expenses",),
    BLANK,
    ("", "Ropes", "", "", 120),
    ("", "Tents"),
    ("", "", "Hire", "", 310),
]


def test_labels_over_several_columns_are_one_outline(tmp_path: Path) -> None:
    report = report_of(tmp_path, Money=OUTLINE)
    assert not report.not_checked
    found = {labelled(claim) for claim in report.claims}
    assert found >= {
        ("1400", "Reed Day", "FY31", ("Income", "Fairs")),
        ("900", "2nd Reed Day", "FY31", ("Income", "Fairs", "Reed Day")),
        ("350", "Gifts", "FY31", ("Income",)),
        ("120", "Ropes", "FY31", ("Expenses",)),
        ("310", "Hire", "FY31", ("Expenses", "Tents")),
    }
    places = {claim.value.text: claim.evidence.cell for claim in report.claims}
    assert places["310"] == "Money!E14"


def test_two_columns_of_labels_are_no_outline() -> None:
    grid = [["Pier", "Boat", "Seats"], ["North", "Ada", "12"], ["North", "Bea", "14"], ["South", "Cleo", "9"]]
    assert [(part.labels, part.heads) for part in grids.parts(grid)] == [(1, 1)]


@pytest.mark.parametrize(
    ("grid", "heads"),
    [
        ([["", ".2031 Reed Day", ".2031 Rush Day"], ["Ropes", "410", "85"], ["Tents", "12", "9"]], 1),
        ([["File", "Size (bytes)", "Kind", ">100 MB?"], ["a", "410", "x", "no"], ["b", "12", "y", "yes"]], 1),
        ([["", "Ada", "FY 31 plan"], ["Ropes", "410", "85"], ["Tents", "12", "9"]], 1),
        ([["Ada", "Ardle", "120 seats"], ["Bea", "Bute", "80 seats"]], 0),
        ([["Ada", "2 decks", "120 seats"], ["Bea", "3 decks", "80 seats"]], 0),
    ],
)
def test_heads_with_figures_in_them(grid: list[list[str]], heads: int) -> None:
    assert [part.heads for part in grids.parts(grid)] == [heads]


@pytest.mark.parametrize(
    "grid",
    [
        # Times label the rows above, and names those below.
        [["Year", "Guests"], ["2029", "410"], ["2030", "390"], ["", ""], ["Staff", ""], ["Cooks", "3"], ["Hands", "9"]],
        # Heads of its own.
        [["", "2029", "2030"], ["Ropes", "4", "5"], ["", "", ""], ["Crew", "Day", "Night"], ["Cooks", "3", "2"]],
        # A sentence parts the two.
        [["", "2029", "2030"], ["Ropes", "4", "5"], ["", "", ""], ["All of it was paid.", "", ""], ["Cooks", "3", "2"]],
    ],
)
def test_what_is_another_table(grid: list[list[str]]) -> None:
    tables: list[Part] = [part for part in grids.parts(grid) if part.heads is not None]
    assert len(tables) == 2


def test_rows_of_fewer_cells(tmp_path: Path) -> None:
    rows = "North,Ada,12,9\nNorth,Bea,14,8\nNorth,Cleo,15,7\nSouth\nSouth,Dora,16,6\n2030\n"
    (tmp_path / "piers.csv").write_text(f"Pier,Boat,Seats,Crew\n{rows}", encoding="utf-8")
    report = check_paths([tmp_path])
    assert not report.not_checked
    assert {"12", "9", "16", "6"} <= {claim.value.text for claim in report.claims}


def test_sections_in_separated_values(tmp_path: Path) -> None:
    (tmp_path / "reed.csv").write_text(
        "Item,Mar 2031,Apr 2031\n,,\nIncome,,\nStalls,140,150\n,,\nExpenses,,\nRopes,410,420\n", encoding="utf-8"
    )
    found = {labelled(claim) for claim in check_paths([tmp_path]).claims}
    assert ("140", "Stalls", "Mar 2031", ("Income",)) in found
    assert ("420", "Ropes", "Apr 2031", ("Expenses",)) in found


def test_sheets_with_the_same_labels_are_of_what_they_are_named_after(tmp_path: Path) -> None:
    rows: list[list[Row]] = [
        [("Ferry Trust",), HEAD, ("Photos", 140 + n, 150), ("Venue", 30, 35 + n), ("Insurance", 7, 8)] for n in (0, 1)
    ]
    report = report_of(tmp_path, Reed_Day=rows[0], Rush_Day=rows[1])
    names = {claim.value.text: claim.subject_name for claim in report.claims if claim.value.text in {"140", "141"}}
    assert ("Reed Day" in names["140"], "Rush Day" in names["141"]) == (True, True)
    assert not [finding for finding in report.findings if finding.relation == "conflict"]


def test_things_stay_things_over_sheets(tmp_path: Path) -> None:
    rows: list[list[Row]] = [[("Boat", "Seats"), ("Ada Line", 12 + n), ("Bea Line", 20)] for n in (0, 1)]
    report = report_of(tmp_path, First=rows[0], Second=rows[1])
    assert {claim.subject_name for claim in report.claims} == {"Ada Line", "Bea Line"}


def test_a_time_over_a_table_names_no_attribute(tmp_path: Path) -> None:
    rows = [("Reed Ferries",), ("Guests",), ("January - March, 2031",), HEAD, *ROWS]
    assert not [c for c in report_of(tmp_path, Money=rows).claims if "januar" in c.attribute]


@pytest.mark.parametrize(
    ("rows", "low", "unit"),
    [
        ([("In millions of CHF", "2030", "2031"), ("Sales", 14, 15), ("Costs", 3, 4)], "14000000", "CHF"),
        ([("Reed Ferries", "", "in £000"), BLANK, ("", "2030", "2031"), ("Sales", 14, 15), ("Costs", 3, 4)],
         "14000", "GBP"),
        ([("Reed Ferries",), ("In thousands of euros",), ("Draft",), ("Board",), ("", "2030", "2031"),
          ("Sales", 14, 15), ("Costs", 3, 4)], "14000", "EUR"),
        ([("File", "Size (bytes)"), ("Plan of the pier", 14), ("List of the boats", 15)], "14", "byte"),
        ([("Hut", "floor space m2"), ("Reed Hut", 14), ("Rush Hut", 15)], "14", "square metre"),
    ],
)  # fmt: skip
def test_units(tmp_path: Path, rows: list[Row], low: str, unit: str) -> None:
    found = {claim.value.text: claim.value for claim in report_of(tmp_path, Money=rows).claims}
    assert (found["14"].low, found["14"].unit) == (low, unit)


def results(path: Path, *cells: tuple[str, str, str]) -> None:
    """A workbook with a formula and its stored result in each cell."""
    book(path, Money=[HEAD, *ROWS, *SPENT])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    rows = "".join(f'<row r="{c[1:]}"><c r="{c}"><f>{f}</f><v>{v}</v></c></row>' for c, f, v in cells)
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", f"{rows}</sheetData>")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    path.write_bytes(made.getvalue())


def test_a_formula_that_is_a_constant_has_that_value(tmp_path: Path) -> None:
    results(tmp_path / "reed.xlsx", ("B6", "963.7", "0.0"), ("B7", "SUM(B2:B3)", "170"))
    report = check_paths([tmp_path])
    assert not report.not_checked
    assert "963.7" in {claim.value.text for claim in report.claims} | {
        t for _, text in report.texts for t in text.split()
    }


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        ([("B6", "SUM(B2:B5)", "0")], True),
        ([("B6", "(B2)+(B3)", "0.0"), ("B7", "B6*2", "0")], True),
        ([("B6", "B2*2", "")], True),
        ([("B6", "B2-B2", "0")], False),
        ([("B6", "SUM(B2:B5)", "0"), ("B7", "B2*2", "280")], False),
        ([("B6", "SUM(E2:E5)", "0")], False),
    ],
)
def test_results_that_nobody_worked_out(tmp_path: Path, cells: list[tuple[str, str, str]], named: bool) -> None:
    results(tmp_path / "reed.xlsx", *cells)
    report = check_paths([tmp_path])
    assert [(n.source, n.reason.split(":")[0]) for n in report.not_checked] == (
        [("reed", "sheet Money")] if named else []
    )
    assert {"140", "95"} <= {claim.value.text for claim in report.claims}
    assert not named or "0" not in {claim.value.text for claim in report.claims}


def test_records_that_nothing_labels_are_not_checked_and_raw_numbers_are_told_of(tmp_path: Path) -> None:
    records: list[Row] = [("Year", "Kind", "Guests"), *[(2030, ("day", "night")[n % 2], n * 7) for n in range(40)]]
    numbers: list[Row] = [("x", "y", "z"), *[(n % 3, n % 4, n % 5) for n in range(40)]]
    report = report_of(tmp_path, Facts=[("Hut", "Beds"), ("Reed Hut", 14), ("Rush Hut", 15)], Log=records, Raw=numbers)
    assert [n.reason.split(":")[0] for n in report.not_checked] == ["the table at Log!A1 is not read"]
    assert ["raw data" in w.message for w in report.warnings] == [True]
    assert {"14", "15"} <= {claim.value.text for claim in report.claims}


NUMBERED = [
    "1. Plan",
    "2. Build",
    "2.1 Sheds",
    "2.2 Reed beds",
    "Sub-total",
    "3. Check",
    "3.1 Depths",
    "3.2 Nests",
    "4. Report",
]


@pytest.mark.parametrize(
    ("labels", "nothing"),
    [
        ([*NUMBERED, "TOTAL"], ""),
        # Numbers that do not grow are no outline, and amounts with a unit label nothing.
        ([*NUMBERED[::-1], "5. Plan"], "nothing labels its rows"),
        ([f"{n}.5 tonnes" for n in (9, 3, 7, 2, 8, 1, 6, 4, 5, 3)], "nothing labels its rows"),
    ],
)
def test_numbers_of_an_outline_leave_words_labels(labels: list[str], nothing: str) -> None:
    grid = [["Task", "Planned", "Spent"], *([label, f"{n}0", f"{n}1"] for n, label in enumerate(labels, 1))]
    (part,) = grids.parts(grid)
    assert grids.states_nothing(grid, part) == nothing
