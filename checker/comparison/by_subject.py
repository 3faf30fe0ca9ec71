"""Judges all that the sources say of one subject, subject by subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from checker.comparison import paraphrase_conflicts, same_attribute
from checker.comparison.blocking import Block, blocks, crowded
from checker.comparison.comparison_rows import comparisons_of, related, rows_of
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.memo import ComparisonMemo
from checker.comparison.paraphrases import restated, rivals
from checker.comparison.thresholds import REMEMBERED_BY_ATTRIBUTE, REMEMBERED_CLAIMS, SUPPORT_OF_RESTATEMENT
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import Rulebook


class _Task(NamedTuple):
    """Claims of one subject, and the blocks of them whose values are held against each other."""

    what: Literal["subject", "attribute", "statements"]
    """All that is told of the subject, of one attribute of it, or all but what is told attribute by attribute."""
    claims: Sequence[Claim]
    blocks: Sequence[Block]


@dataclass(slots=True)
class SubjectComparisons:
    """How the claims of each subject stand to each other."""

    comparisons: list[Comparison] = field(default_factory=list)
    restated: list[Comparison] = field(default_factory=list)
    """Those of one value in other words, which stand wherever nothing firmer is known."""
    crowded: list[tuple[str, str, str]] = field(default_factory=list)
    """Source, attribute and subject's name of what was not compared in full."""


def of_subjects(
    claims: Sequence[Claim], book: Rulebook, support: EntityEvidence, past: ComparisonMemo
) -> SubjectComparisons:
    """What is told of all subjects, in no order that tells anything."""
    all_blocks: list[Block] = []
    tasks: list[_Task] = []
    for group in _by_subject(claims):
        of_group = blocks(group, book)
        all_blocks += of_group
        if len(group) < REMEMBERED_BY_ATTRIBUTE:
            tasks.append(_Task("subject", group, of_group))
        else:
            tasks += [_Task("attribute", block.claims, [block]) for block in of_group]
            tasks.append(_Task("statements", group, []))
    found = SubjectComparisons(crowded=crowded(all_blocks, book))
    keys = [_key(task, support, past) for task in tasks]
    for one, other in past.each(tasks, keys, lambda task: _judged(task, book, support)):
        found.comparisons += comparisons_of(one)
        found.restated += comparisons_of(other)
    return found


def _by_subject(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each subject and of its parts, where there are several."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.subject.entity].append(claim)
    return [group for group in groups.values() if len(group) > 1]


def _key(task: _Task, support: EntityEvidence, past: ComparisonMemo) -> bytes | None:
    """By the sources, by which claims of theirs are meant, and by how much these sources are known to share."""
    if len(task.claims) < REMEMBERED_CLAIMS:
        return None
    sources = dict.fromkeys(claim.source for claim in task.claims)
    parts = [b"%d" % len(sources), *map(past.sight, sources)]
    parts.append("\0".join([claim.id for claim in task.claims]).encode())
    for source in sources:
        counts = support.near_duplicates.get(source)
        if counts:
            parts.append(repr([(other, counts[other]) for other in sources if other in counts]).encode())
    return past.key(task.what, parts)


def _judged(task: _Task, book: Rulebook, support: EntityEvidence) -> list[Any]:
    """Comparisons of values and of statements, and those of one value in other words."""
    found = [c for block in task.blocks for c in same_attribute.of_block(block, book, support)]
    if task.what == "attribute":
        return [rows_of(found), rows_of([])]
    for left, right in rivals(task.claims, support.common):
        judged = paraphrase_conflicts.of_rivals(left, right, support, book)
        if isinstance(judged, Comparison):
            found.append(judged)
    same = [
        related(a, b, "agree", Reason(ComparisonReason.RESTATED), SUPPORT_OF_RESTATEMENT)
        for a, b in restated(task.claims)
    ]
    return [rows_of(found), rows_of(same)]
