"""A comment on a pull request: short enough for every site, the worst first, and nothing of a document's own making."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import checker
from checker.model.changed_lines import ALL_LINES, ChangedLines
from checker.model.report import REPORT_MARK, Report
from checker.reports import comment
from tests.reports.invented import MUSEUM, NASTY, college, ferry, museum, nasty, shipping_line
from tests.reports.test_markdown import OURS, collapsed, tokens
from tests.snapshot import matches

SNAPSHOTS = Path(__file__).parent / "snapshots"
GITHUB_TAKES = 65_536
"""Characters of a comment."""


def blocks(text: str) -> list[str]:
    """The text of each block; fails on anything but our own marks."""
    mark, second, body = text.split("\n", 2)
    assert mark == REPORT_MARK
    assert second in (comment.OPEN_MARK, comment.CLEAR_MARK)
    found = []
    for token in tokens(body):
        assert token.type in OURS | {"code_inline"}, token
        if token.type == "html_inline":
            assert token.content == "<!-- -->"
        elif token.type == "inline":
            kept = (child.content for child in token.children or () if child.type in ("text", "code_inline"))
            found.append("".join(kept))
    return found


def test_snapshot() -> None:
    report = replace(museum(), texts=tuple(MUSEUM.items()))
    matches(SNAPSHOTS / "museum.comment.md", comment.render(report, lambda s: ALL_LINES if s == "letter" else NONE))


NONE = ChangedLines()


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
def test_each_open_conflict_is_told(report: Report) -> None:
    text = comment.render(report)
    told = blocks(text)
    for finding in report.findings:
        if finding.relation == "conflict" and finding.status == "open":
            assert any(line.startswith(f"{SIGNS[finding.severity]} {collapsed(finding.message)} (") for line in told)
    assert len(text) < GITHUB_TAKES


SIGNS = {"error": "🟥", "warning": "🟧", "info": "🟦"}


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text(text: str) -> None:
    told = blocks(comment.render(nasty(text)))
    assert any(collapsed(line).startswith(f"🟥 {collapsed(text)}"[:200]) for line in told)


def test_the_worst_come_first_and_of_those_what_changed() -> None:
    report = museum()
    (error,) = [f for f in report.findings if f.severity == "error" and f.relation == "conflict"]
    sure = [
        replace(error, severity="warning", message=f"m{n}", confidence=0.5 + n / 100, claims=(), positions=())
        for n in range(3)
    ]
    touched = replace(error, severity="warning", message="touched", confidence=0.1)
    shown = replace(report, findings=(*sure, touched, error), texts=tuple(MUSEUM.items()))
    text = comment.render(shown, lambda source: ALL_LINES if source == "letter" else NONE)
    found = [match[1] for line in blocks(text) if (match := re.match(r"[🟥🟧] (Harb|\w+)", line))]
    assert found == ["Harb", "touched", "m2", "m1", "m0"]
    assert "2 of them on changed lines, which are marked **changed**.\n" in text


@pytest.mark.parametrize("length", [10, 1000, 100_000])
@pytest.mark.parametrize("char", ["x", "𝔸", "_", "<"])
def test_it_is_never_too_long_and_counts_what_it_leaves_out(length: int, char: str) -> None:
    report = museum()
    (found,) = [f for f in report.findings if f.severity == "error" and f.relation == "conflict"]
    position = replace(found.positions[0], value=char * length)
    long = replace(found, message=char * length, positions=(position,) * 9, rule=char * min(length, 99))
    unread = tuple(replace(report.not_checked[0], reason=f"{n}{char * length}") for n in range(500))
    text = comment.render(replace(report, findings=(long,) * 300, not_checked=unread))
    assert len(text.encode()) < GITHUB_TAKES
    told = text.count("- 🟥")
    assert told > 2
    assert f"and {300 - told} errors more, in the report of the job." in text
    assert "- and 490 more reasons" in text


def test_the_mark_says_whether_there_is_anything_to_say() -> None:
    report = museum()
    assert comment.render(report).splitlines()[1] == comment.OPEN_MARK
    unread = comment.render(replace(report, findings=()))
    assert unread.splitlines()[1] == comment.OPEN_MARK
    clear = comment.render(replace(report, findings=(), not_checked=()))
    assert clear.splitlines()[1] == comment.CLEAR_MARK
    assert "### check-claims: no open conflicts\n" in clear


def test_what_is_known_is_said_in_a_line() -> None:
    report = museum()
    known = replace(report.findings[0], status="baseline", known_since="2031-05-17")
    text = comment.render(replace(report, findings=(known,), not_checked=()))
    assert "Not shown: 1 in the baseline since 2031-05-17" in text


def test_a_check_takes_it_for_no_document(tmp_path: Path) -> None:
    from checker import sources

    (tmp_path / "comment.md").write_text(comment.render(museum()), encoding="utf-8")
    (tmp_path / "own.md").write_text("The Tide School was founded in 1911.\n", encoding="utf-8")
    found = sources.discover([tmp_path])
    assert [path.name for path in found.files] == ["own.md"]


def test_a_finding_of_one_document_has_its_places() -> None:
    text = "# Boats\n\nThe club keeps three boats:\n\n- Tern\n- Teal\n"
    report = checker.check_texts({"plan": text})
    assert [line for line in blocks(comment.render(report)) if "plan, line 3" in line]
