"""Finds events of one subject in an impossible order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from checker.model.claim import Claim
from checker.model.disjoint_sets import Sets
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.model.subject_ref import SubjectRef
from checker.rules import headline
from checker.rules.finding_builder import finding, listed, shown, typical
from checker.rules.thresholds import EARLIER_EVENTS


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """``options.earlier`` must not come after ``options.later``; ``later: activity`` means whatever the
    subject is said to do since a date."""
    earlier, later = listed(rule, "earlier"), listed(rule, "later")
    by_subject: dict[SubjectRef, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in given.claims.values():
        if claim.value.kind != "date" or claim.modality in {"negated", "hypothetical", "projected"}:
            continue
        if claim.attribute in earlier:
            by_subject[claim.subject.everywhere][0].append(claim)
        elif claim.attribute in later or ("activity" in later and claim.value.modifier == "at_least" and _does(claim)):
            by_subject[claim.subject.everywhere][1].append(claim)
    known = agreeing(given)
    found = []
    for subject in sorted(by_subject):
        starts, ends = by_subject[subject]
        first = min((s.value.low or "" for s in starts), default="")
        by_group: dict[str, list[Claim]] = defaultdict(list)
        for start in starts:
            by_group[known.group(subject, start.source)].append(start)
        for claim in sorted(ends, key=lambda c: c.id):
            last = _latest(claim)
            wrong = by_group.get(known.group(subject, claim.source), [])[:EARLIER_EVENTS]
            if wrong and last is not None and last < first:
                found.append(_finding(rule, given, claim, wrong))
    return found


def _does(claim: Claim) -> bool:
    """The claim dates something done through or by the subject, not a stretch of somebody else's time."""
    return claim.binding != "topic"


def _latest(claim: Claim) -> str | None:
    """The last day on which the event can have been, or begun."""
    if claim.value.first is not None and claim.value.modifier == "at_least":
        return claim.value.first[1]
    return claim.value.high


class Agreeing:
    """The sources that stand in one set on a subject, found without their pairs."""

    def __init__(self, roots: Mapping[tuple[SubjectRef, str], str]) -> None:
        """``roots``: what stands for the set of each subject and source."""
        self._roots = roots

    def group(self, subject: SubjectRef, source: str) -> str:
        """What stands for all sources that agree with one on the subject, if only by way of others."""
        return self._roots.get((subject, source), source)


def agreeing(given: RuleInput) -> Agreeing:
    """Subjects on which two sources agree, if only by way of a third: they speak of one thing, not of namesakes."""
    return given.once(_agreeing)


def _agreeing(given: RuleInput) -> Agreeing:
    sets: dict[SubjectRef, Sets] = defaultdict(Sets)
    for _, c in given.compared:
        if c.relation == "agree":
            left, right = given.claims[c.left], given.claims[c.right]
            if left.subject.everywhere == right.subject.everywhere:
                sets[left.subject.everywhere].join(left.source, right.source)
    return Agreeing({(subject, a): joined.root(a) for subject, joined in sets.items() for a in list(joined.parent)})


def _finding(rule: RuleEntry, given: RuleInput, claim: Claim, starts: list[Claim]) -> Finding:
    first = typical(starts)
    earlier = headline.predicate(given, first.attribute, starts)
    known = given.attributes.get(claim.attribute)
    if known is not None and known.headline is not None:
        later = headline.stated(given, claim.attribute, [claim])
        message = headline.told(
            "order", "conflict", later=later, earlier=earlier, where=headline.where(given, [claim, *starts])
        )
    else:
        message = headline.told(
            "order",
            "activity",
            value=headline.quoted(shown(claim)),
            earlier=earlier,
            where=headline.where(given, [claim, *starts]),
            **headline.named([claim]),
        )
    steps = [rule.why, f"{_latest(claim)} is before {first.value.low}"]
    return finding(rule, "conflict", [[claim], starts], message, steps)
