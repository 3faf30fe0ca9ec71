"""A baseline holds while documents come, go and get other names, and lets nothing new through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import checker
from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.report import Report
from checker.review import baseline

KNOWN = {
    "guide": "The Harbour Museum was founded in 1894 by seven retired pilots.\n",
    "letter": "Seven retired pilots founded the Harbour Museum in 1895, and none too soon.\n",
}
THIRD = "# The Harbour Museum of Alder\n\nThe Harbour Museum was founded in {}. It has 12 rooms.\n"
SUM = {"plan": "| Boat | Cost |\n|---|---|\n| Tern | $41 |\n| Teal | $42 |\n| Knot | $33 |\n| Total | $126 |\n"}


def claims(report: Report) -> dict[str, Claim]:
    return {claim.id: claim for claim in report.quoted}


def conflicts(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.relation == "conflict"]


def accepted(path: Path, texts: dict[str, str]) -> tuple[baseline.Entry, ...]:
    """The baseline of these texts."""
    report = checker.check_texts(texts)
    assert baseline.write(path, report.findings, claims(report), "2031-05-17") == 1
    return baseline.read(path)


def opened(texts: dict[str, str], entries: tuple[baseline.Entry, ...]) -> tuple[int, int]:
    """How many conflicts of ``texts`` are not known, and how many entries have none any more."""
    report = checker.check_texts(texts)
    marked = baseline.mark_known(report.findings, entries, claims(report))
    found = [f for f in marked.findings if f.relation == "conflict"]
    assert all(f.known_since == "2031-05-17" for f in found if f.status == "baseline")
    return sum(f.status == "open" for f in found), len(marked.stale)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, (0, 0)),
        ({"third": THIRD.format(1894)}, (0, 0)),
        ({"third": THIRD.format(1895)}, (0, 0)),
        ({"third": THIRD.format(1897)}, (1, 1)),
        ({"guide": None, "book": KNOWN["guide"]}, (0, 0)),
        ({"guide": None, "book": KNOWN["guide"], "third": THIRD.format(1895)}, (0, 0)),
        ({"guide": None, "third": THIRD.format(1894)}, (0, 0)),
        ({"guide": None}, (0, 1)),
        ({"letter": KNOWN["letter"].replace("1895", "1896")}, (1, 1)),
        ({"letter": "It was in 1895 that pilots founded the Harbour Museum.\n"}, (0, 0)),
    ],
)
def test_what_is_known_of_rivals(tmp_path: Path, change: dict[str, str | None], expected: tuple[int, int]) -> None:
    entries = accepted(tmp_path / "known.json", KNOWN)
    texts = {name: text for name, text in (KNOWN | change).items() if text is not None}
    assert opened(texts, entries) == expected


def test_three_sides_of_which_one_goes(tmp_path: Path) -> None:
    entries = accepted(tmp_path / "known.json", KNOWN | {"third": THIRD.format(1897)})
    assert opened(KNOWN, entries) == (0, 0)


def test_a_sum_is_known_as_a_whole(tmp_path: Path) -> None:
    entries = accepted(tmp_path / "known.json", SUM)
    assert opened(SUM, entries) == (0, 0)
    assert opened({"renamed": SUM["plan"]}, entries) == (0, 0)
    assert opened({"plan": SUM["plan"].replace("$42", "$41")}, entries) == (1, 1)


def test_the_same_mistake_in_another_document_is_new(tmp_path: Path) -> None:
    entries = accepted(tmp_path / "known.json", SUM)
    assert opened(SUM | {"other": SUM["plan"]}, entries) == (1, 0)


def test_written_anew_an_entry_keeps_its_day_and_the_file_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    accepted(path, KNOWN)
    before = path.read_bytes()
    report = checker.check_texts(dict(reversed(KNOWN.items())))
    baseline.write(path, report.findings, claims(report), "2032-01-01")
    assert path.read_bytes() == before
    more = checker.check_texts(KNOWN | SUM | {"third": THIRD.format(1895)})
    assert baseline.write(path, more.findings, claims(more), "2032-01-01") == 2
    assert sorted(str(entry.since) for entry in baseline.read(path)) == ["2031-05-17", "2032-01-01"]


def test_a_baseline_without_statements_goes_by_fingerprints_alone(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    accepted(path, KNOWN)
    data = json.loads(path.read_text())
    for entry in data["conflicts"]:
        del entry["statements"], entry["since"], entry["kind"]
    path.write_text(json.dumps(data))
    report = checker.check_texts(KNOWN)
    marked = baseline.mark_known(report.findings, baseline.read(path), claims(report))
    assert [(f.status, f.known_since) for f in marked.findings if f.relation == "conflict"] == [("baseline", None)]
    more = checker.check_texts(KNOWN | {"third": THIRD.format(1895)})
    marked = baseline.mark_known(more.findings, baseline.read(path), claims(more))
    assert [f.status for f in marked.findings if f.relation == "conflict"] == ["open"]
