"""One figure that a document tells twice, with a slip in one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.constraints.retellings import slip
from tests.constraints.outcomes import counted, fitting, off, outcomes

KIND = "restatement"
_DIG = (
    "# Dig\n\nAmong the finds are {} worked flints, a button and a bead.\n\n## Finds\n\nThe worked flints come to {}.\n"
)


@pytest.mark.parametrize(
    ("one", "other", "form"),
    [
        ("214", "214", "equal"),
        ("214", "241", "swapped"),
        ("23650", "26350", "swapped"),
        ("12.5", "15.2", None),
        ("12.5", "12.6", "digit"),
        ("1204", "1704", "digit"),
        ("1204", "104", "dropped"),
        ("1204", "12.4", None),
        ("1204", "1240.0", None),
        ("1204", "4021", None),
        ("1204", "1347", None),
    ],
)
def test_the_form_of_a_slip(one: str, other: str, form: str | None) -> None:
    assert slip(one, other) == form


@given(st.from_regex(r"[1-9][0-9]{2,5}(\.[1-9])?", fullmatch=True), st.from_regex(r"[1-9][0-9]{2,5}", fullmatch=True))
def test_a_slip_has_no_direction(one: str, other: str) -> None:
    assert slip(one, other) == slip(other, one)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (_DIG.format("12,480", "12,840"), "12,840"),
        (
            "Harrow Roofing asks for £23,650 to mend the roof.\n\n"
            "# Decided\n\nHarrow Roofing to mend the roof for £26,350.\n",
            "£26,350",
        ),
        (
            "The survey had 1,184 answers in all.\n\nOf the 1,184 answers a third came by post.\n\n"
            "# Method\n\nWe read the 1,148 answers to the survey twice.\n",
            "1,148",
        ),
    ],
)
def test_a_slip_is_found(text: str, wrong: str) -> None:
    assert off(text, KIND) == {wrong}


def test_three_digits_say_less() -> None:
    assert outcomes(_DIG.format(214, 241), KIND) == {("slip", "241", "possible")}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (_DIG.format(214, 214), {"214"}),
        (_DIG.format("12,480", "12,480"), {"12,480"}),
    ],
)
def test_the_same_figure_is_counted(text: str, right: set[str]) -> None:
    assert fitting(text, KIND) == right
    assert counted(text, KIND) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        # Two digits say too little, and years are no such figures.
        _DIG.format(21, 12),
        "The hall was built in 1921 for the town.\n\nThe hall was rebuilt in 1912 for the town, some say.\n",
        # A list, and a table, are of several things.
        "| Site | Flints |\n|---|---|\n| North | 214 |\n| South | 241 |\n",
        # Not exact.
        _DIG.format("about 214", 241),
        # Other things altogether.
        "The keep is 214 steps high.\n\nThe choir has sung at 241 weddings.\n",
    ],
)
def test_what_may_be_two_things_is_passed_over(text: str) -> None:
    assert off(text, KIND) == set()
    assert fitting(text, KIND) == set()
