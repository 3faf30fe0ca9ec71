"""What a fact sheet lists behind a label is counted, where the list is plain."""

from __future__ import annotations

import pytest

from tests.readings import claims

HEAD = "# The Glass Harbour\nReleased: 4 June 1997\n"


def _listed(line: str) -> list[tuple[str, str | None, str | None]]:
    found = [c for c in claims(HEAD + line + "\n") if c.attribute.startswith("listed__")]
    assert all(c.value.text in line for c in found)
    return [(c.attribute.removeprefix("listed__"), c.value.low, c.value.high) for c in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Produced by: Paul Wren; Jane Hale", [("producer", "2", "2")]),
        ("Producer: Paul Wren", [("producer", "1", "1")]),
        ("Producers: Paul Wren, Jane Hale and Tom Ash", [("producer", "3", "3")]),
        (f"Producers: {'Old ' * 5}Wren, Jane Hale", [("producer", "2", "2")]),
        (f"Producers: {'Old ' * 6}Wren, Jane Hale", []),
        ("Labels: Lund Records (1990-1994); Harbour (1995-)", [("label", "2", "2")]),
        ("Spouse(s): Ida Corran, (m. 1899; died 1911), Jane Hale, (m. 1913)", [("spouse", "2", "2")]),
        ("Starring: Tom Ash; Lia Moor", [("star", "2", None)]),
        ("Studio: Pier Studios, Lundby", []),
        ("Studio: Pier Studios, Lundby; Mill Studios, Tarn Hill", [("studio", "2", "2")]),
        ("Awards: Golden Lyre (1979)", []),
        ("Producers: Paul Wren; Jane Hale; and others", []),
        ("Producers: several", []),
        ("Producer: Wren & Hale", []),
        ("Owner: 3", []),
        ("Motto: Salt; wind; light", []),
    ],
)
def test_listed(line: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert _listed(line) == expected
