"""A value changed in a copy is a conflict; a form filled for two things is not."""

from __future__ import annotations

from typing import Any

import pytest

from checker.comparison.edit_statistics import EditStatistics
from checker.comparison.near_duplicate_pairs import as_read
from checker.comparison.sentence_alignment import AlignedPair
from checker.model.claim import Claim, Scope
from checker.model.comparison import Comparison, Relation
from checker.model.reasons import ComparisonReason
from tests.comparison.negative import conflicts_of_read
from tests.comparison.stated import book, evidence, stated, words
from tests.readings import conflicts

ROOF = "It was raised in {} and is a timber hall with a steep shingle roof, carved brackets and a square bell tower."
RIVER = "The Ardle rises near Tarn Hill. It was bridged at Lundby by Otto Lund. Its ferry ran until 14 May 1907. "
FIRST = "Of the first years little is known. The toll was 4 pence. The keeper had 3 dogs. The gate was shut at 9 pm. "
PARISH = (
    "{} is a parish of Lund. By the register that the Lund Land Office keeps of all fields, woods, roads and ditches, "
    "the parish has earth for the plough and for grazing sheep, and {} % of it is water."
)
SHEET = "# {}\n\nMelting point: {}\nBoiling point: {}\nMohs hardness: {}\nColour: grey\n"
FORM = "As of the count of 2001, there were {} people, {} hearths and {} barns in the parish."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(ROOF.format("1741"), ROOF.format("1803"), id="a long sentence of nothing named"),
        pytest.param(
            RIVER + "The ferry worked from 7 May 1875 to April 1907.",
            RIVER + "The ferry worked from 1 January 1870 to April 1907.",
            id="the other end of the range is the same",
        ),
        pytest.param(
            RIVER + "Share of stone in the piers of the old bridge: 43 percent.",
            RIVER + "Share of stone in the piers of the old bridge: 77 percent.",
            id="no attribute is known",
        ),
    ],
)
def test_edited(left: str, right: str) -> None:
    assert conflicts(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(FORM.format(909, 335, 268), FORM.format("1,636", 610, 477), id="most values differ"),
        pytest.param(
            RIVER + "The Ardle Mill ground 40 loads in 1911.",
            RIVER + "The Ardle Mill ground 61 loads in 1930.",
            id="other years",
        ),
        pytest.param(
            "The inn was mended in 1961. Its sign shows a hare.",
            "The inn was mended in 1998. Its sign shows a hare.",
            id="what happens many times",
        ),
        pytest.param(
            PARISH.format("Tarn Parish", 2.4),
            PARISH.format("Osier Parish", 0.8),
            id="two parishes, each told of by a text of its own",
        ),
        pytest.param(
            SHEET.format("Lundite", "612 K", "1411 K", "2.4"),
            SHEET.format("Ternite", "893 K", "1411 K", "2.4"),
            id="the fact sheets of two minerals",
        ),
    ],
)
def test_filled(left: str, right: str) -> None:
    assert conflicts_of_read(left, right) == []


def test_short_sentences_of_two_things() -> None:
    corran = "# Corran Foods\n\nCorran Foods was founded in 1952. Capital spending was €220 million in 2019."
    bruma = "# Bruma Mills\n\nBruma Mills was founded in 1979. In 2019 capital spending was €150 million. "
    assert not conflicts_of_read(corran, bruma + "It competes with Corran Foods, which was founded in 1952.")


RULES = book(
    gates={"value": "count", "holds": "once"},
    many={"value": "count", "holds": "many"},
    staff={"value": "count", "holds": "per_time"},
    opened={"value": "date", "holds": "once"},
)
YEAR = Scope("2001", "2001-01-01", "2001-12-31", "stated")
NEXT = Scope("2002", "2002-01-01", "2002-12-31", "stated")


def judged(
    left: Claim,
    right: Claim,
    relation: Relation = "conflict",
    likeness: float = 0.8,
    edits: int = 1,
    sources: tuple[int, int] = (1, 1),
    support: int = 4,
) -> object:
    """What is said of two near-identical sentences; ``edits`` are the values in which they differ."""
    statistics = EditStatistics({}, {("a", 0, "b", 0): edits}, {("a", "b"): sources})
    known = evidence([left, right], common="tarn_weir").with_near_duplicates({"a": {"b": support}})
    found = as_read(AlignedPair(left, right, likeness), relation, "they differ", statistics, known, RULES)
    return found.relation if isinstance(found, Comparison) else found.code


@pytest.mark.parametrize(
    ("left", "right", "likeness", "edits", "expected"),
    [
        ("more than 100 gates", "more than 140 gates", 0.8, 1, "conflict"),
        ("more than 100 gates", "more than 140 gates", 0.8, 2, "conflict"),
        ("more than 100 gates", "more than 140 gates", 0.79, 1, "compatible"),
        ("more than 100 gates", "more than 100 gates", 0.8, 1, "compatible"),
        ("more than 100 gates", "at least 140 gates", 0.8, 1, "compatible"),
        ("up to 100 gates", "up to 140 gates", 0.8, 1, "conflict"),
        ("about 100 gates", "about 140 gates", 0.8, 1, "compatible"),
        ("100 gates", "140 gates", 0.8, 1, "compatible"),
        ("before 1950", "before 1960", 0.8, 1, "conflict"),
        ("before 1950", "before 1960", 0.8, 2, "compatible"),
        ("before 1950", "before 1950", 0.8, 1, "compatible"),
        ("before May 1950", "before 1960", 0.8, 1, "compatible"),
    ],
)
def test_another_bound_in_the_same_wording(left: str, right: str, likeness: float, edits: int, expected: str) -> None:
    attribute = "opened" if "before" in left else "gates"
    one, other = (
        stated(f"{words(0, 1, 2, 3)} {value} of", value, attribute, source)
        for source, value in (("a", left), ("b", right))
    )
    assert judged(one, other, "compatible", likeness, edits) == expected


