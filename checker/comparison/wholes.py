"""Judges all that the sources say of one subject, subject by subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.comparison import reworded, same_attribute
from checker.comparison.blocking import Block, blocks, crowded
from checker.comparison.past import Past
from checker.comparison.relation import related, rows_of, told_by
from checker.comparison.restated import restated, rivals
from checker.comparison.subjects import whole_of
from checker.comparison.support import Support
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.rule import Rulebook

_PAYS = 24
"""Claims that are worth remembering how they stand: fewer are judged in less time than they are looked up."""


@dataclass(slots=True)
class Told:
    """How the claims of each subject stand to each other."""

    comparisons: list[Comparison] = field(default_factory=list)
    restated: list[Comparison] = field(default_factory=list)
    """Those of one value in other words, which stand wherever nothing firmer is known."""
    crowded: list[tuple[str, str, str]] = field(default_factory=list)
    """Source, attribute and subject's name of what was not compared in full."""


def of_subjects(claims: Sequence[Claim], book: Rulebook, support: Support, past: Past) -> Told:
    """What is told of all subjects, in no order that tells anything."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    wholes: dict[str, str] = {}
    for claim in claims:
        whole = wholes.get(claim.subject)
        if whole is None:
            whole = wholes[claim.subject] = whole_of(claim.subject)[0]
        groups[whole].append(claim)
    found = Told()
    several = [group for group in groups.values() if len(group) > 1]
    laid = [block for group in several for block in blocks(group, book)]
    keys = [_key("attribute", block.claims, support, past) for block in laid]
    for (rows,) in past.each(laid, keys, lambda block: _of_block(block, book, support)):
        found.comparisons += told_by(rows)
    keys = [_key("words", group, support, past) for group in several]
    for one, other in past.each(several, keys, lambda group: _of_words(group, book, support)):
        found.comparisons += told_by(one)
        found.restated += told_by(other)
    found.crowded = crowded(laid, book)
    return found


def _key(what: str, claims: Sequence[Claim], support: Support, past: Past) -> bytes | None:
    """By the sources, by which claims of theirs are meant, and by how much these sources are known to share."""
    if len(claims) < _PAYS:
        return None
    first = claims[0]
    sources = dict.fromkeys(claim.source for claim in claims)
    parts = [b"%d" % len(sources), *map(past.sight, sources)]
    parts.append("\0".join([first.subject, first.attribute, *(claim.id for claim in claims)]).encode())
    for source in sources:
        heard = support.twins.get(source)
        if heard:
            parts.append(repr([(other, heard[other]) for other in sources if other in heard]).encode())
    return past.key(what, parts)


def _of_block(block: Block, book: Rulebook, support: Support) -> list[Any]:
    return [rows_of(same_attribute.of_block(block, book, support))]


def _of_words(claims: Sequence[Claim], book: Rulebook, support: Support) -> list[Any]:
    found = []
    for left, right in rivals(claims, support.common):
        judged = reworded.of_rivals(left, right, support, book)
        if isinstance(judged, Comparison):
            found.append(judged)
    same = [related(a, b, "agree", "the same value in other words", 2) for a, b in restated(claims)]
    return [rows_of(found), rows_of(same)]
