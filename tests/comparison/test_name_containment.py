"""Whether two texts mean one thing by the names and words of both, on either side of each condition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison.name_containment import NameIndex, part_of_name, single_of, texts_naming
from checker.comparison.thresholds import TEXTS_NAMING
from checker.model.claim import UNNAMED, Claim, Entity, Record, Scope
from checker.model.document import Source
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import book, named, stated


def claim(sentence: str, value: str, name: str | None, source: str, start: int = 0) -> Claim:
    subject = UNNAMED if name is None else name.lower().replace(" ", "_")
    made = stated(sentence, value, source=source, subject=subject, start=start)
    return made if name is None else replace(made, subject_name=name)


def record(source: str, *claims: Claim, entities: tuple[Entity, ...] = (), names: tuple[str, ...] = ()) -> Record:
    own = entities or tuple(dict.fromkeys(named(c.subject_name) for c in claims if c.subject.entity != UNNAMED))
    return Record(Source(source), own, claims, frozenset(names))


def index(*records: Record) -> NameIndex:
    return NameIndex(records, [claim for record in records for claim in record.claims], single_of(records))


def pair(left: str | None, right: str | None, mine: str = "{} saw", theirs: str = "{} saw") -> tuple[Claim, Claim]:
    """What two texts of one sentence say of what they call by these names."""
    return (
        claim(f"{mine.format(left or 'It')} 40 gates.", "40 gates", left, "a"),
        claim(f"{theirs.format(right or 'It')} 60 gates.", "60 gates", right, "b"),
    )


def one_subject(left: Claim, right: Claim, people: bool = False, alone: bool = True, **types: str) -> bool:
    records = []
    for told in (left, right):
        unnamed = told.subject.entity == UNNAMED
        entity = Entity(told.subject.entity, told.subject_name, type=types.get(told.source))
        records.append(record(told.source, told, entities=() if unnamed and told.source not in types else (entity,)))
    return index(*records).one_subject(left, right, people, alone)


@pytest.mark.parametrize(
    ("left", "right", "people", "alone", "expected"),
    [
        ("Tarn Weir", "Tarn Weir", False, False, True),
        ("Tarn Weir", "Osier Weir", False, False, False),
        ("Clara Voss", "Clara Maud Voss", True, False, True),
        ("Clara Voss", "Clara Maud Voss", False, False, False),
        ("Clara Voss", "Maud Voss", True, False, False),
        ("Clara Ida Voss", "Clara Maud Voss", True, False, True),
        ("Ida Clara Voss", "Maud Clara Voss", True, False, False),
        ("Clara Voss", "Clara Maud", True, False, False),
        ("Voss", "Clara Voss", True, False, False),
        ("Maud Voss", "Clara Maud Voss", True, False, True),
        ("Clara Voss", "Clara Vossobe", False, False, True),
        ("Clara Voss", "Clara Vossobes", False, False, False),
        ("Voss", "Clara Voss", False, True, True),
        ("Voss", "Clara Voss", False, False, False),
        ("Voss", "Clara Maud Voss", False, True, True),
        ("Voss", "Clara Maud Ida Voss", False, True, False),
        ("Clara", "Clara Voss", False, True, False),
    ],
)
def test_subjects_by_their_names(left: str, right: str, people: bool, alone: bool, expected: bool) -> None:
    one, other = pair(left, right)
    assert one_subject(one, other, people, alone) is expected


@pytest.mark.parametrize(("kind", "expected"), [("person", True), ("structure", False)])
def test_only_people_go_by_their_last_name(kind: str, expected: bool) -> None:
    one, other = pair("Voss", "Clara Voss")
    assert one_subject(one, other, a="person", b=kind) is expected
    assert one_subject(one, other, b=kind) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("Here {} by Osier saw", "Here {} by Tarn saw", True),
        ("Here {} saw", "Here {} by Tarn saw", False),
        ("Here {} by Osier saw", "Here {} saw", False),
    ],
)
def test_each_text_has_the_words_of_both_names(mine: str, theirs: str, expected: bool) -> None:
    assert one_subject(*pair("Tarn Weir", "Osier Weir", mine, theirs), alone=False) is expected


@pytest.mark.parametrize(
    ("left", "right", "alone", "expected"),
    [
        ("Weir Bridge", "Bridge Weir Hall", True, True),
        ("Bridge", "Osier Bridge", True, True),
        ("Bridge", "Osier Bridge", False, False),
    ],
)
def test_a_name_of_nothing_but_its_kind(left: str, right: str, alone: bool, expected: bool) -> None:
    sentence = "At Weir Bridge Hall {} by Osier saw"
    assert one_subject(*pair(left, right, sentence, sentence), alone=alone, a="structure", b="structure") is expected


def test_a_part_of_a_name_beside_a_longer_text() -> None:
    short, long = pair("Osier Lund", "The Osier Lund Hall")
    more = claim("Nothing has 90 doors.", "90 doors", "The Osier Lund Hall", "b", 200)
    one_sentence, two_sentences = (
        index(record("a", short), record("b", long)),
        index(record("a", short), record("b", long, more)),
    )
    assert not one_sentence.one_subject(short, long, False, False)
    assert two_sentences.one_subject(short, long, False, False)
    assert not two_sentences.one_subject(long, short, False, False)


@pytest.mark.parametrize(
    ("left", "right", "alone", "expected"),
    [
        (None, "Low Tide", True, True),
        ("Low Tide", None, True, True),
        (None, "Low Tide", False, False),
        (None, None, True, False),
    ],
)
def test_what_one_text_never_names(left: str | None, right: str | None, alone: bool, expected: bool) -> None:
    assert one_subject(*pair(left, right), alone=alone) is expected


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("The film saw", "film", True),
        ("The film saw", "song", False),
        ("The film saw", "person", False),
        ("The film crew saw", "song", True),
        ("Some film saw", "song", True),
        ("The institution saw", "university", True),
        ("The institution saw", "person", False),
        ("It saw", "person", True),
    ],
)
def test_what_is_never_named_is_of_the_other_s_type(sentence: str, kind: str, expected: bool) -> None:
    unnamed, other = pair(None, "Low Tide", mine=sentence)
    assert one_subject(unnamed, other, b=kind) is expected
    back = replace(other, source="a", id="a-0-9"), replace(unnamed, source="b", id="b-0-9")
    assert one_subject(*back, a=kind) is expected


@pytest.mark.parametrize(("name", "expected"), [("The Last Ship", True), ("Low Tide", False)])
def test_the_last_word_of_a_title_tells_no_type(name: str, expected: bool) -> None:
    unnamed, other = pair(None, name, mine="The film saw")
    assert one_subject(unnamed, other, b="ship") is expected


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


@pytest.mark.parametrize(
    ("day", "sentence", "expected"),
    [
        ("1967-10-30", "She was 80 years old when she died.", True),
        ("1967-10-30", "She was 80 years old when she sang.", False),
        ("1967-10-31", "She was 80 years old when she died.", False),
        (None, "She was 80 years old when she died.", False),
    ],
)
def test_the_age_of_an_event_that_the_statement_tells(day: str | None, sentence: str, expected: bool) -> None:
    age = replace(stated("Aged 66 years.", "66 years", source="b"), scope=Scope(low=day))
    death = stated("She died on 30 October 1967.", "30 October 1967", "died", "b", start=50)
    statement = stated(sentence, "80 years old", source="a")
    names = index(record("a", statement), record("b", age, death, replace(death, id="b-x", attribute="unknown")))
    rules = book(died={"value": "date", "holds": "once", "verbs": ["die"], "nouns": ["death"]})
    assert names.of_one_moment(statement, age, rules) is expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Tram 36", "36 gates", True),
        ("Tram 37", "36 gates", False),
        ("36 Tarn Gates", "36 gates", True),
        ("Gates", "36 gates", False),
    ],
)
def test_a_number_of_the_name(name: str, value: str, expected: bool) -> None:
    assert part_of_name(claim(f"It has {value}.", value, name, "a")) is expected


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
