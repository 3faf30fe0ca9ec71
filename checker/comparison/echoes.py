"""Judges sentences that are near copies of one another, source by source, and tells which are copied word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.comparison import copied, copies, ladder
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.parallel import Sentences, in_order, neighbours, sentences_of
from checker.comparison.past import Past
from checker.comparison.relation import rows_of, told_by
from checker.comparison.standing import Standing
from checker.comparison.support import Support
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.facts import SentenceKey
from checker.model.rule import Rulebook

_Task = tuple[str, dict[int, list[int]]]
"""A source, and for each of its sentences those of later sources that may be copies of it."""


@dataclass(slots=True)
class Echoes:
    """How the values of near-identical sentences stand, and which of these are one text."""

    comparisons: list[Comparison] = field(default_factory=list)
    copies: list[tuple[SentenceKey, SentenceKey]] = field(default_factory=list)


def echoes(claims: Sequence[Claim], book: Rulebook, support: Support, past: Past) -> Echoes:
    """What all near-identical sentences tell; ``support`` learns how many of two sources hold equal values."""
    sentences = Sentences(claims)
    tasks = list(_tasks(sentences, past))
    found = Echoes()
    rows = past.each(tasks, list(_keys(tasks, sentences, past)), lambda task: _judged(*task, sentences, book, support))
    for (source, _), (comparisons, equal, alike) in zip(tasks, rows, strict=True):
        found.comparisons += told_by(comparisons)
        found.copies += [((source, start), (other, there)) for start, other, there in alike]
        if equal:
            support.twins[source] = dict(equal)
    return found


def _tasks(sentences: Sentences, past: Past) -> Iterator[_Task]:
    sources = list(sentences.places)
    if len(sources) < 2:
        return
    keys = [past.key("words", [past.mark(source)]) for source in sources]
    contents = [words for found in past.each(sources, keys, sentences.words) for words in found]
    near = neighbours(contents, sentences.places)
    for source, place in sentences.places.items():
        here = {n: near[n] for n in place if n in near}
        if here:
            yield source, here


def _keys(tasks: Sequence[_Task], sentences: Sentences, past: Past) -> Iterator[bytes | None]:
    """For each source by what it is, and by every sentence that may be a copy of one of its own."""
    names: list[bytes | None] = []
    for source, place in sentences.places.items():
        sight = past.sight(source)
        names += [None if sight is None else sight + n.to_bytes(4, "big") for n in range(len(place))]
    for source, near in tasks:
        first = sentences.places[source].start
        parts = [past.sight(source)]
        for n, others in near.items():
            parts.append(b"%d %d" % (n - first, len(others)))
            parts += map(names.__getitem__, others)
        yield past.key("echoes", parts)


def _judged(
    source: str, near: dict[int, list[int]], sentences: Sentences, book: Rulebook, support: Support
) -> list[Any]:
    """Comparisons, for each source how many sentences hold equal values, and which sentences are copied."""
    twins = in_order(twin for n, others in near.items() for twin in sentences.twins(n, others))
    judged = [ladder.values(twin.left.value, twin.right.value) for twin in twins]
    standing = Standing.of(twins, [relation for relation, _ in judged])
    equal = [twin for twin, (relation, _) in zip(twins, judged, strict=True) if relation == "agree"]
    support.hear(equal)
    restating = {sentences_of(twin) for twin in equal}
    found = []
    for twin, (relation, reason) in zip(twins, judged, strict=True):
        if twin.left.attribute not in NEVER_ALONE or sentences_of(twin) in restating:
            how = copied.as_read(twin, relation, reason, standing, support, book)
            if isinstance(how, Comparison):
                found.append(how)
    alike = {(start, *other) for (_, start), other in copies.verbatim(twins)}
    return [rows_of(found), sorted(support.twins.get(source, {}).items()), sorted(alike)]
