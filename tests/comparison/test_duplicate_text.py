"""Sentences that stand near-verbatim in several sources are one text; like facts in like words are not."""

from __future__ import annotations

import pytest

from checker.comparison.duplicate_text import grouped, verbatim
from checker.comparison.sentence_alignment import AlignedPair, aligned_pairs
from checker.model.claim import Claim
from tests.comparison.stated import stated, words
from tests.readings import report

OPENING = "Queen Matilda opened the Harlow Bridge to boatmen and carters in June 1907."


def groups(*texts: str) -> list[list[str]]:
    """The sources that carry one text, by text."""
    claims = report(*texts).claims
    found: dict[tuple[str, int], list[str]] = {}
    for (source, _), first in grouped(claims, verbatim(aligned_pairs(claims))).items():
        found.setdefault(first, []).append(source)
    return sorted(found.values())


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


def test_near_verbatim_sentences_are_of_two_sources() -> None:
    pairs = [AlignedPair(said(LONG, "a"), said(LONG, source, 90), 1.0) for source in "ab"]
    assert verbatim(pairs) == [(("a", 0), ("b", 90))]
