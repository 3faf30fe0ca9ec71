"""Names lead to one thing across documents, and what tells namesakes apart keeps them apart."""

from __future__ import annotations

import pytest

from checker.comparison.entity_resolution import common_topic, identify, is_namesake
from checker.model.claim import Entity, Record
from checker.model.document import Source
from checker.model.rule import EntityEntry
from tests.comparison.stated import named
from tests.readings import report


def subjects(*texts: str) -> list[set[str]]:
    """The subjects' ids of each text's claims, source by source."""
    told = report(*texts)
    return [
        {claim.subject.text for claim in told.claims if claim.source == checked.source.id} for checked in told.sources
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Corran Trust was founded in 1911.", "Parliament set up the Corran Trust in 1911."),
        ("The Inland Ports Agency (IPA) was created in 1949.", "The Inland Ports Agency was created in 1949."),
        ("The Inland Ports Agency (IPA) was created in 1949.", "The IPA was created in 1949."),
        ("The Harrow Exchange Program was created in 1976.", "The Harrow Exchange was created in 1976."),
        ("The Harrow Exchange Programme was created in 1976.", "The Harrow Exchange was created in 1976."),
        ("The U.S. Inland Ports Agency was created in 1949.", "The Inland Ports Agency was created in 1949."),
        ("CALDER COLLEGE was founded in 1871.", "Calder College was founded in 1871."),
        ("Dr. Clara Voss was born in 1901.", "Clara Voss was born in 1901."),
        ("The SS Tarn Queen was a liner launched in 1909.", "The Tarn Queen was a liner launched in 1909."),
        ("Chief Engineer Clara Voss was born in 1901.", "Clara Voss was born in 1901."),
        ("Clara Voss was a painter. Voss was born in 1901.", "Clara Voss was born in 1901."),
        ("The Pell Museum opened in 1932.", "It is a fine museum. The Pell Museum opened in 1932."),
        ("Saint Ida's Church was built in 1431.", "St. Ida's Church was built in 1431."),
        ("The Harlow Bridge opened in 1907.", "# Harlow Bridge\n\nThe bridge crosses the Tern.\n\nOpened: 1907\n"),
        ("The Marlow-Pike Prize was created in 1979.", "The Marlow–Pike Prize was created in 1979."),
        ("Ida Clara Ann Voss was born in 1901.", "Clara Ann Voss was born in 1901."),
        ("Otto Park was born in 1901.", "Otto Park had 300 pupils."),
    ],
)
def test_one_thing(left: str, right: str) -> None:
    first, second = subjects(left, right)
    assert first & second


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Corran Trust was founded in 1911.", "The Pelham Trust was founded in 1924."),
        ("Clara Voss was born in 1901.", "Otto Voss was born in 1905."),
        ("Calder College was founded in 1871.", "Calder Hill College was founded in 1902."),
        ("The Harlow Bridge was opened in 1907.", "The Harlow Tunnel was opened in 1911."),
        ("The Lund Line was founded in 1931.", "Lund was founded in 1204."),
        ("Bennington, Ohio, was settled in 1806.", "Bennington, Kansas, was settled in 1871."),
        ("Bennington (Ohio) was settled in 1806.", "Bennington (Kansas) was settled in 1871."),
        ("The University of Lundby was founded in 1604.", "The University of Pell was founded in 1871."),
        ("Pell High School was opened in 1931.", "Pell Primary School was opened in 1908."),
        ("The First Tern Bridge was opened in 1807.", "The Second Tern Bridge was opened in 1907."),
        ("The Osier Club was founded in 1868.", "The Osier Club of Pell was founded in 1901."),
    ],
)
def test_two_things(left: str, right: str) -> None:
    first, second = subjects(left, right)
    assert first
    assert second
    assert not first & second


def record(source: str, *entities: Entity) -> Record:
    return Record(Source(source), entities, ())


TRUST = Entity("corran_trust", "Corran Trust", ("The Corran Trust",), "organisation", topic=True)
AGENCY = Entity("inland_ports_agency", "Inland Ports Agency", ("IPA",), "agency", topic=True)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (TRUST, TRUST, True),
        (TRUST, AGENCY, False),
        (AGENCY, Entity("ipa", "IPA"), True),
        (AGENCY, Entity("ports_agency", "Ports Agency"), False),
        (Entity("lundby", "Lundby", (), "place"), Entity("lundby", "Lundby", (), "place"), True),
        (Entity("marlow", "Marlow", (), "place"), Entity("marlow", "Marlow", (), "person"), False),
        (
            Entity("bennington", "Bennington", (), "place", qualifiers=("ohio",)),
            Entity("bennington", "Bennington", (), "place", qualifiers=("kansas",)),
            False,
        ),
        (
            Entity("bennington", "Bennington", (), "place", qualifiers=("ohio", "tern county")),
            Entity("bennington", "Bennington", (), "place", qualifiers=("ohio",)),
            True,
        ),
        (
            Entity("bennington", "Bennington", (), "place", qualifiers=("ohio",)),
            Entity("bennington", "Bennington"),
            True,
        ),
    ],
)
def test_identify(left: Entity, right: Entity, one: bool) -> None:
    identity = identify([record("a", left), record("b", right)])
    assert (identity.ids["a", left.id] == identity.ids["b", right.id]) is one
    turned = identify([record("b", right), record("a", left)])
    assert (turned.ids["a", left.id] == turned.ids["b", right.id]) is one


