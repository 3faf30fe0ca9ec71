"""The record of a pair: what spoke for one fact and against it adds up, and what kept it from being one is named."""

from __future__ import annotations

import pytest

from checker.comparison import Compared
from checker.comparison.explanation import PairExplanation, counterparts, trace
from checker.comparison.thresholds import COUNTERPARTS
from checker.language.language import table
from checker.model.claim import Claim
from tests.comparison.stated import compared

COLLEGE = "Calder College was founded on 3 May 1871 in Tarn Hill by the Reverend Amos Pike. "
AGAIN = "The Reverend Amos Pike founded Calder College on 3 May 1871 in Tarn Hill. "


def claim(of: Compared, source: str, value: str) -> Claim:
    return next(c for c in of.claims if c.source == source and c.value.text == value)


def told(left: tuple[str, str], right: tuple[str, str]) -> PairExplanation:
    """The record of the two values, each given behind the sentences that state it."""
    of = compared(COLLEGE + left[0], AGAIN + right[0])
    one, other = claim(of, "a", left[1]), claim(of, "b", right[1])
    found, back = trace(one, other, of), trace(other, one, of)
    assert (back.verdict, back.score, back.sure, back.vetoes) == (found.verdict, found.score, found.sure, found.vetoes)
    return found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("", "3 May 1871"), ("", "3 May 1871")),
        (("Calder College has 412 boats.", "412"), ("Calder College has 421 boats.", "421")),
        (("It has 412 boats.", "412"), ("The Osier Club has 57 boats.", "57")),
    ],
)
def test_the_parts_add_up_to_the_score(left: tuple[str, str], right: tuple[str, str]) -> None:
    found = told(left, right)
    assert found.score is not None
    assert found.always + sum(entry.part for entry in found.weighed) == pytest.approx(found.score)
    assert found.always == pytest.approx(float(table("weights/same_fact")["among"]["always"]))
    parts = [abs(entry.part) for entry in found.weighed]
    assert parts == sorted(parts, reverse=True)
    assert min(parts) > 0
    assert all(entry.words and entry.group for entry in found.weighed)
    assert 0 <= found.sure <= 1


def test_what_was_found() -> None:
    found = told(("", "3 May 1871"), ("", "3 May 1871"))
    assert found.verdict == f"agree, {min(found.sure, 0.99):.0%} sure: the same date"
    assert found.values == "the same date"
    assert found.vetoes == ()


def test_every_comparison_is_told_as_it_was_found() -> None:
    of = compared(
        COLLEGE + "It had 2,300 students in 1999 and an endowment of $412 million. The Osier Club opened in 1868.",
        AGAIN + "It had 2,450 students in 1999. The Osier Club has more than 400 members; it opened in 1868.",
        "# Calder College\n\nCalder College is a college.\n\nFounded: 1871\nStudents: 2,300 (1999)\n",
    )
    by_id = {one.id: one for one in of.claims}
    assert of.comparisons
    for c in of.comparisons:
        found = trace(by_id[c.left], by_id[c.right], of)
        assert found.verdict.startswith(f"{c.relation}, ")
        assert found.sure == pytest.approx(c.score, abs=0.0001)
    pairs = {frozenset((c.left, c.right)) for c in of.comparisons}
    for one in of.claims:
        for other in of.claims:
            if one.id < other.id and {one.id, other.id} not in pairs:
                assert trace(one, other, of).verdict


@pytest.mark.parametrize(
    ("left", "right", "veto"),
    [
        (
            ("Calder College had 412 boats in 1999.", "412"),
            ("Calder College had 421 boats in 2004.", "421"),
            "both say when they hold, and the times differ",
        ),
        (("Calder College has 412 boats.", "412"), ("Calder College has no 412 boats.", "412"), ""),
    ],
)
def test_a_veto_is_named(left: tuple[str, str], right: tuple[str, str], veto: str) -> None:
    found = told(left, right)
    assert found.score is not None
    assert bool(found.vetoes) is bool(veto)
    if veto:
        assert found.vetoes[0] == veto
        assert found.verdict == f"not a conflict: {veto}"


def test_too_little_says_what_speaks_against_it_most() -> None:
    found = told(("It has 412 boats.", "412"), ("The Osier Club has 57 boats.", "57"))
    assert found.verdict.startswith("too little says that both state one fact (")
    against = [entry.words for entry in found.weighed if entry.part < 0]
    assert found.verdict.endswith(f"; most against it: {'; '.join(against[:2])}")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (
            ("Calder College is 412 metres long.", "412 metres"),
            ("Calder College has 57 oars.", "57"),
            "not compared: two kinds of value: count and measure",
        ),
        (
            ("Calder College cost $412.", "$412"),
            ("Calder College cost £421.", "£421"),
            "not compared: nothing can be said of two such values",
        ),
    ],
)
def test_why_nothing_is_said_of_two_values(left: tuple[str, str], right: tuple[str, str], verdict: str) -> None:
    assert told(left, right).verdict == verdict


def test_a_pair_that_was_no_candidate() -> None:
    of = compared("The alder has 412 rings.", "The ferry Lucinda carried 57 cars.")
    found = trace(claim(of, "a", "412"), claim(of, "b", "57"), of)
    assert found.verdict == "not compared: other claims have more in common with either of them"
    assert (found.score, found.weighed, found.sure) == (None, (), 0.0)


def test_what_only_rules_of_its_own_compare() -> None:
    of = compared("Tarn Weir is run by the Osier Weir Trust (OWT).", AGAIN)
    short = next(one for one in of.claims if one.attribute == "stands_for")
    found = trace(short, claim(of, "b", "3 May 1871"), of)
    assert found.verdict == "not compared: stands for is compared only by rules of its own"


def test_claims_read_from_one_value() -> None:
    of = compared(COLLEGE, AGAIN)
    profile = of.profiles[0]
    one = profile.claims[0]
    assert trace(one, one, of).verdict == "not compared: both were read from one value"


def test_the_nearest_counterparts_stand_in_other_sources() -> None:
    of = compared(
        COLLEGE + "Calder College had 2,300 students in 1999.",
        AGAIN + "In 1999 there were 2,450 students at Calder College. It has 14 boats.",
        "The Osier Club is a rowing club. It has 14 boats and 2,300 oars.",
    )
    own = claim(of, "a", "2,300")
    found = counterparts(own, of)
    assert found[0].value.text == "2,450"
    assert len(found) <= COUNTERPARTS
    assert all(one.source != "a" for one in found)
    assert counterparts(own, compared("It is red.")) == []


@pytest.mark.parametrize("others", [COUNTERPARTS, COUNTERPARTS + 1])
def test_how_many_counterparts_are_shown(others: int) -> None:
    of = compared(*[COLLEGE] * (others + 1))
    own = next(one for one in of.claims if one.source == "a" and one.value.text == "3 May 1871")
    assert len(counterparts(own, of)) == COUNTERPARTS
