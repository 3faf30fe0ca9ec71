"""Times between dates: full years as ages count them, and every unit as the calendar does."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rules.intervals import Moment, between, counted, moment, published, slack

DAYS = st.dates(date(1000, 1, 1), date(2500, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (("1871-05-03", "1871-05-03"), ("1932-05-02", "1932-05-02"), "60 years"),
        (("1871-05-03", "1871-05-03"), ("1932-05-03", "1932-05-03"), "61 years"),
        (("1871-01-01", "1871-12-31"), ("1932-01-01", "1932-12-31"), "60 to 61 years"),
        (("1870-01-01", "1879-12-31"), ("1932-06-09", "1932-06-09"), "52 to 62 years"),
        (("1872-02-29", "1872-02-29"), ("1873-02-28", "1873-02-28"), "0 years"),
    ],
)
def test_full_years(start: tuple[str, str], end: tuple[str, str], shown: str) -> None:
    first, last = moment(*start), moment(*end)
    assert first is not None and last is not None
    elapsed = between(first, last, "year", completed=True)
    assert elapsed is not None and elapsed.shown() == shown


@pytest.mark.parametrize(
    ("unit", "shown"),
    [("day", "27 days"), ("week", "3.9 weeks"), ("month", "0.9 months"), ("year", "0.1 years"), ("hour", None)],
)
def test_units(unit: str, shown: str | None) -> None:
    elapsed = between(Moment(date(1871, 5, 3), date(1871, 5, 3)), Moment(date(1871, 5, 30), date(1871, 5, 30)), unit)
    assert (elapsed.shown() if elapsed else None) == shown


@given(DAYS, DAYS)
def test_a_birthday_makes_a_year(birth: date, day: date) -> None:
    birth, day = sorted((birth, day))
    elapsed = between(Moment(birth, birth), Moment(day, day), "year", completed=True)
    assert elapsed is not None and elapsed.low == elapsed.high
    years = int(elapsed.low)
    assert years == sum(
        (year, birth.month, birth.day) <= (day.year, day.month, day.day) for year in range(birth.year + 1, day.year + 1)
    )


@given(DAYS, DAYS, st.integers(0, 400), st.sampled_from(["day", "week", "month", "year", "decade", "century"]))
def test_a_vaguer_date_leaves_more_open(birth: date, day: date, width: int, unit: str) -> None:
    exact = between(Moment(birth, birth), Moment(day, day), unit)
    vague = between(Moment(birth, birth + timedelta(width)), Moment(day, day), unit)
    assert exact is not None and vague is not None
    assert vague.low <= exact.low <= exact.high == vague.high


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2008", "2008-01-01", "2008-12-31"),
        ("1999/2002", "1999-01-01", "2002-12-31"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2008-12", "2008-12-01", "2008-12-31"),
        ("2008-02-11", "2008-02-11", "2008-02-11"),
        ("2008~", "2008-01-01", "2008-12-31"),
    ],
)
def test_dates_of_documents(edtf: str, first: str, last: str) -> None:
    assert published(edtf) == moment(first, last)


@pytest.mark.parametrize("edtf", [None, "", "199X", "2008/..", "2008-13", "2008-02-30", "soon", "Y-3000"])
def test_dates_that_say_no_day(edtf: str | None) -> None:
    assert published(edtf) is None


@pytest.mark.parametrize(("low", "high"), [(None, "1871-12-31"), ("1871-01-01", None), ("-0044-01-01", "-0044-12-31")])
def test_open_and_ancient_dates_are_no_moments(low: str | None, high: str | None) -> None:
    assert moment(low, high) is None


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [("1", "year", "1 year"), ("2.0", "year", "2 years"), ("3", "century", "3 centuries"), ("10", "day", "10 days")],
)
def test_words(number: str, unit: str, words: str) -> None:
    assert counted(Decimal(number), unit) == words


@pytest.mark.parametrize(
    ("unit", "stated", "room"),
    [("year", "40", "1"), ("decade", "4", "0.5"), ("decade", "1", "0.25"), ("day", "3", "1"), ("month", "48", "4.8")],
)
def test_room(unit: str, stated: str, room: str) -> None:
    assert slack(unit, Decimal(stated), Decimal(1)) == Decimal(room)
