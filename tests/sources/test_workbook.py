"""Workbooks: cells as people see them, tables apart, places by cell, and nothing of what is hidden."""

from __future__ import annotations

import datetime
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from checker import check_paths
from checker.model.document import Reading, Source
from checker.model.user_error import Unreadable
from checker.sources import read
from checker.sources.sheets import opendocument as opendocument_sheets
from checker.sources.sheets import workbook
from checker.sources.sheets.number_formats import shown
from checker.sources.sheets.sheet import letters
from tests.sources.damaged import damaged

DAY = datetime.datetime(2021, 3, 12)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.125, "0.0%", "12.5%"),
        (0.125, "0%", "13%"),
        (1200, "£#,##0", "£1,200"),
        (1200, '"£"#,##0.00', "£1,200.00"),
        (1200.4, "[$€-407] #,##0", "€1,200"),
        (1200, "#,##0 [$kr-41D]", "1,200 kr"),
        (-1200, "#,##0;(#,##0)", "(1,200)"),
        (-1200, "#,##0;[Red]-#,##0", "-1,200"),
        (-1200, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', "-£1,200.00"),
        (1200, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', "£1,200.00"),
        (0, '#,##0;-#,##0;"-"', "-"),
        (-0.5, "0.0", "-0.5"),
        (1234567, "#,##0,", "1,235"),
        (3, '0" boats"', "3 boats"),
        (12.50, "0.0#", "12.5"),
        (7, "000", "007"),
        (2.5, "0", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.0, "General", "1234567"),
        (1e300, "General", "1e+300"),
        (float("nan"), "0", ""),
        (True, "General", "TRUE"),
        (None, "0", ""),
        ("Ada", "@", "Ada"),
        (DAY, "d mmmm yyyy", "12 March 2021"),
        (DAY, "dd/mm/yyyy", "2021-03-12"),
        (DAY, "yyyy-mm-dd hh:mm:ss", "2021-03-12"),
        (DAY, "mmm yy", "March 2021"),
        (DAY, "yyyy", "2021"),
        (DAY.replace(hour=9, minute=30), "dd/mm/yyyy hh:mm", "2021-03-12 09:30"),
        (DAY.replace(hour=9, minute=30), "hh:mm", "09:30"),
        (datetime.time(9, 30), "hh:mm", "09:30"),
        (datetime.timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (0.5, "# ?/?", "0.5"),
        (12000, "0.00E+00", "12000"),
    ],
)
def test_a_value_as_it_is_shown(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_names_of_columns() -> None:
    assert [letters(n) for n in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]


def made(*fills: Callable[[Worksheet], None], names: tuple[str, ...] = ("Boats", "Piers")) -> bytes:
    book = openpyxl.Workbook()
    for n, fill in enumerate(fills):
        sheet = book.active if n == 0 else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = names[n]
        fill(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rowwise(*rows: tuple[object, ...]) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return fill


def of(data: bytes) -> Reading:
    return workbook.reading(Source("boats"), data)


def shape(reading: Reading) -> list[tuple[str, bool | None, str]]:
    return [(b.kind, b.head, reading.text[b.start : b.end]) for b in reading.blocks or ()]


def test_tables_titles_and_notes() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "Ardle Ferry in figures"
        for at, value in (
            ("A3", "Year"), ("B3", "Money (£ thousand)"), ("D3", "Share"), ("B4", "Income"), ("C4", "Spending"),
            ("A5", 2019), ("B5", 1200.4), ("C5", -950), ("D5", 0.125), ("A6", 2020), ("B6", 1300), ("D6", 0.2),
            ("A8", "Note: the figures are those of the harbour office."),
            ("F3", "Boat"), ("G3", "Seats"), ("F4", "Ada"), ("G4", 120), ("F5", "Bea"), ("G5", 80),
        ):  # fmt: skip
            sheet[at] = value
        sheet.merge_cells("B3:C3")
        for at, code in (("B5", "#,##0"), ("B6", "#,##0"), ("C5", "#,##0;(#,##0)"), ("D5", "0.0%"), ("D6", "0%")):
            sheet[at].number_format = code

    found = of(made(fill))
    assert shape(found) == [
        ("title", None, "Ardle Ferry in figures"),
        ("heading", None, "Boats"),
        ("row", True, "Year | Money (£ thousand) | | Share"),
        ("row", True, "| Income | Spending |"),
        ("row", False, "2019 | 1,200 | (950) | 12.5%"),
        ("row", False, "2020 | 1,300 | | 20%"),
        ("row", True, "Boat | Seats"),
        ("row", False, "Ada | 120"),
        ("row", False, "Bea | 80"),
        ("paragraph", None, "Note: the figures are those of the harbour office."),
    ]
    for words, cell in (("Ardle", "A1"), ("1,300", "B6"), ("20%", "D6"), ("Ada", "F4"), ("Note", "A8")):
        assert found.places.at(found.text.index(words)).cell == f"Boats!{cell}"


def test_a_sheet_that_nobody_named_is_no_heading() -> None:
    data = made(rowwise(("Boat", "Seats"), ("Ada", 120)), names=("Sheet1",))
    assert [kind for kind, _, _ in shape(of(data))] == ["row", "row"]


def test_a_label_over_several_rows_is_told_again() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("Pier", "Boat", "Seats"), ("North", "Ada", 120), (None, "Bea", 80), ("South", "Cleo", 40)):
            sheet.append(row)
        sheet.merge_cells("A2:A3")

    assert [text for _, _, text in shape(of(made(fill)))][2:4] == ["North | Ada | 120", "North | Bea | 80"]


def test_what_is_hidden_is_left_out_with_a_warning() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("Boat", "Seats", "Crew"), ("Ada", 120, 4), ("Bea", 80, 3), ("Cleo", 40, 2)):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    def hide(sheet: Worksheet) -> None:
        sheet["A1"] = 7
        sheet.sheet_state = "hidden"

    found = of(made(fill, hide))
    assert [text for kind, _, text in shape(found) if kind == "row"] == ["Boat | Seats", "Ada | 120", "Cleo | 40"]
    assert [w.message for w in found.warnings] == ["left out, since hidden: 1 row and 1 column in Boats, sheet Piers"]
    assert found.places.at(found.text.index("40")).cell == "Boats!B4"


def test_a_formula_that_nobody_worked_out_is_named() -> None:
    found = of(made(rowwise(("Boat", "Seats"), ("Ada", 120), ("Both", "=B2*2"), ("Bea", "#REF!"))))
    assert found.unread == (
        "sheet Boats: 1 formula with no result but 0 or nothing: open the workbook in the office program and save it",
    )
    assert "=" not in found.text


def test_a_changed_figure_is_found_with_its_cell(tmp_path: Path) -> None:
    data = made(rowwise(("Ardle Ferry",), (), ("Founded", DAY.replace(year=1994)), ("Boats", 12)), names=("Facts",))
    (tmp_path / "ferry.xlsx").write_bytes(data)
    (tmp_path / "about.md").write_text("# Ardle Ferry\n\nThe Ardle Ferry was founded in 1996.\n", encoding="utf-8")
    report = check_paths([tmp_path])
    assert len([f for f in report.findings if f.relation == "conflict"]) == 1
    text = dict(report.texts)["ferry"]
    claims = [claim for claim in report.claims if claim.source == "ferry"]
    assert {claim.evidence.cell: claim.value.text for claim in claims} == {"Facts!B3": "1994-03-12", "Facts!B4": "12"}
    for claim in claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
        assert text[claim.value.start : claim.value.end] == claim.value.text


def zipped(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "it is encrypted, or of an older format than .xlsx"),
        (b"PK\x03\x04", "it is no .xlsx, or damaged"),
        (zipped({"xl/worksheets/sheet1.xml": "<c/>" * 500_001}), "it has more than 500,000 cells"),
        (zipped({"xl/worksheets/sheet1.xml": " " * 400_000_000}), "it unpacks to more than 300,000,000 bytes"),
        (zipped({"xl/workbook.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}), "its part xl/workbook.xml declares"),
        (made(rowwise()), "no cell that is shown has anything in it"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        of(data)
    assert caught.value.reason.startswith(reason)


_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def cell(text: str, settings: str = "") -> str:
    return f"<table:table-cell {settings}><text:p>{text}</text:p></table:table-cell>"


def spreadsheet(*tables: str, styles: str = "") -> bytes:
    body = "".join(tables)
    return zipped({"content.xml": f"<office:document-content {_SPACES}>{styles}{body}</office:document-content>"})


def sheet(name: str, *rows: str, settings: str = "", columns: str = "") -> str:
    return f'<table:table table:name="{name}" {settings}>{columns}{"".join(rows)}</table:table>'


def row(*cells: str, settings: str = "") -> str:
    return f"<table:table-row {settings}>{''.join(cells)}</table:table-row>"


HIDES = 'table:visibility="collapse"'


def test_an_opendocument_spreadsheet() -> None:
    filler = "<table:table-cell table:number-columns-repeated='16000'/>"
    fraction = "<text:span>12.5</text:span>%<office:annotation><text:p>why 4?</text:p></office:annotation>"
    data = spreadsheet(
        sheet(
            "Boats",
            row(cell("Boat"), cell("Share"), cell("Seats"), cell("Crew"), filler),
            row(cell("Ada"), cell(fraction), cell("£1,200"), cell("4")),
            row(cell("Bea"), "<table:table-cell/>", cell("80"), cell("3"), settings=HIDES),
            row(cell("Cleo"), cell("40", "table:number-columns-repeated='2'")),
            row(filler, settings="table:number-rows-repeated='1048000'"),
            columns=f'<table:table-column table:number-columns-repeated="3"/><table:table-column {HIDES}/>',
        ),
        sheet("Old", row(cell("7")), settings='table:style-name="s"'),
        styles='<style:style style:name="s"><style:table-properties table:display="false"/></style:style>',
    )
    found = opendocument_sheets.reading(Source("boats"), data)
    assert shape(found) == [
        ("heading", None, "Boats"),
        ("row", True, "Boat | Share | Seats"),
        ("row", False, "Ada | 12.5% | £1,200"),
        ("row", False, "Cleo | 40 | 40"),
    ]
    assert [w.message for w in found.warnings] == ["left out, since hidden: rows or columns of Boats, sheet Old"]
    assert found.places.at(found.text.index("Cleo")).cell == "Boats!A4"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"content.xml": "<x"}), "its part content.xml is damaged"),
        (zipped({"META-INF/manifest.xml": "<encryption-data/>", "content.xml": ""}), "it is encrypted"),
        (spreadsheet(), "no cell that is shown has anything in it"),
        (zipped({"x": ""}), "it is no .ods: it has no content.xml"),
        (
            spreadsheet(sheet("a", *[row(cell("4", "table:number-columns-repeated='900'"),
                                         settings="table:number-rows-repeated='900'")])),
            "it has more than 500,000 cells",
        ),
    ],
)  # fmt: skip
def test_what_no_opendocument_spreadsheet_may_be(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        opendocument_sheets.reading(Source("boats"), data)
    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_damaged_files_are_read_or_refused(tmp_path: Path, ending: str) -> None:
    data = {
        "xlsx": made(rowwise(("Boat", "Seats"), ("Ada", 120)), rowwise(("Pier", DAY))),
        "ods": spreadsheet(sheet("Boats", row(cell("Boat"), cell("Seats")), row(cell("Ada"), cell("120")))),
    }[ending]
    started = time.perf_counter()
    for n, broken in enumerate(damaged(data)):
        path = tmp_path / f"{n}.{ending}"
        path.write_bytes(broken)
        try:
            read(path, Source("x"))
        except Unreadable as error:
            assert "\n" not in error.reason
    assert time.perf_counter() - started < 60
