"""A value changed in a copy is a conflict; a form filled for two things is not."""

from __future__ import annotations

import pytest

from tests.comparison.negative import conflicts_of_read
from tests.readings import conflicts

ROOF = "It was raised in {} and is a timber hall with a steep shingle roof, carved brackets and a square bell tower."
RIVER = "The Ardle rises near Tarn Hill. It was bridged at Lundby by Otto Lund. Its ferry ran until 14 May 1907. "
FIRST = "Of the first years little is known. The toll was 4 pence. The keeper had 3 dogs. The gate was shut at 9 pm. "
PARISH = (
    "{} is a parish of Lund. By the register that the Lund Land Office keeps of all fields, woods, roads and ditches, "
    "the parish has earth for the plough and for grazing sheep, and {} % of it is water."
)
SHEET = "# {}\n\nMelting point: {}\nBoiling point: {}\nMohs hardness: {}\nColour: grey\n"
FORM = "As of the count of 2001, there were {} people, {} hearths and {} barns in the parish."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(ROOF.format("1741"), ROOF.format("1803"), id="a long sentence of nothing named"),
        pytest.param(
            RIVER + "The ferry worked from 7 May 1875 to April 1907.",
            RIVER + "The ferry worked from 1 January 1870 to April 1907.",
            id="the other end of the range is the same",
        ),
        pytest.param(
            RIVER + "Share of stone in the piers of the old bridge: 43 percent.",
            RIVER + "Share of stone in the piers of the old bridge: 77 percent.",
            id="no attribute is known",
        ),
    ],
)
def test_edited(left: str, right: str) -> None:
    assert conflicts(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(FORM.format(909, 335, 268), FORM.format("1,636", 610, 477), id="most values differ"),
        pytest.param(
            RIVER + "The Ardle Mill ground 40 loads in 1911.",
            RIVER + "The Ardle Mill ground 61 loads in 1930.",
            id="other years",
        ),
        pytest.param(
            "The inn was mended in 1961. Its sign shows a hare.",
            "The inn was mended in 1998. Its sign shows a hare.",
            id="what happens many times",
        ),
        pytest.param(
            PARISH.format("Tarn Parish", 2.4),
            PARISH.format("Osier Parish", 0.8),
            id="two parishes, each told of by a text of its own",
        ),
        pytest.param(
            SHEET.format("Lundite", "612 K", "1411 K", "2.4"),
            SHEET.format("Ternite", "893 K", "1411 K", "2.4"),
            id="the fact sheets of two minerals",
        ),
    ],
)
def test_filled(left: str, right: str) -> None:
    assert conflicts_of_read(left, right) == []


def test_short_sentences_of_two_things() -> None:
    corran = "# Corran Foods\n\nCorran Foods was founded in 1952. Capital spending was €220 million in 2019."
    bruma = "# Bruma Mills\n\nBruma Mills was founded in 1979. In 2019 capital spending was €150 million. "
    assert not conflicts_of_read(corran, bruma + "It competes with Corran Foods, which was founded in 1952.")
