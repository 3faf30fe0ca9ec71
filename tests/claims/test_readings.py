"""Texts with everything that is read from them: one table for each part of the room, ``readings/PART.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.readings import claims, line

_TABLES = sorted((Path(__file__).parent / "readings").glob("*.yaml"))


def _cases() -> list[Any]:
    return [
        pytest.param(case["text"], case["read"], id=f"{path.stem}-{number}")
        for path in _TABLES
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize(("text", "read"), _cases())
def test_what_is_read(text: str, read: list[str]) -> None:
    assert [line(claim) for claim in claims(text)] == read
