"""What the sentence of a duration says of it, on both sides of each reach."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.duration_context import duration_context
from checker.language.words import stem, words
from checker.model.claim import Claim, Evidence, Scope
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention

_LETTERS = "abC.' ,-1\u200b\n é&9\t"


def claim(quote: str, start: int, end: int) -> Claim:
    value = Mention("duration", 7 + start, 7 + end, quote[start:end], "3", "3", "year")
    return Claim(
        "a-1",
        "a",
        SubjectRef("mill"),
        "Mill",
        "stay",
        value,
        Scope(),
        "asserted",
        Evidence(quote, 7, 7 + len(quote), 1, 1),
    )


def near(quote: str, start: int, end: int) -> set[str]:
    duration = claim(quote, start, end)
    return set(duration_context(quote, 7, duration, [duration]).near)


@given(st.text(_LETTERS, max_size=60), st.data())
def test_no_word_is_missed_and_none_too_many(quote: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(quote)))
    start = data.draw(st.integers(0, end))
    around = [*words(quote, 0, start)[-5:], *words(quote, end, len(quote))[:5]]
    assert near(quote, start, end) == {stem(word.low) for word in around if word.is_word}


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("one two three four five six 3 years seven", {"two", "three", "four", "five", "six", "seven"}),
        ("a - - - - - 3 years", set()),
        ("a b's c 3 years d e f g h i", {"a", "b", "c", "d", "e", "f", "g", "h"}),
    ],
)
def test_five_words_on_either_side(quote: str, expected: set[str]) -> None:
    at = quote.index("3 years")
    assert near(quote, at, at + len("3 years")) == {stem(word) for word in expected}


@pytest.mark.parametrize(("characters", "dates"), [(400, ("1911",)), (401, ())])
def test_how_far_a_date_may_be_from_a_duration(characters: int, dates: tuple[str, ...]) -> None:
    quote = f"3 years{' ' * characters}1911"
    duration, at = claim(quote, 0, len("3 years")), 7 + quote.index("1911")
    date = replace(duration, value=Mention("date", at, at + 4, "1911", "1911-01-01", "1911-12-31"))
    found = duration_context(quote, 7, duration, [duration, date])
    assert tuple(nearby.date for nearby in found.dates) == dates
