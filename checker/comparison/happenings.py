"""Holds against each other what texts say of one happening: how many it killed or hurt, and when it was."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.comparison import ladder, scopes
from checker.comparison.context import context_of, distributed
from checker.comparison.relation import NEEDED, related
from checker.comparison.subjects import whole_of
from checker.comparison.support import Support
from checker.language import verbs
from checker.language.characters import fold
from checker.language.words import cut, singular, stem, stopwords
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.rule import AttributeEntry, Rulebook
from checker.vocabulary import table

_MOST = 16
"""So many tolls of one thing are held against each other, and no more."""
_ANY = "accident"
_PARTS = frozenset({",", ";", "(", "-", "with"})
_BEFORE_MANY = frozenset({"from", "of", "by", "in", "the", "two", "several", "many", "other", "to", "s"})
_DATED, _UNDATED, _APART = 1, 2, 3
"""Words that two tales must share: told for one time, with a time unknown, and for two times."""
_YEARS = 2
"""Two tales that share so much may differ by so many years and still be of one happening."""
_CLOSE = 5
"""``during the great fire``: so near behind it, a happening is what the whole time is."""
_LITTLE = "the texts may tell of two happenings"


@dataclass(frozen=True, slots=True)
class Tale:
    """One number of people that a happening befell."""

    claim: Claim
    kinds: frozenset[str]
    """What happened, of the vocabulary; empty where the number is of no one happening."""
    words: frozenset[str]
    """What else is told of it."""
    throughout: bool
    """The number is of a whole time, with all that befell in it."""


def against(claims: Sequence[Claim], support: Support, book: Rulebook) -> Iterator[Comparison]:
    """How the tolls and days of a happening stand that two sources each tell of once."""
    days = _Days(claims)
    for group in _groups(claims, book):
        told = [t for t in group if t.kinds and t.claim.modality == "asserted"][:_MOST]
        for i, one in enumerate(told):
            for other in told[i + 1 :]:
                a, b = one.claim, other.claim
                if a.source == b.source or _unlike(one, other, group, support) is not None:
                    continue
                relation, reason = ladder.values(a.value, b.value)
                points = support.points(a, b)
                if relation == "agree" or (relation == "conflict" and points >= NEEDED):
                    yield related(a, b, relation, f"one happening, {reason}", points)
                yield from days.of(a, b, points)


def _groups(claims: Sequence[Claim], book: Rulebook) -> Iterator[list[Tale]]:
    """The tolls of each thing and attribute that several sources state."""
    tolls = frozenset(table("language/happenings")["tolls"])
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribute in tolls and claim.value.kind in {"count", "number"}:
            found[whole_of(claim.subject)[0], claim.attribute].append(claim)
    for (_, attribute), group in sorted(found.items()):
        if len({c.source for c in group}) > 1:
            group.sort(key=lambda c: (c.source, c.value.start, c.id))
            own = _own_words(group[0].subject, book.attributes.get(attribute))
            yield [_tale(c, group, own) for c in group]


def _tale(claim: Claim, group: Sequence[Claim], own: frozenset[str]) -> Tale:
    """The claim with the words of its own part of the sentence."""
    beside = [c.value for c in group if (c.source, c.evidence.start) == (claim.source, claim.evidence.start)]
    before = max((v.end for v in beside if v.end <= claim.value.start), default=None)
    behind = min((v.start for v in beside if v.start >= claim.value.end), default=None)
    start = claim.evidence.start
    return _told(
        claim,
        _lows(claim.evidence.quote, before and before - start, claim.value.start - start, behind and behind - start),
        own,
    )


def _lows(quote: str, before: int | None, at: int, behind: int | None) -> tuple[str, ...]:
    """The words around the value at ``at``, up to the marks that part it from the values before and behind it."""
    starts, texts = cut(fold(quote))
    lows = [text.lower() for text in texts]
    first = 0 if before is None else _mark(lows, bisect_left(starts, before), bisect_left(starts, at))
    last = len(lows) if behind is None else _mark(lows, bisect_left(starts, at), bisect_left(starts, behind))
    return tuple(lows[first:last])


def _mark(lows: list[str], first: int, last: int) -> int:
    """Where two values are parted: at the last mark between them, else right before the second."""
    return max((i for i in range(first, last) if lows[i] in _PARTS), default=last)


def _own_words(subject: str, entry: AttributeEntry | None) -> frozenset[str]:
    """Stems that say nothing of a happening: the subject's name and the attribute's own words."""
    words = set(whole_of(subject)[0].split("_"))
    if entry is not None:
        words |= {form for base in entry.verbs for form in verbs.forms(base.split(" ")[0])}
        words |= {word for noun in (*entry.nouns, *entry.units) for word in noun.split(" ")}
    return frozenset(map(stem, words))


def _told(claim: Claim, lows: tuple[str, ...], own: frozenset[str]) -> Tale:
    kinds, throughout = set(), False
    words = set()
    value = {low.lower() for low in cut(fold(claim.value.text))[1]}
    for i, low in enumerate(lows):
        kind = _kind(low)
        plural = kind is not None and (low, "noun") not in _kinds() and low.endswith("s")
        if kind is not None and not (plural and i and lows[i - 1] in _BEFORE_MANY):
            kinds.add(kind)
        throughout = throughout or (low in _throughout() and not any(map(_kind, lows[i + 1 : i + _CLOSE])))
        if low[0].isalpha() and low not in stopwords() and low not in value and low not in _months():
            words.add(f"kind {kind}" if kind is not None else _same().get(singular(low)) or stem(low))
    return Tale(claim, frozenset(kinds), frozenset(words) - own, throughout)


def _kind(low: str) -> str | None:
    return _kinds().get((low, "verb")) or _kinds().get((low, "noun"))


@lru_cache(maxsize=1)
def _kinds() -> dict[tuple[str, str], str]:
    """Each form of a verb and each noun to the kind of happening it tells of."""
    found: dict[tuple[str, str], str] = {}
    for kind, words in table("language/happenings")["kinds"].items():
        for base in words.get("verbs", ()):
            for form in verbs.forms(base):
                found.setdefault((form, "verb"), kind)
        for noun in words.get("nouns", ()):
            found.setdefault((noun, "noun"), kind)
    return found


@lru_cache(maxsize=1)
def _throughout() -> frozenset[str]:
    return frozenset(table("language/happenings")["throughout"])


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    return frozenset(month.lower() for month in table("names/calendar")["months"])


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    return {word: group[0] for group in table("language/happenings")["same"] for word in group}


def _unlike(one: Tale, other: Tale, group: Sequence[Tale], support: Support) -> str | None:
    """What speaks against both telling of one happening, or None."""
    a, b = one.claim, other.claim
    if not one.kinds & other.kinds and _ANY not in one.kinds | other.kinds:
        return _LITTLE
    if one.throughout or other.throughout or distributed(a) != distributed(b):
        return scopes.EACH
    apart = scopes.differing_but_in_time(a, b)
    if apart is not None:
        return apart
    if len(one.words & other.words) < _needed(a, b):
        return _LITTLE
    known = support.is_known(a.subject)
    if not known and support.stranger(a, b, context_of(a).names, context_of(b).names):
        return scopes.STRANGER
    if _others(one, other, group) or _others(other, one, group):
        return _LITTLE
    return None


def _needed(left: Claim, right: Claim) -> int:
    """How many words both tales must share."""
    together = scopes.same_time(left, right)
    if together is not False:
        return _DATED if together else _UNDATED
    years = [int(c.scope.low[:4]) if c.scope.low else -1 for c in (left, right)]
    return _APART if abs(years[0] - years[1]) <= _YEARS and -1 not in years else 1 << 10


def _others(one: Tale, other: Tale, group: Sequence[Tale]) -> bool:
    """The source of ``one`` also tells of another happening that may be that of ``other``, or states its number."""
    a, b = one.claim, other.claim
    for tale in group:
        c = tale.claim
        if c.source != a.source or c.id == a.id or tale.throughout:
            continue
        equal = (c.value.low, c.value.high) == (a.value.low, a.value.high)
        if (c.value.low, c.value.high) == (b.value.low, b.value.high) != (a.value.low, a.value.high):
            return True
        if tale.kinds & (one.kinds | other.kinds | {_ANY}) and not (equal and scopes.same_time(a, c) is not False):
            return True
    return False


class _Days:
    """The days that sentences give for what happened."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._found: dict[tuple[str, int, str], list[Claim]] = defaultdict(list)
        attribute = table("language/happenings")["dated"]
        for claim in claims:
            if claim.attribute == attribute:
                self._found[claim.source, claim.evidence.end, claim.subject].append(claim)

    def of(self, left: Claim, right: Claim, points: int) -> Iterator[Comparison]:
        """How the days stand that the sentences of two tolls of one happening give."""
        mine, theirs = (self._found.get((c.source, c.evidence.end, c.subject), []) for c in (left, right))
        if len(mine) != 1 or len(theirs) != 1:
            return
        relation, reason = ladder.values(mine[0].value, theirs[0].value)
        if relation == "agree" or (relation == "conflict" and points >= NEEDED):
            yield related(mine[0], theirs[0], relation, f"one happening, {reason}", points)
