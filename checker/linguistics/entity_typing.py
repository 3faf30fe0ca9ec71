"""Reads the type of an entity from the words beside its name, and what distinguishes it from its namesakes."""

from __future__ import annotations

import re2

from checker.language.characters import behind_marks
from checker.language.language import any_of, derived, derived_up_to, phrases, table, word_set
from checker.language.names import fold, head_nouns
from checker.language.ships import ship_prefixes
from checker.language.words import singular
from checker.linguistics.sentence import PREPOSITIONS
from checker.linguistics.thresholds import (
    ARTICLE_BEFORE_NOUN,
    BESIDE_CHARACTERS,
    NOUN_CHARACTERS,
    STATED_TYPE_CHARACTERS,
)
from checker.model.document import Block

_BESIDE = r"^, an? ((?:[\pL'-]+ ?){1,9})"
_QUALIFIED = r"^(?: \(([^()\d]{3,40})\)|((?:, \p{Lu}[\pL'-]+(?: \p{Lu}[\pL'-]+){0,2}){1,3}))"
_born = phrases("names/types", "born_behind")
_ACTING = frozenset({"place", "census", "country", "government", "legislature"})
"""Types that the words beside a name cannot change: a town stays a town."""
_QUALIFIES = (" (", ", ")
"""How the words behind a name can begin at all, which is seen faster than a pattern is looked for."""
_STOP = word_set("language/clauses", "behind_noun")


_is_a = phrases("language/clauses", "is_a")
_BEFORE_TYPE = word_set("language/clauses", "before_type")


@derived
def _says() -> tuple[str, ...]:
    """How the words that say what a name is can begin."""
    return (" (", *(f"{mark} {verb} " for mark in ("", ",") for verb in _is_a()))


@derived
def _stated() -> str:
    before = any_of(table("language/clauses")["is_a_before"])
    return rf"^(?: \([^)]{{1,80}}\))?(?:,? (?:{any_of(_is_a())}) (?:{before}) )((?:[\pL'-]+ ?){{1,9}})"


@derived_up_to(3)
def _pattern(written: str) -> re2._Regexp:
    """A pattern, made when it is first looked for: that takes longer than many a text."""
    return re2.compile(written)


def stated_type(plain: str, at: int) -> str | None:
    """The type named by ``... is an American film director`` behind a name that ends at ``at``; who is born is one."""
    at = behind_marks(plain, at)
    if plain.startswith(_born(), at):
        return "person"
    if not plain.startswith(_says(), at):
        return None
    return _kind_in(_pattern(_stated()).search(plain[at : at + STATED_TYPE_CHARACTERS]))


def type_beside(plain: str, at: int) -> str | None:
    """The type named by ``, a steamer of 900 tons,`` behind a name that ends at ``at``."""
    at = behind_marks(plain, at)
    kind = (
        _kind_in(_pattern(_BESIDE).search(plain[at : at + BESIDE_CHARACTERS])) if plain.startswith(", a", at) else None
    )
    return kind if kind not in _ACTING else None


def _kind_in(match: re2._Match[str] | None) -> str | None:
    """The type of the last noun that says what the entity is, before further statements about it."""
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
    if (
        plain[at - 2 : at] == "  "
        and plain[max(0, at - NOUN_CHARACTERS) : at].rstrip().rpartition(" ")[2].lower() in ship_prefixes()
    ):
        return "ship"
    if plain[at - 1 : at] != " " or not plain[at - 2 : at - 1].islower():
        return None
    before = plain[max(0, at - NOUN_CHARACTERS) : at].rsplit("\n", 1)[-1].lower().split(" ")
    if len(before) < 3 or before[-1] or not before[-2].isalpha():
        return None
    article = any(w in _BEFORE_TYPE for w in before[-2 - ARTICLE_BEFORE_NOUN : -2])
    kind = head_nouns().get(before[-2]) if plain[at - 2 : at - 1].islower() else None
    return kind if kind != "census" and (article or kind == "person") else None


def noun_behind(plain: str, at: int) -> str:
    """The common noun right behind a name, and behind its acronym: ``the Corran programme``; "" for none."""
    rest = plain[at : at + NOUN_CHARACTERS]
    if rest.startswith(" ("):
        rest = rest.partition(")")[2]
    word = rest.split(None, 1)[0].removesuffix("'s").strip(",.;:'") if rest[:1] == " " and rest.strip() else ""
    return word if word.islower() and word in head_nouns() else ""


def headed_type(plain: str, at: int) -> str | None:
    """The type named by a common noun right behind a name."""
    return head_nouns().get(noun_behind(plain, at))


def qualifiers(plain: str, at: int) -> set[str]:
    """What distinguishes a name at the start of a line from its namesakes: ``(Ohio)``, ``, Crawford County, Ohio``."""
    at = behind_marks(plain, at)
    if not plain.startswith(_QUALIFIES, at):
        return set()
    match = _pattern(_QUALIFIED).search(plain[at : at + BESIDE_CHARACTERS])
    if match is None:
        return set()
    inside, after = match.group(1), match.group(2)
    if inside:
        return set() if inside.isupper() and " " not in inside else {fold(inside)}
    return {fold(part) for part in after.split(", ") if part}


def kind_of_rows(block: Block) -> str | None:
    """The type of the entities that a table's rows are about, by the head over their names: ``Town``, ``Company``."""
    return head_nouns().get(singular(block.heads[0].lower())) if block.heads and block.heads[0] else None
