"""How a document names its entities: each count on both sides."""

from __future__ import annotations

from dataclasses import fields

import pytest

from checker.linguistics.salience import DocumentSalience, Salience, TextProfile, salience_of
from tests.linguistics.documents import document, entities

LOCK = "osier lock"
TABLE = "| Place | Width |\n|---|---|\n| Osier Lock | 2 m |\n| Tarn Hall | 3 m |\n"
SHEET = "# Notes\n\nOsier Lock: 3 m\nWidth: 2 m\n"


def salience(written: str) -> DocumentSalience:
    known = entities(written)
    return salience_of(document(written), known.names, known.entities)


COUNTS = [
    ("mentions", "Osier Lock grew.", 1),
    ("mentions", "Osier Lock met Osier Lock. Tarn Hall grew.", 2),
    ("blocks", "Osier Lock grew. Osier Lock aged.", 1),
    ("blocks", "Osier Lock grew. Osier Lock aged.\n\nThen Osier Lock sank.", 2),
    ("first_sentence", "Osier Lock aged.", 0),
    ("first_sentence", "It grew. Osier Lock aged. Osier Lock sank.", 1),
    ("order", "Osier Lock aged. Tarn Hall grew.", 0),
    ("order", "Tarn Hall grew. Osier Lock aged. Osier Lock sank.", 1),
    ("leading", "Osier Lock met Tarn Hall.", 1),
    ("leading", "Tarn Hall met Osier Lock.", 0),
    ("leading", "At Osier Lock it met.", 0),
    ("leading", "At Tarn Hall it met Osier Lock.", 1),
    ("leading", "Osier Lock's gate met it.", 0),
    ("leading", "Osier Lock met Osier Lock.", 1),
    ("opening", "The Osier Lock met it.", 1),
    ("opening", "Then Osier Lock met it.", 0),
    ("prepositional", "It stands at Osier Lock now.", 1),
    ("prepositional", "It stands at the Osier Lock now.", 1),
    ("prepositional", "It stood throughout their Osier Lock now.", 1),
    ("prepositional", "It met Osier Lock now.", 0),
    ("prepositional", "It was at work. Osier Lock met it.", 0),
    ("possessive", "Osier Lock's gate met it.", 1),
    ("possessive", "Osier Lock met it.", 0),
    ("bracketed", "Osier Lock (1871) met it.", 1),
    ("bracketed", "Osier Lock met it (1871).", 0),
    ("defined", "Osier Lock is a gate.", 1),
    ("defined", "Osier Lock met a gate.", 0),
    ("defined", "It grew. It aged. It sank. Osier Lock is a gate.", 1),
    ("defined_early", "It grew. It aged. Osier Lock is a gate.", 1),
    ("defined_early", "It grew. It aged. It sank. Osier Lock is a gate.", 0),
    ("opens_text", "Osier Lock is in the north, and old, so..", True),
    ("opens_text", "Osier Lock is in the north, and old, so.", False),
    ("opens_text", "It is old. Osier Lock is in the north, and old, so..", True),
    ("opens_text", "It is old in the north, and so it was then. Osier Lock is in the north, and old, so..", False),
    ("opens_text", "Then Osier Lock is in the north, and old, so..", False),
    ("titled", "# Osier Lock\n\nIt grew.", 1),
    ("titled", "# Notes\n\nOsier Lock grew.", 0),
    ("title_share", "# Osier Lock\n\nIt grew.", 1.0),
    ("title_share", "# By the Osier Lock so\n\nIt grew.", 0.5),
    ("title_share", "# Notes\n\nOsier Lock grew.", 0.0),
    ("title_whole", "# Osier Lock\n\nIt grew.", True),
    ("title_whole", "# About Osier Lock: facts\n\nIt grew.", True),
    ("title_whole", "# The keepers of Osier Lock\n\nIt grew.", False),
    ("headed", "# Notes\n\n## Osier Lock\n\nIt grew.", 1),
    ("headed", "# Notes\n\n## Gates\n\nOsier Lock grew.", 0),
    ("headed", "# Osier Lock\n\nIt grew.", 0),
    ("heading_share", "# Notes\n\n## Osier Lock\n\nIt grew.", 1.0),
    ("heading_share", "# Notes\n\n## Osier Lock then\n\nIt grew.", 2 / 3),
    ("heading_share", "# Osier Lock\n\nIt grew.", 0.0),
    ("keyed", SHEET, 1),
    ("keyed", "# Notes\n\nPlace: Osier Lock\nWidth: 2 m\n", 0),
    ("in_rows", TABLE, 1),
    ("in_rows", "Osier Lock met 2 m.", 0),
]


@pytest.mark.parametrize(("count", "written", "expected"), COUNTS)
def test_counts(count: str, written: str, expected: float) -> None:
    assert getattr(salience(written).entities[LOCK], count) == pytest.approx(expected)


def test_every_count_has_a_case_on_either_side() -> None:
    public = {field.name for field in fields(Salience) if not field.name.startswith("_")}
    told = {name: {expected for count, _, expected in COUNTS if count == name} for name in public}
    assert {name for name, expected in told.items() if len(expected) < 2} == set()


@pytest.mark.parametrize(
    ("of", "written", "expected"),
    [
        ("sentences", "# Osier Lock\n\nIt grew. It aged.", 2),
        ("sentences", "It grew.", 1),
        ("blocks", "# Osier Lock\n\nIt grew. It aged.", 2),
        ("blocks", "It grew. It aged.", 1),
        ("mentions_of_most", "Osier Lock met Osier Lock. Tarn Hall grew.", 2),
        ("mentions_of_most", "It grew.", 1),
        ("leading_of_most", "Osier Lock met it. Osier Lock aged. Tarn Hall grew.", 2),
        ("leading_of_most", "It grew at Osier Lock.", 1),
        (
            "pronouns",
            "He met her. It grew. They met us.",
            {"person": 0.4, "thing": 0.2, "several": 0.2, "speaker": 0.2},
        ),
        ("pronouns", "Osier Lock grew.", {"person": 0.0, "thing": 0.0, "several": 0.0, "speaker": 0.0}),
        ("definite", "The bridge met the bridge and the mood, and a tower.", {"bridge": 2}),
        ("definite", "Bridges grew.", {}),
        ("titled", "# Osier Lock\n\nIt grew.", True),
        ("titled", "Osier Lock grew.", False),
        ("rows", TABLE, 1),
        ("rows", SHEET, 0),
        ("rows", "- Osier Lock grew.\n- It aged.\n", 0),
        ("rows", "Osier Lock grew. It aged.", 0),
    ],
)
def test_the_whole_text(of: str, written: str, expected: object) -> None:
    assert getattr(salience(written).text, of) == expected


def test_a_text_that_names_nothing() -> None:
    found = salience("It grew. The bridge aged.")
    assert not found.entities
    assert found.text == TextProfile(
        sentences=2, blocks=1, pronouns={"person": 0, "thing": 1, "several": 0, "speaker": 0}, definite={"bridge": 1}
    )
