"""A text has one form, however it is encoded, broken into lines and spaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.canonical import canonical, canonical_quote


@pytest.mark.parametrize(
    ("given_text", "form", "quote"),
    [
        ("a b", "a b", "a b"),
        ("a\r\nb", "a\nb", "a b"),
        ("a\rb", "a\nb", "a b"),
        ("a \nb", "a\nb", "a b"),
        ("a\n\nb", "a\n\nb", "a b"),
        ("a\n\n\nb", "a\n\nb", "a b"),
        ("a\r\n\r\nb", "a\n\nb", "a b"),
        ("a\r\rb", "a\n\nb", "a b"),
        ("a\n \n \nb", "a\n\nb", "a b"),
        ("a \n b", "a\n b", "a b"),
        ("a  b", "a b", "a b"),
        ("  a  b", " a b", " a b"),
        ("a\u00a0b", "a\u00a0b", "a b"),
        ("a\u00a0\u2003b", "a b", "a b"),
        ("a\tb", "a\tb", "a\tb"),
        ("a  \n", "a\n", "a "),
        ("a   ", "a   ", "a "),
        ("\ufeffa", "a", "\ufeffa"),
        ("a\ufeffb", "a\ufeffb", "a\ufeffb"),
        ("e\u0301x", "\u00e9x", "\u00e9x"),
        ("ae\u0301\u00e9o\u0308", "a\u00e9\u00e9\u00f6", "a\u00e9\u00e9\u00f6"),
        ("\u1112\u1161\u11ab", "\ud55c", "\ud55c"),
        ("e\u0301  b\r\n", "\u00e9 b\n", "\u00e9 b "),
    ],
)
def test_one_form(given_text: str, form: str, quote: str) -> None:
    assert canonical(given_text).text == form
    assert canonical_quote(given_text).text == quote


@given(st.text(st.sampled_from("ae\u0301\u0327\u0344\u1112\u1161\u11ab\u00a0\ufeff \t\r\n")))
def test_a_quote_is_in_its_form_already_when_read_again(text: str) -> None:
    once = canonical_quote(text).text
    assert canonical_quote(once).text == once
