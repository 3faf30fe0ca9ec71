"""A folder whose documents conflict."""

from __future__ import annotations

from pathlib import Path

import pytest

GUIDE = "# Guide\n\nThe Harbour Watch was founded in 1894. The Harbour Watch keeps 312 boats.\n"
LETTER = "# Letter\n\nGood day.\n\nThe Harbour Watch was founded in 1895, as everybody knows.\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A configured folder with two documents that conflict once."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "guide.md").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "docs" / "letter.md").write_text(LETTER, encoding="utf-8")
    (tmp_path / "check-claims.yaml").write_text("sources: docs\n", encoding="utf-8")
    return tmp_path
