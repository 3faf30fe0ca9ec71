"""Each condition under which a text of one sentence conflicts with another text, from both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.comparison.cross_attribute import against
from checker.comparison.thresholds import STATEMENT_CLAIMS
from checker.language.words import LISTED
from checker.model.claim import YEAR_IN_NAME, Claim, Entity, Record, Scope
from checker.model.document import Source
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import book, evidence, named, stated

RULES = book(
    gates={"value": "count", "holds": "once", "compare": {"also": ["doors"]}},
    doors={"value": "count", "holds": "once"},
    oars={"value": "count", "holds": "once", "compare": {"one_value_per": ["subject", "unit"]}},
    many={"value": "count", "holds": "many"},
    staff={"value": "count", "holds": "per_time"},
    lasted={"value": "duration", "holds": "once"},
    age={"value": "duration", "holds": "per_time"},
    opened={"value": "date", "holds": "once", "verbs": ["open"]},
    cost={"value": "money", "holds": "once", "nouns": ["cost"], "never": ["a year"]},
    toll={"value": "money", "holds": "many", "units": ["GBP"], "nouns": ["toll"]},
    box_office={"value": "money", "holds": "growing"},
)
YEAR = Scope("2001", "2001-01-01", "2001-12-31", "stated")


def found(statement: Claim, *others: Claim, unnamed: str = "") -> set[str]:
    """The values that the statement conflicts with; every source names the weir, but for those in ``unnamed``."""
    claims = [statement, *others]
    records = [
        Record(
            Source(source),
            (Entity("unnamed", "it"),) if source in unnamed else (named("Tarn Weir"),),
            tuple(c for c in claims if c.source == source),
        )
        for source in sorted({c.source for c in claims})
    ]
    of = {claim.id: claim for claim in claims}
    support = evidence(claims)
    return {
        of[other].value.text
        for c in against(records, claims, support, RULES)
        for other in (c.left, c.right)
        if statement.id in (c.left, c.right) and other != statement.id
    }


def gates(figure: int, source: str = "a", sentence: str = "Tarn Weir has {} gates.", **changes: Any) -> Claim:
    return stated(sentence.format(figure), f"{figure} gates", source=source, **changes)


def unitless(claim: Claim) -> Claim:
    return replace(claim, value=replace(claim.value, kind="number", unit=None, noun=None))


def longer(source: str = "b") -> Claim:
    """Another sentence, by which a text is none of one sentence."""
    return stated("Tarn Weir hid 5 eels.", "5 eels", "eels", source, start=900)


def text(*values: Claim) -> tuple[Claim, ...]:
    return (*values, longer())


@pytest.mark.parametrize(
    ("statement", "others", "expected"),
    [
        pytest.param(gates(43), text(gates(57, "b")), {"57"}, id="another value"),
        pytest.param(gates(43), text(gates(43, "b")), set(), id="the same"),
        pytest.param(gates(43), (gates(57, start=90), *text(gates(57, "b"))), set(), id="two sentences"),
        pytest.param(gates(43), text(gates(57, "b"), gates(43, "b", start=90)), set(), id="the text says both"),
        pytest.param(gates(43), text(gates(57, "b", subject="osier_weir")), set(), id="another thing"),
        pytest.param(gates(43), text(gates(57, "b", modality="projected")), set(), id="planned"),
        pytest.param(gates(43), text(gates(57, "b", attribute="oars")), set(), id="another attribute"),
        pytest.param(gates(43), text(gates(57, "b", attribute="doors")), {"57"}, id="one like it"),
        pytest.param(gates(43, attribute="doors"), text(gates(57, "b")), {"57"}, id="one that it is like"),
        pytest.param(
            gates(43, attribute="doors"),
            text(gates(57, "b", "Alder birch cedar hazel larch maple {} gates.")),
            set(),
            id="one like it in a longer sentence",
        ),
        pytest.param(
            gates(43, attribute="doors"), text(gates(57, "b", "Alder cedar hazel larch maple {} gates.")), {"57"},
            id="one like it in a sentence as long as a row",
        ),
        pytest.param(gates(43), text(gates(57, "b"), gates(61, "b", start=90)), {"57"}, id="the first of two"),
        pytest.param(
            gates(43), text(gates(57, "b", "It: {} gates"), gates(61, "b", start=90)), {"61"},
            id="the one in the same words",
        ),
        pytest.param(
            gates(43, attribute="many"), text(gates(57, "b", attribute="many")), {"57"}, id="one of many"
        ),
        pytest.param(
            gates(43, attribute="many"),
            text(gates(57, "b", attribute="many"), gates(61, "b", attribute="many", start=90)),
            set(),
            id="two of many",
        ),
        pytest.param(
            gates(43, attribute="oars"), text(gates(57, "b", attribute="oars")), {"57"}, id="one unit"
        ),
        pytest.param(
            gates(43, attribute="oars"),
            text(unitless(gates(57, "b", attribute="oars"))),
            set(),
            id="no unit",
        ),
        pytest.param(gates(43, attribute=YEAR_IN_NAME), text(gates(57, "b", attribute=YEAR_IN_NAME)), set(), id="year"),
        pytest.param(
            replace(gates(43), subject_name="Weir 43"), text(gates(57, "b")), set(), id="a number of the name"
        ),
        pytest.param(
            gates(43), text(replace(gates(57, "b"), subject_name="Weir 57")), set(), id="a number of the other name"
        ),
    ],
)  # fmt: skip
def test_a_statement_and_a_text(statement: Claim, others: tuple[Claim, ...], expected: set[str]) -> None:
    assert found(statement, *others) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({}, {}, True),
        ({"scope": YEAR}, {}, False),
        ({"scope": YEAR}, {"scope": YEAR}, True),
        ({"scope": YEAR}, {"scope": replace(YEAR, low="2000-12-31")}, True),
        ({"scope": replace(YEAR, low=None)}, {}, True),
        ({"scope": YEAR}, {"subject": "2001_tarn_weir"}, True),
        ({}, {"scope": YEAR}, True),
        ({}, {"sentence": "Alder by the yew tree with the {} of all."}, False),
        ({}, {"sentence": "Tarn Weir: {}"}, True),
    ],
)
def test_a_value_that_changes_with_time(mine: dict[str, Any], theirs: dict[str, Any], expected: bool) -> None:
    statement = stated("Osier oars: 43.", "43", "staff", subject=theirs.get("subject", "tarn_weir"), **mine)
    sentence = theirs.pop("sentence", "Osier oars: {}").format(57)
    other = stated(sentence, "57", "staff", "b", **theirs)
    assert bool(found(statement, *text(other))) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"), [("Tarn Weir rose 43 days.", True), ("Tarn Weir rose 43 days before frost.", False)]
)
def test_a_duration_up_to_something(sentence: str, expected: bool) -> None:
    statement = stated(sentence, "43 days", "lasted")
    assert bool(found(statement, *text(stated("Tarn Weir rose 57 days.", "57 days", "lasted", "b")))) is expected


def test_an_age_is_of_one_moment() -> None:
    statement = stated("Tarn Weir was 43 years old when it opened.", "43 years old", "age")
    age = stated("Tarn Weir: 57 years old", "57 years old", "age", "b", scope=Scope(low="1901-05-03"))
    opened = stated("Tarn Weir opened on 3 May 1901.", "3 May 1901", "opened", "b", start=90)
    assert found(statement, age, opened) == {"57 years old"}
    assert found(statement, age, replace(opened, attribute="gates")) == set()


@pytest.mark.parametrize(
    ("near", "unnamed", "expected"),
    [
        ("hail frost", "a", True),
        ("hail", "a", False),
        ("hail", "b", False),
        ("hail frost", "b", True),
        ("hail", "", True),
    ],
)
def test_dates_of_what_one_text_never_names(near: str, unnamed: str, expected: bool) -> None:
    subjects = {source: "unnamed" if source in unnamed else "tarn_weir" for source in "ab"}
    statement = stated(f"{near} 1901", "1901", "opened", subject=subjects["a"])
    other = stated("hail frost 1907", "1907", "opened", "b", subject=subjects["b"])
    assert bool(found(statement, other, unnamed=unnamed)) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({"attribute": "cost__to", "open": True}, {"attribute": "cost"}, True),
        ({"attribute": "cost__to"}, {"attribute": "cost"}, False),
        ({"attribute": "rent__to", "open": True}, {"attribute": "cost"}, False),
        ({"attribute": "toll__to", "open": True}, {"attribute": "toll"}, False),
        ({"attribute": "toll__to", "open": True, "value": "£43"}, {"attribute": "toll", "value": "£57"}, True),
        ({"attribute": "cost__to", "open": True, "tail": " a year"}, {"attribute": "cost"}, False),
        ({"attribute": "it__earn", "open": True}, {"attribute": "box_office"}, True),
        ({"attribute": "it__lend", "open": True}, {"attribute": "box_office"}, False),
        ({"attribute": "box_office"}, {"attribute": "it__earn", "open": True}, True),
        ({"attribute": "it__earn", "open": True}, {"attribute": "box_office", "value": "€57"}, False),
    ],
)
def test_an_attribute_in_the_text_s_own_words(mine: dict[str, Any], theirs: dict[str, Any], expected: bool) -> None:
    one, other = mine.pop("value", "$43"), theirs.pop("value", "$57")
    statement = stated(f"Tarn Weir: {one}{mine.pop('tail', '')}", one, **mine)
    assert bool(found(statement, *text(stated(f"Tarn Weir: {other}", other, source="b", **theirs)))) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({"attribute": "own", "open": True}, {"attribute": "kept", "open": True}, True),
        ({"attribute": "own", "open": True}, {"attribute": "kept"}, False),
        ({"attribute": "own"}, {"attribute": "kept", "open": True}, False),
    ],
)
def test_what_is_counted(mine: dict[str, Any], theirs: dict[str, Any], expected: bool) -> None:
    assert bool(found(gates(43, **mine), *text(gates(57, "b", **theirs)))) is expected


def test_a_bare_number_under_the_noun_that_is_counted() -> None:
    number = unitless(gates(57, "b", attribute="gate", open=True))
    assert found(gates(43, attribute="own", open=True), *text(number)) == {"57"}
    assert found(gates(43, attribute="own", open=True), *text(replace(number, attribute="door"))) == set()


@pytest.mark.parametrize(("figure", "counted", "expected"), [(3, 2, True), (2, 2, False)])
def test_what_a_fact_sheet_lists(figure: int, counted: int, expected: bool) -> None:
    statement = stated(f"Tarn Weir has {figure} wards.", f"{figure} wards", "own", open=True)
    listed = stated(f"Wards: {counted}", f"{counted}", f"{LISTED}ward", "b")
    assert bool(found(statement, *text(listed))) is expected


@pytest.mark.parametrize(("before", "expected"), [(STATEMENT_CLAIMS - 2, True), (STATEMENT_CLAIMS - 1, False)])
def test_how_many_claims_are_looked_at(before: int, expected: bool) -> None:
    others = [gates(101 + n, f"x{n:02}", subject="osier_weir") for n in range(before)]
    assert bool(found(gates(43), *others, *text(gates(57, "b")))) is expected


@pytest.mark.parametrize(("day", "expected"), [("1907", True), ("1901", False)])
def test_a_date_of_nothing_in_particular(day: str, expected: bool) -> None:
    statement = stated("Tarn Weir: 1901", "1901", "date", open=True)
    assert bool(found(statement, *text(stated(f"Tarn Weir: {day}", day, "event_date", "b")))) is expected


def test_money_of_a_part_and_tolls_of_other_extent() -> None:
    statement = stated("Tarn Weir: $43", "$43", "cost")
    part = replace(stated("Tarn Weir: $57", "$57", "cost", "b"), subject=SubjectRef("tarn_weir", "north"))
    assert found(statement, *text(part)) == set()
    assert found(statement, *text(replace(part, subject=SubjectRef("tarn_weir")))) == {"$57"}
