"""Whether two texts mean one thing by the names and words of both, on either side of each condition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison.name_containment import NameIndex, one_name, single_of, texts_naming
from checker.comparison.thresholds import TEXTS_NAMING
from checker.model.claim import UNNAMED, Claim, Entity, Record
from checker.model.document import Source
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import named, stated


def claim(sentence: str, value: str, name: str | None, source: str, start: int = 0) -> Claim:
    subject = UNNAMED if name is None else name.lower().replace(" ", "_")
    made = stated(sentence, value, source=source, subject=subject, start=start)
    return made if name is None else replace(made, subject_name=name)


def record(source: str, *claims: Claim, entities: tuple[Entity, ...] = (), names: tuple[str, ...] = ()) -> Record:
    own = entities or tuple(dict.fromkeys(named(c.subject_name) for c in claims if c.subject.entity != UNNAMED))
    return Record(Source(source), own, claims, frozenset(names))


def index(*records: Record) -> NameIndex:
    return NameIndex(records, [claim for record in records for claim in record.claims], single_of(records))


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        ("Tarn Weir", "At Tarn the weir has 40 gates.", True),
        ("Tarn Weir", "At Tarn it has 40 gates.", False),
        ("Metacritic", "Lundby has 40 gates.", False),
    ],
)
def test_all_names_stand_in_the_text(names: str, text: str, expected: bool) -> None:
    statement = claim("It has 60 gates.", "60 gates", names, "a")
    assert (
        index(record("a", statement), record("b", claim(text, "40 gates", None, "b"))).all_stand_in("a", "b")
        is expected
    )


@pytest.mark.parametrize(
    ("sentences", "name", "expected"),
    [(1, "Lundby", True), (2, "Lundby", False), (1, None, False)],
)
def test_what_names_nothing_is_told_of_a_text_as_short(sentences: int, name: str | None, expected: bool) -> None:
    statement = claim("It has 60 gates.", "60 gates", None, "a")
    others = [claim("It has 40 gates.", "40 gates", name, "b", 100 * n) for n in range(sentences)]
    assert index(record("a", statement), record("b", *others)).all_stand_in("a", "b") is expected


def test_who_reports_and_the_value_are_no_names() -> None:
    statement = claim("It has 60 gates.", "60 gates", None, "a")
    other = claim("It has 40 gates.", "40 gates", "Lundby", "b")
    reported = record(
        "a", statement, entities=(named("Metacritic"), Entity(UNNAMED, "The Mill")), names=("metacritic", "60 gates")
    )
    assert index(reported, record("b", other)).all_stand_in("a", "b")
    assert not index(record("a", statement, names=("osier",)), record("b", other)).all_stand_in("a", "b")
    assert index(record("a", statement, names=("osier",)), record("b", other, names=("osier",))).all_stand_in("a", "b")


def test_texts_in_which_the_names_of_a_sentence_stand() -> None:
    statement = claim("Tarn Weir has 40 gates.", "40 gates", "Tarn Weir", "a")
    same = claim("Tarn Weir has 60 gates.", "60 gates", "Tarn Weir", "b")
    longer = claim("At Tarn Weir Hall 60 gates rot.", "60 gates", "Tarn Weir Hall", "c")
    other = claim("At Tarn it is by Weir that 60 gates rot.", "60 gates", "Osier Weir", "d")
    short = claim("Tarn has 60 gates.", "60 gates", "Tarn", "e")
    claims = [statement, same, longer, other, short]
    found = texts_naming([record(c.source, c) for c in claims], claims)
    assert found["a", statement.subject] == {("b", same.subject), ("c", longer.subject)}
    assert found["e", short.subject] == {("a", statement.subject), ("b", same.subject), ("c", longer.subject)}
    assert ("d", other.subject) not in found
    assert texts_naming([record("a", statement)], [statement]) == {}
    assert texts_naming([record(c.source, c) for c in (statement, same)], [statement, same]) == {
        ("a", statement.subject): {("b", same.subject)},
        ("b", same.subject): {("a", statement.subject)},
    }
    two = [same, claim("It has 90 doors.", "90 doors", "Tarn Weir", "b", 100)]
    assert ("b", same.subject) not in texts_naming([record("a", statement), record("b", *two)], [statement, *two])


@pytest.mark.parametrize(("before", "expected"), [(TEXTS_NAMING - 2, True), (TEXTS_NAMING - 1, False)])
def test_how_many_texts_a_word_is_looked_up_in(before: int, expected: bool) -> None:
    statement = claim("Tarn has 40 gates.", "40 gates", "Tarn", "a")
    others = [claim("Tarn Hill has 60 gates.", "60 gates", "Tarn Hill", f"b{n:02}") for n in range(before)]
    last = claim("Tarn has 90 gates.", "90 gates", "Tarn", "c")
    claims = [statement, *others, last]
    found = texts_naming([record(c.source, c) for c in claims], claims)
    assert (("c", SubjectRef("tarn")) in found["a", statement.subject]) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("clara_voss", "clara_voss", True),
        ("clara_voss", "clara_vossobe", True),
        ("clara_voss", "clara_vossobes", False),
        ("voss", "vossobe", False),
        ("clara_voss", "the_clara_voss_hall", True),
        ("clara_voss", "clara_maud_voss", False),
        ("voss", "clara_voss", True),
        ("clara_voss", "clara_vossmann", False),
        ("clara_voss", "ida_voss", False),
        ("clara_voss", "clara_moor", False),
    ],
)
def test_names_within_names(left: str, right: str, expected: bool) -> None:
    assert one_name(left, right) is one_name(right, left) is expected
