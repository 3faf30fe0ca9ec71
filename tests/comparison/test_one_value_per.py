"""An attribute has one value for each of what its rule names: others stand side by side."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from checker.comparison.scope_overlap import not_of_one
from checker.model.claim import Claim, Scope
from checker.model.report import Report
from checker.model.rule import AttributeEntry, Rulebook
from checker.pipeline import check_with, recommended
from tests.comparison.stated import stated

Pair = tuple[str, str]
BARE: Pair = ("Port Ellery has 12 berths.", "Port Ellery has 14 berths.")
DATED: Pair = ("Port Ellery had 12 berths in 2019.", "Port Ellery had 14 berths in 2019.")
HALF: Pair = ("Port Ellery had 12 berths in 2019.", "Port Ellery has 14 berths.")
OTHER: Pair = ("Port Ellery had 12 berths in 2019.", "Port Ellery had 14 berths in 2007.")
STAGED: Pair = ("Port Ellery requested 12 berths.", "Port Ellery requested 14 berths.")
SETTLED: Pair = ("Port Ellery has 12 berths in Norland.", "Port Ellery has 14 berths in Norland.")


def checked(texts: Pair, per: list[str], **more: object) -> Report:
    entry = TypeAdapter(AttributeEntry).validate_python(
        {"value": "count", "holds": "once", "nouns": ["berth"], "compare": {"one_value_per": per}, **more}
    )
    book = recommended()
    book = Rulebook(attributes={**book.attributes, "berths": entry}, rules=book.rules)
    report = check_with({"a": texts[0], "b": texts[1]}, book)
    assert len([claim for claim in report.claims if claim.attribute == "berths"]) == 2
    return report


def conflicts(report: Report) -> int:
    return sum(finding.relation == "conflict" for finding in report.findings)


@pytest.mark.parametrize(
    ("per", "texts", "count"),
    [
        (["subject"], BARE, 1),
        (["subject"], DATED, 1),
        (["subject"], HALF, 1),
        (["subject"], OTHER, 0),
        (["subject", "time"], BARE, 0),
        (["subject", "time"], HALF, 0),
        (["subject", "time"], DATED, 1),
        (["subject", "time"], OTHER, 0),
        (["time"], BARE, 0),
        (["time"], DATED, 1),
        (["value"], BARE, 0),
        (["value"], DATED, 0),
        (["subject", "value"], DATED, 0),
        (["subject", "unit"], BARE, 1),
        (["subject", "place"], BARE, 0),
        (["subject", "population"], BARE, 0),
        (["subject", "stage"], BARE, 0),
    ],
)
def test_conflicts(per: list[str], texts: Pair, count: int) -> None:
    assert conflicts(checked(texts, per)) == count


@pytest.mark.parametrize(("per", "count"), [("subject", 1), ("value", 0)])
def test_near_copies_too(per: str, count: int) -> None:
    """However two sentences come to be compared, the rule holds."""
    long = "By the harbour wall, as every pilot on the coast will tell you, Port Ellery keeps {} berths for ships."
    assert conflicts(checked((long.format(12), long.format(14)), [per])) == count


def test_agreement_needs_no_more_than_before() -> None:
    report = checked((BARE[0], BARE[0]), ["subject", "time"])
    assert [finding.relation for finding in report.findings] == ["agree"]


GATES = stated("It has 40 gates.", "40 gates")
NUMBER = replace(GATES, value=replace(GATES.value, kind="number", unit=None, noun=None))
COST = stated("It cost $40.", "$40")
YEAR = Scope("2001", "2001-01-01", "2001-12-31")
MEN, OTHERS = (replace(GATES, scope=Scope(population=who)) for who in ("men", "others"))


@pytest.mark.parametrize(
    ("part", "left", "right", "expected"),
    [
        ("unit", GATES, GATES, True),
        ("unit", GATES, stated("It has 43 doors.", "43 doors"), False),
        ("unit", GATES, NUMBER, False),
        ("unit", NUMBER, NUMBER, True),
        ("unit", COST, stated("It cost $43.", "$43"), True),
        ("unit", COST, stated("It cost €43.", "€43"), False),
        ("unit", stated("It is 40 m long.", "40 m"), stated("It is 43 feet long.", "43 feet"), True),
        ("place", replace(GATES, scope=Scope(place="Tarn")), replace(GATES, scope=Scope(place="Tarn")), True),
        ("place", replace(GATES, scope=Scope(place="Tarn")), GATES, False),
        ("place", GATES, GATES, False),
        ("population", MEN, MEN, True),
        ("population", MEN, GATES, False),
        ("population", OTHERS, OTHERS, False),
        ("stage", replace(GATES, scope=Scope(stage="spent")), replace(GATES, scope=Scope(stage="spent")), True),
        ("stage", replace(GATES, scope=Scope(stage="spent")), GATES, False),
        ("stage", GATES, GATES, False),
        ("time", replace(GATES, scope=YEAR), replace(GATES, scope=YEAR), True),
        ("time", replace(GATES, scope=YEAR), GATES, False),
        ("subject", GATES, NUMBER, True),
        ("value", GATES, GATES, False),
    ],
)
def test_what_both_must_have_alike(part: str, left: Claim, right: Claim, expected: bool) -> None:
    entry = TypeAdapter(AttributeEntry).validate_python({"value": "count", "compare": {"one_value_per": [part]}})
    assert (not_of_one(left, right, entry) is None) is (not_of_one(right, left, entry) is None) is expected
    assert not_of_one(left, right, None) is None
