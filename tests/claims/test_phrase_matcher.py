"""Phrases of the vocabulary before and behind a value, with the words that may be skipped in them."""

from __future__ import annotations

import pytest

from checker import find_values
from checker.claims.phrase_matcher import infinitive, inner, leftward, rightward
from checker.linguistics.sentence import ParsedSentence, parse


def parsed(text: str) -> ParsedSentence:
    return parse(text, 0, len(text), [], list(find_values(text)))


@pytest.mark.parametrize(
    ("text", "left", "matches"),
    [
        ("dates back to", ("dates", "back", "to"), True),
        ("dates so very back to", ("dates", "back", "to"), True),
        ("dates so very far back to", ("dates", "back", "to"), False),
        ("dates so very back so very to", ("dates", "back", "to"), True),
        ("dates back so very far to", ("dates", "back", "to"), False),
        ("back to", ("dates", "back", "to"), False),
        ("dates a b c d to", ("dates", "...", "to"), True),
        ("dates a b c d e to", ("dates", "...", "to"), False),
        ("goes dates a b c back to", ("goes", "dates", "...", "back", "to"), True),
        ("goes a b c dates a b back to", ("goes", "dates", "...", "back", "to"), False),
        ("to", ("to",), True),
    ],
)
def test_before_a_value(text: str, left: tuple[str, ...], matches: bool) -> None:
    sentence = parsed(text)
    assert leftward(sentence, len(sentence.words) - 1, left) is matches


@pytest.mark.parametrize(
    ("text", "right", "matches"),
    [
        ("metres in length", ("metres", "in", "length"), True),
        ("metres so very in length", ("metres", "in", "length"), True),
        ("metres so very far in length", ("metres", "in", "length"), False),
        ("so very metres so very in length", ("metres", "in", "length"), True),
        ("so very far metres in length", ("metres", "in", "length"), False),
        ("metres in", ("metres", "in", "length"), False),
        ("metres a b c d long", ("metres", "...", "long"), True),
        ("metres a b c d e long", ("metres", "...", "long"), False),
        ("metres a b c long so very far yet", ("metres", "...", "long", "yet"), False),
    ],
)
def test_behind_a_value(text: str, right: tuple[str, ...], matches: bool) -> None:
    assert rightward(parsed(text), 0, right) is matches


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("to open", 1, True),
        ("will open", 1, True),
        ("the open", 1, False),
        ("open", 0, False),
    ],
)
def test_a_base_form_that_is_an_event(text: str, at: int, expected: bool) -> None:
    assert infinitive(parsed(text), at) is expected


@pytest.mark.parametrize(("text", "words"), [("1990", 0), ("since 1990", 1), ("between 1990 and 1995", 1)])
def test_the_words_of_a_value_before_its_number(text: str, words: int) -> None:
    assert inner(parsed(text), 0) == words
