"""Each entry of a chronicle is a story of its own, and its date is when it happened."""

from __future__ import annotations

import pytest

from tests.readings import stated, told

ABBEY = "# Tarn Abbey\n\nTarn Abbey is a museum in Tarn. Tarn Abbey draws 900 visitors.\n\n"


@pytest.mark.parametrize(
    "lines",
    [
        "1871 Ida Corran buys 12 bells\n1902 Storm fells 40 trees\n1911 Roof falls in\n",
        "3 May 1871. Ida Corran buys 12 bells.\n4 May 1902. Storm fells 40 trees.\n5 May 1911. Roof falls in.\n",
        "- 3 May 1871 - Ida Corran buys 12 bells\n- 4 May 1902 - Storm fells 40 trees\n",
    ],
)
def test_entries(lines: str) -> None:
    text = ABBEY + lines
    for value, year in (("12", "1871"), ("40", "1902")):
        assert {str(c.scope.time)[:4] for c in stated(text, value)} == {year}
    assert {c.subject_name for c in stated(text, "12")} == {"Ida Corran"}
    assert "Ida Corran" not in {c.subject_name for c in stated(text, "40")}


def test_a_life_in_a_heading() -> None:
    found = told(ABBEY + "## Ida Corran (1848-1919)\n\nShe gave 12 bells.\n")
    assert {("Ida Corran", "born", "1848"), ("Ida Corran", "died", "1919")} <= found
