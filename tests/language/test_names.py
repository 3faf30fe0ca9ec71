"""Names: what a capital run holds, and what it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language import acronyms, names, verbs, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Northwind Maritime Museum opened in May.", ["Northwind Maritime Museum"]),
        ("In March the Duchess of Corran left Port Ellery.", ["Duchess of Corran", "Port Ellery"]),
        ("The boats from Norway and Sweden met.", ["Norway", "Sweden"]),
        ("The School of Tides and Winds (STW) is small.", ["School of Tides and Winds", "STW"]),
        ("Calder College and Tarn University share a library.", ["Calder College", "Tarn University"]),
        ("J. R. Marlow Jr. built it.", ["J. R. Marlow Jr."]),
        ("Nothing here is named.", []),
        ("The Women's Institute met at King's College.", ["Women's Institute", "King's College"]),
        ("They watched Tomorrow 's World there.", ["Tomorrow 's World"]),
        ("The ship bore the King's flag and Norway's.", ["King", "Norway"]),
        ("However, nobody came.", []),
        ("In 1990 the New Harbour Bridge was shut.", ["New Harbour Bridge"]),
        ("It joined the U.S. Army in Al-Qadir.", ["U.S. Army", "Al-Qadir"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert [n.text for n in names.find(text)] == expected


@given(st.text(max_size=80))
def test_every_name_stands_where_it_says(text: str) -> None:
    for name in names.find(text):
        assert text[name.start : name.end] == name.text
        assert name.key == names.fold(name.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Harbour Rescue Exchange (HRE) began", [("HRE", "Harbour Rescue Exchange")]),
        ("the Institute of Tidal Studies (ITS) began", [("ITS", "Institute of Tidal Studies")]),
        ("the Harbour Rescue Exchange (see page 4)", []),
        ("the Harbour Rescue Exchange (XQZ)", []),
        ("small boats (SB)", []),
    ],
)
def test_acronyms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.acronym, d.expansion) for d in acronyms.find(text)] == expected


@pytest.mark.parametrize(
    ("base", "form", "tag"),
    [
        ("establish", "established", "ed"),
        ("create", "creating", "ing"),
        ("begin", "began", "past"),
        ("begin", "begun", "participle"),
        ("build", "built", "ed"),
        ("carry", "carries", "third"),
        ("stop", "stopped", "ed"),
        ("enrol", "enrolled", "ed"),
    ],
)
def test_verb_forms(base: str, form: str, tag: str) -> None:
    assert verbs.forms(base)[form] == tag


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("countries", "country"),
        ("classes", "class"),
        ("people", "person"),
        ("workmen", "workman"),
        ("bus", "bus"),
        ("series", "series"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert words.singular(plural) == one


def test_counted_nouns_of_one_class() -> None:
    assert words.noun_class("nations") == words.noun_class("countries")
    assert words.noun_class("ships") != words.noun_class("countries")


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for word in words.words(text, 0, len(text)):
        assert text[word.start : word.end] == word.text
