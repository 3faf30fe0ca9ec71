"""Holds claims against each other where subject, attribute and scope line up, and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.comparison import ladder, scopes
from checker.comparison.blocking import MOST, NEVER_ALONE, Block, blocks, collapse, crowded
from checker.comparison.context import context_of
from checker.comparison.copies import copied
from checker.comparison.identity import Identity, common_topic, identify, speaks_of
from checker.comparison.parallel import Twin, twins
from checker.comparison.restated import restated, rivals
from checker.comparison.support import Support, rare
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.comparison import Comparison, Relation
from checker.model.facts import SentenceKey
from checker.model.rule import AttributeEntry, Rulebook

_NEEDED = 2
_TELLING = 4
"""Content words a sentence must have before saying it twice shows that one event is meant, not two of a kind."""
_COPY = 0.85
"""From this likeness on two sentences are copies, and even a fact that holds many times must be the same."""
_WORDS = 2
"""How many words two amounts must share near them: a thing has many costs, heights and deaths."""
_COMMON = 3
"""How many words two claims must share near their values where a subject is only the text's topic."""

Stated = Set[tuple[str, str, str | None, str | None]]
"""Source, kind, low and high of every value that is stated."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims under their subjects' common ids, and how those that could be compared stand."""

    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    identity: Identity
    support: Support
    copies: dict[SentenceKey, SentenceKey]
    crowded: list[tuple[str, str, str]]


def compare(records: Sequence[Record], book: Rulebook) -> Compared:
    """Compare everything that several sources, or one source twice, say of the same attribute."""
    identity = identify(records)
    common = common_topic(records, identity)
    claims = tuple(_adopted(_under(c, identity), r, common, identity) for r in records for c in r.claims)
    pairs = twins(claims) if len(records) > 1 else []
    equal = [t for t in pairs if _equal(t.left, t.right)]
    support = Support.gather(records, claims, identity, equal, common)
    found: dict[tuple[str, str], Comparison] = {}
    stated = {(c.source, c.value.kind, c.value.low, c.value.high) for c in claims}
    restating = {_sentences(t) for t in equal}
    for twin in pairs:
        if twin.left.attribute not in NEVER_ALONE or _sentences(twin) in restating:
            _keep(found, _of_twins(twin, stated, support, book))
    for block in (laid := blocks(claims, book)):
        for comparison in _of_block(block, book, support):
            _keep(found, comparison)
    for left, right in rivals(claims):
        _keep(found, _of_rivals(left, right, stated, support, book))
    for left, right in restated(claims):
        _keep(found, _comparison(left, right, "agree", "the same value in other words", 2))
    ordered = sorted(found.values(), key=lambda c: (c.left, c.right))
    return Compared(claims, tuple(ordered), identity, support, copied(claims, pairs), crowded(laid, book))


def _under(claim: Claim, identity: Identity) -> Claim:
    """The claim under its subject's common id; a part of a thing, such as what it is in one country, stays a part."""
    cut = min((i for i in (claim.subject.find("#"), claim.subject.find("@")) if i >= 0), default=len(claim.subject))
    whole, part = claim.subject[:cut], claim.subject[cut:]
    common = identity.ids.get((claim.source, whole), whole)
    own, _, of = claim.subject_name.partition(", ") if part else (claim.subject_name, "", "")
    name = identity.names.get(common, own)
    return replace(claim, subject=common + part, subject_name=f"{name}, {of}" if part else name)


def _adopted(claim: Claim, record: Record, common: str | None, identity: Identity) -> Claim:
    """In a folder about one thing, what a text says of nothing in particular is said of that thing."""
    whole = min((i for i in (claim.subject.find("#"), claim.subject.find("@")) if i >= 0), default=len(claim.subject))
    topics = {identity.ids[record.source.id, e.id] for e in record.entities if e.topic}
    if common is None or claim.binding != "topic" or claim.subject[:whole] not in topics or common in topics:
        return claim
    if claim.subject[:whole] != UNNAMED and not speaks_of(record, common, identity):
        return claim
    _, _, of = claim.subject_name.partition(", ")
    rest = claim.subject[whole:]
    name = identity.names[common]
    return replace(claim, subject=common + rest, subject_name=f"{name}, {of}" if rest and of else name)


