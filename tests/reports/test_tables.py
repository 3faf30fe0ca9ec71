"""Claims, facts and findings as tables: columns, formulas, numbers, workbooks and Parquet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

import checker
from checker.model.report import Report
from checker.model.user_error import UserError
from checker.reports import tables, tables_csv, tables_parquet, tables_xlsx

TEXTS = {
    "guide.md": "The Harbour Museum was founded in 1894. In 2023 the Harbour Museum had 84,700 visitors and 12 staff.",
    "letter.md": "The Harbour Museum was founded in 1895. In 2023 the Harbour Museum had 84,700 visitors.",
}


@pytest.fixture(scope="module")
def report() -> Report:
    return checker.check_texts(TEXTS)


def _rows(table: tables.Table) -> list[dict[str, tables.Cell]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_each_claim_has_a_row_with_its_numbers_and_days(report: Report) -> None:
    rows = _rows(tables.claims(report))
    assert len(rows) == len(report.claims)
    visitors = next(row for row in rows if row["value"] == "84,700")
    assert (visitors["low"], visitors["unit"], visitors["first_day"]) == (Decimal(84700), "visitor", None)
    founded = next(row for row in rows if row["value"] == "1895")
    assert (founded["low"], founded["first_day"], founded["last_day"]) == (None, "1895-01-01", "1895-12-31")


def test_each_value_of_a_fact_and_each_position_of_a_finding_has_a_row(report: Report) -> None:
    facts = [(row["value"], row["values"], row["sources"]) for row in _rows(tables.facts(report))]
    assert {("1894", 2, "guide.md"), ("1895", 2, "letter.md"), ("84,700", 1, "guide.md, letter.md")} <= set(facts)
    conflicts = [row for row in _rows(tables.findings(report)) if row["relation"] == "conflict"]
    assert [(row["value"], row["status"]) for row in conflicts] == [("1894", "open"), ("1895", "open")]
    assert len({row["key"] for row in conflicts}) == 1


@pytest.mark.parametrize("name", tables.TABLES)
def test_every_row_has_every_column(report: Report, name: str) -> None:
    table = tables.TABLES[name](report)
    assert table.columns == tables.COLUMNS[name]
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5 degrees", "'-5 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", " x"),
        ("a\nb\r\nc", "a b c"),
        ("\t=1", "' =1"),
        ("  =1", "'  =1"),
        ("a = 1", "a = 1"),
        ("5-10", "5-10"),
        ("a\x07b\u202ec", "a\ufffdb\ufffdc"),
        ("", ""),
    ],
)
def test_no_text_is_a_formula(text: str, written: str) -> None:
    assert tables_csv.harmless(text) == written


@pytest.mark.parametrize(
    ("cell", "written"),
    [(Decimal("-5"), "-5"), (Decimal("1E+6"), "1000000"), (12, "12"), (0.5, "0.5"), (True, "yes"), (None, "")],
)
def test_numbers_stay_numbers(cell: tables.Cell, written: str) -> None:
    assert tables_csv.shown(cell) == written


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_csv_is_read_back_as_it_was(texts: list[str]) -> None:
    columns = tuple(tables.Column(f"c{n}", "text", "") for n in range(len(texts)))
    written = tables_csv.render(tables.Table("t", columns, (tuple(texts),)))
    assert written.startswith("\ufeff")
    head, row = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert head == [column.name for column in columns]
    assert row == [tables_csv.harmless(text) for text in texts]


def test_a_workbook_is_filterable_and_leads_to_the_documents(report: Report) -> None:
    table = tables.claims(report)
    hostile = replace(table, rows=(("=1+1", *table.rows[0][1:]), *table.rows[1:]))
    data = tables_xlsx.render([hostile], "../docs")
    assert data == tables_xlsx.render([hostile], "../docs")
    sheet, legend = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert (sheet.title, sheet.freeze_panes) == ("claims", "A2")
    assert sheet.auto_filter.ref == f"A1:U{len(table.rows) + 1}"
    assert sheet["A2"].value == "=1+1"
    assert sheet["A2"].data_type == "s"
    names = [column.name for column in table.columns]
    links = {row[names.index("file")].hyperlink.target.replace("\\", "/") for row in sheet.iter_rows(min_row=2)}
    assert links == {"../docs/guide.md", "../docs/letter.md"}
    lows = {row[names.index("low")].value for row in sheet.iter_rows(min_row=2)}
    assert 84700 in lows
    assert legend["B2"].value == "id"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch, report: Report) -> None:
    table = tables.claims(report)
    monkeypatch.setattr(tables_xlsx, "MOST_ROWS", len(table.rows))
    tables_xlsx.render([table])
    monkeypatch.setattr(tables_xlsx, "MOST_ROWS", len(table.rows) - 1)
    with pytest.raises(UserError, match="more than a sheet can hold"):
        tables_xlsx.render([table])


def test_parquet_has_typed_columns(report: Report) -> None:
    table = tables.claims(report)
    read = parquet.read_table(io.BytesIO(tables_parquet.render(table)))
    assert read.column_names == [column.name for column in table.columns]
    assert str(read.schema.field("low").type) == "decimal128(38, 9)"
    assert str(read.schema.field("line").type) == "int64"
    assert Decimal(84700) in read.column("low").to_pylist()
    row = tuple(
        Decimal("1E+40") if column.name == "low" else cell
        for column, cell in zip(table.columns, table.rows[0], strict=True)
    )
    huge = replace(table, rows=(row,))
    assert parquet.read_table(io.BytesIO(tables_parquet.render(huge))).column("low").to_pylist() == [None]
