"""A session goes through the conflicts one by one, writes what is answered, and takes it back on request."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import checker
from checker import review
from checker.model.decision import Ruling, State
from checker.model.finding import Severity
from checker.model.report import Report
from checker.model.user_error import UserError
from checker.review import decisions_file
from checker.review.session import Session, queue, superseded, to_correct

TODAY = "2031-05-17"


def report_of() -> Report:
    """Three things, of each of which two documents say something else."""
    guide = (
        "The Alder Ferry is 41 metres long.",
        "The Corran Mill was built in 1894 by Amos Pike.",
        "The Tarn Bridge cost £12 million.",
    )
    letter = (
        "The Alder Ferry has a length of 42 metres.",
        "Amos Pike built the Corran Mill in 1895.",
        "It cost £13 million to build the Tarn Bridge.",
    )
    return checker.check_texts({"guide": "\n\n".join(guide), "letter": "\n\n".join(letter)})


def conflicts(report: Report) -> Report:
    return replace(report, findings=tuple(f for f in report.findings if f.relation == "conflict"))


def test_answers_are_written_and_taken_back(tmp_path: Path) -> None:
    report = conflicts(report_of())
    assert len(report.findings) == 3
    claims = {claim.id: claim for claim in report.claims}
    session = Session(tmp_path / "decisions", report.findings)
    assert (session.current, session.undo()) == (report.findings[0], False)
    session.answer(review.decide(report.findings[0], claims, "left", by="Ann", on=TODAY), [])
    assert (session.current, session.decided) == (report.findings[1], 1)
    assert [decision.verdict for decision in decisions_file.load(session.folder)] == ["left"]
    session.skip()
    assert (session.current, session.decided) == (report.findings[2], 1)
    session.skip()
    assert (session.current, session.at) == (None, 3)
    assert [session.undo(), session.undo()] == [True, True]
    assert (session.current, session.decided) == (report.findings[1], 1)
    assert session.undo()
    assert (session.current, session.decided) == (report.findings[0], 0)
    assert decisions_file.load(session.folder) == ()
    assert not session.undo()


def test_what_was_edited_since_is_not_taken_back(tmp_path: Path) -> None:
    report = conflicts(report_of())
    claims = {claim.id: claim for claim in report.claims}
    session = Session(tmp_path, report.findings)
    session.answer(review.decide(report.findings[0], claims, "left", by="Ann", on=TODAY), [])
    (file,) = tmp_path.glob("*.yaml")
    file.write_text(file.read_text() + "# mine\n")
    with pytest.raises(UserError, match="edited since"):
        session.undo()
    assert (session.at, session.decided) == (1, 1)


@pytest.mark.parametrize(
    ("state", "replaced"),
    [("active", True), ("expired", True), ("changed", True), ("ambiguous", False), ("unused", False)],
)
def test_what_a_new_decision_replaces(state: State, replaced: bool) -> None:
    report = conflicts(report_of())
    claims = {claim.id: claim for claim in report.claims}
    old = review.decide(report.findings[0], claims, "left", by="Ann", on=TODAY)
    assert superseded([Ruling(old, state)]) == [old] * replaced


def test_the_queue_has_the_most_severe_first() -> None:
    report = conflicts(report_of())
    severities: tuple[Severity, ...] = ("info", "error", "warning")
    found = tuple(replace(f, severity=s) for f, s in zip(report.findings, severities, strict=True))
    agreed = replace(found[0], relation="agree")
    about = replace(found[0], kind="decision")
    asked = queue(replace(report, findings=(*found, agreed, about)), TODAY, "2031-05-31")
    assert [finding.severity for finding in asked] == ["error", "warning", "info"]


@pytest.mark.parametrize(
    ("expires", "state", "asked"),
    [
        ("2031-05-31", "active", True),
        ("2031-06-01", "active", False),
        (TODAY, "active", True),
        ("2031-05-16", "active", False),
        (None, "active", False),
        ("2031-05-20", "expired", False),
    ],
)
def test_the_queue_has_what_ends_soon(expires: str | None, state: State, asked: bool) -> None:
    report = conflicts(report_of())
    claims = {claim.id: claim for claim in report.claims}
    first = report.findings[0]
    decision = replace(review.decide(first, claims, "left", by="Ann", on=TODAY), expires=expires)
    waived = replace(first, status="waived")
    report = replace(report, findings=(waived,), rulings=(Ruling(decision, state, first.fingerprint),))
    assert queue(report, TODAY, "2031-05-31") == [waived] * asked


def test_a_correction_goes_on_among_what_is_left_and_is_taken_back(tmp_path: Path) -> None:
    first, second, third = conflicts(report_of()).findings
    session = Session(tmp_path / "decisions", (first, second, third))
    session.skip()
    renewed, new = replace(third, message="again"), replace(second, fingerprint="f" * 32)
    taken: list[str] = []
    session.correct([new, renewed, first], lambda: taken.append("back"))
    assert (session.findings, session.at, session.corrected) == ([first, renewed, new], 1, 1)
    assert session.current == renewed
    assert session.undo()
    assert (taken, session.findings, session.current) == (["back"], (first, second, third), second)
    assert (session.corrected, session.decided) == (0, 0)


def test_what_is_wrong_on_all_sides_waits_for_no_decision(tmp_path: Path) -> None:
    report = conflicts(report_of())
    claims = {claim.id: claim for claim in report.claims}
    first = report.findings[0]
    decision = review.decide(first, claims, "both-wrong", by="Ann", on=TODAY)
    session = Session(tmp_path / "decisions", report.findings)
    session.answer(decision, [])
    assert (session.decided, session.both_wrong) == (1, 1)
    decided = replace(report, rulings=(Ruling(decision, "active", first.fingerprint),))
    assert first not in queue(decided, TODAY, TODAY)
    assert to_correct(decided) == [first]
    assert to_correct(report) == []
