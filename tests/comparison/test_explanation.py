"""The path of two claims: the verdict that was reached, or the first gate that kept them apart."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from checker import pipeline, sources
from checker.comparison import Compared, compare
from checker.comparison.explanation import PairExplanation, counterparts, trace
from checker.comparison.thresholds import VALUES_COMPARED
from checker.model.claim import Claim, Record, Scope
from checker.model.document import Source
from checker.model.reasons import ComparisonReason
from tests.comparison.stated import book, named, stated

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
            ("As of 2004, Calder College had 2,900 students.", "2,900"),
            "not compared: other times: 1999 and 2004",
        ),
        (
            ("Calder College has 2,300 students.", "2,300"),
            ("Calder College teaches, in two old halls above the river, 2,900 students.", "2,900"),
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


RULES = book(gates={"value": "count", "holds": "once"}, boats={"value": "count", "holds": "once"})
TREES = "alder birch cedar {} gates"


def gates(figure: int, source: str = "a", sentence: str = "It has {} gates.", **changes: Any) -> Claim:
    unit = changes.pop("unit", "gates")
    return stated(sentence.format(figure), f"{figure} {unit}", source=source, **changes)


def together(*claims: Claim) -> Compared:
    """What is found of sources that all name Tarn Weir and Osier Mill."""
    entities = (named("Tarn Weir", topic=True), named("Osier Mill"))
    return compare(
        [
            Record(Source(source), entities, tuple(c for c in claims if c.source == source))
            for source in sorted({claim.source for claim in claims})
        ],
        RULES,
    )


def path(left: Claim, right: Claim, *others: Claim) -> PairExplanation:
    of = together(left, right, *others)
    by_id = {claim.id: claim for claim in of.claims}
    return trace(by_id[left.id], by_id[right.id], of, RULES)


SAME_WORDS = "the sentences share 100% of their content words, and the values stand at other places in them"
FEW_NEAR = "too few words near the values are the same: 1"
LITTLE = "too little speaks for both sources telling of one thing"


@pytest.mark.parametrize(
    ("left", "right", "ways"),
    [
        (gates(43), gates(43, "b"), ("agree: the same value in the same scope", SAME_WORDS, FEW_NEAR)),
        (
            gates(43),
            gates(57, start=100),
            (
                "both stand in one source, and are not firmly two dates of one thing",
                "both stand in one source",
                "both stand in one source",
            ),
        ),
        (
            gates(43),
            gates(57, "b", subject="osier_mill"),
            ("other subjects: Tarn Weir and Osier Mill", SAME_WORDS, "other subjects"),
        ),
        (
            gates(43),
            gates(57, "b", "It has {} boats.", unit="boats", attribute="boats"),
            (
                "other attributes: gates and boats",
                "the sentences share 0% of their content words; 60% is near-identical",
                "too few words near the values are the same: 0",
            ),
        ),
        (
            gates(43, attribute="as_of"),
            gates(57, "b", attribute="as_of"),
            ("as of is compared only in sentences said twice, or by rules of its own", SAME_WORDS, FEW_NEAR),
        ),
        (
            gates(43, scope=Scope(place="Tarn")),
            gates(57, "b"),
            ("other places: Tarn and the whole", SAME_WORDS, "other places: Tarn and the whole"),
        ),
        (
            gates(43, sentence=TREES),
            gates(57, "b", "alder birch cedar yew {} gates"),
            (LITTLE, "conflict: near-identical sentences, the values differ", LITTLE),
        ),
        (
            gates(43, sentence=TREES),
            gates(57, "b", "alder willow maple yew {} gates"),
            (
                LITTLE,
                "the sentences share 29% of their content words; 60% is near-identical",
                "too few words near the values are the same: 2",
            ),
        ),
        (gates(43, sentence=TREES), gates(57, "b", "the {} gates birch alder cedar"), (LITTLE, SAME_WORDS, LITTLE)),
        (
            gates(43, sentence="alder birch {} gates spruce"),
            gates(57, "b", "the {} gates birch alder larch"),
            (LITTLE, SAME_WORDS.replace("100", "60"), LITTLE),
        ),
        (
            gates(43, sentence="alder birch {} gates spruce"),
            gates(43, "b", "yew the {} gates birch alder larch maple"),
            (
                "agree: the same value in the same scope",
                "the sentences share 43% of their content words; 60% is near-identical",
                "agree: the same value in other words",
            ),
        ),
    ],
)
def test_what_came_of_each_way(left: Claim, right: Claim, ways: tuple[str, ...]) -> None:
    assert tuple(text for _, text in path(left, right).ways) == ways
    assert path(right, left).ways[1][1] == ways[1]


def test_the_firmest_way_gives_the_verdict() -> None:
    """One value in one scope is firmer than one value in other words, and both than a statement's conflict."""
    left = gates(43, sentence="alder birch {} gates spruce")
    assert path(left, gates(43, "b", "yew the {} gates birch alder larch maple")).verdict == "agree: the same value"
    assert path(gates(43), gates(57, "b")).verdict == "conflict: a statement and its text, the values differ"
    near = path(gates(43, sentence=TREES), gates(57, "b", "alder birch cedar yew {} gates"))
    assert near.verdict == "conflict: near-identical sentences, the values differ"


