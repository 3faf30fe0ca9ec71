"""Of what is no text file reports name the page, slide, cell or heading, and no line that nobody can go to."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checker.model.claim import Claim
from checker.model.document import Source
from checker.model.labels import Labels
from checker.model.report import Report
from checker.reports import github, gitlab, markdown, sarif, text
from checker.reports.locations import Places, place_words
from tests.reports.invented import museum

TAKEN = Source("letter", "letter.pdf", extracted=True)
CLAIM = next(claim for claim in museum().claims if claim.source == "letter")


def stands(**places: object) -> Claim:
    return replace(CLAIM, evidence=replace(CLAIM.evidence, **places))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "source", "words"),
    [
        (CLAIM, Source("letter", "letter.txt"), f"line {CLAIM.evidence.line}"),
        (CLAIM, None, f"line {CLAIM.evidence.line}"),
        (stands(page=3), TAKEN, "page 3"),
        (stands(slide=2), TAKEN, "slide 2"),
        (stands(cell="Budget!B4"), TAKEN, "cell Budget!B4"),
        (stands(cell="Budget!B4", page=3), TAKEN, "cell Budget!B4"),
        (replace(CLAIM, labels=Labels("Report", ("Staff", "In 2021"))), TAKEN, "under In 2021"),
        (replace(CLAIM, labels=Labels("Report", ("word " * 40,))), TAKEN, f"under {('word ' * 12).strip()}..."),
        (replace(CLAIM, labels=Labels("Report")), TAKEN, "under its title"),
        (replace(CLAIM, labels=Labels()), TAKEN, "at its start"),
    ],
)
def test_places_in_words(claim: Claim, source: Source | None, words: str) -> None:
    assert place_words(claim, source) == words


def of_a_pdf() -> Report:
    """The museum's report with its letter as page 3 of a PDF."""
    report = museum()
    claims = tuple(
        replace(claim, evidence=replace(claim.evidence, page=3)) if claim.source == "letter" else claim
        for claim in report.claims
    )
    sources = tuple(
        replace(one, source=replace(one.source, path="letter.pdf", extracted=True))
        if one.source.id == "letter"
        else one
        for one in report.sources
    )
    return replace(report, claims=claims, sources=sources)


def test_sarif_points_at_the_file_and_says_the_page() -> None:
    (run,) = json.loads(sarif.render(of_a_pdf()))["runs"]
    located = [
        place
        for result in run["results"]
        for place in (*result["locations"], *result.get("relatedLocations", ()))
        if place["physicalLocation"]["artifactLocation"]["uri"] == "letter.pdf"
    ]
    assert located
    for place in located:
        assert "region" not in place["physicalLocation"]
        assert "page 3" in place["message"]["text"]


def test_an_annotation_names_the_page_and_no_line() -> None:
    report = of_a_pdf()
    all_taken = tuple(replace(one, source=replace(one.source, extracted=True)) for one in report.sources)
    lines = github.render(replace(report, sources=all_taken)).splitlines()
    files = ("::error file=", "::warning file=")
    marked = [line for line in lines if line.startswith(files) and "not checked" not in line]
    assert marked
    assert all("line=" not in line for line in marked)
    assert "letter.pdf, page 3" in github.render(report)


def test_other_reports_name_the_page() -> None:
    report = of_a_pdf()
    assert "| letter\\.pdf, page 3 |" in markdown.render(report)
    assert "letter.pdf, page 3" in " ".join(text.render(report, width=200).split())
    issues = json.loads(gitlab.render(report))
    assert all(
        issue["location"]["lines"]["begin"] == 1 for issue in issues if issue["location"]["path"] == "letter.pdf"
    )


def test_a_text_file_keeps_its_lines() -> None:
    report = museum()
    places = Places(report)
    for claim in report.claims:
        assert places.of(claim).in_file
        assert places.of(claim).words == f"line {claim.evidence.line}"
