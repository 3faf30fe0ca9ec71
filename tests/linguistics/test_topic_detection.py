"""What a page is about is told by its lines and its nouns, and not by who keeps the page."""

from __future__ import annotations

import pytest

from checker.linguistics.topic_detection import topic_points
from tests.linguistics.documents import document, entities, topic
from tests.readings import told

COLLEGE = "President Joan Tressider will leave, said Otto Lund. Otto Lund is 61 and was born in Pell. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Home > Bridges > Tarn County\n\nHarlow Bridge\n\nFacts\nCompletion: 1907\nDeck: 12 m\n",
            ("Harlow Bridge", "built", "1907"),
            id="the way to a page",
        ),
        pytest.param(
            "Lundby Sea Museum\nVisit | Learn | Shop\n\nElsie Marlow (1954)\n\n"
            "Ferry Elsie Marlow left the yard in spring.\n\nKey facts\nLength: 61 m\nCrew: 19\n",
            ("Elsie Marlow", "length", "61 m"),
            id="a site's name over its menu",
        ),
        pytest.param(
            "Tarn Highway Office\n\nHarlow Bridge: questions\n\nHow long is the bridge?\n"
            "The bridge measures 412 metres. Trams left the bridge long ago.\n\n"
            "How high is the bridge?\nThe towers stand 96 metres above the water.\n",
            ("Harlow Bridge", "height", "96 metres"),
            id="one labelled line makes no fact sheet",
        ),
        pytest.param(
            COLLEGE + "He came to Calder College in 2012. The college has 2,300 students. The college is old. "
            "Tuition rose. Its endowment stands at $412 million. The college grew.",
            ("Calder College", "endowment", "$412 million"),
            id="called by its noun",
        ),
        pytest.param(
            "Calder at a glance\n\nAlder Falls, Vermont\n\nFounded: 1871\nTown: Alder Falls\nOwner: Calder College\n",
            ("Calder College", "founded", "1871"),
            id="the title leaves the noun out",
        ),
        pytest.param(
            "# SS Elsie Marlow\n\n**SS *Elsie Marlow*** was a ferry of the Lund Line. She sank on 2 May 1961.\n",
            ("SS Elsie Marlow", "sunk", "2 May 1961"),
            id="a prefix before a name in italics",
        ),
        pytest.param(
            "# Harlow Bridge\n\nGround was broken in 1902. The piers go down 31 metres.\n",
            ("Harlow Bridge", "construction_started", "1902"),
            id="a common noun opens the sentence",
        ),
        pytest.param(
            "The Tern Harlow Bridge opened in 1907. Trams used the Harlow bridge. The bridge cost $2 million.",
            ("Tern Harlow Bridge", "cost", "$2 million"),
            id="a name without its last word",
        ),
    ],
)
def test_what_a_page_is_about(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(
            "# Elsie Marlow\n\nThe ferry Elsie Marlow was launched in 1954. An earlier Elsie Marlow, a barque of 900 "
            "tons, was wrecked in 1891.\n",
            ("Elsie Marlow", "sunk", "1891"),
            id="an earlier ship of the name",
        ),
        pytest.param(
            "# Harlow Bridge\n\nThe Harlow Bridge was opened in 1907. The old Harlow Bridge was opened in 1811.\n",
            ("Harlow Bridge", "opened", "1811"),
            id="the old one",
        ),
        pytest.param(
            "Crowds mark the day\n\nBy Ida Lund, Pell Courier\n\n16 June 2013\n\nThe Harlow Bridge opened to a crowd "
            "of Lundby people, and Clara Voss was among them when the tape was cut by the mayor of the town.\n",
            ("Harlow Bridge", "opened", "16 June 2013"),
            id="the day of a report",
        ),
        pytest.param(
            "# Harlow Bridge\n\nThe county finished painting the Harlow Bridge in 2004.\n",
            ("Harlow Bridge", "built", "2004"),
            id="the end of other work",
        ),
    ],
)
def test_what_it_is_not_about(text: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in told(text)


def points(text: str, key: str) -> tuple[float, bool]:
    """The points of an entity as the topic, and whether it may be it."""
    known = entities(text)
    found = topic_points(document(text), known.names, known.entities)
    return round(found.points[key], 2), key in found.grounded


HALL = "Then Tarn Hall grew. "
LONG = " in the far north of the land"


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        # How often it is named, against what is named most.
        (f"{HALL * 2}Then Corran Bridge grew. It is.", "tarn hall", (6.0, True)),
        (f"{HALL * 2}Then Corran Bridge grew. It is.", "corran bridge", (3.0, False)),
        (f"{HALL}Then Corran Bridge grew. It is.", "corran bridge", (6.0, True)),
        (f"{HALL}It was. It was. Then Corran Bridge grew. It is.", "corran bridge", (6.0, False)),
        (f"{HALL * 2}Then Norway grew. It is.", "norway", (1.5, False)),
        # In the title: all of it or a part, surely or by how often it is named.
        ("# Corran Bridge\n\nThen it grew. It is. It was.", "corran bridge", (8.0, True)),
        ("# The old Corran Bridge\n\nThen it grew. It is. It was.", "corran bridge", (6.53, True)),
        ("# Corran Bridge\n\nThen Corran Bridge grew. It is. It was.", "corran bridge", (10.0, True)),
        ("# Corran Bridge\n\nThen Corran Bridge met Corran Bridge. It is. It.", "corran bridge", (12.0, True)),
        (
            "# Corran Bridge\n\nCorran Bridge met Corran Bridge, Corran Bridge. It is. It.",
            "corran bridge",
            (12.0, True),
        ),
        ("## Corran Bridge\n\nThen it grew. It is. It was.", "corran bridge", (8.0, True)),
        ("# Notes\n\nIt is. It.\n\n## Corran Bridge\n\nThen it grew. It is. It was.", "corran bridge", (6.0, False)),
        ("# Norway\n\nThen Norway grew. It is. It was.", "norway", (10.0, True)),
        ("# Harbour Agency\n\nThen it grew. We saw. It was.", "harbour agency", (12.0, True)),
        ("# Harbour Agency\n\nThen it grew. The agency saw. It was.", "harbour agency", (12.0, True)),
        ("# Harbour Agency\n\nThen it grew. The bridge saw. It was.", "harbour agency", (8.0, True)),
        ("# Harbour Hall\n\nThen it grew. We saw. It was.", "harbour hall", (8.0, True)),
        # Called by its noun in the title, or by its name without it.
        ("# About the bridge\n\nThen Corran Bridge grew. It is. It is.", "corran bridge", (7.8, True)),
        ("# About the bridge\n\nThen Corran Bridge met Corran Bridge. It is. It is.", "corran bridge", (9.6, True)),
        ("# About the Bridge\n\nThen Corran Bridge grew. It is. It is. It is.", "corran bridge", (6.0, False)),
        ("# About the bridge\n\nIt met Corran Bridge. It met Lund Bridge. It is. It.", "corran bridge", (6.0, False)),
        ("# About the dam\n\nThen Corran Bridge grew. It is. It is. It is.", "corran bridge", (6.0, False)),
        ("# Corran today\n\nThen Corran Bridge grew. It is. It is.", "corran bridge", (11.07, True)),
        # What the first sentence of some length says, and what is said to be something further on.
        (f"Corran is a town{LONG}.", "corran", (9.0, True)),
        (f"Corran is here{LONG}.", "corran", (9.0, True)),
        (f"Corran grew{LONG}.", "corran", (6.0, True)),
        ("Corran is in the far north, and old, so.", "corran", (6.0, True)),
        ("Corran is in the far north, and old, so..", "corran", (9.0, True)),
        (f"It is here{LONG}. Corran is a town{LONG}. It.", "corran", (9.0, True)),
        (f"It is here{LONG}. It is{LONG} so far. Corran is here{LONG}. It.", "corran", (9.0, True)),
        (f"It is{LONG} so far. It is{LONG} so far. It is{LONG} so far. Corran is here{LONG}.", "corran", (6.0, False)),
        (f"{'It is. ' * 39}Corran is here{LONG}.", "corran", (9.0, True)),
        (f"{'It is. ' * 40}Corran is here{LONG}.", "corran", (6.0, False)),
        ("x" * 2990 + " Corran is a town. It grew. It is. It is.", "corran", (9.0, True)),
        ("x" * 2999 + " Corran is a town. It grew. It is. It is.", "corran", (3.0, False)),
        # With an acronym, if it is among the first.
        ("Then the Harbour Valley Trust (HVT) met. It. It. It.", "harbour valley trust", (7.0, True)),
        (
            "Then Abe Tarn (ATX), the Cee Dee Trust (CDT), the Eff Gee Trust (EGT), the Ida Jay Trust (IJT) and the "
            "Kay Elm Trust (KET) met.",
            "ida jay trust",
            (7.0, True),
        ),
        (
            "Then the Abe Bee Trust (ABT), the Cee Dee Trust (CDT), the Eff Gee Trust (EGT) and the Ida Jay Trust "
            "(IJT) met.",
            "ida jay trust",
            (6.0, True),
        ),
    ],
)
def test_points(text: str, key: str, expected: tuple[float, bool]) -> None:
    assert points(text, key) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tower grew. It is high. The tower is old.", "the topic of the text"),
        ("Corran met. The tower grew. The tower is old.", "the topic of the text"),
        ("Corran met. The tower grew. It is old.", "Corran"),
        ("Corran met Corran and Corran. The tower grew. The tower is old.", "Corran"),
        ("Corran Hall met. The tower grew. The tower is old.", "Corran Hall"),
        ("Corran met Tarn Tower. The tower grew. The tower is old.", "Tarn Tower"),
        (f"Corran is a town{LONG}. The tower grew. The tower is old. The tower.", "Corran"),
        ("# Corran\n\nThe tower grew. The tower is old. The tower.", "Corran"),
        ("The mood grew. The mood is old. Corran met.", "Corran"),
        ("Facebook grew. Facebook is old. Corran grew.", "Corran"),
        ("X grew. X is old. Corran grew.", "Corran"),
        ("It grew.", "the topic of the text"),
        ("# Corran Bridge facts\n\nLength: 3 m\nWidth: 2 m\n\nThe Corran Bridge met Corran Bridge.", "Corran Bridge"),
        (
            "# Corran Bridge 1871 Edition\n\nLength: 3 m\nWidth: 2 m\n\nThe Corran Bridge met Corran Bridge.",
            "Corran Bridge",
        ),
        ("# Corran Bridge\n\nLength: 3 m\nWidth: 2 m\n", "Corran Bridge"),
        ("# Old Plan\n\nLength: 3 m\nWidth: 2 m\n\nIt is in Corran. It met Corran.", "Old Plan"),
    ],
)
def test_topics(text: str, expected: str) -> None:
    assert topic(text) == expected


def test_a_noun_counts_for_the_one_thing_of_its_type_named_before() -> None:
    assert points("Corran Bridge met Tarn Hall and Tarn Hall. The bridge grew. The bridge is. It.", "tarn hall") == (
        4.0,
        True,
    )
    assert points("The bridge met Tarn Hall and Tarn Hall. It met Corran Bridge. The bridge is. It.", "tarn hall") == (
        6.0,
        True,
    )
    assert (
        points("Corran Bridge met Lund Bridge, Lund Bridge. The bridge grew. The bridge. It.", "corran bridge")[0]
        == 3.0
    )