def staff(figure: int, source: str, sentence: str = "{} holds {} of", **changes: Any) -> Claim:
    text = sentence.format(words(0, 1, 2, 3), figure)
    return stated(text, str(figure), changes.pop("attribute", "staff"), source, **changes)


THIS_YEAR = "{} this year holds {} of"


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({}, {}, "conflict"),
        ({"scope": YEAR}, {"scope": YEAR}, "conflict"),
        ({"scope": YEAR}, {}, "conflict"),
        ({"scope": YEAR}, {"sentence": "{} held {} of"}, ComparisonReason.TWO_FACTS),
        ({"scope": YEAR}, {"sentence": "{} held {} of", "scope": YEAR}, "conflict"),
        ({"sentence": THIS_YEAR}, {"sentence": THIS_YEAR}, "conflict"),
        ({"sentence": THIS_YEAR}, {"sentence": "{} these years held {} of"}, ComparisonReason.TWO_FACTS),
        ({"sentence": THIS_YEAR}, {}, ComparisonReason.TWO_FACTS),
        ({}, {"sentence": THIS_YEAR}, ComparisonReason.TWO_FACTS),
        ({}, {"sentence": "{} this mill holds {} of"}, "conflict"),
        ({}, {"sentence": "{} a year holds {} of"}, "conflict"),
        ({"sentence": THIS_YEAR, "scope": YEAR}, {"scope": YEAR}, "conflict"),
        ({"scope": Scope(low="2001-01-01")}, {"scope": YEAR, "sentence": "{} held {} of"}, "conflict"),
    ],
)
def test_a_value_of_one_time(mine: dict[str, Any], theirs: dict[str, Any], expected: object) -> None:
    assert judged(staff(43, "a", **mine), staff(57, "b", **theirs)) == expected


@pytest.mark.parametrize(
    ("edits", "sentence", "expected"),
    [
        (1, "{} holds {} of", "conflict"),
        (2, "{} holds {} of", ComparisonReason.OTHER_TIMES),
        (1, "{} held {} of", ComparisonReason.OTHER_TIMES),
    ],
)
def test_two_times_in_one_wording(edits: int, sentence: str, expected: object) -> None:
    """Where nothing but the figure differs, the time was read of the figures."""
    left = staff(43, "a", attribute="gates", scope=YEAR)
    assert judged(left, staff(57, "b", sentence, attribute="gates", scope=NEXT), edits=edits) == expected


@pytest.mark.parametrize(
    ("changes", "relation", "expected"),
    [
        ({}, "agree", "agree"),
        ({"modality": "projected"}, "conflict", ComparisonReason.MODALITY),
        ({"scope": Scope(place="Tarn")}, "agree", ComparisonReason.OTHER_PLACES),
        ({"attribute": "as_of"}, "agree", ComparisonReason.VALUES),
        ({"attribute": "as_of"}, "conflict", "conflict"),
        ({"attribute": "number"}, "agree", ComparisonReason.NO_ATTRIBUTE),
        ({"attribute": "number"}, "conflict", "conflict"),
        ({}, "incomparable", ComparisonReason.VALUES),
    ],
)
def test_what_is_asked_first(changes: dict[str, Any], relation: Relation, expected: object) -> None:
    attribute = changes.pop("attribute", "gates")
    assert (
        judged(staff(43, "a", attribute=attribute), staff(57, "b", attribute=attribute, **changes), relation)
        == expected
    )


def test_values_of_no_attribute_in_other_sentences() -> None:
    left, right = staff(43, "a", attribute="number"), staff(57, "b", "{} held {} of", attribute="number")
    assert judged(left, right) == ComparisonReason.NO_ATTRIBUTE
    assert judged(left, staff(57, "b", attribute="number"), edits=2) == ComparisonReason.NO_ATTRIBUTE
    assert judged(staff(43, "a", attribute="gates"), right) == ComparisonReason.NO_ATTRIBUTE


@pytest.mark.parametrize(
    ("sources", "support", "expected"),
    [
        ((1, 2), 4, "conflict"),
        ((1, 2), 1, ComparisonReason.ONE_FORM),
        ((1, 1), 1, "conflict"),
    ],
)
def test_what_looks_like_a_form(sources: tuple[int, int], support: int, expected: object) -> None:
    left, right = staff(43, "a", attribute="gates"), staff(57, "b", attribute="gates")
    assert judged(left, right, edits=2, sources=sources, support=support) == expected


@pytest.mark.parametrize(
    ("sources", "likeness", "shared", "expected"),
    [
        ((3, 1), 0.85, 2, "conflict"),
        ((2, 1), 0.85, 2, ComparisonReason.TWO_FACTS),
        ((3, 1), 0.84, 2, ComparisonReason.TWO_FACTS),
        ((2, 1), 0.85, 3, "conflict"),
    ],
)
def test_one_of_many_in_texts_much_copied(
    sources: tuple[int, int], likeness: float, shared: int, expected: object
) -> None:
    left, right = (
        stated(f"{words(*range(shared))} holds {n} of", str(n), "many", s) for s, n in (("a", 43), ("b", 57))
    )
    assert judged(left, right, likeness=likeness, sources=sources) == expected
