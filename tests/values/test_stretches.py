"""Dates that are some of a longer one, that share what they leave unsaid with the next, or that a word bounds."""

from __future__ import annotations

import pytest

from tests.values.stated import mentions, only

Ends = tuple[str, str | None, str | None]


def dates(text: str) -> list[Ends]:
    return [(m.text, m.low, m.high) for m in mentions(text) if m.kind == "date"]


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("the mid-to-late 1990s", "1994-01-01", "1999-12-31"),
        ("the early to mid-1990s", "1990-01-01", "1996-12-31"),
        ("early in the 20th century", "1900-01-01", "1933-12-31"),
        ("late in 1954", "1954-09-01", "1954-12-31"),
        ("the 1800s", "1800-01-01", "1899-12-31"),
        ("the early 1900s", "1900-01-01", "1933-12-31"),
        ("the 2000s", "2000-01-01", "2009-12-31"),
        ("the 1450s BC", "-1458-01-01", "-1449-12-31"),
        ("the first decade of the 21st century", "2000-01-01", "2009-12-31"),
        ("the last decade of the nineteenth century", "1890-01-01", "1899-12-31"),
        ("the first quarter of the twentieth century", "1900-01-01", "1924-12-31"),
        ("the last quarter of 2010", "2010-10-01", "2010-12-31"),
        ("the first three months of 2010", "2010-01-01", "2010-03-31"),
        ("the last six months of 1999", "1999-07-01", "1999-12-31"),
        ("the first 9 months of fiscal 2010", "2009-10-01", "2010-06-30"),
        ("Q4 FY2019", "2019-07-01", "2019-09-30"),
        ("the first half of fiscal year 2010", "2009-10-01", "2010-03-31"),
        ("the 2019 fiscal year", "2018-10-01", "2019-09-30"),
        ("the 2019-20 fiscal year", "2019-10-01", "2020-09-30"),
        ("FY 2019-20", "2019-10-01", "2020-09-30"),
        ("fiscal years 1998-99", "1997-10-01", "1999-09-30"),
        ("FY 2005-08", "2004-10-01", "2008-09-30"),
        ("the year ended 31 December 2019", "2019-01-01", "2019-12-31"),
        ("the year ending March 2020", "2019-04-01", "2020-03-31"),
        ("the three months ended June 30, 2019", "2019-04-01", "2019-06-30"),
        ("the twelve months ended 15 February 2020", "2019-02-16", "2020-02-15"),
    ],
)
def test_parts_of_longer_times(written: str, low: str, high: str) -> None:
    found = only(f"It was sold in {written}.")
    assert (found.kind, found.low, found.high) == ("date", low, high)
    assert found.text == written.removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from the 12th to the 15th century", [("from the 12th to the 15th century", "1100-01-01", "1499-12-31")]),
        ("between the 12th and 15th centuries", [("between the 12th and 15th centuries", "1100-01-01", "1499-12-31")]),
        ("the 5th to 4th centuries B.C.", [("5th to 4th centuries B.C.", "-0499-01-01", "-0300-12-31")]),
        ("late 17th to mid 18th century", [("late 17th to mid 18th century", "1667-01-01", "1766-12-31")]),
        (
            "the 15th and 16th centuries",
            [("15th", "1400-01-01", "1499-12-31"), ("16th centuries", "1500-01-01", "1599-12-31")],
        ),
        ("between the 1850s and 1870s", [("between the 1850s and 1870s", "1850-01-01", "1879-12-31")]),
        ("the 1860s-70s", [("1860s-70s", "1860-01-01", "1879-12-31")]),
        (
            "the sixties and seventies",
            [("sixties", "1960-01-01", "1969-12-31"), ("seventies", "1970-01-01", "1979-12-31")],
        ),
        ("300\u2013250 BC", [("300\u2013250 BC", "-0299-01-01", "-0249-12-31")]),
        ("from 1200 to 1000 BC", [("from 1200 to 1000 BC", "-1199-01-01", "-0999-12-31")]),
        ("AD 70-73", [("AD 70-73", "0070-01-01", "0073-12-31")]),
        ("from 50 to 70 AD", [("from 50 to 70 AD", "0050-01-01", "0070-12-31")]),
        ("3 and 5 June 2019", [("3", "2019-06-03", "2019-06-03"), ("5 June 2019", "2019-06-05", "2019-06-05")]),
        ("June 3 and 5, 2019", [("June 3", "2019-06-03", "2019-06-03"), ("5, 2019", "2019-06-05", "2019-06-05")]),
        (
            "May 3 and June 5, 2019",
            [("May 3", "2019-05-03", "2019-05-03"), ("June 5, 2019", "2019-06-05", "2019-06-05")],
        ),
        ("June 3rd-5th, 2019", [("June 3rd-5th, 2019", "2019-06-03", "2019-06-05")]),
        ("from 5/1-5/7, 2020", [("from 5/1-5/7, 2020", "2020-05-01", "2020-05-07")]),
        ("Q1 and Q2 2019", [("Q1", "2019-01-01", "2019-03-31"), ("Q2 2019", "2019-04-01", "2019-06-30")]),
        ("Q1\u2013Q3 2019", [("Q1\u2013Q3 2019", "2019-01-01", "2019-09-30")]),
        (
            "spring and summer of 1990",
            [("spring", "1990-03-01", "1990-05-31"), ("summer of 1990", "1990-06-01", "1990-08-31")],
        ),
        ("1999/2000", [("1999/2000", "1999-01-01", "2000-12-31")]),
        ("the 1999/2000 school year", [("1999/2000", "1999-09-01", "2000-08-31")]),
        ("2007-8", [("2007-8", "2007-01-01", "2008-12-31")]),
        ("from 1066 to 1087", [("from 1066 to 1087", "1066-01-01", "1087-12-31")]),
        ("reigned 1066-1087", [("1066-1087", "1066-01-01", "1087-12-31")]),
        (
            "fiscal years 1999, 2000 and 2001",
            [
                ("fiscal years 1999", "1998-10-01", "1999-09-30"),
                ("2000", "1999-10-01", "2000-09-30"),
                ("2001", "2000-10-01", "2001-09-30"),
            ],
        ),
        ("FY2001 and 2002", [("FY2001", "2000-10-01", "2001-09-30"), ("2002", "2001-10-01", "2002-09-30")]),
        ("in fiscal year 1999, 2000 people came", [("fiscal year 1999", "1998-10-01", "1999-09-30")]),
    ],
)
def test_dates_that_share(text: str, expected: list[Ends]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "written", "low", "high", "modifier"),
    [
        ("no later than 2020", "no later than 2020", None, "2020-12-31", "up_to"),
        ("no earlier than 1990", "no earlier than 1990", "1990-01-01", None, "at_least"),
        ("later than 1990", "later than 1990", "1990-12-31", None, "more_than"),
        ("by the end of 2030", "by the end of 2030", None, "2030-12-31", "up_to"),
        ("since the start of 2010", "since the start of 2010", "2010-01-01", None, "at_least"),
        ("not until 1984", "not until 1984", "1984-01-01", None, "at_least"),
        ("a year greater than 2012", "year greater than 2012", "2012-12-31", None, "more_than"),
        ("the pre-1914 borders", "pre-1914", None, "1914-01-01", "less_than"),
        ("post-1945 music", "post-1945", "1945-12-31", None, "more_than"),
        ("a circa-1900 house", "circa-1900", "1900-01-01", "1900-12-31", "about"),
        ("a map of c.1450", "c.1450", "1450-01-01", "1450-12-31", "about"),
    ],
)
def test_bounds(text: str, written: str, low: str | None, high: str | None, modifier: str) -> None:
    found = only(text)
    assert (found.kind, found.text, found.low, found.high, found.modifier) == ("date", written, low, high, modifier)


