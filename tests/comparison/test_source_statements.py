"""What one source states is laid out so that another source's claims find it: values, bounds, rare values, facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison.source_statements import SourceStatements, counted, rare
from checker.language.words import LISTED
from checker.model.claim import Claim, Entity, Record
from checker.model.document import Source
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import named, stated


def laid_out(*claims: Claim, entities: tuple[Entity, ...] = ()) -> SourceStatements:
    return SourceStatements(Record(Source("a"), entities, claims), claims)


def said(text: str, attribute: str = "gates", **changes: object) -> Claim:
    return stated(f"It is {text} here.", text, attribute, **changes)


def test_a_value_goes_with_what_it_counts() -> None:
    gates, piers, number = said("123 gates"), said("123 piers"), said("123")
    assert counted(gates) != counted(piers) != counted(number)
    assert counted(gates) == counted(said("123 gates", source="b", start=40))
    assert counted(number)[0] == "" == counted(said("$123"))[0]
    assert laid_out(gates).values == {counted(gates)}


@pytest.mark.parametrize(
    ("stands", "expected"), [("40 gates", 0), ("more than 40 gates", 1), ("up to 40 gates", 1), ("40 to 50 gates", 0)]
)
def test_the_numbers_stated_as_bounds(stands: str, expected: int) -> None:
    assert laid_out(said(stands)).bounds == ({counted(said("40 gates"))} if expected else set())


@pytest.mark.parametrize(
    ("stands", "days"),
    [
        ("3 May 1871 to 9 June 1894", {"3 May 1871", "9 June 1894"}),
        ("May 1871 to 9 June 1894", {"9 June 1894"}),
        ("1871 to 1894", set()),
        ("3 May 1871", {"3 May 1871"}),
        ("123 to 456 gates", set()),
    ],
)
def test_the_days_at_the_ends_of_a_range(stands: str, days: set[str]) -> None:
    claim = said(stands, "life")
    ends = laid_out(claim).rare - {rare(claim)}
    assert ends | laid_out(claim).rare >= {counted(said(day, "life")) for day in days}
    assert len(laid_out(claim).rare - {rare(claim)}) == (len(days) if " to " in stands else 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0.123", True), ("0.012", False), ("-123", True), ("123%", True), ("more than 123", True), ("up to 123", False)],
)
def test_the_digits_of_a_rare_value(text: str, expected: bool) -> None:
    assert (rare(said(text)) is not None) is expected


def test_facts_are_of_the_vocabulary_and_of_the_whole() -> None:
    whole, own_words = said("40 gates"), said("41 gates", "seen", open=True)
    part = replace(said("43 gates"), subject=SubjectRef("tarn_weir", part="north"))
    statements = laid_out(whole, own_words, part)
    assert statements.facts_of("tarn_weir") == {("gates", counted(whole)[1])}
    assert statements.facts_of("osier_mill") == set()


def test_what_is_listed_is_not_stated() -> None:
    listed = said("123 gates", f"{LISTED}gate")
    statements = laid_out(listed)
    assert statements.values == statements.rare == set()
    assert laid_out(replace(listed, attribute="gates")).values


def test_the_names_of_topics_alone() -> None:
    topic = named("Tarn Weir", aliases=("The Weir",), topic=True)
    unnamed = Entity("unnamed", "the mill", topic=True)
    assert laid_out(entities=(topic, unnamed, named("Osier Mill"))).topic_names == {"tarn weir", "weir"}


@pytest.mark.parametrize(
    ("own", "stands", "expected"),
    [
        ("40 gates", "43 gates", True),
        ("40 gates", "more than 43 gates", True),
        ("more than 43 gates", "more than 43 gates", False),
        ("more than 40 gates", "more than 43 gates", True),
        ("40 gates", "47 gates", False),
    ],
)
def test_whether_a_source_also_states_a_value(own: str, stands: str, expected: bool) -> None:
    mine = said(own)
    assert laid_out(mine, said(stands, start=90)).states(said("43 gates", source="b"), mine) is expected
