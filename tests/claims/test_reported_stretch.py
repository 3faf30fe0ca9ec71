"""Monthly reports, in text and in Word, hold for the stretch that they state: those of other months do not conflict."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

import checker
from checker.model.finding import Finding
from tests.readings import claims, conflicts

BODY = (
    "The Tarn Rowing Club spent ${spent} on repairs.",
    "The Tarn Rowing Club has {members} members.",
    "The net income of the Tarn Rowing Club was ${income}.",
)
FIGURES = (
    {"spent": "4,100", "members": "210", "income": "900"},
    {"spent": "4,800", "members": "214", "income": "1,150"},
)

HEADS = [
    ("Month ended 31 July 2023", "Month ended 31 August 2023", "2023-07-01", "2023-07-31"),
    ("For the seven months ended 31 July 2023", "For the eight months ended 31 August 2023",
     "2023-01-01", "2023-07-31"),
    ("For the seven months of 2023 ended July 31st, 2023", "For the eight months of 2023 ended August 31st, 2023",
     "2023-01-01", "2023-07-31"),
    ("Report thru 7.31.23", "Report thru 8.31.23", "2023-01-01", "2023-07-31"),
    ("Report through July 31, 2023", "Report through August 31, 2023", "2023-01-01", "2023-07-31"),
    ("Report as of 7/31/2023", "Report as of 8/31/2023", "2023-07-01", "2023-07-31"),
    ("Report at 31.07.2023", "Report at 31.08.2023", "2023-07-01", "2023-07-31"),
    ("Report as of 7.31.23", "Report as of 8.31.23", "2023-07-01", "2023-07-31"),
    ("YTD as of 7.31.23", "YTD as of 8.31.23", "2023-01-01", "2023-07-31"),
    ("Year to date through July 2023", "Year to date through August 2023", "2023-01-01", "2023-07-31"),
    ("Report for July 2023", "Report for August 2023", "2023-07-01", "2023-07-31"),
    ("Report for Q1 2023", "Report for Q2 2023", "2023-01-01", "2023-03-31"),
    ("Report for Q3 FY2023", "Report for Q4 FY2023", "2023-04-01", "2023-06-30"),
    ("Period: January to July 2023", "Period: January to August 2023", "2023-01-01", "2023-07-31"),
    ("Quarter ended 30 June 2023", "Quarter ended 30 September 2023", "2023-04-01", "2023-06-30"),
]  # fmt: skip
SENTENCE = (
    "Attached is the financial package of the Tarn Rowing Club, which represents its performance for the seven months "
    "ended July 31st, 2023.",
    "Attached is the financial package of the Tarn Rowing Club, which represents its performance for the eight months "
    "ended August 31st, 2023.",
)


def lines(head: str, figures: dict[str, str]) -> list[str]:
    return ["Tarn Rowing Club: treasurer's report", head, *(line.format_map(figures) for line in BODY)]


def text(head: str, figures: dict[str, str]) -> str:
    return "\n\n".join(lines(head, figures))


def word_report(folder: Path, name: str, head: str, figures: dict[str, str]) -> None:
    document = docx.Document()
    first, *others = lines(head, figures)
    document.add_heading(first, 0)
    for line in others:
        document.add_paragraph(line)
    document.save(str(folder / name))


def clashes(folder: Path) -> list[Finding]:
    return [finding for finding in checker.check_paths([folder]).findings if finding.relation == "conflict"]


@pytest.mark.parametrize(("head", "later", "low", "high"), [*HEADS, (*SENTENCE, "2023-01-01", "2023-07-31")])
def test_months_of_a_series_are_told_apart(head: str, later: str, low: str, high: str) -> None:
    stated = {claim.value.text: claim.scope for claim in claims(text(head, FIGURES[0]))}
    assert {(stated[value].low, stated[value].high) for value in ("$4,100", "$900")} == {(low, high)}
    assert "210 members" in stated or "210" in stated
    assert conflicts(text(head, FIGURES[0]), text(later, FIGURES[1])) == []


@pytest.mark.parametrize("head", [HEADS[0][0], HEADS[1][0], HEADS[3][0], HEADS[5][0], SENTENCE[0]])
def test_reports_of_one_stretch_conflict(head: str) -> None:
    found = conflicts(text(head, FIGURES[0]), text(head, FIGURES[1]))
    assert {value.value for finding in found for value in finding.positions} >= {"$900", "$1,150"}


@pytest.mark.parametrize(("head", "later"), [(HEADS[1][0], HEADS[1][1]), SENTENCE, (HEADS[5][0], HEADS[5][1])])
def test_reports_in_word(tmp_path: Path, head: str, later: str) -> None:
    word_report(tmp_path, "july.docx", head, FIGURES[0])
    word_report(tmp_path, "august.docx", later, FIGURES[1])
    assert clashes(tmp_path) == []
    word_report(tmp_path, "august.docx", head, FIGURES[1])
    assert {value.value for finding in clashes(tmp_path) for value in finding.positions} >= {"$900", "$1,150"}


@pytest.mark.parametrize(
    ("sentence", "later"),
    [
        ("The Tarn Inn earned $9,000 through July 2023.", "The Tarn Inn earned $9,900 through August 2023."),
        ("The Tarn Inn earned $9,000 thru 7.31.23.", "The Tarn Inn earned $9,900 thru 8.31.23."),
        ("The Tarn Inn had $9,000 as of 7/31/23.", "The Tarn Inn had $9,900 as of 8/31/23."),
        ("The Tarn Inn earned $9,000 through July 31.", "The Tarn Inn earned $9,900 through August 31."),
    ],
)  # fmt: skip
def test_figures_up_to_other_days(sentence: str, later: str) -> None:
    assert [claim.value.text for claim in claims(sentence) if claim.value.kind == "money"] == ["$9,000"]
    assert conflicts(sentence, later) == []


@pytest.mark.parametrize("cue", ["YTD", "year to date"])
def test_a_figure_of_the_year_to_date_is_none_of_the_month(cue: str) -> None:
    told = f"Report for July 2023\n\nThe Tarn Rowing Club had a net income of $900.\n\nIts net income {cue} was $7,000."
    scopes = {claim.value.text: claim.scope.population for claim in claims(told) if claim.value.kind == "money"}
    assert scopes == {"$900": None, "$7,000": "year to date"}
    assert conflicts(told) == []


@pytest.mark.parametrize(
    "head",
    [
        # Who tells of a stretch long past, or of money, does not say what the text is for.
        "For the seven months ended 31 July 1931 the club was closed. In 2019 it bought a boat.",
        "It earned $90 for the seven months ended 31 July 2023.",
        "Boats built thru 1931 are in the shed, and those of 2019 outside.",
    ],
)
def test_no_stretch_of_the_text(head: str) -> None:
    stated = {claim.value.text: claim.scope for claim in claims(text(head, FIGURES[0]))}
    assert {stated["$900"].time, stated["$4,100"].time} == {None}
