"""Who is taken for a person: somebody with a given name and plain surnames, unless the text says otherwise."""

from __future__ import annotations

import pytest

from checker.linguistics.agents import (
    acts_beside,
    holds_office,
    is_agent,
    is_person_or_acting_place,
    is_role,
    like_a_person,
)
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.subject_candidate import SubjectCandidate, as_topic
from checker.model.claim import Binding
from checker.model.reasons import SubjectBasis, SubjectReason


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("John Marlow", None, True),
        ("John Hay Bay Marlow", None, True),
        ("John Hay Bay Roe Marlow", None, False),
        ("John marlow", None, False),
        ("Corran Marlow", None, False),
        ("Corran Marlow", "person", True),
        ("John Marlow", "bridge", False),
    ],
)
def test_a_person_by_a_given_name(name: str, kind: str | None, expected: bool) -> None:
    assert is_person_or_acting_place(EntityCluster("k", name, kind)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Corran", True),
        ("Ada Roe Corran", True),
        ("Ada R. Corran", True),
        ("Ada Roe Hay Corran", False),
        ("Corran", False),
        ("Ada Corran 2", False),
        ("Ada r. Corran", False),
        ("Ada O'Hay", True),
        ("Ada Roe R. Corran", False),
        ("ADA Corran", False),
        ("Ada Rx Corran", True),
        ("Ada 2 Corran", False),
    ],
)
def test_a_person_by_the_form_of_the_name(name: str, expected: bool) -> None:
    assert like_a_person(EntityCluster("k", name)) == expected


def test_who_has_an_acronym_or_a_type_is_no_person_by_name() -> None:
    assert not like_a_person(EntityCluster("k", "Ada Corran", acronym="AC"))
    assert not like_a_person(EntityCluster("k", "Ada Corran", "bridge"))
    assert not is_person_or_acting_place(EntityCluster("k", "John Corran", acronym="JC"))


@pytest.mark.parametrize(
    ("key", "kind", "role", "agent"),
    [
        ("governor", None, True, False),
        ("governors", None, True, False),
        ("mill", None, False, False),
        ("chile", "country", False, True),
        ("census", "census", False, True),
        ("allocine", None, False, True),
        ("corran", "bridge", False, False),
    ],
)
def test_offices_and_those_who_act(key: str, kind: str | None, role: bool, agent: bool) -> None:
    entity = EntityCluster(key, key, kind)
    assert (is_role(entity), is_agent(entity)) == (role, agent)
    assert acts_beside(entity, EntityCluster("b", "b", "bridge")) == agent
    assert not acts_beside(entity, EntityCluster("n", "n", "place"))
    assert not acts_beside(entity, None)


@pytest.mark.parametrize(
    ("key", "name", "binding", "expected"),
    [
        ("governor", "governor", "named", True),
        ("mill", "mill", "referred", False),
        ("john marlow", "John Marlow", "referred", True),
        ("john marlow", "John Marlow", "named", False),
    ],
)
def test_who_holds_an_office(key: str, name: str, binding: Binding, expected: bool) -> None:
    about = SubjectCandidate(EntityCluster(key, name), SubjectBasis(SubjectReason.NAMED), binding)
    assert holds_office(about) == expected


def test_the_topic_as_a_subject() -> None:
    entity = EntityCluster("k", "Corran")
    (only,) = as_topic(entity, "tower")
    assert (only.entity, only.binding, only.part, only.basis.reason) == (entity, "topic", "tower", SubjectReason.TOPIC)
    assert as_topic(None) == []
