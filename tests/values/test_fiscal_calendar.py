"""A fiscal year has the months that the document says it has, else those of the country."""

import pytest

from checker import find_values
from checker.values import fiscal_calendar


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Our fiscal year runs from 1 July to 30 June.", "7"),
        ("The fiscal year runs January to December. FY23 was good.", "1"),
        ("The financial year is April\u2013March.", "4"),
        ("The fiscal year (July 1 through June 30) was wet.", "7"),
        ("FY23 (July 2022 - June 2023) was wet.", "7"),
        ("For the fiscal year ended June 30, 2023, dues rose.", "7"),
        ("The financial year ending 31 March 2024 was dry.", "4"),
        ("# Dues\n\nJanuary to December 2023\n\nDues in FY23 were $9.", "1"),
        ("FY23 dues\n\n| | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec |", "1"),
        ("FY23 dues\n\n| | Jul 22 | Aug 22 | Sep 22 | Oct 22 | Nov 22 | Dec 22 | Jan 23 | Feb 23 | Mar 23 | Apr 23 | "
         "May 23 | Jun 23 |", "7"),
    ],
)  # fmt: skip
def test_stated(text: str, first: str) -> None:
    assert fiscal_calendar.stated(text) == first


@pytest.mark.parametrize(
    "text",
    [
        "In FY23 dues rose.",
        "The shop is open from January to December. Dues in FY23 were $9.",
        "The season runs from July to June.",
        "Our fiscal year runs from July to June, and theirs: the fiscal year runs from April to March.",
        "The fiscal year had good months, May to July.",
        "Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec\n",
    ],
)
def test_not_stated(text: str) -> None:
    assert fiscal_calendar.stated(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Dues in FY23 were $9.", "2022-10-01", "2023-09-30"),
        ("The fiscal year runs from January to December. Dues in FY23 were $9.", "2023-01-01", "2023-12-31"),
        ("The fiscal year runs from July to June. Dues in FY23 were $9.", "2022-07-01", "2023-06-30"),
        ("The fiscal year runs from July to June. Dues in Q1 FY23 were $9.", "2022-07-01", "2022-09-30"),
    ],
)
def test_the_documents_own_comes_first(text: str, low: str, high: str) -> None:
    assert (low, high) in [(value.low, value.high) for value in find_values(text)]
    assert "$9" in [value.text for value in find_values(text)]
