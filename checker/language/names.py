"""Finds proper names: capital runs, joined by the few small words that names hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import re2

from checker.vocabulary import table


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a text: ``key`` is its folded form, by which names are the same."""

    start: int
    end: int
    text: str
    key: str


_INITIAL = r"(?:\p{Lu}\.)+"
_CAPITAL = r"\p{Lu}[\pL\pM\pN]*(?:['-][\pL\pN]{2,})*"
_ABBREVIATED = r"(?:St|Mt|Ft|Jr|Sr|Dr|Mr|Mrs|Ms|Gen|Maj|Lt|Col|Capt|Adm|Rep|Sen|Gov|Prof|Rev|Hon|Inc|Co|Corp|Ltd)\."
_PART = rf"(?:{_ABBREVIATED}|{_INITIAL}|{_CAPITAL})"
_JOIN = r"(?:(?:of the|of|for the|for|and|&|de la|de|du|del|di|da|von|van der|van|der|la|le|on the) )?"
_NAME = re2.compile(rf"{_PART}(?: {_JOIN}{_PART})*")


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(word.lower() for word in table("names/generic")["words"])


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """The form under which two spellings of a name are one: lower case, no dots, & read as and."""
    low = text.lower().replace("&", "and").replace(".", "").replace("'", "")
    low = low.replace("-", " ")
    parts = low.split()
    while parts and parts[0] in {"the", "a", "an"}:
        parts = parts[1:]
    return " ".join(parts)


def find(plain: str, start: int = 0, end: int | None = None) -> list[Name]:
    """The names in ``plain[start:end]`` in order; leading words that are no part of a name are cut off."""
    stop = len(plain) if end is None else end
    found: list[Name] = []
    for match in _NAME.finditer(plain[start:stop]):
        found.extend(_cut(plain, start + match.start(), start + match.end()))
    return found


def _cut(plain: str, start: int, end: int) -> list[Name]:
    generic = _generic()
    text = plain[start:end]
    parts = text.split(" ")
    at = 0
    while parts and (parts[0].lower() in generic or parts[0].islower()):
        at += len(parts[0]) + 1
        parts = parts[1:]
    while parts and parts[-1].islower():
        parts = parts[:-1]
    if not parts:
        return []
    text = " ".join(parts)
    start += at
    for joint in (" and ", " for "):
        if joint in text and not _one_name(plain, start + len(text), text, joint):
            left, _, right = text.partition(joint)
            return [
                *_cut(plain, start, start + len(left)),
                *_cut(plain, start + len(left) + len(joint), start + len(text)),
            ]
    if text.endswith(".") and not text[:-1].endswith(("Inc", "Co", "Corp", "Ltd", "Jr", "Sr")):
        inner = text.rsplit(" ", 1)[-1]
        if inner.count(".") == 1:
            text = text[:-1]
    key = fold(text)
    return [Name(start, start + len(text), text, key)] if key else []


def _one_name(plain: str, end: int, text: str, joint: str) -> bool:
    """``A and B`` is one name when its acronym follows, or when the part before holds no head noun of its own."""
    after = plain[end : end + 12]
    if after.startswith(" (") and len(after) > 3 and after[2].isupper():
        return True
    left, _, right = text.partition(joint)
    if joint == " for ":
        return len(left.split()) >= 1 and len(right.split()) >= 1 and _headed(left)
    words = left.split()
    if len(words) < 2:
        return False
    if _headed(left):
        return False
    return len(right.split()) <= 4 and not _person(left)


@lru_cache(maxsize=1)
def head_nouns() -> dict[str, str]:
    """Head noun, lower case, to the type of thing it names."""
    heads: dict[str, str] = {}
    for kind, nouns in table("names/types")["heads"].items():
        for noun in nouns:
            heads.setdefault(noun.lower(), kind)
    return heads


def _headed(text: str) -> bool:
    return text.rsplit(" ", 1)[-1].lower() in head_nouns()


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Words before a person's name: president, vice admiral's parts, dr."""
    return frozenset(w for t in table("names/types")["titles"] for w in t.lower().split())


def _person(text: str) -> bool:
    return text.split(" ", 1)[0].lower().rstrip(".") in titles()


@lru_cache(maxsize=16384)
def type_of(key: str) -> str | None:
    """The type of thing a folded name's head noun names, if any."""
    heads = head_nouns()
    before_of = key.split(" of ")[0].split(" for ")[0]
    last = before_of.rsplit(" ", 1)[-1]
    if last in heads:
        return heads[last]
    last = key.rsplit(" ", 1)[-1]
    return heads.get(last)
