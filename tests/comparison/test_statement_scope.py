"""A statement and a text are compared where nothing that either says of its value keeps the two apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.comparison.statement_scope import comparable, same_extent, shared, stand
from checker.model.claim import Claim, Scope
from checker.model.qualifiers import NO_QUALIFIERS
from tests.comparison.stated import stated

YEAR = Scope("2001", "2001-01-01", "2001-12-31", "stated")
NEXT = Scope("2002", "2002-01-01", "2002-12-31", "stated")


def claim(figure: int = 40, source: str = "a", **changes: Any) -> Claim:
    """A claim with these fields; those of its scope and its qualifiers by their own names."""
    scope = {
        name: changes.pop(name) for name in ("place", "population", "stage", "included", "excluded") & changes.keys()
    }
    sentence = changes.pop("sentence", "It has {} gates.").format(figure)
    made = stated(sentence, f"{figure} gates", source=source, qualifiers=NO_QUALIFIERS)
    qualified = {name: changes.pop(name) for name in ("worldwide", "each", "ordinals") & changes.keys()}
    per = changes.pop("per", None)
    made = replace(made, scope=replace(changes.pop("scope", Scope()), **scope), **changes)
    return replace(made, qualifiers=replace(NO_QUALIFIERS, **qualified), value=replace(made.value, per=per))


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({}, {}, True),
        ({"modality": "reported"}, {}, True),
        ({"modality": "projected"}, {}, False),
        ({"modality": "negated"}, {"modality": "negated"}, False),
        ({"scope": YEAR}, {"scope": YEAR}, True),
        ({"scope": YEAR}, {}, True),
        ({"scope": YEAR}, {"scope": NEXT}, False),
        ({"place": "Tarn"}, {"place": "Tarn"}, True),
        ({"place": "Tarn"}, {}, True),
        ({"place": "Tarn"}, {"place": "Lundby"}, False),
        ({"population": "women"}, {"population": "women"}, True),
        ({"population": "women"}, {}, False),
        ({"population": "gates"}, {}, True),
        ({"population": "gates"}, {"population": "women"}, False),
        ({"stage": "spent"}, {"stage": "spent"}, True),
        ({"stage": "spent"}, {}, True),
        ({"stage": "spent"}, {"stage": "requested"}, False),
        ({"worldwide": True}, {"worldwide": True}, True),
        ({"worldwide": True}, {}, True),
        ({"worldwide": True}, {"place": "Tarn"}, False),
        ({"worldwide": True, "place": "Tarn"}, {}, True),
        ({"per": "year"}, {"per": "year"}, True),
        ({"per": "year"}, {}, False),
        ({"included": ("tax",)}, {"included": ("tax",)}, True),
        ({"included": ("tax",)}, {"excluded": ("tax",)}, False),
        ({"each": True}, {"each": True}, True),
        ({"each": True}, {}, False),
        ({"ordinals": ("first",)}, {"ordinals": ("first", "second")}, True),
        ({"ordinals": ("first",)}, {}, True),
        ({"ordinals": ("first",)}, {"ordinals": ("second",)}, False),
        ({"sentence": "Metacritic has {} gates."}, {"sentence": "Metacritic saw {} gates."}, True),
        ({"sentence": "Metacritic has {} gates."}, {}, True),
        ({"sentence": "Metacritic has {} gates."}, {"sentence": "Rotten Tomatoes has {} gates."}, False),
        ({"sentence": "Metacritic has {} gates."}, {"sentence": "Lundby has {} gates."}, True),
    ],
)
def test_what_keeps_a_statement_and_a_text_apart(mine: dict[str, Any], theirs: dict[str, Any], expected: bool) -> None:
    left, right = claim(40, **mine), claim(41, "b", **theirs)
    assert comparable(left, right) is comparable(right, left) is expected


def test_the_amounts_of_the_whole_world() -> None:
    world, some, other = claim(90, worldwide=True), claim(40, "b", place="Tarn"), claim(91, "b", worldwide=True)
    assert same_extent(world, [some, other]) == [other]
    assert same_extent(world, [some]) == [some]
    assert same_extent(some, [world, other]) == [world, other]


def test_how_a_statement_and_a_text_stand() -> None:
    left, right = (
        claim(43, sentence="Alder, birch {} gates cedar."),
        claim(41, "b", sentence="Alder {} gates cedar, yew."),
    )
    assert shared(left, right) - {"gate"} == {"alder", "cedar"}
    assert stand(left, right)[0] == "conflict"
    assert stand(left, left)[0] == "agree"
