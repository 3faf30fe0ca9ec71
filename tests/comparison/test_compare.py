"""Two texts on one thing agree, are compatible, conflict or are left alone; a doubtful pair is left alone."""

from __future__ import annotations

import pytest

from checker.model.comparison import Comparison
from tests.comparison.negative import assert_read
from tests.readings import report

MUSEUM = "The Pell Museum of Seafaring stands on Quay Street in Lundby. It was opened by Lady Maud Corran. "
COLLEGE = "Calder College was founded on 3 May 1871 in Tarn Hill by the Reverend Amos Pike. "
BRIDGE = "The Harlow Bridge crosses the River Tern at Lundby. It was opened on 9 June 1907 by Queen Matilda. "
PERSON = "Clara Voss was a glass painter, born on 4 April 1901 in Lundby. "
SHIP = "The ferry Elsie Marlow was built by Bruma Steel at Port Ellery and launched on 12 March 1954. "
FILM = "The Glass Harbour is a film by Ida Lund that was released on 12 October 1963. "
TOWN = "Lundby is a town on the River Tern in Tern County. Its charter was granted on 2 July 1311. "


def between(left: str, right: str, attribute: str) -> set[str]:
    """The relations that two texts' claims of one attribute stand in."""
    told = report(left, right)
    of = {claim.id: claim for claim in told.claims}
    return {
        one.relation
        for one in told.comparisons
        if of[one.left].attribute == of[one.right].attribute == attribute
        and of[one.left].source != of[one.right].source
    }


@pytest.mark.parametrize(
    ("left", "right", "attribute"),
    [
        (MUSEUM + "It opened in 1932.", MUSEUM + "The Pell Museum of Seafaring opened in May 1932.", "opened"),
        (COLLEGE, "Calder College, established on 3 May 1871, has 2,300 students.", "founded"),
        (COLLEGE, "Founded in 1871, Calder College is a small college.", "founded"),
        (COLLEGE, "The Reverend Amos Pike founded Calder College in May 1871.", "founded"),
        (
            COLLEGE + "In 2019 the endowment of Calder College was $412 million.",
            "Calder College had an endowment of $412 million in 2019.",
            "endowment",
        ),
        (
            COLLEGE + "In 2019 the endowment of Calder College was $412 million.",
            "Calder College had an endowment of $411.6 million in 2019.",
            "endowment",
        ),
        (BRIDGE + "The Harlow Bridge is 412 metres long.", "The length of the Harlow Bridge is 412 m.", "length"),
        (BRIDGE + "The Harlow Bridge is 412 metres long.", "The Harlow Bridge has a length of 1,352 feet.", "length"),
        (PERSON, "Born in April 1901, Clara Voss painted on glass.", "born"),
        (
            TOWN + "Lundby had 23,400 inhabitants in 2001.",
            "At the 2001 census the population of Lundby was 23,400.",
            "population",
        ),
        (
            "# Lundby\n\nLundby is a town.\n\nPopulation (2001): 23,400\n",
            TOWN + "It had 23,400 inhabitants in 2001.",
            "population",
        ),
        (
            "# Harlow Bridge\n\nThe Harlow Bridge is a bridge.\n\nOpened: 1907\nTotal length: 412 m\n",
            BRIDGE + "The Harlow Bridge is 412 metres long.",
            "length",
        ),
        (
            "The Inland Ports Agency (IPA) was created in 1949.",
            "IPA was created in 1949. The Inland Ports Agency dredges.",
            "founded",
        ),
    ],
)
def test_agree(left: str, right: str, attribute: str) -> None:
    assert between(left, right, attribute) == {"agree"}
    assert between(right, left, attribute) == {"agree"}


@pytest.mark.parametrize(
    ("left", "right", "attribute"),
    [
        ("The Osier Rowing Club has more than 400 members.", "The Osier Rowing Club has 412 members.", "members"),
        (COLLEGE + "Calder College has about 2,300 students.", "Calder College has 2,390 students.", "students"),
        (BRIDGE + "The Harlow Bridge cost about £2.4 million.", "The Harlow Bridge cost £2.3 million.", "cost"),
        (TOWN + "Lundby had over 23,000 inhabitants in 2001.", "Lundby had 23,400 inhabitants in 2001.", "population"),
        (MUSEUM + "Up to 900 people visit the Pell Museum of Seafaring a day.", MUSEUM, "visitors"),
    ],
)
def test_nothing_speaks_against_them(left: str, right: str, attribute: str) -> None:
    assert between(left, right, attribute) <= {"compatible"}


