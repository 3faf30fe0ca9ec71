"""Each feature of a candidate for a value's subject: a candidate that has it, and one that has it not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.claims.subject_candidates import Occurrence, ReadSubject, ValueClause, clause_of
from checker.claims.subject_features import ENTITY_FEATURES, NAMED_FEATURES, PHRASE_FEATURES, Feature, values_of
from checker.linguistics.clauses import Phrase, Topical, grammar_of
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.noun_phrases import NounPhrase
from checker.linguistics.ranking import weights
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.pipeline import recommended
from tests.linguistics.documents import last

ENTRY = recommended().attributes["opened"]
PLACE = Occurrence(4, 6, "name", "of", True, True, 0, False, False, 0, False)
WHEEL = NounPhrase(4, 6, "old wheel", "old wheel", "definite", "in", False)


def about(first: int, behind: int, how: str = "own") -> Topical:
    return Topical(Phrase(first, behind, True), how)


def clause(**changed: Any) -> ValueClause:
    """The clause of a value, from the third word to the ninth, that is about nothing known."""
    discourse, parsed = last("On the quay the wheel of Tarn Hall was sold in 1904.")
    made = clause_of(grammar_of(parsed), 0, discourse)
    return replace(made, **{"topical": None, "bounds": (2, 8), "names_nothing": False, **changed})


def subject(*places: Occurrence, phrase: NounPhrase | None = None, **changed: Any) -> ReadSubject:
    """A candidate that stands at these places; ``changed`` are its roles, how recent it is, or its entity's own."""
    own = {name: changed.pop(name) for name in ("roles", "recent") if name in changed}
    entity = EntityCluster("tarn hall", **{"name": "Tarn Hall", "type": "building", "count": 2, **changed})
    basis = SubjectBasis(SubjectReason.TOPIC)
    return ReadSubject(entity, basis, "topic", phrase, own.get("roles", set()), list(places), own.get("recent"))


def at(**changed: Any) -> ReadSubject:
    """A candidate at one place."""
    return subject(replace(PLACE, **changed))


def part(place: dict[str, Any] | None = None, **changed: Any) -> ReadSubject:
    """A noun phrase at one place."""
    return subject(replace(PLACE, kind="phrase", **(place or {})), phrase=replace(WHEEL, **changed))


def role(name: str) -> list[tuple[str, float, ValueClause, ReadSubject]]:
    return [(name, 1, clause(), subject(roles={name})), (name, 0, clause(), subject(roles={"topic"}))]


HOW = ("chosen_named", "chosen_referred", "chosen_topic")
WHY = (
    "chosen_as_named",
    "chosen_as_topic",
    "chosen_as_object",
    "chosen_as_last_named",
    "chosen_as_last_person",
    "chosen_as_person_before",
    "chosen_as_before_participle",
    "chosen_as_sentence_before",
)
RULES = (
    "chosen_by_speaker",
    "chosen_by_first_person",
    "chosen_by_ellipsis",
    "chosen_by_joint",
    "chosen_by_event",
    "chosen_by_fronted",
    "chosen_by_owner",
    "chosen_by_own_verb",
    "chosen_by_verb",
    "chosen_by_present",
    "chosen_by_nearest",
    "chosen_by_work",
    "chosen_by_product",
    "chosen_by_undertaking",
    "chosen_by_part",
)


def of_chosen(phrase: NounPhrase | None) -> list[tuple[str, float, ValueClause, ReadSubject]]:
    """The features of what the rules of grammar would take, of an entity or of a noun phrase."""
    taken, other = (subject(PLACE, phrase=phrase, roles=roles) for roles in ({"chosen"}, {"goes_on"}))
    sure, called, both = clause(sure=True), clause(entry=ENTRY), clause(entry=ENTRY, sure=True)
    told_apart = [
        (name, value, clause(), subject(PLACE, phrase=phrase, roles={"chosen", one}))
        for group in (HOW, WHY, RULES)
        for name, next_one in zip(group, (*group[1:], group[0]), strict=True)
        for one, value in ((name, 1), (next_one, 0))
    ]
    return [
        ("chosen", 1, clause(), taken),
        ("chosen", 0, sure, other),
        *told_apart,
        ("chosen_for_attribute", 1, called, taken),
        ("chosen_for_attribute", 0, sure, taken),
        ("chosen_for_attribute", 0, called, other),
        ("chosen_surely", 1, sure, taken),
        ("chosen_surely", 0, called, taken),
        ("chosen_surely", 0, sure, other),
        ("chosen_surely_for_attribute", 1, both, taken),
        ("chosen_surely_for_attribute", 0, sure, taken),
        ("chosen_surely_for_attribute", 0, called, taken),
        ("chosen_surely_for_attribute", 0, both, other),
    ]


