"""An open attribute has the text's own words apart, whole and in their base forms."""

from __future__ import annotations

import pytest

from checker.model.labels import NO_WORDS, OpenWords
from tests.readings import stated

INN = "# Tarn Society\n\n"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("The Tarn Society released 14 flight manuals.", "14", OpenWords("release", "manual", ("flight",))),
        ("The Tarn Society printed 300 leaflets.", "300", OpenWords("print", "leaflet")),
        ("Its maintenance was handled for $40,000.", "$40,000", OpenWords("handle", "maintenance")),
        ("- Orders issued: 45\n- Rainy days: 12\n", "45", OpenWords("issue", "order")),
        ("- Orders issued: 45\n- Rainy days: 12\n", "12", OpenWords(None, "day", ("rainy",))),
        ("- Orders 3 issued: 45\n- Rainy days: 12\n", "45", OpenWords("issue", "order")),
        ("- Orders of members issued: 45\n- Rainy days: 12\n", "45", OpenWords("issue", "member", ("orders",))),
        ("The Tarn Society was founded in 1894.", "1894", NO_WORDS),
    ],
)
def test_words(text: str, value: str, expected: OpenWords) -> None:
    (claim,) = stated(INN + text, value)
    assert claim.open is (expected != NO_WORDS)
    assert claim.words == expected
