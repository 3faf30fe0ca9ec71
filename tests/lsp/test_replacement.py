"""Which words may be written in place of a value."""

from __future__ import annotations

import pytest

from checker import find_values
from checker.lsp.replacement import in_place_of


@pytest.mark.parametrize(
    ("stated", "meant", "words"),
    [
        ("1894", "1895", "1895"),
        ("$50 million", "$108 million", "$108 million"),
        ("3 May 2019", "13 June 2019", "13 June 2019"),
        ("May 3, 2019", "13 June 2019", "June 13, 2019"),
        ("45%", "4.5 percent", "4.5%"),
        ("twelve boats", "14 boats", "fourteen"),
        ("1894", "1894", None),  # nothing to write
        ("about 300 boats", "312 boats", "312"),
        ("$50", "€60", None),
        ("3 May 2019", "June 2019", None),  # says nothing of the day
    ],
)
def test_a_value_is_written_in_the_style_of_another(stated: str, meant: str, words: str | None) -> None:
    quote = f"It is {stated}, they say."
    (one,), (other,) = find_values(quote), find_values(f"It is {meant}.")
    assert in_place_of(one, other, quote, one.start) == words
