"""Finds two statements of one event whose days are the same, of another year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.comparison import scope_overlap
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.comparison_rows import related
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.profiles import profile_of
from checker.comparison.thresholds import DAYS_COMPARED, ROUND_YEARS, SAME_DAY_WORDS, SUPPORT_NEEDED
from checker.language.language import table
from checker.language.words import stem
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import Rulebook
from checker.value_relation import Key, key


def apart(claims: Sequence[Claim], support: EntityEvidence, book: Rulebook) -> Iterator[Comparison]:
    """Conflicts of full dates in two sources, of what many sources name, where neither also has the other's date.

    What comes round on one day is told apart: remembrance days, and the last day of a year or of its quarters.
    Dates that only say when a value holds are of one event where both sentences state that value.
    """
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    beside: dict[tuple[str, int], set[Key]] = defaultdict(set)
    for claim in claims:
        v = claim.value
        entry = book.attributes.get(claim.attribute)
        if v.kind != "date" and (entry is None or entry.holds in {"once", "many"}):
            beside[claim.source, claim.evidence.start].add(key(v))
        if v.kind == "date" and v.resolution == "day" and v.low == v.high and v.low:
            subject = claim.subject.entity
            if support.is_known(subject) and _happened_once(claim):
                groups[subject, v.low[5:]].append(claim)
    for place in sorted(groups):
        for left, right in combinations(groups[place][:DAYS_COMPARED], 2):
            eventful = not {left.attribute, right.attribute} <= NEVER_ALONE
            same = beside[left.source, left.evidence.start] & beside[right.source, right.evidence.start]
            if (eventful or same) and _one_event(left, right) and not support.says_both(left, right):
                points = support.points(left, right)
                if points >= SUPPORT_NEEDED:
                    yield related(left, right, "conflict", Reason(ComparisonReason.OTHER_YEAR), points)


def _happened_once(claim: Claim) -> bool:
    recurring = (claim.value.low or "")[5:] in table("language/recurring")["days"]
    return not recurring and not claim.qualifiers.recurring


def _one_event(left: Claim, right: Claim) -> bool:
    years = abs(int((left.value.low or "")[:4]) - int((right.value.low or "")[:4]))
    if left.source == right.source or not years % ROUND_YEARS or left.modality != right.modality:
        return False
    if scope_overlap.differing(left, right) is not None:
        return False
    named = {stem(word) for word in left.subject.entity.split("_")}
    return len((profile_of(left).content & profile_of(right).content) - named) >= SAME_DAY_WORDS
