"""Which capitals are names, which of them are one entity, and what each entity is."""

from __future__ import annotations

import pytest

from checker.language import names as naming
from checker.linguistics.document_entities import candidates_of
from checker.linguistics.entity_clusters import EntityIndex
from checker.linguistics.entity_recognition import home_of
from tests.linguistics.documents import document, entities, entity


def groups(text: str, first: int = 0) -> dict[str, set[str]]:
    """The spellings of each entity, by its key, before any is typed."""
    plain = "x" * first + text
    index = EntityIndex({})
    index.learn(plain, naming.find(plain))
    return {key: found.spellings for key, found in index.by_key.items()}


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("Tern Valley Trust (TVT) grew. TVT closed.", "tern valley trust", "TVT"),
        ("The Tern Valley Trust grew. TVT closed.", "tern valley trust", "TVT"),
        ("Ada Corran met Ada M. Corran.", "ada m corran", "Ada Corran"),
        ("Ada Corran met Ada Mary Jane Corran.", "ada mary jane corran", "Ada Corran"),
        ("The City of Lundby grew. Lundby is old.", "lundby", "City of Lundby"),
        ("Corran Bridge opened. Corran grew.", "corran bridge", "Corran"),
        ("Corran Bridge opened. Corran is a bridge.", "corran bridge", "Corran"),
        ("Ada Corran grew. Corran left.", "ada corran", "Corran"),
        ("Ada Mary Jane Corran grew. Corran left.", "ada mary jane corran", "Corran"),
        ("HMS Corran sank. Corran was old.", "hms corran", "Corran"),
        ("HMS Tarn Corran sank. Tarn Corran was old.", "hms tarn corran", "Tarn Corran"),
        ("Corran Mill, also known as Tarn Works, grew.", "corran mill", "Tarn Works"),
    ],
)
def test_one_entity(text: str, long: str, short: str) -> None:
    found = groups(text)
    assert list(found) == [long] and len(found[long]) == 2 and short in found[long]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Tern Valley Trust and the Tarn Village Tower grew. TVT closed.", "tvt"),
        ("Tern Valley grew. TV closed.", "tv"),
        ("Ada Corran met Ada Mary Jane Hay Corran.", "ada corran"),
        ("Ada Corran met Ida Corran.", "ada corran"),
        ("Ada Mary Corran met Ada Jane Corran.", "ada mary corran"),
        ("Ada Corran Bridge met Ada Mary Corran Bridge.", "ada corran bridge"),
        ("Lundby Corran Bridge opened. Corran Bridge opened.", "corran bridge"),
        ("Corran Bridge and Corran Hall opened. Corran grew.", "corran"),
        ("Corran Bridge opened. Corran is a town.", "corran"),
        ("Ada Corran left. Corran is a town.", "corran"),
        ("Ada Mary Jane Hay Corran grew. Corran left.", "corran"),
        ("Norway, also known as Tarn Works, grew.", "tarn works"),
        ("Norway Bridge opened. Norway grew.", "norway"),
    ],
)
def test_another_entity(text: str, key: str) -> None:
    found = groups(text)
    assert len(found) > 1 and len(found[key]) == 1


@pytest.mark.parametrize(("first", "one"), [(198, True), (199, False)])
def test_a_surname_is_the_persons_whom_a_text_opens_with(first: int, one: bool) -> None:
    found = groups(" Ada Corran met Ida Corran. Corran left.", first=first)
    assert ("Corran" in found["ada corran"]) == one == ("corran" not in found)


def test_a_short_form_is_counted_with_the_long_one() -> None:
    found = entity("Ada Corran left. Then Corran met Lund Bridge, and Corran fell.", "ada corran")
    assert (found.count, found.first) == (3, 0)
    assert entity("Lund Bridge fell. TVT and Tern Valley Trust met.", "tern valley trust").first == len(
        "Lund Bridge fell. "
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats left, and boats fell.", []),
        ("Boats left, and ferries fell.", ["Boats"]),
        ("Boats are here, and Boats left the boats.", ["Boats", "Boats"]),
        ("Inspections | 5,312 | 2\nTests | 4 | 5\n", []),
        ("Nationwide, it grew. Corran grew.", ["Corran"]),
        ("Nationwide is old.", ["Nationwide"]),
        ("Annually, it grew.", []),
        ("Open to it.", []),
        ("Norway grew, and norway fell.", ["Norway"]),
        ("CORRAN grew, and corran fell.", ["CORRAN"]),
        ("Corran Bridge grew.", ["Corran Bridge"]),
        ("It is old.\n\n## Notes\n\nIt is notes.", []),
    ],
)
def test_capitals_that_may_be_names(text: str, expected: list[str]) -> None:
    assert [name.text for name, _, _ in candidates_of(document(text))] == expected


