"""A text of one sentence conflicts with a text in which all its names stand, and with no other."""

from __future__ import annotations

import pytest

from checker import pipeline
from checker.comparison import told
from tests.readings import conflicts, report

SHEET = "# Clara Voss\n\nBorn: 4 April 1901\nDied: 30 October 1967 (aged 66)\nHeight: 1.71 m\n"
LAMP = "# Ardle Lamp\n\nYear: 1637\nDimensions: 40 cm\n"
WORKS = "The Bruma Works owned 23 furnaces in 1911."


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Clara Voss was born in 1911.", SHEET),
        ("Clara Voss died in the spring of 1967.", SHEET),
        ("Clara Voss died before 1950.", SHEET),
        ("Clara Voss was 80 years old when she died.", SHEET),
        ("Clara Ida Voss was born on 9 April 1901.", "Clara Voss was born on 4 April 1901."),
        ("The Ardle Lamp was painted in 1720.", LAMP),
        ("The Ardle Way is 173 miles long.", "# Ardle Way\n\nLength: 173 km (107 mi)\n"),
        ("The Osier Fair drew 900 visitors in 1988.", "The Osier Fair drew 400 visitors in 1988, on its first day."),
    ],
)
def test_conflict(statement: str, text: str) -> None:
    assert conflicts(statement, text)


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        pytest.param("Clara Voss was born in April 1901.", SHEET, id="less exact"),
        pytest.param("Clara Voss was born before 1910.", SHEET, id="a bound that is kept"),
        pytest.param("Clara Voss began to paint at the age of 9.", SHEET, id="an age at another time"),
        pytest.param("Ida Voss was born in 1911.", SHEET, id="another person"),
        pytest.param(
            "Calder Hill College was founded in 1902.", "Calder College was founded in 1871.", id="other names"
        ),
        pytest.param("The Bruma Mine owned 40 furnaces in 1911.", WORKS, id="another thing of one place"),
        pytest.param("The Bruma Works owned 40 furnaces in 1930.", WORKS, id="another time"),
        pytest.param("The 36 Ardle Tram is fast.", "# 35 / 36 Ardle Tram\n\nStops: 12\n", id="a number of the name"),
    ],
)
def test_no_conflict(statement: str, text: str) -> None:
    assert conflicts(statement, text) == []


def test_the_reason_is_told() -> None:
    found = report("The Ardle Lamp was painted in 1720.", LAMP).comparisons
    assert {(one.relation, one.reason) for one in found} == {
        ("conflict", "a statement and its text, the dates lie apart")
    }


def test_like_attributes_hold_values_of_one_kind() -> None:
    book = pipeline.recommended().attributes
    pairs = [(entry.value, book[other].value) for entry in book.values() for other in entry.compare.also]
    assert pairs
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("clara_voss", "clara_voss", True),
        ("voss", "clara_voss", True),
        ("clara_voss", "clara_vossobe", True),
        ("clara_voss", "clara_vossmann", False),
        ("voss", "vossobe", False),
        ("clara_voss", "ida_voss", False),
        ("clara_voss", "clara_moor", False),
    ],
)
def test_names_of_one_subject(left: str, right: str, one: bool) -> None:
    assert told.one_name(left, right) == told.one_name(right, left) == one
