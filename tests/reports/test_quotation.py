"""Words are quoted as people read them: no marks, rows of tables with the heads of their columns."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.reports import text as text_report
from checker.reports.conflicts import Index
from checker.reports.quotation import quotation

TABLE = "# Fair\n\n| Group | 2023 | **2024** |\n|---|---:|---:|\n| Adults | 1,201 | 1,310 |\n| Children | 802 | 902 |\n"
TOTAL = "| **Total** | 2,003 | **2,224** |\n"


def quoted(written: str, suffix: str, folder: Path) -> list[tuple[str, list[str]]]:
    """The quotation of each word that takes part in a conflict, and what is marked in it."""
    (folder / f"fair{suffix}").write_text(written)
    report = checker.check_paths([folder])
    index = Index({c.source.id: c.source for c in report.sources}, {c.id: c for c in report.quoted})
    found = []
    for finding in report.findings:
        if finding.relation == "conflict":
            words = [quotation([claim], index.heads) for claim in index.claims_of(finding.claims)]
            found += [(one.text, [one.text[a:b] for a, b in one.marks]) for one in words]
    return found


@pytest.mark.parametrize(
    ("written", "suffix"),
    [
        (TABLE + TOTAL, ".md"),
        ("Group,2023,2024\nAdults,1201,1310\nChildren,802,902\nTotal,2003,2224\n", ".csv"),
        ('Group,2023,2024\nAdults,"1,201","1,310"\nChildren,802,902\nTotal,"2,003","2,224"\n', ".csv"),
        ("Group\t2023\t2024\nAdults\t1,201\t1,310\nChildren\t802\t902\nTotal\t2,003\t2,224\n", ".tsv"),
        (
            "<h1>Fair</h1><table><tr><th>Group</th><th>2023</th><th>2024</th></tr><tr><td>Adults</td><td>1,201</td>"
            "<td>1,310</td></tr><tr><td>Children</td><td>802</td><td>902</td></tr><tr><td><b>Total</b></td>"
            "<td>2,003</td><td>2,224</td></tr></table>",
            ".html",
        ),
    ],
)
def test_a_row_is_quoted_with_its_heads(written: str, suffix: str, tmp_path: Path) -> None:
    found = [
        (words.replace(",", "").replace('"', ""), [mark.replace(",", "") for mark in marks])
        for words, marks in quoted(written, suffix, tmp_path)
    ]
    assert found == [
        ("Total; 2023: 2003; 2024: 2224", ["2224"]),
        ("Adults; 2023: 1201; 2024: 1310", ["1310"]),
        ("Children; 2023: 802; 2024: 902", ["902"]),
    ]


def test_no_mark_is_left_and_the_value_stays_marked(tmp_path: Path) -> None:
    written = "Notice of **thirty** (45) days<br>is <b>[needed](https://example.org)</b>.\n"
    assert quoted(written, ".md", tmp_path) == [
        ("Notice of thirty (45) days is needed.", ["thirty"]),
        ("Notice of thirty (45) days is needed.", ["45"]),
    ]


def test_a_note_is_quoted_with_its_words(tmp_path: Path) -> None:
    notes = "[^1]: After rain.\n\n[^2]: After frost.\n\n[^3]: None sown.\n"
    found = quoted(f"# Yields\n\nWheat did well,[^1] oats badly[^2] and rye[^4] as ever.\n\n{notes}", ".md", tmp_path)
    assert ("[^3]: None sown.", ["3"]) in found


def test_the_value_comes_first_then_the_words_then_the_place(tmp_path: Path) -> None:
    (tmp_path / "fair.md").write_text(TABLE + TOTAL)
    lines = text_report.render(checker.check_paths([tmp_path]), quiet=True).split("\n")
    at = lines.index("  2,224")
    assert lines[at + 1 : at + 4] == [
        "      Total; 2023: 2,003; 2024: 2,224",
        "                                ^^^^^",
        "      — fair.md, line 7",
    ]
