"""References, short forms and acronyms lead to what they stand for; headings and topics to what a text is about."""

from __future__ import annotations

import pytest

from checker.claims.attribute_triggers import Lexicon
from checker.claims.subject_resolution import subjects_by_grammar
from checker.claims.thresholds import OWNER_REACH, TRIGGER_COST
from checker.pipeline import recommended
from tests.linguistics.documents import last
from tests.readings import claims, stated, subject, told

TRUST = "The Corran Trust is a charity that looks after lighthouses. "
COLLEGE = "Calder College is a liberal arts college in Tarn Hill. "
SHIP = "The Marigold Star was a passenger ship of the Lund Line. "
VOSS = "Clara Voss was a glass painter from Lundby. "
FERRY = "The Elsie Marlow was a car ferry of the Lund Line. "
BRIDGE = "The Harlow Bridge is a steel arch bridge over the River Tern. "
TOWN = "Lundby is a town on the River Tern. "
PARKS = (
    "# Parks of Lundby\n\nLundby keeps its parks well. Tern Park and Osier Park are old.\n\n"
    "## Tern Park\n\nTern Park lies by the river. It was opened in 1871.\n\n"
    "## Osier Park\n\nOsier Park has a pond. It was opened in 1904.\n"
)
FILM = "The Glass Harbour is a film directed by Ida Lund. "
COMPANY = "Bruma Steel is a company that makes ship plate. "


