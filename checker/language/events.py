"""Knows the words that tell of an event that happens to people and things: which kind it is, and whether of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.language import verbs
from checker.language.language import derived, table, word_set

_BEFORE_MANY = word_set("language/happenings", "before_many")
"""``deaths from falls``: a plural behind one of these tells of many events, and not of one."""


def kind_of(low: str) -> str | None:
    """The kind of event that a word tells of."""
    return _kinds().get((low, "verb")) or _kinds().get((low, "noun"))


def kinds_in(lower_forms: Sequence[str]) -> tuple[str, ...]:
    """The kinds of event that a stretch of words tells of, each a single one."""
    found: dict[str, None] = {}
    for i, low in enumerate(lower_forms):
        kind = kind_of(low)
        plural = kind is not None and (low, "noun") not in _kinds() and low.endswith("s")
        if kind is not None and not (plural and i and lower_forms[i - 1] in _BEFORE_MANY):
            found[kind] = None
    return tuple(found)


@derived
def words() -> frozenset[str]:
    """Every word that tells of an event."""
    return frozenset(word for word, _ in _kinds())


@derived
def _kinds() -> dict[tuple[str, str], str]:
    return by_form(table("language/happenings")["kinds"])


def by_form(entries: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[tuple[str, str], str]:
    """Each form of the entries' verbs, and each of their nouns, to the first entry that it is of."""
    found: dict[tuple[str, str], str] = {}
    for name, entry in entries.items():
        for base in entry.get("verbs", ()):
            for form in verbs.forms(base):
                found.setdefault((form, "verb"), name)
        for noun in entry.get("nouns", ()):
            found.setdefault((noun, "noun"), name)
    return found
