"""Each decision has one state in a run: only active ones silence, the others are said."""

from __future__ import annotations

from dataclasses import replace

import pytest

import checker
from checker import pipeline, review
from checker.model.decision import Decision
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.user_error import UserError
from checker.review.decision_states import Decided, apply_decisions
from checker.review.stale_decisions import notices

TEXTS = {
    "guide": "The Alder Ferry was founded in 1894 by the town.\n",
    "letter": "The Alder Ferry was founded in 1897 by the town.\n",
}
TODAY = "2031-05-17"


def report_of(texts: dict[str, str]) -> Report:
    return checker.check_texts(texts)


def conflict(report: Report) -> Finding:
    (found,) = [finding for finding in report.findings if finding.rule == "once-only"]
    return found


def made(verdict: str = "left", texts: dict[str, str] = TEXTS, **said: str) -> Decision:
    report = report_of(texts)
    claims = {claim.id: claim for claim in report.claims}
    return review.decide(conflict(report), claims, verdict, by="Ann", on=TODAY, **said)


def applied(decision: Decision, texts: dict[str, str], today: str = TODAY, **more: object) -> Decided:
    report = report_of(texts)
    claims = {claim.id: claim for claim in report.claims}
    return apply_decisions(report.findings, claims, [decision], texts=dict(report.texts), today=today, **more)


CHANGED = {**TEXTS, "letter": "The Alder Ferry was founded in 1899 by the town.\n"}
AGREED = {**TEXTS, "letter": TEXTS["guide"]}
FARTHER = {**TEXTS, "letter": "The ferry is near. " + TEXTS["letter"]}


@pytest.mark.parametrize(
    ("texts", "today", "state", "status"),
    [
        (TEXTS, TODAY, "active", "waived"),
        (FARTHER, TODAY, "active", "waived"),
        (TEXTS, "2031-06-01", "active", "waived"),
        (TEXTS, "2031-06-02", "expired", "open"),
        (CHANGED, TODAY, "changed", "open"),
        (AGREED, TODAY, "orphaned", None),
        ({"guide": TEXTS["guide"]}, TODAY, "orphaned", None),
    ],
)
def test_states_of_a_waiver(texts: dict[str, str], today: str, state: str, status: str | None) -> None:
    outcome = applied(made("waived", reason="asked", expires="2031-06-01"), texts, today)
    assert [ruling.state for ruling in outcome.rulings] == [state]
    found = [f.status for f in outcome.findings if f.rule == "once-only" and f.relation == "conflict"]
    assert found == ([status] if status else [])


def test_a_conflict_that_is_gone_while_its_words_stay_leaves_its_decision_unused() -> None:
    decision = replace(made(), rule="another-rule")
    assert [ruling.state for ruling in applied(decision, TEXTS).rulings] == ["unused"]


def test_one_of_several_conflicts_is_ambiguous() -> None:
    report = report_of(TEXTS)
    claims = {claim.id: claim for claim in report.claims}
    first = conflict(report)
    twin = replace(first, fingerprint="f" * 32)
    decision = replace(made(), values=(("guide", "0" * 12), ("letter", "0" * 12)))
    outcome = apply_decisions([first, twin], claims, [decision], texts=dict(report.texts), today=TODAY)
    assert {ruling.state for ruling in outcome.rulings} <= {"changed", "ambiguous"}
    assert all(finding.status == "open" for finding in outcome.findings)


def test_of_a_source_that_was_not_read_nothing_is_said() -> None:
    assert applied(made(), {"guide": TEXTS["guide"]}, unread={"letter"}).rulings == ()
    assert applied(made(), {"guide": TEXTS["guide"]}, whole=False).rulings == ()


@pytest.mark.parametrize("verdict", ["left", "right", "extraction-error", "not-same-fact", "1", "2"])
def test_an_active_decision_resolves_its_conflict(verdict: str) -> None:
    outcome = applied(made(verdict), TEXTS)
    assert [f.status for f in outcome.findings if f.rule == "once-only"] == ["resolved"]


