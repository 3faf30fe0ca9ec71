"""Finds proper names: capital runs, joined by the few small words that names hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import re2

from checker.language.language import any_of, derived, derived_up_to, table, word_set
from checker.language.ships import ship_prefixes
from checker.language.words import stopwords


class Name(NamedTuple):
    """A proper name in a text: ``key`` is its folded form, by which names are the same."""

    start: int
    end: int
    text: str
    key: str


_INITIAL = r"(?:\p{Lu}\.)+"
_CAPITAL = r"\p{Lu}[\pL\pM\pN]*(?:(?:-[\p{Lu}\pN]|'[\pL\pN])[\pL\pN]+)*"
_ARTICLES = word_set("names/join", "articles")
_PARTS = 16
"""A name has fewer parts than this; what goes on longer is a line of capitals."""
_LONG = 200
"""Capital runs longer than this are hardly ever met twice."""
_AFTER = 12
"""How far behind a name its acronym may begin."""
# The same for ASCII text, where it costs a fraction for each name; nothing behind a possessive part takes it back.
_INITIAL_ASCII = r"(?:[A-Z]\.)++"
_CAPITAL_ASCII = r"[A-Z][A-Za-z0-9]*+(?:(?:-[A-Z0-9]|'[A-Za-z0-9])[A-Za-z0-9]++)*+"


@derived
def _name() -> re2._Regexp:
    """One name in a text of any letters, made when it is first needed: that takes longer than a short text."""
    return re2.compile(_pattern(_INITIAL, _CAPITAL))


@derived
def _name_ascii() -> re.Pattern[str]:
    return re.compile(_pattern(_INITIAL_ASCII, _CAPITAL_ASCII) + "+")


def _pattern(initial: str, capital: str) -> str:
    words = table("names/join")
    owner = rf"(?:{any_of(map(str.capitalize, table('names/generic')['owners']))}) ?' ?s"
    part = rf"(?:{owner}|(?:{any_of(words['abbreviated'])})\.|{initial}|{capital})"
    return rf"{part}(?: (?:(?:{any_of(words['inside'])}) )?{part})*"


@derived
def _joints() -> tuple[str, ...]:
    """Words that may part two names, with a blank on either side."""
    return tuple(f" {word} " for word in table("names/join")["parting"])


@derived
def _generic() -> frozenset[str]:
    return frozenset(word.lower() for word in table("names/generic")["words"])


@derived
def bodies() -> frozenset[str]:
    """Nouns of bodies and buildings, which names go on from with "for": center, committee."""
    return frozenset(word.lower() for word in table("names/generic")["types"])


@derived
def calendar_words() -> frozenset[str]:
    """Months and days of the week, and what else a calendar has with a capital, lower case."""
    return frozenset(word.lower() for group in table("names/calendar").values() for word in group)


@derived
def places() -> dict[str, str]:
    """Folded country, state, region or demonym to the one name of the place."""
    tables = table("names/places")
    found: dict[str, str] = {}
    for name in tables["cities"]:
        found[fold(name)] = fold(name)
    for within in tables["provinces"].values():
        found.update({fold(name): fold(name) for name in within})
    for name, people in tables["regions"].items():
        found.update({fold(form): fold(name) for form in (name, *people)})
    for group in ("states", "countries"):
        for name, forms in tables[group].items():
            other = [form for kind, forms_of in forms.items() if kind != "capital" for form in forms_of]
            found.update({fold(form): fold(name) for form in (name, *other) if len(form) > 2 or form == "US"})
            if "capital" in forms:
                found.setdefault(fold(forms["capital"]), fold(forms["capital"]))
    return found


@derived
def reporters() -> frozenset[str]:
    """Folded names of those who give figures of other things: review sites, charts."""
    return frozenset(fold(name) for name in table("names/labels")["reporters"])


@derived
def countries() -> frozenset[str]:
    """Folded names of countries and larger regions: the places that figures are given for."""
    tables = table("names/places")
    return frozenset(fold(name) for group in ("countries", "regions") for name in tables[group])


@derived_up_to(32768)
def fold(text: str) -> str:
    """The form under which two spellings of a name are one: lower case, no dots, & read as and."""
    low = (
        text.lower().replace("&", "and").replace(".", "").replace(" 's ", "s ").replace(" ' s ", "s ").replace("'", "")
    )
    low = low.replace("-", " ")
    parts = low.split()
    while parts and parts[0] in _ARTICLES:
        parts = parts[1:]
    return " ".join(parts)


def find(plain: str, start: int = 0, end: int | None = None) -> list[Name]:
    """The names in ``plain[start:end]`` in order; leading words that are no part of a name are cut off."""
    stop = len(plain) if end is None else end
    return [
        Name(at + name.start, at + name.end, name.text, name.key)
        for at, names in _runs(plain, start, stop)
        for name in names
    ]


def keys(plain: str) -> frozenset[str]:
    """The folded forms of the names in a text."""
    return frozenset(name.key for _, names in _runs(plain, 0, len(plain)) for name in names)


def _runs(plain: str, start: int, stop: int) -> Iterator[tuple[int, tuple[Name, ...]]]:
    """Each capital run's place and the names in it, with their places inside the run."""
    opening = start
    while opening < stop and not plain[opening].isalnum():
        opening += 1
    within = plain[start:stop]
    for match in (_name_ascii() if within.isascii() else _name()).finditer(within):
        run, at = match[0], start + match.start()
        if " " not in run:
            yield at, (_cut_once if len(run) < _LONG else _cut)(run, 0, len(run), at == opening)
            continue
        close = at + len(run)
        joined = any(joint in run for joint in _joints())
        if run.count(" ") >= _PARTS:
            yield from _stretches(run, at)
            continue
        cut = _cut_once if len(run) < _LONG else _cut
        yield at, cut(run + plain[close : close + _AFTER] if joined else run, 0, len(run), at == opening)


