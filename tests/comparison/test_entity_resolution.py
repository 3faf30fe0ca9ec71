"""Names lead to one thing across documents, and what tells namesakes apart keeps them apart."""

from __future__ import annotations

import pytest

from checker.comparison.entity_resolution import identify
from checker.model.claim import Entity, Record
from checker.model.document import Source
from tests.comparison.negative import conflicts_of_read
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
    assert not first & second
    assert conflicts_of_read(left, right) == []


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
