"""Places in a text as editors count them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lsp.positions import Encoding, Span, TextPositions, units

ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")


@pytest.mark.parametrize(
    ("encoding", "character"),
    [("utf-8", 4 + 1 + 3 + 1), ("utf-16", 2 + 1 + 2 + 1), ("utf-32", 1 + 1 + 2 + 1)],
)
def test_an_emoji_and_a_combining_mark_count_as_the_encoding_has_them(encoding: Encoding, character: int) -> None:
    text = "first\n\N{SHIP} e\N{COMBINING ACUTE ACCENT} 312 boats"
    at = text.index("312")
    span = TextPositions(text, encoding).span(at, at + 3)
    assert span == Span(1, character, 1, character + 3)


def test_only_what_the_protocol_calls_a_line_end_is_one() -> None:
    text = "a\u2028b\x0bc\x85d\r\ne\rf\ng"
    positions = TextPositions(text, "utf-16")
    assert [positions.line_text(n) for n in range(5)] == ["a\u2028b\x0bc\x85d", "e", "f", "g", None]
    assert positions.span(text.index("g"), len(text)) == Span(3, 0, 3, 1)


@pytest.mark.parametrize(
    ("place", "offset"),
    [
        ((0, 0), 0),
        ((0, 1), 0),  # amid the emoji
        ((0, 2), 1),
        ((0, 99), 2),  # behind the end of the line
        ((1, 0), 4),
        ((2, 0), None),  # behind the last line
    ],
)
def test_places_that_an_editor_names(place: tuple[int, int], offset: int | None) -> None:
    assert TextPositions("\N{SHIP}a\r\nb", "utf-16").offset(*place) == offset


@given(st.text(st.characters(codec="utf-8")), st.data(), st.sampled_from(ENCODINGS))
def test_there_and_back_is_the_same_words(text: str, data: st.DataObject, encoding: Encoding) -> None:
    def place() -> int:
        at = data.draw(st.integers(0, len(text)))
        return at - (text[at - 1 : at + 1] == "\r\n")  # nobody is amid a line end

    start, end = sorted((place(), place()))
    positions = TextPositions(text, encoding)
    assert positions.words(positions.span(start, end)) == text[start:end]


@given(st.text())
def test_units_are_those_of_the_encoding(text: str) -> None:
    assert units(text, "utf-16") == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert units(text, "utf-8") == len(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Span(1, 2, 1, 6), Span(1, 6, 1, 6), True),
        (Span(1, 2, 1, 6), Span(1, 7, 1, 7), False),
        (Span(1, 2, 1, 6), Span(0, 0, 9, 0), True),
        (Span(1, 2, 1, 6), Span(0, 0, 1, 1), False),
    ],
)
def test_spans_that_meet(one: Span, other: Span, meets: bool) -> None:
    assert one.meets(other) == other.meets(one) == meets
