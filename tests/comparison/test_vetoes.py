"""Each veto keeps two statements from being of one fact, and nothing less does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from checker.comparison import vetoes
from checker.comparison.pair import Pair
from checker.comparison.vetoes import VETOES
from checker.model.claim import Claim, Scope
from checker.model.comparison import Relation
from checker.model.qualifiers import Restatement
from checker.model.rule import EntityEntry, Examples, Rulebook, RuleEntry
from tests.comparison.stated import book, named, pair_of, stated

YEAR = Scope("2001", "2001-01-01", "2001-12-31", "stated")
NEXT = Scope("2002", "2002-01-01", "2002-12-31", "stated")
DAY = Scope("2002-03-05", "2002-03-05", "2002-03-05", "document")
RULES = book(gates={"value": "count", "compare": {"one_value_per": ["subject", "time"]}}, boats={"value": "count"})
KNOWN = replace(RULES, entities={"tarn_weir": EntityEntry(name="Tarn Weir", not_=("Osier Mill",))})


def pair(mine: Mapping[str, Any], theirs: Mapping[str, Any], rules: Rulebook = RULES) -> Pair:
    """Two statements with these fields; those of their qualifiers by their own names."""

    def claim(figure: int, source: str, fields: Mapping[str, Any]) -> Claim:
        plain = {
            k: v for k, v in fields.items() if k in ("attribute", "source", "start", "subject", "scope", "modality")
        }
        made = stated(f"It has {figure} gates.", f"{figure} gates", **{"source": source, "attribute": "boats"} | plain)
        said = {k: v for k, v in fields.items() if k not in plain}
        return replace(made, qualifiers=replace(made.qualifiers, **said))

    entities = {source: [named("Tarn Weir"), named("Osier Mill")] for source in "ab"}
    names = {source: ["tarn weir", "osier mill"] for source in "ab"}
    return pair_of(claim(40, "a", mine), claim(43, "b", theirs), names=names, entities=entities, rules=rules)


TARN, OSIER = {"subject": "tarn_weir"}, {"subject": "osier_mill"}
GATES = {"attribute": "gates"}
MILES = Restatement("14 miles")
HERE: dict[str, Any] = {"source": "a", "start": 90}
TWO = "It has 40 gates, once 43 gates."
ONE_OF_TWO = stated(TWO, "40 gates", "boats")
GATE_40 = stated("40 gates.", "40 gates", "boats", source="a")
AS_OF = stated("40 gates.", "40 gates", "as_of", source="a")
BOTH = (
    stated("43 gates.", "43 gates", "boats", source="a", start=90),
    stated("40 gates.", "40 gates", "boats", source="b", start=90),
)
LIFE: dict[str, Any] = {"earlier": ["born"], "later": ["died"]}
ORDER = RuleEntry(id="life", kind="order", why="", options=LIFE, examples=Examples())
ORDERED = replace(RULES, rules=(ORDER,))

CASES = {
    "two-things": (pair(TARN, OSIER, KNOWN), pair(TARN, OSIER)),
    "other-versions": (
        pair({"versions": ("2.4",)}, {"versions": ("2.5",)}),
        pair({"versions": ("2.4",)}, {"versions": ("2.4", "2.5")}),
    ),
    "other-times": (
        pair({"scope": YEAR}, {"scope": NEXT}),
        pair({"scope": YEAR}, {"scope": DAY}),
    ),
    "left-out": (
        pair({"scope": Scope(included=("tax",))}, {"scope": Scope(excluded=("tax",))}),
        pair({"scope": Scope(included=("tax",))}, {"scope": Scope(excluded=("tips",))}),
    ),
    "other-ordinals": (
        pair({"ordinals": ("first",)}, {"ordinals": ("second",)}),
        pair({"ordinals": ("first",)}, {}),
    ),
    "other-roles": (pair({"role": "crew"}, {"role": "passengers"}), pair({"role": "crew"}, {})),
    "denied": (pair({"modality": "negated"}, {}), pair({"modality": "negated"}, {"modality": "negated"})),
    "not-reached": (
        pair({"scope": Scope(stage="planned")}, {}),
        pair({"scope": Scope(stage="planned")}, {"scope": Scope(stage="projected")}),
    ),
    "restated": (pair({"restates": MILES}, HERE), pair({"restates": MILES}, {})),
    "both-state-both": (
        pair_of(GATE_40, stated("43 gates.", "43 gates", "boats", source="b"), *BOTH, rules=RULES),
        pair_of(GATE_40, stated("43 gates.", "43 gates", "boats", source="b"), BOTH[0], rules=RULES),
    ),
    "only-scopes": (
        pair_of(AS_OF, stated("43 gates in all.", "43 gates", "as_of", source="b"), rules=RULES),
        pair_of(AS_OF, stated("43 gates.", "43 gates", "as_of", source="b"), rules=RULES),
    ),
    "in-order": (
        pair({"attribute": "born"}, {"attribute": "died"}, ORDERED),
        pair({"attribute": "born"}, {"attribute": "born"}, ORDERED),
    ),
    "one-sentence": (
        pair_of(ONE_OF_TWO, stated(TWO, "43 gates", "boats"), rules=RULES),
        pair_of(ONE_OF_TWO, stated(TWO, "43 gates", "boats", start=90), rules=RULES),
    ),
    "one-for-each": (pair(GATES, GATES), pair(GATES | {"scope": YEAR}, GATES | {"scope": YEAR})),
}


def turned(given: Pair) -> Pair:
    return Pair(given.right, given.left, given.folder)


def test_each_veto_has_a_case_on_either_side() -> None:
    assert tuple(CASES) == tuple(veto.id for veto in VETOES)
    assert all(veto.words for veto in VETOES)


@pytest.mark.parametrize("name", CASES)
def test_a_veto(name: str) -> None:
    holds, holds_not = CASES[name]
    assert [veto.id for veto in vetoes.of_pair(holds)] == [veto.id for veto in vetoes.of_pair(turned(holds))] == [name]
    assert vetoes.of_pair(holds_not) == vetoes.of_pair(turned(holds_not)) == ()


OF_CONFLICTS = {"one-for-each", "both-state-both", "not-reached"}


@pytest.mark.parametrize("relation", ["agree", "compatible"])
@pytest.mark.parametrize("name", CASES)
def test_a_veto_of_what_does_not_conflict(name: str, relation: Relation) -> None:
    """Some vetoes say only that two values do not conflict."""
    for sides in (CASES[name][0], turned(CASES[name][0])):
        assert [veto.id for veto in vetoes.of_pair(sides, relation)] == ([] if name in OF_CONFLICTS else [name])
    assert vetoes.of_pair(CASES[name][1], relation) == ()


def test_the_same_sentence_in_two_documents() -> None:
    assert vetoes.of_pair(pair_of(ONE_OF_TWO, stated(TWO, "43 gates", "boats", "b"), rules=RULES)) == ()


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({}, {}),
        (TARN, OSIER),
        ({"scope": Scope(place="Tarn")}, {}),
        ({"scope": Scope(stage="spent")}, {"scope": Scope(stage="allocated")}),
        ({"modality": "projected"}, {}),
        ({"modality": "hypothetical"}, {}),
        ({"modality": "projected"}, {"modality": "hypothetical"}),
        ({"modality": "negated"}, {"modality": "negated"}),
        ({"each": True}, {"total": True}),
        ({"scope": YEAR}, {}),
        ({"attribute": "gates"}, {"attribute": "boats"}),
    ],
)
def test_what_only_speaks_against_one_fact_is_no_veto(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert vetoes.of_pair(pair(mine, theirs)) == ()


@pytest.mark.parametrize(
    ("names", "fields", "held"),
    [
        ({"a": ["tarn weir"], "b": ["osier mill"]}, {}, True),
        ({"a": ["tarn weir", "osier mill"], "b": ["osier mill"]}, {}, False),
        ({"a": ["tarn weir"], "b": ["osier mill", "tarn weir"]}, {}, False),
        ({"a": ["tarn weir"], "b": ["osier mill"]}, {"binding": "topic"}, False),
        ({"a": ["tarn weir"], "b": ["osier mill"]}, {"source": "a", "start": 90}, False),
        ({"a": ["tarn weir"], "b": ["osier weir"]}, {"subject": "osier_weir"}, False),
    ],
)
def test_two_things_of_which_each_document_names_its_own(
    names: Mapping[str, list[str]], fields: Mapping[str, Any], held: bool
) -> None:
    one = stated("It has 40 gates.", "40 gates", **TARN)
    other = stated("It has 43 gates.", "43 gates", **{"source": "b"} | OSIER | dict(fields))
    found = vetoes.of_pair(pair_of(one, other, names=names))
    assert ([veto.id for veto in found] == ["two-things"]) is held


@pytest.mark.parametrize(("other", "held"), [("9 rails", True), ("8 rails", False)])
def test_a_scoping_date_beside_another_figure_that_differs_only_scopes(other: str, held: bool) -> None:
    one = stated("In 1936 it had 8 rails.", "1936", "as_of", source="a")
    two = stated(f"In 1938 it had {other}.", "1938", "as_of", source="b")
    found = vetoes.of_pair(pair_of(one, two, rules=RULES))
    assert ("only-scopes" in [veto.id for veto in found]) is held
