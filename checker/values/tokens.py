"""Finds the places where a value may start: words with digits in them, and words that name numbers or times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any

import re2

from checker.language.characters import beyond_ascii
from checker.language.language import derived, word_set
from checker.values import short_days
from checker.values.figure_tokens import SHORT, figures, short_figures
from checker.values.lexicon import either, events, listed, quantified, seeds, units
from checker.values.token import DIGITS, Token, vulgar

BREAK = "\x97"
"""Stands for a long dash, which parts words as a hyphen does not."""
_NOTHING = Decimal(0)
_ARTICLES = word_set("values/durations", "articles")
_PARTS = word_set("values/durations", "parts")
_LONGEST_WORD = 4096
"""A word beyond all measure is no value."""


def scan(lines: Sequence[str]) -> list[list[Token]]:
    """The tokens of each folded line in order, without overlaps. No token goes beyond its line, so that all of
    them are searched at once."""
    text = "\n".join(lines) + "\n"
    openings = list(accumulate((len(line) + 1 for line in lines), initial=0))
    found: list[list[Token]] = [[] for _ in lines]
    tokens: list[Token] = []
    opens = ends = 0
    for match in _pattern().finditer(_bytes(text)):
        start, end = match.span()
        if start >= ends:
            number = bisect_right(openings, start)
            opens, ends = openings[number - 1 : number + 1]
            tokens = found[number - 1]
        chunk = text[start:end]
        if chunk[0].isalpha():
            token = _word(text, start, end, opens, chunk)
            if token is not None:
                if token.kind:
                    tokens.append(token)
                continue
        if end - start <= _LONGEST_WORD:
            dated = short_days.tokens(text, start, end, opens) if chunk.count(".") + chunk.count("/") > 1 else ()
            if dated:
                tokens += dated
                continue
            start -= opens
            for figure in short_figures(chunk) if len(chunk) <= SHORT else figures(chunk):
                if figure.kind == "year" and figure.text[-1] == "0" and text[opens + start + figure.end] == " ":
                    letter = _parted_decade(text, opens + start + figure.end)
                    if letter:
                        first, last = start + figure.start, start + figure.end + letter
                        tokens.append(Token("decade", first, last, text[opens + first : opens + last], figure.value))
                        continue
                if (
                    figure.kind == "decade"
                    and figure.text[4:] == "'s"
                    and not _is_cued(text, opens + start + figure.start)
                ):
                    first = start + figure.start
                    tokens.append(Token("year", first, first + 4, figure.text[:4], figure.value))
                    continue
                if figure.kind == "num" and figure.end - figure.start in (6, 7):
                    first = opens + start + figure.start
                    if _is_noted_year(text, first, first + len(figure.text)):
                        year = start + figure.start
                        tokens.append(Token("year", year, year + 4, figure.text[:4], Decimal(figure.text[:4])))
                        continue
                tokens.append(figure.moved(start))
    return found


def _parted_decade(text: str, end: int) -> int:
    """The length of a plural's ending that a blank parts from its year, as in 1990 s or 1990 's; 0 where none."""
    for ending in (" s", " 's"):
        behind = text[end + len(ending) : end + len(ending) + 1]
        if text.startswith(ending, end) and not (behind.isalnum() or (behind and behind in "-/'")):
            return len(ending)
    return 0


def _is_cued(text: str, start: int) -> bool:
    """Whether a word before 2020's says that it is a decade and not what belongs to a year."""
    before = text[max(0, start - 8) : start].lower()
    return before.endswith(tuple(f"{cue}{mark}" for cue in listed("calendar", "decade_cues") for mark in " -'"))


def _is_noted_year(text: str, start: int, end: int) -> bool:
    """Whether the number of a note is fused with the full stop behind a year: It opened in 1961.12 The bridge."""
    if text[start + 4] != "." or not "1500" <= text[start : start + 4] <= "2099":
        return False
    behind = text[end : end + 2].lstrip(" ")
    return text[max(0, start - 6) : start].lower().endswith((" in ", " since ")) and (
        behind[:1] in ("", "\n") or behind[0].isupper()
    )


def _word(text: str, start: int, end: int, opens: int, chunk: str) -> Token | None:
    """The token of a word or phrase that a table has; nameless inside a longer word, None where figures are in it.
    ``opens`` is where its line does."""
    low = chunk.lower()
    seed = seeds().get(low)
    if seed is None and "  " in chunk:
        seed = seeds().get(" ".join(low.split()))
    if seed is not None:
        inside = text[end].isalpha() or text[start - 1 : start].isalpha()
        return Token("" if inside else seed.kind, start - opens, end - opens, chunk, seed.value, high=seed.high)
    if low in events():
        return Token("event", start - opens, end - opens, chunk, _NOTHING)
    if DIGITS.isdisjoint(chunk) and vulgar().keys().isdisjoint(chunk):
        return _timed(start - opens, end - opens, chunk)
    return None


def _timed(start: int, end: int, chunk: str) -> Token:
    """A phrase of time without a number: last year, a decade, half a century."""
    words = chunk.lower().replace("-", " ").split()
    for count in (2, 1):
        name = " ".join(words[:count])
        bounds = quantified().get(name) if len(words) > count else None
        if bounds is not None:
            return Token("quantified time", start, end, chunk, bounds[0], plain=name, high=bounds[1])
    if words[0] in _ARTICLES and len(words) == 2:
        return Token("articled time", start, end, chunk, Decimal(1))
    if words[0] in _PARTS:
        return Token("part of time", start, end, chunk, _NOTHING)
    return Token("relative", start, end, chunk, _NOTHING)


def _bytes(text: str) -> bytes:
    """One byte for one character, so that offsets in the one are offsets in the other."""
    if not text.isascii():
        for character in beyond_ascii(text) & _wide():
            text = text.replace(character, "½")
    return text.encode("latin-1", "replace")


@derived
def _wide() -> frozenset[str]:
    """The signs for fractions that take more than one byte."""
    return frozenset(character for character in vulgar() if character > "\xff")


@derived
def _pattern() -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.longest_match = True
    options.log_errors = False
    options.max_mem = 64 << 20
    words = [re2.escape(word).replace("\\ ", " {1,3}") for word in (*seeds(), *events())]
    named = either(listed("calendar", "seasons") | listed("durations", "relative"))
    articled = either(listed("durations", "articled"))
    article = either(_ARTICLES)
    plurals = either(name for name, unit in units()[0].items() if unit.dimension == "time" and name.endswith("s"))
    adjectives = either(listed("durations", "adjectives"))
    phrases = [
        f"(?:{either(listed('durations', 'quantified'))}) (?:(?:{adjectives}) )?(?:{plurals})",
        f"(?:{either(listed('durations', 'whole'))})[ -](?:{articled})",
        f"(?:{either(listed('durations', 'relating'))}) (?:{named}|{either(listed('calendar', 'weekdays'))})",
        f"(?:{article}) (?:{named}) (?:{either(listed('durations', 'shifts'))})",
        f"(?:{article}) (?:{articled})",
        f"(?:{either(_PARTS)})[ -](?:(?:{either(listed('durations', 'parts_of') | _ARTICLES)}) )?(?:{articled})",
        *listed("durations", "deictic"),
    ]
    inside = rf"[^\s|<>{BREAK}]*"
    pattern = f"{inside}[0-9½¼¾]{inside}|" + r"(?i)\b(?:" + "|".join((*words, *phrases)) + r")\b"
    return re2.compile(pattern.encode("latin-1", "replace"), options)
