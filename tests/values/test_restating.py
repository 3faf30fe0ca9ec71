"""A value is written in the style of the one whose place it takes, and reads as what was meant."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker import value_relation
from checker.model.value import Mention
from checker.values.restating import in_words_of, restated, weekday_like
from checker.values.spelled_numbers import in_words


def value(text: str) -> Mention:
    (found,) = checker.find_values(text)
    return found


@pytest.mark.parametrize(
    ("stated", "meant", "first"),
    [
        ("1897", "1894", "1894"),
        ("1897", "12 May 1894", "1894"),
        ("12 May 2026", "June 13, 2027", "13 June 2027"),
        ("May 12, 2026", "2027-06-03", "June 3, 2027"),
        ("2026-05-05", "3 June 2027", "2027-06-03"),
        ("Jan 5, 2020", "March 6, 2021", "Mar 6, 2021"),
        ("May 3rd, 2020", "22 May 2020", "May 22nd, 2020"),
        ("25/12/2026", "26 December 2026", "26/12/2026"),
        ("since 1894", "since 1897", "since 1897"),
        ("FY2008", "FY2009", "FY2009"),
        ("$1.2 million", "$1,350,000", "$1.35 million"),
        ("$1.2 million", "$1,234,567", "$1,234,567"),
        ("about $1.2 million", "about $1,350,000", "about $1.35 million"),
        ("$1,200,000", "$1.35 million", "$1,350,000"),
        ("€1.2m", "€1.5 million", "€1.5m"),
        ("$1.20", "$1.5", "$1.50"),
        ("70 percent", "116%", "116 percent"),
        ("Seventy percent", "16%", "Sixteen percent"),
        ("seven pilots", "12 pilots", "twelve"),
        ("1200 seats", "1,300 seats", "1300"),
        ("900 seats", "1,200 seats", "1,200"),
        ("12-year lease", "14 years", "14-year"),
        ("500 people", "about 620 people", "about 620"),
        ("2,000 to 3,000 people", "4,000 to 5,000 people", "4,000 to 5,000"),
    ],
)
def test_in_the_style_of_the_words_that_stand_there(stated: str, meant: str, first: str) -> None:
    assert next(iter(restated(value(stated), value(meant)))) == first


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ("12 May 1897", "1894"),  # the year says nothing of the day
        ("since 1894", "1897"),  # a start is no point
        ("1 boat", "3 boats"),  # the noun would be wrong
        ("3 boats", "1 boat"),
        ("$40", "£40"),
        ("3 km", "3 miles"),
        ("3 years", "36 months"),
        ("70 percent", "70 boats"),
        ("40 people", "40 to 50 people"),
    ],
)
def test_nothing_where_it_would_be_in_doubt(stated: str, meant: str) -> None:
    assert list(restated(value(stated), value(meant))) == []


def test_figures_whose_order_is_open_are_not_touched() -> None:
    assert list(restated(value("05/06/2026"), value("7 June 2026"))) == ["7 June 2026"]


@given(st.integers(2, 10**9), st.integers(2, 10**9), st.sampled_from(["{} boats", "{:,} boats", "${:,}", "{} percent"]))
def test_a_number_reads_as_what_was_meant(before: int, after: int, style: str) -> None:
    sentence = f"The harbour has {style} in all."
    stated = checker.find_values(sentence.format(before))
    meant = checker.find_values(sentence.format(after))
    if len(stated) != 1 or len(meant) != 1 or {stated[0].kind, meant[0].kind} == {"date", "count"}:
        return
    for text in restated(stated[0], meant[0]):
        old = sentence.format(before)
        (read,) = checker.find_values(old[: stated[0].start] + text + old[stated[0].end :])
        assert value_relation.agree(read, meant[0])


@given(st.integers(0, 10**15 - 1))
def test_words_read_as_their_number(number: int) -> None:
    found = [m for m in checker.find_values(f"It is {in_words(number)} metres long.") if m.kind == "measure"]
    assert [Decimal(m.low or "") for m in found] == [number]


@pytest.mark.parametrize("number", [-1, 10**15])
def test_numbers_that_are_not_written_in_words(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)
    assert list(in_words_of("thirty", Decimal(number))) == []


@pytest.mark.parametrize(
    ("stated", "name", "written"),
    [
        ("Monday", "Tuesday", "Tuesday"),
        ("MONDAY", "Tuesday", "TUESDAY"),
        ("Mon", "Tuesday", "Tue"),
        ("Mon.", "Wednesday", "Wed."),
        ("Tues", "Thursday", "Thur"),
        ("Tues", "Friday", "Fri"),
    ],
)
def test_a_weekday_as_long_as_the_one_that_stands_there(stated: str, name: str, written: str) -> None:
    assert weekday_like(stated, name) == written
