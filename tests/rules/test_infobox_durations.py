"""A sentence that tells a duration or an age is held against the dates in the fact sheet of the thing it tells of."""

from __future__ import annotations

import re

import pytest

from checker.model.finding import Finding
from tests.readings import report

SINGER = (
    "# Clara Voss\nBorn: 12 April 1952 (age 66), Lundby, Norland\nOccupation: Singer; songwriter\n"
    "Years active: 1974-1988; 1995-present\nSpouse(s): Edwin Marl (m. 1976; div. 1984); Otto Brandt (m. 1990)\n"
    "Children: 3\nLabels: Lund Records; Harbour\nHeight: 5 ft 6 in (1.68 m)\n"
)
ENGINEER = (
    "# Henrik Tarn\nBorn: 3 May 1871, Port Ellery\nDied: 9 June 1932 (aged 61), Lundby\nOccupation: Engineer\n"
    "Years active: 1893-1930\nSpouse: Ida Corran (m. 1899)\nAlma mater: Calder College; Lund University\n"
)
FILM = (
    "# The Glass Harbour\nDirected by: Ida Lund\nProduced by: Paul Wren; Jane Hale\nStarring: Tom Ash; Lia Moor\n"
    "Release date: 4 June 1997 (Lundby Festival); 12 September 1997 (Norland)\nRunning time: 112 minutes\n"
    "Budget: $14 million\nBox office: $51 million\n"
)
ALBUM = "# Tidewater\nReleased: 4 June 1997\nRecorded: March - May 1996\nProducer: Paul Wren; Jane Hale\n"
TOWN = "# Lundby\nCountry: Norland\nFounded: 1231\nArea: 41.3 km2\nPopulation: 118,187\nWards: Harbour; Mill; Castle\n"
COLLEGE = "# Calder College\nEstablished: 1871\nStudents: 2,300\nAcademic staff: 190\nColors: Blue and gold\n"
DRINK = (
    "# Lund Cola\nType: Soft drink\nManufacturer: Lund Brewery\nIntroduced: 1894\nVariants: Lund Zero; Lund Cherry\n"
)
BAND = "# The Marlow Trio\nOrigin: Lundby, Norland\nYears active: 1971-1988\nLabels: Lund Records\n"
HORSE = "# Grey Otter\nSex: Gelding\nFoaled: 19 March 2000\nDied: 29 June 2015 (aged 15)\nEarnings: $3,775,883\n"
AIRPORT = "# Lundby Airport\nOpened: 12 May 1962\nRunways: 2\nPassengers: 1,314,783 (2018)\nOwner: Town of Lundby\n"
SIEGE = "# Siege of Tarn Hill\nDate: 3 May - 9 June 1643\nStrength: 3,000\nCasualties: 412 dead\n"


def conflicts(sheet: str, statement: str) -> list[Finding]:
    """The conflicts that rules find beside those of values that are compared."""
    found = report(sheet, statement).findings
    return [finding for finding in found if finding.relation == "conflict" and finding.kind != "agreement"]


@pytest.mark.parametrize(
    ("sheet", "statement"),
    [
        (SINGER, "Clara Voss has been performing for over fifty years."),
        (SINGER, "Clara Voss began performing when she was 30 years old."),
        (ENGINEER, "Henrik Tarn was 70 when he died."),
        (ENGINEER, "Henrik Tarn lived to be over 80 years old."),
        (ENGINEER, "Henrik Tarn was 40 when he married."),
        (ENGINEER, "Henrik Tarn lived under 50 years."),
        (ENGINEER, "Henrik Tarn had a career of less than 20 years."),
        (ENGINEER, "Henrik Tarn was married for over forty years."),
        (ALBUM, "Tidewater took three years to record."),
        (TOWN, "Lundby is less than 500 years old."),
        (COLLEGE, "Calder College is over 200 years old."),
        (DRINK, "Lund Cola has been around for less than a century."),
        (BAND, "The Marlow Trio was active for over 20 years."),
        (BAND, "The Marlow Trio performed for less than ten years."),
        (HORSE, "Grey Otter lived to be twenty years old."),
        (AIRPORT, "Lundby Airport is over 100 years old."),
        (SIEGE, "The Siege of Tarn Hill lasted over three months."),
    ],
)
def test_conflict(sheet: str, statement: str) -> None:
    assert conflicts(sheet, statement)


