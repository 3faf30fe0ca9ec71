"""Finds the key of a labelled line and its value: ``Key: value``, ``Key - value``, ``key = value``, ``--flag N``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.language.identifiers import identifier_end
from checker.language.language import derived, table
from checker.text.lines import is_label, label_end
from checker.text.thresholds import FIGURE_WORDS, KEY, KEY_WORDS, KEYED_VALUE

_CURRENCY = "$€£¥~<>≤≥≈+-#("
_DASH = re.compile(r" (?:--?|—) ")
_LEADER = re.compile(r" ?(?:\.{3,}|…+|(?: \.){3,}) ?")
_EQUALS = re.compile(r" ?= ?")
_ARGUMENT = re.compile(r"(?:[ =](?:<[^<>\s]{1,30}>|[A-Z][A-Z_]{0,20}))?(?=[\s,:;=(-]|$)")
_AFTER_IDENTIFIER = re.compile(r"\s*(?:[:=,;]|--?(?=\s)|—)?\s*")


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """Where in a line its key ends and its value begins."""

    key: int
    value: int


def keyed(text: str, *, low: bool = False, item: bool = False, named: bool = False) -> KeyedLine | None:
    """The key of a line, if it has one.

    ``low``: the key may open in lower case. ``item``: the line is an item of a list, where a dash may part key and
    value. ``named``: the line opens with a word that its writer marks as code.
    """
    colon = label_end(text, low=low)
    if colon > 0:
        return KeyedLine(colon, colon + 1)
    return _setting(text, item, named) or _parted(text, item)


def opens_with_figure(text: str) -> bool:
    """Whether a figure comes first, but for words such as "about"."""
    for word in text.split(maxsplit=FIGURE_WORDS)[:FIGURE_WORDS]:
        bare = word.lstrip(_CURRENCY)
        if bare[:1].isdecimal():
            return True
        if word.lower() not in _words("before_figure"):
            return False
    return False


def _setting(text: str, item: bool, named: bool) -> KeyedLine | None:
    """A line that opens with the name of a setting and says its value."""
    end = identifier_end(text)
    if not end and named:
        end = len(text.split(maxsplit=1)[0].rstrip(":,"))
    if not end:
        return None
    argument = _ARGUMENT.match(text, end)
    if argument is None:
        return None
    parted = _AFTER_IDENTIFIER.match(text, argument.end())
    assert parted is not None
    value = text[parted.end() :]
    if not value or len(value) > KEYED_VALUE or not any(map(str.isdecimal, value)):
        return None
    sign = parted[0].strip()
    spoken = not _words("setting").isdisjoint(word.strip("():,.=") for word in value.lower().split())
    figure = opens_with_figure(value)
    if sign == "=" or (sign and figure) or spoken or (figure and len(value.split()) <= KEY_WORDS and not named):
        return KeyedLine(end, parted.end())
    return KeyedLine(end, parted.end()) if item and sign == ":" else None


def _parted(text: str, item: bool) -> KeyedLine | None:
    """A short key, a sign and a figure: ``Depth = 4 m``, ``Depth .... 4 m`` and in a list ``Depth - 4 m``."""
    for pattern, holds in (
        (_EQUALS, "=" in text),
        (_LEADER, ".." in text or "…" in text or " . " in text),
        (_DASH, item),
    ):
        found = pattern.search(text, 1, KEY) if holds else None
        if found is None:
            continue
        key, value = text[: found.start()], text[found.end() :]
        if len(key.split()) <= KEY_WORDS and len(value) <= KEYED_VALUE and opens_with_figure(value) and is_label(key):
            return KeyedLine(found.start(), found.end())
    return None


@derived
def _all_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("text/keys").items()}


def _words(name: str) -> frozenset[str]:
    return _all_words()[name]
