"""Finds terms that follow each other without a gap: the end of one is the start of the next."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline
from checker.rules.finding_builder import finding, shown
from checker.rules.thresholds import SENTENCES_APART


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Ranges of dates of one sentence, of neighbouring ones or of one subject whose end and start are one.

    Ranges of different subjects must meet to the month, or state the same attribute; such findings only
    bear each other out, a gap between terms is no mistake.
    """
    ranges: dict[str, dict[tuple[int, int], Claim]] = defaultdict(dict)
    for claim in given.of_kind.get("date", ()):
        v = claim.value
        if v.first is not None and v.last is not None and claim.modality != "negated":
            ranges[claim.source].setdefault((v.start, v.end), claim)
    found = []
    for source in sorted(ranges):
        for left, right in pairwise(ranges[source].values()):
            if left.value.last == right.value.first and left.value.last is not None and _follows(left, right):
                found.append(_finding(rule, given, left, right))
    return found


def _follows(left: Claim, right: Claim) -> bool:
    if right.qualifiers.continues:
        return False
    neighbours = right.evidence.start - left.evidence.end <= SENTENCES_APART
    if left.subject.everywhere == right.subject.everywhere and left.attribute == right.attribute:
        return True
    first, last = left.value.last or ("", "")
    to_the_month = first[:7] == last[:7]
    return neighbours and (to_the_month or left.attribute == right.attribute)


def _finding(rule: RuleEntry, given: RuleInput, left: Claim, right: Claim) -> Finding:
    met = left.value.last or ("", "")
    day = met[0] if met[0] == met[1] else f"{met[0]} to {met[1]}"
    message = headline.told(
        "adjacent",
        "agree",
        left=headline.quoted(shown(left)),
        right=headline.quoted(shown(right)),
        where=headline.where(given, [left, right]),
    )
    steps = [rule.why, f"end of {shown(left)} = start of {shown(right)} = {day} (tolerance: none)"]
    return finding(rule, "agree", [[left, right]], message, steps)
