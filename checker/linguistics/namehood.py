"""Tells names from words with a capital: a verb that opens a sentence, a heading, a unit, a placeholder.

Each run of capitals is described by named features over all the places where a document has it, and the weights of
these, fitted on labelled names (``training/namehood.py``), say how likely it is to name anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.language.language import derived, table
from checker.language.names import Name, calendar_words, fold, given, places, type_of
from checker.language.verbs import auxiliaries
from checker.language.words import common_words, singular, stopwords
from checker.linguistics.ranking import likelihood, threshold
from checker.linguistics.sentence import PREPOSITIONS
from checker.model.document import Block

Found = list[tuple[Name, Block, bool]]
"""Each name with the block in which it stands, and whether it opens its sentence."""

_LABELS = frozenset({"heading", "title"})
_BODIES = frozenset({"agency", "company", "organisation", "university"})
_LOOKED_AT = 8
"""So many places of a name show how it is used."""
_BESIDE = 24
"""In how many characters the words before and behind a name are looked for."""
_MANY = 3
_NEVER = frozenset({"contraction", "code of a unit"})
"""What no name has, however it is used."""
_ACRONYM = 5
"""The most letters of a usual acronym."""


NAME = "namehood"
"""The weights' name."""


@derived
def _placeholders() -> frozenset[str]:
    told = table("names/placeholders")
    return frozenset(word for group in told.values() for word in group)


@derived
def _codes() -> frozenset[str]:
    """Codes of currencies and signs of units as they are written: USD, MB."""
    ambiguous = set(table("values/standard_currencies")["words"])
    tables = ("values/standard_currencies", "values/standard_units", "values/loose_symbols")
    return frozenset(code for name in tables for code in _strings(table(name)) if _is_code(code)) - ambiguous


def _is_code(sign: str) -> bool:
    return sign.isalpha() and len(sign) > 1 and sign.isupper()


@derived
def _contracted() -> frozenset[str]:
    """What a verb is written together with: you'll, don't without its t."""
    return frozenset(word for group in table("language/pronouns").values() for word in group) | _negated()


@derived
def _negated() -> frozenset[str]:
    """Auxiliaries, whole or before the apostrophe of their negation: do, don."""
    return frozenset(form for word in auxiliaries() for form in (word, f"{word}n")) | {"let", "here", "there"}


