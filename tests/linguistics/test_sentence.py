"""The words of a sentence that refer to entities, what governs them, and its verbs."""

from __future__ import annotations

import pytest

from checker import values
from checker.language import names
from checker.language.characters import fold
from checker.linguistics.sentence import ParsedSentence, parse


def parsed(text: str) -> ParsedSentence:
    plain = fold(text)
    return parse(plain, 0, len(plain), names.find(plain), values.find(plain, text))


def referents(text: str) -> list[str]:
    """Each referent: its words, type, preposition and whether it owns what follows."""
    read = parsed(text)
    found = []
    for r in read.referents:
        words = read.text(r.first, r.last)
        marks = [r.kind, r.type, r.preposition and f"<{r.preposition}", "owner" if r.possessive else None]
        found.append(" ".join(filter(None, (words, "|", *marks))))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Corran Bridge opened.", ["corran bridge | name"]),
        ("the Corran steel bridge opened", ["corran | name"]),
        ("the Corran bridge school station hall opened", ["corran bridge school station | name building"]),
        ("Lund's bridge opened", ["lund | name owner"]),
        ("the Tarn Mills' bridge opened", ["tarn mills | name owner"]),
        ("the 'Tarn Mills' opened", ["tarn mills | name owner"]),
        ("the 'Tarn Mill' opened", ["tarn mill | name"]),
        # What a preposition governs, over articles, and over a figure.
        ("in its Corran", ["its | pronoun thing <in owner", "corran | name <in"]),
        ("of some Corran", ["corran | name <of"]),
        ("of old Corran", ["corran | name"]),
        ("of 45 Corran", ["corran | name <of"]),
        ("In 1871 the Corran bridge opened", ["corran bridge | name bridge"]),
        ("of 1871 Corran bridge opened", ["corran bridge | name bridge <of"]),
        ("In 45 Corran opened", ["corran | name <in"]),
        ("Before the war Corran opened", ["the war | definite event <before", "corran | name"]),
        # A place behind a comma is governed by what governs the place before it.
        ("Lund, in Norway, Sweden, is", ["lund | name", "norway | name <in", "sweden | name <in"]),
        ("Lund, in Tarn, Hay, is", ["lund | name", "tarn | name <in", "hay | name"]),
        ("Lund, in Norway and Sweden", ["lund | name", "norway | name <in", "sweden | name"]),
        # Brackets: an acronym is part of the name before it, another name is not.
        ("Corran Bridge (CBX) opened", ["corran bridge ( cbx ) | name"]),
        ("Corran Bridge (CBX", ["corran bridge ( cbx | name"]),
        ("Corran Bridge (Tarn) opened", ["corran bridge | name", "tarn | name"]),
        ("Corran Bridge opened (CBX)", ["corran bridge | name", "cbx | name"]),
        # Peoples that describe or are counted, and bodies called by their place.
        ("the Leeds company grew", ["the leeds company | definite company"]),
        ("a Leeds company grew", ["leeds company | name company"]),
        ("the Leeds bridge grew", ["leeds bridge | name bridge"]),
        ("the Corran company grew", ["corran company | name company"]),
        ("the Leeds", ["leeds | name"]),
        ("Chilean ships sank", []),
        ("the Chilean.", ["chilean | name"]),
        ("165 Chileans died", []),
        ("165 Corrans died", ["corrans | name"]),
        ("the Chileans died", ["chileans | name"]),
        # Definite phrases.
        ("The Museum opened", ["the museum | definite building"]),
        ("Museum opened", ["museum | name"]),
        ("the very old bridge is", ["the very old bridge | definite bridge"]),
        ("the very old stone bridge is", []),
        ("the old, bridge is", []),
        ("the south bridge is", []),
        ("the bridge school's end", ["the bridge school | definite university owner"]),
        ("the bridge school station is", ["the bridge school | definite university"]),
        ("this bridge", ["this bridge | definite bridge"]),
        ("our bridge is", []),
        ("its bridge is", ["its | pronoun thing owner"]),
        ("that is old", []),
        (
            "It is old, and she saw their mill",
            ["it | pronoun thing", "she | pronoun person", "their | pronoun plural owner"],
        ),
    ],
)
def test_referents(text: str, expected: list[str]) -> None:
    assert referents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it opened 4 doors", ["opened"]),
        ("it cost 4", ["cost"]),
        ("its final cost is", []),
        ("the cost is", []),
        ("the very final cost fell", ["cost", "fell"]),
        ("the bridge opened", ["opened"]),
        ("is not opened", ["opened"]),
        ("it is now show", ["show"]),
        ("it now show", []),
        ("is also first show", []),
        ("now show", []),
        ("it is show", ["show"]),
        ("it is slowly", []),
        ("it is the", []),
        ("to show it", ["show"]),
        ("to show", []),
        ("to the show it", []),
        ("the Red sank", ["sank"]),
    ],
)
def test_verbs(text: str, expected: list[str]) -> None:
    read = parsed(text)
    assert [read.lower_forms[v] for v in read.verbs] == expected


def test_a_name_within_a_figure_is_none() -> None:
    assert parsed("It cost $4 in March 1871 there.").names == []
    text = "May 1871 it"
    assert parse(text, 0, len(text), names.find("May Corran"), values.find(text, text)).names == []


def test_words_of_mentions_and_names_are_covered() -> None:
    read = parsed("Corran has 45 km; it fell.")
    assert read.covered == [1, 0, 2, 2, 0, 0, 0, 0]
    assert read.spans == [(2, 4)]
    assert read.marks == [4]
    assert read.line == " corran has 45 km ; it fell . "


def test_a_mention_that_begins_inside_a_word_covers_it() -> None:
    read = parsed("It fell (-$45m) then.")
    assert [read.text(*span) for span in read.spans] and all(read.covered[first] == 2 for first, _ in read.spans)
