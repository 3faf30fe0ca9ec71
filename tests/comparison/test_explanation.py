"""The path of two claims: the verdict that was reached, or the first gate that kept them apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from checker import pipeline, sources
from checker.comparison import Compared
from checker.comparison.explanation import PairExplanation, counterparts, trace
from checker.model.claim import Claim

COLLEGE = "Calder College was founded on 3 May 1871 in Tarn Hill by the Reverend Amos Pike. "
AGAIN = "The Reverend Amos Pike founded Calder College on 3 May 1871 in Tarn Hill. "


def compared(*texts: str) -> Compared:
    run = pipeline.Run(pipeline.recommended(), pipeline.lexicon_of(pipeline.recommended()))
    for name, text in zip("abcdef", texts, strict=False):
        run.take(sources.from_text(name, text))
    return run.compared()


def claim(of: Compared, source: str, value: str) -> Claim:
    return next(c for c in of.claims if c.source == source and c.value.text == value)


def told(left: tuple[str, str], right: tuple[str, str]) -> PairExplanation:
    """The path of the two values, each given behind the sentences that state it."""
    of = compared(COLLEGE + left[0], AGAIN + right[0])
    return trace(claim(of, "a", left[1]), claim(of, "b", right[1]), of, pipeline.recommended())


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (("", "3 May 1871"), ("", "3 May 1871"), "agree: "),
        (
            ("It closed in 1931.", "1931"),
            ("The Osier Club closed in 1931.", "1931"),
            "not compared: other subjects: Calder College and Osier Club",
        ),
        (
            ("Calder College opened in 1873.", "1873"),
            ("Calder College closed in 1940.", "1940"),
            "not compared: other attributes: opened and closed",
        ),
        (
            ("Calder College had 2,300 students in 1999.", "2,300"),
            ("In 2004 there were 2,900 students at Calder College.", "2,900"),
            "not compared: other times: 1999 and 2004",
        ),
        (
            ("Calder College has 2,300 students.", "2,300"),
            ("From the whole of the county come the 2,900 students of Calder College.", "2,900"),
            "not compared: the value changes with time, and both are not known to be of one time",
        ),
        (
            ("It closed in 1931.", "1931"),
            ("Calder College has 2,900 students.", "2,900"),
            "incomparable: other attributes: closed and students",
        ),
    ],
)
def test_the_first_gate(left: tuple[str, str], right: tuple[str, str], verdict: str) -> None:
    assert told(left, right).verdict.startswith(verdict)


def test_every_step_of_a_conflict() -> None:
    found = told(
        ("In 2019 the endowment of Calder College was $412 million.", "$412 million"),
        ("Calder College had an endowment of $371 million in 2019.", "$371 million"),
    )
    assert found.verdict.startswith("conflict: ")
    assert found.values == "conflict: the values differ"
    assert found.subject[-1] == "one by the name Calder College"
    assert "both name Calder College" in {ground.text for ground in found.support}
    assert [name for name, _ in found.ways] == [
        "one attribute",
        "near-identical sentences",
        "one statement in other words",
    ]
    assert dict(found.ways)["one attribute"] == "conflict: the values differ"


def test_every_pair_says_what_was_found_or_why_nothing_was() -> None:
    of = compared(
        COLLEGE + "It had 2,300 students in 1999 and an endowment of $412 million. The Osier Club opened in 1868.",
        AGAIN + "It had 2,450 students in 1999. The Osier Club has more than 400 members; it opened in 1868.",
        "# Calder College\n\nCalder College is a college.\n\nFounded: 1871\nStudents: 2,300 (1999)\n",
    )
    known = {frozenset((c.left, c.right)): c.relation for c in of.comparisons}
    assert known
    for left, right in combinations(of.claims, 2):
        found = trace(left, right, of, pipeline.recommended())
        assert (
            trace(right, left, of, pipeline.recommended()).verdict.partition(":")[0] == found.verdict.partition(":")[0]
        )
        relation, _, reason = found.verdict.partition(": ")
        assert reason
        if frozenset((left.id, right.id)) in known:
            assert relation == known[frozenset((left.id, right.id))]
        else:
            assert relation in {"not compared", "incomparable"} or "through the claim" in reason


def test_the_nearest_counterparts_stand_in_other_sources() -> None:
    of = compared(
        COLLEGE + "Calder College had 2,300 students in 1999.",
        AGAIN + "In 1999 there were 2,450 students at Calder College. It has 14 boats.",
        "The Osier Club is a rowing club. It has 14 boats and 2,300 oars.",
    )
    found = counterparts(claim(of, "a", "2,300"), of)
    assert [(c.source, c.value.text) for c in found][:1] == [("b", "2,450")]
    assert all(c.source != "a" and c.value.kind in {"count", "number"} for c in found)
    assert counterparts(claim(of, "c", "2,300"), compared("It is red.")) == []
