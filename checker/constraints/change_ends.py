"""Finds the two figures that a change is between where no fixed wording ties them to it.

What shows that two figures are meant: the sentence refers back ("that is a rise of ..."), words between them compare
them or each has its own time, they are of one thing, and no third figure like them stands near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from checker.constraints.quantities import RANGE, Passage, Quantity
from checker.language.language import any_of, derived, table

_WORDS = "constraints/arithmetic"
_YEAR = re.compile(r"(?<![\d,.])((?:19|20)\d\d)(?![\d,])")
_BOUNDS = frozenset((RANGE, "more_than", "at_least", "less_than", "up_to"))
_FAR = Decimal("2.5")
"""A change more than so many times what two figures make is of others."""
_CHANGES = frozenset(("percent", "multiple", "fraction"))
_ALIKE = 20
"""A bare number so many times a figure with a unit is of something else."""
_CLOSE = Decimal("0.05")
_NEED = 5
"""So much must speak for two figures."""
_WIDE = 160
"""So many characters at most part two figures that are compared."""


def meant(
    passage: Passage, change: Quantity, before: Sequence[Passage], direction: int
) -> tuple[Quantity, Quantity] | None:
    """The earlier and the later figure that a change must be between; None where that is not clear."""
    own = [q for q in passage.single if q.start != change.start]
    later = [q for q in own if q.start > change.start]
    explains = bool(later) and _EXPLAINS.match(passage.between(change.end, later[0].start)) is not None
    reached = later[0].start if later and _reaches().search(passage.between(change.end, later[0].start)) else -1
    for window in ([passage], [*before[-1:], passage], [*before, passage]):
        inside = [(q, p) for p in window for q in p.single if q.start != change.start]
        inside = [
            (q, p) for q, p in inside if explains or p is not passage or q.start < change.start or q.start == reached
        ]
        found = _two(change, inside)
        if found is None:
            continue
        (one, first), (other, second) = found
        if (passage not in (first, second) and not refers(passage)) or _rated().match(passage.behind(change, 20)):
            return None
        if _share_of(passage, change):
            return None
        if first is second and not same_tail(first, one, other):
            return None
        points = _points(passage, change, one, first, other, second) + 2 * explains
        if points >= _NEED:
            ends = _in_order(one, other, change, direction, passage)
            return ends if _is_near(change, *ends) else None
    return None


@derived
def _reaches() -> re.Pattern[str]:
    """Between a change and what it leads to: "trebled since then, to 164"."""
    return re.compile(
        rf"^[^.;:]{{0,50}}\b(?:{any_of(table(_WORDS)['reaches'])})\s(?:about |some |just |over )?[£$€₹]?$",
        re.IGNORECASE,
    )


_EXPLAINS = re.compile(r"[^.;,:]{0,40}:\s")


def _two(
    change: Quantity, inside: Sequence[tuple[Quantity, Passage]]
) -> tuple[tuple[Quantity, Passage], tuple[Quantity, Passage]] | None:
    """The only two figures of a window that are of one sort; a bare number behind one with a unit takes its unit."""
    of_sort: list[tuple[Quantity, Passage]] = []
    for q, passage in inside:
        if q.sort in {"points", "multiple", "fraction"} or q.value <= 0 or q.modifier in _BOUNDS:
            continue
        if change.sort == "points" and q.sort != "percent":
            continue
        if change.sort != "points" and q.sort == "percent":
            continue
        of_sort.append((q, passage))
    of_sort = [(q, p) for q, p in of_sort if _difference().match(p.behind(q, 30)) is None]
    if change.sort in {"count", "money", "measure", "time"}:
        of_sort = [(q, p) for q, p in of_sort if q.is_like(change)]
    groups: dict[tuple[str, str], list[tuple[Quantity, Passage]]] = {}
    for q, passage in of_sort:
        groups.setdefault((q.sort, q.unit), []).append((q, passage))
    pairs = [group for group in groups.values() if len(group) == 2]
    if len(pairs) == 1 and all(len(group) <= 2 for group in groups.values()):
        return pairs[0][0], pairs[0][1]
    if not pairs and len(of_sort) == 2:
        (one, first), (other, second) = of_sort
        bare = first is second and other.sort == "count" and not other.noun
        if bare and one.sort in {"money", "measure", "time"} and one.value / _ALIKE < other.value < one.value * _ALIKE:
            return (one, first), (replace(other, sort=one.sort, unit=one.unit), second)
    return None


def _points(passage: Passage, change: Quantity, one: Quantity, first: Passage, other: Quantity, second: Passage) -> int:
    """What speaks for two figures as those that a change is between."""
    points = 2
    gap = first.between(one.end, other.start) if first is second else ""
    compared = _compares().search(gap) is not None if first is second and len(gap) <= _WIDE else False
    times = _has_times(first, one, second, other)
    points += 2 * compared + 2 * times
    points += one.noun == other.noun or not one.noun or not other.noun
    points += refers(passage) and not passage.between(passage.start, change.start).count(";")
    if first is passage or second is passage:
        near = second.between(other.end, change.start) if second is passage and other.start < change.start else ""
        points += 2 if near and _ties().search(near) is not None and len(near) < 60 else 0
    after = passage.between(change.end, other.start) if second is passage and other.start > change.start else ""
    points += 2 * (_reaches().search(after) is not None)
    points -= 3 * (not compared and not times)
    points -= 3 * any(
        q.start != change.start and q.sort in _CHANGES and q.start < one.start for q in passage.quantities
    )
    points -= 2 * (one.noun != other.noun and bool(one.noun) and bool(other.noun))
    points -= 3 * (_other_base().search(passage.text) is not None)
    return points


def _share_of(passage: Passage, change: Quantity) -> bool:
    return change.sort in {"percent", "fraction"} and re.match(r"\s?of\s", passage.behind(change, 6)) is not None


@derived
def _difference() -> re.Pattern[str]:
    """What stands behind a figure that is itself a difference."""
    return re.compile(rf"\s?(?:[a-z]+\s)?(?:{any_of(table(_WORDS)['than'])})\b", re.IGNORECASE)


@derived
def _rated() -> re.Pattern[str]:
    """What stands behind a change of each year."""
    return re.compile(
        r"\s?(?:an?|per|each|every)\s(?:year|month|week|day|quarter|decade)\b(?!\sago)|\s?annually", re.IGNORECASE
    )


@derived
def _compares() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['compares'])})\b", re.IGNORECASE)


@derived
def _refers() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(table(_WORDS)['refers'])})\b", re.IGNORECASE)


@derived
def _ties() -> re.Pattern[str]:
    return re.compile(rf"[,(:;\u2013\u2014]|\b(?:{any_of(table(_WORDS)['ties'])})\b", re.IGNORECASE)


@derived
def _other_base() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['other_base'])})\b", re.IGNORECASE)


@derived
def _then() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['then'])})\b", re.IGNORECASE)


@derived
def _begun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['begun'])})\b", re.IGNORECASE)


@derived
def _now() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['now'])})\b", re.IGNORECASE)


def _has_times(first: Passage, one: Quantity, second: Passage, other: Quantity) -> bool:
    """Whether the two are of two times: two years, or one of them "last year" and the other "now"."""
    around = [
        _clause(first, one, other if first is second else None),
        _clause(second, other, None, one if first is second else None),
    ]
    years = [set(_YEAR.findall(words)) for words in around]
    if years[0] and years[1] and not years[0] & years[1]:
        return True
    then, now = ([bool(pattern.search(words)) for words in around] for pattern in (_then(), _now()))
    begun = [bool(_begun().search(words)) for words in around]
    if begun[0] != begun[1]:
        return True
    dated = bool(years[0]) != bool(years[1]) and now[0 if not years[0] else 1]
    return dated or (then[0] != then[1]) or (now[0] != now[1]) or _months(around)


def refers(passage: Passage) -> bool:
    """Whether a sentence opens by referring back to figures told before it."""
    return _refers().match(passage.text) is not None


def is_now(passage: Passage) -> bool:
    """Whether a sentence tells how things are now."""
    return _now().search(passage.text) is not None


_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|winter)\b"
)


def _months(around: Sequence[str]) -> bool:
    names = [set(_MONTH.findall(words)) for words in around]
    return bool(names[0] and names[1] and not names[0] & names[1])


def _clause(passage: Passage, q: Quantity, until: Quantity | None, since: Quantity | None = None) -> str:
    """The words around a figure up to the other one."""
    start = since.end if since is not None else passage.start
    end = until.start if until is not None else q.end + 50
    ahead = passage.between(start, q.start)
    ahead = ahead[-70:] if since is None else re.split(r"[,;]|\b(?:and|but|while)\b", ahead)[-1]
    behind = passage.between(q.end, end)
    if until is None:
        behind = re.split(r",\s", behind)[0]
    if until is not None and len(parts := re.split(r"[,;]\s|\b(?:and|but|while)\b", behind)) > 1:
        behind = parts[0]
    return f"{ahead} {behind}"


def _is_near(change: Quantity, earlier: Quantity, later: Quantity) -> bool:
    """Whether a change is near enough to what two figures make that they are meant."""
    if change.sort not in {"percent", "multiple", "fraction"} or not later.value:
        return True
    if change.sort == "fraction":
        times, stated = abs(later.value - earlier.value) / earlier.value, change.value
    elif change.sort == "multiple":
        times = max(earlier.value, later.value) / min(earlier.value, later.value)
        stated = 1 / change.value if 0 < change.value < 1 else change.value
    else:
        times, stated = abs(later.value - earlier.value) / earlier.value * 100, change.value
    low, high = sorted((times, stated))
    return low > 0 and (high <= low * _FAR or any(abs(high / low / power - 1) < _CLOSE for power in (10, 100)))


def _in_order(
    one: Quantity, other: Quantity, change: Quantity, direction: int, passage: Passage
) -> tuple[Quantity, Quantity]:
    """The two with the earlier one first: what rose is the smaller one, what fell the larger one."""
    low, high = sorted((one, other), key=lambda q: q.value)
    falls = direction < 0
    if change.sort == "multiple":
        words = passage.between(change.start, change.end).lower()
        falls = "halv" in words or "half" in words
    return (high, low) if falls else (low, high)


def same_tail(passage: Passage, first: Quantity, later: Quantity) -> bool:
    """Whether no two units that nothing is known of stand behind two bare numbers."""
    if first.sort != "count":
        return True
    tails = [re.match(r"\s?([A-Za-z/°µ]{1,6})(?![a-z])", passage.behind(q, 10)) for q in (first, later)]
    one, other = (t[1] if t else "" for t in tails)
    unit = any(re.search(r"[A-Z/°µ]", t) for t in (one, other) if t)
    return not (one and other and one != other and unit)
