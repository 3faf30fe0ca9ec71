"""The matrix of facts: which rows it has, in which order, and how odd ones and copies are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.fact import Fact
from checker.model.finding import Status
from checker.model.report import Report
from checker.reports.html.fact_matrix import MOST_COLUMNS, MOST_ROWS, Row, matrix_of, rows_of
from checker.reports.html.page_model import contents_of
from tests.reports.invented import ferry


def rows(report: Report) -> list[Row]:
    return rows_of(contents_of(report))


def said(row: Row) -> dict[str, list[tuple[int, str, bool]]]:
    return {source: [(v.position, v.text, v.odd) for v in cell.values] for source, cell in row.cells.items()}


def test_a_row_has_each_source_s_value_as_stated() -> None:
    sure, agreed, possible = rows(ferry())
    assert (sure.subject, sure.attribute, sure.grade) == ("Osprey", "launched", "error")
    assert said(sure) == {
        "almanac": [(0, "1911", False)],
        "board": [(0, "1911", False)],
        "yard": [(0, "1911", False)],
        "gazette": [(1, "1912", True)],
    }
    assert said(agreed) == {"almanac": [(0, "240 passengers", False)], "board": [(0, "240 passengers", False)]}
    assert possible.grade == "possible"
    assert possible.finding is not None
    assert possible.finding.fingerprint == "6c6c6c6c00000000"


def test_sources_of_one_text_are_one_voice() -> None:
    sure, agreed, _ = rows(ferry())
    assert {source: cell.same_as for source, cell in sure.cells.items() if cell.same_as} == {"board": "almanac"}
    assert (len(sure.cells), sure.voices) == (4, 3)
    assert (len(agreed.cells), agreed.voices) == (2, 2)


@pytest.mark.parametrize(
    ("status", "grade"), [("open", "error"), ("resolved", "resolved"), ("waived", "waived"), ("baseline", "baseline")]
)
def test_a_decided_conflict_stands_behind_the_open_ones(status: Status, grade: str) -> None:
    conflict, agreement = ferry().findings
    (found, *_) = rows(replace(ferry(), findings=(replace(conflict, status=status), agreement)))
    assert found.grade == grade


def test_a_conflict_of_no_rule_is_one_that_differs() -> None:
    found = rows(replace(ferry(), findings=(), possible=()))
    assert [(row.grade, row.finding) for row in found] == [("differs", None), ("agree", None), ("possible", None)]


def test_what_one_source_says_twice_is_no_row() -> None:
    report = ferry()
    (launched,) = [c for c in report.claims if c.source == "yard"]
    again = replace(launched, id="yard-again")
    own = Fact("launched", ((launched.id, again.id),), ())
    assert rows(replace(report, claims=(*report.claims, again), facts=(own,))) == []
    apart = Fact("launched", ((launched.id,), (again.id,)), (), "warning", 0.7)
    assert len(rows(replace(report, claims=(*report.claims, again), facts=(apart,)))) == 1


@pytest.mark.parametrize(("facts", "left_out"), [(MOST_ROWS, 0), (MOST_ROWS + 1, 1)])
def test_without_scripts_so_many_rows_are_shown(facts: int, left_out: int) -> None:
    matrix = matrix_of(rows(replace(ferry(), facts=ferry().facts[:1] * facts)))
    assert (len(matrix.rows), matrix.more_rows) == (MOST_ROWS, left_out)
    assert matrix.sources == ("almanac", "board", "yard", "gazette")


@pytest.mark.parametrize(("sources", "left_out"), [(MOST_COLUMNS, 0), (MOST_COLUMNS + 1, 1)])
def test_only_sources_that_state_a_row_are_columns(sources: int, left_out: int) -> None:
    report = ferry()
    first = report.claims[0]
    claims = tuple(replace(first, id=f"c{n:02}", source=f"s{n:02}") for n in range(sources))
    fact = Fact("launched", (tuple(c.id for c in claims),), ())
    matrix = matrix_of(rows(replace(report, claims=(*report.claims, *claims), facts=(fact,))))
    assert (len(matrix.sources), matrix.more_sources) == (MOST_COLUMNS, left_out)
    assert not {"almanac", "gazette"} & set(matrix.sources)
