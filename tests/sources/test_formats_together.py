"""A figure that was changed on the way from one format into another is found, and its place named."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

import checker
from checker.model.finding import Finding
from checker.model.report import Report
from tests.sources.one_text import MUSEUM, Rows, written

HEADS = ("Year", "Visitors", "Boats")
ROWS: Rows = (HEADS, ("2018", "3,900", "12"), ("2019", "3,490", "14"), ("2020", "1,210", "14"))


def sheet(title: str, rows: Rows) -> bytes:
    """A workbook of one sheet, its figures as numbers."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Visitors"
    page.append([title])
    page.append(list(rows[0]))
    for row in rows[1:]:
        page.append([int(cell.replace(",", "")) for cell in row])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def page_of(title: str, rows: Rows) -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    return (
        f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>What the museum counted.</p>"
        f"<table><tr>{head}</tr>{body}</table></main></body></html>"
    ).encode()


def check(folder: Path, files: dict[str, bytes]) -> Report:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    report = checker.check_paths([folder])
    assert report.not_checked == ()
    return report


def conflicts(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.relation == "conflict"]


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_word_file_and_a_pdf(tmp_path: Path) -> None:
    changed = MUSEUM.with_words("£41,000", "£44,000")
    files = {"leaflet.docx": written(MUSEUM, ".docx"), "report.pdf": written(changed, ".pdf")}
    report = check(tmp_path, files)
    (found,) = conflicts(report)
    claims = {claim.source: claim for claim in report.claims if claim.id in found.claims}
    assert {source: claim.value.text for source, claim in claims.items()} == {
        "leaflet": "£41,000",
        "report": "£44,000",
    }
    assert (claims["report"].evidence.page, claims["leaflet"].evidence.page) == (1, None)


def test_the_table_of_a_page_and_a_sheet(tmp_path: Path) -> None:
    title = "Torside Ferry Museum"
    changed = tuple(tuple("3,940" if cell == "3,490" else cell for cell in row) for row in ROWS)
    report = check(tmp_path, {"page.html": page_of(title, ROWS), "figures.xlsx": sheet(title, changed)})
    (found,) = conflicts(report)
    claims = {claim.source: claim for claim in report.claims if claim.id in found.claims}
    assert {source: claim.value.low for source, claim in claims.items()} == {"page": "3490", "figures": "3940"}
    assert claims["figures"].evidence.cell == "Visitors!B4"


def test_a_table_of_values_and_a_sentence(tmp_path: Path) -> None:
    rows = "Museum,Founded,Staff\nTorside Ferry Museum,1894,12\nHarwick Mill,1921,8\n"
    told = "# Torside Ferry Museum\n\nTorside Ferry Museum was founded in 1896 and employs 12 people.\n"
    report = check(tmp_path, {"museums.csv": rows.encode(), "about.md": told.encode()})
    (found,) = conflicts(report)
    claims = {claim.source: claim for claim in report.claims if claim.id in found.claims}
    assert {source: claim.value.text for source, claim in claims.items()} == {"museums": "1894", "about": "1896"}
    assert claims["museums"].evidence.line == 2


def test_nothing_is_found_where_nothing_was_changed(tmp_path: Path) -> None:
    title = "Torside Ferry Museum"
    files = {"page.html": page_of(title, ROWS), "figures.xlsx": sheet(title, ROWS)}
    files |= {f"text{ending}": written(MUSEUM, ending) for ending in (".docx", ".pdf", ".odt", ".tex")}
    report = check(tmp_path, files)
    assert {source.source.id for source in report.sources if source.status == "checked"} >= {"page", "figures"}
    assert len(report.claims) > 40
    assert conflicts(report) == []


def test_a_table_that_many_documents_have(tmp_path: Path) -> None:
    """That three tell one figure and the fourth another is no sign that each speaks of its own thing."""
    title = "Torside Ferry Museum"
    changed = tuple(tuple("3,940" if cell == "3,490" else cell for cell in row) for row in ROWS)
    files = {"page.html": page_of(title, ROWS), "figures.xlsx": sheet(title, changed)}
    files |= {f"text{ending}": written(MUSEUM, ending) for ending in (".docx", ".pdf")}
    (found,) = conflicts(check(tmp_path, files))
    assert sorted((position.value, len(position.claims)) for position in found.positions) == [("3,490", 3), ("3940", 1)]
