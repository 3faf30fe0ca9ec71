"""Finds the pairs of dates that a stated age or duration can lie between."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.language import verbs
from checker.language.language import derived_up_to
from checker.language.words import stem
from checker.model.claim import FACTUAL, Claim
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.model.subject_ref import SubjectRef
from checker.rules.finding_builder import listed
from checker.rules.intervals import Elapsed, Moment, began, between, ended, published
from checker.rules.order import Agreeing
from checker.rules.sentence_context import belongs_to, context_of, dates_beside
from checker.rules.thresholds import DATES_AROUND, DATES_BESIDE, DATES_ELSEWHERE


@dataclass(frozen=True, slots=True)
class Terms:
    """The rule's options: the attributes that begin, end, span and measure a period, and how it is counted."""

    start: frozenset[str]
    end: frozenset[str]
    span: frozenset[str]
    duration: frozenset[str]
    says: frozenset[str]
    counts: frozenset[str]
    """``completed`` years; only ``beside`` the end; until ``today``, the document's date, where nothing ends it;
    ``support``: it may confirm but never contradict; up to the ``first`` day of a range that ends it; ``sheet``: only
    for a text of one sentence beside a fact sheet."""
    tolerance: Decimal
    words: frozenset[str]
    """The stems of all words that name one of the attributes."""
    among: frozenset[str]
    """The stems of words that may stand in a sentence which tells the duration and no more."""

    @classmethod
    def of(cls, rule: RuleEntry, given: RuleInput) -> Terms:
        start, end, span, duration, counts = (
            frozenset(listed(rule, key)) for key in ("start", "end", "span", "duration", "counts")
        )
        says = frozenset(stem(word) for word in listed(rule, "says"))
        tolerance = Decimal(str(rule.options.get("tolerance", "1")))
        named = says.union(*(cues(given, a, phrases=True) for a in (*start, *end, *span, *duration)))
        among = frozenset(stem(word) for word in listed(rule, "among"))
        return cls(start, end, span, duration, says, counts, tolerance, named, among)


@dataclass(frozen=True, slots=True)
class DatePair:
    """Two dates, the claims that state them, and the time between."""

    start: Moment
    end: Moment
    claims: tuple[Claim, ...]
    elapsed: Elapsed
    firm: bool
    """Reliable enough for a conflict: one subject, in one source or in sources that agree on something about it."""


class Dates:
    """The dates of every subject, by attribute and by distance."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """``claims`` in order of source and position."""
        self._own: dict[tuple[SubjectRef, str, str], list[Claim]] = defaultdict(list)
        self._all: dict[tuple[SubjectRef, str], list[Claim]] = defaultdict(list)
        self._here: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._own[claim.subject.everywhere, claim.attribute, claim.source].append(claim)
            self._here[claim.source, claim.attribute].append(claim)
            few = self._all[claim.subject.everywhere, claim.attribute]
            if sum(c.source == claim.source for c in few[-DATES_BESIDE:]) < DATES_BESIDE:
                few.append(claim)

    def near(self, claim: Claim, attributes: Collection[str]) -> list[Claim]:
        """The dates of the claim's subject: the nearest in its own source, and some of every other source."""
        found = []
        for attribute in sorted(attributes):
            own = self._own.get((claim.subject.everywhere, attribute, claim.source), [])
            at = bisect_left(own, claim.value.start, key=lambda c: c.value.start)
            found += own[max(0, at - DATES_BESIDE) : at + DATES_BESIDE]
            elsewhere = self._all.get((claim.subject.everywhere, attribute), [])[:DATES_ELSEWHERE]
            found += [c for c in elsewhere if c.source != claim.source]
        return found

    def around(self, claim: Claim, attributes: Collection[str]) -> list[Claim]:
        """The dates of any subject that stand in the claim's paragraph or close to it."""
        found = []
        for attribute in sorted(attributes):
            in_source = self._here.get((claim.source, attribute), [])
            first = bisect_left(in_source, claim.value.start - DATES_AROUND, key=lambda c: c.value.start)
            last = bisect_left(in_source, claim.value.start + DATES_AROUND, key=lambda c: c.value.start)
            found += in_source[first:last]
        return found


def is_asserted(claim: Claim) -> bool:
    """Whether the text asserts it, with a time that does not depend on the document's date."""
    return claim.modality in FACTUAL and not claim.value.relative


@dataclass(frozen=True, slots=True)
class Durations:
    """The durations that the texts assert, by attribute and by the stems of the words near them."""

    by_attribute: Mapping[str, Sequence[Claim]]
    by_stem: Mapping[str, Sequence[Claim]]

    @classmethod
    def of(cls, given: RuleInput) -> Durations:
        """Those whose attribute is open, and those of a text of one sentence, are also found by their words."""
        by_attribute: dict[str, list[Claim]] = defaultdict(list)
        by_stem: dict[str, list[Claim]] = defaultdict(list)
        for claim in given.of_kind.get("duration", ()):
            if not is_asserted(claim):
                continue
            by_attribute[claim.attribute].append(claim)
            short = (claim.source, claim.subject.everywhere) in given.texts_naming
            if claim.open or short:
                own = {stem(low) for low in claim.value.text.lower().split()} if short else set()
                for word in own.union(context_of(claim).near):
                    by_stem[word].append(claim)
        return cls(by_attribute, by_stem)


