"""Reads the day that a field of a document's head states in figures, the year first."""

from __future__ import annotations

import re

_DAY = re.compile(r"(?:\$Date: ?)?([12]\d{3})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)")


def day(text: str) -> str | None:
    """The year, month or day that ``text`` opens with; None where it opens with none."""
    found = _DAY.match(text.strip())
    if found is None:
        return None
    year, *parts = (part for part in found.groups() if part)
    if any(not 0 < int(part) <= most for part, most in zip(parts, (12, 31), strict=False)):
        return None
    return "-".join((year, *(part.zfill(2) for part in parts)))
