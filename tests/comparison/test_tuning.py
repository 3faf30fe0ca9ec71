"""Weights are fitted to labelled pairs, drawn to the shipped ones, and judged on pairs of documents held out."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from checker.comparison.labelled_pairs import WEIGHED, LabelledPair
from checker.comparison.tuning import LEAST, PARTS, shortage, tuned
from checker.model.rule import GroupWeights


def pair(same: bool, number: int, *, decided: bool = False, **sums: float) -> LabelledPair:
    """A labelled pair of the documents ``number`` by ``number + 1``, with what groups add to its score."""
    parts = tuple(sums.get(name, 0.0) for name in WEIGHED)
    return LabelledPair((0, 1), (f"{number:02}", f"{number + 1:02}"), parts, -1.0, same, decided)


def labels(count: int, *, words: float = 2.0, labels: float = -2.0, **more: bool) -> list[LabelledPair]:
    """Pairs of which the words tell the truth and the labels the contrary."""
    return [
        pair(same, n % 7, words=words if same else -words, labels=labels if same else -labels, **more)
        for n in range(count)
        for same in (True, False)
    ]


def test_the_groups_are_those_of_the_features() -> None:
    assert [field.name for field in fields(GroupWeights)] == ["always", *WEIGHED]


def test_the_group_that_tells_the_truth_counts_more_and_the_other_less() -> None:
    found = tuned(labels(30))
    assert found.weights.words > 1.1
    assert found.weights.labels < 0.9
    assert {found.weights.subject, found.weights.attribute, found.weights.scope} == {1.0}
    assert found.better
    assert found.one_fact.pairs == found.two_facts.pairs == 30
    assert found.after < found.before


def test_with_few_labels_weights_stay_near_the_shipped_ones() -> None:
    few, many = tuned(labels(LEAST)), tuned(labels(LEAST * 8))
    assert 1 < few.weights.words < many.weights.words
    assert 1 > few.weights.labels > many.weights.labels


def test_no_group_is_turned_round() -> None:
    assert tuned(labels(200, words=0.5, labels=-3)).weights.labels >= 0


def test_labels_that_say_nothing_are_no_better() -> None:
    mixed = [replace(entry, same=n % 3 == 0, documents=(str(n % 11), "z")) for n, entry in enumerate(labels(33))]
    found = tuned(mixed)
    assert not found.better
    assert round(found.before, 3) <= round(found.after, 3)


def test_how_often_known_values_are_of_one_fact_moves_no_constant() -> None:
    """They are chosen, three times as many of one fact as of two; only people tell how often that is so."""
    by_values = [pair(same, n % 7) for n in range(40) for same in (True, True, True, False)]
    assert abs(tuned(by_values).weights.always) < 0.01
    by_people = [replace(entry, decided=True) for entry in by_values]
    assert tuned(by_people).weights.always > 0.2
    assert tuned([replace(entry, same=not entry.same) for entry in by_people]).weights.always < 0.05


def test_the_order_of_pairs_decides_nothing() -> None:
    given = labels(20)
    assert tuned(given) == tuned(list(given)) == tuned([*given[20:], *given[:20]])


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (labels(LEAST), None),
        (labels(LEAST)[1:], "too few labelled pairs: 9 of one fact and 10 of two, and 10 of each are needed"),
        (labels(LEAST)[:-1], "too few labelled pairs: 10 of one fact and 9 of two, and 10 of each are needed"),
        ([], "too few labelled pairs: 0 of one fact and 0 of two, and 10 of each are needed"),
        (
            [replace(entry, documents=(str(n % (PARTS - 1)), "z")) for n, entry in enumerate(labels(LEAST))],
            "too few documents: the labelled pairs are of 4 pairs of documents, and 5 are needed",
        ),
        ([replace(entry, documents=(str(n % PARTS), "z")) for n, entry in enumerate(labels(LEAST))], None),
    ],
)
def test_too_few_labels_are_said(pairs: list[LabelledPair], said: str | None) -> None:
    assert shortage(pairs) == said
