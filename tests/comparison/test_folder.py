"""What all documents together tell: names, topics, values, and the frames and labels that recur."""

from __future__ import annotations

import pytest

from checker.comparison.folder import slots_of
from checker.comparison.thresholds import FRAME_NEIGHBOURS, FRAME_WORDS
from checker.model.claim import UNNAMED, Claim, Entity
from checker.model.labels import Labels
from tests.comparison.stated import laid_out, named, stated, words

FRAME = "Alder birch cedar {} gates"


def told(figures: list[int], frame: str = FRAME, labels: Labels | None = None) -> list[Claim]:
    """Each figure in one frame, in a document of its own."""
    more = {"labels": labels} if labels else {}
    return [
        stated(frame.format(figure), f"{figure} gates" if "gates" in frame else str(figure), source=f"s{n}", **more)
        for n, figure in enumerate(figures)
    ]


@pytest.mark.parametrize(
    ("figures", "variety", "sharing"),
    [
        ([40], 0, 1),
        ([40, 43], 0, 2),
        ([40, 43, 57], 3, 3),
        ([40, 40, 57], 2, 3),
        ([40, 40, 40], 1, 3),
        ([40, 43, 57, 61], 4, 4),
    ],
)
@pytest.mark.parametrize("by_label", [False, True])
def test_how_many_values_stand_in_one_frame(figures: list[int], variety: int, sharing: int, by_label: bool) -> None:
    """Of two documents nobody knows whether the frame is a template; a third one tells."""
    claims = told(figures, "{}", Labels(column="Gates")) if by_label else told(figures)
    ready = laid_out(*claims)
    (slot,) = ready.profiles[0].slots
    assert {profile.slots for profile in ready.profiles} == {(slot,)}
    assert ready.folder.variety(slot) == variety
    assert ready.folder.sharing(slot) == sharing


def test_one_document_fills_no_template() -> None:
    claims = [stated(FRAME.format(n), f"{n} gates", start=100 * n) for n in (40, 43, 57)]
    ready = laid_out(*claims)
    (slot,) = ready.profiles[0].slots
    assert (ready.folder.variety(slot), ready.folder.sharing(slot)) == (0, 1)


@pytest.mark.parametrize(("words", "slots"), [(FRAME_WORDS - 1, 0), (FRAME_WORDS, 1)])
def test_a_short_sentence_is_no_frame(words: int, slots: int) -> None:
    ready = laid_out(stated(" ".join(["of"] * words + ["40"]), "40"))
    assert len(ready.profiles[0].slots) == slots


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(("neighbours", "slots"), [(FRAME_NEIGHBOURS - 1, 0), (FRAME_NEIGHBOURS, 1)])
def test_the_nearest_words_on_one_side_are_a_frame_of_their_own(neighbours: int, slots: int, side: str) -> None:
    beside = words(*range(neighbours))
    ready = laid_out(stated(f"{beside} 40" if side == "left" else f"40 {beside}", "40"))
    assert len(ready.profiles[0].slots) == slots


@pytest.mark.parametrize(
    ("sentence", "value", "same"),
    [
        ("Birch cedar 43", "43", 1),
        ("Hazel birch cedar 43", "43", 1),
        ("Alder cedar 43", "43", 0),
        ("Cedar birch 43", "43", 0),
        ("43 cedar birch", "43", 0),
        ("Birch cedar $43", "$43", 0),
    ],
)
def test_which_nearest_words_make_one_frame(sentence: str, value: str, same: int) -> None:
    """The nearest two on the same side, in their order, beside values of one kind."""
    one, other = laid_out(stated("Alder birch cedar 40", "40"), stated(sentence, value, source="b")).profiles
    assert len(set(one.slots) & set(other.slots)) == same


def test_a_value_stands_in_every_frame_that_it_has() -> None:
    sentence = "of the old 40 alder birch by it"
    (found,) = laid_out(stated(sentence, "40", labels=Labels(row="Iron"))).profiles
    labels, whole, right = slots_of(found)
    cell = ("iron", "|", "|")
    assert labels == ("count", frozenset({"iron"}), cell)
    assert whole == (("old",), ("alder",), ("of", "the", "old", "alder", "birch", "by", "it"), cell)
    assert right == ("count", "right", ("alder", "birch"), cell)
    assert len(found.slots) == 3


@pytest.mark.parametrize(
    ("sentence", "same"),
    [
        ("At Osier Quay it holds 43 of them by the day.", True),
        ("At Osier Quay it holds 43 of them by the night.", False),
        ("At Osier Quay it carries 43 of them by the day.", False),
    ],
)
def test_names_and_figures_are_no_part_of_a_frame(sentence: str, same: bool) -> None:
    one, other = laid_out(
        stated("At Tarn Weir it holds 40 of them by the day.", "40"), stated(sentence, "43", source="b")
    ).profiles
    assert one.slots
    assert bool(set(one.slots) & set(other.slots)) is same


def test_labels_of_two_kinds_of_value_are_two_frames() -> None:
    labels = Labels(column="Gates")
    cost, count = (stated(text, text, source=source, labels=labels) for text, source in (("$40", "a"), ("40", "b")))
    one, other = laid_out(cost, count).profiles
    assert set(one.slots).isdisjoint(other.slots)


def test_topics_names_and_values_of_each_document() -> None:
    weir = named("Tarn Weir", aliases=("TWR",), topic=True)
    ready = laid_out(
        stated("It has 123 gates.", "123 gates"),
        stated("It has 123 gates.", "123 gates", start=90),
        stated("It has 40 gates.", "40 gates", source="b"),
        names={"a": ["osier mill"]},
        entities={"a": [weir, named("Osier Mill")], "b": [Entity(UNNAMED, "it", topic=True)]},
    )
    folder = ready.folder
    assert folder.topics == {"a": {"tarn weir", "twr"}, "b": set()}
    assert folder.topic_ids == {"a": {"tarn_weir"}, "b": set()}
    assert folder.names == {"a": {"osier mill"}, "b": set()}
    many, _, few = ready.profiles
    assert folder.values["a"] == {many.value: 2}
    assert folder.values["b"] == {few.value: 1}
    assert (folder.rare["a"], folder.rare["b"]) == ({many.value}, set())


def test_the_folder_under_the_sources_own_names() -> None:
    ready = laid_out(*told([40, 43, 57]))
    shown = ready.folder.under({"s0": "guide", "s1": "letter", "s2": "map"}, ready.identity)
    assert shown.topics.keys() == shown.names.keys() == shown.values.keys() == {"guide", "letter", "map"}
    (slot,) = ready.profiles[0].slots
    assert shown.variety(slot) == 3
    assert ready.folder.topics.keys() == {"s0", "s1", "s2"}