def _strings(entry: object) -> Iterable[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        for inner in entry.values():
            yield from _strings(inner)
    elif isinstance(entry, list):
        for inner in entry:
            yield from _strings(inner)


def parted(names: Iterable[Name]) -> Iterator[Name]:
    """The names without words in capitals that bind a reader: ``The Osier Lock MUST close`` names the Osier Lock."""
    for name in names:
        words = name.text.split(" ")
        if not any(_is_placeholder(word) for word in words):
            yield name
            continue
        start = name.start
        for is_placeholder, group in groupby(words, _is_placeholder):
            text = " ".join(group)
            if not is_placeholder:
                yield Name(start, start + len(text), text, fold(text))
            start += len(text) + 1


def _is_placeholder(word: str) -> bool:
    return word.isupper() and word.lower() in _placeholders()


def naming(found: Found, plain: str, common: set[str], least: float | None = None) -> set[str]:
    """The keys of what is likely to be a name; ``common`` are the words of the text as they are written."""
    least = threshold(NAME) if least is None else least
    return {
        key
        for key, features in described(found, plain, common).items()
        if _NEVER.isdisjoint(features) and (_is_short_form(features) or likelihood(NAME, features) >= least)
    }


def _is_short_form(features: list[str]) -> bool:
    """``The Trust``: a noun of a body with a capital and an article is short for the name of one."""
    return "noun of a body" in features and not {"ever article", "ever opening article"}.isdisjoint(features)


def described(found: Found, plain: str, common: set[str]) -> dict[str, list[str]]:
    """By key of a name, the names of all that is so of it."""
    by_key: dict[str, Found] = defaultdict(list)
    for entry in found:
        if len(by_key[entry[0].key]) < _LOOKED_AT:
            by_key[entry[0].key].append(entry)
    return {key: [*_form(there[0][0], common), *_uses(there, plain)] for key, there in by_key.items()}


def _form(name: Name, common: set[str]) -> list[str]:
    """How the words of a name look, wherever they stand."""
    words = name.text.split(" ")
    low = [word.lower() for word in words]
    usual = [word for word in low if word in common_words() or singular(word) in common_words() or word in stopwords()]
    found = [f"words {min(len(words), _MANY)}"]
    if len(usual) == len(words):
        found.append("all common" if len(words) > 1 else "common")
    elif not usual:
        found.append("none common")
    if len(words) > 1:
        found += ["first common"] * (low[0] in usual) + ["last common"] * (low[-1] in usual)
        found += ["last not common or seen"] * (low[-1] not in usual and low[-1] not in common)
        found += ["first gerund"] * low[0].endswith("ing") + ["first said too"] * (low[0] in usual and low[0] in common)
    elif low[0].endswith(("ing", "ed", "ly", "tion", "ness", "ment", "ity", "ive", "able", "ful")):
        found.append("ending of a common word")
    if all(word in common for word in low):
        found.append("also in lower case")
    if low[0].partition("'")[0] in _contracted() and "'" in low[0]:
        found.append("contraction")
    if any(word.isupper() and len(word) > 1 and word.lower() in common_words() for word in words):
        found.append("common in capitals")
    if name.text.isupper() and len(words) == 1:
        found.append("letter" if len(name.text) == 1 else "acronym" if len(name.text) <= _ACRONYM else "capitals")
    elif not name.text[1:].islower() and any(c.isupper() for c in name.text[1:]) and len(words) == 1:
        found.append("inner capital")
    if len(words) > 1 and name.text.isupper():
        found.append("words in capitals")
    if len(words) > 1 and len(words[0]) == 2 and words[0][1] == ".":
        found.append("initial")
    if any(c.isdigit() for c in name.text):
        found.append("digit")
    if name.text in _codes():
        found.append("code of a unit")
    if low[0] in calendar_words() or low[-1] in calendar_words():
        found.append("of the calendar")
    if name.key in places() or low[0] in given():
        found.append("place or given name")
    if type_of(name.key) is not None:
        found += ["head noun"] * (len(words) > 1) + ["noun of a body"] * (
            type_of(name.key) in _BODIES and len(words) == 1
        )
    if len(words) > 1 and low[0] in {"of", "and", "for"}:
        found.append("opens with a small word")
    return found


def _uses(there: Found, plain: str) -> list[str]:
    """What stands around the places of a name."""
    seen: Counter[str] = Counter()
    for name, block, opens in there:
        seen.update(set(_around(name, block, opens, plain)))
    total = len(there)
    found = [f"always {use}" for use, n in seen.items() if n == total]
    found += [f"ever {use}" for use in seen]
    found += ["twice"] * (total > 1) + ["often"] * (total > _MANY)
    return found


def _is_label(name: Name, block: Block, plain: str) -> bool:
    """The name is all that its block says, or all of the label of its line."""
    short = block.end - block.start <= len(name.text) + _BESIDE
    alone = short and plain[block.start : block.end].strip(" *_.:#-") == name.text
    return alone or (block.key or "").strip(" *_") == name.text


def _around(name: Name, block: Block, opens: bool, plain: str) -> Iterable[str]:
    """What is so of one place of a name."""
    if opens:
        yield "opening"
    if block.kind in _LABELS:
        yield f"in a {block.kind}"
    elif not opens and block.kind in {"paragraph", "item"}:
        yield "inside a sentence"
    if _is_label(name, block, plain):
        yield "a whole label"
    if name.start and (plain[name.start - 1].isalnum() or plain[name.start - 1] in "_@/.-#+"):
        yield "glued before"
    behind = plain[name.end : name.end + _BESIDE].partition("\n")[0]
    if behind[:1].isalnum() or behind[:1] in {"_", "/", "-", "&", "="} or (behind[:1] == "." and behind[1:2].isalnum()):
        yield "glued behind"
    if behind[:1] in {"'"}:
        yield "owner" if behind[1:2] == "s" else "apostrophe"
    before = plain[max(0, name.start - _BESIDE) : name.start].rpartition("\n")[2]
    last = before.split()[-1:] if before.endswith(" ") else []
    following = behind.split()[:1] if behind[:1] == " " else []
    if last:
        word = last[0].lower()
        if word == "the":
            yield "article" if last[0] == word else "opening article"
        elif word in {"a", "an"}:
            yield "indefinite article"
        elif word in PREPOSITIONS:
            yield "preposition"
        elif word[:1].isdigit():
            yield "figure before"
        elif word.isalpha() and word.islower():
            yield "word before"
    if following:
        word = following[0]
        if word in auxiliaries():
            yield "verb behind"
        elif word.rstrip(".,").isalpha() and word.islower():
            yield "function word behind" if word in stopwords() else "word behind"
    if behind[:1] in {":", ","}:
        yield "colon behind" if behind[0] == ":" else "comma behind"
    if before.endswith("("):
        yield "in brackets"
