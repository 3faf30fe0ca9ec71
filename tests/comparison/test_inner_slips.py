"""A date that slipped once in a page that states it rightly elsewhere is found; a second event of a kind is left."""

from __future__ import annotations

import pytest

from tests.comparison.negative import conflicts_of_read
from tests.readings import conflicts

COLLEGE = "Calder College\n\nCalder College is a college in Tarn Hill. {} "
FIRST = COLLEGE.format("Calder College was founded in 1871 by Lady Corran.")
OTHER = COLLEGE.format("Lady Pike founded Calder College in 1871.")
HERE = COLLEGE.format("It was founded in 1871 as a school for girls.")
BRIDGE = "Harlow Bridge\n\nThe Harlow Bridge is a bridge over the Tern. {} "
SPAN = BRIDGE.format("It was completed in 1937 and has two towers.")
CROSSING = BRIDGE.format("The Harlow Bridge was completed in 1937 and blessed by Amos Pike.")


@pytest.mark.parametrize(
    "slip",
    [
        "Calder College, founded in 1877, teaches 300 students.",
        "Calder College, founded in 1817, teaches 300 students.",
        "Calder College, established in 1971, teaches 300 students.",
        "Founded in 1875 and still in Tarn Hill.",
    ],
)
def test_a_slip_is_found(slip: str) -> None:
    (finding,) = conflicts(FIRST, HERE + slip, OTHER)
    assert [{claim.partition("-")[0] for claim in p.claims} for p in finding.positions] == [{"a", "b", "c"}, {"b"}]


@pytest.mark.parametrize(
    "told",
    [
        "The law school was established in 1880.",
        "The college was established as a college in 1880.",
        "The present Calder College was created in 1880 when two schools merged.",
        "Calder College was founded anew in 1881.",
        "Calder College was founded in 1902 by the merger of three schools.",
        "Founded in 1872, the rowing club is the oldest in the county.",
        "Its archive dates from 1874.",
        "The parish was created in 1878.",
    ],
)
def test_another_founding_is_no_slip(told: str) -> None:
    assert conflicts_of_read(FIRST, HERE + told, OTHER) == []


@pytest.mark.parametrize(
    "told",
    [
        "The north tower was completed in 1934.",
        "The south span was completed in June 1935.",
        "Work on the cables was finished in 1936.",
        "Construction of the piers was completed in 1935.",
        "It was partly completed in 1936.",
        "The bridge was almost finished in 1936.",
    ],
)
def test_a_part_is_no_slip(told: str) -> None:
    assert conflicts_of_read(CROSSING, SPAN + told, CROSSING.replace("Pike", "Corran")) == []