@pytest.mark.parametrize(
    ("text", "written", "low"),
    [
        ("the class of '98", "'98", "1998-01-01"),
        ("the summer of '69", "summer of '69", "1969-06-01"),
        ("his '67 estate car", "'67", "1967-01-01"),
        ("on 31-Dec-19", "31-Dec-19", "2019-12-31"),
        ("Dec. 31, '19", "Dec. 31, '19", "2019-12-31"),
        ("23-2020-September", "23-2020-September", "2020-09-23"),
        ("sent 2019-12-31T23:59:59Z", "2019-12-31", "2019-12-31"),
        ("It opened in 1961.12 The mayor spoke.", "1961", "1961-01-01"),
        ("in 44 B.C. and", "44 B.C.", "-0043-01-01"),
        ("4,500 BC", "4,500 BC", "-4499-01-01"),
        ("(fl. 1450)", "1450", "1450-01-01"),
    ],
)
def test_years_in_short(text: str, written: str, low: str) -> None:
    found = only(text)
    assert (found.kind, found.text, found.low) == ("date", written, low)


@pytest.mark.parametrize(
    "text",
    [
        "in his late 30s",
        "She was in her early twenties.",
        "He left in his mid-70s.",
        "at the turn of the 20th century",
        "the '12 Harbours' song",
        "the 1st and 2nd Battalions",
        "the 12th to the 15th floor",
        "1600 Harbour Avenue",
        "prices ranging from 1241 to 1322",
        "It fell from 1243 to 1100.",
        "1500-2500 boats",
        "2000 to 3000 boats",
        "2000-plus boats",
        "The number is above 1000 and below 1500.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []
