"""An answer that is only a figure is read with its question."""

from __future__ import annotations

import pytest

from tests.readings import claims, told

LIBRARY = "# Tarn Library\n\nTarn Library is a library in Tarn. Tarn Library was founded in 1894.\n\n## Questions\n\n"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("**How many branches are there?**\n6\n", ("Tarn Library", "branches", "6")),
        ("How many readers do you have?\n\n: 4,200\n", ("Tarn Library", "reader", "4,200")),
        ("Q: What is the fine for a late book?\nA: £2\n", ("Tarn Library, late book", "damages", "£2")),
        ("### How old must a reader be?\n\n16\n", ("Tarn Library, reader", "age", "16")),
        ("**How long is the reading room?**\n\n31 m\n", ("Tarn Library, reading room", "length", "31 m")),
        ("**How high is the Pell Tower?**\n\n44 m\n", ("Pell Tower", "height", "44 m")),
        ("How many branches are there?\n\n6\n", ("Tarn Library", "branches", "6")),
        ("**In what year was the library founded?**\n1894\n", ("Tarn Library", "founded", "1894")),
        ("**What does a card cost?**\n£3.\n", ("Tarn Library, card", "cost", "£3")),
    ],
)
def test_fragments(text: str, claim: tuple[str, str, str]) -> None:
    found = {
        (s, a if a in {"age", "length", "height", "damages", "cost"} else a.partition("__")[0], v)
        for s, a, v in told(LIBRARY + text)
    }
    assert claim in found, found


def test_the_evidence_is_question_and_answer() -> None:
    text = LIBRARY + "**How many branches are there?**\n6\n"
    quotes = [c.evidence.quote for c in claims(text) if c.value.text == "6"]
    assert quotes == ["How many branches are there?**\n6"]
    assert all(quote in text for quote in quotes)


@pytest.mark.parametrize(
    "text",
    [
        "**How many branches are there?**\nThe Pell Tower has 44 rooms.\n",
        "**How many branches are there?**\n\nSome.\n\nThe Pell Tower has 44 rooms.\n",
    ],
)
def test_a_sentence_says_for_itself_what_it_is_about(text: str) -> None:
    about = {(s, v) for s, _, v in told(LIBRARY + text)}
    assert ("Pell Tower", "44") in about
