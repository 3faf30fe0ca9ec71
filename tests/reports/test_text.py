"""The text report: whole outputs, its width, its colours, and nothing hostile in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.model.report import Report
from checker.reports.conflicts import sureness
from checker.reports.terminal import columns
from checker.reports.text import closing, render
from tests import snapshot
from tests.reports.invented import MUSEUM, claim, college, ferry, finding, museum, shipping_line

SNAPSHOTS = Path(__file__).parent / "snapshots"
REPORTS = {"museum": museum(), "college": college(), "shipping_line": shipping_line(), "ferry": ferry()}
NOTHING = Report(sources=(), claims=(), comparisons=(), findings=())


@pytest.mark.parametrize("name", REPORTS)
def test_at_80_columns(name: str) -> None:
    snapshot.matches(SNAPSHOTS / f"{name}.txt", render(REPORTS[name], width=80))


def test_in_ascii_at_60_columns() -> None:
    text = render(museum(), width=60, unicode=False)
    assert text.isascii()
    snapshot.matches(SNAPSHOTS / "museum_60_ascii.txt", text)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_asked(name: str, width: int) -> None:
    assert max(columns(line) for line in render(REPORTS[name], width=width).splitlines()) <= width


@pytest.mark.parametrize("name", REPORTS)
def test_only_printable_characters(name: str) -> None:
    assert all(line.isprintable() for line in render(REPORTS[name]).split("\n"))


def test_colour_marks_the_value_and_draws_no_carets() -> None:
    text = render(museum(), color=True)
    assert "in \x1b[1;7m1894\x1b[0m, the Harbour Museum" in text
    assert "\x1b[1;31merror\x1b[0m  founding-year-agrees" in text
    assert "^" not in text


def test_colour_changes_no_other_character() -> None:
    painted = render(college(), color=True)
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;7m", "\x1b[1;33m"):
        painted = painted.replace(code, "")
    plain = [line for line in render(college()).splitlines() if line.strip(" ^") or not line]
    assert painted.splitlines() == plain


def test_an_empty_report_is_its_closing_line() -> None:
    assert render(NOTHING) == (
        "0 sources, 0 claims: 0 conflicts, 0 possible, 0 agreements, 0 in one source\nonly, 0 not checked\n"
    )


def test_the_closing_line_counts() -> None:
    assert closing(museum()) == (
        "4 sources, 6 claims: 2 conflicts, 0 possible, 2 agreements, 0 in one source only, 1 not checked"
    )
    assert "1 conflict, 1 possible, 1 agreement" in closing(ferry())


def test_quiet_keeps_conflicts_and_what_was_not_checked() -> None:
    text = render(museum(), quiet=True)
    assert "Conflicts" in text
    assert "Not checked" in text
    assert "Agreements" not in text
    assert "Warnings about sources" not in text


def test_quiet_says_nothing_where_nothing_is_wrong() -> None:
    agreeing = tuple(f for f in museum().findings if f.relation == "agree")
    assert render(replace(museum(), findings=agreeing, not_checked=()), quiet=True) == ""


def test_claims_that_nothing_met_are_counted_by_source() -> None:
    report = replace(museum(), findings=(), comparisons=())
    assert "In one source only: 6 claims (annual.txt 1, guide.txt 2, letter.txt 3)." in render(report)


@pytest.mark.parametrize("every", [False, True])
def test_long_tables_are_cut_unless_all_is_asked_for(every: bool) -> None:
    charts = [
        claim(source, MUSEUM[source], "12,400 charts", name="Library", attribute="holdings")
        for source in ("guide", "letter")
    ]
    same = [finding("holdings-agree", (f"{n} charts", charts), relation="agree", severity="info") for n in range(31)]
    text = render(
        replace(NOTHING, claims=tuple(charts), findings=tuple(same)),
        every=every,
    )
    assert text.count("  holdings   ") == (31 if every else 20)
    assert ("and 11 more (--all shows them)" in text) is not every


def test_silenced_conflicts_are_counted_and_not_shown() -> None:
    report = museum()
    waived = tuple(replace(f, status="waived") if f.relation == "conflict" else f for f in report.findings)
    text = render(replace(report, findings=waived))
    assert "Not shown: 2 waived." in text
    assert "Conflicts" not in text


def test_a_position_without_known_claims_is_still_shown() -> None:
    report = replace(NOTHING, findings=(finding("r", ("1894", []), ("1897", []), message="two years"),))
    assert "  1894\n  1897\n" in render(report)


def test_possible_conflicts_are_counted_in_one_line() -> None:
    text = render(ferry())
    assert "1 more conflict is possible: --possible shows it." in text
    assert "6c6c6c6c" not in text
    several = replace(ferry(), possible=ferry().possible * 2)
    assert "2 more conflicts are possible: --possible shows them." in render(several)
    assert "2 conflicts are possible:" in render(replace(several, findings=()))
    assert "--possible" not in render(museum())


def test_possible_conflicts_are_a_section_where_they_are_asked_for() -> None:
    snapshot.matches(SNAPSHOTS / "ferry_possible.txt", render(ferry(), possible=True))
    assert "Possible" not in render(museum(), possible=True)


def test_possible_conflicts_are_shown_as_ranked_and_cut_unless_all_is_asked_for() -> None:
    (one,) = ferry().possible
    ranked = tuple(replace(one, fingerprint=f"{n:08x}", confidence=0.59 - n / 100) for n in range(31))
    report = replace(ferry(), possible=ranked)
    shown = [f"{n:08x}" for n in range(31) if f"  {n:08x}  " in render(report, possible=True)]
    assert shown == [f"{n:08x}" for n in range(20)]
    assert "and 11 more (--all shows them)" in render(report, possible=True)
    text = render(report, possible=True, every=True)
    places = [text.index(f"  {n:08x}  {59 - n}% sure") for n in range(31)]
    assert places == sorted(places)


def test_quiet_leaves_possible_conflicts_out_unless_they_are_asked_for() -> None:
    only = replace(ferry(), findings=())
    assert render(only, quiet=True) == ""
    assert "possible:" not in render(ferry(), quiet=True)
    assert "6c6c6c6c" in render(only, quiet=True, possible=True)


@pytest.mark.parametrize(
    ("confidence", "said"), [(0.4138, "41% sure"), (0.994, "99% sure"), (0.9999, "99% sure"), (1.0, "")]
)
def test_nothing_weighed_is_called_certain(confidence: float, said: str) -> None:
    assert sureness(replace(ferry().findings[0], confidence=confidence)) == said
