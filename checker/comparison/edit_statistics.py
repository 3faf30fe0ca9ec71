"""Counts, for near-identical sentences and for whole sources, how many values are equal and how many are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.profiles import verbatim_key
from checker.comparison.sentence_alignment import AlignedPair, Place, sentences_of
from checker.comparison.source_statements import rare
from checker.comparison.thresholds import COPIED_SENTENCES, FORM_SHARE
from checker.model.comparison import Relation


@dataclass(frozen=True, slots=True)
class EditStatistics:
    """An edited text differs in one value; a form filled for two things differs in most."""

    equal: dict[Place, int]
    """For two sentences: how many of their values are equal."""
    other: dict[Place, int]
    """For two sentences: how many of their values differ."""
    sources: dict[tuple[str, str], tuple[int, int]]
    """For two sources: pairs of sentences whose values are all equal, and pairs of which one differs."""

    @classmethod
    def of(cls, aligned_pairs: Sequence[AlignedPair], relations: Sequence[Relation]) -> EditStatistics:
        """Count every twin once; that the figures hold for one date makes none of them equal."""
        equal: dict[Place, set[int]] = defaultdict(set)
        other: dict[Place, list[tuple[int, int]]] = defaultdict(list)
        differing: list[AlignedPair] = []
        for aligned, relation in zip(aligned_pairs, relations, strict=True):
            place, value = sentences_of(aligned), aligned.left.value
            if relation == "conflict":
                differing.append(aligned)
            elif aligned.left.attribute not in NEVER_ALONE:
                equal[place].add(value.start)
        for aligned in sorted(differing, key=lambda t: (t.left.source, t.left.value.start, -t.left.value.end)):
            place, value = sentences_of(aligned), aligned.left.value
            if not other[place] or other[place][-1][1] <= value.start:
                other[place].append((value.start, value.end))
        sources: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for place in equal.keys() | other.keys():
            sources[_pair(place[0], place[2])][1 if other.get(place) else 0] += 1
        return cls(
            {p: len(s) for p, s in equal.items()},
            {p: len(s) for p, s in other.items()},
            {pair: (same, differing) for pair, (same, differing) in sources.items()},
        )

    def edited(self, aligned: AlignedPair) -> bool:
        """The sentences differ in this value only, and the sources in no more sentences than they share."""
        left, right = aligned.left.source, aligned.right.source
        equal, other = self.sources.get(_pair(left, right), (0, 0))
        return self.other.get(sentences_of(aligned), 0) == 1 and other <= max(1, equal)

    def much_copied(self, aligned: AlignedPair) -> bool:
        """The sentences are the only like ones of the two sources that differ, and by one value; several agree."""
        equal, other = self.sources.get(_pair(aligned.left.source, aligned.right.source), (0, 0))
        return self.edited(aligned) and other == 1 and equal >= COPIED_SENTENCES

    def filled(self, aligned: AlignedPair) -> bool:
        """The like sentences of the two sources state other values nearly throughout."""
        equal, other = self.sources.get(_pair(aligned.left.source, aligned.right.source), (0, 0))
        return other >= FORM_SHARE * max(equal, 1)


def equal_sentences(pairs: Sequence[AlignedPair]) -> int:
    """How many distinct sentences of two sources hold the equal values of these pairs.

    Values that many texts share count only where the sentences name the same thing.
    """
    telling = [pair for pair in pairs if pair.named or rare(pair.left) is not None]
    return len({(claim.source, verbatim_key(claim)) for pair in telling for claim in (pair.left, pair.right)})


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)
