"""Figures per head and per area against the two they come from."""

from dataclasses import replace
from typing import Any

import pytest

from tests.rules.told import Told, findings, recommended_rule, relations, rule, rule_input

DENSITY = recommended_rule("density")


def town(people: str, area: str, density: str, *, of: str = "land_area", time: str | None = None) -> list[Told]:
    return [
        Told(f"Population: {people}", {people: "population"}, time=time),
        Told(f"Area: {area}", {area: of}),
        Told(f"Density: {density} people per km2", {density: "population_density"}),
    ]


@pytest.mark.parametrize(
    ("people", "area", "density", "expected"),
    [
        ("12,400", "40 km2", "310", ["agree"]),
        ("12,400", "40 km2", "315", ["agree"]),
        ("12,400", "40 km2", "300", ["agree"]),
        ("12,400", "40 km2", "270", ["conflict"]),
        ("12,400", "4,000 ha", "310", ["agree"]),
        ("12,400", "15.444 square miles", "310", ["agree"]),
        ("12,400", "15.444 square miles", "803", ["conflict"]),
    ],
)
def test_density(people: str, area: str, density: str, expected: list[str]) -> None:
    assert relations(DENSITY, rule_input(town(people, area, density))) == expected


def test_a_total_area_with_water_in_it_contradicts_nothing() -> None:
    assert relations(DENSITY, rule_input(town("12,400", "40 km2", "390", of="area"))) == []


def test_figures_of_other_times_contradict_nothing() -> None:
    assert relations(DENSITY, rule_input(town("12,400", "40 km2", "390", time="2001"))) == []


def test_a_density_per_another_unit_is_converted() -> None:
    told = [
        *town("12,400", "40 km2", "310")[:2],
        Told("Density: 803 people per square mile", {"803": "population_density"}),
    ]
    (found,) = findings(DENSITY, rule_input(told))
    assert found.relation == "agree"
    assert found.explanation[-1] == ("12,400 / 40 km2 = 802.9 per square mile, stated: 803 people (tolerance: 24.09)")


def test_per_head() -> None:
    entry = rule("ratio", amount="budget", over="students", ratio="spending", tolerance="5%")
    for said, expected in (("$4,000 a head", ["agree"]), ("$5,000 a head", ["conflict"]), ("$5,000 a week", [])):
        told = [
            Told("The budget is $8 million.", {"$8 million": "budget"}),
            Told("It teaches 2,000 students.", {"2,000": "students"}),
            Told(f"It spends {said}.", {said.split()[0]: "spending"}),
        ]
        assert relations(entry, rule_input(told)) == expected


def test_many_figures_are_a_table() -> None:
    people = [Told(f"Population: {n},400", {f"{n},400": "population"}) for n in range(10, 40)]
    assert relations(DENSITY, rule_input([*people, *town("12,400", "40 km2", "310")])) == []


@pytest.mark.parametrize(
    ("said", "value", "attribute", "expected"),
    [
        ("It spent $4,000 per student.", "$4,000", "spent", ["agree"]),
        ("It spent $5,000 per student.", "$5,000", "spent", ["conflict"]),
        ("Its spending per pupil was $4,050.", "$4,050", "spent", ["agree"]),
        ("Its spending per pupil was $5,300.", "$5,300", "spent", ["conflict"]),
        ("It has a budget of $5,000 per student.", "$5,000", "budget", []),
        ("It spent $5,000 per visitor.", "$5,000", "spent", []),
        ("It spent about $5,000 per student.", "about $5,000", "spent", []),
    ],
)
def test_an_amount_that_says_what_it_is_per(said: str, value: str, attribute: str, expected: list[str]) -> None:
    told = [
        Told("It spent $8,000,000 in all.", {"$8,000,000": "spent"}),
        Told("It teaches 2,000 students.", {"2,000": "students"}),
        Told(said, {value: attribute}),
    ]
    assert relations(recommended_rule("per-student"), rule_input(told)) == expected


