"""The noun phrases of a sentence that have no name for their head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.linguistics.clauses import predicates
from checker.linguistics.noun_phrases import NounPhrase, noun_phrases
from tests.linguistics.documents import whole

PIECES = (
    *(
        "the keel",
        "its old boiler room",
        "Osier Mill",
        "Osier Mill wheel",
        "nine men",
        "12 tonnes",
        "max_rows",
        "--limit",
    ),
    *(
        "sank",
        "was laid",
        "of",
        "near",
        "and",
        ",",
        "(",
        ")",
        "quickly",
        "a",
        "every",
        "the well",
        "is",
        "in 1904",
        "v2",
    ),
)
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map(" ".join)


def found(text: str) -> list[NounPhrase]:
    parsed = whole(text)
    return noun_phrases(parsed, frozenset(predicates(parsed)))


def described(text: str) -> list[str]:
    """Each phrase as it is known, with what stands before it and what it is marked as."""
    return [
        " ".join(
            filter(
                None,
                (
                    phrase.text,
                    "" if phrase.determiner == "none" else phrase.determiner,
                    phrase.preposition and f"<{phrase.preposition}",
                    "code" if phrase.code else "",
                    "counted" if phrase.counted else "",
                    "" if phrase.owner is None else f"owner {phrase.owner}",
                ),
            )
        )
        for phrase in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the keel sank", ["keel definite"]),
        ("The keels sank", ["keel definite"]),
        ("old boiler rooms sank", ["old boiler room"]),
        # What stands before it.
        ("these keels", ["keel definite"]),
        ("a keel", ["keel indefinite"]),
        ("another keel", ["keel indefinite"]),
        ("every keel", ["keel indefinite"]),
        ("any keel", ["keel indefinite"]),
        ("no keel", ["keel"]),
        ("its keel", ["keel owned"]),
        ("her keel", ["keel owned"]),
        ("my keel", ["keel owned"]),
        ("our keel", ["keel owned"]),
        ("whose keel", ["keel"]),
        ("Osier Mill's Tarn keel", ["tarn keel owned owner 2"]),
        # What governs it.
        ("of keels", ["keel <of"]),
        ("near the keel", ["keel definite <near"]),
        ("over its keel", ["keel owned <over"]),
        ("over an old keel", ["old keel indefinite <over"]),
        ("and the keel", ["keel definite"]),
        # Values, names and verbs end a phrase; a name with a noun behind it belongs to it.
        ("nine men", ["man counted"]),
        ("men nine", ["man"]),
        ("keels 12 tonnes beams", ["keel", "beam counted"]),
        ("the Osier Mill wheel", ["osier mill wheel definite"]),
        ("the wheel Osier Mill", []),
        ("the Osier Mill", []),
        ("the keel was laid", ["keel definite"]),
        # Small words and adverbs.
        ("the keel and beam", ["keel definite", "beam"]),
        ("the keel, beam", ["keel definite", "beam"]),
        ("the keel daily", ["keel definite"]),
        ("quickly keel", ["keel"]),
        ("quickly", []),
        ("the keel of the well", ["keel definite"]),
        ("the well is deep", ["well definite"]),
        ("its well was deep", ["well owned"]),
        ("every well is deep", []),
        ("well is deep", []),
        ("the well", []),
        ("the well, old", ["old"]),
        # Names in programs.
        ("max_rows", ["max_rows code"]),
        ("`max_rows` rows", ["max_rows code", "row"]),
        ("the --limit", ["limit code"]),
        ("the -limit", ["limit"]),
        ("the - -limit", ["limit code"]),
        ("the --limits", ["limits code"]),
        ("max _ rows", ["max", "row"]),
        ("boiler-rooms", ["boiler-room"]),
        ("boiler - rooms", ["boiler", "room"]),
        ("boiler/ keel", ["boiler", "keel"]),
        ("v2 keel", ["v2 keel"]),
        ("rows.cache", ["rows.cache"]),
        ("rows..cache", ["row", "cache"]),
        ("rows. cache", ["row", "cache"]),
        ("rows:", ["row"]),
        ("rows: cache", ["row", "cache"]),
    ],
)
def test_noun_phrases(text: str, expected: list[str]) -> None:
    assert described(text) == expected


@pytest.mark.parametrize(
    ("text", "written", "head"),
    [
        ("the Boiler rooms", "Boiler rooms", "room"),
        ("its old  boiler rooms", "old boiler rooms", "room"),
        ("the Osier Mill wheels", "Osier Mill wheels", "wheel"),
        ("the boiler-room", "boiler-room", "boiler-room"),
        ("the Max_rows", "Max_rows", "max_rows"),
    ],
)
def test_what_people_write_and_the_head(text: str, written: str, head: str) -> None:
    assert [(phrase.written, phrase.head) for phrase in found(text)] == [(written, head)]


@given(SENTENCES)
def test_phrases_stand_in_order_without_verbs_and_values(text: str) -> None:
    parsed, end = whole(text), 0
    verbs = set(predicates(parsed))
    for phrase in noun_phrases(parsed, verbs):
        assert end <= phrase.first < phrase.last <= len(parsed.words)
        assert verbs.isdisjoint(range(phrase.first, phrase.last))
        assert parsed.covered[phrase.last - 1] != 1
        assert phrase.text == phrase.text.strip() != ""
        end = phrase.last
