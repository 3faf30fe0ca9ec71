"""Two totals that run on from one day, up to nobody knows when, are of no one time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.comparison import scope_overlap
from checker.model.claim import Claim, Scope
from tests.comparison.stated import stated
from tests.readings import claims

(CLAIM,) = claims("The Osier Club had 412 members.")
SINCE = Scope("1961/..", "1961-01-01", None, "stated", cumulative=True)
YEAR = Scope("1999", "1999-01-01", "1999-12-31", "stated")
EARLY = Scope("1930", "1930-01-01", "1930-12-31", "stated")


def lasting(days: str) -> Scope:
    first, last = days.split("/")
    return Scope(days, first, last, "stated")


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


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("2001-01-01/2001-12-31", "2001-01-01/2001-02-01", True),
        ("2001-01-01/2001-12-31", "2001-01-01/2001-02-02", False),
        ("2001-01-01/2001-10-28", "2001-01-01/2001-12-31", False),
        ("2001-01-01/2001-10-29", "2001-01-01/2001-12-31", True),
        ("2001-01-01/2001-07-31", "2001-01-01/2001-08-31", False),
        ("2001-01-01/2001-07-31", "2001-01-01/2001-07-30", True),
        ("2001-07-01/2001-09-30", "2001-01-01/2001-09-30", False),
        ("2001-01-01/2002-03-07", "2001-01-01/2001-12-31", True),
        ("2001-01-01/2002-03-08", "2001-01-01/2001-12-31", False),
        ("2001-01-01/2001-12-31", "2001-12-31/2002-12-30", True),
        ("1990-01-01/1990-12-31", "1990-10-01/1991-09-30", True),
        ("2001-04-01/2004-03-31", "2002-04-01/2005-03-31", True),
        ("2001-04-01/2003-03-31", "2002-04-01/2004-03-31", False),
        ("2022-01-01/2023-12-31", "2023-01-01/2024-12-31", False),
        ("2023-01-01/2024-12-31", "2024-01-01/2025-12-31", False),
        ("2023-01-01/2024-12-31", "2023-01-01/2024-12-31", True),
        ("2023-04-01/2024-03-31", "2023-01-01/2023-12-31", True),
        ("1998-10-01/1999-09-30", "1999-01-01/1999-12-31", True),
        ("2001-01-01/2001-12-31", "2002-01-01/2002-12-31", False),
    ],
)
def test_extents_of_time(left: str, right: str, same: bool) -> None:
    claim = stated("It has 40 gates.", "40 gates")
    one, other = (replace(claim, scope=lasting(days)) for days in (left, right))
    assert scope_overlap.same_time(one, other) is same
    assert scope_overlap.same_time(other, one) is same


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (YEAR, YEAR, "same"),
        (YEAR, EARLY, "other"),
        (YEAR, replace(EARLY, basis="document"), "other"),
        (YEAR, Scope("1850-05-03", "1850-05-03", "1850-05-03", "document"), "other by document"),
        (YEAR, Scope(), "one"),
        (Scope(), Scope(), "unknown"),
        (Scope("XXXX-05-03"), Scope("XXXX-05-04"), "other"),
        (Scope("XXXX-05"), Scope("XXXX-05-04"), "unknown"),
        (Scope("XXXX-05-03", "1999-05-03"), Scope("XXXX-05-04", "1999-05-03", basis="stated"), "other by document"),
        (Scope("XXXX-05-03", "1999-05-03"), Scope("XXXX-05", "1999-05-03"), "same"),
    ],
)
def test_how_two_times_stand(left: Scope, right: Scope, relation: str) -> None:
    assert scope_overlap.time_relation(_of(left), _of(right)) == relation
    assert scope_overlap.time_relation(_of(right), _of(left)) == relation


@pytest.mark.parametrize(
    ("left", "right", "opposite"),
    [
        (Scope(included=("tax",)), Scope(excluded=("tax",)), True),
        (Scope(included=("tax",)), Scope(excluded=("tips",)), False),
        (Scope(included=("tax",)), Scope(included=("tax",)), False),
        (Scope(included=("tax",)), Scope(), False),
    ],
)
def test_what_one_includes_and_the_other_leaves_out(left: Scope, right: Scope, opposite: bool) -> None:
    assert scope_overlap.including_and_leaving_out(_of(left), _of(right)) is opposite
    assert scope_overlap.including_and_leaving_out(_of(right), _of(left)) is opposite
