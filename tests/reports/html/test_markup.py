"""Marks of Markdown and HTML are taken out of a text; what only looks like one stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.html.markup import cuts


def read(text: str) -> str:
    for start, end, put in reversed(cuts(text)):
        text = text[:start] + put + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("was **founded in 1990** and `run`", "was founded in 1990 and run"),
        ("*not* _so_ __very__ ~~old~~", "not so very old"),
        ("the [programme](http://x.example/a_b) of 1990", "the programme of 1990"),
        ('a ![map](map.png "of 1990") here', "a map here"),
        ("see [the act][1] of 1961[^2]", "see the act of 1961"),
        ("<b>1990</b><br/>and <!-- no --> on", "1990and  on"),
        ("5&nbsp;km &amp; more", "5\xa0km & more"),
        ("## Figures {#figures}", "Figures "),
        ("- 12 towns", "12 towns"),
        (r"12\* towns", "12* towns"),
        ("1,234* guests", "1,234* guests"),
        ("2*3*4 is 24", "2*3*4 is 24"),
        ("the file a_b_c of 1990", "the file a_b_c of 1990"),
        ("AT&T had 5 < 6 and 7 > 3", "AT&T had 5 < 6 and 7 > 3"),
        ("reference [15] and [page needed]", "reference [15] and [page needed]"),
        ("from 3 - 4 May", "from 3 - 4 May"),
    ],
)
def test_marks(text: str, words: str) -> None:
    assert read(text) == words


@given(st.text(st.sampled_from("ab1 *_`[]()<>&;#!\\|{}~\n")))
def test_cuts_are_in_order_and_apart(text: str) -> None:
    done = 0
    for start, end, _ in cuts(text):
        assert done <= start < end <= len(text)
        done = end
