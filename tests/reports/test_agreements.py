"""Of the agreements the text report lists those that bear something out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import checker
from checker.model.finding import Finding, PositionSource
from checker.reports.agreements import is_telling, voices
from checker.reports.conflicts import Index

MUSEUM = "The Northwind Museum was founded in 1894 by retired pilots. The Northwind Museum has 312 members."


def agreements(*texts: str) -> tuple[list[Finding], Index]:
    report = checker.check_texts(dict(zip("abcd", texts, strict=False)))
    index = Index({c.source.id: c.source for c in report.sources}, {c.id: c for c in report.quoted})
    return [f for f in report.findings if f.relation == "agree"], index


def test_two_sources_that_say_the_same_bear_each_other_out() -> None:
    found, index = agreements(MUSEUM, "Founded in 1894, the Northwind Museum counts 312 members.")
    assert found
    assert all(is_telling(one, index) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Northwind Trust has three aims:\n\n- to keep old ships afloat\n- to teach sailing\n- to print charts\n",
        "The collapse of the Ardle Viaduct caused 12 deaths: 7 men and 5 women.",
        "The Harlow Bridge is 12 miles (19.3 km) long.",
    ],
)
def test_a_document_that_agrees_with_itself_bears_nothing_out(text: str) -> None:
    found, index = agreements(text)
    assert found
    assert not any(is_telling(one, index) for one in found)


def test_a_copy_is_no_voice_of_its_own() -> None:
    found, index = agreements(MUSEUM, "Founded in 1894, the Northwind Museum counts 312 members.")
    (position,) = found[0].positions
    copied = replace(position, sources=(PositionSource("a"), PositionSource("b", same_text_as="a")))
    one = replace(found[0], positions=(copied,))
    claims = index.claims_of(one.claims)
    assert (voices(found[0], claims), voices(one, claims)) == (2, 1)
    assert not is_telling(one, index)


@pytest.mark.parametrize(("sure", "listed"), [(0.89, False), (0.9, True)])
def test_a_small_number_tells_something_only_where_it_is_sure(sure: float, listed: bool) -> None:
    found, index = agreements(
        "The Corran Ferry has three decks. It was built in 1961 in Lundby by Ada Marlow.",
        "The Corran Ferry has three decks. It was built in 1961 in Lundby by Ada Marlow.",
    )
    small = [one for one in found if one.positions[0].value == "three decks"]
    assert small
    kept = [replace(p, sources=()) for p in small[0].positions]
    assert is_telling(replace(small[0], positions=tuple(kept), confidence=sure), index) == listed
