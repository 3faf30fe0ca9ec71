"""How each claim stands: the gravest of what findings and comparisons say of it."""

from __future__ import annotations

from dataclasses import replace

from checker.model.comparison import Comparison
from checker.model.finding import Status
from checker.reports.html.claim_status import MARKS, MEANINGS, STANDINGS, ordered, standings
from tests.reports.invented import claim, finding, museum
from tests.reports.pages import decided


def named(status: Status) -> dict[str, str]:
    report = museum()
    first, *others = report.findings
    report = replace(report, findings=(replace(first, status=status), *others[:2]))
    return {claim: STANDINGS[standing] for claim, standing in standings(report).items()}


def test_an_open_conflict_outweighs_an_agreement() -> None:
    found = named("open")
    assert found == {
        "guide-founded-49": "conflict",
        "letter-founded-175": "conflict",
        "annual-founded-10": "conflict",
        "guide-holdings-97": "agree",
        "letter-holdings-315": "agree",
        "letter-burned-269": "alone",
    }


def test_what_was_decided_is_no_conflict_and_no_agreement() -> None:
    assert {named(status)["letter-founded-175"] for status in ("waived", "resolved", "baseline")} == {"decided"}


def test_a_difference_that_no_rule_reports_is_no_conflict() -> None:
    texts = {"guide": "It cost 12 crowns.", "letter": "It cost 13 crowns."}
    left, right = (claim(s, t, t[8:10], name="Quay", attribute="cost", kind="count") for s, t in texts.items())
    report = replace(
        museum(),
        claims=(left, right),
        findings=(),
        comparisons=(Comparison(left.id, right.id, "conflict", "the values differ"),),
    )
    assert [STANDINGS[standing] for standing in standings(report).values()] == ["differs", "differs"]


def test_a_notice_about_a_decision_changes_nothing() -> None:
    report = decided()
    notice = next(f for f in report.findings if f.kind == "decision")
    held = replace(notice, claims=tuple(c.id for c in report.claims))
    others = tuple(f for f in report.findings if f.kind != "decision")
    assert standings(replace(report, findings=(*others, held))) == standings(replace(report, findings=others))


def test_open_and_grave_come_first() -> None:
    found = ordered(
        [
            finding("agrees", relation="agree"),
            finding("waived", status="waived"),
            finding("note", severity="info"),
            finding("grave"),
        ]
    )
    assert [f.rule for f in found] == ["grave", "note", "waived", "agrees"]


def test_each_standing_has_a_sign_of_its_own() -> None:
    assert set(MARKS) == set(MEANINGS) == {*STANDINGS, "unread"}
    assert len(set(MARKS.values())) == len(MARKS)
