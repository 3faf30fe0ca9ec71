"""The features that rank what a document is about: each on both sides."""

from __future__ import annotations

import inspect
import math
from collections import defaultdict
from types import ModuleType

import pytest

from checker.linguistics import title_phrase_features, topic_features
from checker.linguistics.title_phrase_features import TITLE_PHRASE_FEATURES
from checker.linguistics.topic_detection import rank_topics
from checker.linguistics.topic_features import FEATURES, names_of_features
from checker.model.claim import UNNAMED
from tests.linguistics.documents import document, entities

LOCK, BRIDGE, VOSS, TRUST = "osier lock", "osier bridge", "ada voss", "tern valley trust"
LONG = "in the far north of the land"
TABLE = "| Place | Width |\n|---|---|\n| Osier Lock | 2 m |\n| Tarn Hall | 3 m |\n"
SHEET = "\n\nLength: 3 m\nWidth: 2 m\n\n"
PLAN = "# Old plan\n\nIt grew."
LN2 = math.log(2)


def features(written: str, key: str) -> dict[str, float]:
    """The features of one candidate."""
    known = entities(written)
    ranked = rank_topics(document(written), known.names, known.entities)
    return dict(next(one.features for one in ranked if one.entity.key == key))


CASES = [
    # how often and how widely
    ("share_of_mentions", "Osier Lock grew. Tarn Hall met Tarn Hall.", LOCK, 0.5),
    ("share_of_mentions", "Tarn Hall grew. Osier Lock met Osier Lock.", LOCK, 1),
    ("named_most", "Osier Lock grew. Tarn Hall met Tarn Hall.", LOCK, 0),
    ("named_most", "Osier Lock grew. Tarn Hall aged.", LOCK, 1),
    ("mentions", "Osier Lock met Osier Lock.", LOCK, LN2),
    ("mentions", "Osier Lock grew.", LOCK, 0),
    ("named_once", "Osier Lock met Osier Lock.", LOCK, 0),
    ("named_once", "Osier Lock grew.", LOCK, 1),
    ("spread", "Osier Lock grew.\n\nIt aged.", LOCK, 0.5),
    ("spread", "Osier Lock grew.\n\nOsier Lock aged.", LOCK, 1),
    # how early
    ("order", "Osier Lock grew. Tarn Hall aged.", LOCK, 1),
    ("order", "Tarn Hall grew. Osier Lock aged.", LOCK, 0.5),
    ("first_sentence", "Osier Lock grew. It aged.", LOCK, 1),
    ("first_sentence", "It grew. Osier Lock aged.", LOCK, 0.5),
    ("opens_text", f"Osier Lock was {LONG}.", LOCK, 1),
    ("opens_text", f"Then Osier Lock was {LONG}.", LOCK, 0),
    ("opens_and_is_defined", f"Osier Lock is a gate {LONG}.", LOCK, 1),
    ("opens_and_is_defined", f"Osier Lock was {LONG}.", LOCK, 0),
    ("opens_and_is_defined", f"It was {LONG}, and it was old. Osier Lock is a gate.", LOCK, 0),
    ("defined", "It grew. It aged. It sank. Osier Lock is a gate.", LOCK, 1),
    ("defined", "Osier Lock met a gate.", LOCK, 0),
    ("defined_early", "It grew. It aged. Osier Lock is a gate.", LOCK, 1),
    ("defined_early", "It grew. It aged. It sank. Osier Lock is a gate.", LOCK, 0),
    # in which places
    ("leads_sentences", "Osier Lock grew. Tarn Hall grew. Tarn Hall aged.", LOCK, 0.5),
    ("leads_sentences", "It grew at Osier Lock.", LOCK, 0),
    ("share_of_sentences_led", "Osier Lock grew. It aged.", LOCK, 0.5),
    ("share_of_sentences_led", "It aged at Osier Lock.", LOCK, 0),
    ("opens_sentences", "Osier Lock grew. It aged.", LOCK, LN2),
    ("opens_sentences", "Then Osier Lock aged.", LOCK, 0),
    ("behind_prepositions", "It aged at Osier Lock. It met Osier Lock.", LOCK, 0.5),
    ("behind_prepositions", "It met Osier Lock.", LOCK, 0),
    ("possessive", "Osier Lock's gate aged. It met Osier Lock.", LOCK, 0.5),
    ("possessive", "It met Osier Lock.", LOCK, 0),
    ("bracketed", "Osier Lock (1871) aged.", LOCK, 1),
    ("bracketed", "Osier Lock aged (1871).", LOCK, 0),
    ("in_title", "# Osier Lock\n\nIt grew.", LOCK, 1),
    ("in_title", "# Notes\n\nOsier Lock grew.", LOCK, 0),
    ("in_title_and_again", "# Osier Lock\n\nOsier Lock grew.", LOCK, 1),
    ("in_title_and_again", "# Osier Lock\n\nIt grew.", LOCK, 0),
    ("in_title_and_again", "Osier Lock grew.", LOCK, 0),
    ("share_of_title", "# By the Osier Lock so\n\nIt grew.", LOCK, 0.5),
    ("share_of_title", "Osier Lock grew.", LOCK, 0),
    ("is_title", "# About Osier Lock\n\nIt grew.", LOCK, 1),
    ("is_title", "# By the Osier Lock so\n\nIt grew.", LOCK, 0),
    ("is_title_and_again", "# Osier Lock\n\nOsier Lock grew.", LOCK, 1),
    ("is_title_and_again", "# Osier Lock\n\nIt grew.", LOCK, 0),
    ("is_title_and_again", "# By the Osier Lock so\n\nOsier Lock grew.", LOCK, 0),
    ("in_headings", "# Notes\n\n## Osier Lock\n\nIt grew.", LOCK, 1),
    ("in_headings", "# Notes\n\n## Gates\n\nOsier Lock grew.", LOCK, 0),
    ("only_in_headings", "# Notes\n\n## Osier Lock\n\nIt grew.", LOCK, 1),
    ("only_in_headings", "# Notes\n\nOsier Lock: 3 m\nWidth: 2 m\n", LOCK, 1),
    ("only_in_headings", "# Notes\n\n## Osier Lock\n\nOsier Lock grew.", LOCK, 0),
    ("is_heading", "# Notes\n\n## At Corran\n\nIt grew.", "corran", 1),
    ("is_heading", "# Notes\n\n## Its Corran\n\nIt grew.", "corran", 0),
    ("is_heading", "Corran grew.", "corran", 0),
    ("in_labels", "# Notes\n\nOsier Lock: 3 m\nWidth: 2 m\n", LOCK, 1),
    ("in_labels", "# Notes\n\nPlace: Osier Lock\nWidth: 2 m\n", LOCK, 0),
    ("in_rows", TABLE, LOCK, 1),
    ("in_rows", "Osier Lock grew.", LOCK, 0),
    ("untitled", "# Notes\n\nOsier Lock grew.", LOCK, 1),
    ("untitled", "# Osier Lock\n\nIt grew.", LOCK, 0),
    ("untitled", "Osier Lock grew.", LOCK, 0),
    # what it is
    ("agent", "Norway grew.", "norway", 1),
    ("agent", "Osier Lock grew.", LOCK, 0),
    ("place", "Corran is a town.", "corran", 1),
    ("place", "Osier Lock grew.", LOCK, 0),
    ("known_place", "Norway grew.", "norway", 1),
    ("known_place", "Corran is a town.", "corran", 0),
    ("country", "Norway grew.", "norway", 1),
    ("country", "Corran is a town.", "corran", 0),
    ("person", "Ada Voss grew.", VOSS, 1),
    ("person", "Osier Bridge grew.", BRIDGE, 0),
    ("of_no_type", "Corran grew.", "corran", 1),
    ("of_no_type", "Corran is a town.", "corran", 0),
    ("people", "Then Norwegian grew.", "norwegian", 1),
    ("people", "Corran grew.", "corran", 0),
    ("keeper", "Then Google grew.", "google", 1),
    ("keeper", "Corran grew.", "corran", 0),
    ("reporter", "Then Metacritic grew.", "metacritic", 1),
    ("reporter", "Corran grew.", "corran", 0),
    ("census", "Then the Corran Census grew.", "corran census", 1),
    ("census", "Corran grew.", "corran", 0),
    # how it is written
    ("words", "Corran grew.", "corran", 0.25),
    ("words", "The Wren Institute of Dyeing grew.", "wren institute of dyeing", 1),
    ("words", "The Wren Institute of Old Dyeing grew.", "wren institute of old dyeing", 1),
    ("several_words", "Corran grew.", "corran", 0),
    ("several_words", "Osier Lock grew.", LOCK, 1),
    ("ordinary_words", "Corran grew.", "corran", 0),
    ("ordinary_words", "Osier Bridge grew.", BRIDGE, 0.5),
    ("ordinary_words", "The Old Bridge grew.", "old bridge", 1),
    ("only_ordinary_words", "The Old Bridge grew.", "old bridge", 1),
    ("only_ordinary_words", "Osier Bridge grew.", BRIDGE, 0),
    ("of_the_document", "The Osier Report grew.", "osier report", 1),
    ("of_the_document", "Osier Bridge grew.", BRIDGE, 0),
    ("of_the_document_and_again", "The Osier Report grew. The Osier Report aged.", "osier report", 1),
    ("of_the_document_and_again", "The Osier Report grew.", "osier report", 0),
    ("of_the_document_and_again", "Osier Bridge grew. Osier Bridge aged.", BRIDGE, 0),
    ("one_letter", "Then the X grew. The X of Corran aged.", "x", 1),
    ("one_letter", "Corran grew.", "corran", 0),
    ("all_capitals", "Then the TVT grew.", "tvt", 1),
    ("all_capitals", "The Tern Valley Trust (TVT) grew.", TRUST, 0),
    ("all_capitals", "Then the X grew. The X of Corran aged.", "x", 0),
    ("digits", "Then Mill4 grew.", "mill4", 1),
    ("digits", "Corran grew.", "corran", 0),
    ("spellings", "Osier Lock grew.", LOCK, 1 / 3),
    ("spellings", "Osier Lock met the Osier Lock. OSIER LOCK.", LOCK, 2 / 3),
    ("acronym", "The Tern Valley Trust (TVT) grew.", TRUST, 1),
    ("acronym", "The Tern Valley Trust grew.", TRUST, 0),
    # what else the text calls it
    ("person_and_pronouns", "Ada Voss grew. She aged. It was.", VOSS, 0.5),
    ("person_and_pronouns", "Ada Voss grew. It was.", VOSS, 0),
    ("person_and_pronouns", "Osier Bridge grew. She aged.", BRIDGE, 0),
    ("no_person_and_pronouns", "Osier Bridge grew. She aged.", BRIDGE, 1),
    ("no_person_and_pronouns", "Osier Bridge grew. It aged.", BRIDGE, 0),
    ("no_person_and_pronouns", "Ada Voss grew. She aged.", VOSS, 0),
    ("no_person_and_pronouns", "Corran grew. She aged.", "corran", 0),
    ("thing_and_pronouns", "Osier Bridge grew. It aged. She sank.", BRIDGE, 0.5),
    ("thing_and_pronouns", "Osier Bridge grew. She aged.", BRIDGE, 0),
    ("thing_and_pronouns", "Corran is a town. It aged.", "corran", 0),
    ("thing_and_pronouns", "Corran grew. It aged.", "corran", 0),
    ("person_and_it", "Ada Voss grew. It was.", VOSS, 1),
    ("person_and_it", "Ada Voss grew. She was.", VOSS, 0),
    ("person_and_it", "Osier Bridge grew. It was.", BRIDGE, 0),
    ("person_and_we", "Ada Voss grew. We saw.", VOSS, 1),
    ("person_and_we", "Ada Voss grew. She saw.", VOSS, 0),
    ("person_and_we", "Osier Bridge grew. We saw.", BRIDGE, 0),
    ("body_and_we", "Osier Bridge grew. We saw.", BRIDGE, 1),
    ("body_and_we", "Osier Bridge grew. It saw.", BRIDGE, 0),
    ("body_and_we", "Corran is a town. We saw.", "corran", 0),
    ("body_and_we", "Ada Voss grew. We saw.", VOSS, 0),
    ("called_by_its_type", "Osier Bridge grew. The bridge aged. The span sank.", BRIDGE, math.log(3)),
    ("called_by_its_type", "Osier Bridge grew. The dam aged.", BRIDGE, 0),
    ("called_by_its_type", "Corran grew. The bridge aged.", "corran", 0),
    ("called_by_its_noun", "Osier Bridge grew. The bridge aged.", BRIDGE, LN2),
    ("called_by_its_noun", "Osier Bridge grew. The span aged.", BRIDGE, 0),
    # a sheet of labelled lines
    ("titles_sheet", f"# Old Plan{SHEET}It is.", "old plan", 1),
    ("titles_sheet", f"# Corran Bridge facts{SHEET}The Corran Bridge met Corran Bridge.", "corran bridge", 1),
    ("titles_sheet", "# Corran Bridge\n\nIt is.", "corran bridge", 0),
    ("titles_sheet", f"# Corran Bridge facts{SHEET}It grew.", "corran bridge", 0),
    # a title that is no name
    ("title_phrase", PLAN, "old plan", 1),
    ("title_phrase", "# Osier Lock\n\nIt grew.", LOCK, 0),
    ("title_phrase_whole", PLAN, "old plan", 1),
    ("title_phrase_whole", "# About the old plan\n\nIt grew.", "old plan", 0),
    ("title_phrase_again", PLAN, "old plan", 0),
    ("title_phrase_again", "# Old plan\n\nThe old plan grew.", "old plan", LN2),
    ("title_phrase_head_again", "# Old plan\n\nThe plan grew. A plan aged.", "old plan", math.log(3)),
    ("title_phrase_head_again", PLAN, "old plan", 0),
    ("title_phrase_words", PLAN, "old plan", 1 / 3),
    ("title_phrase_words", "# One two three four five six\n\nIt grew.", "one two three four five six", 1),
    ("title_phrase_word", "# lamps\n\nCorran grew.", "lamps", 1),
    ("title_phrase_word", PLAN, "old plan", 0),
    ("title_phrase_verb", "# Mending nets\n\nIt grew.", "mending nets", 1),
    ("title_phrase_verb", PLAN, "old plan", 0),
    ("title_phrase_named", "# Corran plan\n\nThen Corran grew.", "corran plan", 1),
    ("title_phrase_named", "# Old plan\n\nThen Corran grew.", "old plan", 0),
    ("title_phrase_plural", "# Old plans\n\nIt grew.", "old plans", 1),
    ("title_phrase_plural", PLAN, "old plan", 0),
    ("title_phrase_ordinary", PLAN, "old plan", 1),
    ("title_phrase_ordinary", "# Osier plan\n\nIt grew.", "osier plan", 0),
    ("title_phrase_of_the_document", PLAN, "old plan", 1),
    ("title_phrase_of_the_document", "# Rope walk\n\nIt grew.", "rope walk", 0),
    ("title_phrase_unnamed", "# Old plan\n\nThen Corran met Corran.", "old plan", 1),
    ("title_phrase_unnamed", "# Old plan\n\nThen Corran met Corran. Corran aged.", "old plan", 0),
    # nothing that has a name
    ("nobody", "Corran grew.", UNNAMED, 1),
    ("nobody", "Corran grew.", "corran", 0),
    ("nobody_in_untitled", "It grew.", UNNAMED, 1),
    ("nobody_in_untitled", PLAN, UNNAMED, 0),
    ("nobody_named_twice", "Corran grew.", UNNAMED, 1),
    ("nobody_named_twice", "Corran met Corran.", UNNAMED, 0),
    ("nobody_but_a_noun", "The tower grew. The tower aged.", UNNAMED, math.log(3)),
    ("nobody_but_a_noun", "Tarn Tower met. The tower grew. The tower aged.", UNNAMED, 0),
    ("nobody_in_tables", "| Lofts | Rams | Ewes |\n|---|---|---|\n| oak | 3 | 4 |\n| elm | 5 | 6 |\n", UNNAMED, 1),
    ("nobody_in_tables", SHEET, UNNAMED, 0),
    ("nobody_in_tables", "Corran grew.", UNNAMED, 0),
    ("nobody_but_a_noun", "The mood grew. The mood aged.", UNNAMED, 0),
]


@pytest.mark.parametrize(("feature", "written", "key", "expected"), CASES)
def test_features(feature: str, written: str, key: str, expected: float) -> None:
    assert features(written, key).get(feature, 0) == pytest.approx(expected)


def test_every_feature_has_a_case_on_either_side() -> None:
    told: dict[str, set[float]] = defaultdict(set)
    for feature, _, _, expected in CASES:
        told[feature].add(expected)
    assert told.keys() == names_of_features()
    assert {feature for feature, expected in told.items() if len(expected) < 2} == set()


@pytest.mark.parametrize(
    ("module", "listed", "others"),
    [
        (topic_features, FEATURES, {"of_nobody", "values_of", "names_of_features"}),
        (title_phrase_features, TITLE_PHRASE_FEATURES, {"of_phrase"}),
    ],
)
def test_every_public_function_is_a_listed_feature(
    module: ModuleType, listed: tuple[object, ...], others: set[str]
) -> None:
    here = {name for name, it in inspect.getmembers(module, inspect.isfunction) if it.__module__ == module.__name__}
    names = [function.__name__ for function in listed if inspect.isfunction(function)]
    assert set(names) == {name for name in here if not name.startswith("_")} - others
    assert len(names) == len(set(names))
