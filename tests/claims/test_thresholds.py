"""The thresholds of claim extraction: the last place that counts, and the first that does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model.claim import Claim
from tests.readings import stated, subject

SO = "so "

READINGS: dict[str, Callable[[Claim], object]] = {
    "attribute": lambda claim: claim.attribute,
    "subject": subject,
    "time": lambda claim: claim.scope.time,
    "stage": lambda claim: claim.scope.stage,
    "modality": lambda claim: claim.modality,
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
