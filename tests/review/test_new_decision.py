"""A decision is made only of a conflict, with a verdict that fits it and all that the verdict needs."""

from __future__ import annotations

import pytest

import checker
from checker import review
from checker.model.decision import Decision
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.user_error import UserError

TODAY = "2031-05-17"
TEXTS = {
    "guide": "The Alder Ferry was founded in 1894 by the town of Lund.\n",
    "letter": "Founded in 1895 by the town of Lund, the Alder Ferry carries cars.\n",
    "plaque": "The town of Lund founded the Alder Ferry in 1896.\n",
}


def report_of(count: int) -> Report:
    return checker.check_texts(dict(list(TEXTS.items())[:count]))


def conflict(report: Report) -> Finding:
    (found,) = [finding for finding in report.findings if finding.rule == "once-only"]
    return found


def decided(verdict: str, count: int = 2, **more: str) -> Decision:
    report = report_of(count)
    claims = {claim.id: claim for claim in report.claims}
    return review.decide(conflict(report), claims, verdict, **{"by": "Ann", "on": TODAY, **more})


def sides(decision: Decision) -> tuple[list[str], list[str]]:
    return [side.value for side in decision.left], [side.value for side in decision.right]


@pytest.mark.parametrize(
    ("count", "given", "verdict", "left"),
    [
        (2, "left", "left", 0),
        (2, "1", "left", 0),
        (2, "right", "right", 0),
        (2, "2", "right", 0),
        (3, "1", "left", 0),
        (3, "2", "left", 1),
        (3, "3", "left", 2),
        (3, "left", "left", 0),
        (3, "extraction-error", "extraction-error", 0),
    ],
)
def test_a_verdict_names_a_position(count: int, given: str, verdict: str, left: int) -> None:
    positions = [position.value for position in conflict(report_of(count)).positions]
    assert len(positions) == count
    decision = decided(given, count)
    assert decision.verdict == verdict
    found, others = sides(decision)
    assert found == [positions[left]]
    assert sorted(others) == sorted(value for value in positions if value != positions[left])


@pytest.mark.parametrize(
    ("count", "verdict", "more", "problem"),
    [
        (2, "0", {}, "there is no position 0"),
        (2, "3", {}, "there is no position 3"),
        (3, "4", {}, "there is no position 4"),
        (3, "right", {}, "the conflict has 3 positions"),
        (2, "middle", {}, "no verdict 'middle'"),
        (2, "waived", {"expires": "2031-06-01"}, "a waiver needs a reason"),
        (2, "waived", {"reason": "  ", "expires": "2031-06-01"}, "a waiver needs a reason"),
        (2, "waived", {"reason": "asked"}, "a waiver needs a last day"),
        (2, "left", {"expires": "2031-05-16"}, "the last day, 2031-05-16, has passed"),
        (2, "both", {}, "'both' needs the scope"),
        (2, "both", {"scope": " "}, "'both' needs the scope"),
        (2, "left", {"reason": "\ud800"}, "the reason is not UTF-8"),
        (2, "left", {"scope": "\udfff"}, "the scope is not UTF-8"),
        (2, "left", {"by": "\udc80"}, "the name is not UTF-8"),
    ],
)
def test_what_is_refused(count: int, verdict: str, more: dict[str, str], problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        decided(verdict, count, **more)


def test_what_is_just_allowed() -> None:
    assert decided("waived", reason="asked", expires=TODAY).expires == TODAY
    assert decided("both", scope="town and county").scope == "town and county"
    assert decided("left", reason="\ud7ff\ue000").reason == "\ud7ff\ue000"


def test_an_agreement_is_not_decided() -> None:
    text = "The Alder Ferry was founded in 1894 by the town.\n"
    report = checker.check_texts({"guide": text, "letter": f"It is late. {text}"})
    (agreement,) = [finding for finding in report.findings if finding.relation == "agree"]
    with pytest.raises(UserError, match="is no conflict"):
        review.decide(agreement, {claim.id: claim for claim in report.claims}, "left", by="Ann", on=TODAY)


def test_a_finding_is_named_by_the_first_digits_of_its_key() -> None:
    report = report_of(2)
    found = conflict(report)
    assert review.finding_of(report.findings, found.fingerprint[:4]) is found
    with pytest.raises(UserError):
        review.finding_of(report.findings, found.fingerprint[:3])


@pytest.mark.parametrize(
    ("count", "verdict", "right"), [(2, "left", 0), (2, "2", 1), (2, "right", 1), (3, "3", 2), (3, "1", 0)]
)
def test_the_position_that_is_right(count: int, verdict: str, right: int) -> None:
    report = report_of(count)
    found, claims = conflict(report), {claim.id: claim for claim in report.claims}
    assert review.right_position(found, verdict) == right
    assert review.decided_position(found, decided(verdict, count), claims) == right


def test_a_verdict_that_names_no_right_side() -> None:
    report = report_of(2)
    with pytest.raises(UserError, match="names no side that is right"):
        review.right_position(conflict(report), "both-wrong")
    claims = {claim.id: claim for claim in report.claims}
    assert review.decided_position(conflict(report), decided("both-wrong"), claims) is None
