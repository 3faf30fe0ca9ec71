"""Where a text gives one thing two names, and where two names merely stand near such words."""

from __future__ import annotations

import pytest

from checker.language import names
from checker.linguistics.alias_patterns import other_names


def pairs(text: str) -> list[tuple[str, str]]:
    return [(left.text, right.text) for left, right in other_names(text, names.find(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Corran Mill, also known as Tarn Works, is old.",
        "Corran Mill (also known as Tarn Works) is old.",
        "Corran Mill, which was also known as “Tarn Works”.",
        "Corran Mill (aka Tarn Works) is old.",
        'Corran Mill ("Tarn Works") is old.',
        "Corran Mill ('Tarn Works') is old.",
        f"Corran Mill ({'x' * 60}), also known as Tarn Works.",
        "In Lund, Corran Mill, also called the Tarn Works, is old.",
    ],
)
def test_two_names(text: str) -> None:
    assert pairs(text) == [("Corran Mill", "Tarn Works")]


@pytest.mark.parametrize(
    "text",
    [
        "Also known as Tarn Works, it is old.",
        "Corran Mill is old; it was also known as Tarn Works.",
        "Corran Mill, also known as the old Tarn Works.",
        "Corran Mill and Tarn Works, also known as old.",
        f"Corran Mill ({'x' * 61}), also known as Tarn Works.",
        'Corran Mill and "Tarn Works" are old.',
        "Corran Mill (Tarn Works) is old.",
        'Corran Mill ("Tarn Works: old") is old.',
    ],
)
def test_no_two_names(text: str) -> None:
    assert len(names.find(text)) in {1, 2} and pairs(text) == []


@pytest.mark.parametrize(("blanks", "count"), [(89, 1), (90, 1), (91, 0)])
def test_how_far_the_words_may_stand(blanks: int, count: int) -> None:
    assert len(pairs(f"Corran Mill{' ' * blanks}also known as Tarn Works")) == count
