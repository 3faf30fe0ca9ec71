"""Shares against 100% and parts against their total."""

import pytest

from tests.rules.told import Told, findings, recommended_rule, relations, rule, rule_input

SHARES, PARTS = recommended_rule("shares-sum"), recommended_rule("parts-sum")


def one(sentence: str, *values: str, attribute: str = "share") -> Told:
    return Told(sentence, dict.fromkeys(values, attribute))


@pytest.mark.parametrize(
    ("sentence", "values", "expected"),
    [
        ("18% of residents approve, with 59% disapproving and 23% undecided.", "18% 59% 23%", ["agree"]),
        ("18% of residents approve, with 59% disapproving and 29% undecided.", "18% 59% 29%", ["conflict"]),
        ("18% of residents approve and 59% disapprove.", "18% 59%", []),
        ("62% of residents approve and 38% disapprove.", "62% 38%", ["agree"]),
        ("Of the crew 53% are women and 47% are men.", "53% 47%", ["agree"]),
        ("Of the crew 53% are women and 43% are men.", "53% 43%", ["conflict"]),
        ("Men account for 53% of the crew, women for 43%.", "53% 43%", ["conflict"]),
        ("53% of women and 43% of men can read.", "53% 43%", []),
        ("53% of the women and 43% of all men can read.", "53% 43%", []),
        ("The literacy rate is 53% for women, 43% for men.", "53% 43%", []),
        ("65% of voters are women and 40% of employees are men.", "65% 40%", []),
        ("The town is 99.1% land and 0.9% water.", "99.1% 0.9%", ["agree"]),
        ("The town is 99.1% land and 1.9% water.", "99.1% 1.9%", ["conflict"]),
        ("The soil is 40% sand, 35% silt and 25% clay.", "40% 35% 25%", ["agree"]),
        ("The soil is 40% sand, 35% silt and 20% clay.", "40% 35% 20%", []),
        ("Its sales rose 40%, 35% and 25% in three years.", "40% 35% 25%", []),
        ("The council has 20% women and 30% men of whom 3% are young.", "20% 30% 3%", []),
    ],
)
def test_shares(sentence: str, values: str, expected: list[str]) -> None:
    assert relations(SHARES, rule_input([one(sentence, *values.split())])) == expected


@pytest.mark.parametrize(
    ("sentence", "values", "expected"),
    [
        ("The wreck left 12 dead: 7 men and 5 women.", "12 7 5", ["agree"]),
        ("The wreck left 12 dead: 7 men and 6 women.", "12 7 6", ["conflict"]),
        ("The wreck left 12 dead (7 men, 6 women).", "12 7 6", ["conflict"]),
        ("The wreck left 12 dead, of whom 7 were men and 6 were women.", "12 7 6", ["conflict"]),
        ("The wreck left 12 dead, including 7 men and 4 women.", "12 7 4", []),
        ("The wreck left 12 dead, including 7 men and 9 women.", "12 7 9", ["conflict"]),
        ("The wreck left 12 dead: 7 men, 4 women and 1 child.", "12 7 4 1", ["agree"]),
        ("The wreck left 12 dead: 7 men, 4 women and 1 stranger.", "12 7 4 1", ["agree"]),
        ("The wreck left 12 dead: 7 men, 4 women and 3 strangers.", "12 7 4 3", []),
        ("The ferry carried 120 people: 95 passengers and 23 crew.", "120 95 23", ["conflict"]),
        ("7 men and 5 women died, 12 in all.", "7 5 12", ["agree"]),
        ("They met 3 men, 2 boys and 1 woman.", "3 2 1", []),
        ("The 12 boats carried 7 men and 6 women.", "12 7 6", []),
        ("After 12 days 7 men and 5 women came home.", "7 5", []),
        ("It has 6,000 students: 4,100 undergraduates and 2,000 graduate students.", "6,000 4,100 2,000", []),
        ("It has 5,214 students: 3,991 undergraduates and 1,323 postgraduates.", "5,214 3,991 1,323", ["conflict"]),
        ("Males numbered 331 and females 269 of 700 in total.", "331 269 700", []),
        ("Of 600 readers males numbered 331 and females numbered 269.", "600 331 269", []),
    ],
)
def test_parts(sentence: str, values: str, expected: list[str]) -> None:
    assert relations(PARTS, rule_input([one(sentence, *values.split())])) == expected