@pytest.mark.parametrize(("times", "expected"), [(1, set()), (2, {"norway"}), (3, {"norway"})])
def test_a_country_is_home_from_twice_on(times: int, expected: set[str]) -> None:
    assert home_of(naming.find("Norway, " * times)) == expected


@pytest.mark.parametrize(("times", "expected"), [(6, set()), (7, {"norway"}), (8, {"norway"})])
def test_a_country_is_home_where_it_is_named_often_enough(times: int, expected: set[str]) -> None:
    assert home_of(naming.find("Corran, " * 20 + "Norway, " * times)) == expected


def test_a_city_is_no_home_and_a_people_is() -> None:
    assert home_of(naming.find("Oslo, Oslo, Oslo")) == frozenset()
    assert home_of(naming.find("Norway, Norwegian, Sweden")) == {"norway"}


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("Tarn is a bridge. Tarn fell.", "tarn", "bridge"),
        ("Tarn fell. Tarn is a bridge, and Tarn is a ship.", "tarn", "bridge"),
        ("Lund, Norway, is old.", "lund", "place"),
        ("It is in Lund, Norway.", "lund", None),
        ("Lund and Norway are old.", "lund", None),
        ("Ada Lund, Norway, is old.", "ada lund", None),
        ("Norway is a bridge.", "norway", "place"),
        ("Dr. Ida Lund grew.", "ida lund", "person"),
        ("The ferry Lucinda sank.", "lucinda", "ship"),
        ("Steamer Corran Queen sank.", "corran queen", "ship"),
        ("The Corran bridge is old.", "corran", "bridge"),
        ("The Corran station is old.", "corran", "building"),
        ("Corran, a bridge, fell.", "corran", "bridge"),
        ("Corran Bridge, a ship, fell.", "corran bridge", "bridge"),
    ],
)
def test_types(text: str, key: str, expected: str | None) -> None:
    assert entity(text, key).type == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corran (Ohio) is old.", {"ohio"}),
        ("It is in Corran (Ohio).", set()),
        ("Corran (Ohio) is Corran (Lund).", {"ohio"}),
    ],
)
def test_qualifiers_stand_where_a_sentence_opens(text: str, expected: set[str]) -> None:
    assert entity(text, "corran").qualifiers == expected


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Tarn College was founded in 1871 as the Hill Seminary.", True),
        ("Tarn College was formerly known as the Hill Seminary.", True),
        ("Tarn College is old. The college was founded as Hill Seminary.", True),
        ("Tarn College is old. It was founded. It is seen as Hill Seminary.", False),
        ("Tarn College is old. Tarn College met Lund Bridge, founded in 1871 as the Hill Bridge.", False),
        ("Tarn College is old. Tarn College has Lund, founded in 1871 as the Hill Seminary.", True),
        (f"Tarn College is old. Tarn College was founded {'x' * 79} as Hill Seminary.", True),
        (f"Tarn College is old. Tarn College was founded {'x' * 81} as Hill Seminary.", False),
    ],
)
def test_the_name_that_something_bore_first(text: str, joined: bool) -> None:
    spellings = entity(text, "tarn college").spellings
    assert spellings - {"Tarn College"} == ({"Hill Seminary"} if joined else set())


def test_the_rows_of_a_table_have_the_type_over_them() -> None:
    rows = "| Tarn | 90 m | 1871 |\n| Lund | 40 m | 1872 |\n"
    text = f"Tarn is old, and so is Tarn.\n\n| Bridge | Length | Year |\n|---|---|---|\n{rows}"
    assert entity(text, "tarn").type == "bridge"
    assert entity(text.replace("Bridge", "Remark"), "tarn").type is None


def test_one_entity_is_the_topic() -> None:
    known = entities("# Corran Bridge\n\nCorran Bridge met Tarn Hall.")
    assert known.beginning.topic is known.entities.by_key["corran bridge"]
    assert [entity.name for entity in known.entities.by_key.values() if entity.topic] == ["Corran Bridge"]
