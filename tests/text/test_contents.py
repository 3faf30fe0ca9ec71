"""Contents pages are no claims; figures that rise below each other may be."""

from __future__ import annotations

import pytest

from tests.readings import claims
from tests.text.shapes import shapes

CHAPTERS = ["The mill", "Its owners", "The weir", "The fire", "Visits"]
BODY = "\n\n".join(f"## {name}\n\nIn 1931 {name.lower()} had 12 looms, and the farms along the river knew it well.\n"
                   for name in CHAPTERS)  # fmt: skip


def entries(form: str, names: list[str] = CHAPTERS) -> str:
    return "\n\n".join(form.format(name=name, page=4 + 3 * n, n=n + 1) for n, name in enumerate(names))


@pytest.mark.parametrize(
    "text",
    [
        "# Mills of the valley\n\n## Table of contents\n\n" + entries("{name} {page}"),
        "# Mills of the valley\n\n## Contents\n\n" + entries("{name} ........ {page}"),
        "# Mills of the valley\n\n## Contents\n\n" + entries("{n}. {name} {page}"),
        "# Mills of the valley\n\n## Contents\n\n" + entries("| {name} | {page} |").replace("\n\n", "\n"),
        "# Mills of the valley\n\n" + entries("{name} {page}"),
        "# Mills of the valley\n\n" + entries("{name}: {page}"),
        "# Mills of the valley\n\n" + entries("{name} . . . . {page}"),
        "# Mills of the valley\n\n" + entries("{n}. {name}, with words that go on\n\nin the next line {page}")
        + "\n\nTable of contents\n\n" + entries("- {name} {page}"),
        "# Mills of the valley\n\nList of figures\n\n" + entries("Figure {n}: {name} {page}"),
    ],
)  # fmt: skip
def test_entries_of_contents_state_nothing(text: str) -> None:
    values = [claim.value.text for claim in claims(f"{text}\n\n{BODY}")]
    assert {"1931", "12"} <= set(values)
    assert not {"4", "7", "10", "13", "16"} & set(values) or "go on" in text


@pytest.mark.parametrize(
    "text",
    [
        "# Sales\n\n" + entries("{name}: {page}", ["Apples", "Pears", "Plums", "Figs"]),
        "# Prices\n\n" + entries("{name} ........ {page}", ["Tea", "Coffee", "Cocoa"]),
        "# Owners\n\n" + entries("{name}: {page}", CHAPTERS[::-1]),
        "# Owners\n\n" + entries("{name}: {page}", CHAPTERS[:3]),
        "# Sizes\n\n## Contents\n\n" + entries("{name}: {page}", ["Oats", "Rye", "Bran"]),
    ],
)
def test_figures_that_rise_are_no_pages(text: str) -> None:
    assert not [shape for shape in shapes(f"{text}\n\n{BODY}") if shape.startswith("links")]


def test_no_title_is_taken_from_contents() -> None:
    text = "Table of contents\n\nThe mill 1\n\nIts owners 3\n\nThe weir 9\n\n# Mills of the valley\n\nIt has 12 looms."
    assert [shape for shape in shapes(text) if shape.startswith("title")] == ["title: # Mills of the valley"] or [
        shape for shape in shapes(text) if shape.startswith("title")
    ] == ["title: Mills of the valley"]
