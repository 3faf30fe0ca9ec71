"""What a text states, in the short form the tables of these tests are written in."""

from __future__ import annotations

from checker import find_values
from checker.model.value import Mention

Row = tuple[str, str | None, str | None, str | None, str]


def mentions(text: str) -> list[Mention]:
    """The mentions of a text, each checked against its place."""
    found = find_values(text)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    return found


def rows(text: str) -> list[Row]:
    """Each mention as its text, low, high, unit and modifier."""
    return [(m.text, m.low, m.high, m.unit, m.modifier) for m in mentions(text)]


def only(text: str) -> Mention:
    """The one mention of a text."""
    (found,) = mentions(text)
    return found
