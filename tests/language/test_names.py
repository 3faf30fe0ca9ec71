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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What opens a sentence or stands alone: months, articles, small and common words.
        ("March Hall", ["Hall"]),
        ("Corran March", ["Corran"]),
        ("The A", []),
        ("Al", []),
        ("AL grew", ["AL"]),
        ("It is Jr", []),
        ("Of Corran", ["Corran"]),
        ("it is Of Corran", ["Of Corran"]),
        ("it is The Corran", ["Corran"]),
        ("Corran of", ["Corran"]),
        ("Corran of the North", ["Corran of the North"]),
        # Two names joined by a small word, or one.
        ("Harbour Valley and Tern Bay", ["Harbour Valley", "Tern Bay"]),
        ("Corran Bridge and Tern Bay", ["Corran Bridge", "Tern Bay"]),
        ("Harbour Old and Bee Cee Dee Eff Gee", ["Harbour Old", "Bee Cee Dee Eff Gee"]),
        ("Harbour Old and Bee Cee Dee Eff", ["Harbour Old and Bee Cee Dee Eff"]),
        ("Tarn and Bee Cee", ["Tarn", "Bee Cee"]),
        ("Mr Old and Tern", ["Mr Old", "Tern"]),
        ("Dr. Ida Old and Tern", ["Dr. Ida Old", "Tern"]),
        ("Norway and Sweden", ["Norway", "Sweden"]),
        ("Old Way and Norway", ["Old Way", "Norway"]),
        ("Old Hall for Boats", ["Old Hall for Boats"]),
        ("Institute for Boats", ["Institute for Boats"]),
        ("Old Way for Boats", ["Old Way", "Boats"]),
        ("Norway Hall and Ways (NHW)", ["Norway Hall and Ways", "NHW"]),
        ("Norway Hall and Ways (see)", ["Norway Hall", "Ways"]),
        ("Norway Hall and Ways (A", ["Norway Hall", "Ways"]),
        # Full stops and possessive marks at the end.
        ("Corran Inc. grew", ["Corran Inc."]),
        ("Corran Ave. grew", ["Corran Ave"]),
        ("Corran's", ["Corran"]),
        ("King's Hall", ["King's Hall"]),
        ("Women 's Hall", ["Women 's Hall"]),
    ],
)
def test_where_a_name_ends(text: str, expected: list[str]) -> None:
    assert [n.text for n in names.find(text)] == expected


@pytest.mark.parametrize(("words", "parts"), [(15, [16]), (16, [16, 1]), (32, [16, 16, 1])])
def test_a_line_of_capitals_is_parted(words: int, parts: list[int]) -> None:
    text = "Corran " * words + "Bay"
    assert [len(n.text.split(" ")) for n in names.find(text)] == parts


@pytest.mark.parametrize("length", [190, 198, 199, 200, 201, 260])
def test_a_long_run_is_read_as_a_short_one(length: int) -> None:
    text = f"In {'C' + 'o' * length} grew. {'Tarn' * 45} Hall and Bay grew."
    assert [n.text for n in names.find(text)] == ["C" + "o" * length, f"{'Tarn' * 45} Hall", "Bay"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("corran bridge", "bridge"),
        ("bridge", "bridge"),
        ("corran of bridge", "bridge"),
        ("museum of art", "building"),
        ("art museum of ships", "building"),
        ("museum for ships", "building"),
        ("hms corran", "ship"),
        ("hms", None),
        ("queen", "person"),
        ("corran queen", None),
        ("bruma plc", "company"),
        ("plc", None),
        ("corran", None),
    ],
)
def test_type_of(key: str, expected: str | None) -> None:
    assert names.type_of(key) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Army", "us army"),
        ("O'Neill & Co.", "oneill and co"),
        ("Al-Qadir", "al qadir"),
        ("Women 's  Hall", "womens hall"),
        ("The The Hall", "hall"),
        ("The", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert names.fold(text) == expected


def test_a_place_has_one_name_for_its_people() -> None:
    known = names.places()
    assert known["norwegian"] == known["norway"] == "norway"
    assert known["oslo"] == "oslo" and "oslo" not in names.countries() and "norway" in names.countries()
    assert known["us"] == known["united states"] and "corran" not in known


def test_keys_are_those_of_the_names_found() -> None:
    text = "Corran met Tarn Hall and the U.S. Army."
    assert names.keys(text) == {n.key for n in names.find(text)} == {"corran", "tarn hall", "us army"}
