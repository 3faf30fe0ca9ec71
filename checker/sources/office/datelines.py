"""Tells whether a line at the head or foot of a page dates the document."""

from __future__ import annotations

import re

from checker.language.language import table

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 120


def has_date(line: str) -> bool:
    """Whether a short line holds a day, or a month and year."""
    if len(line) > _LONGEST:
        return False
    if _NUMERIC.search(line):
        return True
    if not _YEAR.search(line):
        return False
    calendar = table("values/calendar")
    months = {*calendar["months"], *calendar["abbreviated"]}
    return any(word.lower() in months for word in _WORD.findall(line))
