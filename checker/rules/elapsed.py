"""Holds a stated age or duration against the two dates it lies between."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from checker.language import verbs
from checker.language.words import stem
from checker.model.claim import Claim
from checker.model.facts import Facts
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.rules.beside import around, beside, refers_back
from checker.rules.intervals import Elapsed, Moment, began, between, counted, ended, published, slack
from checker.rules.order import agreeing, whole
from checker.rules.shape import finding, label, listed, shown

_UNSAID = frozenset({"negated", "hypothetical", "projected", "requested"})
_MOST = 16
_PARAGRAPH = 600
"""How far, in characters, a date of a person only referred to may stand from the duration it bears out."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """The rule's options: what begins, ends, spans and measures one stretch of time, and how it is counted."""

    start: frozenset[str]
    end: frozenset[str]
    span: frozenset[str]
    duration: frozenset[str]
    says: frozenset[str]
    counts: frozenset[str]
    """``completed`` years; only ``beside`` the end; until ``today``, the document's date, where nothing ends it;
    as ``support`` alone, never against it."""
    tolerance: Decimal

    @classmethod
    def of(cls, rule: RuleEntry) -> _Terms:
        start, end, span, duration, counts = (
            frozenset(listed(rule, key)) for key in ("start", "end", "span", "duration", "counts")
        )
        says = frozenset(stem(word) for word in listed(rule, "says"))
        return cls(start, end, span, duration, says, counts, Decimal(str(rule.options.get("tolerance", "1"))))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Two dates, the claims that state them, and the time between."""

    start: Moment
    end: Moment
    claims: tuple[Claim, ...]
    elapsed: Elapsed
    firm: bool
    """Good enough to contradict: all is said of one subject, in one source or in two that speak of one thing."""


def apply(rule: RuleEntry, facts: Facts) -> list[Finding]:
    """Durations whose start and end are dated: those that fit agree, those that nothing fits conflict.

    ``options`` name attributes: ``start``, ``end``, ``span`` (a range of dates) and ``duration``; ``says``
    gives words that tell a duration no attribute is known for.
    """
    terms = _Terms.of(rule)
    dates: dict[str, list[Claim]] = defaultdict(list)
    here: dict[str, list[Claim]] = defaultdict(list)
    durations = []
    for claim in sorted(facts.claims.values(), key=lambda c: (c.source, c.value.start, c.id)):
        if claim.modality in _UNSAID or claim.value.relative:
            continue
        if claim.value.kind == "date":
            if claim.attribute in terms.start | terms.end | terms.span:
                dates[whole(claim)].append(claim)
                here[claim.source].append(claim)
        elif claim.value.kind == "duration" and _measures(terms, claim):
            durations.append(claim)
    known = agreeing(facts)
    found = []
    for claim in sorted(durations, key=lambda c: c.id):
        stretches = list(_stretches(terms, facts, claim, dates[whole(claim)], known))
        near = stretches or list(_loose(terms, claim, dates[whole(claim)], here))
        right = [s for s in near if _fits(claim, s.elapsed, _room(claim, s.elapsed.unit, terms))]
        if right:
            if _telling(claim, right[0].elapsed) and (len(right[0].claims) > 1 or _single(near)):
                found.append(_finding(rule, facts, terms, claim, right[0], "agree"))
        elif stretches and "support" not in terms.counts and all(s.firm for s in stretches) and _single(stretches):
            found.append(_finding(rule, facts, terms, claim, stretches[0], "conflict"))
    return found


def _measures(terms: _Terms, claim: Claim) -> bool:
    if claim.attribute in terms.duration:
        return True
    return claim.open and bool(terms.says) and bool(terms.says & around(claim))


def _stretches(
    terms: _Terms, facts: Facts, claim: Claim, dates: list[Claim], known: set[tuple[str, str, str]]
) -> Iterator[_Stretch]:
    """Every stretch that the duration can be of, those of its own source first and alone if there are any."""
    ends = [c for c in dates if c.attribute in terms.end]
    if "beside" in terms.counts:
        ends = beside(claim, ends, {a: _cues(facts, a) | terms.says for a in terms.end})
    ends = _nearest(claim, ends)
    starts = _nearest(claim, [c for c in dates if c.attribute in terms.start and c not in ends])
    spans = _nearest(claim, [c for c in dates if c.attribute in terms.span and c.value.first is not None])
    if any(c.value.last is None for c in spans):
        spans = []
    pairs = [(c, c) for c in spans] + [(s, e) for s in starts for e in ends]
    own = [p for p in pairs if p[0].source == p[1].source == claim.source]
    for start, end in own or pairs:
        stretch = _stretch(terms, claim, start, end, known)
        if stretch is not None:
            yield stretch
    if not ends and "today" in terms.counts:
        source = facts.sources.get(claim.source)
        day = published(source.published) if source is not None else None
        for start in starts:
            first = began(start)
            if day is not None and first is not None and start.source == claim.source:
                passed = between(first, day, claim.value.unit or "", completed="completed" in terms.counts)
                if passed is not None and passed.low >= 0:
                    yield _Stretch(first, day, (start,), passed, False)


def _nearest(claim: Claim, dates: list[Claim]) -> list[Claim]:
    """Of very many dates those that stand nearest, its own source's first."""
    if len(dates) <= _MOST:
        return dates
    return sorted(dates, key=lambda c: (c.source != claim.source, abs(c.value.start - claim.value.start), c.id))[:_MOST]


