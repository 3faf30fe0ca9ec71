"""The dates of a duration are those that its claim names, next to it or by the word that tells of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.claim import Claim
from checker.model.qualifiers import DateNearby, DurationContext, Qualifiers
from checker.rules.sentence_context import belongs_to, context_of, dates_beside
from tests.rules.told import Told, rule_input

CUES = {"died": {"die", "dead"}, "retired": {"retir"}}


def known(context: DurationContext | None) -> tuple[Claim, list[Claim]]:
    told = [
        Told(
            "He was 61 years old in 1932 or 1931 or 1932.", {"61 years old": "age", "1932": "died", "1931": "retired"}
        ),
        Told("1932 it was.", {"1932": "retired"}),
    ]
    claims = rule_input(told).ordered
    age = next(c for c in claims if c.attribute == "age")
    dates = [c for c in claims if c.value.kind == "date"]
    assert [d.attribute for d in dates] == ["retired", "died", "retired"]
    return replace(age, qualifiers=Qualifiers(lasting=context)), dates


def beside(context: DurationContext | None) -> list[tuple[str, str]]:
    age, dates = known(context)
    return [(d.attribute, d.value.text) for d in dates_beside(age, dates, CUES)]


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (DurationContext(dates=(DateNearby("1932", True),)), [("died", "1932")]),
        (DurationContext(dates=(DateNearby("1931", True),)), [("retired", "1931")]),
        (DurationContext(dates=(DateNearby("1931", True), DateNearby("1932", True))), [("retired", "1931")]),
        (DurationContext(dates=(DateNearby("1932"),)), []),
        (DurationContext(dates=(DateNearby("1932"),), before=("die",)), [("died", "1932")]),
        (DurationContext(before=("corran", "dead", "retir")), [("died", "1932")]),
        (DurationContext(behind=("retir", "die")), [("retired", "1931"), ("retired", "1932")]),
        (DurationContext(before=("die",), behind=("retir",)), [("died", "1932")]),
        (DurationContext(before=("sang",)), []),
        (DurationContext(), []),
        (None, []),
    ],
)
def test_the_dates_of_a_duration(context: DurationContext | None, expected: list[tuple[str, str]]) -> None:
    assert beside(context) == expected


@pytest.mark.parametrize(
    ("context", "stems", "expected"),
    [
        (DurationContext(dates=(DateNearby("1932", between=("clos",)),)), {"clos"}, True),
        (DurationContext(dates=(DateNearby("1932", between=("clos",)),)), {"open"}, False),
        (DurationContext(dates=(DateNearby("1932", between=("clos", "sang")),)), {"clos"}, False),
        (DurationContext(dates=(DateNearby("1932"),)), set(), True),
        (DurationContext(dates=(DateNearby("1933"),)), set(), False),
        (None, set(), False),
    ],
)
def test_a_date_that_belongs_to_a_duration(context: DurationContext | None, stems: set[str], expected: bool) -> None:
    age, dates = known(context)
    died = next(d for d in dates if d.attribute == "died")
    assert belongs_to(age, died, stems) is expected


def test_a_date_of_another_sentence_or_source_belongs_to_no_duration() -> None:
    age, dates = known(DurationContext(dates=(DateNearby("1932", True),)))
    other = dates[-1]
    assert (other.value.text, belongs_to(age, other, ())) == ("1932", False)
    assert not belongs_to(age, replace(dates[1], source="b"), ())


def test_nothing_known_of_the_words_is_no_context() -> None:
    age, _ = known(None)
    assert context_of(age) == DurationContext()