@pytest.mark.parametrize(
    ("text", "about", "attribute", "value"),
    [
        # Pronouns.
        (TRUST + "It was founded in 1911.", "Corran Trust", "founded", "1911"),
        (COLLEGE + "It has 2,300 students.", "Calder College", "students", "2,300"),
        (FERRY + "It was launched in 1954.", "Elsie Marlow", "ship_launched", "1954"),
        (FERRY + "The ferry was launched in 1954.", "Elsie Marlow", "ship_launched", "1954"),
        (FERRY + "The ship was launched in 1954.", "Elsie Marlow", "ship_launched", "1954"),
        (VOSS + "She was born in 1901.", "Clara Voss", "born", "1901"),
        (VOSS + "She was born in 1901. She died in 1984.", "Clara Voss", "died", "1984"),
        (BRIDGE + "Its main span is 190 metres.", "Harlow Bridge", "main_span", "190 metres"),
        (FILM + "It was released in 1963.", "Glass Harbour", "released", "1963"),
        (COMPANY + "It employs 5,200 people.", "Bruma Steel", "employees", "5,200"),
        (COMPANY + "In 2018 it had revenue of €2.1 billion.", "Bruma Steel", "revenue", "€2.1 billion"),
        (TRUST + "Since 1911 it has saved nine towers.", "Corran Trust", "tower__save", "nine"),
        (
            "The Pell Museum opened in 1932. Its collection holds 61,000 photographs.",
            "Pell Museum",
            "collection_size",
            "61,000",
        ),
        # Another name that the text says is the same thing's.
        (
            "The Harlow Bridge, also known as the Iron Lady, spans the Tern. The Iron Lady was opened in 1907.",
            "Harlow Bridge",
            "opened",
            "1907",
        ),
        (
            'Calder Hall ("Santa Clara", also called Voss House) is a hall. Voss House was built in 1750.',
            "Calder Hall",
            "built",
            "1750",
        ),
        (
            "Lund Hall, also known as Tarn Hall, is a hall. Pell Hall, also known as Lund Hall, is old. "
            "Tarn Hall, also called Voss Hall, has a roof. Voss Hall was built in 1750.",
            "Pell Hall",
            "built",
            "1750",
        ),
        # A census and the groups of people it counts are nothing that a text is about.
        (TOWN + "According to the Lund Census Bureau, it has 23,400 inhabitants.", "Lundby", "population", "23,400"),
        (
            TOWN + "The makeup was 70.2% White, 20.1% Native American and 3.4% Asian.",
            "Lundby",
            "native_american__share",
            "20.1%",
        ),
        # An amount said again in another unit is of what the first one is of.
        (
            TOWN + "It has 611 housing units at an average density of 12.7 per square mile (4.9/km²).",
            "Lundby",
            "housing_density",
            "4.9",
        ),
        (BRIDGE + "It is 20 metres (66 ft) wide.", "Harlow Bridge", "width", "20 metres"),
        # What is opened and has no name of its own is not who opens it.
        (COLLEGE + "The college opened a library in 1950.", "Calder College, library", "opened", "1950"),
        (COLLEGE + "In 1985 it opened its second campus.", "Calder College, campus", "opened", "1985"),
        (COLLEGE + "It built a new hall in 1990.", "Calder College, hall", "built", "1990"),
        (TRUST + "It opened its doors in 1911.", "Corran Trust", "opened", "1911"),
        (VOSS + "With her brother she founded Voss Brothers in 1924.", "Voss Brothers", "founded", "1924"),
        (COMPANY + "Operating profit was £38.1 million.", "Bruma Steel", "operating_income", "£38.1 million"),
        (COMPANY + "Revenue was £41 million (2022: £38 million).", "Bruma Steel", "revenue", "£38 million"),
        (COMPANY + "It hires staff and plans to open a foundry in 2025.", "Bruma Steel, foundry", "opened", "2025"),
        (
            "The Lund Arms was an inn of Otto Lund (1811–1863). "
            "Ida J. Voss (1820–1880), who cooked there until her death in 1880, is known to all.",
            "Ida J. Voss",
            "died",
            "1880",
        ),
        # Who joins a club or leaves it, not the club.
        (VOSS + "She joined the Lund Guild in 1922.", "Clara Voss", "joined", "1922"),
        (VOSS + "In 1922 she joined the Lund Guild.", "Clara Voss", "joined", "1922"),
        (
            COLLEGE + "Calder College joined the Tern League in 1931 and left it in 1950.",
            "Calder College",
            "left",
            "1950",
        ),
        # A date without an article ends its phrase: what follows is the sentence's subject.
        ("In 1932 Pell Museum opened a second hall.", "Pell Museum, hall", "opened", "1932"),
        # Who takes part in a thing is not the thing.
        (TRUST + "France's participation was suspended in 1958.", "Corran Trust, France", "suspended", "1958"),
        (
            TRUST + "In 1958 the mayor asked it to suspend France's membership in the Corran Trust.",
            "Corran Trust, France",
            "suspended",
            "1958",
        ),
        # Work on a part is told of the part; so is what stands to the south.
        (BRIDGE + "Work on the cables was finished in 1936.", "Harlow Bridge, cable", "built", "1936"),
        (BRIDGE + "Construction of the piers was completed in 1935.", "Harlow Bridge, pier", "built", "1935"),
        (BRIDGE + "Construction of the bridge was completed in 1937.", "Harlow Bridge", "built", "1937"),
        (BRIDGE + "The south span was completed in 1935.", "Harlow Bridge, span", "built", "1935"),
        (BRIDGE + "The span was completed in 1937.", "Harlow Bridge", "built", "1937"),
        # What only describes the object of another clause is no object.
        (
            "The Lund Guild Yearly Tables lists all towns that received Lund Guild grants from 1905 to 1908.",
            "Lund Guild Yearly Tables",
            "listed",
            "from 1905 to 1908",
        ),
        # "It" is no person, "she" no college; a ship may be "she".
        (BRIDGE + "Edwin Marlow designed the bridge. It was opened in 1907.", "Harlow Bridge", "opened", "1907"),
        (BRIDGE + "Edwin Marlow drew it. Its main span is 190 metres.", "Harlow Bridge", "main_span", "190 metres"),
        (BRIDGE + "Otto B. Pell looked at the plans. It cost $4 million.", "Harlow Bridge", "cost", "$4 million"),
        # An engineer estimates what a bridge costs.
        (BRIDGE + "Edwin Marlow estimated the cost at $9 million.", "Harlow Bridge", "estimated_cost", "$9 million"),
        # What a clause begins with is said of what the clause is about.
        (BRIDGE + "At 412 metres, it is the longest that Bruma Steel built.", "Harlow Bridge", "length", "412 metres"),
        # People who serve in a thing are counted for it; a people is nobody.
        (
            TRUST + "More than 900 Chileans have served in the Harrow Exchange.",
            "Harrow Exchange",
            "chilean__serv",
            "More than 900",
        ),
        # What it was called at first.
        (
            COLLEGE + "The college was founded in 1871 as the Osier Seminary. The Osier Seminary had 36 students.",
            "Calder College",
            "students",
            "36",
        ),
        # A ship without the letters before its name, and no person for its last word.
        (
            "The SS Tarn Queen was a liner. The Tarn Queen was launched in 1909.",
            "SS Tarn Queen",
            "ship_launched",
            "1909",
        ),
        # A county is not the city.
        (TOWN + "It lies in Tern County. The town was chartered in 1284.", "Lundby", "authorized", "1284"),
        (COLLEGE + "Ida Lund taught there. She was born in 1904.", "Ida Lund", "born", "1904"),
        ("Ida Lund met Otto Pell, and she died in 1984.", "Ida Lund", "died", "1984"),
        (FERRY + "She was launched in 1954.", "Elsie Marlow", "ship_launched", "1954"),
        # The second verb's subject is the first one's.
        ("Calder College runs Tarn Hall and has 2,300 students.", "Calder College", "students", "2,300"),
        ("Calder College stands beside Tarn Hall and has 2,300 students.", "Calder College", "students", "2,300"),
        ("Bruma Steel owns Tarn Wire, employs 340 people and was founded in 1921.", "Bruma Steel", "employees", "340"),
        ("Bruma Steel owns Tarn Wire, employs 340 people and was founded in 1921.", "Bruma Steel", "founded", "1921"),
        # What opens a sentence behind a preposition is not what it is about.
        (BRIDGE + "Despite these precautions, 11 men lost their lives.", "Harlow Bridge", "deaths", "11"),
        # Parts of a thing.
        (BRIDGE + "The river is 120 kilometres long.", "Harlow Bridge, river", "length", "120 kilometres"),
        # Acronyms that no parentheses explain.
        (
            "The Tern Valley Canal Trust keeps canals. TVCT employs 45 people.",
            "Tern Valley Canal Trust",
            "employees",
            "45",
        ),
        ("UC Lund Hill is a college. UCLH has 2,300 students.", "UC Lund Hill", "students", "2,300"),
        (
            "The Pell Museum of Art & Craft opened. PMAC has 412 members.",
            "Pell Museum of Art & Craft",
            "members",
            "412",
        ),
        # A work on a thing is told of the thing.
        ("Work on the Harlow Bridge began in 1902.", "Harlow Bridge", "construction_started", "1902"),
        # Places behind places.
        (
            "The Corran Courthouse in Lund, Iowa, United States, was built in 1920.",
            "Corran Courthouse",
            "built",
            "1920",
        ),
        # Broad nouns mean the topic.
        (
            COLLEGE + "It plays in the Tern Athletic Association. The institution was founded in 1871.",
            "Calder College",
            "founded",
            "1871",
        ),
        (COLLEGE + "Its School of Music is old. The college was founded in 1871.", "Calder College", "founded", "1871"),
        # Definite phrases.
        (TRUST + "The charity was founded in 1911.", "Corran Trust", "founded", "1911"),
        (TRUST + "The trust was founded in 1911.", "Corran Trust", "founded", "1911"),
        (COLLEGE + "The college was founded in 1871.", "Calder College", "founded", "1871"),
        (BRIDGE + "The bridge was opened in 1907.", "Harlow Bridge", "opened", "1907"),
        (BRIDGE + "The bridge's main span is 190 metres.", "Harlow Bridge", "main_span", "190 metres"),
        (COMPANY + "The company was founded in 1884.", "Bruma Steel", "founded", "1884"),
        (COMPANY + "The company's revenue reached €2.1 billion in 2018.", "Bruma Steel", "revenue", "€2.1 billion"),
        ("The Pell Museum stands on Quay Street. The museum opened in 1932.", "Pell Museum", "opened", "1932"),
        ("The Osier Club rows on the Tern. The club has 412 members.", "Osier Club", "members", "412"),
        (
            "The Inland Ports Agency dredges canals. The agency has a budget of $85 million.",
            "Inland Ports Agency",
            "budget",
            "$85 million",
        ),
        ("The Tarn Gallery shows new painting. This gallery was opened in 1961.", "Tarn Gallery", "opened", "1961"),
        # Definite phrases choose by type.
        (
            "Calder College stands beside the Pell Museum. The museum opened in 1932.",
            "Pell Museum",
            "opened",
            "1932",
        ),
        (
            "Calder College stands beside the Pell Museum. The college was founded in 1871.",
            "Calder College",
            "founded",
            "1871",
        ),
        (
            "Edwin Marlow gave his house to the Osier Club. The club was founded in 1868.",
            "Osier Club",
            "founded",
            "1868",
        ),
        (
            "Edwin Marlow gave his house to the Osier Club. He was born in 1841.",
            "Edwin Marlow",
            "born",
            "1841",
        ),
        # Surnames and short forms.
        (VOSS + "Voss died in 1984.", "Clara Voss", "died", "1984"),
        ("Edwin Marlow went to sea at fifteen. Marlow retired in 1931.", "Edwin Marlow", "retired", "1931"),
        ("Dr. Edwin Marlow went to sea at fifteen. Dr. Marlow retired in 1931.", "Dr. Edwin Marlow", "retired", "1931"),
        (
            "Bruma Steel Company makes ship plate. Bruma Steel was founded in 1884.",
            "Bruma Steel Company",
            "founded",
            "1884",
        ),
        ("Calder College is old. Calder has 2,300 students.", "Calder College", "students", "2,300"),
        # Acronyms.
        (
            "The Inland Ports Agency (IPA) dredges canals. The IPA was created in 1949.",
            "Inland Ports Agency",
            "founded",
            "1949",
        ),
        ("The Inland Ports Agency (IPA) was created in 1949.", "Inland Ports Agency", "founded", "1949"),
        (
            "IPA's budget was $85 million in 1999. The Inland Ports Agency (IPA) dredges canals.",
            "Inland Ports Agency",
            "budget",
            "$85 million",
        ),
        (
            "The Northern Ferry Company (NFC) ran nine boats. In 1963 NFC was dissolved.",
            "Northern Ferry Company",
            "closed",
            "1963",
        ),
        # Appositions.
        ("Clara Voss, a glass painter from Lundby, was born in 1901.", "Clara Voss", "born", "1901"),
        ("The painter Clara Voss was born in 1901.", "Clara Voss", "born", "1901"),
        ("Its founder, Edwin Marlow, was born in 1841.", "Edwin Marlow", "born", "1841"),
        ("Lundby, a town on the Tern, had 23,400 inhabitants in 2001.", "Lundby", "population", "23,400"),
        # The topic of a text, for sentences that name nothing.
        ("# Harlow Bridge\n\nThe bridge crosses the Tern. Opened in 1907.", "Harlow Bridge", "opened", "1907"),
        (
            "# Calder College\n\nStudents come from all over the county. Tuition is $18,400 a year.",
            "Calder College",
            "tuition",
            "$18,400",
        ),
        (
            "# Lundby\n\nLundby is a town on the Tern.\n\n## Population\n\nThe population was 23,400 in 2001.",
            "Lundby",
            "population",
            "23,400",
        ),
        (COLLEGE + "There are 190 professors on the teaching staff.", "Calder College", "faculty", "190"),
        # A section about another thing.
        (
            PARKS,
            "Tern Park",
            "opened",
            "1871",
        ),
        (
            PARKS,
            "Osier Park",
            "opened",
            "1904",
        ),
    ],
)
def test_whom_a_reference_means(text: str, about: str, attribute: str, value: str) -> None:
    assert (about, attribute, value) in told(text)