@pytest.mark.parametrize(
    ("texts", "today", "said", "state", "status"),
    [
        (TEXTS, TODAY, {}, "active", "open"),
        (FARTHER, "2039-01-01", {"reason": "the deed says 1896"}, "active", "open"),
        (CHANGED, TODAY, {}, "changed", "open"),
        (AGREED, TODAY, {}, "orphaned", None),
        (TEXTS, "2031-06-01", {"reason": "asked", "expires": "2031-06-01"}, "active", "waived"),
        (TEXTS, "2031-06-02", {"reason": "asked", "expires": "2031-06-01"}, "expired", "open"),
    ],
)
def test_what_is_wrong_on_all_sides_stays_open_until_it_is_corrected(
    texts: dict[str, str], today: str, said: dict[str, str], state: str, status: str | None
) -> None:
    outcome = applied(made("both-wrong", **said), texts, today)
    assert [ruling.state for ruling in outcome.rulings] == [state]
    found = [f for f in outcome.findings if f.rule == "once-only" and f.relation == "conflict"]
    assert [f.status for f in found] == ([status] if status else [])
    todo = "; both are wrong: correct the documents"
    assert [f.message.endswith(todo) for f in found] == ([state == "active"] if status else [])


@pytest.mark.parametrize(
    ("verdict", "said", "expected"),
    [
        ("wrong", {}, "no verdict 'wrong'"),
        ("3", {}, "there is no position 3; the conflict has 2, from 1"),
        ("both", {}, "'both' needs the scope"),
        ("both-wrong", {"expires": "2032-01-01"}, "'both-wrong' with a last day is a waiver and needs a reason"),
        ("waived", {"expires": "2032-01-01"}, "a waiver needs a reason"),
        ("waived", {"reason": "asked"}, "a waiver needs a last day"),
        ("waived", {"reason": "asked", "expires": "2031-05-16"}, "the last day, 2031-05-16, has passed"),
    ],
)
def test_a_verdict_that_does_not_fit(verdict: str, said: dict[str, str], expected: str) -> None:
    with pytest.raises(UserError, match=expected):
        made(verdict, **said)


@pytest.mark.parametrize(
    ("verdict", "left", "right"), [("left", "guide", "letter"), ("2", "guide", "letter"), ("1", "guide", "letter")]
)
def test_both_sides_are_quoted(verdict: str, left: str, right: str) -> None:
    decision = made(verdict)
    assert ([s.source for s in decision.left], [s.source for s in decision.right]) == ([left], [right])
    assert {s.quote for s in (*decision.left, *decision.right)} == {text.strip() for text in TEXTS.values()}


@pytest.mark.parametrize("key", ["", "abc", "0000", "zzzz"])
def test_a_key_that_names_no_finding(key: str) -> None:
    with pytest.raises(UserError, match="no finding has the key"):
        review.finding_of([conflict(report_of(TEXTS))], key)


def test_a_key_that_names_several_findings() -> None:
    first = conflict(report_of(TEXTS))
    twin = replace(first, fingerprint=first.fingerprint[:8] + "f" * 24)
    with pytest.raises(UserError, match="2 findings have keys that begin with"):
        review.finding_of([first, twin], first.fingerprint[:4])


@pytest.mark.parametrize(
    ("texts", "today", "rule", "words"),
    [
        (TEXTS, "2031-06-02", "decision-expired", "ended on 2031-06-01"),
        ({"guide": TEXTS["guide"]}, TODAY, "decision-orphaned", "names a source or a sentence that is gone"),
    ],
)
def test_what_no_longer_decides_is_a_finding(texts: dict[str, str], today: str, rule: str, words: str) -> None:
    decision = replace(made("waived", reason="asked", expires="2031-06-01"), where="rules/decisions/a.yaml:3")
    outcome = applied(decision, texts, today)
    by_print = {finding.fingerprint: finding for finding in outcome.findings}
    (notice,) = notices(outcome.rulings, pipeline.recommended().rules, by_print)
    assert notice.rule == rule
    assert words in notice.message
    assert notice.kind == "decision"
    assert notices((), pipeline.recommended().rules, by_print) == ()


def test_an_active_decision_makes_no_notice() -> None:
    outcome = applied(made(), TEXTS)
    assert notices(outcome.rulings, pipeline.recommended().rules, {}) == ()