@pytest.mark.parametrize(
    ("left", "right", "attribute"),
    [
        (COLLEGE, "Calder College was founded on 9 October 1875 in Tarn Hill by the Reverend Amos Pike.", "founded"),
        (
            COLLEGE,
            "Established in 1875 by the Reverend Amos Pike, Calder College lies in Tarn Hill.",
            "founded",
        ),
        (
            COLLEGE,
            "Calder College, established in 1875 by the Reverend Amos Pike, lies in Tarn Hill.",
            "founded",
        ),
        (
            COLLEGE + "Calder College had an endowment of $412 million in 2019.",
            COLLEGE + "In 2019 the endowment of Calder College was $371 million.",
            "endowment",
        ),
        (
            BRIDGE + "The Harlow Bridge is 412 metres long.",
            BRIDGE + "The length of the Harlow Bridge is 455 metres.",
            "length",
        ),
        (
            PERSON + "Clara Voss died on 9 May 1984.",
            PERSON + "Clara Voss died on 3 June 1986.",
            "died",
        ),
        (
            SHIP + "The Elsie Marlow was sunk on 2 November 1971 off Cape Tarn.",
            SHIP + "Off Cape Tarn, the Elsie Marlow sank on 9 November 1971.",
            "sunk",
        ),
        (
            TOWN + "The population of Lundby was 23,400 in 2001.",
            TOWN + "In 2001 Lundby's population was 29,100.",
            "population",
        ),
        (
            "The Sable Bay Flood struck on 11 January 1953. The Sable Bay Flood killed 14 people.",
            "The Sable Bay Flood struck on 11 January 1953. The Sable Bay Flood killed 41 people.",
            "deaths",
        ),
        (
            BRIDGE + "The Harlow Bridge cost £2.1 million.",
            BRIDGE + "The Harlow Bridge was built at a cost of £3.4 million.",
            "cost",
        ),
    ],
)
def test_conflict(left: str, right: str, attribute: str) -> None:
    assert between(left, right, attribute) == {"conflict"}
    assert between(right, left, attribute) == {"conflict"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Other things.
        ("The Corran Trust was founded in 1911.", "The Pelham Trust was founded in 1924."),
        ("Clara Voss was born in 1901.", "Otto Voss was born in 1905."),
        # Other attributes of one thing.
        ("The Harlow Bridge was built in 1905.", "The Harlow Bridge was opened in 1907."),
        ("The Harlow Bridge is 412 metres long.", "The Harlow Bridge is 21 metres wide."),
        # Other units.
        ("The Glass Harbour cost $2 million.", "The Glass Harbour cost £1 million."),
        # Other times.
        ("Lundby had 23,400 inhabitants in 2001.", "Lundby had 25,900 inhabitants in 2011."),
    ],
)
def test_left_alone(left: str, right: str) -> None:
    told = report(left, right)
    assert_read(told.claims, (left, right))
    assert [one for one in told.comparisons if one.relation in {"agree", "conflict"}] == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry Elsie Marlow draws 3 metres.", "The wreck of the ferry Elsie Marlow lies at a depth of 90 metres."),
        ("The ferry Elsie Marlow displaced 900 tons.", "The ferry Elsie Marlow had a gross tonnage of 1,240."),
        (SHIP + "The Elsie Marlow is 61 m long.", SHIP + "The Elsie Marlow is 58 m long between perpendiculars."),
        # Work on what stood already.
        (BRIDGE + "The Harlow Bridge cost £90,000.", BRIDGE + "The Harlow Bridge was widened at a cost of £400,000."),
        # Parts of another kind.
        ("The Harlow Bridge consists of nine arches.", "The Harlow Bridge consists of 40,000 bricks."),
        # A whole and its part.
        (
            SHIP + "She sank; 31 people died.",
            SHIP + "Of the 96 people on board the Elsie Marlow, 31 died when she sank.",
        ),
        (SHIP + "The Elsie Marlow had a crew of 19.", SHIP + "The Elsie Marlow carried 800 men and a crew of 19."),
        # Others of the name.
        (SHIP + "She sank in 1961.", SHIP + "An earlier Elsie Marlow, a barque, sank in 1891."),
        ("The Harlow Bridge was opened in 1907.", "The old Harlow Bridge was opened in 1811."),
        # Times that only the writer's day places.
        (COLLEGE + "Tuition this year is $9,200.", COLLEGE + "Tuition last year was $9,900."),
    ],
)
def test_no_conflict(left: str, right: str) -> None:
    told = report(left, right)
    assert_read(told.claims, (left, right))
    assert [one.reason.text for one in told.comparisons if one.relation == "conflict"] == []


def test_support_counts_what_ties_two_texts_together() -> None:
    """More shared facts, more points."""
    left, right = "Calder College was founded in 1871.", "Calder College was founded in 1875."
    shared = " Calder College had an endowment of $412,300,000 in 2019. The college library was opened on 4 May 1902."
    weak, strong = (conflict_between(left + more, right + more) for more in ("", shared))
    assert strong is not None
    assert strong.support >= 2
    assert weak is None or weak.support < strong.support


def conflict_between(left: str, right: str) -> Comparison | None:
    """The one conflict between two texts, if there is one."""
    found = [one for one in report(left, right).comparisons if one.relation == "conflict"]
    assert len(found) <= 1
    return found[0] if found else None


def test_each_comparison_names_two_claims_of_the_report_in_order() -> None:
    told = report(COLLEGE, BRIDGE + COLLEGE, "Founded in 1875, Calder College lies in Tarn Hill.")
    known = {claim.id for claim in told.claims}
    pairs = [(one.left, one.right) for one in told.comparisons]
    assert pairs == sorted(set(pairs))
    assert all(left < right and {left, right} <= known for left, right in pairs)
    assert all(one.reason.text for one in told.comparisons)
