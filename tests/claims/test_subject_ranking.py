"""Which candidate is the subject: what a clause says outright, where the rules of grammar are sure, who is likely."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import subject_ranking
from checker.claims.subject_candidates import ReadSubject, clause_of
from checker.claims.subject_ranking import (
    RankedSubject,
    is_decided,
    is_of_another,
    is_sure,
    likeliest,
    rank_subjects,
    ranking_of,
    subjects_of,
)
from checker.claims.subject_resolution import GrammarRule
from checker.linguistics.clauses import Grammar, grammar_of
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.noun_phrases import NounPhrase
from checker.linguistics.ranking import probabilities, score, weights
from checker.linguistics.sentence import ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.model.claim import Binding
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.pipeline import recommended
from tests.linguistics.documents import last

ENTRY = recommended().attributes["opened"]
NAMED, PARTICIPLE = SubjectReason.NAMED, SubjectReason.BEFORE_PARTICIPLE
BEFORE, PRONOUN = SubjectReason.SENTENCE_BEFORE, SubjectReason.LAST_PERSON
MILL = "Osier Mill is a mill. "


def chosen(reason: SubjectReason, binding: Binding = "named", part: str = "") -> SubjectCandidate:
    return SubjectCandidate(EntityCluster("tarn hall", "Tarn Hall"), SubjectBasis(reason), binding, part)


@pytest.mark.parametrize(
    ("taken", "with_entry", "without"),
    [
        ([], False, False),
        ([chosen(NAMED)], True, True),
        ([chosen(PRONOUN, "referred")], True, True),
        ([chosen(NAMED, "topic")], False, False),
        ([chosen(SubjectReason.TOPIC, "topic")], False, False),
        ([chosen(BEFORE)], False, False),
        ([chosen(BEFORE, "referred")], False, False),
        # Several things that "and" joins are sure, whatever they are.
        ([chosen(BEFORE), chosen(SubjectReason.TOPIC, "topic")], True, True),
        # A participle, and a part of the topic, need an attribute that is called for.
        ([chosen(PARTICIPLE)], True, False),
        ([chosen(NAMED, "named", "wheel")], True, False),
        ([chosen(SubjectReason.TOPIC, "topic", "wheel")], True, False),
        ([chosen(BEFORE, "referred", "wheel")], True, False),
    ],
)
def test_where_the_rules_of_grammar_are_sure(taken: list[SubjectCandidate], with_entry: bool, without: bool) -> None:
    assert (is_sure(taken, ENTRY), is_sure(taken, None)) == (with_entry, without)


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        ("Osier Mill said Tarn Hall has 40 looms.", "osier mill", True),
        ("Osier Mill said Tarn Hall has 40 looms.", "tarn hall", False),
        ("Osier Mill has 40 looms for Tarn Hall.", "tarn hall", False),
        ("Tarn Hall has 40 looms.", "osier mill", True),
        ("The wheel has 40 looms.", "osier mill", False),
        ("In 1904 there were 40 looms.", "osier mill", False),
    ],
)
def test_whether_the_clause_of_a_value_is_about_another(text: str, entity: str, expected: bool) -> None:
    discourse, parsed = last(MILL + text)
    taken = SubjectCandidate(EntityCluster(entity, entity.title()), SubjectBasis(NAMED))
    value = len(parsed.mentions) - 1
    assert is_of_another(grammar_of(parsed), value, [taken], discourse) is expected


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Osier Mill said Tarn Hall has 40 looms.", "", False),
        ("Osier Mill said Tarn Hall has 40 looms.", "wheel", True),
        ("Tarn Hall has 40 looms.", "", True),
    ],
)
def test_what_the_rules_of_grammar_decide(text: str, part: str, expected: bool) -> None:
    """A single name, or a part, is not asked about again."""
    discourse, parsed = last(MILL + text)
    taken = SubjectCandidate(EntityCluster("osier mill", "Osier Mill"), SubjectBasis(NAMED), "named", part)
    assert is_decided(parsed, 0, [taken], ENTRY, discourse, grammar_of) is expected


def test_of_several_that_were_taken_the_clause_names_one() -> None:
    discourse, parsed = last(MILL + "Osier Mill said Tarn Hall has 40 looms.")
    both = [
        SubjectCandidate(EntityCluster(key, key.title()), SubjectBasis(NAMED)) for key in ("osier mill", "tarn hall")
    ]
    assert not is_of_another(grammar_of(parsed), 0, both, discourse)
    assert is_of_another(grammar_of(parsed), 0, both[:1], discourse)


def ranked(written: str, probability: float) -> RankedSubject:
    """A candidate with this likelihood: ``hall``, or its part as ``hall#wheel``."""
    key, _, part = written.partition("#")
    phrase = NounPhrase(0, 1, part, part, "definite", None, False) if part else None
    read = ReadSubject(EntityCluster(key, key.title()), SubjectBasis(SubjectReason.TOPIC), "topic", phrase)
    return RankedSubject(read, {}, probability, probability)


