"""Two documents that conflict, and the command line as people run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command, Ran, command, folder

__all__ = ["Command", "Ran", "command", "folder"]

GUIDE = "The Harbour Watch was founded in 1894. The Harbour Watch keeps 312 boats.\n"
LETTER = "Founded in 1895, the Harbour Watch is well known.\n"
CONFIG = "registry: docs/sources.yaml\nrules: [rules.yaml]\nclaims: claims\n"
REGISTER = "sources:\n  - file: guide.txt\n  - file: letter.txt\n"
RULES = "extends: recommended\n"


@pytest.fixture
def town(folder: Path) -> Path:
    """A configured folder whose two documents conflict once."""
    (folder / "docs").mkdir()
    for name, text in {
        "docs/guide.txt": GUIDE,
        "docs/letter.txt": LETTER,
        "docs/sources.yaml": REGISTER,
        "rules.yaml": RULES,
        "check-claims.yaml": CONFIG,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
