"""Finds values over time: what several sources state of one thing for three times or more, to look at as a plot."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from checker.model.claim import Claim
from checker.model.kinds import family
from checker.reports.html.page_model import Contents
from checker.reports.html.timeline import Drawn, Timeline, laid_out, timed
from checker.reports.terminal import safe

MOST_SERIES = 40
MOST_POINTS = 60
_LEAST_TIMES = 3
_LEAST_SOURCES = 2


@dataclass(frozen=True, slots=True)
class Series:
    """One plot: of what, its marks, whose positions are those of their sources, and the claim behind each mark."""

    subject: str
    attribute: str
    plot: Timeline
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    """By position."""


def series_of(contents: Contents) -> list[Series]:
    """The plots worth a look, those that most sources and then most times take part in first.

    Two sources or more, and three times or more; only asserted values of one unit are in one plot.
    """
    groups: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in contents.claims.values():
        if claim.origin != "term" and claim.modality == "asserted":
            value = claim.value
            name = claim.subject_name.casefold()
            groups[name, contents.attributes[claim.attribute], family(value.kind), value.unit or ""].append(claim)
    found = [one for claims in groups.values() if (one := _series(claims, contents)) is not None]
    ranked = sorted(found, key=lambda s: (-len(s.sources), -len(s.claims), s.subject, s.attribute))
    return ranked[:MOST_SERIES]


def _series(claims: list[Claim], contents: Contents) -> Series | None:
    if len({claim.source for claim in claims}) < _LEAST_SOURCES:
        return None
    drawn: dict[Drawn, str] = {}
    sources = list(dict.fromkeys(claim.source for claim in claims if timed(0, claim) is not None))
    for claim in claims:
        if (one := timed(sources.index(claim.source) if claim.source in sources else 0, claim)) is not None:
            drawn.setdefault(one, claim.id)
    if len(sources) < _LEAST_SOURCES or len({one[1:3] for one in drawn}) < _LEAST_TIMES:
        return None
    shown = list(drawn)[:MOST_POINTS]
    plot = laid_out(shown, MOST_POINTS)
    first = claims[0]
    return Series(
        safe(first.subject_name),
        safe(contents.attributes[first.attribute]),
        plot,
        tuple(drawn[one] for one in shown),
        tuple(sources),
    )
