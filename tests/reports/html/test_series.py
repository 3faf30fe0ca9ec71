"""Values over time: which are worth a plot, and where its marks stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.report import Report
from checker.reports.html.page_model import contents_of
from checker.reports.html.series import MOST_SERIES, Series, series_of
from tests.reports.pages import followed


def series(report: Report) -> list[Series]:
    return series_of(contents_of(report))


def test_two_sources_over_three_times_are_a_plot() -> None:
    (one,) = series(followed())
    assert (one.subject, one.attribute, one.sources) == ("Seaview Hotel", "guests", ("ledger", "figures"))
    assert [(mark.position, mark.label) for mark in one.plot.marks] == [
        (0, "300, 1901"),
        (0, "350, 1902"),
        (0, "420, 1903"),
        (1, "310, 1901"),
        (1, "450, 1904"),
    ]
    assert [label for _, label in one.plot.heights] == ["300", "350", "400", "450"]


@pytest.mark.parametrize("left", [slice(0, 3), slice(1, 4, 2), slice(3, 5)])
def test_one_source_or_fewer_times_are_none(left: slice) -> None:
    assert series(replace(followed(), claims=followed().claims[left], findings=())) == []


def test_what_is_only_planned_is_not_drawn() -> None:
    claims = tuple(replace(c, modality="projected") for c in followed().claims)
    assert series(replace(followed(), claims=claims)) == []


def test_other_units_are_another_plot() -> None:
    first, *others = followed().claims
    odd = replace(first, value=replace(first.value, kind="money", unit="USD"))
    (one,) = series(replace(followed(), claims=(odd, *others)))
    assert len(one.claims) == 4


def test_so_many_plots_are_made() -> None:
    claims = tuple(
        replace(c, id=f"{c.id}-{n}", attribute=f"attribute {n}")
        for c in followed().claims
        for n in range(MOST_SERIES + 3)
    )
    assert len(series(replace(followed(), claims=claims, findings=()))) == MOST_SERIES
