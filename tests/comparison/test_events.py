"""What two texts say of one happening is compared: its dead, its survivors and its day; of two happenings, nothing."""

from __future__ import annotations

import pytest

from tests.comparison.negative import conflicts_of_read
from tests.readings import conflicts, report

BRIDGE = (
    "# Harlow Bridge\n\nThe Harlow Bridge was opened on 9 June 1907 by Queen Matilda. It crosses the Tern at Lundby. "
)
MILL = "# Osier Mill\n\nThe Osier Mill is a cotton mill at Tarn Hill. It was built in 1871 by Ada Corran. "
SHIP = "# Lucinda\n\nThe Lucinda was a ferry built in 1902 at Tarn Yard. "
TOWN = "# Lundby\n\nLundby is a city on the Tern. It was founded in 1802. "
MORE = {BRIDGE: "It carries two tracks.", MILL: "It employs 40 people.", SHIP: "She was white.", TOWN: "It is a port."}


def _conflicts(about: str, left: str, right: str) -> list[str]:
    return [found.message for found in conflicts(about + left, about + right, about + MORE[about])]


@pytest.mark.parametrize(
    ("about", "left", "right"),
    [
        pytest.param(
            BRIDGE,
            "Nine men were killed in March 1905 when a scaffold fell into the river.",
            "In March 1905 a staging collapsed and dropped into the water, killing eleven workers.",
            id="one month, other words",
        ),
        pytest.param(
            BRIDGE,
            "Nine men were killed when a scaffold fell through the net into the river.",
            "In 1905, 11 workers lost their lives when a platform fell through the net.",
            id="a time unknown",
        ),
        pytest.param(
            BRIDGE,
            "Of twelve men who died during construction, nine were killed when a scaffold fell through the net.",
            "Eleven workers lost their lives when a platform fell through the net.",
            id="one text also counts the whole time",
        ),
        pytest.param(
            BRIDGE,
            "Nine men were killed on 4 March 1905, when a scaffold fell through the safety net.",
            "Nine workers were killed on 9 May 1906, when a platform fell through the safety net.",
            id="two days of one happening",
        ),
        pytest.param(MILL, "A fire in 1889 killed 23 workers.", "The 1889 blaze left 27 dead.", id="fire"),
        pytest.param(
            MILL,
            "The boiler exploded on 3 May 1889, killing 23 workers.",
            "On 3 May 1889 an explosion of its boiler cost the lives of 27 people.",
            id="explosion",
        ),
        pytest.param(
            SHIP,
            "She sank in a storm in 1911; 60 people were rescued.",
            "When the Lucinda sank in 1911, only 48 passengers survived.",
            id="survivors of a sinking",
        ),
        pytest.param(
            TOWN, "The flood of January 1953 killed 31 people.", "In 1953 a flood drowned 34 people.", id="flood"
        ),
        pytest.param(
            TOWN, "The fire of 1702 destroyed 400 houses.", "In 1702 a fire burned down 600 houses.", id="houses"
        ),
    ],
)
def test_conflict(about: str, left: str, right: str) -> None:
    assert _conflicts(about, left, right)


@pytest.mark.parametrize(
    ("about", "left", "right"),
    [
        pytest.param(BRIDGE, "A fire in 1911 killed three people.", "A fire in 1932 killed seven people.", id="times"),
        pytest.param(BRIDGE, "A fire in 1911 killed three people.", "A flood in 1911 killed seven people.", id="kinds"),
        pytest.param(
            BRIDGE,
            "During the building of it 14 men died.",
            "Nine men were killed when a scaffold fell.",
            id="a whole time and one day of it",
        ),
        pytest.param(
            BRIDGE,
            "During the building of it eleven men lost their lives.",
            "The worst day came in 1911, when a scaffold gave way and twelve men died.",
            id="a whole time and its worst day",
        ),
        pytest.param(
            BRIDGE,
            "During the building of it eleven men lost their lives.",
            "Ten men were killed there in February 1911.",
            id="a whole time and one month of it",
        ),
        pytest.param(
            MILL,
            "A fire in 1889 killed 23 workers. Another fire in 1889 killed 4 children.",
            "The 1889 blaze left 27 dead.",
            id="two of a kind in one text",
        ),
        pytest.param(
            MILL, "A fire in 1889 killed 23 women.", "The 1889 blaze left 27 people dead.", id="some of the dead"
        ),
        pytest.param(
            MILL,
            "A landslide in 1889 killed eleven men, among them nine workers of the mill.",
            "In 1889 a landslide killed 11 people.",
            id="a part of the toll",
        ),
        pytest.param(
            MILL, "A fire in 1889 killed 23 workers.", "The 1889 blaze killed 23 workers and injured 41.", id="the same"
        ),
    ],
)
def test_no_conflict(about: str, left: str, right: str) -> None:
    assert conflicts_of_read(about + left, about + right, about + MORE[about]) == []


def test_two_days_of_one_happening_are_in_conflict_with_each_other() -> None:
    told = report(
        BRIDGE + "Nine men were killed on 4 March 1905, when a scaffold fell through the safety net.",
        BRIDGE + "\n\n1906\n\nEleven workers lose their lives when a platform falls through the safety net.",
        BRIDGE + MORE[BRIDGE],
    )
    of = {claim.id: claim.value.text for claim in told.claims}
    pairs = {frozenset((of[c.left], of[c.right])) for c in told.comparisons if c.relation == "conflict"}
    assert frozenset(("4 March 1905", "1906")) in pairs
