"""Two totals that run on from one day, up to nobody knows when, are of no one time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison import scope_overlap
from checker.model.claim import Claim, Scope
from tests.comparison.negative import conflicts_of_read
from tests.readings import claims

(CLAIM,) = claims("The Osier Club had 412 members.")
SINCE = Scope("1961/..", "1961-01-01", None, "stated", cumulative=True)
YEAR = Scope("1999", "1999-01-01", "1999-12-31", "stated")
EARLY = Scope("1930", "1930-01-01", "1930-12-31", "stated")
TRUST = "# Corran Trust\n\nThe Corran Trust was founded on 4 May 1961 in Lundby. "


def _of(scope: Scope) -> Claim:
    return replace(CLAIM, scope=scope)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (YEAR, YEAR, True),
        (YEAR, EARLY, False),
        (YEAR, Scope(), None),
        (SINCE, SINCE, None),
        (SINCE, YEAR, None),
        (SINCE, EARLY, False),
        (replace(SINCE, cumulative=False), YEAR, True),
        (YEAR, Scope("1999-12-31", "1999-12-31", "1999-12-31", "stated"), True),
        (YEAR, Scope("1998-10/1999-09", "1998-10-01", "1999-09-30", "stated"), True),
        (YEAR, Scope("1999-36", "1999-10-01", "1999-12-31", "stated"), False),
        (YEAR, Scope("1996/1999", "1996-01-01", "1999-12-31", "stated"), False),
    ],
)
def test_same_time(left: Scope, right: Scope, same: bool | None) -> None:
    assert scope_overlap.same_time(_of(left), _of(right)) is same
    assert scope_overlap.same_time(_of(right), _of(left)) is same


def test_running_totals_do_not_conflict() -> None:
    left = TRUST + "Since 1961, 16,500 people have served in the Corran Trust."
    right = TRUST + "Altogether 18,700 volunteers have worked for the Corran Trust since 1961."
    assert conflicts_of_read(left, right) == []
