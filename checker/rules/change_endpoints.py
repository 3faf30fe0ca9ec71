"""Indexes amounts, so that the two end points of a stated change are found without comparing all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from checker.model.claim import Claim
from checker.model.subject_ref import SubjectRef
from checker.rules.thresholds import AMOUNTS_LOOKED_AT, CHANGE_TO_AMOUNT

Kind = tuple[str, str]
"""A kind of value and its unit."""


class Amounts:
    """The amounts of every subject, found by their year, by where they stand and by what they state."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._rank: dict[tuple[SubjectRef, Kind], int] = {}
        self._of_year: dict[tuple[SubjectRef, Kind, str], list[Claim]] = defaultdict(list)
        self._near: dict[tuple[SubjectRef, str, int], list[tuple[int, int, Claim]]] = defaultdict(list)
        self._like: dict[tuple[SubjectRef, Kind, str, str], list[Claim]] = defaultdict(list)
        for n, claim in enumerate(claims):
            subject, kind = claim.subject, kind_of(claim)
            rank = self._rank.setdefault((subject, kind), n)
            self._like[subject, kind, claim.source, claim.attribute].append(claim)
            if claim.scope.place is None and claim.scope.low:
                self._of_year[subject, kind, (claim.scope.high or "")[:4]].append(claim)
                self._near[subject, claim.source, claim.evidence.start // CHANGE_TO_AMOUNT].append((rank, n, claim))

    def like(self, end: Claim) -> list[Claim]:
        """The amounts that the same source states of the same attribute."""
        return self._like.get((end.subject, kind_of(end), end.source, end.attribute), [])[:AMOUNTS_LOOKED_AT]

    def of_the_year_before(self, end: Claim) -> list[Claim]:
        """The amounts of the same attribute for the year before that of ``end``, in any source."""
        year = (end.scope.low or "")[:4]
        if not year.isdigit() or not _same_year(end, f"{year}-01-01"):
            return []
        before = str(int(year) - 1).zfill(4)
        of_year = self._of_year.get((end.subject, kind_of(end), before), [])[:AMOUNTS_LOOKED_AT]
        return [c for c in of_year if c.attribute == end.attribute and _same_year(c, f"{before}-01-01")]

    def ends(self, change: Claim, day: str) -> list[tuple[Claim, Claim]]:
        """Amounts of the year of ``day``, each with one of a later year that stands near the change."""
        subject, at = change.subject, change.evidence.start // CHANGE_TO_AMOUNT
        near = [placed for n in (at - 1, at, at + 1) for placed in self._near.get((subject, change.source, n), ())]
        ends: dict[Kind, list[Claim]] = defaultdict(list)
        for _, _, end in sorted(near, key=itemgetter(0, 1)):
            later = (end.scope.low or "") > day and not _same_year(end, day)
            if later and abs(end.evidence.start - change.evidence.start) < CHANGE_TO_AMOUNT:
                ends[kind_of(end)].append(end)
        return [
            (start, end)
            for kind, later in ends.items()
            for start in self._of_year.get((subject, kind, day[:4]), [])[:AMOUNTS_LOOKED_AT]
            if _same_year(start, day)
            for end in later
            if start.attribute == end.attribute or start.value.kind == "money"
        ]


def kind_of(claim: Claim) -> Kind:
    """What an amount is of."""
    return claim.value.kind, claim.value.unit or ""


def _same_year(claim: Claim, day: str) -> bool:
    """Whether what is stated holds on the day, and does not hold beyond its year."""
    high = claim.scope.high or ""
    return day <= high and high[:4] == day[:4]
