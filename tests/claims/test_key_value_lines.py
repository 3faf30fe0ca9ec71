"""Labelled lines, table rows and laws named by their year give claims as sentences do."""

from __future__ import annotations

import pytest

from tests.readings import claims, told

COLLEGE = "# Calder College\n\nCalder College is a liberal arts college in Tarn Hill.\n\n"
SHIP = "# Marigold Star\n\nThe Marigold Star was a passenger ship of the Lund Line.\n\n"
TOWN = "# Lundby\n\nLundby is a town on the River Tern.\n\n"
BRIDGE = "# Harlow Bridge\n\nThe Harlow Bridge is a steel arch bridge over the Tern.\n\n"
PERSON = "# Clara Voss\n\nClara Voss was a glass painter from Lundby.\n\n"
FILM = "# The Glass Harbour\n\nThe Glass Harbour is a film by Ida Lund.\n\n"
COMPANY = "# Bruma Steel\n\nBruma Steel is a company that makes ship plate.\n\n"
FLEET = (
    "# Fleet of the Lund Line\n\n"
    "| Ship | Launched | Length | Passengers |\n"
    "|---|---|---|---|\n"
    "| Marigold Star | 1954 | 120 m | 640 |\n"
    "| Harbour Queen | 1961 | 98 m | 410 |\n"
)
TOWNS = (
    "# Towns of Tern County\n\n"
    "| Town | Population | Area |\n"
    "|---|---|---|\n"
    "| Lundby | 23,400 | 41 km² |\n"
    "| Port Ellery | 8,100 | 17 km² |\n"
)
BUDGETS = (
    "# Inland Ports Agency\n\n"
    "| Year | Budget | Staff |\n"
    "|---|---|---|\n"
    "| 1998 | $81 million | 640 |\n"
    "| 1999 | $85 million | 655 |\n"
)


