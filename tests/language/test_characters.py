"""Folding keeps every offset and gives one plain form to characters that look alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.characters import behind_marks, beyond_ascii, fold


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("17\u00a0March\u20091962", "17 March 1962"),
        ("1\u202f250\u202f000", "1 250 000"),
        ("\u3000ten\u2003rooms", " ten rooms"),
        ("1914\u20131918, \u221240, well\u2010known", "1914-1918, -40, well-known"),
        ("\u2018ships\u2019 and \u201cboats\u201d", "'ships' and \"boats\""),
        ("\uff11\uff12\uff0e\uff15\uff05", "12.5%"),
        ("\u0661\u0669\u0667\u0666", "1976"),
        ("left\tright\nbelow\r\n", "left\tright\nbelow\r\n"),
        ("soft\u00adhyphen\u200bstays\u2026", "soft\u00adhyphen\u200bstays\u2026"),
        ("$5, \u20ac6 and \u00bd", "$5, \u20ac6 and \u00bd"),
    ],
)
def test_fold(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(st.text())
def test_length_and_second_folding(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_many_different_characters_fold_as_few_do() -> None:
    digits = [chr(code) for code in range(0x80, 0x20000) if unicodedata.category(chr(code)) == "Nd"]
    together = fold("".join(digits))
    assert len(digits) > 100
    assert together == "".join(fold(digit) for digit in digits)
    assert together == "".join(str(unicodedata.decimal(digit)) for digit in digits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Tarn is", 4), ("Tarn  is", 5), ("Tarn   is", 6), ("Tarn  ", 5), ("Tarn", 4)],
)
def test_behind_marks(text: str, expected: int) -> None:
    assert behind_marks(text, len("Tarn")) == expected


@pytest.mark.parametrize("length", [0, 1, 65535, 65536, 65537])
def test_all_characters_beyond_ascii_are_found(length: int) -> None:
    assert beyond_ascii("a" * length + "é") == {"é"}
    assert beyond_ascii("é" + "a" * length + "\ud800") == {"é", "\ud800"}
    assert beyond_ascii("a" * length) == set()


def test_a_lone_surrogate_is_folded_and_keeps_its_place() -> None:
    assert fold("a\ud800b") == "a\ufffdb"
