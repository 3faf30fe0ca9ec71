"""Runs of values that are no sentence are read in stretches, and said of nobody where no word stands among them."""

from __future__ import annotations

import re

import pytest

from checker import find_values
from tests.readings import claims

NUMBERS = [str(number) for number in range(101, 161)]


@pytest.mark.parametrize("number", [1, 47, 48, 60])
def test_figures_without_a_word(number: int) -> None:
    text = f"# Lundby\n\n{' '.join(NUMBERS[:number])}"
    assert len(find_values(text)) == number
    assert claims(text) == ()


@pytest.mark.parametrize(("number", "stretches"), [(48, 1), (49, 2), (60, 2)])
def test_a_run_of_values_with_words(number: int, stretches: int) -> None:
    found = claims(f"The Osier Club had {' boats, '.join(NUMBERS[:number])} boats.")
    assert [claim.value.text for claim in found] == NUMBERS[:number]
    assert len({claim.evidence.start for claim in found}) == stretches


def test_what_is_said_again_has_an_id_of_its_own() -> None:
    first, second, third = (claim.id for claim in claims("Tarn Tunnel opened in 1907.\n\n" * 3))
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_the_id_of_a_claim_and_of_its_date_is_ten_digits_of_what_they_say() -> None:
    found = claims("The Osier Club had 412 members in 1999.")
    assert [claim.attribute for claim in found] == ["members", "as_of"]
    assert all(re.fullmatch("a-[0-9a-f]{10}", claim.id) for claim in found)
