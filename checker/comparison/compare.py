"""Compares all statements of all documents: candidates, features, one score, then how the values stand.

The names and the order of documents decide nothing: they are compared under ids made of what they say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker import value_relation
from checker.comparison import confidence, duplicate_text, vetoes
from checker.comparison.canonical_subjects import under_common_ids
from checker.comparison.confidence import Tally
from checker.comparison.content_ids import Hidden, hide, revealed, whole_copies
from checker.comparison.entity_resolution import Identity, common_topic, identify
from checker.comparison.facts import facts_of
from checker.comparison.folder import Folder
from checker.comparison.known_pairs import KnownPairs
from checker.comparison.name_containment import texts_naming
from checker.comparison.pair import Pair
from checker.comparison.profiles import Profile, profiles_of
from checker.comparison.scoring import ScoredPair, Weights, is_copy, scored, weights_of
from checker.comparison.thresholds import HOPELESS, LIKELY
from checker.model.claim import Claim, Record, of_source
from checker.model.comparison import Comparison, Relation
from checker.model.fact import Fact
from checker.model.rule import AttributeEntry, Rulebook
from checker.model.rule_input import SentenceKey, TextSubject
from checker.value_relation import Allowance, with_lent_unit


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims under their subjects' common ids, how those stand that state one fact, and how they were scored."""

    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    facts: tuple[Fact, ...]
    identity: Identity
    copies: dict[SentenceKey, SentenceKey]
    texts_naming: dict[TextSubject, frozenset[TextSubject]]
    profiles: tuple[Profile, ...]
    pairs: tuple[ScoredPair, ...]
    folder: Folder
    tally: Tally
    weights: Weights
    """By which the pairs were scored."""


