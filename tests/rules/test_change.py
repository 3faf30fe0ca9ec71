"""A stated percent change is held against its end points, and the finding shows the sum."""

from __future__ import annotations

import pytest

from tests.readings import agreements, conflicts


@pytest.mark.parametrize(
    ("text", "sum_line"),
    [
        (
            "The budget of the Tarn Ferry grew from $50 million in 2000 to $90 million in 2008, a 60% increase.",
            "($90 million - $50 million) / $50 million = 80%, stated: 60%",
        ),
        (
            "The budget of the Pell Museum fell from $8 million in 2000 to $6 million in 2008, a 40% decrease.",
            "($6 million - $8 million) / $8 million = -25%, stated: 40%",
        ),
        (
            "Enrolment at Calder rose from 1,600 students in 1998 to 2,400 students in 2008, a rise of 20 percent.",
            "(2,400 students - 1,600 students) / 1,600 students = 50%, stated: 20 percent",
        ),
        (
            "Membership of the Osier Club dropped from 500 members in 1990 to 400 members in 2000, a drop of 50%.",
            "(400 members - 500 members) / 500 members = -20%, stated: 50%",
        ),
        (
            "Revenue of Bruma Steel grew 70% from €1.0 billion in 2010 to €1.3 billion in 2018.",
            "(€1.3 billion - €1.0 billion) / €1.0 billion = 30%, stated: 70%",
        ),
        (
            "Funding for the Corran Trust has increased 70 percent since 2000. In 2000 it received $50 million. "
            "The Corran Trust received $108 million in 2016.",
            "($108 million - $50 million) / $50 million = 116%, stated: 70 percent",
        ),
    ],
)
def test_a_change_that_does_not_follow(text: str, sum_line: str) -> None:
    (finding,) = [one for one in conflicts(text) if one.kind == "change"]
    assert (finding.rule, finding.severity) == ("percent-change", "warning")
    assert sum_line in finding.explanation
    assert sum_line.partition(" = ")[2].partition(",")[0] in finding.message
    assert len(finding.positions) == 2
    assert len(finding.claims) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The budget of the Tarn Ferry grew from $50 million in 2000 to $80 million in 2008, a 60% increase.",
        "The budget of the Pell Museum fell from $8 million in 2000 to $6 million in 2008, a 25% decrease.",
        "Enrolment at Calder rose from 1,600 students in 1998 to 2,400 students in 2008, an increase of 50 percent.",
        "Revenue of Bruma Steel grew 30% from €1.0 billion in 2010 to €1.3 billion in 2018.",
        # Rounded in the text.
        "The budget of the Tarn Ferry grew from $51 million in 2000 to $80 million in 2008, a 57% increase.",
        "The budget of the Tarn Ferry grew from $51 million in 2000 to $80 million in 2008, an increase of about 60%.",
        "The budget of the Tarn Ferry grew from $50 million in 2000 to $108 million in 2016, a rise of more than 100%.",
    ],
)
def test_a_change_that_follows(text: str) -> None:
    assert conflicts(text) == []
    (finding,) = [one for one in agreements(text) if one.kind == "change"]
    assert any(" = " in step and "stated: " in step for step in finding.explanation)


@pytest.mark.parametrize(
    "text",
    [
        # No end points.
        "The budget of the Tarn Ferry grew by 60% between 2000 and 2008.",
        # One end point.
        "The budget of the Tarn Ferry grew by 60% to $80 million in 2008.",
        # A share, no change.
        "In 2000 the Tarn Ferry spent $50 million, 60% of it on fuel, and in 2008 it spent $90 million.",
        # End points of another thing.
        "The budget of the Tarn Ferry grew by 60%. The Pell Museum spent $5 million in 2000 and $9 million in 2008.",
        # Another kind of value.
        "Sales of the Osier Club grew 60% from 2000 to 2008, when it had 900 members.",
    ],
)
def test_nothing_to_hold_it_against(text: str) -> None:
    assert [one for one in conflicts(text) if one.kind == "change"] == []


def test_what_is_planned_is_no_end_point() -> None:
    text = "# Lundby\n\nLundby is a town. It had 55,020 inhabitants in 2010. "
    later = "By 2020 the population is projected to reach 63,000. Population growth from 2010 to 2020 was 6.2 percent."
    assert not conflicts(text + later)