@pytest.mark.parametrize(
    ("text", "about", "attribute", "value"),
    [
        # Key: value lines.
        (COLLEGE + "Founded: 1871\nStudents: 2,300\n", "Calder College", "founded", "1871"),
        (COLLEGE + "Founded: 1871\nStudents: 2,300\n", "Calder College", "students", "2,300"),
        (COLLEGE + "Established: 3 May 1871\nEndowment: $412 million\n", "Calder College", "endowment", "$412 million"),
        (COLLEGE + "Established: 3 May 1871\nEndowment: $412 million\n", "Calder College", "founded", "3 May 1871"),
        (COLLEGE + "- Founded: 1871\n- Faculty: 190\n", "Calder College", "faculty", "190"),
        (COLLEGE + "- **Founded:** 1871\n- **Faculty:** 190\n", "Calder College", "founded", "1871"),
        (COLLEGE + "Tuition: $18,400\nAcceptance rate: 41%\n", "Calder College", "tuition", "$18,400"),
        (COLLEGE + "Tuition: $18,400\nAcceptance rate: 41%\n", "Calder College", "acceptance_rate", "41%"),
        (SHIP + "Launched: 12 March 1954\nLength: 120 m\n", "Marigold Star", "ship_launched", "12 March 1954"),
        (SHIP + "Launched: 12 March 1954\nLength: 120 m\n", "Marigold Star", "length", "120 m"),
        (SHIP + "Crew: 86\nSpeed: 19 knots\n", "Marigold Star", "crew", "86"),
        (TOWN + "Population: 23,400\nArea: 41 km²\n", "Lundby", "population", "23,400"),
        (TOWN + "Population: 23,400\nArea: 41 km²\n", "Lundby", "area", "41 km²"),
        (TOWN + "Elevation: 112 m\nHouseholds: 9,870\n", "Lundby", "elevation", "112 m"),
        (TOWN + "Elevation: 112 m\nHouseholds: 9,870\n", "Lundby", "households", "9,870"),
        (BRIDGE + "Opened: 1907\nTotal length: 412 m\n", "Harlow Bridge", "opened", "1907"),
        (BRIDGE + "Opened: 1907\nTotal length: 412 m\n", "Harlow Bridge", "length", "412 m"),
        (BRIDGE + "Longest span: 190 m\nCost: £2.1 million\n", "Harlow Bridge", "main_span", "190 m"),
        (BRIDGE + "Total length (all spans): 412 m\nCost: £2.1 million\n", "Harlow Bridge", "length", "412 m"),
        (BRIDGE + "Longest span: 190 m\nCost: £2.1 million\n", "Harlow Bridge", "cost", "£2.1 million"),
        (PERSON + "Born: 4 April 1901\nDied: 9 May 1984\n", "Clara Voss", "born", "4 April 1901"),
        (PERSON + "Born: 4 April 1901\nDied: 9 May 1984\n", "Clara Voss", "died", "9 May 1984"),
        (
            FILM + "Release date: 12 October 1963\nRunning time: 97 minutes\n",
            "Glass Harbour",
            "released",
            "12 October 1963",
        ),
        (
            FILM + "Release date: 12 October 1963\nRunning time: 97 minutes\n",
            "Glass Harbour",
            "running_time",
            "97 minutes",
        ),
        (COMPANY + "Employees: 5,200\nRevenue: €2.1 billion\n", "Bruma Steel", "employees", "5,200"),
        (COMPANY + "Employees: 5,200\nRevenue: €2.1 billion\n", "Bruma Steel", "revenue", "€2.1 billion"),
        ("The Osier Club\n\nFounded: 1868\nMembers: 412\n", "Osier Club", "founded", "1868"),
        ("The Osier Club\n\nFounded: 1868\nMembers: 412\n", "Osier Club", "members", "412"),
        # Rows of tables.
        (FLEET, "Marigold Star", "ship_launched", "1954"),
        (FLEET, "Harbour Queen", "ship_launched", "1961"),
        (FLEET, "Marigold Star", "length", "120 m"),
        (FLEET, "Harbour Queen", "length", "98 m"),
        (TOWNS, "Lundby", "population", "23,400"),
        (TOWNS, "Port Ellery", "population", "8,100"),
        (TOWNS, "Lundby", "area", "41 km²"),
        (TOWNS, "Port Ellery", "area", "17 km²"),
        (BUDGETS, "Inland Ports Agency", "budget", "$81 million"),
        (BUDGETS, "Inland Ports Agency", "budget", "$85 million"),
        (BUDGETS, "Inland Ports Agency", "employees", "655"),
        (COLLEGE + "| Founded | 1871 |\n|---|---|\n| Students | 2,300 |\n", "Calder College", "students", "2,300"),
        (COLLEGE + "| | |\n|---|---|\n| Founded | 1871 |\n| Students | 2,300 |\n", "Calder College", "founded", "1871"),
        # Laws dated by their name.
        ("The Harbour Act of 1911 set the tolls.", "Harbour Act", "enacted", "1911"),
        ("The 1911 Harbour Act set the tolls.", "Harbour Act", "enacted", "1911"),
        ("Tolls are set by the Inland Ports Act of 1949.", "Inland Ports Act", "enacted", "1949"),
        # A year that ends a name is part of it.
        ("Tolls are set by the Inland Ports Act 1949.", "Inland Ports Act", "year_in_name", "1949"),
        ("# Salt Road (1954 film)\n\nSalt Road is a film by Ida Lund.", "Salt Road", "year_in_name", "1954"),
        (
            "The Inland Ports Agency was established by the Inland Ports Act 1949.",
            "Inland Ports Agency",
            "founded",
            "1949",
        ),
        (
            "The Inland Ports Agency was established by the Inland Ports Act of 1949.",
            "Inland Ports Agency",
            "founded",
            "1949",
        ),
    ],
)
def test_labels(text: str, about: str, attribute: str, value: str) -> None:
    assert (about, attribute, value) in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (FLEET, ("Marigold Star", "ship_launched", "1961")),
        (FLEET, ("Fleet of the Lund Line", "ship_launched", "1954")),
        (TOWNS, ("Port Ellery", "population", "23,400")),
        (BUDGETS, ("Inland Ports Agency", "founded", "1998")),
        ("The Corran Trust was founded under the Lighthouse Act 1911.", ("Lighthouse Act", "founded", "1911")),
        (
            "The Corran Trust repaired nine towers under the Lighthouse Act of 1911.",
            ("Corran Trust", "founded", "1911"),
        ),
        (COLLEGE + "Last updated: 4 May 2019\n", ("Calder College", "founded", "4 May 2019")),
        (COLLEGE + "Students: 2,300\n", ("Calder College", "faculty", "2,300")),
    ],
)
def test_labels_say_no_more(text: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in told(text)


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        (BUDGETS, "$81 million", "1998-01-01", "1998-12-31"),
        (BUDGETS, "$85 million", "1999-01-01", "1999-12-31"),
        (BUDGETS, "640", "1998-01-01", "1998-12-31"),
        (TOWN + "Population: 23,400 (2001)\n", "23,400", "2001-01-01", "2001-12-31"),
        (COLLEGE + "Endowment: $412 million (2019)\n", "$412 million", "2019-01-01", "2019-12-31"),
        (COLLEGE + "Students: 2,300 (as of June 2010)\n", "2,300", "2010-06-01", "2010-06-30"),
    ],
)
def test_labels_scope_their_values(text: str, value: str, low: str, high: str) -> None:
    (claim,) = [claim for claim in claims(text) if claim.value.text == value]
    assert (claim.scope.low, claim.scope.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (TOWN + "Population (2001): 23,400\n", "2001"),
        (TOWN + "Population: 23,400 (2001)\n", "2001"),
        (COLLEGE + "Endowment: $412 million (2019)\n", "2019"),
    ],
)
def test_a_year_that_scopes_a_label_is_no_claim(text: str, value: str) -> None:
    read = {claim.value.text for claim in claims(text)}
    assert read & {"23,400", "$412 million"}
    assert value not in read


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("# Calder College\n\n## Founding date\n\n1871, by the county.\n", ("Calder College", "founded", "1871")),
        ("# Calder College\n\n## Students\n\n2,300 in 2011\n", ("Calder College", "students", "2,300")),
    ],
)
def test_a_heading_is_a_label(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(text)


def test_a_heading_over_a_sentence_is_no_label() -> None:
    text = "# Calder College\n\n## Students\n\nThe 412 parents met.\n"
    assert told(text) == {("Calder College", "parent__met", "412")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Personal information\nFull name: Clara Ida Voss (born Moor)\nBorn: 4 April 1901\n",
            ("Clara Ida Voss", "born", "4 April 1901"),
        ),
        ("# Key facts\nName: Bruma Steel\nFounded: 1884\n", ("Bruma Steel", "founded", "1884")),
        ("# Lundby\nTotal: 23,400\nEstimate: 24,100\nDensity: 570/km2\n", ("Lundby", "population", "23,400")),
        ("# Lundby\nIntroduced: 1894\nOwner: Otto Lund\n", ("Lundby", "introduced", "1894")),
    ],
)
def test_boxes(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_a_label_that_is_a_known_name_is_the_subject() -> None:
    lead = "The Harlow Bridge is a bridge. The Pell Bridge is old. The Harlow Bridge and the Pell Bridge stand."
    found = told(f"# Bridges\n\n{lead}\n\nHarlow Bridge: 412 m\nPell Bridge: 300 m\n")
    assert {(about, value) for about, _, value in found} == {("Harlow Bridge", "412 m"), ("Pell Bridge", "300 m")}


def test_a_total_of_no_density_counts_nobody() -> None:
    assert not [claim for claim in told("# Lund Cup\nTotal: 23,400\nGoals: 31\n") if claim[1] == "population"]


@pytest.mark.parametrize(
    "opening",
    [
        "Ida Marlow (4 May 1901 – 9 June 1980) was a novelist.",
        "Dame Ida Marlow (/maro/; 4 May 1901 – 9 June 1980) was a novelist.",
        "Ida Marlow, CBE, FRS (4 May 1901 – 9 June 1980) was a novelist.",
        "Ida Marlow ( [maro] 4 May 1901 -- 9 June 1980 ) was a novelist.",
        "Ida Marlow -LRB- 4 May 1901 -- 9 June 1980 -RRB- was a novelist.",
        "A word on writers comes first. Ida Marlow (born Ida Voss; 4 May 1901 – 9 June 1980) was a novelist.",
    ],
)
def test_a_life_in_brackets(opening: str) -> None:
    assert {("Ida Marlow", "born", "4 May 1901"), ("Ida Marlow", "died", "9 June 1980")} <= {
        (about.removeprefix("Dame "), attribute, value) for about, attribute, value in told(opening)
    }


def test_honours_tell_a_person_from_a_hall() -> None:
    assert ("Ida Marl-Hall", "born", "4 May 1901") in told("Ida Marl-Hall, KCB (4 May 1901 – 9 June 1980) rests here.")