@pytest.mark.parametrize(
    ("text", "wrong", "value"),
    [
        ("The Osier Club rows on the Tern. Edwin Marlow was born in 1841.", "Osier Club", "1841"),
        ("Calder College stands beside the Pell Museum. The museum opened in 1932.", "Calder College", "1932"),
        (VOSS + "She taught at Calder College. The college has 2,300 students.", "Clara Voss", "2,300"),
        (VOSS + "Her brother Otto Voss was born in 1905.", "Clara Voss", "1905"),
        (TOWN + "The Harlow Bridge was opened in 1907.", "Lundby", "1907"),
        (SHIP + "Her sister ship, the Harbour Queen, was launched in 1961.", "Marigold Star", "1961"),
        (TRUST + "The Osier Club was founded in 1868.", "Corran Trust", "1868"),
        (COMPANY + "Its rival Lund Foundry employs 900 people.", "Bruma Steel", "900"),
        ("Edwin Marlow gave his house to the Osier Club. He was born in 1841.", "Osier Club", "1841"),
        ("Clara Voss met Ida Lund in Pell. Lund was born in 1931.", "Clara Voss", "1931"),
        (BRIDGE + "The Ardle Viaduct is 900 metres long.", "Harlow Bridge", "900 metres"),
        (FILM + "Its sequel, The Glass Tide, was released in 1967.", "Glass Harbour", "1967"),
    ],
)
def test_whom_it_does_not_mean(text: str, wrong: str, value: str) -> None:
    found = [claim for claim in claims(text) if claim.value.text == value]
    assert wrong not in [subject(claim) for claim in found]