def _keep(found: dict[tuple[str, str], Comparison], comparison: Comparison | None) -> None:
    if comparison is not None:
        found.setdefault((comparison.left, comparison.right), comparison)


def _comparison(left: Claim, right: Claim, relation: Relation, reason: str, points: int) -> Comparison:
    a, b = sorted((left.id, right.id))
    return Comparison(a, b, relation, reason, points)


def _equal(left: Claim, right: Claim) -> bool:
    return ladder.values(left.value, right.value)[0] == "agree"


def _of_twins(twin: Twin, stated: Stated, support: Support, book: Rulebook) -> Comparison | None:
    """Two near-identical sentences: equal values agree, differing ones conflict where the sources tell of one thing."""
    left, right = twin.left, twin.right
    relation, reason = ladder.values(left.value, right.value)
    if relation == "incomparable" or (relation != "conflict" and left.attribute in NEVER_ALONE):
        return None
    if relation == "conflict" or (relation == "compatible" and twin.likeness >= 0.8 and _bounds_moved(left, right)):
        if left.modality != right.modality or (scopes.differing(left, right) and not _masked_alike(left, right)):
            return None
        if (twin.likeness < _COPY and _says_both(left, right, stated)) or not _one_fact(twin, book):
            return None
        a, b = context_of(left), context_of(right)
        if support.stranger(left, right, a.names, b.names):
            return None
        points = len(support.grounds(left.subject, left.source, right.source)) + (
            1 if left.subject == right.subject else 0
        )
        if points < _NEEDED + (left.subject != right.subject) or twin.likeness < 0.7:
            return None
        return _comparison(left, right, "conflict", f"near-identical sentences, {reason}", points)
    if scopes.differing(left, right):
        return None
    return _comparison(left, right, relation, f"near-identical sentences, {reason}", 3)


def _of_rivals(left: Claim, right: Claim, stated: Stated, support: Support, book: Rulebook) -> Comparison | None:
    """One statement in other words with another value: a conflict where neither side also has the other's value."""
    relation, reason = ladder.values(left.value, right.value)
    if relation != "conflict" or left.modality != right.modality or scopes.differing(left, right):
        return None
    entry = book.attributes.get(left.attribute)
    changing = entry is not None and entry.holds in {"per_time", "growing"}
    lasting = entry is not None and entry.holds == "once"
    if not lasting and scopes.same_time(left, right) is None and (_dated(left) or _dated(right) or changing):
        return None
    if _says_both(left, right, stated):
        return None
    if support.stranger(left, right, context_of(left).names, context_of(right).names):
        return None
    points = len(support.grounds(left.subject, left.source, right.source))
    if points < _NEEDED:
        return None
    return _comparison(left, right, "conflict", f"one statement in other words, {reason}", points)


def _sentences(twin: Twin) -> tuple[str, int, str, int]:
    """The two sentences of a twin; a date they hold for is compared only where they also state one value."""
    left, right = twin.left, twin.right
    return left.source, left.evidence.start, right.source, right.evidence.start


def _says_both(left: Claim, right: Claim, stated: Stated) -> bool:
    """A source that also states the other's value does not contradict it."""
    return any(
        (other.source, one.value.kind, one.value.low, one.value.high) in stated
        for one, other in ((left, right), (right, left))
    )


def _one_fact(twin: Twin, book: Rulebook) -> bool:
    """The sentences state one fact: of one subject, and at one time where the fact changes with time."""
    left, right = twin.left, twin.right
    if left.binding == right.binding == "named" and left.subject != right.subject:
        return False
    entry = book.attributes.get(left.attribute)
    if entry is None or entry.holds == "once":
        return True
    if entry.holds == "many":
        return twin.likeness >= _COPY and len(context_of(left).all) >= _TELLING
    return _masked_alike(left, right) if _dated(left) != _dated(right) else scopes.same_time(left, right) is not False


def _dated(claim: Claim) -> bool:
    return bool(claim.scope.low or claim.scope.high)


