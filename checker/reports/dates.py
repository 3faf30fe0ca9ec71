"""Says dates in words: ``2022/..`` of a source is ``2022 or later``, of a value ``since 2022``."""

from __future__ import annotations

import re
from collections.abc import Iterable

OPEN = ("", "..")
_EDTF = re.compile(r"[0-9XYTZ:.?~%+-]*(?:/[0-9XYTZ:.?~%+-]*)?")
_DATE = re.compile(r"(\d{4}|XXXX)(?:-(0[1-9]|1[0-2]))?(?:-([0-3]\d))?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_words(*published: str) -> str:
    """One date, or the time from the first of several to the last; what is no EDTF stays as it is."""
    unread = [date for date in sorted(published) if not _EDTF.fullmatch(date)]
    if unread:
        return ", ".join(unread)
    spans = [_ends(date) for date in published]
    return _between(min((start for start, _ in spans), default=""), _latest(end for _, end in spans))


def _ends(date: str) -> tuple[str, str]:
    start, slash, end = date.partition("/")
    start, end = ("" if part in OPEN else part for part in (start, end if slash else start))
    return start, end


def _latest(ends: Iterable[str]) -> str:
    known = list(ends)
    return "" if "" in known else max(known, default="")


def _between(start: str, end: str) -> str:
    if start == end:
        return start
    if not end:
        return f"{start} or later"
    return f"{start} to {end}" if start else f"{end} or earlier"


def period_words(time: str) -> str:
    """An EDTF time as people say it: ``1999-10/2000-09`` is ``Oct 1999 to Sep 2000``, ``2000/..`` ``since 2000``."""
    if not _EDTF.fullmatch(time):
        return time
    start, end = (_day_words(part) for part in _ends(time))
    if start == end:
        return start
    if not end:
        return f"since {start}"
    return f"{start} to {end}" if start else f"until {end}"


def _day_words(date: str) -> str:
    """``1969-07-20`` as ``20 Jul 1969``, ``XXXX-07`` as ``Jul``; what is no plain date stays as it is."""
    match = _DATE.fullmatch(date)
    if match is None:
        return date
    year, month, day = match.groups()
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", "" if year == "XXXX" else year)
    return " ".join(part for part in parts if part)
