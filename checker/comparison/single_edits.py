"""Finds the one figure in which a sentence differs from its copy, where two texts are copies of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from checker import value_relation
from checker.comparison import scope_overlap
from checker.comparison.comparison_rows import related
from checker.comparison.memo import ComparisonMemo
from checker.comparison.profiles import figures_of
from checker.comparison.thresholds import (
    EDITED_NAMES,
    EDITED_NAMES_SHARE,
    EDITED_SENTENCES,
    EDITED_SOURCES,
    SUPPORT_OF_EDIT,
)
from checker.model.claim import YEAR_IN_NAME, Claim, Record
from checker.model.comparison import Comparison
from checker.model.kinds import KINDS
from checker.model.reasons import ComparisonReason, Reason

_Sentence = tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Two sentences that differ in one figure, and where it stands in each source."""

    left: _Sentence
    right: _Sentence
    at: tuple[int, int]


def edited(
    records: Sequence[Record],
    claims: Sequence[Claim],
    known: Mapping[tuple[str, str], Comparison],
    past: ComparisonMemo,
) -> Iterator[Comparison]:
    """A conflict for each figure changed in a copy, unless ``known`` has one for the values that hold it.

    Texts that change the year in their names too are issues of a series, and no copies.
    """
    names = {record.source.id: record.names for record in records}
    for pair, (same, other, edits) in sorted(_compared(claims, names, past).items()):
        shared = len(names[pair[0]] & names[pair[1]])
        if not edits or other > max(same, 1) or not (same >= EDITED_SENTENCES or shared >= EDITED_NAMES):
            continue
        changed = [_holding(edit) for edit in edits]
        if len(changed) > 1 and any(a.attribute == YEAR_IN_NAME for pairs in changed for a, _ in pairs):
            continue
        for pairs in changed:
            comparisons = [known.get((min(a.id, b.id), max(a.id, b.id))) for a, b in pairs]
            if any(c is not None and c.relation == "conflict" for c in comparisons):
                continue
            best = min(pairs, key=_fitness, default=None)
            if best is not None and not any(_equal(a, b) for a, b in pairs):
                yield related(*best, "conflict", Reason(ComparisonReason.EDITED_COPY), SUPPORT_OF_EDIT)


def _compared(
    claims: Sequence[Claim], names: Mapping[str, frozenset[str]], past: ComparisonMemo
) -> dict[tuple[str, str], tuple[int, int, list[_Edit]]]:
    """For two sources: how many sentences are the same, how many have other figures, and those with one other.

    Only sources that share nearly all names are compared.
    """
    worded: dict[str, dict[str, list[_Sentence]]] = defaultdict(lambda: defaultdict(list))
    for source, sentence, wording in _worded(claims, past):
        worded[wording][source].append(sentence)
    found: dict[tuple[str, str], tuple[int, int, list[_Edit]]] = {}
    named: dict[tuple[str, str], bool] = {}
    for wording in sorted(wording for wording, by_source in worded.items() if len(by_source) > 1):
        sources = sorted(worded[wording])[:EDITED_SOURCES]
        for pair in combinations(sources, 2):
            known = named.get(pair)
            if known is None:
                known = named[pair] = _share_names(names[pair[0]], names[pair[1]])
            if not known:
                continue
            lefts, rights = worded[wording][pair[0]], worded[wording][pair[1]]
            if len(lefts) != len(rights):
                continue
            same, other, edits = found.setdefault(pair, (0, 0, []))
            for left, right in zip(lefts, rights, strict=True):
                a, b = figures_of(left[0]), figures_of(right[0])
                apart = [n for n, (one, two) in enumerate(zip(a.texts, b.texts, strict=True)) if one != two]
                same, other = same + (not apart), other + bool(apart)
                if len(apart) == 1:
                    edits.append(_Edit(left, right, (a.starts[apart[0]], b.starts[apart[0]])))
            found[pair] = (same, other, edits)
    return found


def _worded(claims: Sequence[Claim], past: ComparisonMemo) -> Iterator[tuple[str, _Sentence, str]]:
    """Every sentence with its source and a digest of its words without the figures."""
    by_source: dict[str, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        by_source[claim.source][claim.evidence.start].append(claim)
    sources = sorted(by_source)
    sentences = [[tuple(members) for _, members in sorted(by_source[source].items())] for source in sources]
    keys = [past.key("wording", [past.mark(source)]) for source in sources]
    wordings = past.each(sentences, keys, lambda stated: [_wording(sentence[0]) for sentence in stated])
    for source, stated, own_wordings in zip(sources, sentences, wordings, strict=True):
        for sentence, wording in zip(stated, own_wordings, strict=True):
            yield source, sentence, wording


def _wording(claim: Claim) -> str:
    return sha256("\0".join(figures_of(claim).mask).encode("utf-8", "surrogatepass")).hexdigest()


def _share_names(left: frozenset[str], right: frozenset[str]) -> bool:
    """Nearly all names that either text has stand in both."""
    needed = EDITED_NAMES_SHARE * max(len(left), len(right))
    return min(len(left), len(right)) >= needed and len(left & right) >= needed


def _holding(edit: _Edit) -> list[tuple[Claim, Claim]]:
    """The claims whose values hold the figure, left and right, unless they are told apart otherwise."""
    return [
        (a, b)
        for a in edit.left
        if a.value.start <= edit.at[0] < a.value.end
        for b in edit.right
        if b.value.start <= edit.at[1] < b.value.end
        if a.modality == b.modality and (a.value.kind == "date" or scope_overlap.same_time(a, b) is not False)
    ]


def _fitness(pair: tuple[Claim, Claim]) -> tuple[bool, bool, int, str, str]:
    """Claims of one attribute and kind first, of the narrower value."""
    left, right = pair
    return (
        left.attribute != right.attribute,
        left.value.kind != right.value.kind,
        left.value.end - left.value.start + right.value.end - right.value.start,
        left.id,
        right.id,
    )


def _equal(left: Claim, right: Claim) -> bool:
    """The figures are two ways to write one value, or one is the other, rounded."""
    one, other = left.value, right.value
    if value_relation.key(one) == value_relation.key(other):
        return True
    number = KINDS[one.kind].scale == "number"
    return number and None not in (one.low, other.low) and value_relation.agree(one, other)
