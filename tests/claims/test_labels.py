"""What labels a claim: headings, key, row and column, question and caption over and beside it."""

from __future__ import annotations

import pytest

from checker.model.labels import NO_LABELS, Labels
from tests.readings import stated

GUIDE = "# Tarn Guide\n\n"
SAID = "The Tarn Inn was founded in 1894."


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (SAID, "1894", {}),
        (f"## History\n\n{SAID}", "1894", {"headings": ("History",)}),
        (f"## History\n\n### The inn\n\n{SAID}", "1894", {"headings": ("History", "The inn")}),
        (f"## History\n\n### Walls\n\nThey stand.\n\n## Inns\n\n{SAID}", "1894", {"headings": ("Inns",)}),
        (f"### Walls\n\nThey stand.\n\n### The inn\n\n{SAID}", "1894", {"headings": ("The inn",)}),
        ("Beds: 40\n\nRooms: 12\n", "40", {"key": "Beds"}),
        ("- **Beds:** 40\n- **Rooms:** 12\n", "12", {"key": "Rooms"}),
        ("| Inn | 2019 | 2020 |\n|---|---|---|\n| Tarn | 40 | 50 |\n", "50", {"row": "Tarn", "column": "2020"}),
        ("| Inn | 2019 | 2020 |\n|---|---|---|\n| Tarn | 40 | 50 |\n", "40", {"row": "Tarn", "column": "2019"}),
    ],
)
def test_places(text: str, value: str, expected: dict[str, object]) -> None:
    found = {claim.labels for claim in stated(GUIDE + text, value)}
    assert found == {Labels(title="Tarn Guide", **expected)}


HOW_OLD = "How old is the inn?"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (f"## {HOW_OLD}\n\n{SAID}", HOW_OLD),
        (f"## {HOW_OLD}\n\nIt is old.\n\n{SAID}", HOW_OLD),
        (f"## {HOW_OLD}\n\nIt is.\n\n## History\n\n{SAID}", None),
        (f"**{HOW_OLD}** {SAID}", HOW_OLD),
        (f"**{HOW_OLD}**\n\n{SAID}", HOW_OLD),
        (f"**{HOW_OLD}**\n\nIt is old.\n\n{SAID}", None),
        (f"**{HOW_OLD}**\n\nIt is old.\n\n**Who built it?**\n\n{SAID}", "Who built it?"),
        (f"Q: {HOW_OLD}\n\nA: {SAID}", HOW_OLD),
        (f"Q: {HOW_OLD}\n\nA: It is old.\n\n{SAID}", None),
        (f"## What else?\n\n**{HOW_OLD}** {SAID}", HOW_OLD),
        (f"{SAID} {HOW_OLD}", None),
    ],
)
def test_questions(text: str, question: str | None) -> None:
    (claim,) = stated(GUIDE + text, "1894")
    assert claim.labels.question == question
    assert claim.labels.key is None


TABLE = "| Inn | 2019 | 2020 |\n|---|---|---|\n| Tarn | 40 | 50 |\n| Fell | 60 | 70 |\n"


@pytest.mark.parametrize(
    ("text", "value", "caption"),
    [
        (f"Table 1: Beds by year\n\n{TABLE}", "50", "Table 1: Beds by year"),
        (f"Beds by year\n\n{TABLE}", "70", None),
        (f"The beds of the two inns by year:\n\n{TABLE}", "70", "The beds of the two inns by year"),
        (f"The beds of the inns were counted.\n\n{TABLE}", "50", None),
        ("The Tarn Inn offers:\n\n- 40 beds\n- 12 rooms\n", "12", "The Tarn Inn offers"),
        ("The Tarn Inn is old.\n\n- 40 beds\n- 12 rooms\n", "12", None),
        (f"The beds {'x' * 231}:\n\n{TABLE}", "50", f"The beds {'x' * 231}"),
        (f"The beds {'x' * 232}:\n\n{TABLE}", "50", None),
        (f"{'The beds of the inns ' * 12}:\n\n{TABLE}", "50", None),
    ],
)
def test_captions(text: str, value: str, caption: str | None) -> None:
    assert {claim.labels.caption for claim in stated(GUIDE + text, value)} == {caption}


def test_a_text_without_structure_labels_nothing() -> None:
    (claim,) = stated(SAID, "1894")
    assert claim.labels == NO_LABELS