def _stretches(run: str, at: int) -> Iterator[tuple[int, tuple[Name, ...]]]:
    """A line of capitals, a dozen parts at a time."""
    parts, offset = run.split(" "), 0
    for first in range(0, len(parts), _PARTS):
        piece = " ".join(parts[first : first + _PARTS])
        yield at + offset, _cut(piece, 0, len(piece), False)
        offset += len(piece) + 1


def _cut(plain: str, start: int, end: int, opens: bool) -> tuple[Name, ...]:
    """The names in one capital run: function words and months are cut off its ends, joined names parted."""
    parts = plain[start:end].split(" ")
    at = 0
    while parts and (parts[0].islower() or _leading(parts, opens)):
        at += len(parts[0]) + 1
        opens = parts[0].lower() not in _ARTICLES
        parts = parts[1:]
    while parts and (parts[-1].islower() or parts[-1] == "'" or parts[-1].lower().rstrip(".") in calendar_words()):
        parts = parts[:-1]
        if len(parts) == 1 and _leading(parts, opens):
            parts = []
    if not parts:
        return ()
    text = " ".join(parts).removesuffix("'s")
    start += at
    for joint in _joints():
        if joint in text and not _one_name(plain, start + len(text), text, joint):
            left, _, _right = text.partition(joint)
            return (
                *_cut(plain, start, start + len(left), False),
                *_cut(plain, start + len(left) + len(joint), start + len(text), False),
            )
    if text.endswith(".") and not text[:-1].endswith(tuple(table("names/join")["abbreviated_behind"])):
        inner = text.rsplit(" ", 1)[-1]
        if inner.count(".") == 1:
            text = text[:-1]
    key = fold(text)
    if len(key) < 3 and not text.isupper():
        return ()
    return (Name(start, start + len(text), text, key),) if key else ()


@derived_up_to(16384)
def _cut_once(plain: str, start: int, end: int, opens: bool) -> tuple[Name, ...]:
    return _cut(plain, start, end, opens)


def _leading(parts: list[str], opens: bool) -> bool:
    """The first word is no part of the name: a month, or a function word that opens a sentence."""
    low = parts[0].lower().rstrip(".")
    if low in calendar_words():
        return True
    if len(parts) == 1:
        if low in suffixes():
            return True
        return low in _generic() and (opens or low in stopwords() or low not in head_nouns())
    return low in stopwords() and (opens or low in _ARTICLES)


def _one_name(plain: str, end: int, text: str, joint: str) -> bool:
    """``A and B`` is one name when its acronym follows, or when the part before holds no head noun of its own."""
    after = plain[end : end + _AFTER]
    if after.startswith(" (") and len(after) > 3 and after[2].isupper():
        return True
    left, _, right = text.partition(joint)
    if fold(left) in places() or fold(right) in places():
        return False
    if joint == " for ":
        return _headed(left) or left.rsplit(" ", 1)[-1].lower() in bodies()
    words = left.split()
    if len(words) < 2:
        return False
    if _headed(left):
        return False
    return len(right.split()) <= 4 and not _person(left)


@derived
def head_nouns() -> dict[str, str]:
    """Head noun, lower case, to the type of thing it names."""
    heads: dict[str, str] = {}
    for kind, nouns in table("names/types")["heads"].items():
        for noun in nouns:
            heads.setdefault(noun.lower(), kind)
    return heads


def _headed(text: str) -> bool:
    return text.rsplit(" ", 1)[-1].lower() in head_nouns()


@derived
def suffixes() -> frozenset[str]:
    """Letters behind a person's name: jr, phd, cbe."""
    return frozenset(word.lower().rstrip(".") for word in table("names/types")["suffixes"])


@derived
def broad() -> dict[str, frozenset[str]]:
    """Nouns that refer to things of several types, and which: institution."""
    return {noun: frozenset(types) for noun, types in table("names/types")["broad"].items()}


@derived
def _of_companies() -> frozenset[str]:
    return frozenset(table("names/types")["company_ends"])


@derived
def _christened() -> frozenset[str]:
    return frozenset(table("names/types")["christened"])


@derived
def honours() -> frozenset[str]:
    """Letters behind a person's name that tell nobody from a namesake: cbe, kcb."""
    return frozenset(table("names/types")["honours"])


@derived
def titles() -> frozenset[str]:
    """Words before a person's name: president, vice admiral's parts, dr."""
    return frozenset(w for t in table("names/types")["titles"] for w in t.lower().split())


@derived
def given() -> frozenset[str]:
    """Common given names of persons, lower case."""
    return frozenset(name for row in table("names/given") for name in row)


def _person(text: str) -> bool:
    return text.split(" ", 1)[0].lower().rstrip(".") in titles()


@derived_up_to(16384)
def type_of(key: str) -> str | None:
    """The type of thing a folded name's head noun names, if any."""
    heads = head_nouns()
    if " " in key and key.split(" ", 1)[0] in ship_prefixes():
        return "ship"
    before_of = key.split(" of ")[0].split(" for ")[0]
    last = before_of.rsplit(" ", 1)[-1]
    if " " in before_of and last in _christened():
        return None
    if last in heads:
        return heads[last]
    last = key.rsplit(" ", 1)[-1]
    return heads.get(last) or ("company" if " " in key and last in _of_companies() else None)
