"""What lies above or below a plan is an attribute of its own, and neither the plan nor what was planned."""

import pytest

from tests.readings import conflicts, told


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("The Tarn Club's expenses were $3 below budget.", "below_plan", "$3"),
        ("The Tarn Club was under budget by $3.", "below_plan", "$3"),
        ("The Tarn Club was under budget by a combined $3,100.", "below_plan", "$3,100"),
        ("The Tarn Club's dues of $54,000 are $20,000 UNDER of the YTD 2023 DRAFT budget of $74,000.", "below_plan",
         "$20,000"),
        ("The net profit of the Tarn Club is AHEAD of budget by $309.", "above_plan", "$309"),
        ("The Tarn Club's repairs were $900 over the approved budget.", "above_plan", "$900"),
        ("The dues of the Tarn Club exceeded the budget by $43.", "above_plan", "$43"),
        ("The Tarn Club is ahead of plan by 12.", "number_above_plan", "12"),
        ("The Tarn Club's sales were 12% short of target.", "percentage_below_plan", "12%"),
        # A work that is finished is over or under budget once.
        ("The Tarn Bridge was finished $3 million under budget.", "cost_overrun", "$3 million"),
        # The plan itself, and what was planned.
        ("The Tarn Club has a budget of $40,000.", "budget", "$40,000"),
        ("The net profit of the Tarn Club was $309.", "net_income", "$309"),
    ],
)  # fmt: skip
def test_attributes(text: str, attribute: str, value: str) -> None:
    assert [a for _, a, v in told(text) if v == value] == [attribute]


def test_below_and_above_do_not_agree_with_what_they_are_measured_by() -> None:
    budget = "The Tarn Club has a budget of $40,000 for 2023."
    assert ("Tarn Club", "below_plan", "$3,000") in told("In 2023 the Tarn Club was $3,000 below budget.")
    assert conflicts(budget, "In 2023 the Tarn Club was $3,000 below budget.") == []
