"""Names without a capital: what introduces them, and what shows that a word is none."""

from __future__ import annotations

import pytest

from checker.linguistics import lower_case_names
from tests.linguistics.documents import document, topic

USED = "{0} mills grain. Run {0} on a host, and {0} needs 40 MB."


@pytest.mark.parametrize(
    "written",
    [
        "# millwrightd\n\n" + USED,
        "# millwrightd: a guide\n\n" + USED,
        "The program `millwrightd` is small.\n\n" + USED,
        "# Guide\n\n## millwrightd\n\n" + USED,
    ],
)
def test_a_title_a_heading_or_code_introduces_a_name(written: str) -> None:
    found = lower_case_names.find(document(written.format("millwrightd")))
    assert {name.text for name in found} == {"millwrightd"} and len(found) >= 3


@pytest.mark.parametrize(
    "written",
    [
        "# Guide\n\n" + USED.format("millwrightd"),
        "# settings\n\nChange settings here, and settings there. Run settings.",
        "# millwheel\n\nThe millwheel is old, and a millwheel turns. Grease the millwheel.",
        "# millwrightd\n\nmillwrightd mills grain.",
        "# millwrightd\n\nSee /opt/millwrightd and millwrightd.conf and millwrightd/bin.",
    ],
    ids=["introduced nowhere", "a common word", "with an article", "used once", "part of a path"],
)
def test_what_is_no_name(written: str) -> None:
    assert lower_case_names.find(document(written)) == []


def test_a_lower_case_name_is_a_topic() -> None:
    assert topic("# millwrightd\n\n" + USED.format("millwrightd")) == "millwrightd"
