"""Checks ranks: in one ranking everything has one rank, and a rank that is not shared belongs to one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.model.claim import FACTUAL, Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.model.subject_ref import SubjectRef
from checker.rules import headline
from checker.rules.finding_builder import finding, listed, shown
from checker.rules.order import Agreeing, agreeing


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place, and the ranking it is a place of: the words that name it, and the time."""

    claim: Claim
    ranking: frozenset[str]
    time: tuple[str, str] | None
    single: bool
    """No other thing can be meant to take the place as well."""


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Claims of ``options.rank`` with one ranking and time: one thing takes one place, and one place one thing.

    A place without a time is held against others of its own source only.
    """
    attributes = listed(rule, "rank")
    rankings: dict[tuple[frozenset[str], tuple[str, str]], list[Ranked]] = defaultdict(list)
    for claim in given.ordered:
        if claim.attribute in attributes and claim.value.low is not None and claim.value.low == claim.value.high:
            ranked = _ranked(claim)
            if ranked is not None:
                rankings[ranked.ranking, ranked.time or (claim.source, "")].append(ranked)
    if not rankings:
        return []
    known = agreeing(given)
    compared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for c in given.comparisons:
        if c.tier != "possible":
            compared[c.left, c.relation].append(c.right)
    found: list[Finding] = []
    for _, members in sorted(rankings.items(), key=lambda item: item[1][0].claim.id):
        found += _of_one_thing(rule, given, members, known, compared)
        found += _of_one_place(rule, given, members)
    return found


def _of_one_thing(
    rule: RuleEntry,
    given: RuleInput,
    members: Sequence[Ranked],
    known: Agreeing,
    compared: Mapping[tuple[str, str], Sequence[str]],
) -> Iterator[Finding]:
    """The ranks of each thing; pairs that the comparison of sentences already covers are left out."""
    subjects: dict[SubjectRef, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for ranked in members:
        subjects[ranked.claim.subject.everywhere][ranked.claim.value.low or ""].append(ranked.claim)
    for subject in sorted(subjects):
        positions = list(subjects[subject].values())
        claims = [c for group in positions for c in group]
        relation = "conflict" if len(positions) > 1 else "agree"
        ids = {c.id for c in claims}
        if any(not ids.isdisjoint(compared.get((c.id, relation), ())) for c in claims):
            continue
        if _one(claims, known) if relation == "conflict" else len({c.source for c in claims}) > 1:
            yield _finding(rule, given, relation, positions)


def _of_one_place(rule: RuleEntry, given: RuleInput, members: Sequence[Ranked]) -> Iterator[Finding]:
    """Two things, each named in the clause, that have the same rank in one source's ranking."""
    by_rank: dict[tuple[str, str], dict[SubjectRef, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for ranked in members:
        if ranked.single and _named(ranked.claim):
            by_rank[ranked.claim.source, ranked.claim.value.low or ""][ranked.claim.subject.everywhere].append(
                ranked.claim
            )
    for (source, _), by_subject in sorted(by_rank.items()):
        if len(by_subject) > 1:
            positions = list(by_subject.values())
            message = headline.told(
                "ranking",
                "one-place",
                subjects=headline.joined([headline.subject(group) for group in positions]),
                value=shown(positions[0][0]),
                where=headline.where(given, [group[0] for group in positions]),
            )
            yield finding(rule, "conflict", positions, message, [rule.why, _step(positions[0][0])])


def _named(claim: Claim) -> bool:
    """The sentence itself names the thing, and does not only refer to it."""
    ranking = claim.qualifiers.ranking
    return claim.binding != "topic" and ranking is not None and ranking.named


def _one(claims: Sequence[Claim], known: Agreeing) -> bool:
    """All claims are firmly of one thing: in one source, or in sources that agree on something about it."""
    if any(c.binding == "topic" or c.modality not in FACTUAL for c in claims):
        return False
    first = claims[0]
    return all(
        known.group(c.subject.everywhere, c.source) == known.group(c.subject.everywhere, first.source) for c in claims
    )


def _finding(rule: RuleEntry, given: RuleInput, relation: str, positions: Sequence[Sequence[Claim]]) -> Finding:
    claims = [claim for group in positions for claim in group]
    message = headline.told(
        "ranking",
        relation,
        values=headline.joined(list(dict.fromkeys(headline.quoted(shown(group[0])) for group in positions))),
        where=headline.where(given, claims),
        **headline.named(claims),
    )
    steps = [rule.why, *dict.fromkeys(_step(c) for group in positions for c in group)]
    return finding(rule, relation, positions, message, steps)


def _step(claim: Claim) -> str:
    ranked = _ranked(claim)
    assert ranked is not None
    when = f", {claim.scope.time}" if claim.scope.time else ""
    return f"in the ranking of: {' '.join(sorted(ranked.ranking))}{when} (tolerance: none)"


def _ranked(claim: Claim) -> Ranked | None:
    """The ranking that a place is in; None where its sentence names none for sure, or puts it into some past."""
    ranking, low, high = claim.qualifiers.ranking, claim.scope.low, claim.scope.high
    time = (low, high) if low and high else None
    if ranking is None or (ranking.past and time is None):
        return None
    return Ranked(claim, frozenset(ranking.words), time, not ranking.joint)
