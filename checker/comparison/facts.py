"""Gathers compared claims into facts: who says what of one thing.

Claims that agree hold one position; positions that surely conflict are of one fact. A conflict that is only possible
never joins two facts: it is a fact of its own, between the two positions that it is about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from checker.comparison.positions import positions_of
from checker.model.claim import Claim
from checker.model.comparison import Comparison, Tier
from checker.model.disjoint_sets import Sets
from checker.model.fact import Fact

_SURE: tuple[Tier, ...] = ("error", "warning")


def facts_of(claims: Mapping[str, Claim], comparisons: Sequence[Comparison]) -> list[Fact]:
    """The facts that at least two claims state, in the order of their first claims."""
    agreements = [c for c in comparisons if c.relation == "agree"]
    sure = [c for c in comparisons if c.relation == "conflict" and c.tier in _SURE]
    possible = [c for c in comparisons if c.relation == "conflict" and c.tier == "possible"]
    against = {(c.left, c.right) for c in sure}
    positions = positions_of([c for c in agreements if (c.left, c.right) not in against], claims, sure)
    facts = Sets()
    for c in sure:
        facts.join(positions.root(c.left), positions.root(c.right))
    for claim in list(positions.parent):
        facts.root(positions.root(claim))
    found = _facts(claims, [*agreements, *sure], positions, facts)
    by_positions: dict[frozenset[str], list[Comparison]] = defaultdict(list)
    for c in possible:
        left, right = positions.root(c.left), positions.root(c.right)
        if facts.root(left) != facts.root(right):
            by_positions[frozenset((left, right))].append(c)
    members = _members(positions)
    found += [
        _fact(claims, [members[root] for root in sorted(both)], edges, "possible")
        for both, edges in by_positions.items()
    ]
    return sorted(found, key=lambda fact: (min(fact.claims), fact.tier or ""))


def _facts(claims: Mapping[str, Claim], comparisons: Sequence[Comparison], positions: Sets, facts: Sets) -> list[Fact]:
    edges: dict[str, list[Comparison]] = defaultdict(list)
    for c in comparisons:
        fact = facts.root(positions.root(c.left))
        if fact == facts.root(positions.root(c.right)):
            edges[fact].append(c)
    roots: dict[str, list[str]] = defaultdict(list)
    members = _members(positions)
    for root in members:
        roots[facts.root(root)].append(root)
    found = []
    for root, own in roots.items():
        if root not in edges:
            continue
        conflicts = [c for c in edges[root] if c.relation == "conflict"]
        tier = min((c.tier for c in conflicts if c.tier), key=_SURE.index, default=None)
        found.append(_fact(claims, [members[one] for one in sorted(own)], edges[root], tier if len(own) > 1 else None))
    return found


def _fact(
    claims: Mapping[str, Claim], positions: list[list[str]], edges: Sequence[Comparison], tier: Tier | None
) -> Fact:
    surest = sorted(edges, key=lambda c: (c.relation != "conflict" if tier else False, -c.score, c.left, c.right))
    held = [claims[claim] for position in positions for claim in position]
    named = Counter(claim.attribute for claim in held if not claim.open) or Counter(c.attribute for c in held)
    attribute = min(named, key=lambda name: (-named[name], name))
    return Fact(attribute, tuple(tuple(position) for position in positions), tuple(surest), tier, surest[0].score)


def _members(positions: Sets) -> dict[str, list[str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(positions.parent):
        members[positions.root(claim)].append(claim)
    return members
