"""What has more values than are held against each other is said, by source and by rule."""

from __future__ import annotations

import pytest

from checker.comparison.thresholds import VALUES_COMPARED
from tests.readings import report


def years(sentence: str, many: int) -> str:
    return "\n\n".join(sentence.format(value=f"{2000 + 7 * n:,}", year=1901 + n) for n in range(many))


ENROLLED = "Calder College had {value} students in {year}."
OTHER = "Calder College had 1,000 students in 1890."


@pytest.mark.parametrize("many", [VALUES_COMPARED - 1, VALUES_COMPARED])
def test_more_values_than_are_compared_are_not_checked(many: int) -> None:
    missing = report(years(ENROLLED, many), OTHER).not_checked
    said = "too many values to compare each with all others: students of Calder College"
    expected = [(source, "one-value-at-a-time", said) for source in "ab"] if many >= VALUES_COMPARED else []
    assert [(m.source, m.rule, m.reason) for m in missing] == expected


def test_what_never_conflicts_needs_no_comparing() -> None:
    assert report(years("Calder College lent {value} charts in {year}.", VALUES_COMPARED + 1), OTHER).not_checked == ()
