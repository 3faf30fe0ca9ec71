"""An attribute has one value for each of what its rule names: others stand side by side."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from checker.comparison import vetoes
from checker.comparison.pair import Pair as Statements
from checker.comparison.scope_overlap import not_of_one
from checker.model.claim import Claim, Scope
from checker.model.rule import AttributeEntry, Rulebook
from checker.pipeline import check_with, recommended
from tests.comparison.stated import compared, stated

Pair = tuple[str, str]
BARE: Pair = ("Port Ellery has 12 berths.", "Port Ellery has 14 berths.")
DATED: Pair = ("Port Ellery had 12 berths in 2019.", "Port Ellery had 14 berths in 2019.")
HALF: Pair = ("Port Ellery had 12 berths in 2019.", "Port Ellery has 14 berths.")
OTHER: Pair = ("Port Ellery had 12 berths in 2019.", "Port Ellery had 14 berths in 2007.")
STAGED: Pair = ("Port Ellery requested 12 berths.", "Port Ellery requested 14 berths.")
EACH, TIMES = "one-for-each", "other-times"
SETTLED: Pair = ("Port Ellery has 12 berths in Norland.", "Port Ellery has 14 berths in Norland.")


def vetoed(texts: Pair, per: list[str], **more: object) -> list[str]:
    """The vetoes of the two statements, where the attribute has one value for each of ``per``."""
    entry = TypeAdapter(AttributeEntry).validate_python(
        {"value": "count", "holds": "once", "nouns": ["berth"], "compare": {"one_value_per": per}, **more}
    )
    found = compared(*texts, rules=Rulebook(attributes={**recommended().attributes, "berths": entry}))
    left, right = (profile for profile in found.profiles if "berths" in profile.attributes)
    return [veto.id for veto in vetoes.of_pair(Statements(left, right, found.folder))]


@pytest.mark.parametrize(
    ("per", "texts", "held"),
    [
        (["subject"], BARE, []),
        (["subject"], DATED, []),
        (["subject"], HALF, []),
        (["subject"], OTHER, [TIMES]),
        (["subject", "time"], BARE, [EACH]),
        (["subject", "time"], HALF, [EACH]),
        (["subject", "time"], DATED, []),
        (["subject", "time"], OTHER, [TIMES, EACH]),
        (["time"], BARE, [EACH]),
        (["time"], DATED, []),
        (["value"], BARE, [EACH]),
        (["value"], DATED, [EACH]),
        (["subject", "value"], DATED, [EACH]),
        (["subject", "unit"], BARE, []),
        (["subject", "place"], BARE, [EACH]),
        (["subject", "population"], BARE, [EACH]),
        (["subject", "stage"], BARE, [EACH]),
    ],
)
def test_what_is_of_one(per: list[str], texts: Pair, held: list[str]) -> None:
    assert vetoed(texts, per) == held


@pytest.mark.parametrize(("per", "held"), [("subject", []), ("value", [EACH])])
def test_near_copies_too(per: str, held: list[str]) -> None:
    """However two sentences come to be compared, the rule holds."""
    long = "By the harbour wall, as every pilot on the coast will tell you, Port Ellery keeps {} berths for ships."
    assert vetoed((long.format(12), long.format(14)), [per]) == held


def test_agreement_needs_no_more_than_before() -> None:
    entry = TypeAdapter(AttributeEntry).validate_python(
        {"value": "count", "holds": "once", "nouns": ["berth"], "compare": {"one_value_per": ["subject", "time"]}}
    )
    book = recommended()
    report = check_with(
        {"a": BARE[0], "b": BARE[0]}, Rulebook(attributes={**book.attributes, "berths": entry}, rules=book.rules)
    )
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
    assert not_of_one(left, right, entry) is not_of_one(right, left, entry) is not expected
    assert not_of_one(left, right, None) is False
