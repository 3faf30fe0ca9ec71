"""Whether a name that a person gave is one of an entity's."""

from __future__ import annotations

import pytest

from training.naming import names_it, words_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Osier Lock", {"osier", "lock"}),
        ("Osier Lock (1871)", {"osier", "lock"}),
        ("Trust for the Lock of Osier", {"trust", "lock", "osier"}),
        ("A B", set()),
    ],
)
def test_words(name: str, expected: set[str]) -> None:
    assert words_of(name) == expected


@pytest.mark.parametrize(
    ("forms", "names", "expected"),
    [
        (["Osier Lock"], ["Osier Lock"], True),
        (["the osier lock"], ["Osier Lock (lock)"], True),
        (["Tarn Hall"], ["Osier Lock"], False),
        (["Tarn Hall", "Osier Lock"], ["Osier Lock"], True),
        (["Osier Lock"], ["Tarn Hall", "Osier Lock"], True),
        # A short form, but no place for what is named after it.
        (["Osier"], ["Osier Lock"], True),
        (["Norway"], ["Norway Lock Trust"], False),
        # A longer form, up to twice the words.
        (["Old Osier Lock Gate"], ["Osier Lock"], True),
        (["Old Upper Osier Lock Gate"], ["Osier Lock"], False),
        # More than half of all words in both.
        (["Osier Lock Company"], ["Osier Lock Trust"], False),
        (["Old Osier Lock Company"], ["Old Osier Lock Trust"], True),
        # Nothing that tells one from another.
        (["The"], ["Osier Lock"], False),
        (["Osier Lock"], ["the"], False),
        ([], ["Osier Lock"], False),
        (["Osier Lock"], [], False),
    ],
)
def test_names(forms: list[str], names: list[str], expected: bool) -> None:
    assert names_it(forms, names) is expected
