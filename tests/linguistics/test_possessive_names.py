"""Names that a possessive parts, and names that only belong to others."""

from __future__ import annotations

import pytest

from tests.linguistics.documents import entities


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("St Bride's Hospitals Trust grew.", ["St Bride's Hospitals Trust"]),
        ("The Dockers' Union met.", ["Dockers' Union"]),
        ("The Dockers' Union met, and the Dockers' Union left.", ["Dockers' Union", "Dockers' Union"]),
        ("Norway's Parliament met.", ["Norway", "Parliament"]),
        ("Lund's Corran Bridge fell.", ["Lund", "Corran Bridge"]),
        ("The Dockers' Union met in Lund, and the Dockers left.", ["Dockers", "Union", "Lund", "Dockers"]),
    ],
)
def test_halves(written: str, expected: list[str]) -> None:
    assert [name.text for name in entities(written).names] == expected
