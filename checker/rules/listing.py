"""Checks a stated number against the length of the list that follows it."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline
from checker.rules.finding_builder import finding, shown
from checker.value_relation import key

_BY = {
    "bullets": "list items",
    "letters": "lettered or numbered items",
    "semicolons": "items parted by semicolons",
    "words": "items that first, second and so on open",
    "commas": "items parted by commas",
}


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Numbers whose list was counted: equal counts agree, others conflict where the count is sure."""
    first: dict[tuple[str, int], Claim] = {}
    for claim in sorted(given.claims.values(), key=lambda c: c.id):
        if claim.listed is not None and claim.value.low is not None:
            first.setdefault((claim.source, claim.value.start), claim)
    found = []
    for _, claim in sorted(first.items()):
        listed = claim.listed
        assert listed is not None
        equal = key(claim.value).low == listed.items
        if equal or listed.sure:
            found.append(_finding(rule, given, claim, listed.items, _BY[listed.by], equal))
    return found


def _finding(rule: RuleEntry, given: RuleInput, claim: Claim, items: int, what: str, equal: bool) -> Finding:
    relation = "agree" if equal else "conflict"
    message = headline.told(
        "listing",
        relation,
        stated=headline.quoted(shown(claim)),
        items=str(items),
        where=headline.where(given, [claim]),
    )
    sign = "=" if equal else "is not"
    steps = [rule.why, f"counted: {items} {what}; {items} {sign} {claim.value.low} (tolerance: none)"]
    return finding(rule, relation, [[claim]], message, steps)
