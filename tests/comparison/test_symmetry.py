"""How two claims stand does not hang on which of them comes first, in any way of comparing them and in all together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from checker.comparison.edit_statistics import EditStatistics
from checker.comparison.events import of_other_extent
from checker.comparison.near_duplicate_pairs import of_aligned
from checker.comparison.paraphrase_conflicts import of_rivals
from checker.comparison.paraphrases import alike, likeness
from checker.comparison.sentence_alignment import AlignedPair
from checker.comparison.statement_scope import comparable
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import pipeline, sources
from checker.comparison import Compared, compare, scope_overlap
from checker.model.claim import Record, of_source
from checker.value_relation import key

NAMES = ("The Calder Mill", "Osier Ferry Company", "the Harlow Bridge", "It")
SENTENCES = (
    "{name} was founded in {year} by two brothers from the river towns.",
    "{name} was founded on 3 May {year}.",
    "In {year}, {name} employed {count} people and drew {count},400 visitors.",
    "Version {count} of {name} cost ${count} million in {year}.",
    "{name} has {count} members in each of its wings.",
    "A fire at {name} killed {count} men in {year}.",
    "More than {count} rowers stayed at {name} throughout.",
)
SENTENCE = st.tuples(
    st.sampled_from(SENTENCES), st.sampled_from(NAMES), st.integers(1880, 1882), st.sampled_from([12, 14, 412])
).map(lambda parts: parts[0].format(name=parts[1], year=parts[2], count=parts[3]))
TEXT = st.lists(SENTENCE, min_size=1, max_size=5).map(lambda said: f"# The Calder Mill\n\n{' '.join(said)}")
TEXTS = st.lists(TEXT, min_size=2, max_size=4, unique=True)
"""Of texts that are the same to the letter any may stand for the others."""
BOOK = pipeline.recommended()


def records(texts: dict[str, str]) -> list[Record]:
    run = pipeline.Run(BOOK)
    for name, text in texts.items():
        run.take(sources.from_text(name, text))
    return run.records


def outcomes(found: Compared, names: dict[str, str]) -> set[object]:
    """Each comparison by its two values and their places, under the names given."""
    place = {claim.id: (names[claim.source], claim.value.start, claim.attribute) for claim in found.claims}
    return {(frozenset((place[c.left], place[c.right])), c.relation, c.reason, c.support) for c in found.comparisons}


def renamed(record: Record, name: str) -> Record:
    own = record.source.id
    claims = tuple(of_source(claim, f"{name}{claim.id[len(own) :]}", name) for claim in record.claims)
    return replace(record, source=replace(record.source, id=name), claims=claims)


@given(TEXTS)
@settings(deadline=None, max_examples=20)
def test_all_together_under_any_names(texts: list[str]) -> None:
    """Neither the names of texts nor their order decide which claims are compared, or how they stand."""
    forth = [renamed(record, f"s{n}") for n, record in enumerate(records({f"s{n}": t for n, t in enumerate(texts)}))]
    back = [renamed(record, f"s{len(forth) - 1 - n}") for n, record in enumerate(forth)]
    own = {f"s{n}": f"s{n}" for n in range(len(forth))}
    swapped = {f"s{len(forth) - 1 - n}": f"s{n}" for n in range(len(forth))}
    assert any(record.claims for record in forth)
    assert outcomes(compare(forth, BOOK), own) == outcomes(compare(back[::-1], BOOK), swapped)


@given(TEXTS)
@settings(deadline=None, max_examples=20)
def test_each_way_by_itself(texts: list[str]) -> None:
    found = compare(records({f"s{n}": text for n, text in enumerate(texts)}), BOOK)
    support = found.support
    for left, right in list(combinations(found.claims, 2))[:300]:
        assert scope_overlap.differing(left, right) == scope_overlap.differing(right, left)
        assert scope_overlap.same_time(left, right) == scope_overlap.same_time(right, left)
        assert comparable(left, right) == comparable(right, left)
        assert alike(left, right) == alike(right, left)
        if key(left.value) == key(right.value):
            assert likeness(left, right) == likeness(right, left)
        assert support.says_both(left, right) == support.says_both(right, left)
        assert support.is_stranger(left, right) == support.is_stranger(right, left)
        if left.subject.entity != right.subject.entity:
            continue
        assert support.points(left, right) == support.points(right, left)
        if left.source != right.source and (left.value.kind, left.attribute) == (right.value.kind, right.attribute):
            assert of_other_extent(left, right) == of_other_extent(right, left)
            assert of_rivals(left, right, support, BOOK) == of_rivals(right, left, support, BOOK)
            pair, back = AlignedPair(left, right, 0.9), AlignedPair(right, left, 0.9)
            forth = of_aligned(pair, EditStatistics.of([pair], ["conflict"]), support, BOOK)
            assert forth == of_aligned(back, EditStatistics.of([back], ["conflict"]), support, BOOK)
