"""Words tell of an event of one kind, unless they tell of many."""

from __future__ import annotations

import pytest

from checker.language import events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a fall and a fire", ("fall", "fire")),
        ("a fall and another fall", ("fall",)),
        ("it falls", ("fall",)),
        ("falls", ("fall",)),
        ("deaths from falls", ()),
        ("the falls", ()),
        ("a fall from the fall", ("fall",)),
        ("of it collapsed", ("fall",)),
        ("two floods", ()),
        ("it floods", ("flood",)),
        ("of floods it floods", ("flood",)),
        ("in board", ("sinking",)),
        ("a mill", ()),
    ],
)
def test_kinds(text: str, expected: tuple[str, ...]) -> None:
    assert events.kinds_in(text.split()) == expected


def test_a_word_has_the_kind_of_its_verb_before_that_of_its_noun() -> None:
    assert events.by_form({"a": {"nouns": ["wreck"]}, "b": {"verbs": ["wreck"]}}) == {
        ("wreck", "noun"): "a",
        **{(form, "verb"): "b" for form in ("wreck", "wrecks", "wrecking", "wrecked")},
    }
    assert events.by_form({"a": {"nouns": ["wreck"]}, "b": {"nouns": ["wreck"]}}) == {("wreck", "noun"): "a"}
    assert (
        events.kind_of("collapsed") == "fall" and events.kind_of("blaze") == "fire" and events.kind_of("mill") is None
    )
    assert {"collapsed", "blaze"} <= events.words() and "mill" not in events.words()
