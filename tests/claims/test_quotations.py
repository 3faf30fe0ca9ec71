"""Who says "I" is whoever signs the quotation."""

from __future__ import annotations

import pytest

from tests.readings import stated

LIGHT = "# Tarn Light\n\nTarn Light is a lighthouse. Tarn Light was lit in 1871.\n\n"
SAID = '"I have trimmed 900 lamps since I came."'


@pytest.mark.parametrize(
    "signed", ["\n- Ida Corran, keeper", "\n\n— Ida Corran, keeper", "\n(Ida Corran, 1931)", " - Ida Corran"]
)
@pytest.mark.parametrize("mark", ["", "> "])
def test_signed(signed: str, mark: str) -> None:
    text = LIGHT + "\n".join(f"{mark}{line}".rstrip() for line in f"{SAID}{signed}".split("\n"))
    assert {c.subject_name for c in stated(text, "900")} == {"Ida Corran"}


@pytest.mark.parametrize("behind", ["", "\n\nIda Corran kept the light.", "\n\n- 12 lamps"])
def test_not_signed(behind: str) -> None:
    assert {c.subject_name for c in stated(LIGHT + SAID + behind, "900")} == {"the author"}
