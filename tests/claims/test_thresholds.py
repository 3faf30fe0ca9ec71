"""The thresholds of claim extraction: the last place that counts, and the first that does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.claims.thresholds import (
    ANSWER_WORDS,
    KEY_REACH,
    KEY_WORDS,
    QUESTION_COST,
    RANKING_WORDS,
    RELEASE_REST,
    ROLE_REACH,
    SIGNATURE_CHARACTERS,
)
from checker.model.claim import Claim
from tests.readings import claims, stated, subject

SO = "so "
REPORT = "# Lundby annual report 2019\n\n"
TUNNEL, MILL = "Tarn Tunnel", "Old Mill"
EXCHANGE = "# Harlow Exchange\n\nThe Harlow Exchange is a program for teachers.\n\nChile's participation "
TERN, HARLOW = "Tern Exchange, Chile", "Harlow Exchange, Chile"
VOSS = "# Clara Voss\n\nClara Voss was a painter from Lundby.\n\n"

READINGS: dict[str, Callable[[Claim], object]] = {
    "attribute": lambda claim: claim.attribute,
    "subject": subject,
    "time": lambda claim: claim.scope.time,
    "stage": lambda claim: claim.scope.stage,
    "modality": lambda claim: claim.modality,
    "binding": lambda claim: claim.binding,
    "throughout": lambda claim: claim.qualifiers.throughout,
    "role": lambda claim: claim.qualifiers.role,
    "included": lambda claim: claim.scope.included,
    "each": lambda claim: claim.qualifiers.each,
    "total": lambda claim: claim.qualifiers.total,
}


@pytest.mark.parametrize(
    ("text", "value", "word", "most", "reading", "within", "beyond"),
    [
        ("The Tarn Tunnel with 412 metres {}slated.", "412 metres", SO, 3, "modality", "projected", "asserted"),
        ("The Tarn Tunnel is planned {}long at 412 metres.", "412 metres", SO, 8, "modality", "projected", "asserted"),
        ("The Tarn Tunnel cost $412 million {}in 1950.", "$412 million", SO, 17, "time", "1950", None),
        ("The Tarn Tunnel was built {}by 412 men.", "412", SO, 12, "attribute", "man__built", "man"),
        ("The Tarn Tunnel and lantern {}$412.", "$412", SO, 5, "attribute", "lantern", "money"),
        ("The Tarn Tunnel opened {}in 1907.", "1907", SO, 15, "attribute", "opened", "date"),
        ("In 1907 {}opened the Tarn Tunnel.", "1907", SO, 13, "attribute", "opened", "open"),
        ("The length of the {}Tarn Tunnel is 412 metres.", "412 metres", "Old ", 22, "attribute", "length", "measure"),
        ("The Osier Club dates back to {}1868.", "1868", SO, 2, "attribute", "founded", "date"),
        ("The Osier Club dates {}back to 1868.", "1868", SO, 2, "attribute", "founded", "date"),
        ("Roads of Lundby had $41 million {}requested.", "$41 million", SO, 13, "stage", "requested", None),
        ("Of the wall 412 metres {}collapsed.", "412 metres", SO, 14, "attribute", "wall__collaps", "wall"),
        ("In 1950 it cost $412 million {}in 1960.", "$412 million", SO, 1, "time", "1960", "1950"),
        ("The Tarn Tunnel in 1950 cost $412 million {}in 1960.", "$412 million", SO, 2, "time", "1960", "1950"),
        ("Lundby in 1950 {}cost $412 million for 9 towers in 1960.", "$412 million", SO, 8, "time", "1950", "1960"),
        ("Lundby has 9.9 people {}(3.8 people) a year.", "3.8", SO, 3, "binding", "named", "referred"),
        (REPORT + "Lundby had revenue up from {}$41 million.", "$41 million", SO, 2, "time", None, "2019"),
        ("# Lundby\n\nDuring the {}fire 9 people were killed.", "9", SO, 2, "throughout", False, True),
        ("Roads of Lundby had $41 million {}final.", "$41 million", SO, 11, "stage", "final", None),
        ("Roads of Lundby had final {}$41 million.", "$41 million", SO, 12, "stage", "final", None),
        ("Ada Voss was born in 1901 and Otto Voss {}in 1905.", "1905", SO, 2, "subject", "Otto Voss", "Ada Voss"),
        ("Bruma Steel hired 400 men after the {}crash of 1929.", "400", SO, 5, "time", None, "1929"),
        (
            "Bruma Steel had revenue of $9 million in 2020, up from $8 million {}a year earlier.",
            "$8 million",
            SO,
            2,
            "time",
            "2019",
            "2020",
        ),
        ("It is based on her 1962 {}novel Harbour Lights.", "1962", SO, 5, "attribute", "published", "base"),
        ("The Sloe Harbour Act {}(1886) helped ports.", "1886", SO, 2, "attribute", "enacted", "help"),
        ("The Sloe Harbour Act ({}of 1886) helped ports.", "1886", SO, 18, "attribute", "enacted", "help"),
        (
            "Calder College opened {}a library in 1908.",
            "1908",
            "newly ",
            2,
            "subject",
            "Calder College, library",
            "Calder College",
        ),
        (
            "Calder College opened a {}library in 1908.",
            "1908",
            SO,
            7,
            "subject",
            "Calder College, library",
            "Calder College",
        ),
        ("The Tarn Inn costs £120 {}with breakfast.", "£120", SO, 2, "included", ("breakfast",), ()),
        ("The Tarn Inn has 12 staff including {}cooks.", "12", "new ", 3, "included", ("cook",), ("new",)),
        (
            "Lundby has 40% {}towers.",
            "40%",
            "red ",
            3,
            "attribute",
            "red_red_red_tower__share",
            "red_red_red_red__share",
        ),
        ("Roads of Lundby: 12 of the {}passengers died.", "12", "injured ", 1, "role", "passengers", None),
        ("The Tarn Tunnel stands beside Lundby and has {}412 lamps.", "412", SO, 6, "binding", "named", "referred"),
        (EXCHANGE + "{}in the Tern Exchange ended in 1973.", "1973", SO, 0, "subject", TERN, HARLOW),
        (VOSS + "Born 3 May 1871 {}\n", "3 May 1871", SO, 8, "binding", "referred", "topic"),
        ("Each {}hall has 412 seats.", "412", SO, 9, "each", True, False),
        ("The halls have 412 {}seats each.", "412", SO, 5, "each", True, False),
        ("The halls have 412 seats {}altogether.", "412", SO, 1, "total", True, False),
        ("The halls have altogether {}412 seats.", "412", SO, 2, "total", True, False),
    ],
)
def test_how_many_words_may_stand_between(
    text: str, value: str, word: str, most: int, reading: str, within: object, beyond: object
) -> None:
    for number, expected in ((most, within), (most + 1, beyond)):
        (found,) = {READINGS[reading](claim) for claim in stated(text.format(word * number), value)}
        assert found == expected


LIBRARY = "# Tarn Library\n\nTarn Library is a library in Tarn. Tarn Library was founded in 1894.\n\n"
LOOMER = "# Loomer\n\nLoomer is a program for weavers. Loomer runs on any machine.\n\n"


LIGHT = "# Tarn Light\n\nTarn Light is a lighthouse. Tarn Light was lit in 1871.\n\n"
QUOTE = LIGHT + '"I trimmed 900 lamps." - Ida Corran, keeper'
LOG = LOOMER + "## 1.4.0 (2022-05-11) "


@pytest.mark.parametrize(
    ("text", "value", "word", "most", "within", "beyond"),
    [
        (LIBRARY + "**How many halls are there?**\n26 {}in all\n", "26", SO, ANSWER_WORDS - 3, "hall", "number"),
        (LIBRARY + "- Longest shift: Ida Brenn {}15 hours\n", "15 hours", "- ", KEY_REACH, "Ida Brenn", "Tarn Library"),
        (LIBRARY + "- {}Tea: 58 chairs\n", "58", "New ", KEY_WORDS - 1, "chair", "new__new__new__new__tea"),
        (
            LIBRARY + "- {}longest shift: Ida Brenn, 15 hours\n",
            "15 hours",
            "Club ",
            RANKING_WORDS - 1,
            "Ida Brenn",
            "Tarn Library",
        ),
        (LOOMER + "- `warp`: default {}6 threads\n", "6", SO, ROLE_REACH - 1, "default", "setting_value"),
        (QUOTE + "{}", "900", "s", SIGNATURE_CHARACTERS - len(" - Ida Corran, keeper"), "Ida Corran", "the author"),
        (LOG + "{}\n\n- Weaves 30 rows\n", "30", "s", RELEASE_REST - 2, "2022-05-11", None),
        (LIBRARY + "**When was the library founded {}?**\n\n1907\n", "1907", SO, QUESTION_COST - 1, "founded", "date"),
    ],
)
def test_labelled_lines(text: str, value: str, word: str, most: int, within: str, beyond: str | None) -> None:
    for number, expected in ((most, within), (most + 1, beyond)):
        (claim,) = stated(text.format(word * number), value)
        assert expected in (claim.subject_name, claim.attribute, claim.scope.time)


def test_the_name_of_a_part_has_few_words() -> None:
    for n, part in enumerate(("room", "old room", "old old room", "old old room")):
        text = f"{LIBRARY}**How high is the {'old ' * n}room?**\n\n31 m\n"
        assert {claim.subject_name for claim in stated(text, "31 m")} == {f"Tarn Library, {part}"}


ESTIMATE = "Estimate: 24,100\n"
NOTE = "The Old Mill is a mill near the Tarn Tunnel, and has water.\n\n"


@pytest.mark.parametrize(("blocks", "expected"), [(1, ("Old Mill", "Old Mill")), (2, ("Old Mill", "Tarn Tunnel"))])
def test_how_many_blocks_below_a_heading_lines_speak_of_what_it_names(blocks: int, expected: tuple[str, str]) -> None:
    text = f"# Tarn Tunnel\n\nThe Tarn Tunnel is slated.\n\n## Old Mill\n\n{NOTE * blocks}Height: 41 m\n\nLength: 9 m\n"
    assert tuple(subject(c) for value in ("41 m", "9 m") for c in stated(text, value)) == expected


@pytest.mark.parametrize(("between", "attribute"), [(0, "population"), (2, "population"), (3, "total")])
def test_how_many_lines_below_a_total_the_density_may_stand(between: int, attribute: str) -> None:
    (total,) = stated(f"# Lundby\nTotal: 23,400\n{ESTIMATE * between}Density: 570/km2\n", "23,400")
    assert total.attribute == attribute


@pytest.mark.parametrize(("characters", "expected"), [(600, ["opened"]), (601, [])])
def test_how_far_below_its_date_an_event_may_be(characters: int, expected: list[str]) -> None:
    date, event, later = "1936\n\n", "Osier Hall was opened.", "\n\n1940\n\nThe Pell Library was founded.\n"
    between = ("The trees were tall" + " so" * 200)[: characters - len(date + event) - 2] + ". "
    text = "# Calder College\n\nCalder College is a college.\n\n" + date + between + event + later
    assert [claim.attribute for claim in stated(text, "1936")] == expected
    assert [claim.attribute for claim in stated(text, "1940")] == ["founded"]


@pytest.mark.parametrize(("characters", "shown"), [(999, 999), (1000, 1000), (1001, 1000)])
def test_how_much_is_read_with_an_acronym(characters: int, shown: int) -> None:
    name, fill = "Harlow Exchange Program", "so " * 400
    behind = f" (HEP) is {fill}"
    before = f"Over {fill}the "
    for text in (f"{before[-characters:]}{name} (HEP) is old.", f"The {name}{behind[: characters - 1]}."):
        (claim,) = [claim for claim in claims(text) if claim.attribute == "stands_for"]
        quote, value = claim.evidence, claim.value
        assert max(value.start - quote.start, quote.end - value.end) == shown


@pytest.mark.parametrize(
    ("before", "died", "attributes"),
    [
        (13, "1980", ["born", "died"]),
        (14, "1980", []),
        (0, "1902", []),
        (0, "1903", ["born", "died"]),
        (0, "2020", ["born", "died"]),
        (0, "2021", []),
    ],
)
def test_how_long_a_life_in_brackets_lasts_and_where_it_stands(before: int, died: str, attributes: list[str]) -> None:
    text = f"Ida Marlow ({SO * before}; 4 May 1901 – 9 June {died}) was a novelist."
    found = claims(text)
    assert [c.attribute for c in found if c.attribute in {"born", "died"}] == attributes
    assert found


@pytest.mark.parametrize(("between", "about"), [(2, "Harlow Bridge"), (3, "Lundby")])
def test_how_many_sentences_back_a_reference_reaches(between: int, about: str) -> None:
    lead = "# Lundby\n\nLundby is a town. There the Harlow Bridge stands."
    (claim,) = stated(f"{lead}{' Rain fell so.' * between} It opened in 1901.", "1901")
    assert (subject(claim), claim.attribute) == (about, "opened")
