"""Reads the line over what changed in a release: its version, and what stands before and behind that.

``1.8.1 (2019-12-20)``, ``[3.2.0] - 2023-11-06``, ``v2.0 / 2015-06-01``, ``Version 4.1 - May 2020``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.language.language import derived, table

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """What a release's line is made of."""

    product: str
    """The words before the version, but for such as "version" and "release"; most lines have none."""
    version: str
    end: int
    """Where the version ends, with what parts it from the rest."""


@derived
def _line() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, table("language/versions")), key=len, reverse=True))
    return re.compile(
        rf"(?P<product>(?:[A-Za-z][\w.+-]{{0,30}} ){{0,2}}?)(?:(?i:{words}) ?)?\[?"
        r"(?P<version>[0-9]{1,4}(?:\.[0-9]{1,4}){1,3}(?:[-.]?[a-z]{1,5}[.-]?[0-9]{0,3})?)\]?"
        r"(?:\s*[-–—/,:|]\s*|\s*\(|\s+|$)"
    )


def release_line(text: str) -> ReleaseLine | None:
    """The version that a line opens with, or that stands behind a product's name there; None for other lines."""
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return None
    found = _line().match(text)
    if found is None:
        return None
    return ReleaseLine(found["product"].strip(), found["version"], found.end())
