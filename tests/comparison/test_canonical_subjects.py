"""Every claim goes under its subject's common id and name; a part stays a part, and a place stays a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison.canonical_subjects import is_unnamed, under_common_ids
from checker.comparison.entity_resolution import identify
from checker.model.claim import UNNAMED, Claim, Entity, Record
from checker.model.document import Source
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import named, stated

WEIR = named("Tarn Weir", topic=True)


def claim(subject: SubjectRef, name: str, source: str = "d", binding: str = "named") -> Claim:
    made = stated("It has 40 gates.", "40 gates", source=source, binding=binding)
    return replace(made, subject=subject, subject_name=name)


def under(entity: Entity, *claims: Claim, common: str | None = None) -> list[tuple[str, str]]:
    """Subject and name of the claims of a text of its own about ``entity``, beside three texts about Tarn Weir."""
    records = [*(Record(Source(source), (WEIR,), ()) for source in "abc"), Record(Source("d"), (entity,), claims)]
    found = under_common_ids(records, identify(records), common)
    return [(one.subject.text, one.subject_name) for one in found]


@pytest.mark.parametrize(
    ("subject", "name", "expected"),
    [
        (SubjectRef("the_weir"), "Weir of Tarn", ("tarn_weir", "Tarn Weir")),
        (SubjectRef("the_weir", "gate"), "Weir of Tarn, gate", ("tarn_weir#gate", "Tarn Weir, gate")),
        (SubjectRef("the_weir", place="Lund"), "Weir of Tarn, Lund", ("tarn_weir@Lund", "Tarn Weir, Lund")),
        (SubjectRef("osier"), "Osier", ("osier", "Osier")),
        (SubjectRef("osier"), "Osier, Lund", ("osier", "Osier, Lund")),
        (SubjectRef("osier", "gate"), "Osier, gate", ("osier#gate", "Osier, gate")),
    ],
)
def test_the_common_id_and_name(subject: SubjectRef, name: str, expected: tuple[str, str]) -> None:
    known = Entity("the_weir", "Weir of Tarn", ("Tarn Weir",))
    assert under(known, claim(subject, name), claim(subject, name)) == [expected, expected]


UNKNOWN = Entity(UNNAMED, "it", topic=True)


@pytest.mark.parametrize(
    ("subject", "name", "expected"),
    [
        (SubjectRef(UNNAMED), "it", ("tarn_weir", "Tarn Weir")),
        (SubjectRef(UNNAMED), "it, of Lund", ("tarn_weir", "Tarn Weir")),
        (SubjectRef(UNNAMED, "gate"), "it, gate", ("tarn_weir#gate", "Tarn Weir, gate")),
        (SubjectRef(UNNAMED, "gate"), "it", ("tarn_weir#gate", "Tarn Weir")),
        (SubjectRef("osier"), "Osier", ("osier", "Osier")),
    ],
)
def test_what_is_told_of_nothing_in_particular(subject: SubjectRef, name: str, expected: tuple[str, str]) -> None:
    assert under(UNKNOWN, claim(subject, name), common="tarn_weir") == [expected]


def test_what_is_told_of_another_topic_stays_with_it() -> None:
    mill = named("Osier Mill", topic=True)
    for binding in ("topic", "named", "referred"):
        told = claim(SubjectRef("osier_mill"), "Osier Mill", binding=binding)
        assert under(mill, told, common="tarn_weir") == [("osier_mill", "Osier Mill")]
    assert under(replace(WEIR), claim(SubjectRef(UNNAMED), "it"), common="tarn_weir") == [(UNNAMED, "it")]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (UNNAMED, True),
        (f"{UNNAMED}~2", True),
        ("osier", False),
        (f"osier_{UNNAMED}", False),
        (f"{UNNAMED}_mill", False),
    ],
)
def test_what_a_text_never_names(subject: str, expected: bool) -> None:
    assert is_unnamed(SubjectRef(subject)) is expected


@pytest.mark.parametrize(
    ("topic", "names", "expected"),
    [
        (Entity("unnamed", "the weir", type="structure", topic=True), (), "tarn_weir"),
        (Entity("unnamed", "the school", type="university", topic=True), (), "unnamed"),
        (Entity("unnamed", "it", topic=True), (), "tarn_weir"),
        (named("Osier Mill", topic=True), (), "osier_mill"),
        (named("Osier Mill", topic=True), ("tarn weir",), "tarn_weir"),
    ],
)
def test_what_a_text_says_of_nothing_in_particular(topic: Entity, names: tuple[str, ...], expected: str) -> None:
    weir = named("Tarn Weir", type="structure", topic=True)
    own = stated("It has 40 gates.", "40 gates", source="d", subject=topic.id, binding="topic")
    records = [Record(Source(s), (weir,), ()) for s in "abc"]
    records.append(Record(Source("d"), (topic,), (own,), frozenset(names)))
    identity = identify(records)
    (claim,) = under_common_ids(records, identity, "tarn_weir")
    assert claim.subject.entity.partition("~")[0] == expected
    (firm,) = under_common_ids([replace(records[3], claims=(replace(own, binding="named"),))], identity, "tarn_weir")
    assert (firm.subject.entity == "tarn_weir") is (expected == "tarn_weir" and topic.id == "unnamed")