@pytest.mark.parametrize(
    ("text", "value", "binding"),
    [
        ("The Corran Trust was founded in 1911.", "1911", "named"),
        (TRUST + "It was founded in 1911.", "1911", "referred"),
        (COLLEGE + "The college was founded in 1871.", "1871", "referred"),
        ("Founded in 1911, the Corran Trust looks after old lighthouses.", "1911", "named"),
    ],
)
def test_how_firmly_a_subject_is_known(text: str, value: str, binding: str) -> None:
    (claim,) = [claim for claim in claims(text) if claim.value.text == value]
    assert claim.binding == binding
    assert claim.basis.subject


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        (
            "The Inland Ports Agency (IPA) dredges canals. The IPA was created in 1949.",
            "Inland Ports Agency (IPA)",
            {"1949"},
        ),
        (
            "The Northern Ferry Company (NFC) ran nine boats. In 1963 NFC was dissolved.",
            "Northern Ferry Company (NFC)",
            {"1963"},
        ),
    ],
)
def test_an_acronym_stands_behind_the_name(text: str, name: str, aliases: set[str]) -> None:
    assert {claim.subject_name for claim in claims(text) if claim.value.text in aliases} == {name}


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("Since the founding of the Osier Club, 598 alumni of Calder College have joined.", "Calder College", "598"),
        ("The Pell Museum opened in 1932. Its library holds 12,000 books.", "Pell Museum, library", "12,000"),
    ],
)
def test_whom_a_value_is_about(text: str, about: str, value: str) -> None:
    assert {subject(claim) for claim in claims(text) if claim.value.text == value} == {about}


