"""Claims are held against each other by subject, attribute and kind; what has too many values is said by source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison.blocking import blocks, collapse, crowded
from checker.comparison.thresholds import VALUES_COMPARED
from checker.model.claim import Claim, Scope
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import book, stated
from tests.readings import report


def years(sentence: str, many: int) -> str:
    return "\n\n".join(sentence.format(value=f"{2000 + 7 * n:,}", year=1901 + n) for n in range(many))


ENROLLED = "Calder College had {value} students in {year}."
OTHER = "Calder College had 1,000 students in 1890."


@pytest.mark.parametrize("many", [VALUES_COMPARED - 1, VALUES_COMPARED])
def test_more_values_than_are_compared_are_not_checked(many: int) -> None:
    missing = report(years(ENROLLED, many), OTHER).not_checked
    said = "too many values to compare each with all others: students of Calder College"
    expected = [(source, "one-value-at-a-time", said) for source in "ab"] if many >= VALUES_COMPARED else []
    assert [(m.source, m.rule, m.reason) for m in missing] == expected


def test_what_never_conflicts_needs_no_comparing() -> None:
    assert report(years("Calder College lent {value} charts in {year}.", VALUES_COMPARED + 1), OTHER).not_checked == ()


RULES = book(
    gates={"value": "count", "holds": "once", "compare": {"one_value_per": ["subject", "unit"]}},
    boats={"value": "count", "holds": "once"},
    many={"value": "count", "holds": "many"},
)


def block_sizes(*claims: Claim) -> list[int]:
    return [len(block.claims) for block in blocks(claims, RULES)]


@pytest.mark.parametrize(
    ("attribute", "left", "right", "expected"),
    [
        ("boats", "40 boats", "43 boats", [2]),
        ("boats", "40 boats", "43 ships", [2]),
        ("boats", "40 boats", "43", [2]),
        ("boats", "40 boats", "43 %", []),
        ("gates", "40 gates", "43 gates", [2]),
        ("gates", "40 gates", "43 doors", []),
        ("gates", "40 gates", "43", []),
        ("gates", "40", "43", [2]),
        ("seen", "40 gates", "43 gates", [2]),
        ("seen", "40 gates", "43 doors", []),
        ("boats", "$40", "$43", [2]),
        ("boats", "$40", "€43", []),
        ("as_of", "40 boats", "43 boats", []),
        ("stands_for", "40 boats", "43 boats", []),
    ],
)
def test_which_values_are_held_against_each_other(attribute: str, left: str, right: str, expected: list[int]) -> None:
    claims = [stated(f"It is {text} here.", text, attribute, source) for text, source in ((left, "a"), (right, "b"))]
    assert block_sizes(*claims) == expected
    assert block_sizes(claims[0]) == []


def test_the_order_and_the_subject_of_a_block() -> None:
    late, early = (stated("It has 40 gates.", "40 gates", start=at) for at in (90, 3))
    other = stated("It has 40 gates.", "40 gates", source="b", start=20)
    (block,) = blocks([late, early, replace(other, subject=SubjectRef("tarn_weir", part="north"))], RULES)
    assert [claim.value.start for claim in block.claims] == [10, 27, 97]
    assert block.subject == SubjectRef("tarn_weir")
    assert blocks([late, replace(other, subject=SubjectRef("osier_mill"))], RULES) == []


@pytest.mark.parametrize(
    ("changes", "together"),
    [
        ({}, True),
        ({"source": "b"}, True),
        ({"modality": "projected"}, False),
        ({"scope": Scope(place="Tarn")}, False),
        ({"scope": Scope(population="men")}, False),
        ({"scope": Scope(stage="spent")}, False),
        ({"scope": Scope(cumulative=True)}, False),
        ({"scope": Scope(included=("tax",))}, False),
        ({"scope": Scope(excluded=("tax",))}, False),
        ({"scope": Scope("2001", "2001-01-01", "2001-12-31")}, False),
        ({"scope": Scope(speaker="Amos Pike")}, True),
    ],
)
def test_which_claims_are_one_value(changes: dict[str, object], together: bool) -> None:
    claim = stated("It has 40 gates.", "40 gates")
    assert len(collapse([claim, replace(claim, **changes)])) == (1 if together else 2)


@pytest.mark.parametrize(
    ("attribute", "values", "expected"),
    [
        ("gates", VALUES_COMPARED, False),
        ("gates", VALUES_COMPARED + 1, True),
        ("many", VALUES_COMPARED + 1, False),
        ("seen", VALUES_COMPARED + 1, False),
    ],
)
def test_what_is_too_many_values(attribute: str, values: int, expected: bool) -> None:
    sentences = [f"It has {100 + n} gates." for n in range(values)]
    claims = [stated(text, text[7:16], attribute, start=100 * n) for n, text in enumerate(sentences)]
    again = [replace(claim, id=f"b{claim.id}", source="b") for claim in claims]
    found = [("a", attribute, "Tarn Weir"), ("b", attribute, "Tarn Weir")]
    assert crowded(blocks([*claims, *again], RULES), RULES) == (found if expected else [])