def test_every_entity_gets_an_id_and_a_name() -> None:
    identity = identify([record("a", TRUST, AGENCY), record("b", AGENCY), record("c")])
    assert set(identity.ids) == {("a", "corran_trust"), ("a", "inland_ports_agency"), ("b", "inland_ports_agency")}
    assert set(identity.ids.values()) == set(identity.names) == set(identity.entities)
    assert identity.names["inland_ports_agency"] == "Inland Ports Agency (IPA)"
    assert [source for source, _ in identity.entities["inland_ports_agency"]] == ["a", "b"]


def test_one_document_s_two_things_are_not_joined_through_another() -> None:
    """Two Benningtons of one text stay two, whatever a third text calls simply Bennington."""
    ohio = Entity("bennington_ohio", "Bennington, Ohio", ("Bennington",), "place")
    kansas = Entity("bennington_kansas", "Bennington, Kansas", ("Bennington",), "place")
    identity = identify([record("a", ohio, kansas), record("b", Entity("bennington", "Bennington", (), "place"))])
    assert identity.ids["a", "bennington_ohio"] != identity.ids["a", "bennington_kansas"]


SHIP = Entity("ss_tarn_queen", "SS Tarn Queen", (), "ship")


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (Entity("park", "Otto Park", (), "person"), Entity("park", "Otto Park", (), "structure"), False),
        (Entity("otto_park", "Otto Park", (), "person"), Entity("otto_park", "Otto Park", (), "park"), True),
        (Entity("otto_park", "Otto Park", (), "park"), Entity("otto_park", "Otto Park", (), "person"), True),
        (Entity("otto_park", "Otto Park", (), "person"), Entity("otto_park", "Otto Park", (), "company"), False),
        (Entity("x", "Otto Park", (), "person"), Entity("y", "Otto Park", (), "park"), False),
        (Entity("otto_park", "Otto Park", (), "company"), Entity("otto_park", "Otto Park", (), "agency"), True),
        (Entity("otto_park", "Otto Park", (), "company"), Entity("otto_park", "Otto Park", (), "place"), False),
        (SHIP, Entity("hms_tarn_queen", "HMS Tarn Queen", (), "ship"), False),
        (SHIP, SHIP, True),
        (SHIP, Entity("tarn_queen", "Tarn Queen", (), "ship"), True),
        (Entity("unnamed", "the Tarn Mill"), Entity("unnamed", "the Tarn Mill"), False),
    ],
)
def test_what_tells_namesakes_apart(left: Entity, right: Entity, one: bool) -> None:
    for first, second in ((left, right), (right, left)):
        identity = identify([record("a", first), record("b", second)])
        assert (identity.ids["a", first.id] == identity.ids["b", second.id]) is one


def test_namesakes_are_numbered_and_the_usual_name_is_shown() -> None:
    kansas, ohio = (Entity("bennington", "Bennington", (), "place", qualifiers=(of,)) for of in ("kansas", "ohio"))
    identity = identify([record("a", kansas), record("b", ohio), record("c", ohio)])
    assert sorted(set(identity.ids.values())) == ["bennington", "bennington~2"]
    assert identity.ids["b", "bennington"] == identity.ids["c", "bennington"]
    names = ("Tarn Weir", "TARN WEIR", "TARN WEIR", "The Tarn Weir")
    for many, shown in ((3, "TARN WEIR"), (4, "TARN WEIR"), (2, "TARN WEIR"), (1, "Tarn Weir")):
        entities = [Entity("tarn_weir", name, ("TW",)) for name in names[:many]]
        found = identify([record("abcd"[n], entity) for n, entity in enumerate(entities)])
        assert found.names["tarn_weir"] == (f"{shown} (TW)" if not shown.isupper() else shown)


def test_of_two_ids_the_commoner_is_chosen_then_the_longer() -> None:
    long, short = Entity("tarn_weir_club", "Tarn Weir Club", ("TWC",)), Entity("twc_club", "TWC Club", ("TWC",))
    assert set(identify([record("a", long), record("b", short)]).ids.values()) == {"tarn_weir_club"}
    assert set(identify([record("a", long), record("b", short), record("c", short)]).ids.values()) == {"twc_club"}
    assert identify([record("a", long), record("b", short)]).names == {"tarn_weir_club": "Tarn Weir Club (TWC)"}
    same = Entity("twc_club", "Tarn TWC", ("TWC", "TC"))
    assert identify([record("a", same)]).names == {"twc_club": "Tarn TWC (TC)"}


