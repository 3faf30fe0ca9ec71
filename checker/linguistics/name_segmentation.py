"""Splits runs of capitals into names, where infoboxes, menus and lists lost their line ends."""

from __future__ import annotations

import itertools
from collections import Counter

from checker.language import verbs
from checker.language.language import derived, table, word_set
from checker.language.names import Name, fold, honours, suffixes, titles, type_of
from checker.language.ships import ship_prefixes
from checker.language.verbs import auxiliaries
from checker.language.words import stopwords, undertakings
from checker.linguistics.sentence import PREPOSITIONS
from checker.linguistics.thresholds import (
    AREA_CHARACTERS,
    BOX_RUN,
    HEADED_NAME,
    KNOWN_NAME,
    NAMESAKE_CHARACTERS,
    PEER_CHARACTERS,
    RUN_OF_NAMES,
)

_MARKS = frozenset(",.;:()")
_ORDINAL_ENDINGS = word_set("values/numerals", "ordinal_endings")
_WORKED_ON = word_set("language/clauses", "worked_on")
_AND = word_set("language/clauses", "joining")

Found = list[tuple[int, Name]]
"""Each name with the place where its sentence starts."""


@derived
def _labels() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    labels = table("names/labels")
    return frozenset(labels["behind"]), frozenset(labels["run"]), frozenset(labels["menu"])


@derived
def divisions() -> frozenset[str]:
    """Common nouns that make a place's name that of another place."""
    return frozenset(table("names/types")["divisions"])


@derived
def _surroundings() -> frozenset[str]:
    return frozenset(table("names/types")["surroundings"])


def part(found: Found, plain: str) -> Found:
    """The names in order, with labels cut off and names that merely stand side by side parted."""
    counts = Counter(name.key for _, name in found)
    parted: Found = []
    for at, name in found:
        words = name.text.split(" ")
        if _of_a_peer(plain, name, words) or _prefixes(plain, name):
            continue
        pieces = _pieces(words, name.key, counts)
        if pieces == [(0, len(words))] and not _honour(words[-1]):
            parted.append((at, name))
        else:
            parted.extend((at, piece) for piece in _cut(name, words, pieces))
    return [(at, _namesake(_division(name, plain), plain)) for at, name in parted]


@derived
def _bearers() -> frozenset[str]:
    """What stands before the name of a namesake, the article and the word behind it: "an earlier"."""
    return frozenset(f"{article} {word}" for article, words in table("names/namesakes").items() for word in words)


def _namesake(name: Name, plain: str) -> Name:
    """``An earlier Corran Castle, wrecked in 1891`` bears the name, and is another than the text is about."""
    before = plain[max(0, name.start - NAMESAKE_CHARACTERS) : name.start].rsplit(None, 2)[-2:]
    ends = plain[name.end : name.end + 1] in _MARKS or _follows(plain, name.end)
    if " ".join(before).lower() not in _bearers() or not ends or plain[name.start - 1] != " ":
        return name
    text = f"{before[1]} {name.text}"
    return Name(name.start - len(before[1]) - 1, name.end, text, fold(text))


def _follows(plain: str, at: int) -> bool:
    """A verb or a preposition stands behind a name, which so describes no noun: ``a second Corran Castle was``."""
    word = plain[at : at + NAMESAKE_CHARACTERS].partition(" ")[2].lstrip(" ").split(" ", 1)[0].strip(",.;:)")
    return word in auxiliaries() or word in PREPOSITIONS or word in _AND or verbs.looks_past(word)


def _division(name: Name, plain: str) -> Name:
    """``Lundby subdivision``, ``the Lundby urban area`` and ``the urban area of Lundby`` are places beside Lundby."""
    behind = plain[name.end : name.end + AREA_CHARACTERS] if plain[name.end : name.end + 1] == " " else ""
    words = [word.rstrip(",.;:)'s\n") for word in behind[1:].split(" ", 2)[:2]]
    if words and words[0] in divisions():
        words = words[:1]
    elif " ".join(words).lower() not in _surroundings():
        before = plain[max(0, name.start - AREA_CHARACTERS) : name.start].lower().removesuffix(" of ").split(" ")
        around = " ".join(before[-2:]) if " ".join(before[-2:]) in _surroundings() else before[-1]
        if plain[max(0, name.start - 4) : name.start] != " of " or around not in _surroundings() | divisions():
            return name
        start = name.start - len(f"{around} of ")
        return Name(start, name.end, plain[start : name.end], fold(f"{name.text} {around}"))
    end = name.end + 1 + len(" ".join(words))
    text = plain[name.start : end]
    return Name(name.start, end, text, fold(text))


def _honour(word: str) -> bool:
    return word.isupper() and word.lower() in honours()


def _of_a_peer(plain: str, name: Name, words: list[str]) -> bool:
    """``4th Baron Fermoy`` behind a comma is what a person is, and no other person."""
    before = plain[max(0, name.start - PEER_CHARACTERS) : name.start].rpartition(",")[2].strip()
    return before[:1].isdigit() and before[-2:] in _ORDINAL_ENDINGS and words[0].lower() in titles()