def named(one: RankedSubject | None) -> str | None:
    if one is None:
        return None
    return one.read.entity.key + (f"#{one.read.phrase.text}" if one.read.phrase is not None else "")


@pytest.mark.parametrize(
    ("likelihoods", "expected"),
    [
        ({}, None),
        ({"hall": 0.6, "mill": 0.4}, "hall"),
        ({"mill": 0.4, "hall": 0.6}, "hall"),
        # A part is taken where it is likely enough, and likelier than its whole: it stands before that.
        ({"hall#wheel": 0.2, "hall": 0.15}, "hall#wheel"),
        ({"hall#wheel": 0.19, "hall": 0.15}, "hall"),
        ({"hall": 0.5, "hall#wheel": 0.2}, "hall"),
        ({"hall#wheel": 0.19, "hall#roof": 0.19, "hall": 0.1}, "hall"),
        ({"hall#roof": 0.19, "hall#wheel": 0.2}, "hall#wheel"),
        ({"hall#wheel": 0.19}, None),
        ({"hall#wheel": 0.2}, "hall#wheel"),
        # The parts of an entity speak for it, each with a share of what is said for it.
        ({"hall#wheel": 0.42, "mill": 0.3, "hall": 0.1}, "hall#wheel"),
        ({"hall#wheel": 0.38, "mill": 0.3, "hall": 0.1}, "mill"),
        ({"mill": 0.3, "hall": 0.2, "hall#wheel": 0.24}, "hall"),
        ({"mill": 0.3, "hall": 0.2, "hall#wheel": 0.16}, "mill"),
        ({"mill": 0.25, "hall#roof": 0.19, "hall#wheel": 0.19, "hall#door": 0.19, "hall": 0.0}, "hall"),
        ({"mill": 0.25, "hall#roof": 0.19, "hall#wheel": 0.19, "hall": 0.0}, "mill"),
        # Of two alike the order of their keys decides, and not where they stand.
        ({"mill": 0.5, "hall": 0.5}, "mill"),
        ({"hall": 0.5, "mill": 0.5}, "mill"),
    ],
)
def test_the_likeliest(likelihoods: dict[str, float], expected: str | None) -> None:
    assert named(likeliest([ranked(name, probability) for name, probability in likelihoods.items()])) == expected


@given(st.lists(st.floats(-50, 50), max_size=12))
def test_likelihoods_sum_to_1_and_follow_the_scores(scores: list[float]) -> None:
    found = probabilities(scores)
    assert len(found) == len(scores)
    assert not scores or sum(found) == pytest.approx(1)
    assert all(0 <= one <= 1 for one in found)
    assert all(
        (a <= b) or (one >= other)
        for a, one in zip(scores, found, strict=True)
        for b, other in zip(scores, found, strict=True)
    )


