"""Checks a stated age or duration against the two dates it lies between."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline
from checker.rules.date_pairs import (
    DatePair,
    Dates,
    Durations,
    Terms,
    date_pairs_of,
    durations_of,
    is_asserted,
    supporting_pairs,
)
from checker.rules.finding_builder import finding, shown
from checker.rules.infobox_durations import FactSheets
from checker.rules.intervals import Elapsed, counted, ended, slack
from checker.rules.order import agreeing
from checker.rules.thresholds import OPEN_BOUND, OPEN_DATES, ROUGH_SHARE


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Durations whose start and end are dated: they agree where a pair of dates fits, and conflict where none does.

    ``options`` name attributes: ``start``, ``end``, ``span`` (a range of dates) and ``duration``; ``says``
    gives words for durations that have no attribute.
    """
    terms = Terms.of(rule, given)
    dated = terms.start | terms.end | terms.span
    durations = durations_of(terms, given.once(Durations.of))
    if not durations:
        return []
    dates = [c for c in given.of_kind.get("date", ()) if c.attribute in dated and is_asserted(c)]
    index = Dates(dates)
    sheets = FactSheets(given, dates)
    known = agreeing(given)
    found = []
    for claim in durations:
        periods = sheets.date_pairs_of(terms, claim)
        if periods:
            found += _of_sheet(rule, given, terms, claim, periods)
        if periods or "sheet" in terms.counts:
            continue
        pairs = list(date_pairs_of(terms, given, claim, index, known))
        near = pairs or list(supporting_pairs(terms, claim, index))
        right = [s for s in near if _fits(claim, s.elapsed, _room(claim, s.elapsed.unit, terms))]
        if right:
            if _informative(claim, right[0].elapsed) and (len(right[0].claims) > 1 or _single(near)):
                found.append(_finding(rule, given, terms, claim, right[0], "agree"))
        elif pairs and "support" not in terms.counts and all(s.firm for s in pairs) and _single(pairs):
            found.append(_finding(rule, given, terms, claim, pairs[0], "conflict"))
    return found


def _of_sheet(
    rule: RuleEntry, given: RuleInput, terms: Terms, claim: Claim, periods: Sequence[DatePair]
) -> list[Finding]:
    """The finding for a one-sentence text beside a fact sheet: any of the sheet's periods may confirm it."""
    bound = None in (claim.value.low, claim.value.high)
    right = [
        s for s in periods if _fits(claim, s.elapsed, Decimal(0) if bound else _room(claim, s.elapsed.unit, terms))
    ]
    if not right and "support" not in terms.counts:
        return [_finding(rule, given, terms, claim, periods[0], "conflict")]
    telling = [s for s in right if _informative(claim, s.elapsed)]
    return [_finding(rule, given, terms, claim, telling[0], "agree")] if telling else []


def _room(claim: Claim, unit: str, terms: Terms) -> Decimal:
    """By how much the stated duration and the time between the dates may differ."""
    stated = Decimal(claim.value.high or claim.value.low or 0)
    room = slack(unit, stated, terms.tolerance)
    return max(room, stated * ROUGH_SHARE) if claim.value.modifier in {"about", "almost"} else room


def _fits(claim: Claim, elapsed: Elapsed, room: Decimal) -> bool:
    """Whether the stated duration and the time between the dates share a length."""
    value = claim.value
    above = value.low is None or Decimal(value.low) <= elapsed.high + room
    return above and (value.high is None or Decimal(value.high) >= elapsed.low - room)


def _informative(claim: Claim, elapsed: Elapsed) -> bool:
    """Whether a match means anything: the dates and a bound such as "over ten years" are narrow enough."""
    stated = Decimal(claim.value.high or claim.value.low or 0)
    if elapsed.high - elapsed.low > max(OPEN_DATES, stated / 2):
        return False
    if claim.value.high is None:
        return elapsed.high <= stated * OPEN_BOUND
    return claim.value.low is not None or elapsed.high >= stated / 2


def _single(found: Sequence[DatePair]) -> bool:
    """Whether all pairs can be one: their starts can be the same day, and so can their ends."""
    return all(a.start.meets(b.start) and a.end.meets(b.end) for a, b in pairwise(found))


def _finding(
    rule: RuleEntry, given: RuleInput, terms: Terms, claim: Claim, stretch: DatePair, relation: str
) -> Finding:
    first, last = stretch.claims[0], stretch.claims[-1]
    if first is last and stretch.end != ended(first):
        source = given.sources[first.source]
        day = source.published or stretch.end.shown().strip("()")
        period = f"{headline.labelled(given, first)} to the date of {given.names[source.id]} ({day})"
    elif first is last:
        period = headline.labelled(given, first)
    else:
        period = f"{headline.labelled(given, first)} to {headline.labelled(given, last)}"
    passed = stretch.elapsed.shown()
    message = headline.told(
        "elapsed",
        relation,
        stated=_stated(given, terms, claim),
        period=period,
        passed=passed,
        where=headline.where(given, [claim, *stretch.claims]),
        **{"for": headline.opening([claim])},
    )
    unit = stretch.elapsed.unit
    room = _room(claim, unit, terms).normalize()
    steps = [
        rule.why,
        f"from {stretch.start.shown()} to {stretch.end.shown()}",
        f"{passed}, stated: {shown(claim)} (tolerance: {counted(room, unit)})",
    ]
    values = [shown(claim), passed] if relation == "conflict" else None
    return finding(rule, relation, [[claim], list(stretch.claims)], message, steps, values=values)



def _stated(given: RuleInput, terms: Terms, claim: Claim) -> str:
    """The duration in its own words, with the name of its attribute where it is one of the rule's."""
    return headline.labelled(given, claim) if claim.attribute in terms.duration else headline.quoted(shown(claim))
