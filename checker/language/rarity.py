"""Tells how rare a word is in texts of all kinds: two claims that share a rare word have more in common than "year"."""

from __future__ import annotations

from checker.language.language import derived, table

UNLISTED = 8.0
"""How rare a word is that the table does not list."""


def rarity(stem: str) -> float:
    """The natural logarithm of how many texts there are to each that has the word, in steps; 0 for one in all."""
    return _steps().get(stem, UNLISTED)


@derived
def _steps() -> dict[str, float]:
    return {stem: float(step) for step, stems in table("language/word_frequencies").items() for stem in stems.split()}
