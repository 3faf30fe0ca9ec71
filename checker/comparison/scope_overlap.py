"""Says whether two claims hold under one scope, so that their values may be held against each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from checker.comparison.thresholds import MONTH_DAYS, SEVERAL_YEARS, YEAR, YEAR_DAYS
from checker.language.language import derived_up_to, word_set
from checker.language.words import noun_class
from checker.model.claim import Claim, Scope
from checker.model.rule import AttributeEntry
from checker.model.value import YEARLESS

_OTHERS = word_set("language/clauses", "others")


def other_versions(left: Claim, right: Claim) -> bool:
    """Each of two claims names versions that it is of, and none is of both."""
    a, b = left.qualifiers.versions, right.qualifiers.versions
    return bool(a and b) and set(a).isdisjoint(b)


def not_of_one(left: Claim, right: Claim, entry: AttributeEntry | None) -> bool:
    """Their attribute has one value for each time, place, ..., and the two are not known to be of one."""
    parts = entry.compare.one_value_per if entry is not None else ()
    return any(part == "value" or (part != "subject" and not _SAME[part](left, right)) for part in parts)


def _same_unit(left: Claim, right: Claim) -> bool:
    """Both count one kind of thing, or neither says what it counts."""
    if left.value.kind in _COUNTED and right.value.kind in _COUNTED:
        return noun_class(left.value.unit or "") == noun_class(right.value.unit or "")
    return left.value.unit == right.value.unit or left.value.kind != "money"


_COUNTED = frozenset({"count", "number"})
_SAME: dict[str, Callable[[Claim, Claim], bool]] = {
    "time": lambda a, b: same_time(a, b) is True,
    "place": lambda a, b: a.scope.place is not None and a.scope.place == b.scope.place,
    "population": lambda a, b: _population(a) is not None and _population(a) == _population(b),
    "stage": lambda a, b: a.scope.stage is not None and a.scope.stage == b.scope.stage,
    "unit": _same_unit,
}


def including_and_leaving_out(left: Claim, right: Claim) -> bool:
    """One value includes what the other leaves out."""
    a, b = left.scope, right.scope
    return not (set(a.included).isdisjoint(b.excluded) and set(b.included).isdisjoint(a.excluded))


def _are_other_days(left: str, right: str) -> bool:
    """Whether two days or months of no stated year differ in any year."""
    if not (left.startswith(YEARLESS) and right.startswith(YEARLESS)) or "/" in left + right:
        return False
    return not (left.startswith(right) or right.startswith(left))


def _population(claim: Claim) -> str | None:
    """Who is counted; the others of a sentence are nobody in particular."""
    return None if claim.scope.population in _OTHERS else claim.scope.population


def same_time(left: Claim, right: Claim) -> bool | None:
    """Whether both values hold at one time: None where a time, or the day a running total goes up to, is unknown."""
    a, b = left.scope, right.scope
    if not (a.low or a.high) or not (b.low or b.high):
        return None
    if (a.high or "9999") < (b.low or "0000") or (b.high or "9999") < (a.low or "0000"):
        return False
    if _of_other_extent(left, right) or _mostly_apart(a, b) or _up_to_other_days(a, b):
        return False
    return None if _runs_on(left) or _runs_on(right) else True


def _mostly_apart(a: Scope, b: Scope) -> bool:
    """Two periods of one kind share at most half of the shorter: ``2022/23`` and ``2023/24``.

    A fiscal year and a calendar year are of two kinds: what is given in the one is often for the other.
    """
    if not (a.low and a.high and b.low and b.high) or a.low[4:] != b.low[4:] or a.high[4:] != b.high[4:]:
        return False
    if (a.low <= b.low and b.high <= a.high) or (b.low <= a.low and a.high <= b.high):
        return False
    shared = _days(max(a.low, b.low), min(a.high, b.high))
    shorter = min(_days(a.low, a.high), _days(b.low, b.high))
    return 2 * (shared - 1) <= shorter


def _days(low: str, high: str) -> int:
    """The days from one to the other, both included; none where no calendar has them."""
    try:
        return (date.fromisoformat(high) - date.fromisoformat(low)).days + 1
    except ValueError:
        return 0


def _up_to_other_days(a: Scope, b: Scope) -> bool:
    """Both are up to a day, from no stated day on, and the days differ: ``through July 2022``, ``through August 2022``.

    What adds up was less on the earlier day.
    """
    return a.low is None and b.low is None and a.high != b.high


def _of_other_extent(left: Claim, right: Claim) -> bool:
    """One is of some months, or of several years, and the other of more months or of a year: what adds up differs.

    A day or a month says how things stood then, and is of no extent.
    """
    one, other = _extent(left.scope), _extent(right.scope)
    return one is not None and other is not None and one != other


@derived_up_to(65536)
def _extent(scope: Scope) -> int | None:
    """How many months, 12 for about a year and 24 for several; None for less than two, and where an end is open."""
    if scope.low is None or scope.high is None or scope.cumulative:
        return None
    try:
        days = (date.fromisoformat(scope.high) - date.fromisoformat(scope.low)).days
    except ValueError:
        return None
    if days <= MONTH_DAYS:
        return None
    year, years = YEAR_DAYS
    return round(days / MONTH_DAYS) if days <= year else YEAR if days <= years else SEVERAL_YEARS


def _runs_on(claim: Claim) -> bool:
    """``Since 1961 it has trained 900``: nobody says up to when that was counted."""
    return claim.scope.cumulative and claim.scope.high is None


TimeRelation = Literal["same", "other", "other by document", "one", "unknown"]


def time_relation(left: Claim, right: Claim) -> TimeRelation:
    """Whether two values hold at one time, at other ones (may be only by their documents' dates), or nobody knows."""
    a, b = left.scope, right.scope
    one, other = bool(a.low or a.high), bool(b.low or b.high)
    days = _are_other_days((a.time or "").rstrip("~"), (b.time or "").rstrip("~"))
    if not one and not other:
        return "other" if days else "unknown"
    if not one or not other:
        return "one"
    if days or same_time(left, right) is False:
        return "other" if _firm(a) and _firm(b) else "other by document"
    return "same"


def _firm(scope: Scope) -> bool:
    """The time is stated, or the document is about a period: the day on which one was written says less."""
    return scope.basis == "stated" or (scope.basis == "document" and scope.low != scope.high)
