"""What people decided with an earlier release holds: keys stay where they could, and others are known by both."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

import checker
from checker import review, value_relation
from checker.model.finding import Finding
from checker.model.report import Report
from checker.review import baseline
from checker.review.conflict_key import conflict_of
from checker.review.decision_states import apply_decisions

FERRY = "# Alder Ferry\n\nThe Alder Ferry "
LONG = {"a": FERRY + "is 41 metres long.\n", "b": FERRY + "has a length of 42 metres.\n"}
YARDS = {"a": FERRY + "is 41 metres long.\n", "b": FERRY + "has a length of 42 yards.\n"}


def conflict(texts: dict[str, str]) -> tuple[Report, Finding]:
    report = checker.check_texts(texts)
    (found,) = [finding for finding in report.findings if finding.relation == "conflict"]
    return report, found


def former_fingerprint(report: Report, found: Finding) -> str:
    """As release 0.1.0 wrote it."""
    of = {claim.id: claim for claim in report.claims}
    parts = sorted(
        f"{c.source}|{c.subject.text}|{c.attribute}|{c.value.kind}:{c.value.low}:{c.value.high}:"
        f"{c.value.unit if c.value.kind == 'money' else ''}"
        for c in (of[name] for name in found.claims)
    )
    return hashlib.sha256("\n".join((found.rule, "conflict", *parts)).encode()).hexdigest()[:32]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("cost £9 million.", "cost £12 million."),
        ("was founded in 1894.", "was founded in 1897."),
        ("is 41 metres long.", "is 47 metres long."),
        ("took 3 years to build.", "took 5 years to build."),
    ],
)
def test_a_finding_is_known_by_the_key_of_release_0_1_0_too(left: str, right: str) -> None:
    report, found = conflict({"a": FERRY + left, "b": FERRY + right})
    assert found.former == former_fingerprint(report, found) != found.fingerprint


def test_a_baseline_of_an_earlier_release_holds_and_is_written_anew(tmp_path: Path) -> None:
    _, found = conflict(LONG)
    assert found.former is not None
    held = baseline.mark_known([found], [baseline.Entry(found.former, found.rule, found.message)])
    assert [finding.status for finding in held.findings] == ["baseline"]
    assert held.stale == ()
    baseline.write(tmp_path / "baseline.json", held.findings, {}, "2031-05-17")
    assert [entry.fingerprint for entry in baseline.read(tmp_path / "baseline.json")] == [found.fingerprint]


def test_a_baseline_counts_each_entry_once() -> None:
    _, found = conflict(LONG)
    assert found.former is not None
    held = baseline.mark_known([found, found], [baseline.Entry(found.former, found.rule, found.message)])
    assert [finding.status for finding in held.findings] == ["baseline", "open"]


def test_another_unit_is_another_value() -> None:
    _, metres = conflict(LONG)
    _, yards = conflict(YARDS)
    held = baseline.mark_known([yards], [baseline.Entry(metres.fingerprint, metres.rule, metres.message)])
    assert [finding.status for finding in held.findings] == ["open"]


@pytest.mark.parametrize(("texts", "state"), [(LONG, "active"), (YARDS, "changed")])
def test_decisions(texts: dict[str, str], state: str) -> None:
    report, found = conflict(LONG)
    claims = {claim.id: claim for claim in report.claims}
    made = review.decide(found, claims, "left", by="Ann", on="2031-05-17")
    told, _ = conflict(texts)
    of = {claim.id: claim for claim in told.claims}
    judged = apply_decisions(told.findings, of, [made], texts=dict(told.texts), today="2031-05-17")
    assert [ruling.state for ruling in judged.rulings] == [state]


def test_a_decision_of_an_earlier_release_holds() -> None:
    report, found = conflict(LONG)
    claims = {claim.id: claim for claim in report.claims}
    made = review.decide(found, claims, "left", by="Ann", on="2031-05-17")
    old = replace(made, values=conflict_of(found, claims, value_relation.former).values)
    assert old.values != made.values
    judged = apply_decisions(report.findings, claims, [old], texts=dict(report.texts), today="2031-05-17")
    assert [ruling.state for ruling in judged.rulings] == ["active"]