def durations_of(terms: Terms, durations: Durations) -> list[Claim]:
    """The durations that the rule applies to, by attribute or by words, in order of their ids."""
    found = [c for attribute in terms.duration for c in durations.by_attribute.get(attribute, ())]
    found += [c for word in terms.says for c in durations.by_stem.get(word, ())]
    return sorted({c.id: c for c in found}.values(), key=lambda c: c.id)


def date_pairs_of(terms: Terms, given: RuleInput, claim: Claim, dates: Dates, known: Agreeing) -> Iterator[DatePair]:
    """The pairs of dates that the duration can measure: those of its own source if there are any, else all."""
    ends = dates.near(claim, terms.end)
    doubted: set[str] = set()
    if "beside" in terms.counts:
        beside = dates_beside(claim, ends, {a: cues(given, a) | terms.says for a in terms.end})
        doubted = {e.attribute for e in beside if not _dated_once(given, e, ends)}
        ends = beside
    named = {c.id for c in ends}
    starts = [c for c in dates.near(claim, terms.start) if c.id not in named]
    spans = [c for c in dates.near(claim, terms.span) if c.value.first is not None]
    if any(c.value.last is None for c in spans):
        spans = []
    pairs = [(c, c) for c in spans] + [(s, e) for s in starts for e in ends]
    own = [p for p in pairs if p[0].source == p[1].source == claim.source]
    for start, end in own or pairs:
        stretch = _pair(terms, claim, start, end, known)
        if stretch is not None:
            yield replace(stretch, firm=stretch.firm and end.attribute not in doubted)
    if not ends and "today" in terms.counts:
        yield from _until_today(terms, given, claim, starts)


def _until_today(terms: Terms, given: RuleInput, claim: Claim, starts: Sequence[Claim]) -> Iterator[DatePair]:
    """The pairs that end at the date of the claim's own document, where that is known."""
    source = given.sources.get(claim.source)
    day = published(source.published) if source is not None else None
    for start in starts:
        first = began(start)
        if day is not None and first is not None and start.source == claim.source:
            passed = between(first, day, claim.value.unit or "", completed="completed" in terms.counts)
            if passed is not None and passed.low >= 0:
                yield DatePair(first, day, (start,), passed, False)


def _dated_once(given: RuleInput, end: Claim, ends: list[Claim]) -> bool:
    """Whether an event that happens once has a single date in its source; else one of the dates belongs elsewhere."""
    entry = given.attributes.get(end.attribute)
    day = ended(end)
    if entry is None or entry.holds != "once" or day is None:
        return True
    others = [ended(c) for c in ends if c.attribute == end.attribute and c.source == end.source]
    return all(day.meets(other) for other in others if other is not None)


def cues(given: RuleInput, attribute: str, *, phrases: bool = False) -> frozenset[str]:
    """The stems of the single words that name an attribute; ``phrases``: and of the words of its phrases."""
    entry = given.attributes.get(attribute)
    if entry is None:
        return frozenset()
    naming = tuple(word for word in (*entry.verbs, *entry.nouns) if phrases or " " not in word)
    return _stems((*naming, *entry.says) if phrases else naming)


@derived_up_to(1024)
def _stems(phrases: tuple[str, ...]) -> frozenset[str]:
    """The stems of all forms of the words that phrases are made of."""
    return frozenset(stem(form) for phrase in phrases for word in phrase.split() for form in (word, *verbs.forms(word)))


def _pair(terms: Terms, claim: Claim, start: Claim, end: Claim, known: Agreeing) -> DatePair | None:
    first, last = began(start), ended(end)
    if first is None or last is None or last.last < first.first:
        return None
    passed = between(first, last, claim.value.unit or "", completed="completed" in terms.counts)
    if passed is None:
        return None
    subject = claim.subject.everywhere
    together = start is end or "beside" in terms.counts or any(belongs_to(claim, c, terms.words) for c in (start, end))
    group = known.group(subject, claim.source)
    one = all(known.group(subject, c.source) == group for c in (start, end))
    exact = all(c.value.modifier in {"exact", "range"} and c.binding != "topic" for c in (start, end))
    firm = one and exact and together and claim.binding != "topic" and first.last < last.first
    claims = (start,) if start is end else (start, end)
    return DatePair(first, last, claims, passed, firm)


def supporting_pairs(terms: Terms, claim: Claim, dates: Dates) -> Iterator[DatePair]:
    """Pairs that begin in a nearby sentence about "he", "she" or "it": they can only confirm a duration."""
    ends = [c for c in dates.near(claim, terms.end) if c.source == claim.source]
    for start in dates.around(claim, terms.start) if ends else ():
        if start.qualifiers.refers_back:
            for end in ends:
                stretch = _pair(terms, claim, start, end, Agreeing({}))
                if stretch is not None and start.id != end.id:
                    yield stretch
