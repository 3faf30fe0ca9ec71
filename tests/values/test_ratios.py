"""Ratios, multiples, scores and ordinals told apart from counts."""

import pytest

from tests.values.stated import mentions


def kinds(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.kind, m.text, m.low) for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ratio of 6:1", [("ratio", "6:1", "6")]),
        ("one in five pupils", [("ratio", "one in five", "0.2")]),
        ("two out of three", [("ratio", "two out of three", "0.666666666666667")]),
        ("a student ratio of 9 to 1", [("ratio", "9 to 1", "9")]),
        ("Student ratio: 11 to 1", [("ratio", "11 to 1", "11")]),
        ("odds of 6-to-1", [("ratio", "6-to-1", "6")]),
        ("a 3-to-2 margin", [("ratio", "3-to-2", "1.5")]),
        ("a 5-to-10-page letter", [("count", "5-to-10", "5")]),
        ("a two- to three-fold rise", [("multiple", "two- to three-fold", "2")]),
        ("a rating of 5.6/10", [("ratio", "5.6/10", "0.56")]),
        ("12 in six boxes", [("number", "12", "12"), ("count", "six", "6")]),
        ("twice as many", [("multiple", "twice", "2")]),
        ("a threefold increase", [("multiple", "threefold", "3")]),
        ("a 2.5x rise", [("multiple", "2.5x", "2.5")]),
        ("four times faster", [("multiple", "four times", "4")]),
        ("won it four times.", [("count", "four", "4")]),
        ("beat them 4-0", [("score", "4-0", "0")]),
        ("by a vote of 5\u20134", [("score", "5\u20134", "4")]),
        ("eighth in the nation", [("ordinal", "eighth", "8")]),
        ("for the third year in a row", [("ordinal", "third", "3")]),
        ("ranked 12th", [("ordinal", "12th", "12")]),
        ("its 50th anniversary", [("ordinal", "50th", "50")]),
        ("the second-largest port", [("ordinal", "second", "2")]),
    ],
)
def test_kinds(text: str, expected: list[object]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "first hand",
        "the first ship",
        "a second opinion",
        "10:30",
        "doubled up in pain?",
        "24/7",
        "20/20",
        "05/07",
        "sixth sense",
    ],
)
def test_none(text: str) -> None:
    assert [m for m in mentions(text) if m.kind in ("ratio", "ordinal", "score")] == []
