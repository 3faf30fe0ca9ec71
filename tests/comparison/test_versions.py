"""What is said of one version of a thing is not held against what is said of another."""

import pytest

from checker.comparison import vetoes
from checker.comparison.pair import Pair
from tests.comparison.stated import compared
from tests.readings import conflicts

OTHER_VERSIONS = "other-versions"


def held(left: str, right: str) -> set[str]:
    """The vetoes of the two statements that the texts have in common."""
    found = compared(left, right)
    first, second = ([p for p in found.profiles if p.source == source] for source in "ab")
    pairs = [Pair(one, other, found.folder) for one in first for other in second if one.attributes & other.attributes]
    assert pairs
    return {veto.id for pair in pairs for veto in vetoes.of_pair(pair)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Harbour Kit version 2.4 was released in 2019.", "Harbour Kit version 2.5 was released in 2020."),
        ("Version 3 of Harbour Kit was released in 2019.", "Version 4 of Harbour Kit was released in 2020."),
        ("Harbour Kit v2.4 came out on 3 May 2019.", "Harbour Kit v2.5 came out on 4 May 2020."),
        ("Harbour Kit 2.4 was released in 2019.", "Harbour Kit 2.5 was released in 2020."),
        ("# Harbour Kit\n\nVersion 2.4 came out in 2019.", "# Harbour Kit\n\nVersion 2.5 came out in 2020."),
    ],
)
def test_of_other_versions(left: str, right: str) -> None:
    assert OTHER_VERSIONS in held(left, right)
    assert conflicts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Harbour Kit version 2.4 was released in 2019.", "Harbour Kit version 2.4 was released in 2020."),
        ("Version 2.4 of Harbour Kit was released in 2019.", "Harbour Kit v2.4 was released in 2020."),
        ("Harbour Kit was released in 2019.", "Harbour Kit version 2.5 was released in 2020."),
        ("Harbour Kit was released in 2019.", "Harbour Kit was released in 2020."),
    ],
)
def test_of_one_version_or_of_none(left: str, right: str) -> None:
    assert OTHER_VERSIONS not in held(left, right)
