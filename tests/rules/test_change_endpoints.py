"""The amounts near a change are those that looking at all of them would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.claim import Claim, Evidence, Scope
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention
from checker.rules.change_endpoints import Amounts, kind_of

_YEARS = st.sampled_from([None, "1998", "1999", "2004"])


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """Amounts, each some way behind the one before."""
    found, at = [], 0
    for n in range(draw(st.integers(1, 12))):
        at += draw(st.sampled_from([0, 150, 399, 900]))
        year = draw(_YEARS)
        scope = Scope(year, f"{year}-01-01", f"{year}-12-31") if year is not None else Scope()
        value = Mention(draw(st.sampled_from(["count", "money"])), at, at + 1, str(n), str(n), str(n), "mile")
        attribute, subject = draw(st.sampled_from(["budget", "staff"])), draw(st.sampled_from(["marlow", "pell"]))
        found.append(
            Claim(
                f"c{n}",
                "a",
                SubjectRef(subject),
                subject,
                attribute,
                value,
                scope,
                "asserted",
                Evidence("x", at, at + 1, 1, 1),
            )
        )
    return found


def by_looking_at_all(amounts: list[Claim], change: Claim, day: str) -> set[tuple[str, str]]:
    starts = [c for c in amounts if c.subject == change.subject and c.scope.low == day]
    ends = [
        c
        for c in amounts
        if c.subject == change.subject
        and (c.scope.low or "") > day
        and abs(c.evidence.start - change.evidence.start) < 400
    ]
    return {
        (s.id, e.id)
        for s in starts
        for e in ends
        if kind_of(s) == kind_of(e) and (s.attribute == e.attribute or s.value.kind == "money")
    }


@given(claims(), st.sampled_from(["1998-01-01", "1999-01-01"]), st.integers(0, 11))
def test_the_ends_of_a_change(amounts: list[Claim], day: str, n: int) -> None:
    change = amounts[min(n, len(amounts) - 1)]
    pairs = Amounts(amounts).ends(change, day)
    assert {(s.id, e.id) for s, e in pairs} == by_looking_at_all(amounts, change, day)
    assert len({(s.id, e.id) for s, e in pairs}) == len(pairs)


def stated(number: str, low: str, high: str) -> Claim:
    """An amount that holds from one day to another."""
    return Claim(
        number,
        "a",
        SubjectRef("marlow"),
        "marlow",
        "budget",
        Mention("count", 0, 1, number, number, number, "mile"),
        Scope(f"{low}/{high}", low, high),
        "asserted",
        Evidence("x", 0, 1, 1, 1),
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (("1998-01-01", "1998-12-31"), ("1999-01-01", "1999-12-31"), True),
        (("1997-07-01", "1998-07-01"), ("1999-01-01", "1999-12-31"), True),
        (("1997-07-01", "1998-06-30"), ("1999-01-01", "1999-12-31"), False),
        (("1998-01-01", "1999-12-31"), ("2000-01-01", "2000-12-31"), False),
        (("1998-01-01", "1998-12-31"), ("1998-07-02", "1999-06-30"), True),
        (("1998-01-01", "1998-12-31"), ("1998-07-01", "1999-06-30"), False),
        (("1998-01-01", "1998-12-31"), ("1998-07-02", "1998-12-31"), False),
    ],
)
def test_a_change_starts_on_its_day_and_ends_after_that_year(
    start: tuple[str, str], end: tuple[str, str], expected: bool
) -> None:
    amounts = [stated("4", *start), stated("5", *end)]
    pairs = Amounts(amounts).ends(amounts[1], "1998-07-01")
    assert [(s.id, e.id) for s, e in pairs] == ([("4", "5")] if expected else [])


@given(claims())
def test_like_amounts_are_of_one_attribute_and_kind(amounts: list[Claim]) -> None:
    end = amounts[0]
    assert Amounts(amounts).like(end) == [
        c for c in amounts if (c.subject, c.attribute, kind_of(c)) == (end.subject, end.attribute, kind_of(end))
    ]
