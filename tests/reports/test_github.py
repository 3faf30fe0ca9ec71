"""Workflow commands, read back as the runner reads them: one line each, and none that a document forged."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import checker
from checker.model.changed_lines import ALL_LINES, ChangedLines
from checker.model.finding import NotChecked
from checker.model.report import Report
from checker.reports import github
from checker.reports.terminal import safe
from checker.reports.text import closing
from tests.reports.invented import MUSEUM, NASTY, college, ferry, museum, nasty, shipping_line
from tests.snapshot import matches

SNAPSHOTS = Path(__file__).parent / "snapshots"
COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>[^:]*))?::(?P<text>.*)")


def unescaped(text: str, marks: dict[str, str]) -> str:
    for mark, char in marks.items():
        text = text.replace(mark, char)
    return text.replace("%25", "%")


def read(output: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands: the runner takes a line as one where it begins with two colons or has ``##[`` in it."""
    found = []
    for line in re.split(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029", output):
        if not line.lstrip().startswith("::"):
            assert "##[" not in line
            continue
        match = COMMAND.fullmatch(line)
        assert match is not None and line.isprintable()
        text = {"%0D": "\r", "%0A": "\n"}
        properties = {}
        for pair in filter(None, (match["properties"] or "").split(",")):
            key, sign, value = pair.partition("=")
            assert sign and key not in properties
            properties[key] = unescaped(value, text | {"%3A": ":", "%2C": ","})
        found.append((match["name"], properties, unescaped(match["text"], text)))
    return found


def test_snapshot() -> None:
    matches(SNAPSHOTS / "museum.github.txt", github.render(museum()))


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
def test_one_command_for_each_open_conflict_and_each_thing_not_checked(report: Report) -> None:
    output = github.render(report)
    opened = [f for f in report.findings if f.relation == "conflict" and f.status == "open"]
    assert len(read(output)) == len(opened) + len(report.not_checked)
    assert output.splitlines()[-1] == closing(report)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text(text: str) -> None:
    commands = read(github.render(nasty(text)))
    assert [name for name, _, _ in commands] == ["error", "error", "error", "warning"]
    assert [p.get("file") for _, p, _ in commands] == [safe(text), None, safe(f"docs/{text}1"), None]
    assert all(set(p) <= {"file", "line", "endLine", "col", "endColumn", "title"} for _, p, _ in commands)
    _, properties, said = commands[2]
    assert properties["title"] == safe(f"{text} 01234567")
    # A line break of a message is shown as one, so lines are told apart by what follows them.
    assert "".join(said.split("\n")).startswith(safe(text).replace("\\n", "")) or safe(text.split("\n")[0]) in said


def test_an_annotation_stands_at_the_value_of_the_side_of_less_weight() -> None:
    report = replace(museum(), texts=tuple(MUSEUM.items()))
    _, properties, said = read(github.render(report))[1]
    assert properties == {
        "file": "docs/letter.txt",
        "line": "2",
        "endLine": "2",
        "col": str(MUSEUM["letter"].splitlines()[1].index("1897") + 1),
        "endColumn": str(MUSEUM["letter"].splitlines()[1].index("1897") + 5),
        "title": "founding-year-agrees 3f9a21bc",
    }
    assert "- docs/annual.txt:1: 1894" in said


def test_no_more_annotations_than_are_shown_and_what_was_not_checked_goes_first() -> None:
    report = museum()
    conflicts = [replace(report.findings[0], fingerprint=f"{n:032x}") for n in range(30)]
    unread = tuple(NotChecked("plan", None, f"reason {n}") for n in range(12))
    names = [name for name, _, _ in read(github.render(replace(report, findings=tuple(conflicts))))]
    assert (names.count("error"), names.count("notice")) == (10, 1)
    many = read(github.render(replace(report, findings=tuple(conflicts), not_checked=unread)))
    assert [name for name, _, _ in many] == ["error"] * 10 + ["notice"] * 2
    assert all("not checked: reason" in said for _, _, said in many[:10])
    assert [said for _, _, said in many[10:]] == [
        "30 more conflicts of the severity error are in the report",
        "2 more were not checked",
    ]


def test_a_possible_conflict_is_no_annotation_and_is_counted() -> None:
    output = github.render(ferry())
    assert [(name, properties["title"]) for name, properties, _ in read(output)] == [
        ("error", "once-only 4a4a4a4a, 96% sure")
    ]
    assert "1 possible" in output.splitlines()[-1]


@pytest.mark.parametrize(
    ("spans", "line"),
    [((), None), (((1, 1),), None), (((2, 2),), "2"), (((1, 9),), "2"), (((3, 9),), None)],
)
def test_only_lines_that_a_change_touched_are_marked(spans: tuple[tuple[int, int], ...], line: str | None) -> None:
    report = replace(museum(), texts=tuple(MUSEUM.items()), not_checked=(), findings=museum().findings[:1])
    touched = {"letter": ChangedLines(spans)}
    marked = read(github.render(report, lambda source: touched.get(source, ChangedLines())))
    assert [p.get("line") for name, p, _ in marked if name == "error"] == ([line] if line else [])
    assert [said for name, _, said in marked if name == "notice"] == (
        [] if line else ["1 conflict is not on changed lines and not marked: 1 in changed documents, open"]
    )


def test_a_side_of_more_weight_is_marked_where_it_alone_changed() -> None:
    report = replace(museum(), texts=tuple(MUSEUM.items()), not_checked=(), findings=museum().findings[:1])
    output = github.render(report, lambda source: ALL_LINES if source == "guide" else ChangedLines())
    assert [p["file"] for _, p, _ in read(output)] == ["docs/guide.txt"]


def test_a_changed_line_of_the_sentence_stands_for_its_value() -> None:
    report = checker.check_texts(
        {"a": "The Tide School was\nfounded\nin 1911.\n", "b": "The Tide School was founded in 1912."}
    )
    assert sum(f.relation == "conflict" for f in report.findings) == 1
    for spans, line in ((((1, 1),), "1"), (((3, 3),), "3"), (((4, 4),), None)):
        output = github.render(report, lambda s, spans=spans: ChangedLines(spans if s == "a" else ()))
        marked = [p for name, p, _ in read(output) if name != "notice"]
        assert [p["line"] for p in marked] == ([line] if line else [])
        assert all(("col" in p) == (line == "3") for p in marked)


def test_what_did_not_change_is_counted_in_the_same_notice() -> None:
    report = museum()
    known = replace(report.findings[0], status="baseline", unchanged=True)
    marked = read(github.render(replace(report, findings=(report.findings[0], known)), lambda _: ChangedLines()))
    assert [said for name, _, said in marked if name == "notice"] == [
        "2 conflicts are not on changed lines and not marked: 1 in changed documents, open; "
        "1 in documents that did not change, not counted"
    ]
