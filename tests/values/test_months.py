"""Months without a year: dates where a word before them says so, never verbs or people."""

from __future__ import annotations

import pytest

from tests.values.stated import mentions, only


@pytest.mark.parametrize(
    ("text", "written", "edtf"),
    [
        ("The gallery opened in May.", "May", "XXXX-05"),
        ("In May, Lundby had snow.", "May", "XXXX-05"),
        ("Since March the ferry has been out of use.", "March", "XXXX-03"),
        ("It must be ready by early June.", "early June", "XXXX-06"),
        ("They left in mid-December.", "mid-December", "XXXX-12"),
        ("Late August is the best time to sail.", "Late August", "XXXX-08"),
        ("It rained throughout July.", "July", "XXXX-07"),
        ("the prices as of September", "September", "XXXX-09"),
        ("They met at the end of June.", "June", "XXXX-06"),
        ("in the month of April", "April", "XXXX-04"),
        ("The term ends in Sept. and there is no other.", "Sept", "XXXX-09"),
        ("In October Congress met again.", "October", "XXXX-10"),
        ("in April of that year", "April", "XXXX-04"),
        ("around March", "around March", "XXXX-03~"),
        ("The pool is open May through September.", "May through September", "XXXX-05/XXXX-09"),
        ("from late May to early June", "from late May to early June", "XXXX-05/XXXX-06"),
        ("Between June and August the pool is open.", "Between June and August", "XXXX-06/XXXX-08"),
        ("Peak season is June\u2013August.", "June\u2013August", "XXXX-06/XXXX-08"),
        ("Open: Mar - Dec", "Mar - Dec", "XXXX-03/XXXX-12"),
    ],
)
def test_a_month_whose_year_is_open(text: str, written: str, edtf: str) -> None:
    found = only(text)
    assert (found.kind, found.text, found.low, found.high, found.edtf) == ("date", written, None, None, edtf)
    assert (found.resolution, found.relative) == ("month", False)
    assert found.modifier == ("about" if "~" in edtf else "range" if "/" in edtf else "exact")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("last May", "XXXX-05"), ("the following January", "XXXX-01"), ("this past June", "XXXX-06")],
)
def test_a_month_beside_the_present_one(text: str, edtf: str) -> None:
    found = only(f"It closed {text}.")
    assert (found.low, found.high, found.edtf, found.relative) == (None, None, edtf, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in May and June", ["XXXX-05", "XXXX-06"]),
        ("in March, April, or May", ["XXXX-03", "XXXX-04", "XXXX-05"]),
        ("in May and June 2019", ["2019-05", "2019-06"]),
        ("in March, April and May 2019", ["2019-03", "2019-04", "2019-05"]),
        ("Jan.-Mar. 2019", ["2019-01/2019-03"]),
        ("In May 300 boats came in.", ["XXXX-05", None]),
        ("In March 20 boats came in.", ["XXXX-03", None]),
        ("On March 20 boats came in.", ["XXXX-03-20"]),
        ("In March 1998 boats came in.", ["1998-03"]),
        ("in March/April 2020", ["2020-03", "2020-04"]),
        ("10 in March, 12 in April", [None, "XXXX-03", None, "XXXX-04"]),
        ("from 9 May to 12 June", ["XXXX-05-09/XXXX-06-12"]),
        ("open March 15-April 2", ["XXXX-03-15/XXXX-04-02"]),
        ("on Dec 25/26", ["XXXX-12-25/XXXX-12-26"]),
        ("May 2020's total", ["2020-05"]),
    ],
)
def test_a_month_beside_other_values(text: str, expected: list[str | None]) -> None:
    assert [m.edtf for m in mentions(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It may be that March on the square goes on.",
        "May be the road is open, and they march on.",
        "March on!",
        "The May family lives by the mill.",
        "April said that June would come.",
        "a play by August Sund",
        "painted by Jan van der Lund",
        "It was painted by Jan",
        "In August Sund's plays nobody laughs.",
        "the late May Sund",
        "in the June issue",
        "In June's issue there is more.",
        "every October",
        "The Guns of August",
        "in 'March'",
        "They may, or march, or augur.",
        "May God help us.",
    ],
)
def test_a_month_that_is_none(text: str) -> None:
    assert mentions(text) == []


def test_a_verb_before_an_amount_is_no_month() -> None:
    (found,) = mentions("They may 10 percent of the time be wrong.")
    assert found.kind == "percentage"
