"""Whole outputs kept as files; ``WRITE_SNAPSHOTS=1`` writes them anew, to be read before a commit."""

from __future__ import annotations

import os
from pathlib import Path


def matches(path: Path, text: str) -> None:
    """Fail unless the file at ``path`` holds ``text``."""
    if os.environ.get("WRITE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