def _bounds_moved(left: Claim, right: Claim) -> bool:
    """The same wording with another bound, such as "more than 100" beside "more than 140"."""
    a, b = left.value, right.value
    return (
        a.kind != "date"
        and a.modifier == b.modifier
        and a.modifier not in {"exact", "about"}
        and (a.low, a.high) != (b.low, b.high)
    )


def _masked_alike(left: Claim, right: Claim) -> bool:
    return context_of(left).mask == context_of(right).mask


def _of_block(block: Block, book: Rulebook, support: Support) -> list[Comparison]:
    entry = book.attributes.get(block.attribute)
    groups = collapse(block.claims)
    found: list[Comparison] = []
    for group in groups:
        first = group[0]
        found.extend(
            _comparison(first, other, "agree", "the same value", 3)
            for other in group[1:]
            if scopes.differing(first, other) is None and first.modality == other.modality
        )
    heads = [g[0] for g in groups][:MOST]
    stated: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(groups[:MOST]):
        for claim in group:
            stated[claim.source].add(n)
    for i, _left in enumerate(heads):
        for j in range(i + 1, len(heads)):
            comparison = _pair(groups[i], groups[j], i, j, stated, entry, support)
            if comparison is not None:
                found.append(comparison)
    return found


def _pair(
    lefts: list[Claim],
    rights: list[Claim],
    i: int,
    j: int,
    stated: dict[str, set[int]],
    entry: AttributeEntry | None,
    support: Support,
) -> Comparison | None:
    """The relation of two values of one attribute, through the two claims best fit to be compared."""
    tolerance, about = _tolerances(entry)
    relation, reason = ladder.values(lefts[0].value, rights[0].value, tolerance, about)
    if relation == "incomparable":
        return None
    for left, right in _best(lefts, rights):
        if (
            scopes.differing(left, right) is not None
            or left.modality in {"negated", "hypothetical"}
            or right.modality in {"negated", "hypothetical"}
        ):
            continue
        if relation != "conflict":
            return _comparison(left, right, relation, reason, 0)
        if entry is None or (left.source != right.source and (i in stated[right.source] or j in stated[left.source])):
            return None
        points = _may_conflict(left, right, entry, support)
        if points is not None:
            return _comparison(left, right, "conflict", reason, points)
    return None


def _best(lefts: list[Claim], rights: list[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs across sources first, those with most words in common first; at most a few."""
    pairs = [(a, b) for a in lefts[:6] for b in rights[:6]]
    if len(pairs) == 1:
        return pairs
    return sorted(pairs, key=lambda ab: (ab[0].source == ab[1].source, -_overlap(*ab), ab[0].id, ab[1].id))[:6]


def _overlap(left: Claim, right: Claim) -> int:
    return len(context_of(left).near & context_of(right).near)


def _tolerances(entry: AttributeEntry | None) -> tuple[Decimal, Decimal]:
    def share(text: str | None, default: str) -> Decimal:
        return Decimal((text or default).rstrip("%")) / 100

    if entry is None:
        return Decimal(0), Decimal("0.1")
    return share(entry.compare.tolerance, "0%"), share(entry.compare.approximate, "10%")


def _may_conflict(left: Claim, right: Claim, entry: AttributeEntry, support: Support) -> int | None:
    """Points of support where two differing values may be called a conflict, else None."""
    if entry.holds == "many" or left.modality != right.modality or left.subject != right.subject:
        return None
    if entry.holds in {"per_time", "growing"} and not scopes.same_time(left, right):
        return None
    if left.source == right.source:
        firm = left.binding == right.binding == "named" and left.value.kind == "date"
        return 1 if firm and left.evidence.start != right.evidence.start and entry.holds == "once" else None
    if left.value.kind != "date" and entry.holds == "once" and _overlap(left, right) < _WORDS:
        return None
    weak = "topic" in (left.binding, right.binding) and not support.is_common(left.subject)
    if weak and _overlap(left, right) < _COMMON:
        return None
    a, b = context_of(left), context_of(right)
    known = left.binding == right.binding == "named" and support.is_known(left.subject)
    if not known and support.stranger(left, right, a.names, b.names) and not (a.names & b.names):
        return None
    points = len(support.grounds(left.subject, left.source, right.source))
    if rare(left) is not None and rare(left) == rare(right):
        points -= 1
    return points if points >= _NEEDED + weak else None
