"""One amount in other words is found where all texts are about one thing, and its counterpart is the only one."""

from __future__ import annotations

import pytest

from tests.comparison.negative import conflicts_of_read
from tests.readings import conflicts, report

ABOUT = (
    "# Harlow Bridge\n\nThe Harlow Bridge was opened on 9 June 1907 by Queen Matilda. It crosses the Tern at Lundby. "
)
THIRD = ABOUT + "The Harlow Bridge carries two tracks."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Each cable is spun of 27,572 strands of wire.",
            "Each main cable is spun of 16,540 strands of drawn wire.",
            id="of a part",
        ),
        pytest.param(
            "The Harlow Bridge cost $35 million.", "The Harlow Bridge cost $21 million to finish.", id="two costs"
        ),
        pytest.param(
            "Of eleven men who fell in all, ten men were killed during construction on 17 February 1906.",
            "During construction 6 men were killed on 17 February 1906, when a scaffold gave way.",
            id="on one day",
        ),
    ],
)
def test_conflict(left: str, right: str) -> None:
    assert conflicts(ABOUT + left, ABOUT + right, THIRD)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "A total of 1.2 million rivets hold the two towers of the bridge.",
            "Each of the two towers of the bridge has 600,000 rivets.",
            id="each and all",
        ),
        pytest.param(
            "The budget of construction was $27 million. The Harlow Bridge cost more than $35 million.",
            "The Harlow Bridge project cost $35 million.",
            id="the same number as a bound",
        ),
    ],
)
def test_no_conflict(left: str, right: str) -> None:
    assert conflicts_of_read(ABOUT + left, ABOUT + right, THIRD) == []


def test_a_number_beside_itself_as_a_bound_neither_agrees_nor_conflicts() -> None:
    told = report(
        ABOUT + "The project cost more than $35 million.", ABOUT + "The $35 million project was paid by tolls.", THIRD
    )
    of = {claim.id: claim.value.text for claim in told.claims}
    pair = {"more than $35 million", "$35 million"}
    assert pair <= set(of.values())
    stand = {one.relation for one in told.comparisons if {of[one.left], of[one.right]} == pair}
    assert stand <= {"compatible"}