def _cues(facts: Facts, attribute: str) -> frozenset[str]:
    """The stems of the single words that name an attribute."""
    entry = facts.attributes.get(attribute)
    said = (*entry.verbs, *entry.nouns) if entry is not None else ()
    return frozenset(stem(form) for word in said if " " not in word for form in (word, *verbs.forms(word)))


def _stretch(
    terms: _Terms, claim: Claim, start: Claim, end: Claim, known: set[tuple[str, str, str]]
) -> _Stretch | None:
    first, last = began(start), ended(end)
    if first is None or last is None or last.last < first.first:
        return None
    passed = between(first, last, claim.value.unit or "", completed="completed" in terms.counts)
    if passed is None:
        return None
    subject = whole(claim)
    tied = start is end or "beside" in terms.counts or claim.evidence in (start.evidence, end.evidence)
    one = all(c.source == claim.source or (subject, c.source, claim.source) in known for c in (start, end))
    exact = all(c.value.modifier in {"exact", "range"} and c.binding != "topic" for c in (start, end))
    firm = one and exact and tied and claim.binding != "topic" and first.last < last.first
    claims = (start,) if start is end else (start, end)
    return _Stretch(first, last, claims, passed, firm)


def _loose(terms: _Terms, claim: Claim, dates: list[Claim], here: Mapping[str, list[Claim]]) -> Iterator[_Stretch]:
    """Stretches that begin in a sentence nearby about "he", "she" or "it": these may bear a duration out, no more."""
    ends = _nearest(claim, [c for c in dates if c.attribute in terms.end and c.source == claim.source])
    if not ends:
        return
    at = claim.value.start
    first = bisect_left(here[claim.source], at - _PARAGRAPH, key=lambda c: c.value.start)
    last = bisect_left(here[claim.source], at + _PARAGRAPH, key=lambda c: c.value.start)
    for start in here[claim.source][first:last]:
        if start.attribute in terms.start and refers_back(start):
            for end in ends:
                stretch = _stretch(terms, claim, start, end, set())
                if stretch is not None and start.id != end.id:
                    yield stretch


def _room(claim: Claim, unit: str, terms: _Terms) -> Decimal:
    """By how much the stated duration and the time between the dates may differ."""
    stated = Decimal(claim.value.high or claim.value.low or 0)
    room = slack(unit, stated, terms.tolerance)
    return max(room, stated / 10) if claim.value.modifier in {"about", "almost"} else room


def _fits(claim: Claim, elapsed: Elapsed, room: Decimal) -> bool:
    """Whether the stated duration and the time between the dates share a length."""
    value = claim.value
    above = value.low is None or Decimal(value.low) <= elapsed.high + room
    return above and (value.high is None or Decimal(value.high) >= elapsed.low - room)


def _telling(claim: Claim, elapsed: Elapsed) -> bool:
    """Whether a fit says anything: neither the dates nor a bound such as "over ten years" leave all open."""
    stated = Decimal(claim.value.high or claim.value.low or 0)
    if elapsed.high - elapsed.low > max(Decimal(2), stated / 2):
        return False
    if claim.value.high is None:
        return elapsed.high <= stated * Decimal("1.5")
    return claim.value.low is not None or elapsed.high >= stated / 2


def _single(stretches: list[_Stretch]) -> bool:
    """All stretches are one: their starts can be one day, and so can their ends."""
    return all(a.start.meets(b.start) and a.end.meets(b.end) for a, b in pairwise(stretches))


def _finding(rule: RuleEntry, facts: Facts, terms: _Terms, claim: Claim, stretch: _Stretch, relation: str) -> Finding:
    first, last = stretch.claims[0], stretch.claims[-1]
    if first is last and first.value.last is None:
        until = f"the date of {claim.source}, {facts.sources[claim.source].published}"
        told = f"{label(facts, first.attribute)} {shown(first)} to {until}"
    elif first is last:
        told = f"{label(facts, first.attribute)} {shown(first)}"
    else:
        told = f"{label(facts, first.attribute)} {shown(first)} to {label(facts, last.attribute)} {shown(last)}"
    passed = stretch.elapsed.shown()
    message = f"{claim.subject_name}: {claim.source} says {_stated(facts, terms, claim)}; {told} is {passed}"
    unit = stretch.elapsed.unit
    room = _room(claim, unit, terms).normalize()
    steps = [
        rule.why,
        f"from {stretch.start.first} or {stretch.start.last} to {stretch.end.first} or {stretch.end.last}"
        if stretch.start.first != stretch.start.last or stretch.end.first != stretch.end.last
        else f"from {stretch.start.first} to {stretch.end.first}",
        f"{passed}, stated: {shown(claim)} (tolerance: {counted(room, unit)})",
    ]
    return finding(rule, relation, [[claim], list(stretch.claims)], message, steps)


def _stated(facts: Facts, terms: _Terms, claim: Claim) -> str:
    """The duration in its own words, with the name of its attribute where it is one of the rule's."""
    return f"{label(facts, claim.attribute)} {shown(claim)}" if claim.attribute in terms.duration else shown(claim)
