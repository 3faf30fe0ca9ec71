"""Sentences that stand near-verbatim in several sources are one text; like facts in like words are not."""

from __future__ import annotations

import pytest

from checker.comparison.duplicate_text import grouped, verbatim
from checker.comparison.sentence_alignment import aligned_pairs
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
