"""What stands in docs/ is true: its generated parts are current."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generate import pages

DOCS = Path(__file__).parent.parent / "docs"
PAGES = pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name], "run: make docs"