def test_other_words_under_two_attributes() -> None:
    """One value agrees; of two, those conflict of which one is in the text's own words."""
    left = gates(43, sentence="alder birch {} gates spruce")
    same = gates(43, "b", "yew the {} gates birch alder larch maple", attribute="boats")
    assert path(left, same).verdict == "agree: the same value in other words"
    entities = (named("Tarn Weir", topic=True), named("Osier Mill"))
    other = gates(57, "b", "yew the {} gates birch alder larch maple", attribute="own", open=True)
    sources = [(left, gates(91, start=900)), (other, gates(91, "b", start=900)), (gates(91, "c"),)]
    of = compare([Record(Source(told[0].source), entities, told) for told in sources], RULES)
    (found,) = [c for c in of.comparisons if {c.left, c.right} == {left.id, other.id}]
    assert (found.relation, found.reason.code) == ("conflict", ComparisonReason.PARAPHRASE)


def test_kinds_of_value_and_what_is_counted() -> None:
    found = path(gates(43), stated("It has $57.", "$57", source="b"))
    assert found.values == "incomparable: two kinds of value: count of gates and money of USD"
    assert found.verdict == (
        "incomparable: other kinds of value or other things counted: count of gates and money of USD"
    )


@pytest.mark.parametrize(("start", "through"), [(5, ""), (200, ", through the claim a-0-7")])
def test_the_claim_through_which_one_value_was_compared(start: int, through: str) -> None:
    """The first claim of a value stands for its like."""
    found = path(gates(43, start=start), gates(43, "b", start=9), gates(43, start=0 if start == 200 else 200))
    assert dict(found.ways)["one attribute"] == f"agree: the same value in the same scope{through}"


def test_the_claims_through_which_two_values_were_compared() -> None:
    near = (gates(43, sentence=TREES), gates(57, "b", TREES))
    far = (gates(43, sentence="It has {} gates now.", start=90), gates(57, "b", "It had {} gates.", start=90))
    assert path(*far, *near).ways[0] == ("one attribute", LITTLE)
    known = [gates(111, s, "It has {} boats here.", unit="boats", attribute="boats", start=400) for s in "ab"]
    through = ", through the claims a-0-18 and b-0-18 of the same values"
    assert path(*far, *near, *known).ways[0] == ("one attribute", f"conflict: the values differ{through}")
    assert path(*near, *far, *known).ways[0] == ("one attribute", "conflict: the values differ")


@pytest.mark.parametrize(("place", "expected"), [(VALUES_COMPARED - 1, False), (VALUES_COMPARED, True)])
def test_a_value_behind_those_that_are_compared(place: int, expected: bool) -> None:
    claims = [gates(101 + 2 * n, "ab"[n % 2], start=100 * n) for n in range(VALUES_COMPARED + 1)]
    found = dict(path(claims[0], claims[place], *claims[1:place], *claims[place + 1 :]).ways)["one attribute"]
    assert found.startswith("the attribute has 65 values;") is expected


def test_how_both_subjects_are_known_to_be_one() -> None:
    assert path(gates(43), gates(57, "b")).subject == (
        "a names it Tarn Weir",
        "b names it Tarn Weir",
        "one by the name Tarn Weir",
    )
    assert path(gates(43), gates(57, start=90)).subject == ("both are said of Tarn Weir in a",)
    other = path(gates(43), gates(57, "b", subject="osier_mill"))
    assert other.subject == ("a speaks of Tarn Weir, b of Osier Mill",)
    assert other.support == ()


def test_counterparts_by_what_they_have_in_common() -> None:
    own = gates(43, sentence=TREES)
    near = gates(57, "b", "alder birch {} oars", unit="oars", attribute="oars", subject="osier_mill")
    hardly = gates(57, "b", "yew birch {} oars", unit="oars", attribute="oars", subject="osier_mill", start=100)
    subject = gates(57, "b", "yew {} oars", unit="oars", attribute="oars", start=200)
    both = gates(59, "b", "yew {} gates", start=300)
    met = gates(43, "b", "yew {} gates", start=400)
    money = stated("alder birch $57", "$57", source="b", start=500)
    of = together(own, near, hardly, subject, both, met, money, gates(57, start=900))
    found = counterparts(of.claims[0], of, 10)
    assert [claim.id for claim in found] == [claim.id for claim in (met, both, subject, near)]
    assert counterparts(of.claims[0], of, 2) == found[:2]
    assert counterparts(of.claims[0], of) == found[:3]
