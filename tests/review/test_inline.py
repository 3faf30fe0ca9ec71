"""A waiver in a comment covers the words below or beside it, and nothing where it is not in order or shown as code."""

from __future__ import annotations

import pytest

from checker.review.inline import Inline, waivers

WORDS = "The Alder Ferry was founded in 1894.\n"
WAIVER = "<!-- check-claims: ignore once-only the plaque is wrong -->"


def read(text: str, path: str | None = "ferry.md") -> tuple[Inline, ...]:
    return waivers({"ferry": text}, {"ferry": path}, {"once-only"})


def covered(text: str, path: str = "ferry.md") -> list[str]:
    return [text[waiver.start : waiver.end] for waiver in read(text, path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WAIVER}\n{WORDS}\nLater.\n", f"{WAIVER}\n{WORDS}"),
        (f"{WAIVER}\n\n\n{WORDS}It is red.\n\nLater.\n", f"{WAIVER}\n\n\n{WORDS}It is red.\n"),
        (f"Before.\n{WAIVER}\n{WORDS}", f"{WAIVER}\n{WORDS}"),
        (f"Before.\n\n{WORDS.strip()} {WAIVER}\nLater.\n", f"{WORDS.strip()} {WAIVER}\n"),
        (f"{WAIVER} {WORDS}Later.\n", f"{WAIVER} {WORDS}"),
        (f"{WORDS}\n{WAIVER}\n", f"{WAIVER}\n"),
        (f"{WORDS}\n{WAIVER}", WAIVER),
    ],
)
def test_what_a_waiver_covers(text: str, expected: str) -> None:
    assert covered(text) == [expected]


@pytest.mark.parametrize("path", ["ferry.md", "FERRY.MD", "ferry.markdown", "ferry.html", "ferry.htm"])
def test_where_waivers_are_read(path: str) -> None:
    (waiver,) = read(f"One.\n{WAIVER}\n{WORDS}", path)
    assert (waiver.source, waiver.line, waiver.rule, waiver.reason) == ("ferry", 2, "once-only", "the plaque is wrong")
    assert waiver.problem == ""


@pytest.mark.parametrize("path", ["ferry.txt", "ferry.md.txt", None])
def test_where_they_are_not(path: str | None) -> None:
    assert read(f"{WAIVER}\n{WORDS}", path) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{WAIVER}\n```\n{WORDS}",
        f"Write `{WAIVER}` above it.\n\n{WORDS}",
        f"    {WAIVER}\n\n{WORDS}",
        f"`{WAIVER}`\n\n{WORDS}",
        f"<!-- check-claims: skip once-only why -->\n{WORDS}",
        f"<!-- ignore once-only why -->\n{WORDS}",
        f"{WAIVER.replace('wrong', 'wrong ' * 400)}\n{WORDS}",
    ],
)
def test_what_is_no_waiver(text: str) -> None:
    assert read(text) == ()
    assert len(read(f"{text}\n\n{WAIVER}\n{WORDS}")) == 1
    assert read(f"{WORDS}\n{WAIVER.removesuffix('-->')}") == ()


def test_right_below_a_block_of_code_a_waiver_counts() -> None:
    text = f"```\ncode\n```\n{WAIVER}\n{WORDS}"
    assert covered(text) == [f"{WAIVER}\n{WORDS}"]


def test_code_in_html_is_no_markdown() -> None:
    assert len(read(f"<p>`{WAIVER}`</p>\n", "ferry.html")) == 1


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("<!-- check-claims: ignore -->", "names no rule"),
        ("<!-- check-claims: ignore once-only -->", "gives no reason"),
        (
            "<!-- check-claims: ignore once-onyl why -->",
            "names the unknown rule 'once-onyl' (did you mean 'once-only'?)",
        ),
    ],
)
def test_what_is_not_in_order(written: str, problem: str) -> None:
    assert [waiver.problem for waiver in read(f"{written}\n{WORDS}")] == [problem]


def test_several_in_order() -> None:
    assert [waiver.line for waiver in read(f"{WAIVER}\n{WORDS}\n{WAIVER}\n{WORDS}")] == [1, 4]