OF_ENTITIES = [
    *role("section"),
    *role("current_topic"),
    *of_chosen(None),
    ("topic_where_nothing_is_named", 1, clause(names_nothing=True), subject(roles={"current_topic"})),
    ("topic_where_nothing_is_named", 0, clause(), subject(roles={"current_topic"})),
    ("topic_where_nothing_is_named", 0, clause(names_nothing=True), subject(roles={"topic"})),
    ("recent", 1, clause(), subject(recent=0)),
    ("recent", 0.25, clause(), subject(recent=3)),
    ("recent", 0, clause(), subject()),
    ("named_once", 1, clause(), subject(count=1)),
    ("named_once", 1, clause(), subject(count=0)),
    ("named_once", 0, clause(), subject(count=2)),
    ("unnamed", 1, clause(), subject(count=0)),
    ("unnamed", 0, clause(), subject(count=1)),
    ("capitals", 1, clause(), subject(name="TARN")),
    ("capitals", 0, clause(), subject(name="TARN HALL")),
    ("capitals", 1, clause(), subject(name="Tar")),
    ("capitals", 0, clause(), subject(name="Tarn")),
    ("capitals", 0, clause(), subject(name="A B")),
    ("agent", 1, clause(), subject(type="government")),
    ("agent", 0, clause(), subject(type="university")),
    ("place", 1, clause(), subject(type="place")),
    ("place", 0, clause(), subject(type="government")),
    ("of_no_type", 1, clause(), subject(type=None)),
    ("of_no_type", 0, clause(), subject()),
]
OF_TOPICS = [
    (f"topical_{how}", value, clause(topical=about(first, behind, said)), found)
    for how, other in (("own", "shared"), ("shared", "antecedent"), ("antecedent", "own"))
    for value, first, behind, said, found in [
        # The end of a name or of a reference counts; a phrase may be any part of what the clause is about.
        (1, 4, 6, how, at()),
        (1, 3, 6, how, at()),
        (0, 4, 6, other, at()),
        (0, 4, 7, how, at()),
        (0, 3, 7, how, at(kind="pronoun")),
        (1, 3, 7, how, at(kind="phrase")),
        (1, 4, 7, how, at(kind="phrase")),
        (0, 5, 7, how, at(kind="phrase")),
        (0, 3, 5, how, at(kind="phrase")),
        (1, 4, 6, how, part()),
        (1, 3, 7, how, part()),
        (0, 5, 7, how, part()),
    ]
] + [("topical_own", 0.0, clause(), at())]
OF_PLACES = [
    ("in_clause", value, clause(), found(first=first))
    for found in (at, lambda **place: part(place))
    for first, value in ((2, 1), (7, 1), (1, 0), (8, 0))
] + [
    ("next_before", value, clause(), found(**place))
    for found in (at, lambda **place: part(place))
    for place, value in (
        ({}, 1.0),
        ({"referents_between": 1}, 0.5),
        ({"referents_between": 3}, 0.25),
        ({"before": False}, 0.0),
    )
]
OF_NAMED = [
    ("topical_name", 1, clause(topical=about(0, 6)), at()),
    ("topical_name", 0, clause(topical=about(0, 6)), at(kind="definite")),
    ("topical_name", 0, clause(topical=about(0, 5)), at()),
    ("topical_name", 0, clause(), at()),
    ("next_before", 0.5, clause(), subject(replace(PLACE, referents_between=1), replace(PLACE, referents_between=2))),
    ("by_name", 1, clause(), at()),
    ("by_name", 0, clause(), at(kind="pronoun")),
    ("by_name", 1, clause(), subject(replace(PLACE, kind="pronoun"), PLACE)),
    ("by_pronoun", 1, clause(), at(kind="pronoun")),
    ("by_pronoun", 0, clause(), at(kind="definite")),
    ("leads", 1, clause(), at(leads=True)),
    ("leads", 0, clause(), at()),
    ("opens_sentence", 1, clause(), at(first=0)),
    ("opens_sentence", 1, clause(), at(first=1)),
    ("opens_sentence", 0, clause(), at(first=2)),
    ("free", 1, clause(), at(preposition=None, possessive=False)),
    ("free", 0, clause(), at(possessive=False)),
    ("free", 0, clause(), at(preposition=None)),
    ("located", 1, clause(), at(preposition="in")),
    ("located", 0, clause(), at(preposition="of")),
    ("located", 0, clause(), at(preposition=None)),
    ("located", 0, clause(), subject(replace(PLACE, preposition="in"), PLACE)),
    ("behind_of", 1, clause(), at(preposition="of")),
    ("behind_of", 0, clause(), at(preposition="in")),
    ("behind_of", 0, clause(), at(preposition=None)),
    ("behind_of", 0, clause(), subject(PLACE, replace(PLACE, preposition=None))),
    ("same_clause", 1, clause(), at()),
    ("same_clause", 0, clause(), at(mark_between=True)),
    ("same_clause", 1, clause(), subject(replace(PLACE, mark_between=True), PLACE)),
    ("verbs_between", 1, clause(), at(verbs_between=2)),
    ("verbs_between", 0, clause(), at(verbs_between=1)),
    ("verbs_between", 0, clause(), at(verbs_between=2, before=False)),
    ("verbs_between", 0, clause(), subject(replace(PLACE, verbs_between=2), PLACE)),
]
OF_PHRASES = [
    *of_chosen(WHEEL),
    ("goes_on", 1, clause(), subject(PLACE, phrase=WHEEL, roles={"goes_on"})),
    ("goes_on", 0, clause(), part()),
    ("phrase_leads", 1, clause(), part({"leads": True})),
    ("phrase_leads", 0, clause(), part()),
    ("phrase_leads", 0, clause(), part({"leads": True, "first": 1})),
    ("phrase_opens", 1, clause(), part({"first": 1})),
    ("phrase_opens", 0, clause(), part({"first": 2})),
    ("phrase_precedes", 1, clause(), part()),
    ("phrase_precedes", 0, clause(), part({"before": False})),
    ("phrase_located", 1, clause(), part({"preposition": "in"})),
    ("phrase_located", 0, clause(), part({"preposition": "of"})),
    ("phrase_behind_of", 1, clause(), part(preposition="of")),
    ("phrase_behind_of", 0, clause(), part({"preposition": "of"})),
    ("phrase_verb_between", 1, clause(), part({"verbs_between": 1})),
    ("phrase_verb_between", 0, clause(), part()),
    ("phrase_comma_between", 1, clause(), part({"comma_between": True})),
    ("phrase_comma_between", 0, clause(), part()),
    ("phrase_several_words", 1, clause(), part()),
    ("phrase_several_words", 0, clause(), part(text="wheel")),
    ("phrase_counted", 1, clause(), part(counted=True)),
    ("phrase_counted", 0, clause(), part()),
    ("phrase_bare", 1, clause(), part(text="wheel", determiner="none")),
    ("phrase_bare", 0, clause(), part(text="wheel")),
    ("phrase_bare", 0, clause(), part(determiner="none")),
    ("phrase_bare", 0, clause(), part(text="wheel", determiner="none", code=True)),
    ("phrase_is_doing", 1, clause(), part(text="building")),
    ("phrase_is_doing", 0, clause(), part(text="ship building")),
    ("phrase_is_doing", 0, clause(), part(text="wheel")),
    ("phrase_is_undertaking", 1, clause(), part(text="old project")),
    ("phrase_is_undertaking", 0, clause(), part(text="project wheel")),
    ("phrase_is_work", 1, clause(), part(text="wheel construction")),
    ("phrase_is_work", 0, clause(), part(text="construction wheel")),
    ("phrase_precedes", 0, clause(), subject(phrase=WHEEL)),
]
CASES = [*OF_ENTITIES, *OF_TOPICS, *OF_PLACES, *OF_NAMED, *OF_PHRASES]
NAMES = {name for features in (NAMED_FEATURES, PHRASE_FEATURES) for name, _ in features}


