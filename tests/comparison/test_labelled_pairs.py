"""Which pairs of a corpus are known to be of one fact or of two, and which are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from checker import pipeline, sources
from checker.comparison import Compared
from checker.comparison.explanation import trace
from checker.comparison.labelled_pairs import WEIGHED, labelled
from checker.model.rule import GroupWeights

GUIDE = "The Calder Mill ground 4,817 sacks of flour in its best season. Its floor covers 9,263 square feet."
LETTER = "All the flour of a good season filled 4,817 sacks at the Calder Mill, which ground rye and wheat."


def run(*texts: str) -> pipeline.Run:
    made = pipeline.Run(pipeline.recommended())
    for place, text in enumerate(texts):
        made.take(sources.from_text(chr(ord("a") + place), text))
    return made


def weighed(made: pipeline.Run, weights: GroupWeights) -> Compared:
    return made.under(replace(made.rulebook, weights=weights)).compared()


def told(found: Compared, decided: Mapping[frozenset[str], bool] | None = None) -> list[tuple[str, str, bool]]:
    """The values of each labelled pair, and whether it is of one fact."""
    return sorted(
        (*sorted(found.profiles[place].claims[0].value.text for place in pair.places), pair.same)
        for pair in labelled(found, decided or {})
    )


def test_a_rare_value_in_like_words_is_of_one_fact_and_what_else_is_stated_of_another() -> None:
    letter = LETTER + " The mill kept 1,204 sacks of flour back."
    assert told(run(GUIDE, letter).compared()) == [
        ("1,204", "4,817", False),
        ("4,817", "4,817", True),
    ]


@pytest.mark.parametrize(
    ("guide", "letter"),
    [
        (GUIDE.replace("4,817", "12"), LETTER.replace("4,817", "12")),
        (GUIDE, LETTER.replace("4,817", "4,871")),
        (GUIDE, "Nobody who paints boats at the harbour has needed more than 4,817 brushes."),
        (GUIDE, GUIDE),
        (GUIDE + " In 1890 it ground 4,817 sacks of flour too.", LETTER),
        (f"{GUIDE} {LETTER}", "The harbour is near."),
    ],
    ids=["common", "other value", "other words", "copy", "stated twice", "one document"],
)
def test_what_tells_nothing(guide: str, letter: str) -> None:
    found = run(guide, letter).compared()
    assert len(found.claims) > 1
    assert [row for row in told(found) if row[2]] == []


@pytest.mark.parametrize(
    ("letter", "like"),
    [
        ("Painters at the harbour lifted 4,817 baskets of flour in one season.", True),
        ("Painters at the harbour lifted 4,817 baskets in one season.", False),
    ],
)
def test_how_like_the_words_must_be(letter: str, like: bool) -> None:
    found = run(GUIDE, letter).compared()
    values = [{found.profiles[place].value for place in (pair.left, pair.right)} for pair in found.pairs]
    assert any(len(both) == 1 for both in values)
    assert [row[2] for row in told(found) if row[2]] == ([True] if like else [])


def test_people_stand_above_values() -> None:
    found = run(GUIDE, LETTER).compared()
    ((left, right, same),) = told(found)
    assert (left, right, same) == ("4,817", "4,817", True)
    claims = [claim.id for claim in found.claims if claim.value.text == "4,817"]
    assert told(found, {frozenset(claims): False}) == [("4,817", "4,817", False)]
    (label,) = labelled(found, {frozenset(claims): False})
    assert label.decided


def test_a_decision_on_claims_that_are_gone_tells_nothing() -> None:
    found = run(GUIDE, LETTER).compared()
    assert labelled(found, {frozenset(("a-gone", "b-gone")): False}) == labelled(found, {})


def test_names_and_order_of_documents_decide_nothing() -> None:
    letter = LETTER + " The mill kept 1,204 sacks of flour back."
    assert labelled(run(GUIDE, letter).compared(), {}) == labelled(run(letter, GUIDE).compared(), {})


@pytest.mark.parametrize(
    "weights", [GroupWeights(), GroupWeights(words=0, always=2), GroupWeights(rivals=3, subject=0.5)]
)
def test_weights_of_a_corpus_scale_what_each_group_adds(weights: GroupWeights) -> None:
    made = run(GUIDE, LETTER)
    (shipped,) = labelled(made.compared(), {})
    (own,) = labelled(weighed(made, weights), {})
    assert own.always == pytest.approx(shipped.always + weights.always)
    expected = [getattr(weights, name) * part for name, part in zip(WEIGHED, shipped.sums, strict=True)]
    assert own.sums == pytest.approx(expected)


def test_the_explanation_of_a_pair_adds_up_under_weights_of_a_corpus() -> None:
    made = run(GUIDE, LETTER)
    found = weighed(made, GroupWeights(words=0.5, documents=2, always=1))
    left, right = (claim for claim in found.claims if claim.value.text == "4,817")
    explained, before = trace(left, right, found), trace(left, right, made.compared())
    assert explained.score == pytest.approx(explained.always + sum(entry.part for entry in explained.weighed))
    assert explained.always == pytest.approx(before.always + 1)
    parts = {entry.words: entry.part for entry in before.weighed if entry.group == "words"}
    assert parts
    for entry in explained.weighed:
        if entry.group == "words":
            assert entry.part == pytest.approx(parts[entry.words] / 2)
