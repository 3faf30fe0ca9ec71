"""The same day of another year, told of one event, is a conflict; what comes round every year is none."""

from __future__ import annotations

import pytest

from tests.comparison.negative import conflicts_of_read
from tests.readings import conflicts

PIER = "Harlow Bridge\n\nThe Harlow Bridge is a bridge over the Tern in Lundby. "
FELL = PIER + "Of nine men who fell from the scaffold, six were lost on 12 March 1935 and a net tore at the pier."
DROWNED = PIER + "A scaffold fell through a net and men were lost at the pier on 12 March {}."
THIRD = PIER + "The Harlow Bridge was drawn by Amos Pike in 1929."


@pytest.mark.parametrize("year", [1932, 1938, 1953])
def test_another_year(year: int) -> None:
    (finding,) = conflicts(FELL, DROWNED.format(year), THIRD)
    assert [position.value for position in finding.positions] == sorted(["12 March 1935", f"12 March {year}"])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(DROWNED.format(1935), id="the same year"),
        pytest.param(DROWNED.format(1985), id="fifty years later"),
        pytest.param(DROWNED.format(1938).replace("12 March", "16 April"), id="another day"),
        pytest.param(DROWNED.format(1938) + " A net tore on 12 March 1935.", id="both dates"),
        pytest.param(PIER + "The bridge was closed on 12 March 1938.", id="another event"),
        pytest.param(DROWNED.format(1938).replace("A scaffold", "A memorial tells how a scaffold"), id="remembered"),
    ],
)
def test_other_events(other: str) -> None:
    assert conflicts_of_read(FELL, other, THIRD) == []


def test_the_last_day_of_a_year_comes_round() -> None:
    left, right = (text.replace("12 March", "31 December") for text in (FELL, DROWNED.format(1938)))
    assert conflicts_of_read(left, right, THIRD) == []


def test_a_thing_that_few_texts_name_may_be_two() -> None:
    assert conflicts_of_read(FELL, DROWNED.format(1938)) == []
