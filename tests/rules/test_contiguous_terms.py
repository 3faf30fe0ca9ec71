"""Terms that follow each other."""

from dataclasses import replace
from typing import Any

import pytest

from tests.rules.told import Told, findings, recommended_rule, relations, rule_input

RULE = recommended_rule("next-term")
FIRST = Told(
    "From May 1990 to June 1994 Ada Corran was mayor.", {"From May 1990 to June 1994": "mayor"}, subject="corran"
)


@pytest.mark.parametrize(
    ("sentence", "span", "expected"),
    [
        ("From June 1994 to 1998 it was Jane Marl.", "From June 1994 to 1998", ["agree"]),
        ("From July 1994 to 1998 it was Jane Marl.", "From July 1994 to 1998", []),
        ("From 1994 to 1998 it was Jane Marl.", "From 1994 to 1998", []),
    ],
)
def test_neighbouring_sentences(sentence: str, span: str, expected: list[str]) -> None:
    assert relations(RULE, rule_input([FIRST, Told(sentence, {span: "held"}, subject="marl")])) == expected


def test_sentences_further_apart_are_of_other_things() -> None:
    second = Told("From June 1994 to 1998 it was Jane Marl.", {"From June 1994 to 1998": "held"}, subject="marl")
    assert relations(RULE, rule_input([FIRST, Told("The town hall burnt down.", {}), second])) == []


@pytest.mark.parametrize(("attribute", "expected"), [("mayor", ["agree"]), ("owner", [])])
def test_years_alone_need_the_same_attribute(attribute: str, expected: list[str]) -> None:
    told = [
        Told("Ada Corran was mayor from 1990 to 1994.", {"from 1990 to 1994": "mayor"}, subject="corran"),
        Told("Jane Marl followed from 1994 to 1998.", {"from 1994 to 1998": attribute}, subject="marl"),
    ]
    assert relations(RULE, rule_input(told)) == expected


def test_ranges_without_a_word_between_are_a_table() -> None:
    told = Told("Counts 1990-2000 [14] 2000-2010 [15]", {"1990-2000": "count", "2000-2010": "count"})
    assert relations(RULE, rule_input([told])) == []


def test_a_gap_is_no_conflict_and_the_meeting_is_shown() -> None:
    second = Told("From June 1994 to 1998 it was Jane Marl.", {"From June 1994 to 1998": "held"}, subject="marl")
    (found,) = findings(RULE, rule_input([FIRST, second]))
    assert found.explanation[-1].endswith("= 1994-06-01 to 1994-06-30 (tolerance: none)")
    assert len(found.claims) == 2


@pytest.mark.parametrize(
    ("change", "expected"),
    [({}, ["agree"]), ({"modality": "negated"}, []), ({"modality": "reported"}, ["agree"])],
)
def test_a_term_that_was_none_follows_no_other(change: dict[str, Any], expected: list[str]) -> None:
    second = Told("From June 1994 to 1998 it was Jane Marl.", {"From June 1994 to 1998": "held"}, subject="marl")
    known = rule_input([FIRST, replace(second, **change)])
    assert len(known.claims) == 2
    assert relations(RULE, known) == expected


@pytest.mark.parametrize(("start", "expected"), [("since June 1994", []), ("From June 1994 to 1998", ["agree"])])
def test_only_ranges_with_both_ends_follow_each_other(start: str, expected: list[str]) -> None:
    known = rule_input([FIRST, Told(f"It is Jane Marl {start}.", {start: "held"}, subject="marl")])
    assert len(known.claims) == 2
    assert relations(RULE, known) == expected


@pytest.mark.parametrize(
    ("subject", "attribute", "expected"),
    [("corran", "mayor", ["agree"]), ("corran", "owner", []), ("marl", "mayor", [])],
)
def test_terms_of_one_thing_follow_each_other_wherever_they_are_told(
    subject: str, attribute: str, expected: list[str]
) -> None:
    second = Told("From June 1994 to 1998 it was so.", {"From June 1994 to 1998": attribute}, subject=subject)
    known = rule_input([FIRST, Told("The town hall burnt down.", {}), second])
    assert [claim.attribute for claim in known.claims.values()] == ["mayor", attribute]
    assert relations(RULE, known) == expected
