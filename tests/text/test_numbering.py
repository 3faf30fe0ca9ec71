"""The numbers of sections and clauses, and numbers that open a line and are none."""

from __future__ import annotations

import pytest

from checker.text.thresholds import NUMBERING_STEP
from tests.readings import claims
from tests.text.shapes import document


def blanked(text: str) -> list[str]:
    """The numbers at the start of a line that are gone from what is searched for values."""
    found = document(text)
    lines = [line.lstrip("#- ").split(" ")[0] for line in found.text.splitlines() if line.strip()]
    return [word.rstrip(".)") for word in lines if word[:1].isdigit() and word not in found.plain.split()]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("10.1 Notice means a letter.\n\n10.2 Tern Special Papers\n", ["10.1", "10.2"]),
        ("### 4.1. Fees\n\nThe fee is 40 euros.\n\n### 4.2. Refunds\n\nNone.\n", ["4.1", "4.2"]),
        ("## 10 Notices\n\n10.1 By letter\n\n10.2 By mail\n", ["10", "10.1", "10.2"]),
        ("2.1.1 Boats\n\n2.1.2 “Ships” are large.\n\n2.2 Crews\n", ["2.1.1", "2.1.2"]),
        ("2 boats sank.\n\n1.1 Heron\n\n2.1 Boats\n\n2.2 Crews\n", ["2.1", "2.2"]),
        ("2.1 Boats\n\n2.1.1 Punts\n\n2.2 Crews\n", ["2.1", "2.2"]),
        (f"5.1 Boats\n\n5.{1 + NUMBERING_STEP} Crews\n", ["5.1", f"5.{1 + NUMBERING_STEP}"]),
        (f"5.1 Boats\n\n5.{2 + NUMBERING_STEP} Crews\n", []),
        ("10.1 Notice means a letter.\n", []),
        ("10.2 Notice\n\n10.3 Fees\n", []),
        ("10.2 Notice\n\n10.1 Fees\n", []),
        ("1 boat\n\n2 boats\n", []),
        ("## 1. Heating a shed\n\nNo.\n\n## 2. Hiding pipes\n\nNo.\n", ["1", "2"]),
        ("## 1) Heating a shed\n\nNo.\n\n## 2) Hiding pipes\n\nNo.\n", ["1", "2"]),
        ("## 1 boat\n\nNo.\n\n## 2 boats\n\nNo.\n", []),
        ("## 4. Heating a shed\n\nNo.\n\n## 9. Hiding pipes\n\nNo.\n", []),
        ("4.1 40 boats\n\n4.2 50 boats\n", []),
        ("1.0 Heron\n\n1.1 Tern\n", []),
        ("A pace of 4.1 metres.\n\nA pace of 4.2 metres.\n", []),
        ("| Score | Name |\n|---|---|\n| 9.1 | Ada |\n| 9.2 | Otto |\n", []),
    ],
)
def test_the_numbers_of_sections(text: str, numbers: list[str]) -> None:
    assert blanked(text) == numbers


def test_only_the_number_is_lost() -> None:
    text = "# Terms\n\n10.1 Letters of 30 pages\n\n10.2 A notice holds for 14 days.\n"
    assert [claim.value.text for claim in claims(text)] == ["30", "14 days"]
    assert len(document(text).plain) == len(document(text).text)
