"""Marks of Markdown and HTML are taken out, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.markup import changes, without_marks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The **Tarn Trust** has *58* staff.", "The Tarn Trust has 58 staff."),
        ("Founded in [1898](https://example.org/a) by __ten__ pilots.", "Founded in 1898 by ten pilots."),
        ("See the [list][1] and ![the map](map.png).", "See the list and the map."),
        ("about `70` members ~~then~~", "about 70 members then"),
        ("one<br>two <b class='x'>three</b> &amp; four&nbsp;five", "one two three & four five"),
        ("{ .icon } <!-- later -->dcrtime", "dcrtime"),
        ("## Limits", "Limits"),
        ("- > Notice", "Notice"),
        (r"1\. Price \(net\)", r"1\. Price (net)"),
        ("_Mare Tranquilitatis_", "Mare Tranquilitatis"),
        ("**Total** | **2,224", "Total | 2,224"),
    ],
)
def test_marks_are_taken_out(written: str, read: str) -> None:
    assert without_marks(written) == read


@pytest.mark.parametrize(
    "plain",
    [
        "5 * 3 = 15 and 2 ** 3",
        "cache_size is 256 MB",
        "rye[^4] as ever",
        "p < .05 and n > 3",
        "[insert figure] families",
        "AT&T and R&D",
        "#12 of 14",
        "-13",
        "a_b_c",
    ],
)
def test_what_is_no_mark_stays(plain: str) -> None:
    assert without_marks(plain) == plain


def test_what_is_nothing_but_marks_stays() -> None:
    assert without_marks("<img src=x>") == "<img src=x>"


@given(st.text("ab *_[]()<>&;|`#-!\\~", max_size=60))
def test_changes_stand_in_order_and_within_the_text(text: str) -> None:
    at = 0
    for start, end, _ in changes(text):
        assert at <= start < end <= len(text)
        at = end
