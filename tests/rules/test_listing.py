"""A number against the list behind it."""

import pytest

from checker.model.claim import Listing
from tests.rules.told import Told, findings, relations, rule, rule_input

RULE = rule("listing")


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (None, []),
        (Listing(3, "bullets", True), ["agree"]),
        (Listing(4, "bullets", True), ["conflict"]),
        (Listing(3, "commas", False), ["agree"]),
        (Listing(4, "commas", False), []),
    ],
)
def test_only_a_sure_count_contradicts(listed: Listing | None, expected: list[str]) -> None:
    told = Told("The trust has three aims:", {"three": "objectives"}, listed=listed)
    assert relations(RULE, rule_input([told])) == expected


def test_the_count_is_shown() -> None:
    told = Told("The trust has three aims:", {"three": "objectives"}, listed=Listing(4, "letters", True))
    (found,) = findings(RULE, rule_input([told]))
    assert found.message == 'The text says "three aims", but lists 4: a'
    assert found.explanation[-1] == "counted: 4 lettered or numbered items; 4 is not 3 (tolerance: none)"
    assert len(found.claims) == 1


def test_one_number_said_of_two_things_is_one_finding() -> None:
    told = Told("Corran and Holt have three aims:", {"three": "objectives"}, listed=Listing(3, "commas", False))
    known = rule_input([told])
    claim = next(iter(known.claims.values()))
    both = {**known.claims, "z": claim}
    assert relations(RULE, type(known)(both, (), known.sources, known.attributes)) == ["agree"]