def _prefixes(plain: str, name: Name) -> bool:
    """``SS`` before a ship's name in italics, whose mark parts the two, is no name of its own."""
    if name.key not in ship_prefixes() or plain[name.end : name.end + 2] != "  ":
        return False
    return plain[name.end : name.end + 6].lstrip(" ")[:1].isupper()


def _cut(name: Name, words: list[str], pieces: list[tuple[int, int]]) -> list[Name]:
    starts = [name.start]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    found = []
    for first, last in pieces:
        while first < last and (words[first] == "&" or words[first].lower() in stopwords()):
            first += 1
        while first < last and (words[last - 1].islower() or words[last - 1] == "&" or _honour(words[last - 1])):
            last -= 1
        text = " ".join(words[first:last])
        key = fold(text)
        if len(key) > 2:
            found.append(Name(starts[first], starts[first] + len(text), text, key))
    return found


def _pieces(words: list[str], key: str, counts: Counter[str]) -> list[tuple[int, int]]:
    """The parts of a run, as stretches of its words."""
    behind, labels, menu = _labels()
    lower_forms = [word.lower() for word in words]
    last = len(words)
    if all(low in menu for low in lower_forms) or (
        last > 1 and counts[key] < 2 and all(low in labels for low in lower_forms)
    ):
        return []
    if last == 1:
        return [(0, 1)]
    if last > 2 and lower_forms[0] in undertakings() and words[1] in _WORKED_ON:
        return [(2, last)]
    while last > 1 and lower_forms[last - 1] in behind and counts[key] < 2:
        last -= 1
    marked = [i for i in range(last) if lower_forms[i] in labels and not _joined(words, i, labels)]
    if (
        last == len(words) <= HEADED_NAME
        and type_of(key) is not None
        and lower_forms[0] not in menu
        and not counts[fold(" ".join(words[1:]))]
    ):
        marked = []
    if counts[key] < 2 and (last < len(words) or (last >= BOX_RUN and len(marked) > 1)):
        stretches = _between(last, marked) if len(marked) > 1 else [(0, last)]
    else:
        stretches = [(0, last)]
    leading = marked[:1] == [0] and last > 2 and counts[key] < 2
    if leading and len(stretches) == 1 and counts[fold(" ".join(words[1:last]))]:
        stretches = [(1, last)]
    if len(stretches) == 1 and lower_forms[0] in menu:
        stretches = [(1, last)]
    return [piece for a, b in stretches for piece in _named(words, a, b, counts)]


def _joined(words: list[str], i: int, labels: frozenset[str]) -> bool:
    """A small word of the name's own stands before: "Museum of Early Life"."""
    while i > 0 and words[i].lower() in labels:
        i -= 1
    return words[i].islower()


def _between(last: int, marked: list[int]) -> list[tuple[int, int]]:
    edges = [-1, *marked, last]
    return [(a + 1, b) for a, b in itertools.pairwise(edges) if a + 1 < b]


def _named(words: list[str], first: int, last: int, counts: Counter[str]) -> list[tuple[int, int]]:
    """Known names inside a long stretch, and people behind their titles, as stretches of their own."""
    if last - first >= RUN_OF_NAMES and all(words[i][:1].isupper() for i in range(first, last)):
        for size in range(KNOWN_NAME, 1, -1):
            for a in range(last - size, first - 1, -1):
                if counts[fold(" ".join(words[a : a + size]))]:
                    left = _named(words, first, a, counts) if a > first else []
                    right = _named(words, a + size, last, counts) if a + size < last else []
                    return [*left, (a, a + size), *right]
    at = _again(words, first, last, counts) or _title(words, first, last)
    return [(first, at), (at, last)] if at else [(first, last)]


def _again(words: list[str], first: int, last: int, counts: Counter[str]) -> int:
    """Where a run says a name or its last word again: "Ada Corran Corran"; 0 for nowhere."""
    for i in range(first + 2, last):
        if words[i] == words[i - 1] and (i > first + 2 or counts[fold(" ".join(words[i:last]))]):
            return i
        pair = words[i : i + 2]
        if len(pair) == 2 and i + 2 <= last and any(words[j : j + 2] == pair for j in range(first, i - 1)):
            return i
    return 0


def _title(words: list[str], first: int, last: int) -> int:
    """Where a title with a person's name begins behind other words of a run; 0 for nowhere."""
    if type_of(fold(" ".join(words[first:last]))) not in {None, "person"}:
        return 0
    labelled = words[first].lower() in _labels()[1]
    for i in range(first + 1 if labelled else first + 2, last - 2):
        low = words[i].lower().rstrip(".")
        before = words[i - 1].lower().rstrip(".")
        led = before in titles() or before == "the" or words[i - 1].islower()
        if low in titles() and not led and low not in suffixes():
            return i
    return 0
