"""A title names what its page is about, whatever pages put around the name."""

from __future__ import annotations

import pytest

from checker.linguistics.title_names import names_a_kind, names_in_full, of_document, ordinary_share
from tests.readings import claims, stated, subject, told

COUNTED = "Tarn Hill is a town on the River Tern. Tarn Hill School District runs 9 schools. "


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("# About the Inland Ports Agency", "inland ports agency"),
        ("Quick facts: Tarn Hill town, Lund", "tarn hill"),
        ("Bruma Steel Annual Report 2019", "bruma steel"),
        ("Inland Ports Agency: Annual Report, Fiscal Year 2019", "inland ports agency"),
        ("City of Tarn Hill: facts", "tarn hill"),
        ("Company Profile: Bruma Steel plc (BRS)", "bruma steel"),
    ],
)
def test_named(title: str, named: str) -> None:
    assert named in names_in_full(title)


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Republic of Lund (Lundish)", "lundish"),
        ("Tarn Hill, Lund", "lund"),
        ("The Lundby bridge of Tarn Hill", "tarn hill"),
    ],
)
def test_not_named(title: str, other: str) -> None:
    assert other not in names_in_full(title)


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Corran today", ("corran today",)),
        ("Corran 2019", ("corran 2019", "corran")),
        ("Corran 2019 Report", ("corran 2019 report", "corran")),
        ("Report 2019", ("report 2019", "report")),
        ("2019", ("2019",)),
        ("Corran the", ("corran the", "corran")),
        ("Corran bridge", ("corran bridge", "corran")),
        ("Corran Bridge", ("corran bridge",)),
        ("Corran, Lund", ("corran",)),
        ("**Corran**!", ("corran",)),
        ("Corran: Tarn Hall", ("corran: tarn hall", "corran", "tarn hall")),
        ("About About Corran", ("about about corran", "about corran")),
    ],
)
def test_all_that_may_be_named(title: str, keys: tuple[str, ...]) -> None:
    assert names_in_full(title) == keys


@pytest.mark.parametrize(
    ("text", "about", "attribute", "value"),
    [
        (
            "# About Tarn Hill\n\n## Facts\n\nFounded: 1849\nPlanning Board: 8 members\n\n"
            "The Planning Board of Tarn Hill has eight members. The Planning Board meets on Tuesday in Tarn Hill.",
            "Tarn Hill",
            "founded",
            "1849",
        ),
        ("# Tarn Hill\n\n" + COUNTED + "The population was 8,210 in 2020.", "Tarn Hill", "population", "8,210"),
        (
            "# Tarn Hill\n\n**Tarn Hill** is a town in Lund. The population was 8,210 in 2020. "
            "The Tarn Hill School District runs 9 schools.",
            "Tarn Hill",
            "population",
            "8,210",
        ),
        (
            "# Inland Ports Agency: Annual Report 2019\n\n## Figures\n\nInspections: 512\nInspections are free.\n\n"
            "The agency employed 940 people.",
            "Inland Ports Agency",
            "employees",
            "940",
        ),
    ],
)
def test_about(text: str, about: str, attribute: str, value: str) -> None:
    assert (about, attribute, value) in told(text)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The Tarn Hill metropolitan area had 21,600 residents in 2020.", "21,600"),
        ("The urban area of Tarn Hill had 11,300 residents in 2020.", "11,300"),
        ("Greater Tarn Hill has 33,000 residents.", "33,000"),
        ("The township of Tarn Hill had 1,240 residents in 2020.", "1,240"),
    ],
)
def test_places_around_a_place(sentence: str, value: str) -> None:
    (claim,) = stated("# Tarn Hill\n\nTarn Hill is a town in Lund. It has 8,210 residents. " + sentence, value)
    assert subject(claim) != "Tarn Hill"


def test_an_entry_of_a_list_is_about_its_name() -> None:
    text = "# A day in Lundby\n\n- **Old Depot.** A brick hall, completed in 1887.\n- **Kirk Hall.** Built in 1926.\n"
    assert {("Old Depot", "1887"), ("Kirk Hall", "1926")} <= {(subject(c), c.value.text) for c in claims(text)}


def test_a_flood_is_no_fire() -> None:
    text = (
        "# Lundby\n\nLundby is a town. The Great Fire killed 17 people in Lundby in 1891. "
        "The river rose in 1964; the flood left 4 dead."
    )
    assert ("Great Fire", "deaths", "4") not in told(text)


@pytest.mark.parametrize(
    ("key", "expected"),
    [("changelog", True), ("annual report 2021", True), ("release notes of the", True), ("tern report", False)],
)
def test_a_title_may_only_say_what_kind_of_document_it_is(key: str, expected: bool) -> None:
    assert names_a_kind(key) is expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("impact report", True),
        ("osier rules", True),
        ("handbook", True),
        # Only the last word says what it is.
        ("report mill", False),
        ("osier mill", False),
        ("reporter", False),
    ],
)
def test_a_name_may_be_that_of_the_document(key: str, expected: bool) -> None:
    assert of_document(key) is expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("impact report", 1),
        ("reports", 1),
        ("report of the 1904", 1),
        ("osier report", 0.5),
        ("osier tarn report 1904", 0.5),
        ("osier tarn", 0),
        ("osier", 0),
    ],
)
def test_how_many_words_of_a_name_stand_in_any_text(key: str, expected: float) -> None:
    assert ordinary_share(key) == expected