@pytest.mark.parametrize(
    ("total", "land", "water", "expected"),
    [
        ("36.2", "30.9", "5.3", ["agree"]),
        ("36.2", "34.7", "1.6", ["agree"]),
        ("36.2", "30.9", "9.3", ["conflict"]),
    ],
)
def test_measures(total: str, land: str, water: str, expected: list[str]) -> None:
    values = [f"{n} square miles" for n in (total, land, water)]
    sentence = f"The town covers {values[0]}, of which {values[1]} is land and {values[2]} is water."
    assert relations(PARTS, rule_input([one(sentence, *values)])) == expected


def test_parts_of_the_sentence_before() -> None:
    told = [
        one("The town has 16,337 inhabitants.", "16,337"),
        one("Of these, 12,728 lived in urban and 3,609 in rural areas.", "12,728", "3,609"),
    ]
    assert relations(PARTS, rule_input(told)) == ["agree"]
    apart = [told[0], Told("The quay is old.", {}), told[1]]
    assert relations(PARTS, rule_input(apart)) == []


def test_the_sum_is_shown_with_its_tolerance() -> None:
    (shares,) = findings(SHARES, rule_input([one("Of the crew 53% are women and 43% are men.", "53%", "43%")]))
    assert shares.message == "The shares 53% and 43% add up to 96%, not to 100%: a"
    assert shares.explanation[-1] == "53% + 43% = 96%, to be 100% (tolerance: 1, for rounding)"
    (parts,) = findings(PARTS, rule_input([one("The wreck left 12 dead: 7 men and 6 women.", "12", "7", "6")]))
    assert parts.explanation[-1] == "7 men + 6 women = 13, stated: 12 dead (tolerance: 0, for rounding)"
    assert [p.value for p in parts.positions] == ["12 dead", "13"]


SUM = {"total": "area", "parts": ["land_area", "water_area"]}


@pytest.mark.parametrize(
    ("lines", "of", "expected"),
    [
        (("36.2 km2", "30.9 km2", "5.3 km2"), ["all"], ["agree"]),
        (("41.3 km2", "30.9 km2", "5.3 km2"), ["all"], ["conflict"]),
        (("41.3 km2", "30.9 km2", "5.3 km2"), ["parts"], []),
        (("31.3 km2", "30.9 km2", "5.3 km2"), ["parts"], ["conflict"]),
        (("36.2 km2", "30.9 km2", "530 ha"), ["all"], []),
    ],
)
def test_attributes(lines: tuple[str, str, str], of: list[str], expected: list[str]) -> None:
    names = ("area", "land_area", "water_area")
    told = [Told(f"{name}: {value}", {value: name}) for name, value in zip(names, lines, strict=True)]
    assert relations(rule("total", of=of, **SUM), rule_input(told)) == expected


def test_attributes_of_another_time_or_stated_twice_are_not_added() -> None:
    told = [
        Told("Total area: 41.3 km2", {"41.3 km2": "area"}, time="2001"),
        Told("Land area: 30.9 km2", {"30.9 km2": "land_area"}),
        Told("Water area: 5.3 km2", {"5.3 km2": "water_area"}),
    ]
    assert relations(rule("total", of="all", **SUM), rule_input(told)) == []
    twice = [
        Told("Total area: 41.3 km2", {"41.3 km2": "area"}),
        Told("Area: 36.2 km2", {"36.2 km2": "area"}),
        *told[1:],
    ]
    assert relations(rule("total", of="all", **SUM), rule_input(twice)) == []