@pytest.mark.parametrize(
    ("topic", "about"),
    [
        ("The Harlow Exchange is a program for teachers.", "Harlow Exchange, Chile"),
        ("Ada Voss was a teacher.", "Ada Voss"),
        ("Norland is a country.", "Chile"),
    ],
)
def test_a_country_takes_part_in_a_topic_that_is_neither_a_person_nor_a_country(topic: str, about: str) -> None:
    title = topic.removeprefix("The ").partition(" is ")[0].partition(" was ")[0]
    (claim,) = stated(f"# {title}\n\n{topic} Chile's participation ended in 1973.", "1973")
    assert (subject(claim), claim.attribute) == (about, "ended")


@pytest.mark.parametrize(
    ("before", "about"), [("after the November 1991", "Harbour Fire"), ("in November 1991, after the", "Osier Club")]
)
def test_a_date_right_before_a_name_is_that_of_the_thing_named(before: str, about: str) -> None:
    assert about in {subject(c) for c in stated(f"The Osier Club was rebuilt {before} Harbour Fire.", "November 1991")}


@pytest.mark.parametrize(
    ("written", "within"),
    [
        ("The height {}of the Old Mill is 41 m.", OWNER_REACH - 3),
        ("The Old Mill's {}height is 41 m.", OWNER_REACH - 1),
    ],
)
def test_how_far_from_what_it_owns_an_owner_stands(written: str, within: int) -> None:
    rules = []
    for words in (within, within + 1):
        discourse, parsed = last("The Tarn Tunnel is slated. " + written.format("so " * words))
        triggers = [t for t in Lexicon(recommended()).triggers(parsed, 0) if t.cost <= TRIGGER_COST]
        rules.append(subjects_by_grammar(parsed, 0, triggers, discourse)[1])
    assert (rules[0], rules[1] == "owner") == ("owner", False)


def test_a_verb_calls_for_an_attribute_with_its_particle_too() -> None:
    """``built in``: the words that call for the attribute end behind the verb."""
    discourse, parsed = last("The Tarn Tunnel is slated. The Old Mill was built in 1871.")
    lexicon = Lexicon(recommended())
    triggers = [t for t in lexicon.triggers(parsed, 0) if t.cost <= TRIGGER_COST]
    entry = lexicon.entries[triggers[0].attribute]
    found, rule = subjects_by_grammar(parsed, 0, triggers, discourse, entry)
    assert ([one.entity.key for one in found], rule) == (["old mill"], "own_verb")
