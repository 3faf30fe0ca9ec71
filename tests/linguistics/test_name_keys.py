"""Spellings of one name have one key, and names of different things have different keys."""

from __future__ import annotations

import pytest

from checker.linguistics.name_keys import canonical


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # A nation before the name of something longer.
        ("us corran training", "corran training"),
        ("american corran works", "corran works"),
        ("us corran", "us corran"),
        # An article, and "programme" behind a name of two words, or of one short word.
        ("the corran mill", "corran mill"),
        ("corran training programme", "corran training"),
        ("corran programme", "corran"),
        ("corrans programme", "corrans programme"),
        ("corran programme scheme", "corran programme"),
        # Titles, and what a person is called by before the name.
        ("dr ada corran", "ada corran"),
        ("the dr ada corran", "ada corran"),
        ("dr", "dr"),
        ("engineer ada corran", "ada corran"),
        ("film director ada corran", "ada corran"),
        ("bridge ada", "bridge ada"),
        ("bridge ada corran", "bridge ada corran"),
        # What a ship is called by, unless the rest names something else.
        ("steamer corran queen", "corran queen"),
        ("steamer corran", "steamer corran"),
        ("steamer corran bridge", "steamer corran bridge"),
        # Letters behind the name of a person or a company.
        ("ada corran kcb", "ada corran"),
        ("ada corran kcb cbe", "ada corran"),
        ("ada kcb", "ada kcb"),
        ("bruma steel plc", "bruma steel"),
        ("bruma plc", "bruma plc"),
    ],
)
def test_canonical(key: str, expected: str) -> None:
    assert canonical(key) == expected