def test_a_name_that_two_things_of_one_text_have_joins_by_the_id_alone() -> None:
    club = Entity("osier_club", "Osier Club", ("OCL",))
    league = Entity("osier_league", "Osier League", ("OCL",))
    other = Entity("ocl", "OCL")
    identity = identify([record("a", club, league), record("b", other), record("c", other)])
    assert identity.ids["b", "ocl"] == identity.ids["c", "ocl"] == "ocl"
    assert len(set(identity.ids.values())) == 3


RULED = {"tarn_weir": EntityEntry(name="Tarn Weir", aliases=("The Weir Works",), not_=("Weir Works Hall",))}


def test_what_the_rules_say_a_thing_is_not() -> None:
    weir = Entity("tarn_weir", "Tarn Weir", ("Weir Works Hall",))
    hall = Entity("weir_works_hall", "Weir Works Hall", ("Tarn Weir",))
    identity = identify([record("a", weir), record("b", hall)], RULED)
    assert identity.ids["a", "tarn_weir"] != identity.ids["b", "weir_works_hall"]
    assert identity.are_apart("tarn_weir", "weir_works_hall")
    assert identity.are_apart("weir_works_hall", "tarn_weir")
    assert not identity.are_apart("tarn_weir", "tarn_weir")
    free = identify([record("a", weir), record("b", hall)])
    assert free.ids["a", "tarn_weir"] == free.ids["b", "weir_works_hall"]
    assert free.apart == frozenset()
    silent = {"tarn_weir": EntityEntry(name="Tarn Weir")}
    assert identify([record("a", weir), record("b", hall)], silent).apart == frozenset()


@pytest.mark.parametrize(
    ("common", "entity", "expected"),
    [("tarn", "tarn", True), ("tarn~2", "tarn", True), ("tarn", "tarn~2", False), ("tarn_weir", "tarn", False)],
)
def test_namesakes(common: str, entity: str, expected: bool) -> None:
    assert is_namesake(common, entity) is expected


def are_one(left: Entity, right: Entity) -> bool:
    ids = identify([Record(Source(s), (e,), ()) for s, e in (("a", left), ("b", right))]).ids
    return ids["a", left.id] == ids["b", right.id]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (named("The Osier Mill"), named("Osier Mill"), True),
        (Entity("x", "The Mill"), Entity("y", "Mill"), False),
        (named("Osier Loan Programme"), named("Osier Loan"), True),
        (named("Osier Loan Scheme"), named("Osier Loan"), True),
        (Entity("x", "Osier Programme"), Entity("y", "Osier"), False),
        (named("SS Tarn Queen"), named("Tarn Queen"), True),
        (Entity("ss_tarn", "SS Tarn"), Entity("tarn", "Tarn"), False),
        (named("Ada Maud Jane Corran", type="person"), named("Maud Jane Corran", type="person"), True),
        (named("Ada Maud Corran", type="person"), named("Maud Corran", type="person"), False),
        (named("Ada Maud Jane Corran"), named("Maud Jane Corran"), False),
        (Entity("x", "Osier Club", aliases=("OCL",)), Entity("y", "Osier League", aliases=("OCL",)), True),
        (Entity("x", "Osier Club", aliases=("OC",)), Entity("y", "Osier League", aliases=("OC",)), False),
        (Entity("x", "Tarn", topic=True), Entity("y", "Tarn", topic=True), True),
        (Entity("x", "Tar", topic=True), Entity("y", "Tar", topic=True), False),
        (Entity("x", "Tarn"), Entity("y", "Tarn"), False),
        (Entity("x", "Tarn", type="place"), Entity("y", "Tarn", type="place"), True),
    ],
)
def test_one_by_name(left: Entity, right: Entity, expected: bool) -> None:
    assert are_one(left, right) is are_one(right, left) is expected


@pytest.mark.parametrize(("acronym", "shown"), [("O", False), ("OC", True), ("OCLMNPQR", True), ("OCLMNPQRS", False)])
def test_the_acronym_that_is_shown(acronym: str, shown: bool) -> None:
    record = Record(Source("a"), (named("Osier Club", aliases=(acronym,)),), ())
    assert identify([record]).names["osier_club"] == (f"Osier Club ({acronym})" if shown else "Osier Club")


@pytest.mark.parametrize(
    ("about", "others", "silent", "expected"),
    [(3, 0, 0, True), (2, 0, 0, False), (3, 3, 0, True), (3, 4, 0, False), (3, 3, 1, True)],
)
def test_what_a_folder_is_about(about: int, others: int, silent: int, expected: bool) -> None:
    tarn, unnamed = named("Tarn Weir", topic=True), Entity("unnamed", "", topic=True)
    topics = [*[tarn] * about, *(named(f"Osier {n}", topic=True) for n in range(others)), *[unnamed] * silent]
    records = [Record(Source(str(n)), (topic,), ()) for n, topic in enumerate(topics)]
    assert common_topic(records, identify(records)) == ("tarn_weir" if expected else None)