def compare(records: Sequence[Record], book: Rulebook, known: KnownPairs | None = None) -> Compared:
    """Compare everything that several sources, or one source twice, state of one fact.

    ``known`` is what this process remembers of earlier comparisons, which changes nothing but the time that it takes.
    """
    hidden = hide(records)
    return _revealed(_compared(hidden.records, book, known), hidden)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The claims of all documents under common ids, and their statements, ready to be held against each other."""

    claims: tuple[Claim, ...]
    identity: Identity
    profiles: list[Profile]
    folder: Folder
    copies: Mapping[str, str]
    """The documents that only say again what another one says, and that one."""


def prepared(records: Sequence[Record], book: Rulebook) -> Prepared:
    """Everything that is worked out once for each claim and each document."""
    identity = identify(records, book.entities)
    claims = under_common_ids(records, identity, common_topic(records, identity))
    profiles = profiles_of(claims, book.attributes)
    copies = whole_copies(records)
    folder = Folder(records, profiles, identity, book.attributes, _ordered(book), copies.keys())
    return Prepared(claims, identity, profiles, folder, copies)


def _ordered(book: Rulebook) -> frozenset[tuple[str, str]]:
    """Which attributes the rules say come before which: two events, never one."""
    orders = [rule.options for rule in book.rules if rule.kind == "order"]
    sides = [
        [given if isinstance(given, list) else [given] for given in (o.get("earlier"), o.get("later"))] for o in orders
    ]
    return frozenset((str(one), str(other)) for earlier, later in sides for one in earlier for other in later)


def _compared(records: Sequence[Record], book: Rulebook, known: KnownPairs | None) -> Compared:
    ready = prepared(records, book)
    claims, identity, profiles, folder = ready.claims, ready.identity, ready.profiles, ready.folder
    weights = weights_of(book.weights)
    if known is not None:
        known.begin(profiles, folder)
    pairs = _scored(profiles, folder, weights, ready.copies, known)
    tally = tally_of(profiles, pairs, folder)
    comparisons = _comparisons(profiles, pairs, ready, tally)
    copies = duplicate_text.grouped(claims, duplicate_text.verbatim(profiles, pairs))
    ordered = tuple(sorted(comparisons, key=lambda c: (c.left, c.right)))
    return Compared(
        claims,
        ordered,
        tuple(facts_of({claim.id: claim for claim in claims}, ordered)),
        identity,
        copies,
        texts_naming(records, claims),
        tuple(profiles),
        tuple(pairs),
        folder,
        tally,
        weights,
    )


def _scored(
    profiles: Sequence[Profile],
    folder: Folder,
    weights: Weights,
    copies: Mapping[str, str],
    known: KnownPairs | None,
) -> list[ScoredPair]:
    """Every candidate pair; a document that only says again what another one says is no rival of any other."""
    if not copies:
        return scored(profiles, folder, weights, known)
    once = [n for n, profile in enumerate(profiles) if profile.source not in copies]
    found = scored([profiles[n] for n in once], folder, weights, known)
    among = [replace(pair, left=once[pair.left], right=once[pair.right]) for pair in found]
    others = [
        pair
        for pair in scored(profiles, folder, weights, known)
        if profiles[pair.left].source in copies or profiles[pair.right].source in copies
    ]
    return sorted([*among, *others], key=lambda pair: (pair.left, pair.right))


def tally_of(profiles: Sequence[Profile], pairs: Sequence[ScoredPair], folder: Folder) -> Tally:
    """How the likely pairs of each two documents stand."""

    def standing(pair: ScoredPair) -> tuple[Profile, Profile, Relation]:
        left, right = profiles[pair.left], profiles[pair.right]
        return left, right, relation_of(left, right, folder)[0]

    return Tally(
        ((*standing(pair), pair.score) for pair in pairs if pair.score >= LIKELY),
        (standing(pair) for pair in pairs if is_copy(pair.values)),
    )


def _comparisons(
    profiles: Sequence[Profile], pairs: Sequence[ScoredPair], ready: Prepared, tally: Tally
) -> list[Comparison]:
    """How all pairs stand; a document that only says again what another one says conflicts with what that one does."""
    found: dict[tuple[str, str], Comparison] = {}
    said_again: list[Comparison] = []
    for pair in pairs:
        left, right = profiles[pair.left], profiles[pair.right]
        comparison = judged(left, right, pair.score, ready.folder, tally, pair.values)
        if comparison is None:
            continue
        if comparison.relation == "conflict" and not ready.copies.keys().isdisjoint((left.source, right.source)):
            said_again.append(comparison)
        else:
            found[comparison.left, comparison.right] = comparison
    sources = {claim.id: claim.source for claim in ready.claims} if said_again else {}
    for comparison in said_again:
        first = found.get(_ordered_pair(*(_as_first_said(c, sources[c], ready.copies) for c in _both(comparison))))
        if first is not None and first.relation == "conflict":
            found[_both(comparison)] = replace(first, left=comparison.left, right=comparison.right)
    return list(found.values())


def _both(comparison: Comparison) -> tuple[str, str]:
    return comparison.left, comparison.right


def _ordered_pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _as_first_said(claim: str, source: str, copies: Mapping[str, str]) -> str:
    """The id of the claim that a claim says again."""
    return copies.get(source, source) + claim[len(source) :]


def relation_of(left: Profile, right: Profile, folder: Folder) -> tuple[Relation, str]:
    """How the values of two statements stand, as far apart as the rules let them be."""
    one, other = representatives(left, right)
    entry = folder.attributes.get(one.attribute) if one.attribute == other.attribute else None
    return value_relation.relation(*with_lent_unit(one.value, other.value), allowance(entry))


def judged(
    left: Profile, right: Profile, score: float, folder: Folder, tally: Tally, values: Sequence[float]
) -> Comparison | None:
    """How two scored statements stand, or None where too little, or a veto, speaks for one fact."""
    if score < HOPELESS:
        return None
    one, other = representatives(left, right)
    relation, reason = relation_of(left, right, folder)
    if relation == "incomparable":
        return None
    stated = tally.stated(left, right, relation, score, folder, values)
    sure = confidence.of_conflict(stated) if relation == "conflict" else confidence.of_agreement(stated)
    tier = confidence.tier_of(sure) if relation == "conflict" else None
    if tier is None and (relation == "conflict" or sure < confidence.least_agreement()):
        return None
    if vetoes.of_pair(Pair(left, right, folder), relation):
        return None
    a, b = sorted((one.id, other.id))
    return Comparison(a, b, relation, reason, round(sure, 4), tier)


def representatives(left: Profile, right: Profile) -> tuple[Claim, Claim]:
    """The claims of two statements that stand for them: those of one attribute, where there are such."""
    for one in left.claims:
        for other in right.claims:
            if one.attribute == other.attribute and one.open == other.open:
                return one, other
    return left.claims[0], right.claims[0]


def allowance(entry: AttributeEntry | None) -> Allowance:
    """What the rules allow two values of an attribute to differ by."""

    def share(text: str | None) -> Decimal | None:
        return Decimal(text.rstrip("%")) / 100 if text else None

    if entry is None:
        return Allowance()
    return Allowance(share(entry.compare.tolerance) or Decimal(0), share(entry.compare.approximate))


def _revealed(found: Compared, hidden: Hidden) -> Compared:
    """What was found, in the order in which it was found, under the sources' own ids."""
    sources, originals = hidden.sources, hidden.claims
    claims = tuple(of_source(claim, (own := originals[claim.id]).id, own.source) for claim in found.claims)
    identity = revealed(found.identity, sources)
    by_hidden = dict(zip((claim.id for claim in found.claims), claims, strict=True))
    profiles = tuple(profile.under(sources[profile.source], by_hidden) for profile in found.profiles)
    comparisons = {c: replace(c, left=originals[c.left].id, right=originals[c.right].id) for c in found.comparisons}
    facts = tuple(
        replace(
            fact,
            positions=tuple(tuple(originals[claim].id for claim in position) for position in fact.positions),
            comparisons=tuple(comparisons[c] for c in fact.comparisons),
        )
        for fact in found.facts
    )
    return Compared(
        claims,
        tuple(comparisons.values()),
        facts,
        identity,
        {(sources[a], m): (sources[b], n) for (a, m), (b, n) in found.copies.items()},
        {
            (sources[source], subject): frozenset((sources[text], other) for text, other in texts)
            for (source, subject), texts in found.texts_naming.items()
        },
        profiles,
        found.pairs,
        found.folder.under(sources, identity),
        found.tally.under(sources),
        found.weights,
    )
