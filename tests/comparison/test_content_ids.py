"""Sources are compared under ids made of what they say, the same under any names and in any order."""

from __future__ import annotations

import re

import pytest

from checker.comparison.content_ids import hide, revealed
from checker.comparison.entity_resolution import identify
from checker.model.claim import Record
from checker.model.document import Source
from tests.comparison.stated import named, stated

TELLING = ("It has 40 gates.", "Of all gates 40 rot.", "So 40 gates rot.")


def record(source: str, sentence: str, *names: str, entity: str = "Tarn Weir") -> Record:
    claim = stated(sentence, "40 gates", source=source)
    return Record(Source(source), (named(entity),), (claim,), frozenset(names))


def test_an_id_is_of_sixteen_digits_and_stands_in_every_claim() -> None:
    hidden = hide([record("a", TELLING[0])])
    ((key, own),) = hidden.sources.items()
    assert own == "a"
    assert re.fullmatch(r"[0-9a-f]{16}", key)
    (one,) = hidden.records
    assert one.source.id == key
    assert [(claim.id, claim.source) for claim in one.claims] == [(f"{key}-0-7", key)]
    assert hidden.claims[f"{key}-0-7"].id == "a-0-7"


@pytest.mark.parametrize("names", ["abc", "cab", "zyx"])
def test_names_and_order_decide_nothing(names: str) -> None:
    told = [record(source, sentence) for source, sentence in zip(names, TELLING, strict=True)]
    first = [one.source.id for one in hide([record(s, t) for s, t in zip("abc", TELLING, strict=True)]).records]
    assert [one.source.id for one in hide(told).records] == [one.source.id for one in hide(told[::-1]).records] == first


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (record("b", TELLING[0]), True),
        (record("b", TELLING[1]), False),
        (record("b", TELLING[0], "osier"), False),
        (record("b", TELLING[0], entity="Osier Mill"), False),
    ],
)
def test_what_an_id_is_made_of(other: Record, same: bool) -> None:
    first, second = (one.records[0].source.id for one in (hide([record("a", TELLING[0])]), hide([other])))
    assert (first == second) is same


def test_texts_of_one_content_are_told_apart_by_their_names() -> None:
    hidden = hide([record(source, TELLING[0]) for source in "cab"])
    key = min(hidden.sources)
    assert dict(hidden.sources) == {key: "a", f"{key}.2": "b", f"{key}.3": "c"}


def test_an_id_that_somebody_else_made_is_kept_whole() -> None:
    own, other = record("a", TELLING[0]), record("b", TELLING[0])
    mixed = Record(own.source, own.entities, (own.claims[0], other.claims[0]))
    hidden = hide([mixed])
    key = next(iter(hidden.sources))
    assert [claim.id for claim in hidden.records[0].claims] == [f"{key}-0-7", f"{key}=b-0-7"]


def test_the_sources_own_ids_come_back() -> None:
    records = [record(source, sentence) for source, sentence in zip("ab", TELLING, strict=False)]
    hidden = hide(records)
    identity = revealed(identify(hidden.records), hidden.sources)
    assert identity.ids == {("a", "tarn_weir"): "tarn_weir", ("b", "tarn_weir"): "tarn_weir"}
    assert {source for source, _ in identity.entities["tarn_weir"]} == {"a", "b"}
