"""The dates of sources are said in words."""

from __future__ import annotations

import pytest

from checker.reports.dates import date_words, period_words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ((), ""),
        (("2008",), "2008"),
        (("2008-04-30",), "2008-04-30"),
        (("2022/..",), "2022 or later"),
        (("2022/",), "2022 or later"),
        (("../2022",), "2022 or earlier"),
        (("1999/2002",), "1999 to 2002"),
        (("2008/2009", "1999/2002"), "1999 to 2009"),
        (("2022/..", "1999/2002"), "1999 or later"),
        (("2010", "2010"), "2010"),
        (("early 2010 a/b",), "early 2010 a/b"),
    ],
)
def test_dates(published: tuple[str, ...], words: str) -> None:
    assert date_words(*published) == words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2008", "2008"),
        ("1999-10/2000-09", "Oct 1999 to Sep 2000"),
        ("1969-07-20", "20 Jul 1969"),
        ("2000/..", "since 2000"),
        ("../1963", "until 1963"),
        ("2015/2016", "2015 to 2016"),
        ("XXXX-07", "Jul"),
        ("XXXX-07-16", "16 Jul"),
        ("199X", "199X"),
        ("the war", "the war"),
    ],
)
def test_periods(time: str, words: str) -> None:
    assert period_words(time) == words
