"""Says whether two claims hold under one scope, so that their values may be held against each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from checker.comparison.thresholds import MONTH_DAYS, YEAR_DAYS
from checker.language.language import derived_up_to, word_set
from checker.language.words import noun_class
from checker.model.claim import Claim, Scope
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import AttributeEntry
from checker.model.value import YEARLESS

_CONVERTED = "converted"
_OTHERS = word_set("language/clauses", "others")


def differing(left: Claim, right: Claim) -> Reason | None:
    """The part of the scope in which two claims stand apart, or None where nothing keeps them apart."""
    a, b = left.scope, right.scope
    parts = left.subject.part, right.subject.part
    if all(parts) and parts[0] != parts[1]:
        return Reason.of_either(ComparisonReason.OTHER_PARTS, *parts)
    apart = other_versions(left, right)
    if apart is not None:
        return apart
    if same_time(left, right) is False and ((a.low and b.low) or (a.high and b.high)):
        return Reason.of_either(ComparisonReason.OTHER_TIMES, a.time or a.low or a.high, b.time or b.low or b.high)
    if _are_other_days((a.time or "").rstrip("~"), (b.time or "").rstrip("~")):
        return Reason.of_either(ComparisonReason.OTHER_TIMES, a.time, b.time)
    return differing_but_in_time(left, right)


def other_versions(left: Claim, right: Claim) -> Reason | None:
    """The versions that two claims are of, where each names some and none is of both; or None."""
    a, b = left.qualifiers.versions, right.qualifiers.versions
    if not a or not b or not set(a).isdisjoint(b):
        return None
    return Reason.of_either(ComparisonReason.OTHER_VERSIONS, ", ".join(sorted(a)), ", ".join(sorted(b)))


def not_of_one(left: Claim, right: Claim, entry: AttributeEntry | None) -> Reason | None:
    """What keeps two claims from being rivals where their attribute has one value for each time, place, ...; or None.

    Of each of those both must be known, and the same.
    """
    for part in entry.compare.one_value_per if entry is not None else ():
        if part == "value":
            return Reason(ComparisonReason.ONE_FOR_EACH_VALUE)
        if part != "subject" and not _SAME[part](left, right):
            return Reason.of(ComparisonReason.ONE_FOR_EACH, part)
    return None


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


def of_a_part(left: Claim, right: Claim) -> bool:
    """The one amount of money is said of a part of what the other is said of, or of work on it."""
    return left.value.kind == "money" and bool(left.subject.part) != bool(right.subject.part)


def differing_but_in_time(left: Claim, right: Claim) -> Reason | None:
    """As ``differing``, of place, population and stage only."""
    a, b = left.scope, right.scope
    if a.place != b.place:
        return Reason.of_either(ComparisonReason.OTHER_PLACES, a.place or "the whole", b.place or "the whole")
    if _population(left) != _population(right):
        return Reason.of_either(ComparisonReason.OTHER_POPULATIONS, a.population or "all", b.population or "all")
    if a.stage != b.stage and ((a.stage and b.stage) or _CONVERTED in (a.stage, b.stage)):
        return Reason.of_either(ComparisonReason.OTHER_STAGES, a.stage, b.stage)
    if a.cumulative != b.cumulative:
        return Reason(ComparisonReason.RUNNING_TOTAL)
    return including_and_leaving_out(left, right)


def including_and_leaving_out(left: Claim, right: Claim) -> Reason | None:
    """What one value includes and the other leaves out, or None."""
    a, b = left.scope, right.scope
    opposite = sorted({*a.included} & {*b.excluded} | {*a.excluded} & {*b.included})
    return Reason.of(ComparisonReason.LEFT_OUT, ", ".join(opposite)) if opposite else None


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
    if _of_other_extent(left, right):
        return False
    return None if _runs_on(left) or _runs_on(right) else True


def _of_other_extent(left: Claim, right: Claim) -> bool:
    """One is of a part of a year, or of several years, and the other of a year: what adds up differs.

    A day or a month says how things stood then, and is of no extent.
    """
    one, other = _extent(left.scope), _extent(right.scope)
    return one is not None and other is not None and one != other


@derived_up_to(65536)
def _extent(scope: Scope) -> int | None:
    """0 for some months, 1 for about a year, 2 for more; None for less, and where an end is open."""
    if scope.low is None or scope.high is None or scope.cumulative:
        return None
    try:
        days = (date.fromisoformat(scope.high) - date.fromisoformat(scope.low)).days
    except ValueError:
        return None
    return None if days <= MONTH_DAYS else sum(days > most for most in YEAR_DAYS)


def _runs_on(claim: Claim) -> bool:
    """``Since 1961 it has trained 900``: nobody says up to when that was counted."""
    return claim.scope.cumulative and claim.scope.high is None


def dated(claim: Claim) -> bool:
    """The text, or its date, says when the value holds."""
    return bool(claim.scope.low or claim.scope.high)


def same_day(left: Claim, right: Claim) -> bool:
    """Both values are stated for one and the same day."""
    a, b = left.scope, right.scope
    return a.low is not None and a.low == a.high == b.low == b.high


TimeRelation = Literal["same", "other", "other by document", "one", "unknown"]


def time_relation(left: Claim, right: Claim) -> TimeRelation:
    """Whether two values hold at one time, at other ones (may be only by their documents' dates), or nobody knows."""
    a, b = left.scope, right.scope
    one, other = bool(a.low or a.high), bool(b.low or b.high)
    if not one or not other:
        return "one" if one or other else "unknown"
    if same_time(left, right) is False or _are_other_days((a.time or "").rstrip("~"), (b.time or "").rstrip("~")):
        return "other" if a.basis == b.basis == "stated" else "other by document"
    return "same"
