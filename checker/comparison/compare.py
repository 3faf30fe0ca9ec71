"""Holds claims against each other where subject, attribute and scope line up, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.comparison import cross_attribute, duplicate_text, events, scope_overlap, single_edits, year_slips
from checker.comparison.by_subject import of_subjects
from checker.comparison.canonical_subjects import under_common_ids
from checker.comparison.content_ids import Hidden, hide, near_duplicates_revealed, revealed
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.entity_resolution import Identity, common_topic, identify
from checker.comparison.memo import ComparisonMemo
from checker.comparison.name_containment import texts_naming
from checker.comparison.near_duplicates import find_near_duplicates
from checker.comparison.same_attribute import tolerated
from checker.model.claim import Claim, Record, of_source
from checker.model.comparison import Comparison, comparison
from checker.model.memo import Memo
from checker.model.rule import Rulebook
from checker.model.rule_input import SentenceKey, TextSubject


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims under their subjects' common ids, and how those that could be compared stand."""

    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    identity: Identity
    support: EntityEvidence
    copies: dict[SentenceKey, SentenceKey]
    crowded: list[tuple[str, str, str]]
    texts_naming: dict[TextSubject, frozenset[TextSubject]]
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """By source a digest of its claims and of whom they are about, where it is known what its record was made from."""


def compare(
    records: Sequence[Record], book: Rulebook, memory: Memo | None = None, marks: Mapping[str, bytes] | None = None
) -> Compared:
    """Compare everything that several sources, or one source twice, say of the same attribute.

    The sources' names and order decide nothing: they are compared under ids made of what they say.

    ``memory`` has what earlier runs found, under digests of what they found it in; it changes nothing but the time.
    ``marks`` digest, by source, what its record was made from.
    """
    hidden = hide(records)
    own = {source: marks[name] for source, name in hidden.sources.items() if name in marks} if marks else {}
    return _revealed(_compared(hidden.records, book, memory, own), hidden, records)


def _compared(records: Sequence[Record], book: Rulebook, memory: Memo | None, marks: Mapping[str, bytes]) -> Compared:
    identity = identify(records, book.entities)
    common = common_topic(records, identity)
    claims = under_common_ids(records, identity, common)
    support = EntityEvidence.gather(records, claims, identity, common)
    past = ComparisonMemo(memory, marks, records, claims, support)
    near_duplicates = find_near_duplicates(claims, book, support, past)
    support = support.with_near_duplicates(near_duplicates.equal)
    found = {(c.left, c.right): c for c in near_duplicates.comparisons}
    judged = of_subjects(claims, book, support, past)
    for one in (
        *events.against(claims, support, book),
        *judged.comparisons,
        *year_slips.apart(claims, support, book),
    ):
        found.setdefault((one.left, one.right), one)
    for other in (*cross_attribute.against(records, claims, support, book), *judged.restated):
        known = found.get((other.left, other.right))
        if known is None or known.relation == "compatible":
            found[other.left, other.right] = other
    for one in single_edits.edited(records, claims, found, past):
        found[one.left, one.right] = one
    by_id = {claim.id: claim for claim in claims}
    ordered = tuple(found[pair] for pair in sorted(found) if _may_stand(found[pair], by_id, identity, book))
    copies = duplicate_text.grouped(claims, near_duplicates.verbatim)
    return Compared(
        claims, ordered, identity, support, copies, judged.crowded, texts_naming(records, claims), past.digests
    )


def _revealed(found: Compared, hidden: Hidden, records: Sequence[Record]) -> Compared:
    """What was found, in the order in which it was found, under the sources' own ids."""
    sources, originals = hidden.sources, hidden.claims
    claims = tuple(of_source(claim, (own := originals[claim.id]).id, own.source) for claim in found.claims)
    identity = revealed(found.identity, sources)
    support = EntityEvidence.gather(records, claims, identity, found.support.common)
    support = support.with_near_duplicates(near_duplicates_revealed(found.support.near_duplicates, sources))
    return Compared(
        claims,
        tuple(
            comparison(originals[c.left].id, originals[c.right].id, c.relation, c.reason, c.support)
            for c in found.comparisons
        ),
        identity,
        support,
        {(sources[a], m): (sources[b], n) for (a, m), (b, n) in found.copies.items()},
        [(sources[source], attribute, name) for source, attribute, name in found.crowded],
        {
            (sources[source], subject): frozenset((sources[text], other) for text, other in texts)
            for (source, subject), texts in found.texts_naming.items()
        },
        {sources[source]: sight for source, sight in found.digests.items()},
    )


def _may_stand(found: Comparison, claims: Mapping[str, Claim], identity: Identity, book: Rulebook) -> bool:
    """Neither the rules nor the versions they are of keep the two apart, however the comparison was found."""
    left, right = claims[found.left], claims[found.right]
    if identity.are_apart(left.subject.entity, right.subject.entity):
        return False
    if found.relation != "conflict":
        return True
    if scope_overlap.other_versions(left, right) is not None:
        return False
    entries = {claim.attribute: book.attributes.get(claim.attribute) for claim in (left, right)}
    return all(
        scope_overlap.not_of_one(left, right, entry) is None and not tolerated(left, right, entry)
        for entry in entries.values()
    )
