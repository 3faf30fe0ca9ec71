"""The rarer a word is, the more it says that two texts share it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from checker.language.language import Language, table, using
from checker.language.rarity import UNLISTED, rarity
from checker.language.words import stem


@pytest.mark.parametrize(
    ("commoner", "rarer"),
    [
        ("the", "also"),
        ("also", "member"),
        ("member", "museum"),
        ("museum", "lighthouse"),
        ("lighthouse", "lockkeeper"),
    ],
)
def test_rarity_grows_as_a_word_is_found_less(commoner: str, rarer: str) -> None:
    assert rarity(stem(commoner)) < rarity(stem(rarer))


@pytest.mark.parametrize("word", ["zzz", "", "lockkeeper"])
def test_what_is_not_listed_is_rarest(word: str) -> None:
    assert rarity(word) == UNLISTED == 8.0


def test_the_steps_are_halves_below_the_rarest() -> None:
    steps = list(map(float, table("language/word_frequencies")))
    assert steps == [step / 2 for step in range(13)]
    assert steps[-1] < UNLISTED


def test_there_are_more_words_the_rarer_they_are() -> None:
    listed = [len(stems.split()) for stems in table("language/word_frequencies").values()]
    assert all(fewer < more for fewer, more in pairwise(listed[:-1]))


def test_no_stem_has_two_steps() -> None:
    listed = [one for stems in table("language/word_frequencies").values() for one in stems.split()]
    assert len(listed) == len(set(listed))
    assert all(one == one.lower() for one in listed)


def test_a_language_without_the_table_has_rare_words_alone(tmp_path: Path) -> None:
    assert rarity("the") == 0
    with using(Language(tmp_path)):
        assert rarity("the") == UNLISTED
