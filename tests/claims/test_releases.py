"""Changelogs: a release has its day, and what stands below it happened then."""

from __future__ import annotations

import pytest

from tests.readings import claims, conflicts, stated, told

LOG = "# Loomer changelog\n\nLoomer is a program for weavers. Loomer has 40 users.\n\n"


@pytest.mark.parametrize(
    ("line", "version", "day"),
    [
        ("## 1.8.1 (2019-12-20)", "1.8.1", "2019-12-20"),
        ("## [3.2.0] - 2023-11-06", "3.2.0", "2023-11-06"),
        ("v2.0 / 2015-06-01", "2.0", "2015-06-01"),
        ("## Version 4.1 - May 2020", "4.1", "May 2020"),
        ('## 3.0.0 (2022-12-05) "Heron"', "3.0.0", "2022-12-05"),
    ],
)
def test_the_day_of_a_release(line: str, version: str, day: str) -> None:
    assert (f"Loomer {version}", "released", day) in told(f"{LOG}{line}\n\n- Weaves 30 rows a second\n")


@pytest.mark.parametrize("line", ["## Costs of 2019", "## The 1.8.1 series", "## Opened 2019-12-20"])
def test_no_release(line: str) -> None:
    assert not [c for c in claims(f"{LOG}{line}\n\n- Weaves 30 rows\n") if c.attribute == "released"]


RELEASE = "## 1.4.0 (2022-05-11)\n\n"


def test_what_is_below_holds_from_then_on() -> None:
    assert {(c.subject_name, c.scope.time) for c in stated(LOG + RELEASE + "- Weaves 30 rows\n", "30")} == {
        ("Loomer 1.4.0", "2022-05-11")
    }


@pytest.mark.parametrize(
    ("note", "former"),
    [
        ("- Holds 50 rows (was 20 rows)", "20"),
        ("- Holds 50 rows, up from 20 rows", "20"),
        ("- Holds 50 rows instead of 20 rows", "20"),
        ("- The number of rows went from 20 rows to 50 rows", "20"),
    ],
)
def test_what_was_before(note: str, former: str) -> None:
    text = f"{LOG}{RELEASE}{note}\n"
    assert {c.scope.time for c in stated(text, former)} == {"../2022-05-11"}
    assert {c.scope.time for c in stated(text, "50")} == {"2022-05-11"}
    assert not conflicts(text)


def test_a_smaller_heading_stays_in_the_release_and_a_larger_ends_it() -> None:
    inside = f"{LOG}{RELEASE}### Added\n\n- 30 patterns\n"
    assert {c.subject_name for c in stated(inside, "30")} == {"Loomer 1.4.0"}
    behind = f"{LOG}{RELEASE}- 30 patterns\n\n# Thanks\n\nWe thank 12 weavers.\n"
    assert {c.scope.time for c in stated(behind, "12")} == {None}


def test_the_product_is_the_one_over_the_releases() -> None:
    text = f"{LOG}## threader\n\nthreader is the helper program.\n\n### 0.9.0 (2021-02-03)\n\n- Needs 14 MB\n"
    assert ("threader 0.9.0", "released", "2021-02-03") in told(text)


def test_a_setting_named_in_a_note() -> None:
    text = f"{LOG}{RELEASE}- The default of `row_gap` went from 4 mm to 6 mm\n"
    assert {(c.subject_name, c.attribute) for c in stated(text, "6 mm")} == {("Loomer 1.4.0, row_gap", "setting_value")}
