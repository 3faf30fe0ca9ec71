"""Sentences that stand near-verbatim in several sources are one text; like facts in like words are not."""

from __future__ import annotations

import pytest

from checker.comparison.duplicate_text import grouped, verbatim
from checker.comparison.scoring import ScoredPair
from checker.model.claim import Claim
from tests.comparison.stated import compared, laid_out, stated, words

OPENING = "Queen Matilda opened the Harlow Bridge to boatmen and carters in June 1907."


def groups(*texts: str) -> list[list[str]]:
    """The sources that carry one text, by text."""
    found: dict[tuple[str, int], list[str]] = {}
    for (source, _), first in compared(*texts).copies.items():
        found.setdefault(first, []).append(source)
    return sorted(map(sorted, found.values()))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((OPENING, OPENING), [["a", "b"]]),
        ((OPENING, f"A guide to Lundby. {OPENING} It is red."), [["a", "b"]]),
        ((OPENING, OPENING.replace("to boatmen", "for boatmen")), [["a", "b"]]),
        ((OPENING, OPENING.replace("1907", "1911")), [["a", "b"]]),
        ((OPENING, OPENING, OPENING), [["a", "b", "c"]]),
        ((OPENING, "In June 1907 boatmen and carters saw Queen Matilda, and the Harlow Bridge opened."), []),
        (("The Harlow Bridge opened in 1907.", "The Harlow Bridge opened in 1907."), []),
        ((f"{OPENING} {OPENING}",), []),
    ],
)
def test_copies(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert groups(*texts) == expected
    assert [len(group) for group in groups(*reversed(texts))] == [len(group) for group in expected]


def test_more_copies_than_are_compared_in_pairs() -> None:
    assert [len(group) for group in groups(*[OPENING] * 40)] == [40]


LONG, SHORT = f"{words(0, 1, 2, 3)} 43", f"{words(0, 1, 2)} 43"


def said(sentence: str, source: str, start: int = 0) -> Claim:
    return stated(sentence, "43", source=source, start=start)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([said(LONG, "a"), said(LONG, "b")], [("a", 0), ("b", 0)]),
        ([said(SHORT, "a"), said(SHORT, "b")], []),
        ([said(LONG, "a"), said(LONG, "a", 90)], []),
        ([said(LONG, "a"), said(LONG, "a", 90), said(LONG, "b")], [("a", 0), ("b", 0)]),
        ([said(LONG, "b", 7), said(LONG, "a"), said(LONG, "c")], [("a", 0), ("b", 7), ("c", 0)]),
        ([said(LONG, "a"), said(f"{LONG}.", "b")], []),
    ],
)
def test_sentences_of_the_very_same_words(claims: list[Claim], expected: list[tuple[str, int]]) -> None:
    assert grouped(claims, []) == dict.fromkeys(expected, expected[0] if expected else ("", 0))


def test_pairs_of_a_chain_are_one_text() -> None:
    keys = [(source, 0) for source in "abcdef"]
    chain = [(keys[3], keys[2]), (keys[1], keys[0]), (keys[5], keys[4]), (keys[2], keys[1])]
    assert grouped([], chain) == dict.fromkeys(keys[:4], keys[0]) | dict.fromkeys(keys[4:], keys[4])


def near_verbatim(left: Claim, right: Claim) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    return verbatim(laid_out(left, right).profiles, [ScoredPair(0, 1, (), 0.0)])


def test_near_verbatim_sentences_are_of_two_sources() -> None:
    assert near_verbatim(said(LONG, "a"), said(LONG, "b", 90)) == [(("a", 0), ("b", 90))]
    assert near_verbatim(said(LONG, "a"), said(LONG, "a", 90)) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ((0, 1, 2, 3), (0, 1, 2, 3), True),
        ((0, 1, 2), (0, 1, 2), False),
        ((0, 1, 2, 3), (0, 1, 2, 3, 4), True),  # 4 of 5 words
        ((0, 1, 2, 3), (0, 1, 2, 4), False),  # 3 of 4
        ((0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 5, 6), True),
        ((0, 1, 2, 3, 4, 5), (5, 1, 0, 3, 2, 4), False),  # the same words in another order
        ((0, 1, 2, 3, 4, 5), (0, 1, 2, 5, 4, 3), False),  # 4 of 8 pairs of neighbours
        ((0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 5, 4), False),  # 5 of 7... see VERBATIM_ORDER
    ],
)
def test_how_much_is_the_same_in_a_copy(mine: tuple[int, ...], theirs: tuple[int, ...], expected: bool) -> None:
    assert bool(near_verbatim(said(f"43 {words(*mine)}", "a"), said(f"43 {words(*theirs)}", "b"))) is expected
