"""A verdict says whether two claims are of one fact, or nothing of it; claims are found by their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

import checker
from checker import pipeline, review
from checker.model.decision import Decision
from checker.model.finding import Finding, Position
from checker.model.report import Report
from checker.review.decided_pairs import decided_pairs, telling

FERRY = "The Alder Ferry was founded in {} by the town.\n"
TODAY = "2031-05-17"
RULES = pipeline.recommended().rules


def report_of(*years: int) -> Report:
    return checker.check_texts({chr(ord("a") + n): FERRY.format(year) for n, year in enumerate(years)})


def decided(report: Report, verdict: str, **more: str) -> Decision:
    """A decision on a conflict between all claims of when the ferry was founded, whatever a check says of them."""
    founded = [claim for claim in report.claims if claim.attribute == "founded"]
    assert len(founded) == len(report.texts)
    finding = Finding(
        "once-only",
        "agreement",
        "error",
        "conflict",
        tuple(claim.id for claim in founded),
        tuple(Position(claim.value.text, (claim.id,)) for claim in founded),
        "",
        (),
        "0123456789abcdef",
    )
    return review.decide(finding, {c.id: c for c in founded}, verdict, **{"by": "Ann", "on": TODAY, **more})


def pairs(decision: Decision, report: Report) -> list[tuple[str, str, bool]]:
    values = {claim.id: claim.value.text for claim in report.claims}
    found = decided_pairs([decision], report.claims, RULES)
    return sorted((*sorted(values[claim] for claim in pair), same) for pair, same in found.items())


@pytest.mark.parametrize(
    ("verdict", "more", "same"),
    [
        ("left", {}, [True]),
        ("right", {}, [True]),
        ("both", {"scope": "two boats"}, [False]),
        ("both-wrong", {}, [True]),
        ("not-same-fact", {}, [False]),
        ("extraction-error", {}, []),
        ("waived", {"reason": "asked", "expires": "2031-06-01"}, []),
    ],
)
def test_what_a_verdict_tells(verdict: str, more: dict[str, str], same: list[bool]) -> None:
    report = report_of(1894, 1897)
    assert pairs(decided(report, verdict, **more), report) == [("1894", "1897", label) for label in same]


def test_the_side_that_is_right_is_held_against_each_other() -> None:
    report = report_of(1894, 1897, 1899)
    assert pairs(decided(report, "2"), report) == [("1894", "1897", True), ("1897", "1899", True)]


def test_words_that_are_gone_tell_nothing() -> None:
    decision = decided(report_of(1894, 1897), "left")
    assert pairs(decision, report_of(1894, 1898)) == []
    assert pairs(decision, report_of(1894, 1897, 1890)) == [("1894", "1897", True)]


def test_only_rules_that_compare_statements_tell() -> None:
    decision = decided(report_of(1894, 1897), "left")
    assert telling([decision, replace(decision, rule="no-such-rule")], RULES) == [decision]


def test_the_later_verdict_holds() -> None:
    report = report_of(1894, 1897)
    left = decided(report, "left")
    both = decided(report, "both", scope="two boats", on="2031-05-18")
    assert list(decided_pairs([both, left], report.claims, RULES).values()) == [False]


@pytest.mark.parametrize(
    ("verdict", "kept"), [("left", True), ("both", True), ("not-same-fact", True), ("extraction-error", False)]
)
def test_where_weights_were_fitted_to_decisions_one_without_its_conflict_is_needed(verdict: str, kept: bool) -> None:
    report = replace(report_of(1894, 1897), findings=())
    decision = decided(report, verdict, **({"scope": "two boats"} if verdict == "both" else {}))
    for tuned in (False, True):
        settled = review.settle(report, RULES, review.Policy(TODAY, [decision], tuned=tuned))
        unused = [finding.rule for finding in settled.findings if finding.rule == "decision-unused"]
        assert [ruling.state for ruling in settled.rulings] == ([] if tuned and kept else ["unused"])
        assert unused == ([] if tuned and kept else ["decision-unused"])
