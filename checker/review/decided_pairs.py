"""Says of which pairs of claims people decided whether they state one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.model.claim import Claim
from checker.model.decision import Decision, Side, Verdict
from checker.model.rule import RuleEntry

_ONE_FACT: Mapping[Verdict, bool] = {
    "left": True,
    "right": True,
    "both-wrong": True,
    "both": False,
    "not-same-fact": False,
}
"""Where one side is right, or neither is, both speak of one fact; where both are, of two. The other verdicts say
nothing of it."""
_KIND = "agreement"
"""The kind of rule whose sides were compared as statements of one fact."""


def decided_pairs(
    decisions: Iterable[Decision], claims: Iterable[Claim], rules: Sequence[RuleEntry]
) -> dict[frozenset[str], bool]:
    """By the ids of two claims whether they are of one fact, as far as decisions say so and their words still stand.

    The later decision holds where two are about one pair.
    """
    by_words: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for claim in claims:
        by_words[claim.source, claim.value.text, claim.evidence.quote].append(claim.id)

    def claims_of(sides: Iterable[Side]) -> list[str]:
        return [claim for side in sides for claim in by_words.get((side.source, side.value, side.quote), ())]

    found = {}
    for decision in sorted(telling(decisions, rules), key=lambda d: (d.on, d.subject, d.attribute, d.values)):
        for left in claims_of(decision.left):
            for right in claims_of(decision.right):
                if left != right:
                    found[frozenset((left, right))] = _ONE_FACT[decision.verdict]
    return found


def telling(decisions: Iterable[Decision], rules: Sequence[RuleEntry]) -> list[Decision]:
    """Those of the decisions that say whether two claims are of one fact."""
    comparing = {rule.id for rule in rules if rule.kind == _KIND}
    return [decision for decision in decisions if decision.verdict in _ONE_FACT and decision.rule in comparing]
