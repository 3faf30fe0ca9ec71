"""Finds the state of every decision, and gives conflicts the status that active decisions give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker import value_relation
from checker.model.claim import Claim
from checker.model.decision import Decision, Ruling, State
from checker.model.finding import Finding, Status
from checker.review.conflict_key import Conflict, conflict_of

_BOTH = 2
"""Positions of a conflict."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The findings with the status that decisions give them, and the state of each decision."""

    findings: tuple[Finding, ...]
    rulings: tuple[Ruling, ...]


def apply_decisions(
    findings: Sequence[Finding],
    claims: Mapping[str, Claim],
    decisions: Iterable[Decision],
    *,
    texts: Mapping[str, str],
    unread: Collection[str] = (),
    today: str,
    whole: bool = True,
) -> Decided:
    """Match ``decisions`` with the conflicts in ``findings``.

    ``texts`` are the sources of this run by id, ``unread`` the ids of those that could not be read: the state
    of a decision on them is not known, so it is left out. ``today`` is an ISO day; a decision is valid through its last
    day. Without ``whole`` the run has only some of the sources, and a decision on another one is left out too.
    """
    conflicts = {f.fingerprint: conflict_of(f, claims) for f in findings if f.relation == "conflict"}
    by_about: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    exact: dict[Conflict, str] = {}
    for fingerprint, conflict in conflicts.items():
        by_about[conflict.about].append(fingerprint)
        exact[conflict] = fingerprint
    for finding in findings:
        if finding.former is not None and finding.fingerprint in conflicts:
            exact.setdefault(conflict_of(finding, claims, value_relation.former), finding.fingerprint)
    given = list(decisions)
    rulings: list[Ruling] = []
    taken: set[str] = set()
    rest: list[Decision] = []
    for decision in given:
        found = exact.get(_conflict(decision))
        if found is None:
            rest.append(decision)
            continue
        taken.add(found)
        late = decision.expires is not None and decision.expires < today
        rulings.append(Ruling(decision, "expired" if late else "active", found))
    for decision in rest:
        near = [
            fingerprint
            for fingerprint in by_about[decision.rule, decision.subject, decision.attribute]
            if fingerprint not in taken and conflicts[fingerprint].sources & set(decision.sources)
        ]
        if near:
            state: State = "changed" if len(near) == 1 else "ambiguous"
            rulings += [Ruling(decision, state, fingerprint) for fingerprint in near]
        elif not _beyond(decision, texts, unread, whole):
            rulings.append(Ruling(decision, _idle(decision, texts)))
    order = {id(decision): n for n, decision in enumerate(given)}
    rulings.sort(key=lambda r: (order[id(r.decision)], r.fingerprint or ""))
    active = {r.fingerprint: r.decision for r in rulings if r.state == "active"}
    return Decided(
        tuple(
            _settled(f, active[f.fingerprint]) if f.fingerprint in active and f.relation == "conflict" else f
            for f in findings
        ),
        tuple(rulings),
    )


def _settled(finding: Finding, decision: Decision) -> Finding:
    """The finding as an active decision leaves it; where all sides are wrong it stays open, and says what to do."""
    if decision.verdict != "both-wrong":
        return replace(finding, status="waived" if decision.verdict == "waived" else "resolved")
    status: Status = "open" if decision.expires is None else "waived"
    wrong = "both are wrong" if len(finding.positions) <= _BOTH else "all are wrong"
    return replace(finding, status=status, message=f"{finding.message}; {wrong}: correct the documents")


def _conflict(decision: Decision) -> Conflict:
    return Conflict(decision.rule, decision.subject, decision.attribute, decision.values)


def _beyond(decision: Decision, texts: Mapping[str, str], unread: Collection[str], whole: bool) -> bool:
    """Whether this run cannot say anything of a decision."""
    if any(source in unread for source in decision.sources):
        return True
    return not whole and any(source not in texts for source in decision.sources)


def _idle(decision: Decision, texts: Mapping[str, str]) -> State:
    """Of a decision on a conflict that is not there: orphaned where what it names is gone, else unused."""
    if any(source not in texts for source in decision.sources):
        return "orphaned"
    gone = any(side.quote not in texts.get(side.source, "") for side in (*decision.left, *decision.right))
    return "orphaned" if gone else "unused"
