"""How two values stand to each other: a table for each threshold, on both sides of it, and laws for any two values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker import value_relation
from checker.model.kinds import KINDS
from checker.model.value import HALF_DAY, Kind, Mention
from checker.value_relation import Allowance


def read(phrase: str) -> Mention:
    """The one value of a phrase."""
    found = checker.find_values(phrase)
    assert len(found) == 1, (phrase, found)
    return found[0]


def amount(low: str | None, high: str | None = "same", modifier: str = "exact", resolution: str = "1") -> Mention:
    top = low if high == "same" else high
    return Mention("money", 0, 1, "x", low, top, "USD", modifier, resolution=resolution)


def day(low: str | None, high: str | None, modifier: str = "exact") -> Mention:
    return Mention("date", 0, 1, "x", low, high, None, modifier)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # Units are part of the value.
        ("412 metres", "412 feet", "conflict"),
        ("173 miles", "173 km", "conflict"),
        ("3 years", "3 months", "conflict"),
        ("900 tonnes", "900 kg", "conflict"),
        ("40 km", "40 kg", "incomparable"),
        ("£40", "€40", "incomparable"),
        ("40%", "40 pupils", "incomparable"),
        ("12%", "12 percentage points", "incomparable"),
        ("412 metres", "412 m", "agree"),
        ("2 km", "2,000 m", "agree"),
        ("412 metres", "1,352 feet", "agree"),
        ("1,587 metres", "5,280 feet", "compatible"),
        ("1,587 metres", "5,400 feet", "conflict"),
        ("900 tons", "905 tonnes", "compatible"),
        ("900 tons", "1,150 tonnes", "conflict"),
        ("25 °C", "77 °F", "agree"),
        ("25 °C", "81 °F", "conflict"),
        ("18 months", "1.5 years", "agree"),
        ("24 months", "2 years", "agree"),
        ("30 days", "one month", "agree"),
        ("28 days", "one month", "compatible"),
        ("40 days", "one month", "conflict"),
        ("27 months", "two years", "compatible"),
        ("28 months", "two years", "conflict"),
        ("3 hours", "180 minutes", "agree"),
        ("3 hours", "240 minutes", "conflict"),
        # Rounding to a number of several digits: half of its last place.
        ("1,200 pupils", "1,187 pupils", "agree"),
        ("1,200 pupils", "1,249 pupils", "agree"),
        ("1,200 pupils", "1,250 pupils", "conflict"),
        ("85 km", "85.1 km", "agree"),
        ("85 km", "85.6 km", "conflict"),
        ("$85 million", "$85.1 million", "agree"),
        ("$85 million", "$87 million", "conflict"),
        ("£14.2 million", "£14.2m", "agree"),
        ("£14.2 million", "£14.25m", "conflict"),
        ("£14.2 million", "£14.24m", "agree"),
        # ... to a number of one digit: what two digits allow.
        ("100 MB", "50 MB", "conflict"),
        ("60 °C", "55 °C", "conflict"),
        ("10,000 tons", "14,000 tons", "conflict"),
        ("10,000 tons", "10,450 tons", "agree"),
        ("10,000 tons", "10,600 tons", "conflict"),
        ("1,000 pupils", "1,400 pupils", "conflict"),
        ("1,000 pupils", "1,040 pupils", "agree"),
        ("£9m", "£9.5m", "conflict"),
        ("£9m", "£9.4m", "compatible"),
        ("£9m", "£9.02m", "agree"),
        ("50%", "50.3%", "agree"),
        ("50%", "52%", "compatible"),
        ("50%", "54%", "conflict"),
        # Nobody rounds a count of so few.
        ("20 boats", "21 boats", "conflict"),
        ("10 boats", "11 boats", "conflict"),
        # Below a thousand a count is rounded only where it says so.
        ("30 boats", "31 boats", "conflict"),
        ("about 30 boats", "31 boats", "compatible"),
        ("120 boats", "121 boats", "conflict"),
        ("about 120 boats", "121 boats", "agree"),
        ("990 boats", "991 boats", "conflict"),
        ("1,200 boats", "1,204 boats", "agree"),
        ("120 km", "121 km", "agree"),
        # Modifiers widen what rounding allows.
        ("about 120 boats", "120 boats", "agree"),
        ("about 120 boats", "130 boats", "compatible"),
        ("about 120 boats", "131 boats", "conflict"),
        ("about 200 boats", "220 boats", "compatible"),
        ("about 200 boats", "221 boats", "conflict"),
        ("about 85 km", "87 km", "compatible"),
        ("about 85 km", "88 km", "conflict"),
        ("about 221,000 people", "214,000 people", "conflict"),
        ("almost 9.6 km", "9.6 km", "agree"),
        ("almost 9.6 km", "9.4 km", "compatible"),
        ("almost 9.6 km", "9.8 km", "conflict"),
        # Bounds.
        ("over 79%", "79%", "compatible"),
        ("less than $127 million", "$127 million", "conflict"),
        ("less than $127 million", "$126 million", "compatible"),
        ("fewer than 50 boats", "50 boats", "compatible"),
        ("up to 71 boats", "71 boats", "compatible"),
        # Two limits that differ, unless the one rounds the other; "more than" is no limit.
        ("up to 12 boats", "up to 15 boats", "conflict"),
        ("at least 12 boats", "at least 15 boats", "conflict"),
        ("under 12 boats", "no more than 15 boats", "conflict"),
        ("up to 71,200 boats", "up to 71,000 boats", "compatible"),
        ("more than 12 boats", "more than 15 boats", "compatible"),
        ("more than 12 boats", "at least 15 boats", "compatible"),
        ("up to 12 boats", "at least 9 boats", "compatible"),
        # Two ranges with one end in common; two that only overlap; and one that no figures bound.
        ("18 to 65 boats", "18 to 70 boats", "conflict"),
        ("15 to 65 boats", "18 to 65 boats", "conflict"),
        ("18 to 65 boats", "20 to 70 boats", "compatible"),
        ("18 to 65 boats", "18 boats", "compatible"),
        ("over 4 million", "more than 4.2 million", "compatible"),
        ("more than 400 boats", "at least 400 boats", "agree"),
        ("more than 400 boats", "380 boats", "conflict"),
        ("more than 400 boats", "412 boats", "compatible"),
        # Ranges.
        ("20-25 km", "20 to 25 km", "agree"),
        ("between 1.2 and 1.5 million dollars", "between $1,210,000 and $1,490,000", "agree"),
        ("20-25 km", "22 km", "compatible"),
        ("20-25 km", "27 km", "conflict"),
        # Amounts for one of two things.
        ("$5 per kg", "$5 per student", "incomparable"),
        ("$5 per kg", "$6 per kg", "conflict"),
        # A bare number may be a count, and no place in an order is one.
        ("12", "12 boats", "agree"),
    ],
)
def test_numbers(left: str, right: str, relation: str) -> None:
    a, b = read(left), read(right)
    assert value_relation.relation(a, b)[0] == relation
    assert value_relation.relation(b, a)[0] == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("1976", "30 June 1976", "agree"),
        ("1976", "1979", "conflict"),
        ("FY1991", "1990", "agree"),
        ("1871 to 1874", "from 3 May 1871 to 9 June 1874", "agree"),
        ("1871 to 1874", "from 3 May 1871 to 9 June 1875", "conflict"),
        ("1871 to 1874", "1871 to 1873", "conflict"),
        ("1871 to 1874", "1872 to 1875", "conflict"),
        ("about 1950", "1952", "compatible"),
        ("about 1950", "1953", "conflict"),
        ("after 1950", "1950", "conflict"),
        ("after 1950", "1951", "compatible"),
        ("before 1990", "1990", "conflict"),
        ("since 1961", "1960", "conflict"),
        ("3 May", "3 May", "agree"),
        ("3 May", "4 May", "incomparable"),
        ("1976", "40%", "incomparable"),
        # The day may stand first or the month.
        ("3/5/1894", "3 May 1894", "compatible"),
        ("03/05/1894", "1894-03-05", "agree"),
        ("03-05-1894", "May 1894", "compatible"),
        ("3/5/1894", "5/3/1894", "compatible"),
        ("3/5/1894", "3/5/1894", "agree"),
        ("3/5/1894", "4 May 1894", "conflict"),
        ("3/5/1894", "4/5/1894", "conflict"),
        ("3/13/1894", "3 May 1894", "conflict"),
        ("1894-03-05", "3 May 1894", "conflict"),
        ("03.05.1894", "5 March 1894", "conflict"),
    ],
)
def test_dates(left: str, right: str, relation: str) -> None:
    a, b = read(left), read(right)
    assert value_relation.relation(a, b)[0] == relation
    assert value_relation.relation(b, a)[0] == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("at 9:30 am", "at 09:30", "agree"),
        ("at 9:30 am", "at 9:45 am", "conflict"),
        ("at 9:30 am", "40%", "incomparable"),
    ],
)
def test_times(left: str, right: str, relation: str) -> None:
    a, b = read(left), read(right)
    assert value_relation.relation(a, b)[0] == relation
    assert value_relation.relation(b, a)[0] == relation


@pytest.mark.parametrize(("words", "relation"), [("blue  Slate", "agree"), ("red slate", "incomparable")])
def test_words(words: str, relation: str) -> None:
    left, right = (Mention("text", 0, 1, text, None, None) for text in ("Blue slate", words))
    assert value_relation.relation(left, right)[0] == relation


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("2 km", "2,000 m", True),
        ("18 months", "1.5 years", True),
        ("$4.50", "$4.5", True),
        ("12", "12 boats", True),
        ("412 metres", "412 feet", False),
        ("3 years", "3 months", False),
        ("$40", "€40", False),
        ("$5 per kg", "$5 per student", False),
        ("more than 40 boats", "40 boats", False),
    ],
)
def test_keys(left: str, right: str, one: bool) -> None:
    assert (value_relation.key(read(left)) == value_relation.key(read(right))) is one


def test_every_kind_has_its_entry() -> None:
    assert set(KINDS) == set(Kind.__args__)


UNITS = {
    "money": ["USD", "EUR", None],
    "count": ["boat", "pupil", None],
    "number": [None],
    "percentage": ["percent", "percentage point"],
    "duration": ["day", "week", "month", "year", "hour"],
    "measure": ["metre", "foot", "kilometre", "tonne", "ton", "degree Celsius", "degree Fahrenheit", "megabyte"],
    "ordinal": [None],
}
MODIFIERS = st.sampled_from(["exact", "about", "almost", "more_than", "at_least", "less_than", "up_to", "range"])


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    """Any number of any kind, in any unit, as coarse as its last nought."""
    kind = draw(st.sampled_from(sorted(UNITS)))
    modifier = draw(MODIFIERS)
    number = Decimal(draw(st.integers(0, 400))).scaleb(draw(st.integers(-1, 4)))
    low: str | None = f"{number:f}"
    high = low
    if modifier in {"more_than", "at_least"}:
        high = None
    elif modifier in {"less_than", "up_to"}:
        low = None
    elif modifier == "range":
        high = f"{number + draw(st.integers(1, 1000)):f}"
    grain = draw(st.sampled_from(["0.1", "1", "10", "1000", None]))
    unit = draw(st.sampled_from(UNITS[kind]))
    per = draw(st.sampled_from([None, None, "year", "kg"]))
    return Mention(kind, 0, 1, "x", low, high, unit, modifier, per=per, resolution=grain)


DAYS = st.dates().map(lambda d: d.isoformat())


@st.composite
def dates(draw: st.DrawFn) -> Mention:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    modifier = draw(MODIFIERS)
    low = None if modifier in {"less_than", "up_to"} else first
    high = None if modifier in {"more_than", "at_least"} else last
    return day(low, high, modifier)


@st.composite
def times(draw: st.DrawFn) -> Mention:
    """A time of day, in a zone or in none, or one of half a day."""
    hour, minute = draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 30]))
    modifier = draw(st.sampled_from(["exact", "about", "more_than", "less_than"]))
    told = f"{hour:02d}:{minute:02d}"
    low, high = (None if modifier == "less_than" else told), (None if modifier == "more_than" else told)
    zone, grain = draw(st.sampled_from([None, "UTC", "CET"])), draw(st.sampled_from(["hour", "minute", HALF_DAY]))
    return Mention("time", 0, 1, "x", low, high, zone, modifier, resolution=grain)


ANY = st.one_of(mentions(), dates(), times())


@settings(deadline=None, max_examples=400)
@given(ANY, ANY)
def test_symmetric(left: Mention, right: Mention) -> None:
    assert value_relation.relation(left, right) == value_relation.relation(right, left)


@settings(deadline=None, max_examples=400)
@given(ANY, ANY)
def test_values_of_one_key_agree(left: Mention, right: Mention) -> None:
    if value_relation.key(left) == value_relation.key(right):
        assert value_relation.agree(left, right)
    if value_relation.stored(left) == value_relation.stored(right):
        assert value_relation.key(left) == value_relation.key(right)


@settings(deadline=None)
@given(ANY, MODIFIERS, st.text(max_size=5))
def test_a_value_agrees_with_itself_in_other_words(value: Mention, modifier: str, words: str) -> None:
    assert value_relation.agree(value, replace(value, text=words, start=7, end=9))
    assert value_relation.key(value) == value_relation.key(replace(value, text=words))


@settings(deadline=None)
@given(
    st.integers(1, 10**6), st.sampled_from([("kilometre", "metre", 1000), ("year", "month", 12), ("week", "day", 7)])
)
def test_a_value_is_the_same_in_other_units(number: int, units: tuple[str, str, int]) -> None:
    kind: Kind = "measure" if units[0] == "kilometre" else "duration"
    left = Mention(kind, 0, 1, "x", str(number), str(number), units[0], resolution="1")
    other = str(number * units[2])
    right = Mention(kind, 0, 1, "x", other, other, units[1], resolution="1")
    assert value_relation.agree(left, right)
    assert value_relation.key(left) == value_relation.key(right)
    assert value_relation.stored(left) == value_relation.stored(right)


@settings(deadline=None)
@given(mentions(), mentions(), st.integers(0, 30))
def test_more_tolerance_never_makes_a_conflict(left: Mention, right: Mention, percent: int) -> None:
    strict = value_relation.relation(left, right)[0]
    if strict != "conflict":
        assert value_relation.relation(left, right, Allowance(Decimal(percent) / 100))[0] != "conflict"


@pytest.mark.parametrize(("share", "relation"), [("0.05", "conflict"), ("0.2", "compatible")])
def test_a_person_says_what_about_allows(share: str, relation: str) -> None:
    left, right = read("about 120 boats"), read("140 boats")
    assert value_relation.relation(left, right, Allowance(about=Decimal(share)))[0] == relation


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_wider_range_never_makes_a_conflict(number: int, more: int) -> None:
    value, other = amount(str(number)), amount(str(number + 5))
    wide = replace(value, high=str(number + more), modifier="range")
    if value_relation.relation(value, other)[0] != "conflict":
        assert value_relation.relation(wide, other)[0] != "conflict"
