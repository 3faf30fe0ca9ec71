"""A bare number is lent the unit of the value that it is held against, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker import value_relation
from checker.model.kinds import KINDS
from checker.model.value import Mention
from checker.value_relation import BARE, LENDING, with_lent_unit


def value(text: str) -> Mention:
    (found,) = checker.find_values(f"at {text} of it")
    return found


def bare(text: str, low: str | None = None, high: str | None = None) -> Mention:
    return Mention(BARE, 3, 3 + len(text), text, low or text, high or low or text)


@pytest.mark.parametrize(
    ("number", "lender", "lent"),
    [
        ("412", "412 metres", ("measure", "412", "412 metres")),
        ("412", "$9 million", ("money", "412", None)),
        ("412", "9 days", ("duration", "412", None)),
        ("9", "12%", ("percentage", "9", None)),
        ("0.12", "12%", ("percentage", "12.00", None)),
        ("1.5", "12%", ("percentage", "1.5", None)),
        ("1", "12%", ("percentage", "1", None)),
        ("9", "9 pm", ("time", "09:00", None)),
        ("9.30", "9:30 pm", ("time", "09:30", None)),
        ("21.30", "9:30 pm", ("time", "21:30", None)),
        ("9.75", "9:30 pm", None),
        ("24", "9 pm", None),
    ],
)
def test_a_unit_is_lent(number: str, lender: str, lent: tuple[str, str, str | None] | None) -> None:
    one, other = bare(number), value(lender)
    made, same = with_lent_unit(one, other)
    assert same == other
    assert with_lent_unit(other, one) == (other, made)
    if lent is None:
        assert made == one
        return
    assert (made.kind, made.low) == lent[:2]
    assert made.unit == other.unit
    assert made.text == number


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("412", "412 metres", "agree"),
        ("412", "455 metres", "conflict"),
        ("412", "$412", "agree"),
        ("0.12", "12%", "agree"),
        ("0.12", "13%", "conflict"),
        ("9.30", "9:30 am", "compatible"),
        ("21.30", "9:30 pm", "agree"),
        ("9.30", "9:45 am", "conflict"),
    ],
)
def test_how_a_number_with_a_lent_unit_stands(left: str, right: str, relation: str) -> None:
    one, other = bare(left), value(right)
    assert value_relation.relation(*with_lent_unit(one, other))[0] == relation
    assert value_relation.relation(*with_lent_unit(other, one))[0] == relation
    assert value_relation.relation(one, other)[0] == "incomparable"


@pytest.mark.parametrize(
    ("left", "right"),
    [("412 metres", "$412"), ("412 metres", "412 days"), ("May 1894", "412 metres"), ("412 metres", "9 metres")],
)
def test_values_with_units_of_their_own_stay_as_they_are(left: str, right: str) -> None:
    assert with_lent_unit(value(left), value(right)) == (value(left), value(right))


def test_a_number_lends_nothing_to_a_number_or_a_date() -> None:
    for other in (bare("9"), value("40 gates"), value("May 1894")):
        assert with_lent_unit(bare("412"), other) == (bare("412"), other)


def test_a_unit_per_something_is_lent_whole() -> None:
    rent = value("$40 a day")
    assert rent.per
    made, _ = with_lent_unit(bare("43"), rent)
    assert made.per == rent.per


def test_what_lends_is_a_family_of_values() -> None:
    assert set(LENDING) <= {entry.family for entry in KINDS.values()}
    assert BARE not in LENDING


@given(st.integers(0, 9999), st.sampled_from(["412 metres", "$9", "12%", "9 days", "9 pm", "40 gates", "May 1894"]))
@settings(deadline=None)
def test_lending_is_the_same_from_either_side(number: int, other: str) -> None:
    one, lender = bare(str(number)), value(other)
    assert with_lent_unit(one, lender) == with_lent_unit(lender, one)[::-1]
    assert with_lent_unit(*with_lent_unit(one, lender)) == with_lent_unit(one, lender)
