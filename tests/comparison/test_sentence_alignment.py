"""Near copies of a sentence are found across sources, and their values lined up; other sentences are not."""

from __future__ import annotations

import pytest

from checker.comparison.sentence_alignment import aligned_pairs
from tests.comparison.negative import assert_read, conflicts_of_read
from tests.readings import conflicts, report

PIERS = "The Ardle Viaduct rests on 24 granite piers, each of them sunk by divers in the winter of 1875."
OPENED = " The Ardle Viaduct was opened on 9 June 1877 by Lady Corran."


def lined_up(left: str, right: str) -> set[tuple[str, str]]:
    """The values that stand at the same place of near copies, left and right."""
    pairs = [
        sorted((pair.left, pair.right), key=lambda claim: claim.source)
        for pair in aligned_pairs(report(left, right).claims)
    ]
    return {(one.value.text, other.value.text) for one, other in pairs}


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        (PIERS, PIERS, {("24", "24"), ("winter of 1875", "winter of 1875")}),
        (PIERS, PIERS.replace("24", "26"), {("24", "26"), ("winter of 1875", "winter of 1875")}),
        (PIERS, PIERS.replace("each of them", "each"), {("24", "24"), ("winter of 1875", "winter of 1875")}),
        (
            "The Osier Club counts 412 rowers and 60 coxswains among its members.",
            "The Osier Club counts 431 rowers and 66 coxswains among its members.",
            {("412", "431"), ("60", "66")},
        ),
        (
            "Bruma Steel delivered 5,200 plates to the yards of Port Ellery in 1998.",
            "In 1998 Bruma Steel delivered 5,200 plates to the yards of Port Ellery.",
            {("5,200", "5,200")},
        ),
        (
            "Keepers of the Harrow Light log 1,900 hours of fog in a bad winter.",
            "Keepers of the Harrow Light log 2,100 hours of fog in a bad winter.",
            {("1,900 hours", "2,100 hours")},
        ),
    ],
)
def test_near_copies(left: str, right: str, pairs: set[tuple[str, str]]) -> None:
    assert pairs <= lined_up(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (PIERS, "The Harlow Bridge cost £2.1 million and opened in 1907 after five years of work."),
        (PIERS, "Divers died while 24 lanterns burnt on the quay of Lundby."),
        ("The Osier Club has 412 members.", "The Pell Museum drew 96,000 visitors in 2014."),
        ("Clara Voss was born in 1901.", "The Tarn Tower has 31 floors."),
        (PIERS, ""),
    ],
)
def test_other_sentences(left: str, right: str) -> None:
    assert_read(report(left, right).claims, [text for text in (left, right) if text])
    assert lined_up(left, right) == set()


def test_likeness_is_a_share_and_the_best_come_first() -> None:
    found = aligned_pairs(
        report(PIERS + OPENED, PIERS.replace("24", "26") + OPENED, PIERS.replace("each of them", "all")).claims
    )
    shares = [pair.likeness for pair in found]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share <= 1 for share in shares)


def test_sentences_of_one_source_are_no_copies() -> None:
    assert aligned_pairs(report(f"{PIERS} {PIERS}").claims) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (PIERS + OPENED, PIERS.replace("24", "26") + OPENED),
        (
            "The Marlow Shelter served 5,140 meals to sailors in May 1998. The Marlow Shelter opened on 2 May 1991.",
            "The Marlow Shelter served 5,410 meals to sailors in May 1998. The Marlow Shelter opened on 2 May 1991.",
        ),
        (
            "The Harrow Light burnt 640 barrels of whale oil each year. The Harrow Light was lit on 4 March 1836.",
            "The Harrow Light burnt 460 barrels of whale oil each year. The Harrow Light was lit on 4 March 1836.",
        ),
    ],
)
def test_a_changed_value_in_a_copy_is_a_conflict(left: str, right: str) -> None:
    assert len(conflicts(left, right)) == 1
    assert conflicts_of_read(left, left) == conflicts_of_read(right, right) == []


def test_bounds_in_other_words_stand_at_one_place() -> None:
    left = "The Osier Club and its forerunners have trained over 400 rowers on the Tern."
    right = "In all, the Osier Club and its forerunners have trained more than 500 rowers on the Tern."
    assert lined_up(left, right) == {("over 400", "more than 500")}
