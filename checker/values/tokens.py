"""Finds the places where a value may start: words with digits in them, and words that name numbers or times."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import re2

from checker.values.figures import figures
from checker.values.lexemes import DIGITS, Token, figure, vulgar
from checker.values.lexicon import events, listed, quantified, seeds, units

BREAK = "\x97"
"""Stands for a long dash, which parts words as a hyphen does not."""
_NOTHING = Decimal(0)
_LONGEST_WORD = 4096
"""A word beyond all measure is no value."""


def scan(text: str) -> list[Token]:
    """The tokens of folded ``text`` in order, without overlaps."""
    found: list[Token] = []
    for match in _pattern().finditer(_bytes(text)):
        start, end = match.span()
        chunk = text[start:end]
        if chunk[0].isalpha():
            token = _word(text, start, end, chunk)
            if token is not None:
                if token.kind:
                    found.append(token)
                continue
        if end - start <= _LONGEST_WORD:
            for kind, first, last, written, value, place, plain, high in figures(chunk):
                if kind == "year" and text[start + last : start + last + 1] == " " and value % 10 == 0:
                    letter = _parted_decade(text, start + last)
                    if letter:
                        first_of, end_of = start + first, start + last + letter
                        found.append(Token("decade", first_of, end_of, text[first_of:end_of], value))
                        continue
                if kind == "num" and last - first in (6, 7) and _is_noted_year(text, start + first, start + last):
                    found.append(figure(text, start + first, start + first + 4))
                    continue
                found.append(Token(kind, start + first, start + last, written, value, place, plain, high))
    return found


def _parted_decade(text: str, end: int) -> int:
    """The length of a plural's ending that a blank parts from its year, as in 1990 s or 1990 's; 0 where none."""
    for ending in (" s", " 's"):
        behind = text[end + len(ending) : end + len(ending) + 1]
        if text.startswith(ending, end) and not (behind.isalnum() or (behind and behind in "-/'")):
            return len(ending)
    return 0


def _is_noted_year(text: str, start: int, end: int) -> bool:
    """Whether the number of a note is fused with the full stop behind a year: It opened in 1961.12 The bridge."""
    if text[start + 4] != "." or not "1500" <= text[start : start + 4] <= "2099":
        return False
    behind = text[end : end + 2].lstrip(" ")
    return text[max(0, start - 6) : start].lower().endswith((" in ", " since ")) and (
        behind[:1] in ("", "\n") or behind[0].isupper()
    )


def _word(text: str, start: int, end: int, chunk: str) -> Token | None:
    """The token of a word or phrase that a table has; nameless inside a longer word, None where figures are in it."""
    low = chunk.lower()
    seed = seeds().get(low)
    if seed is None and "  " in chunk:
        seed = seeds().get(" ".join(low.split()))
    if seed is not None:
        inside = (start and text[start - 1].isalpha()) or text[end : end + 1].isalpha()
        return Token("" if inside else seed.kind, start, end, chunk, seed.value, high=seed.high)
    if low in events():
        return Token("event", start, end, chunk, _NOTHING)
    if DIGITS.isdisjoint(chunk) and vulgar().keys().isdisjoint(chunk):
        return _timed(start, end, chunk)
    return None


def _timed(start: int, end: int, chunk: str) -> Token:
    """A phrase of time without a number: last year, a decade, half a century."""
    words = chunk.lower().replace("-", " ").split()
    for count in (2, 1):
        name = " ".join(words[:count])
        bounds = quantified().get(name) if len(words) > count else None
        if bounds is not None:
            return Token("quantified time", start, end, chunk, bounds[0], plain=name, high=bounds[1])
    if words[0] in ("a", "an") and len(words) == 2:
        return Token("articled time", start, end, chunk, Decimal(1))
    if words[0] in ("half", "quarter"):
        return Token("part of time", start, end, chunk, _NOTHING)
    return Token("relative", start, end, chunk, _NOTHING)


def _bytes(text: str) -> bytes:
    """One byte for one character, so that offsets in the one are offsets in the other."""
    if not text.isascii() and not _wide().isdisjoint(text):
        for character in _wide():
            text = text.replace(character, "½")
    return text.encode("latin-1", "replace")


@cache
def _wide() -> frozenset[str]:
    """The signs for fractions that take more than one byte."""
    return frozenset(character for character in vulgar() if character > "\xff")


@cache
def _pattern() -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.longest_match = True
    options.log_errors = False
    options.max_mem = 64 << 20
    words = [re2.escape(word).replace("\\ ", " {1,3}") for word in (*seeds(), *events())]
    named = "|".join((*listed("calendar", "seasons"), *listed("durations", "relative")))
    days = "|".join(listed("calendar", "weekdays"))
    shifts = "|".join(listed("durations", "shifts"))
    articled = "|".join(listed("durations", "articled"))
    plurals = "|".join(name for name, unit in units()[0].items() if unit.dimension == "time" and name.endswith("s"))
    adjectives = "|".join(listed("durations", "adjectives"))
    phrases = [
        f"(?:{'|'.join(listed('durations', 'quantified'))}) (?:(?:{adjectives}) )?(?:{plurals})",
        f"(?:{'|'.join(listed('durations', 'whole'))})[ -](?:{articled})",
        f"(?:{'|'.join(listed('durations', 'relating'))}) (?:{named}|{days})",
        f"an? (?:{named}) (?:{shifts})",
        f"an? (?:{articled})",
        f"(?:half|quarter)[ -](?:of )?(?:an? )?(?:{articled})",
        *listed("durations", "deictic"),
    ]
    inside = rf"[^\s|<>{BREAK}]*"
    pattern = f"{inside}[0-9½¼¾]{inside}|" + r"(?i)\b(?:" + "|".join((*words, *phrases)) + r")\b"
    return re2.compile(pattern.encode("latin-1", "replace"), options)