def test_the_whole_amount_may_be_rounded() -> None:
    told = [
        Told("It spent $8 million.", {"$8 million": "spent"}),
        Told("It teaches 2,000 students.", {"2,000": "students"}),
        Told("It spent $4,250 per student.", {"$4,250": "spent"}),
    ]
    (found,) = findings(recommended_rule("per-student"), rule_input(told))
    assert found.relation == "agree"
    assert found.explanation[-1].endswith("stated: $4,250 (tolerance: 818.12)")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("310", ["agree"]),
        ("more than 310", []),
        ("up to 310", []),
        ("300 to 310", []),
        ("about 270", []),
        ("270", ["conflict"]),
    ],
)
def test_only_a_single_figure_is_held_against_its_quotient(shown: str, expected: list[str]) -> None:
    told = [*town("12,400", "40 km2", "310")[:2], Told(f"Density: {shown} per km2", {shown: "population_density"})]
    assert relations(DENSITY, rule_input(told)) == expected


@pytest.mark.parametrize("weak", [0, 1, 2])
@pytest.mark.parametrize("change", [{"binding": "topic"}, {"modality": "projected"}])
def test_what_is_not_firmly_said_contradicts_nothing(weak: int, change: dict[str, Any]) -> None:
    told = town("12,400", "40 km2", "270")
    assert relations(DENSITY, rule_input(told)) == ["conflict"]
    told[weak] = replace(told[weak], **change)
    known = rule_input(told)
    assert len(known.claims) == 3
    assert relations(DENSITY, known) == []


@pytest.mark.parametrize(
    ("second", "density", "expected"),
    [
        ("12,400", "270", ["conflict"]),
        ("12,800", "270", []),
        ("10,800", "270", ["agree"]),
        ("12,800", "310", ["agree"]),
    ],
)
def test_two_figures_for_one_amount(second: str, density: str, expected: list[str]) -> None:
    told = [*town("12,400", "40 km2", density), Told(f"It has {second} people.", {second: "population"})]
    assert relations(DENSITY, rule_input(told)) == expected


@pytest.mark.parametrize(
    ("ratio", "people", "expected"),
    [("2001", "2001", ["conflict"]), ("2001", "2011", []), ("2001", None, []), (None, None, ["conflict"])],
)
def test_the_times_of_figures(ratio: str | None, people: str | None, expected: list[str]) -> None:
    told = town("12,400", "40 km2", "270", time=people)
    told[2] = replace(told[2], time=ratio)
    assert relations(DENSITY, rule_input(told)) == expected


def test_figures_of_another_subject_or_source_make_no_ratio() -> None:
    told = town("12,400", "40 km2", "270")
    for other in (replace(told[1], subject="corran"), replace(told[1], source="b")):
        known = rule_input([told[0], other, told[2]])
        assert len(known.claims) == 3
        assert relations(DENSITY, known) == []


@pytest.mark.parametrize(
    ("sentence", "counted", "expected"),
    [
        ("It teaches 2,000 students.", "students", ["conflict"]),
        ("It teaches 1,600 students.", "students", ["agree"]),
        ("It has 2,000 boats.", "boats", []),
        ("It teaches no students.", None, []),
    ],
)
def test_an_amount_for_each_of_those_counted(sentence: str, counted: str | None, expected: list[str]) -> None:
    told = [
        Told("It spent $8 million.", {"$8 million": "spent"}),
        Told(sentence, {sentence.split()[2]: "students"} if counted else {}),
        Told("It spent $5,000 per student.", {"$5,000": "spent"}),
    ]
    assert relations(recommended_rule("per-student"), rule_input(told)) == expected


@pytest.mark.parametrize(("attribute", "expected"), [("spent", ["conflict"]), ("budget", [])])
def test_an_amount_for_each_contradicts_amounts_of_its_own_attribute_only(attribute: str, expected: list[str]) -> None:
    told = [
        Told("It had $8 million.", {"$8 million": "spent"}),
        Told("It teaches 2,000 students.", {"2,000": "students"}),
        Told("It had $5,000 per student.", {"$5,000": attribute}),
    ]
    assert relations(recommended_rule("per-student"), rule_input(told)) == expected
