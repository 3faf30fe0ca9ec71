"""Holds claims against each other where subject, attribute and scope line up, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison import copied, ladder, reworded, same_attribute, statements
from checker.comparison.blocking import NEVER_ALONE, blocks
from checker.comparison.identity import Identity, common_topic, identify
from checker.comparison.parallel import sentences_of, twins
from checker.comparison.relation import related
from checker.comparison.restated import restated, rivals
from checker.comparison.standing import Standing
from checker.comparison.subjects import under_common_ids
from checker.comparison.support import Support
from checker.model.claim import Claim, Record
from checker.model.comparison import Comparison
from checker.model.rule import Rulebook


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims under their subjects' common ids, and how those that could be compared stand."""

    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    identity: Identity
    support: Support


def compare(records: Sequence[Record], book: Rulebook) -> Compared:
    """Compare everything that several sources, or one source twice, say of the same attribute."""
    identity = identify(records)
    common = common_topic(records, identity)
    claims = under_common_ids(records, identity, common)
    pairs = twins(claims) if len(records) > 1 else []
    equal = [t for t in pairs if ladder.values(t.left.value, t.right.value)[0] == "agree"]
    support = Support.gather(records, claims, identity, equal, common)
    standing = Standing.of(pairs)
    found: dict[tuple[str, str], Comparison] = {}
    restating = {sentences_of(t) for t in equal}
    for twin in pairs:
        if twin.left.attribute not in NEVER_ALONE or sentences_of(twin) in restating:
            _keep(found, copied.of_twin(twin, standing, support, book))
    for block in blocks(claims, book):
        for comparison in same_attribute.of_block(block, book, support):
            _keep(found, comparison)
    for left, right in rivals(claims, common):
        _keep(found, reworded.of_rivals(left, right, support, book))
    for comparison in statements.against(records, claims, support, book):
        _keep(found, comparison)
    for left, right in restated(claims):
        same = related(left, right, "agree", "the same value in other words", 2)
        known = found.get((same.left, same.right))
        if known is None or known.relation == "compatible":
            found[same.left, same.right] = same
    ordered = sorted(found.values(), key=lambda c: (c.left, c.right))
    return Compared(claims, tuple(ordered), identity, support)


def _keep(found: dict[tuple[str, str], Comparison], comparison: Comparison | None) -> None:
    if comparison is not None:
        found.setdefault((comparison.left, comparison.right), comparison)
