"""Finds the periods in a fact sheet that a duration in a one-sentence text can be checked against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from checker.language.language import derived, table
from checker.language.words import stem
from checker.model.claim import Claim
from checker.model.rule_input import RuleInput, TextSubject
from checker.rules.date_pairs import DatePair, Terms, cues
from checker.rules.document_date import Present
from checker.rules.intervals import Elapsed, Moment, began, between, ended
from checker.rules.sentence_context import context_of

_AGE = "age"


class FactSheets:
    """The dates in fact sheets about the subjects of one-sentence texts."""

    def __init__(self, given: RuleInput, dates: Sequence[Claim]) -> None:
        """``dates`` in order of source and position."""
        self._given = given
        self._dates: dict[TextSubject, list[Claim]] = defaultdict(list)
        texts = {text for naming in given.texts_naming.values() for text, _ in naming}
        for claim in dates:
            if claim.source in texts:
                self._dates[claim.source, claim.subject.everywhere].append(claim)
        all_claims: dict[TextSubject, list[Claim]] = defaultdict(list)
        for claim in given.claims.values() if texts else ():
            if claim.source in texts:
                all_claims[claim.source, claim.subject.everywhere].append(claim)
        self._present = Present(given.sources, all_claims)

    def date_pairs_of(self, terms: Terms, claim: Claim) -> list[DatePair]:
        """The periods in every fact sheet about the claim's subject; none if the sentence says more than that."""
        texts = self._given.texts_naming.get((claim.source, claim.subject.everywhere), ())
        telling = _telling_words(claim, named="beside" in terms.counts) if texts and claim.binding != "topic" else None
        if telling is None or not _suits(terms, claim, telling):
            return []
        named = {a: cues(self._given, a) | terms.says for a in (*terms.start, *terms.end, *terms.span)}
        if not telling <= terms.among.union(terms.says, *named.values()):
            return []
        ends = {a for a in terms.end if not terms.says.isdisjoint(telling) or telling & named[a]}
        found = []
        for text, subject in sorted(texts):
            dates = self._dates.get((text, subject), [])
            found += self._of(terms, claim, dates, ends, self._present.of(text, subject))
        return found

    def _whole(self, terms: Terms, claim: Claim) -> bool:
        """A single year of what happens once, and has no start or end of its own, is all the time it took."""
        entry = self._given.attributes.get(claim.attribute)
        return not terms.start and claim.value.resolution == "year" and entry is not None and entry.holds == "once"

    def _of(self, terms: Terms, claim: Claim, dates: Sequence[Claim], ends: set[str], now: Moment) -> list[DatePair]:
        spans = [c for c in dates if c.attribute in terms.span and (c.value.first is not None or self._whole(terms, c))]
        if spans:
            merged = _merged(terms, claim, spans, now)
            return [merged] if merged is not None else []
        starts = [c for c in dates if c.attribute in terms.start]
        over = [c for c in dates if c.attribute in ends]
        pairs: list[tuple[Claim, tuple[Claim, ...], Moment | None]]
        pairs = [(s, (s, e), _end(terms, e)) for s in starts for e in over]
        if not over and "today" in terms.counts and not any(c.attribute in terms.end for c in dates):
            pairs = [(s, (s,), now) for s in starts]
        found = [_pair(terms, claim, start, end, stating) for start, stating, end in pairs]
        return [stretch for stretch in found if stretch is not None]


def _telling_words(claim: Claim, *, named: bool) -> frozenset[str] | None:
    """The stems of what the sentence says beside names and the duration; None where it says more, or bounds it.

    ``named``: other names may stand in it, for it tells of an event and of those who took part; a stretch that
    somebody spent with or at another is another stretch.
    """
    context = context_of(claim)
    if not context.alone or (context.others and not (named and _lived().isdisjoint(context.tells))):
        return None
    return frozenset(context.tells)


@derived
def _lived() -> frozenset[str]:
    return frozenset(map(stem, table("language/lasting")["lived"]))


def _suits(terms: Terms, claim: Claim, telling: frozenset[str]) -> bool:
    """Whether the rule fits: ages and lifetimes go with rules about ages, other durations with the rest."""
    text = claim.value.text.lower()
    age = claim.value.unit == "year" and (_says(text, "old") or not _says(text, "years"))
    if "completed" in terms.counts:
        return age or not _lived().isdisjoint(telling)
    return not age or _AGE in terms.duration


def _says(text: str, key: str) -> bool:
    return any(word in text for word in table("language/lasting")[key])


def _end(terms: Terms, claim: Claim) -> Moment | None:
    return began(claim) if "first" in terms.counts else ended(claim)


def _pair(terms: Terms, claim: Claim, start: Claim, end: Moment | None, stating: tuple[Claim, ...]) -> DatePair | None:
    first = began(start)
    if first is None or end is None or end.last < first.first:
        return None
    passed = between(first, end, claim.value.unit or "", completed="completed" in terms.counts)
    return DatePair(first, end, stating, passed, True) if passed is not None else None


def _merged(terms: Terms, claim: Claim, spans: Sequence[Claim], now: Moment) -> DatePair | None:
    """All periods of one text merged: no shorter than their sum, no longer than from the first day to the last."""
    low, firsts, lasts = Decimal(0), [], []
    for span in spans:
        first = began(span)
        last = now if span.value.last is None and "today" in terms.counts else ended(span)
        if first is None or last is None:
            return None
        passed = between(first, last, claim.value.unit or "")
        if passed is None:
            return None
        low += max(passed.low, Decimal(0))
        firsts.append(first)
        lasts.append(last)
    start, end = min(firsts, key=lambda m: m.first), max(lasts, key=lambda m: m.last)
    whole_time = between(start, end, claim.value.unit or "")
    if whole_time is None or end.last < start.first:
        return None
    return DatePair(
        start,
        end,
        tuple(spans),
        Elapsed(min(low, max(whole_time.low, Decimal(0))), whole_time.high, whole_time.unit),
        True,
    )
