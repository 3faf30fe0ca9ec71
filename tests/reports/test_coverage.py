"""What was ignored is one line, and what was not checked for one reason is told of together."""

from dataclasses import replace

import pytest

from checker.model.document import Source
from checker.model.finding import NotChecked
from checker.model.report import Checked, Ignored, Report
from checker.reports import html, markdown, text
from checker.reports.coverage import FEW, ignored_line
from tests.reports.invented import museum

WHY = "no reader for .pdf yet; save its text as .txt or .md, or list it under exclude in the configuration"


@pytest.mark.parametrize(
    ("ignored", "line"),
    [
        ([], ""),
        ([("image", "a.png")], "Ignored by default: 1 image"),
        (
            [("image", "a.png"), ("image", "b.png"), ("code file", "c.py"), ("folder", ".git"), ("folder", "x/.git")],
            "Ignored by default: 2 images, 1 code file, .git",
        ),
        (
            [("folder", f"{n}") for n in "abcdef"],
            "Ignored by default: a, b, c, d, 2 other folders",
        ),
        ([("excluded", "old"), ("excluded", "b.md")], "Excluded by the configuration: 2 paths"),
        (
            [("image", "a.png"), ("excluded", "old")],
            "Ignored by default: 1 image; excluded by the configuration: 1 path",
        ),
        ([("folder", "\x1b[31m")], "Ignored by default: \\x1b[31m"),
    ],
)
def test_the_line(ignored: list[tuple[str, str]], line: str) -> None:
    assert ignored_line([Ignored(kind, path) for kind, path in ignored]) == line


def unread(count: int) -> Report:
    """A report of which so many sources were not checked for one reason, and one for another."""
    names = [f"paper{n}.pdf" for n in range(count)]
    gaps = [*(NotChecked(name, None, WHY) for name in names), NotChecked("last.txt", None, "the file is empty")]
    sources = [Checked(Source(gap.source or "", path=gap.source), "not-checked", gap.reason) for gap in gaps]
    ignored = tuple(Ignored("code file", f"m{n}.py") for n in range(300))
    return replace(museum(), sources=tuple(sources), not_checked=tuple(gaps), ignored=ignored)


def test_few_are_named() -> None:
    shown = " ".join(text.render(unread(FEW)).split())
    assert f"paper0.pdf, paper1.pdf, paper2.pdf: {WHY}" in shown
    assert "last.txt: the file is empty" in shown


def test_many_are_counted_and_the_first_named() -> None:
    shown = " ".join(text.render(unread(40)).split())
    assert f"40 sources: {WHY} paper0.pdf, paper1.pdf, paper2.pdf and 37 more (--all names them)" in shown
    assert "paper9.pdf" not in shown
    assert "paper9.pdf" in text.render(unread(40), every=True)
    page = markdown.render(unread(40))
    assert "**40 sources**" in page and "paper2\\.pdf and 37 more" in page
    assert len(unread(40).to_json()["not_checked"]) == 41


def test_ignored_files_are_one_line_and_all_of_them_where_asked_for() -> None:
    report = unread(1)
    line = "Ignored by default: 300 code files"
    for shown in (text.render(report), markdown.render(report)):
        assert line in shown and "m299.py" not in shown
    assert "m299.py" in text.render(report, every=True)
    assert line in html.render(report) and "m299.py" in html.render(report)
    assert line not in text.render(report, quiet=True)
    (kept,) = report.to_json()["ignored"]
    assert (kept["kind"], kept["count"], len(kept["paths"])) == ("code file", 300, 300)
