"""Which values state something, and which only name, mark or count off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import text, values
from checker.claims import extract_claims
from checker.claims.claimhood import NAME, SPARED
from checker.extraction.extract_one import lexicon_of
from checker.language.language import table
from checker.linguistics.ranking import likelihood, threshold
from checker.model.claim import Record
from checker.model.rule import Rulebook
from checker.pipeline import recommended
from checker.sources import from_text
from tests.readings import claims


def read(written: str, least: float | None = None) -> Record:
    """What is read of a text, down to the least likelihood given."""
    document = text.read(from_text("a", written))
    mentions = values.find(document.plain, document.text)
    rulebook: Rulebook = recommended()
    return extract_claims(document, mentions, rulebook, lexicon_of(rulebook), least)


def of_no_name(record: Record) -> list[str]:
    return [c.value.text for c in record.claims if c.attribute not in SPARED]


@pytest.mark.parametrize(
    ("written", "nothing", "something"),
    [
        ("# Osier Bakery\n\nThe bakery sells 900 loaves a day; see step 2 of the recipe.\n", "2", "900"),
        ("# Osier Bakery\n\nOption 1 costs £40 a month.\n\nOption 2 costs £55 a month.\n", "2", "£55"),
        ("# Osier Bakery\n\nWave 4 of the survey was sent out to 300 bakers.\n", "4", "300"),
        ("# Osier Bakery\n\n## Approach 2: a cold oven\n\nThe oven takes 35 trays.\n", "2", "35"),
        ("# Osier Bakery\n\nLoaves of group 0 go to the mill. The bakery sells 900 loaves.\n", "0", "900"),
        ("# Osier Bakery\n\nWelcome to BreadCon 2024! The bakery has 12 ovens.\n", "2024", "12"),
        ("# Osier Bakery\n\nOne goal of the bakery is to bake for 12 streets.\n", "One", "12"),
        ("# Osier Bakery\n\nOnly some of these two ovens are new. The bakery sells 900 loaves.\n", "two", "900"),
    ],
)
def test_what_states_nothing_is_left_out(written: str, nothing: str, something: str) -> None:
    whole, kept = of_no_name(read(written, 0)), of_no_name(read(written))
    assert nothing in whole and something in whole
    assert nothing not in kept and something in kept


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("The Osier Bakery employs 12 people.", "12"),
        ("The Osier Bakery was founded in 1987.", "1987"),
        ("The Osier Bakery has two ovens.", "two"),
        ("# Osier Bakery\n\n- Ovens: 2\n- Loaves a day: 900\n", "2"),
        ("| Shop | Ovens | Loaves |\n|---|---|---|\n| Osier | 2 | 900 |\n| Tarn | 3 | 750 |\n", "750"),
        ("The Osier Bakery was not opened in 1987.", "1987"),
        ("The Osier Bakery's turnover rose by 4%.", "4%"),
    ],
)
def test_what_states_something_is_kept(written: str, value: str) -> None:
    assert value in [claim.value.text for claim in claims(written)]


def test_what_is_left_out_is_counted() -> None:
    written = "# Osier Bakery\n\nThe bakery sells 900 loaves a day; see step 2 of the recipe.\n"
    assert read(written, 0).left_out == 0
    assert read(written).left_out == len(read(written, 0).claims) - len(read(written).claims) == 1


def test_the_least_likelihood_is_one_that_counts() -> None:
    written = "# Osier Bakery\n\nThe bakery sells 900 loaves a day; see step 2 of the recipe.\n"
    assert of_no_name(read(written, 1.01)) == []


@given(st.sets(st.sampled_from(sorted(table("weights/claimhood")["weights"]))))
def test_a_likelihood_is_one_and_follows_the_weights(features: set[str]) -> None:
    weights = {name: float(weight) for name, weight in table("weights/claimhood")["weights"].items()}
    features.discard("always")
    likely = likelihood(NAME, features)
    assert 0 < likely < 1 and 0 < threshold(NAME) < 1
    for feature in weights.keys() - features - {"always"}:
        more = likelihood(NAME, {*features, feature})
        assert (more > likely) == (weights[feature] > 0)


def test_features_without_a_weight_say_nothing() -> None:
    assert likelihood(NAME, ["spoken on a Tuesday"]) == likelihood(NAME, [])
