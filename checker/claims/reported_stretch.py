"""Reads the stretch that a report says it is for: ``for the seven months ended 31 July 2023``, ``YTD thru 7.31.23``.

A report up to a day is for the year up to it; one that says how things stood on the last day of a month, for the month.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from checker.language.language import derived, table, word_set
from checker.model.document import Block
from checker.model.value import Mention

_KEYS = word_set("text/dating", "report_keys")
_FEBRUARY, _SHORTEST = 2, 28
_FIGURES = frozenset({"money", "percentage", "count", "measure"})
_MARKS = " \t*_#>|()[]{}-\u2013\u2014:.,;"


def stated(block: Block, plain: str, values: Sequence[Mention], reports: bool) -> Mention | None:
    """The stretch that a line states for what it stands over, as a date with both ends; None where it states none.

    ``reports``: the line has a word for what reports on a period.
    """
    dates = [value for value in values if value.kind == "date"]
    if len(dates) != 1 or any(value.kind in _FIGURES for value in values):
        return None
    (only,) = dates
    if only.relative or only.high is None:
        return None
    before = " ".join(plain[block.start : only.start].lower().split()).strip(_MARKS)
    if block.kind == "pair" and (block.key or "").lower().strip() in _KEYS:
        return _closed(only)
    line = f" {' '.join(plain[block.start : block.end].lower().split())} "
    if _ends(only) and (not before or before.endswith(_openings())):
        return _closed(only)
    if any(f" {cue} " in line for cue in _to_date()):
        return _since_new_year(only) if only.resolution in {"day", "month"} else None
    return _up_to(only) or _month_of(only, before) if reports else None


def year_to(only: Mention, before: str) -> Mention:
    """``for the year ended on 31 March 2024``: the year that ends on the day; other dates as they are."""
    if only.resolution != "day" or not before.lower().rstrip().endswith(_years()):
        return only
    last = date.fromisoformat(only.high or "")
    day = min(last.day, _SHORTEST) if last.month == _FEBRUARY else last.day
    low = last.replace(year=last.year - 1, day=day) + timedelta(1)
    edtf = f"{last.year}" if low.year == last.year else f"{low.isoformat()}/{last.isoformat()}"
    return replace(only, low=low.isoformat(), edtf=edtf)


def _closed(only: Mention) -> Mention | None:
    return only if only.low is not None else _up_to(only)


def _ends(only: Mention) -> bool:
    """``month ended 31 July 2023``: a stretch by its last day."""
    return only.resolution != "day" and not _closing().isdisjoint(only.text.lower().split())


def _up_to(only: Mention) -> Mention | None:
    """``thru 31 July 2023``: from the first day of that year on."""
    return _since_new_year(only) if only.low is None and only.modifier == "up_to" else None


def _since_new_year(only: Mention) -> Mention | None:
    if only.high is None:
        return None
    low = f"{only.high[:4]}-01-01"
    return replace(only, low=low, edtf=f"{low}/{only.high}", modifier="exact", resolution="month")


def _month_of(only: Mention, before: str) -> Mention | None:
    """``as of 31 July 2023``: the month that the day ends."""
    high = only.high or ""
    if only.resolution != "day" or only.modifier != "exact" or not before.endswith(_standing()):
        return None
    year, month, day = high.split("-")
    if not year.isdecimal() or int(day) != monthrange(int(year), int(month))[1]:
        return None
    return replace(only, low=f"{year}-{month}-01", edtf=f"{year}-{month}", resolution="month")


@derived
def _years() -> tuple[str, ...]:
    return tuple(table("text/dating")["years"])


@derived
def _openings() -> tuple[str, ...]:
    return tuple(table("text/dating")["report_openings"])


@derived
def _closing() -> frozenset[str]:
    return frozenset(table("text/dating")["stretch_ends"])


@derived
def _to_date() -> tuple[str, ...]:
    return tuple(table("text/dating")["to_date"])


@derived
def _standing() -> tuple[str, ...]:
    return tuple(table("text/dating")["standing"])
