"""Which capitals are names, by how a document uses them."""

from __future__ import annotations

import pytest

from tests.linguistics.documents import entities


def names(written: str) -> list[str]:
    return [name.text for name in entities(written).names]


@pytest.mark.parametrize(
    ("written", "none"),
    [
        ("Fix the sluice. The men of Osier Lock fix it.", "Fix"),
        ("We're glad that Osier Lock is open.", "We're"),
        ("You'll find Osier Lock upstream.", "You'll"),
        ("A keeper of Osier Lock MUST hold a licence.", "MUST"),
        ("Osier Lock keeps 40 MB of plans.", "MB"),
        ("Osier Lock costs 900 USD a day.", "USD"),
        ("The depth of Osier Lock is TBD.", "TBD"),
        ("# Osier Lock\n\n## Settings\n\nThe settings of Osier Lock are few.", "Settings"),
        ("# Osier Lock\n\n## Notes\n\nOsier Lock has notes on the wall.", "Notes"),
        ("Yesterday a boat sank at Osier Lock, and yesterday it was raised.", "Yesterday"),
    ],
)
def test_capitals_that_are_no_name(written: str, none: str) -> None:
    found = names(written)
    assert none not in found and "Osier Lock" in found


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The boats of Corran are old.", "Corran"),
        ("The keepers met at Osier Lock in May.", "Osier Lock"),
        ("The Tern Valley Trust (TVT) grew.", "TVT"),
        ("A letter to Ada Voss was found.", "Ada Voss"),
        ("The trust of Osier Lock is old. The Trust has 40 boats.", "Trust"),
        ("A keeper of Osier Lock MUST hold a licence.", "Osier Lock"),
        ("The Wren Institute of Dyeing was founded in 1911.", "Wren Institute of Dyeing"),
    ],
)
def test_capitals_that_are_a_name(written: str, name: str) -> None:
    assert name in names(written)
