"""The name that a sentence opens with and says something of, and the name that an entry of a list is for."""

from __future__ import annotations

import pytest

from checker.language import names
from checker.linguistics.definitional_subject import entry_name, is_said_to_be, opening_name


def opened(text: str, before: str = "", behind: str = "") -> str | None:
    plain = before + text + behind
    name = opening_name(plain, len(before), len(before) + len(text), names.find(plain))
    return name.text if name is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Corran Bridge (1871) is old", "Corran Bridge"),
        ('"Corran Bridge" was shut', None),
        ('"Corran Bridge was shut"', "Corran Bridge"),
        ("Corran became old", "Corran"),
        ("Corran calls for help", "Corran"),
        ("Corran helps all", None),
        ("Corran slowly became old", "Corran"),
        ("Corran slowly ran", None),
        ("once Corran is old", None),
        ("hms Corran is old", "Corran"),
        ("big hms Corran is old", "Corran"),
        ("ferry Corran is old", None),
        ("Corran", None),
        ("it is old", None),
        (f"Corran ({'x' * 84}) is old", "Corran"),
        (f"Corran ({'x' * 85}) is old", None),
    ],
)
def test_opening_name(text: str, expected: str | None) -> None:
    assert opened(text) == expected
    assert opened(text, before="Lund is old. ") == expected


def test_only_the_sentence_itself_is_read() -> None:
    assert opened("Corran", behind=" is old") is None
    assert opened("it is old. ", behind="Corran is old") is None


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" is a bridge", True),
        (" (1871) is a bridge", True),
        (", was one of them", True),
        ("   is the bridge", True),
        (" is old", False),
        (" are the bridges", False),
        (", a bridge, is a", False),
        (f" ({'x' * 120}) is a b", True),
        (f" ({'x' * 121}) is a b", False),
    ],
)
def test_is_said_to_be(behind: str, expected: bool) -> None:
    assert is_said_to_be(f"Corran{behind}", len("Corran")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Town Hall. A pile", "Town Hall"),
        ("Town Hall: a pile", "Town Hall"),
        ("Town Hall - a pile", "Town Hall"),
        ("Town Hall — a pile", "Town Hall"),
        ("**Town Hall** — a pile", "Town Hall"),
        ("Town Hall, a pile", None),
        ("Town Hall.A pile", None),
        ("Town Hall.", None),
        ("The Town Hall. A pile", None),
        ("a pile", None),
    ],
)
def test_entry_name(text: str, expected: str | None) -> None:
    for before in ("", "Kirk Hall is old "):
        plain = before + text
        name = entry_name(plain, len(before), len(plain), names.find(plain))
        assert (name.text if name is not None else None) == expected


def test_an_entry_ends_with_its_text() -> None:
    assert entry_name("a pile Kirk Hall. Old", 0, 7, names.find("a pile Kirk Hall. Old")) is None
