"""Units, precision and what a value includes decide how two values of one thing stand, whichever is read first."""

from __future__ import annotations

import pytest

from checker import value_relation
from checker.comparison import scope_overlap
from checker.model.claim import Claim
from tests.readings import claims

TOWER = "# Harlow Tower\n\nThe Harlow Tower stands in Lundby. The Harlow Tower "


def claim_of(text: str, value: str) -> Claim:
    """The claim that is read on a value."""
    return next(claim for claim in claims(text) if claim.value.text == value)


@pytest.mark.parametrize(
    ("words", "left", "right", "relation"),
    [
        ("is {} high.", "412 metres", "412 feet", "conflict"),
        ("is {} high.", "412 metres", "1,352 feet", "agree"),
        ("is {} from Pell.", "173 miles", "173 km", "conflict"),
        ("took {} to build.", "3 years", "3 months", "conflict"),
        ("took {} to build.", "18 months", "1.5 years", "agree"),
        ("weighs {}.", "900 tonnes", "900 kg", "conflict"),
        ("weighs {}.", "900 tonnes", "900,000 kg", "agree"),
        ("cost {}.", "£9m", "£9.5m", "conflict"),
        ("cost {}.", "£14.2 million", "£14.2m", "agree"),
        ("cost {}.", "less than $127 million", "$127 million", "conflict"),
        ("was seen by {} of all pupils.", "over 79%", "79%", "compatible"),
        ("drew {} visitors a year.", "over 4 million", "more than 4.2 million", "compatible"),
        ("drew {} visitors a year.", "over 4 million", "more than 5.2 million", "compatible"),
        ("was built {}.", "from 1871 to 1874", "from 3 May 1871 to 9 June 1874", "agree"),
    ],
)
def test_values_of_one_thing(words: str, left: str, right: str, relation: str) -> None:
    one, other = (claim_of(TOWER + words.format(value), value).value for value in (left, right))
    assert value_relation.relation(one, other)[0] == value_relation.relation(other, one)[0] == relation


@pytest.mark.parametrize(
    ("left", "right", "values", "one"),
    [
        ("has 12 staff excluding volunteers.", "has 19 staff including volunteers.", ("12", "19"), False),
        ("has 12 staff excluding volunteers.", "has 19 staff excluding volunteers.", ("12", "19"), True),
        ("has 12 staff.", "has 19 staff including volunteers.", ("12", "19"), True),
        ("costs £120 with breakfast.", "costs £100 without breakfast.", ("£120", "£100"), False),
        ("costs £120 with breakfast.", "costs £120 without breakfast.", ("£120", "£120"), False),
        ("costs £120 with breakfast.", "costs £100 with breakfast.", ("£120", "£100"), True),
        ("costs £120, breakfast included.", "costs £100, breakfast is not included.", ("£120", "£100"), False),
        ("costs £48 (incl. VAT).", "costs £40 (excl. VAT).", ("£48", "£40"), False),
    ],
)
def test_what_a_value_includes_is_its_scope(left: str, right: str, values: tuple[str, str], one: bool) -> None:
    first, second = (claim_of(TOWER + text, value) for text, value in zip((left, right), values, strict=True))
    assert scope_overlap.including_and_leaving_out(first, second) is not one
    assert scope_overlap.including_and_leaving_out(second, first) is not one