@pytest.mark.parametrize(
    "text",
    ["The wheel weighs 12 tonnes.", "It was opened in 1904.", "Tarn Hall and its shed were sold in 1904.", "In 1904."],
)
def test_candidates_are_ranked_by_their_weighted_features(text: str) -> None:
    discourse, parsed = last(MILL + text)
    found = rank_subjects(clause_of(grammar_of(parsed), 0, discourse))
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert [one.score for one in found] == [pytest.approx(score(one.features, weights("subject"))) for one in found]
    assert sum(one.probability for one in found) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarn Hall holds 40 looms.", [("tarn hall", "", "named")]),
        ("The wheel weighs 12 tonnes.", [("osier mill", "wheel", "topic")]),
        ("Tarn Hall and Lund Bridge were sold in 1904.", [("tarn hall", "", "named"), ("lund bridge", "", "named")]),
    ],
)
def test_the_subjects_of_a_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    discourse, parsed = last(MILL + text)
    found = subjects_of(parsed, 0, [], discourse)
    assert [(one.entity.key, one.part, one.binding) for one in found] == expected


@pytest.mark.parametrize(
    ("best", "roles", "expected"),
    [
        (None, set(), "tarn hall"),
        ("mill", {"chosen"}, "tarn hall"),
        ("mill", {"topic"}, "mill"),
        ("mill", set(), "mill"),
    ],
)
def test_what_the_rules_of_grammar_take_stays_unless_another_is_likelier(
    best: str | None, roles: set[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    discourse, parsed = last(MILL + "The wheel weighs 12 tonnes.")
    one = ranked(best, 0.5) if best is not None else None
    if one is not None:
        one.read.roles.update(roles)
    monkeypatch.setattr(subject_ranking, "subjects_by_grammar", lambda *_: ([chosen(BEFORE)], "nearest"))
    monkeypatch.setattr(subject_ranking, "likeliest", lambda _: one)
    assert [found.entity.key for found in subjects_of(parsed, 0, [], discourse)] == [expected]


OUTRIGHT = {
    "owner",
    "own_verb",
    "speaker",
    "first_person",
    "product",
    "work",
    "ellipsis",
    "joint",
    "event",
    "fronted",
    "present",
}


@pytest.mark.parametrize("rule", get_args(GrammarRule))
@pytest.mark.parametrize("found", [True, False])
def test_what_a_clause_says_outright_is_not_ranked(
    rule: GrammarRule, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By whatever rule nothing was found, all candidates are ranked."""
    discourse, parsed = last(MILL + "The wheel weighs 12 tonnes.")
    taken = [chosen(NAMED)] if found else []
    monkeypatch.setattr(subject_ranking, "subjects_by_grammar", lambda *_: (taken, rule))
    given, ranked_by = ranking_of(parsed, 0, [], discourse)
    assert given == taken
    assert (not ranked_by) is (found and rule in OUTRIGHT)


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("Tarn Hall was sold in 1904.", {"chosen_named", "chosen_as_named", "chosen_by_verb", "chosen_surely"}),
        ("It was sold in 1904.", {"chosen_referred", "chosen_as_sentence_before", "chosen_by_verb"}),
        ("In 1904 there was a fire.", {"chosen_topic", "chosen_as_topic", "chosen_by_nearest"}),
    ],
)
def test_how_the_rules_of_grammar_would_take_it_is_noted_of_a_candidate(text: str, noted: set[str]) -> None:
    discourse, parsed = last(MILL + text)
    _, found = ranking_of(parsed, 0, [], discourse)
    (features,) = [one.features for one in found if "chosen" in one.features]
    assert {name for name in features if name.startswith("chosen")} == {"chosen", *noted}


def test_the_sentence_is_laid_out_only_where_candidates_are_ranked() -> None:
    laid: list[ParsedSentence] = []

    def lay_out(sentence: ParsedSentence) -> Grammar:
        laid.append(sentence)
        return grammar_of(sentence)

    for text in ("Tarn Hall holds 40 looms.", "The wheel weighs 12 tonnes."):
        discourse, parsed = last(MILL + text)
        subjects_of(parsed, 0, [], discourse, grammar=lay_out)
    assert len(laid) == 1
