"""Reads what a value includes and excludes: ``£120 with breakfast``, ``12 staff without volunteers``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.claims.thresholds import INCLUDED_REACH, INCLUDED_WORDS
from checker.language.language import derived, table, word_set
from checker.language.words import singular, stopwords
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, ParsedSentence

_JOINS = word_set("language/clauses", "conjunctions")

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    words: tuple[str, ...]
    included: bool
    behind: bool
    """The cue stands behind the noun."""
    of_money: bool = False


@derived
def _cues() -> dict[str, list[_Cue]]:
    """First word of a cue to the cues, the longest first."""
    data: Any = table("language/inclusions")
    found: dict[str, list[_Cue]] = {}
    for part in ("before", "before_money", "behind"):
        for polarity, phrases in data[part].items():
            for phrase in phrases:
                words = tuple(phrase.split(" "))
                cue = _Cue(words, polarity == "included", part == "behind", part == "before_money")
                found.setdefault(words[0], []).append(cue)
    for cues in found.values():
        cues.sort(key=lambda cue: (-len(cue.words), cue.behind))
    return found


def inclusions_of(parsed: ParsedSentence, index: int) -> tuple[Phrases, Phrases]:
    """What value ``index`` includes and excludes: by the words up to the next value, or by those that open
    the sentence before the first one."""
    if _cues().keys().isdisjoint(parsed.lower_forms):
        return (), ()
    first, last = parsed.spans[index]
    following = min((a for a, _ in parsed.spans if a >= last), default=len(parsed.lower_forms))
    stop = min((i for i in range(last, following) if parsed.lower_forms[i] in CLAUSE_MARKS), default=following)
    found = list(_named(parsed, index, last, stop))
    if not found and all(a >= first for a, _ in parsed.spans):
        opens = next(iter(_named(parsed, index, 0, first)), None)
        found = [opens] if opens is not None and opens[2] == 0 else []
    by_polarity = [dict.fromkeys(entity for entity, included, _ in found if included is way) for way in (True, False)]
    return tuple(by_polarity[0]), tuple(by_polarity[1])


def _named(parsed: ParsedSentence, index: int, start: int, stop: int) -> Iterator[tuple[str, bool, int]]:
    """Every thing that is named with a cue in a stretch of words, whether it is included, and where the cue stands."""
    i = start
    while i < stop:
        for cue in _cues().get(parsed.lower_forms[i], ()):
            end = i + len(cue.words)
            if tuple(parsed.lower_forms[i:end]) != cue.words:
                continue
            if cue.of_money and (
                parsed.mentions[index].kind != "money" or not 0 <= i - parsed.spans[index][1] <= INCLUDED_REACH
            ):
                continue
            named = _before(parsed, start, i) if cue.behind else _after(parsed, end, stop)
            if named:
                yield from ((one, cue.included, i) for one in named)
                i = end - 1
                break
        i += 1


def _after(parsed: ParsedSentence, start: int, stop: int) -> list[str]:
    """The nouns that follow a cue: the last word of each run."""
    found: list[str] = []
    run: list[str] = []
    for i in range(start, stop):
        low = parsed.lower_forms[i]
        if not run and (low in _passed() or (low == "." and i == start)):
            continue
        if _is_content(parsed, i) and len(run) < INCLUDED_WORDS:
            run.append(low)
            continue
        if run:
            found.append(singular(run[-1]))
        if low not in _JOINS or not run:
            return found
        run = []
    return [*found, singular(run[-1])] if run else found


def _before(parsed: ParsedSentence, start: int, stop: int) -> list[str]:
    """The noun that stands right before a cue."""
    return [singular(parsed.lower_forms[stop - 1])] if stop > start and _is_content(parsed, stop - 1) else []


def _is_content(parsed: ParsedSentence, i: int) -> bool:
    low = parsed.lower_forms[i]
    return (
        parsed.words[i].is_word
        and parsed.covered[i] != 2
        and i not in parsed.verbs
        and low not in PREPOSITIONS
        and low not in stopwords()
        and low not in _passed()
    )


@derived
def _passed() -> frozenset[str]:
    return frozenset(table("language/inclusions")["passed"])
