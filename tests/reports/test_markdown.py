"""Markdown, rendered as sites render it: the same text, and nothing of a document's own making."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.language.markup import without_marks
from checker.model.report import REPORT_MARK, Report
from checker.reports import markdown
from checker.reports.quotation import quotation
from checker.reports.terminal import safe
from tests.reports.invented import NASTY, college, ferry, museum, nasty, shipping_line
from tests.snapshot import matches

SNAPSHOTS = Path(__file__).parent / "snapshots"
OURS = frozenset(
    f"{name}_{end}"
    for name in (
        "heading",
        "paragraph",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "bullet_list",
        "list_item",
        "strong",
    )
    for end in ("open", "close")
) | {"inline", "text", "html_inline"}
SIGNS = re.compile(r"(?<!\S)[@#!~$%^](?=\w)|(?<=\w)@\w|://|:[\w+-]+:")
"""What a site may take for a mention, a number, an address or a picture, in a piece of text that nothing parts."""


def tokens(text: str) -> list[Token]:
    """Every token of ``text``, as a site reads it that takes tables, strikes, HTML and bare addresses."""
    parser = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough", "linkify"])
    parser.linkify.set({"fuzzy_link": True, "fuzzy_email": True, "fuzzy_ip": True})
    found: list[Token] = []
    for token in parser.parse(text):
        found += [token, *(token.children or ())]
    return found


def plain(text: str) -> list[str]:
    """The text of each block of ``text``; fails on anything but our own marks."""
    blocks: list[str] = []
    for token in tokens(text.removeprefix(REPORT_MARK)):
        assert token.type in OURS, token
        if token.type == "html_inline":
            assert token.content == "<!-- -->"
        elif token.type == "inline":
            blocks.append("".join(child.content for child in token.children or () if child.type == "text"))
            pieces = [child.content for child in token.children or () if child.type != "strong_open"]
            assert not any(SIGNS.search(piece) for piece in pieces if piece != "<!-- -->"), pieces
    return blocks


def collapsed(text: str) -> str:
    return " ".join(safe(text).split())


def test_snapshot() -> None:
    matches(SNAPSHOTS / "museum.md", markdown.render(museum()))


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
def test_nothing_but_our_own_marks(report: Report) -> None:
    blocks = plain(markdown.render(report))
    for finding in report.findings:
        if finding.relation == "conflict":
            assert any(block.endswith(f": {collapsed(finding.message)}") for block in blocks)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text(text: str) -> None:
    blocks = [" ".join(block.split()) for block in plain(markdown.render(nasty(text)))]
    shown = collapsed(text)
    assert f"🟥 error: {shown}" in blocks
    assert collapsed(f"docs/{text}1, line 1") in blocks
    assert collapsed(quotation(nasty(text).claims[:1], {}).text) in blocks
    assert blocks.count(shown) >= 2
    assert collapsed(without_marks(text)) in blocks
    assert f"{shown}: {shown}" in blocks


@given(st.text(st.characters(), max_size=80))
def test_any_text_stays_text(text: str) -> None:
    (block,) = plain(f"- x {markdown.escape(text)}")
    assert collapsed(block) == collapsed(f"x {text}")
    assert [" ".join(b.split()) for b in plain(f"- {markdown.escape(text)}")] in ([collapsed(text)], [])
    cells = plain(f"| a |\n|---|\n| {markdown.escape(text)} |")
    assert [" ".join(c.split()) for c in cells] == ["a", collapsed(text)]


def test_a_summary_is_no_longer_than_a_site_takes_and_says_what_was_cut() -> None:
    report = museum()
    long = replace(report.findings[0], explanation=("𝔸" * 30_000,))
    text = markdown.render(replace(report, findings=(long,) * 40))
    assert 800_000 < len(text.encode()) <= markdown.LONGEST + 1000
    assert text.rstrip().endswith("more conflicts were cut here.")
    unread = markdown.render(
        replace(
            report, not_checked=tuple(replace(report.not_checked[0], reason=f"{n} {'x' * 999}") for n in range(2000))
        )
    )
    assert len(unread.encode()) <= markdown.LONGEST + 1000
    assert "more were not checked" in unread
    assert "### 🟥 error" in unread


def test_notices_about_decisions_are_no_conflicts() -> None:
    report = museum()
    notice = replace(report.findings[0], kind="decision")
    text = markdown.render(replace(report, findings=(notice,), not_checked=()))
    assert text.startswith(f"{REPORT_MARK}\n\n## check-claims: no open conflicts\n")


def test_a_possible_conflict_is_only_counted() -> None:
    text = markdown.render(ferry())
    assert "once\\-only, 96% sure, key 4a4a4a4a" in text or "once-only, 96% sure, key 4a4a4a4a" in text
    assert "6c6c6c6c" not in text
    assert "1 possible" in text
