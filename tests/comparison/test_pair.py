"""What several features ask of a pair, on either side of each condition."""

from __future__ import annotations

import pytest

from checker.comparison.pair import cosine, logarithm, meant
from checker.comparison.word_weights import Weighed, alike, covered, weighed
from checker.language.rarity import UNLISTED, rarity
from checker.model.labels import Labels
from tests.comparison.stated import pair_of, stated, words

ALDER, BIRCH = rarity("alder"), rarity("birch")


def of(*stems: str) -> Weighed:
    return weighed(frozenset(stems))


@pytest.mark.parametrize(
    ("left", "right", "share", "common"),
    [
        (("alder",), ("alder",), 1.0, 1.0),
        (("alder", "birch"), ("alder",), ALDER / (ALDER + BIRCH), ALDER / (ALDER + BIRCH)),
        (("alder",), ("alder", "birch"), 1.0, ALDER / (ALDER + BIRCH)),
        (("alder",), ("birch",), 0.0, 0.0),
        ((), ("birch",), 0.0, 0.0),
        (("alder",), (), 0.0, 0.0),
    ],
)
def test_shares_of_words(left: tuple[str, ...], right: tuple[str, ...], share: float, common: float) -> None:
    assert covered(of(*left), of(*right)) == pytest.approx(share)
    assert alike(of(*left), of(*right)) == pytest.approx(alike(of(*right), of(*left))) == pytest.approx(common)


def test_a_rare_word_weighs_more() -> None:
    assert of("zirconium", "number").total == UNLISTED + rarity("number")
    assert alike(of("zirconium", "number"), of("zirconium")) > alike(of("zirconium", "number"), of("number")) > 0
    assert of("alder").isdisjoint(of("birch"))
    assert not of("alder").isdisjoint(of("birch", "alder"))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"alder": 2.0}, {"alder": 3.0}, 1.0),
        ({"alder": 1.0}, {"birch": 1.0}, 0.0),
        ({"alder": 3.0, "birch": 4.0}, {"alder": 1.0}, 0.6),
        ({}, {"alder": 1.0}, 0.0),
    ],
)
def test_cosine(left: dict[str, float], right: dict[str, float], expected: float) -> None:
    lengths = tuple(sum(weight**2 for weight in side.values()) ** 0.5 for side in (left, right))
    assert cosine(left, right, (lengths[0], lengths[1])) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("count", "most", "expected"), [(0, 4, 0), (1, 4, 0), (2, 4, 1), (3, 4, 1.585), (16, 4, 4), (17, 4, 4), (64, 9, 6)]
)
def test_each_doubling_counts_the_same(count: float, most: float, expected: float) -> None:
    assert logarithm(count, most) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("Alder birch 40", "Alder birch 43", 1.0),
        ("Alder birch 40", "Alder birch 43 cedar", 6 / 7),
        ("Alder birch 40", "Alder larch 43", 4 / 6),
        ("Alder birch cedar hazel maple 40", "Alder poplar rowan spruce yew 43", 0.0),
        ("Alder 40", "Alder 43 of it by the of it", 0.0),
        ("Alder 40", "Alder 43 by it", 4 / 6),
    ],
)
def test_likeness_of_two_wordings(left: str, right: str, likeness: float) -> None:
    """0 where one sentence is much longer, or hardly any of the words are the same."""
    assert pair_of(stated(left, "40"), stated(right, "43", source="b")).wording == pytest.approx(likeness)


def test_the_nearer_neighbour_counts_more() -> None:
    pair = pair_of(stated(f"{words(0, 1)} 40", "40"), stated("Birch 43", "43", source="b"))
    assert meant(("birch", "alder"), pair.right) == pytest.approx(BIRCH / (BIRCH + ALDER / 1.5))
    assert meant(("alder", "birch"), pair.right) == pytest.approx(BIRCH / 1.5 / (ALDER + BIRCH / 1.5))
    assert meant((), pair.right) == 0.0


def test_words_of_one_meaning_count_less_than_the_same_word() -> None:
    pair = pair_of(stated("40 staff", "40"), stated("43 personnel", "43", source="b"))
    assert meant(("staff",), pair.left) == 1.0
    assert meant(("staff",), pair.right) == pytest.approx(0.8)
    assert meant(("alder",), pair.right) == 0.0


def test_what_is_worked_out_once_for_a_pair() -> None:
    labels = Labels(row="Iron")
    pair = pair_of(
        stated("Alder 40 birch", "40", labels=labels), stated("Alder 43 iron", "43", source="b", labels=labels)
    )
    assert not pair.same_source
    assert pair.near_shared == {"alder"}
    assert pair.left_slots == (1.0, 0.0, 1.0)
    assert pair.right_slots == (1.0, 1.0, 1.0)
    assert len(pair.slots_shared) == 1
    assert pair.time == "unknown"
    alone = pair_of(stated("Alder 40 birch", "40"), stated("Larch 43", "43", start=90))
    assert alone.same_source
    assert (alone.left_slots, alone.slots_shared) == ((0.0, 0.0, 0.0), [])
