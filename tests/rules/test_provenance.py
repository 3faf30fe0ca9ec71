"""Each position says how many independent sources hold it, and which value is the odd one out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.claim import Claim
from checker.model.document import Source
from checker.model.finding import PositionSource
from checker.model.rule_input import RuleInput
from checker.rules.finding_builder import finding
from checker.rules.provenance import with_sources
from tests.rules.told import Told, rule, rule_input


def known(*years: str, copies: tuple[str, ...] = (), **about: Source) -> RuleInput:
    """A source for each year, named a, b, c, ... ; those in ``copies`` carry one text."""
    told = [Told(f"It opened in {year}.", {year: "opened"}, source=chr(ord("a") + n)) for n, year in enumerate(years)]
    base = rule_input(told)
    carried = {(source, 0): (copies[0], 0) for source in copies}
    return replace(base, sources={**base.sources, **about}, copies=carried)


def positions(base: RuleInput) -> list[list[Claim]]:
    by_year: dict[str, list[Claim]] = {}
    for claim in base.claims.values():
        by_year.setdefault(claim.value.text, []).append(claim)
    return list(by_year.values())


@pytest.mark.parametrize(
    ("years", "copies", "independent", "odd"),
    [
        (["1907", "1911"], "", [1, 1], [False, False]),
        (["1907", "1907", "1911"], "", [2, 1], [False, True]),
        (["1907", "1911", "1911"], "", [1, 2], [True, False]),
        (["1907", "1907", "1911"], "ab", [1, 1], [False, False]),
        (["1907", "1907", "1907", "1911"], "ab", [2, 1], [False, True]),
        (["1907", "1907", "1911", "1913"], "", [2, 1, 1], [False, False, False]),
        (["1907", "1907", "1911", "1911", "1913"], "", [2, 2, 1], [False, False, True]),
        (["1907", "1907", "1911", "1911"], "", [2, 2], [False, False]),
    ],
)
def test_who_stands_alone(years: list[str], copies: str, independent: list[int], odd: list[bool]) -> None:
    base = known(*years, copies=tuple(copies))
    found = with_sources(finding(rule("agreement"), "conflict", positions(base), "", []), base)
    assert [p.independent for p in found.positions] == independent
    assert [p.odd_one_out for p in found.positions] == odd


def test_what_is_known_of_each_source() -> None:
    base = known("1907", "1907", copies=("a", "b"), b=Source("b", published="1999/2002", authority=3))
    found = with_sources(finding(rule("agreement"), "agree", positions(base), "", ["the same value"]), base)
    assert found.positions[0].sources == (PositionSource("a"), PositionSource("b", "1999/2002", 3, "a"))
    assert found.explanation == ("the same value", "a, b carry one text and count as one source")


def test_parts_of_a_sum_do_not_rival_each_other() -> None:
    base = known("1907", "1907", "1911", copies=("a", "b"))
    found = with_sources(finding(rule("total"), "conflict", positions(base), "", ["a sum"]), base)
    assert not any(p.odd_one_out for p in found.positions)
    assert found.explanation == ("a sum",)


def test_a_source_that_also_says_it_in_copied_words_is_no_voice_of_its_own() -> None:
    base = rule_input(
        [
            Told("It opened in 1907.", {"1907": "opened"}, source="a"),
            Told("The opening was in 1907.", {"1907": "opened"}, source="b"),
            Told("It opened in 1907.", {"1907": "opened"}, source="b"),
        ]
    )
    start = max(claim.evidence.start for claim in base.claims.values())
    base = replace(base, copies={("a", 0): ("a", 0), ("b", start): ("a", 0)})
    found = with_sources(finding(rule("agreement"), "agree", positions(base), "", []), base)
    assert found.positions[0].independent == 1
