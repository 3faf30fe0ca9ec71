"""One text gives the same claims and findings in every format, and a changed figure is found between two."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.model.claim import Claim
from tests.sources.one_text import MUSEUM, WRITERS, Text, written

OTHERS = [ending for ending in WRITERS if ending != ".md"]
FIGURES = [
    ("1894", "1896"),
    ("£41,000", "£44,000"),
    ("4,120", "4,210"),
    ("45 minutes", "50 minutes"),
    ("3,490", "3,940"),
]


def claims_of(folder: Path, text: Text, ending: str) -> tuple[Claim, ...]:
    file = folder / f"museum{ending}"
    file.write_bytes(written(text, ending))
    report = checker.check_paths([file])
    assert report.not_checked == ()
    return report.claims


def said(claims: tuple[Claim, ...]) -> list[tuple[object, ...]]:
    return sorted(
        (
            (c.value.low, c.value.high, c.value.unit, c.attribute, str(c.subject), c.scope.time, *_labels(c))
            for c in claims
        ),
        key=str,
    )


def _labels(claim: Claim) -> tuple[str | None, ...]:
    return claim.labels.key, claim.labels.row, claim.labels.column


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("ending", OTHERS)
def test_the_same_claims(tmp_path: Path, ending: str) -> None:
    known = claims_of(tmp_path, MUSEUM, ".md")
    assert len(known) >= 12
    assert said(claims_of(tmp_path, MUSEUM, ending)) == said(known)


@pytest.mark.parametrize("ending", OTHERS)
def test_evidence_stands_in_the_text(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"museum{ending}"
    file.write_bytes(written(MUSEUM, ending))
    report = checker.check_paths([file])
    text = dict(report.texts)["museum"]
    for claim in report.claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
        assert text[claim.value.start : claim.value.end] == claim.value.text


@pytest.mark.parametrize(("old", "new"), FIGURES)
@pytest.mark.parametrize("ending", OTHERS)
def test_a_changed_figure_is_found(tmp_path: Path, ending: str, old: str, new: str) -> None:
    (tmp_path / "museum.md").write_bytes(written(MUSEUM, ".md"))
    (tmp_path / f"other{ending}").write_bytes(written(MUSEUM.with_words(old, new), ending))
    report = checker.check_paths([tmp_path])
    assert report.not_checked == ()
    conflicts = [finding for finding in report.findings if finding.relation == "conflict"]
    (found,) = conflicts
    values = sorted(position.value for position in found.positions)
    assert any(old.strip("£") in value for value in values) and any(new.strip("£") in value for value in values)
