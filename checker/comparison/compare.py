"""Holds claims against each other where subject, attribute and scope line up, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison import copied, copies, days, edited, happenings, ladder, reworded, same_attribute, statements
from checker.comparison.blocking import NEVER_ALONE, blocks, crowded
from checker.comparison.identity import Identity, common_topic, identify
from checker.comparison.parallel import Twin, sentences_of, twins
from checker.comparison.relation import Judged, related
from checker.comparison.restated import restated, rivals
from checker.comparison.standing import Standing
from checker.comparison.subjects import under_common_ids
from checker.comparison.support import Support
from checker.comparison.told import told_of
from checker.model.claim import Claim, Record
from checker.model.comparison import Comparison
from checker.model.facts import SentenceKey
from checker.model.rule import Rulebook


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims under their subjects' common ids, and how those that could be compared stand."""

    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    identity: Identity
    support: Support
    twins: Sequence[Twin]
    standing: Standing
    copies: dict[SentenceKey, SentenceKey]
    crowded: list[tuple[str, str, str]]
    told: dict[tuple[str, str], frozenset[tuple[str, str]]]


def compare(records: Sequence[Record], book: Rulebook) -> Compared:
    """Compare everything that several sources, or one source twice, say of the same attribute."""
    identity = identify(records)
    common = common_topic(records, identity)
    claims = under_common_ids(records, identity, common)
    pairs = twins(claims) if len(records) > 1 else []
    relations = [ladder.values(t.left.value, t.right.value)[0] for t in pairs]
    equal = [t for t, relation in zip(pairs, relations, strict=True) if relation == "agree"]
    support = Support.gather(records, claims, identity, equal, common)
    standing = Standing.of(pairs, relations)
    found: dict[tuple[str, str], Comparison] = {}
    restating = {sentences_of(t) for t in equal}
    for twin in pairs:
        if twin.left.attribute not in NEVER_ALONE or sentences_of(twin) in restating:
            _keep(found, copied.of_twin(twin, standing, support, book))
    for comparison in happenings.against(claims, support, book):
        _keep(found, comparison)
    for block in (laid := blocks(claims, book)):
        for comparison in same_attribute.of_block(block, book, support):
            _keep(found, comparison)
    for left, right in rivals(claims, common):
        _keep(found, reworded.of_rivals(left, right, support, book))
    for comparison in days.apart(claims, support, book):
        _keep(found, comparison)
    for comparison in statements.against(records, claims, support, book):
        known = found.get((comparison.left, comparison.right))
        if known is None or known.relation == "compatible":
            found[comparison.left, comparison.right] = comparison
    for left, right in restated(claims):
        same = related(left, right, "agree", "the same value in other words", 2)
        known = found.get((same.left, same.right))
        if known is None or known.relation == "compatible":
            found[same.left, same.right] = same
    for comparison in edited.edited(records, claims, found):
        found[comparison.left, comparison.right] = comparison
    ordered = sorted(found.values(), key=lambda c: (c.left, c.right))
    told = told_of(records, claims)
    copied_sentences = copies.grouped(claims, pairs)
    crowds = crowded(laid, book)
    return Compared(claims, tuple(ordered), identity, support, pairs, standing, copied_sentences, crowds, told)


def _keep(found: dict[tuple[str, str], Comparison], comparison: Judged) -> None:
    if isinstance(comparison, Comparison):
        found.setdefault((comparison.left, comparison.right), comparison)
