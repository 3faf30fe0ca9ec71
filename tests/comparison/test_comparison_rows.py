"""What is remembered of comparisons is what was found, with its codes and words."""

from __future__ import annotations

import json

import pytest

from checker.comparison.comparison_rows import comparisons_of, related, rows_of
from checker.model.reasons import ComparisonReason, Reason
from tests.comparison.stated import stated


def test_rows_hold_all_of_a_comparison() -> None:
    left, right = (stated("It has 40 gates.", "40 gates", source=source) for source in "ab")
    found = [
        related(right, left, "conflict", Reason.of(ComparisonReason.PARAPHRASE, "the values differ"), 3),
        related(left, right, "agree", Reason(ComparisonReason.ONE_VALUE), 0),
        related(left, right, "conflict", Reason.of(ComparisonReason.PARAPHRASE, "the values differ"), 3),
    ]
    rows = json.loads(json.dumps(rows_of(found)))
    assert comparisons_of(rows) == found
    assert len(rows[0]) == 2
    assert (found[0].left, found[0].right) == (left.id, right.id)


@pytest.mark.parametrize("code", ComparisonReason)
def test_a_reason_is_read_with_its_words(code: ComparisonReason) -> None:
    words = ["osier", "{tarn}"][: code.value.count("{}")]
    text = Reason.of(code, *words).text
    assert all(word in text for word in words)
    assert "{}" not in text


def test_a_reason_of_two_claims_is_the_same_from_either_side() -> None:
    forth = Reason.of_either(ComparisonReason.OTHER_PLACES, "Tarn", "Lundby")
    assert forth == Reason.of_either(ComparisonReason.OTHER_PLACES, "Lundby", "Tarn")
    assert forth.text == "other places: Lundby and Tarn"
