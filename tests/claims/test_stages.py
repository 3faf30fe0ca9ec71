"""What is planned or expected is no figure that was reached; what stands in another clause says nothing of it."""

from __future__ import annotations

import pytest

import checker


@pytest.mark.parametrize(
    ("text", "value", "stage"),
    [
        ("The library aimed for 135,000 visitors in 2023.", "135,000", "planned"),
        ("The library hopes to reach 135,000 visitors.", "135,000", "planned"),
        ("The park expects 31,000 visitors in 2024.", "31,000", "projected"),
        ("40 new homes are planned at Torwick.", "40", "planned"),
        ("The library had 126,400 visitors in 2023.", "126,400", None),
        ("The park trained 2,601 people, a number that is expected to grow.", "2,601", None),
        ("As planned, the park trained 2,601 people.", "2,601", None),
        ("The council spent £40,000 on the hall.", "£40,000", "spent"),
        ("The council requested £40,000 for the hall.", "£40,000", "requested"),
    ],
)
def test_how_far_a_value_has_come(text: str, value: str, stage: str | None) -> None:
    claims = [claim for claim in checker.check_texts({"a": text}).claims if claim.value.text.startswith(value)]
    assert [claim.scope.stage for claim in claims] == [stage]


def test_a_plan_does_not_contradict_what_came_of_it() -> None:
    texts = {
        "plan": "Norby Library aimed for 135,000 visitors in 2023.",
        "report": "Norby Library had 126,400 visitors in 2023.",
    }
    report = checker.check_texts(texts)
    assert {claim.value.low for claim in report.claims} >= {"135000", "126400"}
    assert [finding for finding in report.findings if finding.relation == "conflict"] == []
