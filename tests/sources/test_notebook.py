"""Jupyter notebooks: Markdown is Markdown, code is code, and every claim stands in its cell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker import check_paths
from checker.model.document import Source
from checker.model.user_error import Unreadable
from checker.sources import read
from checker.sources.notebook import reading
from tests.sources.damaged import damaged

CELLS: list[dict[str, Any]] = [
    {"cell_type": "markdown", "source": ["# Ardle Ferry\n", "\n", "The ferry was founded in 1894.  "]},
    {
        "cell_type": "code",
        "source": "seats = 120",
        "outputs": [
            {"output_type": "stream", "text": ["120 seats\n"]},
            {"output_type": "execute_result", "data": {"text/plain": "7 boats", "text/html": "<b>8 boats</b>"}},
            {"output_type": "display_data", "data": {"image/png": "iVBORw0"}},
        ],
    },
    {"cell_type": "raw", "source": "It has 9 piers."},
    {"cell_type": "markdown", "source": "## Boats\n\n- Seats: 120\n\n| Boat | Crew |\n|---|---|\n| Ada | 4 |\n"},
]


def notebook(cells: list[dict[str, Any]], **others: Any) -> bytes:
    settings = {"kernelspec": {"name": "python3"}, "language_info": {"version": "3.11.2"}}
    return json.dumps({"cells": cells, "metadata": settings | others, "nbformat": 4, "nbformat_minor": 5}).encode()


def test_cells() -> None:
    found = reading(Source("ferry"), notebook(CELLS, title="Ferries"))
    assert [(b.kind, found.text[b.start : b.end]) for b in found.blocks or ()] == [
        ("heading", "Ardle Ferry"),
        ("paragraph", "The ferry was founded in 1894."),
        ("code", "seats = 120\n\n120 seats\n\n7 boats"),
        ("code", "It has 9 piers."),
        ("heading", "Boats"),
        ("item", "Seats: 120"),
        ("paragraph", "| Boat | Crew |\n|---|---|\n| Ada | 4 |"),
    ]
    assert found.places.at(found.text.index("1894")).cell == "[1]"
    assert found.places.at(found.text.index("Boats")).cell == "[4]"
    assert found.metadata.title == "Ferries"


def test_the_oldest_form() -> None:
    cells = [{"cell_type": "heading", "level": 2, "source": "Piers"}, {"cell_type": "code", "input": "x = 3"}]
    found = reading(Source("ferry"), json.dumps({"worksheets": [{"cells": cells}]}).encode())
    assert [(b.kind, b.level, found.text[b.start : b.end]) for b in found.blocks or ()] == [
        ("heading", 2, "Piers"),
        ("code", 0, "x = 3"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no", "it is no notebook, or damaged: open it and save it anew"),
        (b"[" * 100_000, "it is no notebook, or damaged: open it and save it anew"),
        (b"[1]", "it is no notebook: it has no cells"),
        (b'{"cells": 4}', "it is no notebook: it has no cells"),
        (b'{"cells": [3, {"cell_type": 4, "source": {}}]}', "there is no text in it"),
    ],
)
def test_what_is_no_notebook(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        reading(Source("ferry"), data)
    assert caught.value.reason == reason


def test_a_changed_figure_is_found_with_its_cell(tmp_path: Path) -> None:
    (tmp_path / "ferry.ipynb").write_bytes(notebook(CELLS))
    (tmp_path / "about.md").write_text("# Ardle Ferry\n\nThe Ardle Ferry was founded in 1896.\n", encoding="utf-8")
    report = check_paths([tmp_path])
    assert len([f for f in report.findings if f.relation == "conflict"]) == 1
    text = dict(report.texts)["ferry"]
    claims = [claim for claim in report.claims if claim.source == "ferry"]
    assert {claim.value.text for claim in claims} == {"1894", "120", "4"}
    for claim in claims:
        evidence = claim.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert text[claim.value.start : claim.value.end] == claim.value.text
        assert evidence.cell == ("[1]" if claim.value.text == "1894" else "[4]")


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    for n, data in enumerate(damaged(notebook(CELLS))):
        path = tmp_path / f"{n}.ipynb"
        path.write_bytes(data)
        try:
            read(path, Source("x"))
        except Unreadable as error:
            assert "\n" not in error.reason
