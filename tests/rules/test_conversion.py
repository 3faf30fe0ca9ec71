"""A measure and its conversion in parentheses are one size, told in two units."""

from __future__ import annotations

import pytest

from tests.readings import report
from tests.rules.told import recommended_rule


def told(measure: str) -> list[tuple[str, str]]:
    """The relation and the sum that the rule finds for a measure of a thing."""
    findings = report(f"Lundby Reservoir\n\nThe Lundby Reservoir measures {measure} in all.").findings
    return [(f.relation, f.explanation[-1]) for f in findings if f.rule == "converted-right"]


@pytest.mark.parametrize(
    "measure",
    [
        "14 miles (22.5 km)",
        "14 miles (23 km)",
        "14 mi (about 22 km; 12 nmi)",
        "a 14-mile (23 km)",
        "2 miles (3 km)",
        "200 miles (322 km)",
        "3 to 6 miles (5 to 10 km)",
        "1.6 square miles (4.3 km²)",
        "310 m (1,017 ft)",
        "6 ft 1 in (1.85 m)",
        "65 °F (18 °C)",
        "a rise of 3 °C (5.4 °F)",
        "90 mph (145 km/h)",
        "more than 14 miles (22 km)",
        "14 miles, or 22.5 km,",
    ],
)
def test_rounding_explains_it(measure: str) -> None:
    assert [relation for relation, _ in told(measure)] == ["agree"]


@pytest.mark.parametrize(
    ("measure", "sum_line"),
    [
        ("14 miles (32 km)", "14 miles = 22.5 km, stated: 32 km (tolerance: 1.3, for rounding)"),
        ("3–6 miles (5–15 km)", "3–6 miles = 4.83 to 9.66 km, stated: 5–15 km (tolerance: 1.3, for rounding)"),
        ("310 m (1,170 ft)", "310 m = 1,017 ft, stated: 1,170 ft (tolerance: 23.4, for rounding)"),
        ("65 °F (28 °C)", "65 °F = 18.3 °C, stated: 28 °C (tolerance: 0.778, for rounding)"),
        ("500 hectares (1,900 acres)", "500 hectares = 1,236 ac, stated: 1,900 acres (tolerance: 174, for rounding)"),
    ],
)  # fmt: skip
def test_nothing_explains_it(measure: str, sum_line: str) -> None:
    assert told(measure) == [("conflict", sum_line)]


@pytest.mark.parametrize(
    "measure",
    [
        "14 miles (32 km from Ardle)",
        "14 miles or 32 km",
        "14 miles, and 32 km at high water,",
        "14 miles (and another 32 km)",
        "14 miles (32 acres)",
        "80,000 tons (60,000 tonnes)",
        "14 miles (14 miles)",
    ],
)
def test_it_is_no_conversion_or_none_that_can_be_wrong(measure: str) -> None:
    assert told(measure) == []


def test_the_largest_share_is_the_rules_own() -> None:
    assert recommended_rule("converted-right").options == {"tolerance": "10%"}
