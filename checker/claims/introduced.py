"""Reads beside a name what kind of thing it names, and what tells it from its namesakes."""

from __future__ import annotations

from functools import lru_cache

import re2

from checker.claims.parse import PREPOSITIONS
from checker.language.names import fold, head_nouns

_IS_A = r"^(?: \([^)]{1,80}\))?,? (?:is|was|are|were) (?:an? |the |one of the )((?:[\pL'-]+ ?){1,9})"
_QUALIFIED = r"^(?: \(([^()\d]{3,40})\)|((?:, \p{Lu}[\pL'-]+(?: \p{Lu}[\pL'-]+){0,2}){1,3}))"
_SAYS = (" (", *(f"{mark} {verb} " for mark in ("", ",") for verb in ("is", "was", "are", "were")))
_BORN = (" was born ", " (born ", ", born ", " ( born ")
_QUALIFIES = (" (", ", ")
"""How the words behind a name can begin at all, which is seen faster than a pattern is looked for."""
_STOP = frozenset(
    [
        "of",
        "in",
        "for",
        "that",
        "who",
        "which",
        "from",
        "at",
        "on",
        "by",
        "with",
        "and",
        "to",
        "designed",
        "used",
        "located",
        "established",
        "serving",
    ]
)


@lru_cache(maxsize=2)
def _pattern(written: str) -> re2._Regexp:
    """A pattern, made when it is first looked for: that takes longer than many a text."""
    return re2.compile(written)


def said_type(plain: str, at: int) -> str | None:
    """The type named by ``... is an American film director`` behind a name that ends at ``at``; who is born is one."""
    if plain.startswith(_BORN, at):
        return "person"
    if not plain.startswith(_SAYS, at):
        return None
    match = _pattern(_IS_A).search(plain[at : at + 180])
    if match is None:
        return None
    heads = head_nouns()
    found = None
    for word in match.group(1).lower().split():
        if word in _STOP or word in PREPOSITIONS:
            break
        found = heads.get(word, found)
    return found


def introduced_type(plain: str, at: int) -> str | None:
    """The type named right before a name: ``the ferry Lucinda``, ``the museum ship Alder``."""
    if plain[at - 1 : at] != " " or not plain[at - 2 : at - 1].islower():
        return None
    before = plain[max(0, at - 40) : at].rsplit("\n", 1)[-1].lower().split(" ")
    if len(before) < 3 or before[-1] or not before[-2].isalpha():
        return None
    article = any(w in {"the", "a", "an", "its", "their", "his", "her"} for w in before[-5:-2])
    kind = head_nouns().get(before[-2]) if plain[at - 2 : at - 1].islower() else None
    return kind if kind != "census" and (article or kind == "person") else None


def headed_type(plain: str, at: int) -> str | None:
    """The type named by a common noun right behind a name: ``the Corran programme``."""
    rest = plain[at : at + 40]
    if rest.startswith(" ("):
        rest = rest.partition(")")[2]
    word = rest[1:].split(" ", 1)[0].strip(",.;:'s") if rest[:1] == " " else ""
    return head_nouns().get(word) if word.islower() else None


def qualifiers(plain: str, at: int) -> set[str]:
    """What tells a name at the start of a line from its namesakes: ``(Ohio)``, ``, Crawford County, Ohio``."""
    if not plain.startswith(_QUALIFIES, at):
        return set()
    match = _pattern(_QUALIFIED).search(plain[at : at + 90])
    if match is None:
        return set()
    inside, after = match.group(1), match.group(2)
    if inside:
        return set() if inside.isupper() and " " not in inside else {fold(inside)}
    return {fold(part) for part in after.split(", ") if part}
