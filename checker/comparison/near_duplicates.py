"""Judges sentences that are near copies of one another, source by source, and tells which are copied word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from checker.comparison import duplicate_text, near_duplicate_pairs
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.comparison_rows import comparisons_of, rows_of
from checker.comparison.edit_statistics import EditStatistics, equal_sentences
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.memo import ComparisonMemo
from checker.comparison.same_attribute import relation_of
from checker.comparison.sentence_alignment import Sentences, in_order, neighbours, sentences_of
from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.rule import Rulebook
from checker.model.rule_input import SentenceKey

_DIGITS = 24
"""Hexadecimal digits that tell one pair of a source from its others."""
_Task = tuple[str, dict[int, list[int]]]
"""A source, and for each of its sentences those of later sources that may be copies of it."""
_Pair = tuple[str, str, dict[int, list[int]]]
"""Two sources, and for each sentence of the first those of the second that may be copies of it."""


@dataclass(slots=True)
class NearDuplicates:
    """How the values of near-identical sentences stand, and which of these are one text."""

    comparisons: list[Comparison] = field(default_factory=list)
    verbatim: list[tuple[SentenceKey, SentenceKey]] = field(default_factory=list)
    equal: dict[str, dict[str, int]] = field(default_factory=dict)
    """For two sources, the lesser first: how many of these sentences hold equal values."""


def find_near_duplicates(
    claims: Sequence[Claim], book: Rulebook, support: EntityEvidence, past: ComparisonMemo
) -> NearDuplicates:
    """All near-identical sentences; ``support`` is what is known of the sources without these."""
    sentences = Sentences(claims)
    tasks = list(_tasks(sentences, past))
    found = NearDuplicates()

    def pairs(task: _Task) -> dict[str, _Pair]:
        return _pairs(task, sentences, past)

    def judged(pair: _Pair) -> list[Any]:
        return _judged(*pair, sentences, book, support)

    rows = past.each_part(tasks, list(_keys(tasks, sentences, past)), pairs, judged)
    for (source, _), parts in zip(tasks, rows, strict=True):
        for other, comparisons, equal, alike in filter(None, parts):
            found.comparisons += comparisons_of(comparisons)
            found.verbatim += [((source, start), (other, there)) for start, there in alike]
            if equal:
                found.equal.setdefault(source, {})[other] = equal
    return found


def _tasks(sentences: Sentences, past: ComparisonMemo) -> Iterator[_Task]:
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


def _keys(tasks: Sequence[_Task], sentences: Sentences, past: ComparisonMemo) -> Iterator[tuple[bytes, str] | None]:
    """For each source its key, and a digest of every sentence that may be a copy of one of its own."""
    names: list[bytes] = []
    for source, place in sentences.places.items():
        sight = past.sight(source)
        names += [b"" if sight is None else sight + n.to_bytes(4, "big") for n in range(len(place))]
    for source, near in tasks:
        key = past.key("near duplicates", [past.sight(source)])
        first = sentences.places[source].start
        parts = []
        for n, others in near.items():
            parts.append(b"%d %d" % (n - first, len(others)))
            parts += map(names.__getitem__, others)
        yield None if key is None or b"" in parts else (key, sha256(b"\0".join(parts)).hexdigest())


def _pairs(task: _Task, sentences: Sentences, past: ComparisonMemo) -> dict[str, _Pair]:
    """The source with each other one, under a digest of this one and of which sentences are near."""
    source, near = task
    pairs: dict[str, dict[int, list[int]]] = {}
    sources = sentences.sources
    for n, others in near.items():
        for there in others:
            pairs.setdefault(sources[there], {}).setdefault(n, []).append(there)
    first = sentences.places[source].start
    found: dict[str, _Pair] = {}
    for other, at in pairs.items():
        begin = sentences.places[other].start
        places = [(n - first, [o - begin for o in others]) for n, others in at.items()]
        near_sentences = (past.sight(other) or b"") + repr((other, places)).encode()
        found[sha256(near_sentences).hexdigest()[:_DIGITS]] = source, other, at
    return found


def _judged(
    source: str, other: str, near: dict[int, list[int]], sentences: Sentences, book: Rulebook, support: EntityEvidence
) -> list[Any]:
    """The other source, comparisons, how many sentences hold equal values, and which are copied; or nothing."""
    aligned_pairs = in_order(aligned for n, others in near.items() for aligned in sentences.aligned(n, others))
    judged = [relation_of(aligned.left, aligned.right, book) for aligned in aligned_pairs]
    statistics = EditStatistics.of(aligned_pairs, [relation for relation, _ in judged])
    equal = [aligned for aligned, (relation, _) in zip(aligned_pairs, judged, strict=True) if relation == "agree"]
    sentences_of_equal = equal_sentences(equal)
    support = support.with_near_duplicates({source: {other: sentences_of_equal}})
    restating = {sentences_of(aligned) for aligned in equal}
    found = []
    for aligned, (relation, reason) in zip(aligned_pairs, judged, strict=True):
        if aligned.left.attribute not in NEVER_ALONE or sentences_of(aligned) in restating:
            how = near_duplicate_pairs.as_read(aligned, relation, reason, statistics, support, book)
            if isinstance(how, Comparison):
                found.append(how)
    alike = {(start, there) for (_, start), (_, there) in duplicate_text.verbatim(aligned_pairs)}
    return [other, rows_of(found), sentences_of_equal, sorted(alike)] if found or sentences_of_equal or alike else []