@pytest.mark.parametrize(
    ("sheet", "statements"),
    [
        (
            SINGER,
            [
                "Clara Voss has been performing for over thirty years.",
                "Clara Voss began painting when she was 40 years old.",
                "Clara Voss started singing when she was six.",
                "Clara Voss was active in local politics for six years.",
                "Clara Voss has been performing with the Lund Band for two years.",
                "Clara Voss lived in Osten for 12 years.",
                "Clara Voss has two sons.",
                "Clara Voss was married twice.",
                "Clara Voss has been married for over twenty years.",
                "Clara Voss first married when she was 24 years old.",
                "Clara Voss was married for eight years to Edwin Marl.",
                "Clara Voss has recorded 14 albums.",
                "Clara Voss worked as a teacher for ten years.",
                "Clara Voss has been active since the 1970s.",
                "Clara Voss became a grandmother at the age of 58.",
            ],
        ),
        (
            ENGINEER,
            [
                "Henrik Tarn lived in Lundby for 30 years.",
                "Henrik Tarn was 28 when he married.",
                "Henrik Tarn died before he was 70 years old.",
                "Henrik Tarn worked for Lund Steel for 12 years.",
                "Henrik Tarn lived to be over 60 years old.",
                "Henrik Tarn lived in two centuries.",
                "Henrik Tarn lived for over half a century.",
                "Henrik Tarn attended three universities.",
                "Henrik Tarn lost his father when he was 12.",
            ],
        ),
        (
            FILM,
            [
                "The Glass Harbour runs for almost two hours.",
                "The Glass Harbour is a 20th century film.",
                "The Glass Harbour ran in cinemas for 14 weeks.",
                "The Glass Harbour took two years to make.",
                "The Glass Harbour has three stars.",
                "The Glass Harbour made over $50 million.",
                "The Glass Harbour earned $12 million in its first week.",
            ],
        ),
        (ALBUM, ["Tidewater was recorded in three months.", "Tidewater was number one for three weeks."]),
        (
            TOWN,
            [
                "Lundby is over 700 years old.",
                "Lundby had a population of 90,000 in 1980.",
                "Lundby was a county seat for 200 years.",
                "Lundby has three wards.",
            ],
        ),
        (COLLEGE, ["Calder College was led by Jane Marl for 12 years.", "Calder College has two colors."]),
        (DRINK, ["Lund Cola has been around for over a century.", "Lund Cola comes in three variants."]),
        (BAND, ["The Marlow Trio reunited for two years.", "The Marlow Trio performed for less than 20 years."]),
        (HORSE, ["Grey Otter lived for 15 years.", "Grey Otter raced for six years."]),
        (AIRPORT, ["Lundby Airport was closed for two years.", "Lundby Airport was run by the army for ten years."]),
        (SIEGE, ["The Siege of Tarn Hill lasted five weeks."]),
    ],
)
def test_no_conflict(sheet: str, statements: list[str]) -> None:
    assert [statement for statement in statements if conflicts(sheet, statement)] == []


@pytest.mark.parametrize(
    ("active", "statement", "conflict"),
    [
        ("1991-present", "Clara Voss has been active for under twenty years.", True),
        ("1991-present", "Clara Voss has been active for over thirty years.", False),
        ("2014-present", "Clara Voss has been active for under ten years.", False),
        ("2004-present", "Clara Voss has been active for over forty years.", True),
    ],
)
def test_a_sheet_of_no_date_speaks_some_time_in_these_years(active: str, statement: str, conflict: bool) -> None:
    sheet = f"# Clara Voss\nOccupation: Singer\nYears active: {active}\n"
    assert bool(conflicts(sheet, statement)) == conflict


def test_the_age_that_a_sheet_gives_dates_it() -> None:
    found = report(SINGER.replace("1974-1988; 1995", "1974"), "Clara Voss has been performing for over fifty years.")
    assert [f.message for f in found.findings if f.relation == "conflict"] == [
        "For Clara Voss, the text says over fifty years, but 1974-present (active) to the date of a "
        "(2018-04-12 to 2019-04-12) is 43.3 to 45.3 years: a and b"
    ]


def test_a_namesake_is_another() -> None:
    assert conflicts(SINGER, "Clara Moor has been performing for over sixty years.") == []


@pytest.mark.parametrize(
    ("recorded", "statement", "conflict"),
    [
        ("1996", "Tidewater took three years to record.", True),
        ("1996", "Tidewater took a year to record.", False),
        ("May 1996", "Tidewater took three years to record.", False),
        ("1994-1996", "Tidewater took three years to record.", False),
        ("1994-1996", "Tidewater took three months to record.", True),
        ("1996-present", "Tidewater took three months to record.", False),
        ("40 BC - 30 BC", "Tidewater took three months to record.", False),
        ("March - May 1996", "Tidewater took three hours to record.", False),
    ],
)
def test_the_single_year_of_what_happens_once_is_all_the_time_it_took(
    recorded: str, statement: str, conflict: bool
) -> None:
    told = report(ALBUM.replace("March - May 1996", recorded), statement)
    assert {recorded, *re.findall("a year|three \\w+", statement)} <= {c.value.text for c in told.claims}
    assert any(f.relation == "conflict" for f in told.findings) == conflict
    assert not told.not_checked


@pytest.mark.parametrize(("died", "conflict"), [("19 March 2000", True), ("18 March 2000", False)])
def test_what_ends_before_it_starts_lasts_no_time(died: str, conflict: bool) -> None:
    told = report(HORSE.replace("29 June 2015 (aged 15)", died), "Grey Otter lived to be twenty years old.")
    assert {died, "twenty years old"} <= {c.value.text for c in told.claims}
    assert any(f.rule == "age-at-death" for f in told.findings if f.relation == "conflict") == conflict


def test_a_single_year_of_what_lasts_is_not() -> None:
    assert conflicts("# Clara Voss\nYears active: 1991-1995\n", "Clara Voss was active for over twenty years.")
    assert not conflicts("# Clara Voss\nYears active: 1991\n", "Clara Voss was active for over twenty years.")


@pytest.mark.parametrize(
    ("recorded", "statement", "period"),
    [
        ("1996", "Tidewater took three years to record.", "1996 (recorded) is 0 to 1 year"),
        ("1994-1996", "Tidewater took nine years to record.", "1994-1996 (recorded) is 1 to 3 years"),
        (
            "1991; 1994-1996",
            "Tidewater took nine years to record.",
            "1991 (recorded) to 1994-1996 (recorded) is 1 to 6 years",
        ),
    ],
)
def test_the_period_is_shown_as_the_sheet_gives_it(recorded: str, statement: str, period: str) -> None:
    (found,) = conflicts(ALBUM.replace("March - May 1996", recorded), statement)
    assert found.message.partition(", but ")[2] == f"{period}: a and b"
