"""Words and marks stand where a text has them, whichever way they are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker.language.words as words_module
from checker.language.words import (
    apart,
    comparing,
    cut,
    noun_class,
    populations,
    singular,
    stem,
    undertakings,
    words,
)


@given(st.text(st.sampled_from("aBé'sS .,&-/1290\u0301\u200bİß“x"), max_size=40))
def test_both_ways_tell_the_same(text: str) -> None:
    laid = words(text, 0, len(text))
    assert cut(text) == ([w.start for w in laid], [w.text for w in laid])
    assert all(text[w.start : w.end] == w.text and w.low == w.text.lower() for w in laid)


@given(st.text(st.sampled_from("aB's 12.,-"), max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_stretch_is_read_as_if_it_stood_alone(text: str, start: int, end: int) -> None:
    alone = words(text[start:end], 0, len(text[start:end]))
    assert [(w.start - start, w.text) for w in words(text, start, max(start, end))] == [
        (w.start, w.text) for w in alone
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marlow's 1,200 ships", ["Marlow", "'s", "1,200", "ships"]),
        ("'s", ["'", "s"]),
        ("AT&T (U.S.)", ["AT&T", "(", "U.S", ".", ")"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert cut(text)[1] == expected


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("countries", "country"),
        ("ties", "tie"),
        ("lies", "lie"),
        ("classes", "class"),
        ("churches", "church"),
        ("boxes", "box"),
        ("workmen", "workman"),
        ("women", "woman"),
        ("mass", "mass"),
        ("basis", "basis"),
        ("bus", "bus"),
        ("gas", "gas"),
        ("cats", "cat"),
        ("days", "day"),
        ("s", "s"),
    ],
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_the_cache_of_forms_is_emptied_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_module, "_MOST_FORMS", 2)
    forms = words_module._Forms()
    assert [forms["Aa"], forms["b"]] == [("aa", True, True), ("b", True, False)]
    assert len(forms) == 2
    assert forms["4"] == ("4", False, False) and len(forms) == 1


def test_nouns_of_one_class() -> None:
    assert noun_class("nations") == noun_class("country") != noun_class("mills")
    assert stem("opened") == stem("opens") != stem("closed")


def test_kinds_of_words() -> None:
    assert "adjunct" in populations() and "mills" not in populations()
    assert "more" in comparing() and "project" in undertakings() and "south" in apart()
