"""The parts of a whole are found by what claims say of their figures, whatever the sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.claim import Claim
from checker.model.qualifiers import Divided, Division, NamedPart, Qualifiers, Reach
from checker.rules.named_parts import counts_a_part, division, division_of_earlier, find
from tests.rules.told import Told, rule_input


def figures(*named: str, reach: Reach = "plain", first: Reach = "plain") -> list[Claim]:
    """Figures, each named as a part of the whole ``sex``; ``-`` is none."""
    values = [str(31 + n) for n in range(len(named))]
    known = rule_input([Told(f"Counts: {'; '.join(values)}.", dict.fromkeys(values, "crew"))]).ordered
    assert [c.value.text for c in known] == values
    reaches = [first, *(reach for _ in named[1:])]
    return [
        replace(c, qualifiers=Qualifiers(parts=(NamedPart("sex", part, how),) if part != "-" else ()))
        for c, part, how in zip(known, named, reaches, strict=True)
    ]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (("men", "women"), [(2, True)]),
        (("men", "children"), [(2, False)]),
        (("men", "women", "children"), [(3, True)]),
        (("men", "-", "women"), []),
        (("men", "men"), []),
        (("men", "women", "men"), [(2, True), (2, True)]),
        (("-", "women", "men"), [(2, True)]),
        (("men",), []),
    ],
)
def test_runs(named: tuple[str, ...], expected: list[tuple[int, bool]]) -> None:
    found = find(figures(*named), ["sex", "tenure"])
    assert [(len(parts.claims), parts.complete) for parts in found] == expected
    assert {parts.whole for parts in found} <= {"sex"}
    assert find(figures(*named), ["tenure"]) == []


@pytest.mark.parametrize(
    ("first", "reach", "plain"),
    [("plain", "plain", True), ("of", "plain", True), ("wordy", "plain", False), ("plain", "of", False)],
)
def test_what_stands_between_figures_and_names(first: Reach, reach: Reach, plain: bool) -> None:
    (parts,) = find(figures("men", "women", first=first, reach=reach), ["sex"])
    assert parts.plain is plain


@pytest.mark.parametrize(
    ("said", "expected"),
    [(Divided("31", "all"), "all"), (Divided("31", "partly"), "partly"), (Divided("30", "all"), None), (None, None)],
)
def test_how_a_figure_is_divided(said: Divided | None, expected: Division | None) -> None:
    total, first, second = figures("-", "men", "women")
    first = replace(first, qualifiers=replace(first.qualifiers, divides=said))
    assert division(total, [first, second]) == expected


@pytest.mark.parametrize(("total", "expected"), [(True, "bare"), (False, None)])
def test_a_sum_behind_its_parts(total: bool, expected: Division | None) -> None:
    first, second, last = figures("men", "women", "-")
    last = replace(last, qualifiers=Qualifiers(total=total))
    assert division(last, [first, second]) == expected


@pytest.mark.parametrize(("earlier", "expected"), [(True, "bare"), (False, None)])
def test_parts_of_a_figure_in_the_sentence_before(earlier: bool, expected: Division | None) -> None:
    first, second = figures("men", "women")
    first = replace(first, qualifiers=replace(first.qualifiers, divides_earlier=earlier))
    assert division_of_earlier([first, second]) == expected


@pytest.mark.parametrize(
    ("sentence", "whole", "expected"),
    [
        ("It carried 31 men.", "sex", True),
        ("It carried 31 women.", "sex", True),
        ("It carried 31 boats.", "sex", False),
        ("It carried 31 men.", "tenure", False),
        ("It carried 31 men.", "unknown", False),
    ],
)
def test_what_counts_a_part(sentence: str, whole: str, expected: bool) -> None:
    (claim,) = rule_input([Told(sentence, {"31": "crew"})]).claims.values()
    assert counts_a_part(claim, whole) is expected
