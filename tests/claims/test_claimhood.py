"""Which values state something, and which only name, mark or count off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import text, values
from checker.claims import extract_claims
from checker.claims.claimhood import NAME, SPARED
from checker.claims.claimhood_features import Surroundings
from checker.extraction.extract_one import lexicon_of
from checker.language.language import table
from checker.linguistics.document_entities import names_of
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
    ],
)
def test_what_states_nothing_is_left_out(written: str, nothing: str, something: str) -> None:
    whole, kept = of_no_name(read(written, 0)), of_no_name(read(written))
    assert nothing in whole and something in whole
    assert nothing not in kept and something in kept


def noted(written: str, value: str) -> set[str]:
    """The features of the first claim with this value, in a text of the bakery."""
    document = text.read(from_text("a", BAKERY + written))
    found = read(BAKERY + written, 0).claims
    around = Surroundings(document, names_of(document), found)
    return set(around.features(next(claim for claim in found if claim.value.text == value)))


BAKERY = "# Osier Bakery\n\n"


def shops(column: str, first: str, second: str) -> str:
    """A table of two shops, with what stands under one column."""
    return f"| Shop | {column} | Loaves |\n|---|---|---|\n| Osier | {first} | 900 |\n| Tarn | {second} | 750 |\n"


@pytest.mark.parametrize(
    ("feature", "written", "nothing", "alike", "something"),
    [
        (
            "under notes",
            "## Notes\n\nThe oven is in Tarn Papers 12, folder 40.",
            "40",
            "## History\n\nThe oven is in Tarn Papers 12, folder 40.",
            "40",
        ),
        (
            "printed",
            "Ada Voss drew the oven in Ovens of the North (Leiden, 1974), a book.",
            "1974",
            "Ada Voss drew the oven in Ovens of the North (begun in 1974), a book.",
            "1974",
        ),
        (
            "work",
            "Larch, B. Ovens of the north, in Tarn Papers 12, 1974.",
            "12",
            "Larch baked in ovens of the north, in Tarn Hall, with 12 others.",
            "12",
        ),
        (
            "street behind",
            "The shop is in Tarn, 40 Mill Street.",
            "40",
            "The shop is in Tarn, 40 metres off Mill Street.",
            "40 metres",
        ),
        ("at a site", "The bakery is at 40 Mill Street.", "40", "The bakery sells bread at 40 markets.", "40"),
        (
            "formula",
            "The ovens of the bakery have a heat of x^2 there.",
            "2",
            "The ovens of the bakery have a heat of 2 there.",
            "2",
        ),
        ("figures", "Loaves by the day 100 200 300 400", "300", "The bakery sells 300 loaves by the day.", "300"),
        (
            "cites",
            "The oven is drawn in Tarn Papers 12, ed. Voss.",
            "12",
            "The oven is drawn in Tarn with 12 helpers of Voss.",
            "12",
        ),
        (
            "cites much",
            "The oven is drawn in Tarn Papers 12, vol. 4, p. 31.",
            "12",
            "The oven is drawn in Tarn with 12 helpers, 4 boys and 31 mules.",
            "12",
        ),
        (
            "column counts off",
            shops("Reference", "Tarn Papers 12", "Tarn Papers 31"),
            "12",
            shops("Ovens", "12", "31"),
            "12",
        ),
        (
            "authored",
            "Ovens burn more wood in winter, say Larch and Voss (2014).",
            "2014",
            "The bakery burnt more wood in winter, as it said (in 2014).",
            "2014",
        ),
    ],
)
def test_a_sign_of_what_states_nothing(feature: str, written: str, nothing: str, alike: str, something: str) -> None:
    assert feature in noted(written, nothing) and feature not in noted(alike, something)
    assert nothing not in of_no_name(read(BAKERY + written))
    assert something in of_no_name(read(BAKERY + alike))


@pytest.mark.parametrize(
    ("feature", "written", "value", "expected"),
    [
        ("under references", "## Works cited:\n\nThe oven was lit in 1974.", "1974", True),
        ("under references", "## Notes\n\nThe oven was lit in 1974.", "1974", False),
        ("under notes", "## Notes:\n\nThe oven was lit in 1974.", "1974", True),
        ("under notes", "## Notes on ovens\n\nThe oven was lit in 1974.", "1974", False),
        ("under notes", "## Notes\n\nIt is old.\n\n## Ovens\n\nThe oven was lit in 1974.", "1974", False),
        # The year is the last word of a bracket that opens with a name.
        ("printed", "It was lit (Tarn, 1974).", "1974", True),
        ("printed", "It was lit (Tarn, 1974 or so).", "1974", False),
        ("printed", "It was lit (in Tarn, 1974).", "1974", False),
        ("authored", "It burns wood (Core Team, 2014) and coal.", "2014", True),
        ("authored", "It burns wood, as Larch & Voss 2014 say.", "2014", True),
        ("authored", "It burns wood, as Larch 2014 says.", "2014", False),
        ("authored", "It burnt wood (in 2014) and coal.", "2014", False),
        ("work", "Larch, B. Ovens of the north, with 12 plates.", "12", True),
        ("work", "Larch and Voss, 1974, with 12 plates.", "12", True),
        ("work", "Larch, a baker, has 12 ovens.", "12", False),
        ("work", "The ovens of Larch, B. have 12 plates.", "12", False),
        ("work", "| Shop | Ovens |\n|---|---|\n| Larch, B. | 12 |\n| Voss, A. | 31 |\n", "12", False),
        ("street behind", "The shop is in Tarn, 40 N. Old Mill Rd.", "40", True),
        ("street behind", "The shop is in Tarn, 40 Mill Papers.", "40", False),
        ("at a site", "The bakery is at 40 Mill Street.", "40", True),
        ("at a site", "The bakery is in 40 Mill Street.", "40", False),
        ("formula", "The heat is q = 40.", "40", True),
        ("formula", "The heat is 40 * m.", "40", True),
        ("formula", "The heat is 40.", "40", False),
        # Three figures, at least half of the words.
        ("figures", "Loaves by the day 100 200 300 400", "300", True),
        ("figures", "Heat by the day 100, 200, 300.", "200", False),
        ("figures", "Heat 12, 14.", "12", False),
        ("figures", "| Shop | Loaves | Ovens |\n|---|---|---|\n| 12 | 900 | 4 |\n| 31 | 750 | 5 |\n", "900", False),
        ("cites", "The oven is in the journal with 12 plates.", "12", True),
        ("cites", "The oven is in the paper with 12 plates.", "12", False),
        ("cites much", "The oven is in the journal, vol. of Voss, with 12 plates.", "12", True),
        ("cites much", "The oven is in the journal with 12 plates.", "12", False),
        ("column counts off", shops("Reference", "Tarn Papers 12", "Tarn Papers 31"), "12", True),
        ("column counts off", shops("Papers by reference", "Tarn Papers 12", "Tarn Papers 31"), "12", True),
        ("column counts off", shops("The reference papers", "Tarn Papers 12", "Tarn Papers 31"), "12", False),
        ("row counts off", "| Shop | Osier | Tarn |\n|---|---|---|\n| Page | 2 | 3 |\n| Loaves | 9 | 7 |\n", "2", True),
        (
            "row counts off",
            "| Shop | Osier | Tarn |\n|---|---|---|\n| Page | 2 | 3 |\n| Loaves | 9 | 7 |\n",
            "9",
            False,
        ),
        ("key counts off", "Week: 40 loaves\nDepth: 3 m\n", "40", True),
        ("key counts off", "Bread: 40 loaves\nDepth: 3 m\n", "40", False),
    ],
)
def test_where_a_sign_is_noted(feature: str, written: str, value: str, expected: bool) -> None:
    assert (feature in noted(written, value)) is expected


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
