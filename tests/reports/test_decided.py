"""What was decided before stands by its conflict as a hint, and what decisions need has a section of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.model.decision import Decision, Ruling, State
from checker.model.report import Report
from checker.reports import text
from checker.reports.conflicts import before_lines
from checker.reports.terminal import Look
from tests.reports.invented import finding, museum
from tests.snapshot import matches

SNAPSHOTS = Path(__file__).parent / "snapshots"
SAID = Decision("r", "s", "a", (), "waived", "Ida", "2031-05-17", reason="asked the author", expires="2031-06-01")


def decided() -> Report:
    """The museum, its founding decided before the values changed, with notices about two decisions."""
    report = museum()
    late = replace(
        report.findings[0],
        rule="decision-expired",
        kind="decision",
        severity="warning",
        message="the decision 'left' on harbour museum, founded (guide, letter) ended on 2031-06-01",
        explanation=("decided by Ida on 2031-05-17", "decide again: check-claims decide 3f9a21bc --verdict ..."),
        fingerprint="d" * 32,
    )
    gone = finding(
        "baseline-stale",
        kind="decision",
        severity="info",
        message="the baseline lists a conflict that is gone: Tide School: founded",
        explanation=["remove it: check-claims check --baseline PATH --prune"],
        key="e" * 32,
    )
    ruling = Ruling(replace(SAID, verdict="left", expires=None), "changed", report.findings[0].fingerprint)
    return replace(report, findings=(*report.findings, late, gone), rulings=(ruling,))


def test_snapshot() -> None:
    matches(SNAPSHOTS / "decided.txt", text.render(decided()))


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("active", "holds until 2031-06-01"),
        ("changed", "the values have changed since"),
        ("ambiguous", "it may be about another conflict"),
        ("expired", "it ended on 2031-06-01"),
    ],
)
def test_why_a_decision_settles_nothing(state: State, why: str) -> None:
    lines = before_lines([Ruling(SAID, state, "f")], Look(width=200))
    assert lines == [f"  decided before: waived by Ida on 2031-05-17: asked the author ({why})"]


def test_the_scope_of_both_is_told() -> None:
    both = replace(SAID, verdict="both", reason=None, scope="the house, the society", expires=None)
    (line,) = before_lines([Ruling(both, "changed", "f")], Look(width=200))
    assert line.startswith("  decided before: both by Ida on 2031-05-17, the house, the society (")


def test_notices_show_no_sentences_and_count_as_no_conflict() -> None:
    shown = text.render(decided())
    block = shown.partition("Decisions and waivers")[2].partition("\n\nAgreements")[0]
    assert "^^^" not in block
    assert "  do: decide again: check-claims decide 3f9a21bc --verdict ...\n" in block
    assert "2 conflicts, 0 possible, 2 agreements" in shown