@pytest.mark.parametrize(("name", "expected", "value", "read"), CASES, ids=[case[0] for case in CASES])
def test_a_feature(name: str, expected: float, value: ValueClause, read: ReadSubject) -> None:
    features: dict[str, Feature] = dict(NAMED_FEATURES if read.phrase is None else PHRASE_FEATURES)
    assert features[name](value, read) == expected


def test_each_feature_is_tested_on_both_sides() -> None:
    for features, phrases in ((NAMED_FEATURES, False), (PHRASE_FEATURES, True)):
        tested = {(name, bool(value)) for name, value, _, read in CASES if (read.phrase is not None) is phrases}
        assert tested == {(name, side) for name, _ in features for side in (True, False)}


def test_each_weight_is_that_of_a_feature() -> None:
    assert set(weights("subject")) <= NAMES


def test_the_reasons_that_are_weighed_are_reasons() -> None:
    assert {name.removeprefix("chosen_as_").upper() for name in WHY} <= set(SubjectReason.__members__)


@pytest.mark.parametrize(
    ("read", "features"),
    [
        (subject(), ENTITY_FEATURES),
        (at(), NAMED_FEATURES),
        (part(), PHRASE_FEATURES),
        (subject(phrase=WHEEL), PHRASE_FEATURES),
    ],
)
def test_the_features_of_a_candidate_are_those_of_its_kind(
    read: ReadSubject, features: tuple[tuple[str, Feature], ...]
) -> None:
    value = clause(topical=about(4, 6))
    found = values_of(value, read)
    assert found == {name: result for name, feature in features if (result := feature(value, read))}


def test_features_are_from_0_to_1_and_those_of_0_are_left_out() -> None:
    for _, _, value, read in CASES:
        assert all(0 < result <= 1 for result in values_of(value, read).values())
