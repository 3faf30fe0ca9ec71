"""A text of one sentence conflicts with a text in which all its names stand, and with no other."""

from __future__ import annotations

import pytest

from checker import pipeline
from checker.comparison import name_containment
from tests.comparison.negative import conflicts_of_read
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
    ("nameless", "statement"),
    [
        pytest.param("The film grossed $28 million.", "Low Tide made more than $30 million.", id="another verb"),
        pytest.param(
            "Its Rotten Tomatoes approval rating stands at 33% after 68 reviews.",
            "The film Low Tide has an approval rating of more than 40% on Rotten Tomatoes.",
            id="who reports a figure is not what it is of",
        ),
        pytest.param(
            "On Metacritic, the album has a score of 74 out of 100.",
            "Harbour Songs received a Metacritic score of 64 out of 100.",
            id="a name in common that reports",
        ),
        pytest.param(
            "The video has been viewed over 500 million times.",
            "The music video of Tern Song has less than 400 million views.",
            id="views and times viewed",
        ),
        pytest.param(
            "34 new cases, 175 infected in total.",
            "More than 180 cases of marsh fever have been confirmed in Lundland.",
            id="cases and infected",
        ),
        pytest.param("Marl scored 18 goals.", "Otto Marl scored more than 20 goals.", id="the last name alone"),
        pytest.param(
            "She has won four Grammy Awards.", "Ida Corran has won six Grammy Awards.", id="she, beside another name"
        ),
    ],
)
def test_what_one_text_never_names(nameless: str, statement: str) -> None:
    assert conflicts(nameless, statement)
    assert conflicts(statement, nameless)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            ("The film grossed $28 million.", "Low Tide grossed $40 million.", "High Water grossed $31 million."),
            id="two that it may be",
        ),
        pytest.param(("The film grossed $28 million.", "It grossed $40 million."), id="neither is named"),
        pytest.param(("She has won four Grammy Awards.", "He won six Grammy Awards."), id="two people never named"),
        pytest.param(("The song has 3 million views.", "The film Low Tide has 9 million views."), id="another type"),
        pytest.param(
            (
                "Rotten Tomatoes gives the film a rating of 84%.",
                "On Metacritic, Low Tide has a rating of 60%.",
            ),
            id="two reporters",
        ),
        pytest.param(("The film was released in 2003.", "Harbour Songs was released in 2008."), id="a date alone"),
        pytest.param(
            ("The first season has 10 episodes.", "The second season of Night Ferry has 12 episodes."),
            id="two of a row",
        ),
        pytest.param(
            ("The Women's Institute was founded in 1829.", "The Men's Institute was founded in 1841."), id="two owners"
        ),
        pytest.param(("34 new cases were confirmed on Friday.", "Lundland has had 900 cases."), id="new ones and all"),
        pytest.param(
            ("Marl scored 18 goals.", "Otto Marl scored 20 goals.", "Ida Marl scored 25 goals."), id="two Marls"
        ),
    ],
)
def test_what_may_be_another_thing(texts: tuple[str, ...]) -> None:
    assert conflicts_of_read(*texts) == []


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Low Tide drew fewer than 71 critics.", "Low Tide drew 71 critics."),
        ("Tern Song came out after 2002.", "He is best known for his 2002 hit Tern Song."),
        ("The Osier Bridge opened before 1932.", "The Osier Bridge opened in 1932."),
    ],
)
def test_a_bound_is_not_reached(statement: str, text: str) -> None:
    assert conflicts(statement, text)


def test_the_amount_of_the_whole_world_is_held_against_its_like() -> None:
    text = "Low Tide grossed $12 million in Norway and $33 million elsewhere, for a worldwide total of $45 million."
    assert conflicts("Low Tide earned less than $40 million worldwide.", text)
    assert conflicts_of_read("Low Tide earned less than $50 million worldwide.", text) == []


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
    assert conflicts_of_read(statement, text) == []


def test_the_reason_is_told() -> None:
    found = report("The Ardle Lamp was painted in 1720.", LAMP).comparisons
    assert {(one.relation, one.reason.text) for one in found} == {
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
    assert name_containment.one_name(left, right) == name_containment.one_name(right, left) == one
