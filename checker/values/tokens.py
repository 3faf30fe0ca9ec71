"""Finds the places where a value may start: words with digits in them, and words that name numbers or times."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

import re2

from checker.values.lexicon import listed, mapped, seeds, words_of
from checker.vocabulary import table

BREAK = "\x97"
"""Stands for a long dash, which parts words as a hyphen does not."""
_LONGEST_CHUNK = 120
_MOST_DIGITS = 24
_OPENING = "([{\"'*_~"
_CLOSING = ")]}\"'*_,.;:!?"
_DIGITS = frozenset("0123456789")


class Token(NamedTuple):
    """One word or figure: ``value`` is what it is worth, ``places`` how many decimals it was written with."""

    kind: str
    start: int
    end: int
    text: str
    value: Decimal
    places: int = 0
    high: Decimal | None = None

    @property
    def is_year(self) -> bool:
        """Written as a year is: four digits, nothing between them."""
        return self.kind == "num" and len(self.text) == 4 and self.text.isdigit()

    @property
    def is_plain(self) -> bool:
        """Digits alone."""
        return self.kind == "num" and self.text.isdigit()


def scan(text: str) -> list[Token]:
    """The tokens of folded ``text`` in order, without overlaps."""
    found: list[Token] = []
    known = seeds()
    events = _events()
    for match in _pattern().finditer(_bytes(text)):
        start, end = match.span()
        chunk = text[start:end]
        seed = known.get(chunk.lower())
        if seed is not None:
            if not (start and text[start - 1].isalpha()) and not text[end : end + 1].isalpha():
                found.append(Token(seed.kind, start, end, chunk, seed.value, 0, seed.high))
        elif chunk.lower() in events:
            found.append(Token("event", start, end, chunk, Decimal(0)))
        elif _DIGITS.isdisjoint(chunk) and not any(c in _vulgar() for c in chunk):
            found.append(Token("relative", start, end, chunk, Decimal(0)))
        else:
            found.extend(
                Token(kind, start + a, start + b, part, value, places)
                for kind, a, b, part, value, places in pieces(chunk)
            )
    return found


def _bytes(text: str) -> bytes:
    """One byte for one character, so that offsets in the one are offsets in the other."""
    if not text.isascii():
        for character in _vulgar():
            if character > "\xff":
                text = text.replace(character, "½")
    return text.encode("latin-1", "replace")


@cache
def _pattern() -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.longest_match = True
    options.log_errors = False
    options.max_mem = 64 << 20
    words = [re2.escape(word) for word in (*seeds(), *_events())]
    units = "|".join(listed("calendar", "weekdays")) + "|" + _relative_units()
    relative = [
        f"(?:last|next|this|previous|following|past|coming) (?:{units})",
        f"an? (?:{_relative_units()}) (?:later|earlier|ago|before|after)",
        "yesterday",
        "tomorrow",
    ]
    pattern = r"(?i)\b(?:" + "|".join((*words, *relative)) + r")\b"
    inside = rf"[^\s|<>{BREAK}]*"
    return re2.compile((inside + "[0-9½¼¾]" + inside + "|" + pattern).encode("latin-1", "replace"), options)


def _relative_units() -> str:
    return "|".join((*listed("calendar", "seasons"), "year", "month", "week", "decade", "century", "quarter", "day"))


@cache
def _events() -> dict[str, tuple[str, str]]:
    return {name.lower(): (days[0], days[1]) for name, days in table("values/events").items()}


def event(text: str) -> tuple[str, str]:
    """First and last day of a well known event."""
    return _events()[text.lower()]


@cache
def _vulgar() -> dict[str, tuple[int, int]]:
    items = words_of("numerals")["vulgar"]
    assert isinstance(items, dict)
    return {sign: (int(pair[0]), int(pair[1])) for sign, pair in items.items()}


@lru_cache(maxsize=32768)
def pieces(chunk: str) -> tuple[tuple[str, int, int, str, Decimal, int], ...]:
    """The figures in one word, as (kind, start, end, text, value, places); none where the word is a name,
    an address, a reference or an identifier."""
    if len(chunk) > _LONGEST_CHUNK:
        return ()
    start, end = 0, len(chunk)
    while start < end and chunk[start] in _OPENING:
        start += 1
    while end > start and chunk[end - 1] in _CLOSING:
        end -= 1
    bracket = chunk.find("[", start + 1)
    if bracket > 0 and _is_citation(chunk[bracket:]):
        return _cited(chunk[:bracket])
    core = chunk[start:end]
    if core.isdigit():
        if start and chunk[start - 1] == "[" or len(core) > _MOST_DIGITS:
            return ()
        if chunk[start - 1 : start] == "(" and chunk[end : end + 1] == ")" and len(core) < 4:
            return ()
        return (("num", start, end, core, Decimal(core), 0),)
    if _is_address(core):
        return ()
    return tuple(_figures(chunk, start, end))


def _is_citation(tail: str) -> bool:
    """Whether what follows a word is marks like [12][13] alone."""
    return all(part.strip("[").replace("-", "").replace(",", "").isdigit() for part in tail.rstrip(".,;:)]\"'").split("]"))


def _cited(word: str) -> tuple[tuple[str, int, int, str, Decimal, int], ...]:
    if not _DIGITS.isdisjoint(word):
        return pieces(word)
    bare = word.strip("([\"',.;:)")
    seed = seeds().get(bare.lower())
    if seed is None:
        return ()
    start = word.index(bare)
    return ((seed.kind, start, start + len(bare), bare, seed.value, 0),)


def _is_address(core: str) -> bool:
    if "@" in core or "://" in core or "www." in core or "=" in core and core[0] not in "<>=" or "\\" in core:
        return True
    last = core.rsplit(".", 1)[-1].lower()
    if last in listed("noise", "extensions") and "." in core and not last.isdigit():
        return "/" in core or "_" in core or core.count(".") > 0
    return core.count("/") > 2 or "_" in core or "%20" in core


def _figures(chunk: str, start: int, end: int) -> list[tuple[str, int, int, str, Decimal, int]]:
    found: list[tuple[str, int, int, str, Decimal, int]] = []
    at = start
    bracket = 0
    while at < end:
        character = chunk[at]
        if character == "[":
            close = chunk.find("]", at)
            if close > 0 and chunk[at + 1 : close].replace("-", "").replace(",", "").isdigit():
                at = close + 1
                continue
            bracket += 1
        if character in _DIGITS or character == "." and chunk[at + 1 : at + 2] in _DIGITS and _opens(chunk, at):
            stop = _numeral_end(chunk, at, end)
            piece = _piece(chunk, at, stop, start, end)
            if piece is None:
                return _without_names(found)
            if piece[0]:
                found.append(piece)
            at = max(stop, piece[2])
        elif character in _vulgar():
            top, bottom = _vulgar()[character]
            found.append(("vulgar", at, at + 1, character, Decimal(top) / Decimal(bottom), 0))
            at += 1
        elif character.isalpha():
            stop = at + 1
            while stop < end and chunk[stop].isalpha():
                stop += 1
            word = chunk[at:stop]
            seed = seeds().get(word.lower())
            mark = _quarter(chunk, at, stop)
            if mark:
                found.append(mark)
                stop = mark[2]
            elif seed is not None and chunk[stop : stop + 1] not in _DIGITS:
                found.append((seed.kind, at, stop, word, seed.value, 0))
            elif seed is not None and seed.kind == "fiscal":
                found.append((seed.kind, at, stop, word, seed.value, 0))
            at = stop
        else:
            at += 1
    return _without_names(found)


def _without_names(
    found: list[tuple[str, int, int, str, Decimal, int]],
) -> list[tuple[str, int, int, str, Decimal, int]]:
    return found if any(kind in ("num", "nth", "decade", "vulgar", "quarter", "half") for kind, *_ in found) else []


def _opens(chunk: str, at: int) -> bool:
    return at == 0 or not (chunk[at - 1].isalnum() or chunk[at - 1] in ".)]")


def _quarter(chunk: str, at: int, stop: int) -> tuple[str, int, int, str, Decimal, int] | None:
    letter = chunk[at:stop].lower()
    digit = chunk[stop : stop + 1]
    after = chunk[stop + 1 : stop + 2]
    if letter in ("q", "h") and digit in "1234" and digit and not after.isalnum():
        if letter == "h" and digit > "2":
            return None
        return ("quarter" if letter == "q" else "half", at, stop + 1, chunk[at : stop + 1], Decimal(digit), 0)
    return None


def _numeral_end(chunk: str, at: int, end: int) -> int:
    """Where the figure that starts at ``at`` ends: digits, grouped by commas or apostrophes, with decimals."""
    stop = _digits_end(chunk, at, end)
    for mark in (",", "'"):
        while stop - at <= 40 and chunk[stop : stop + 1] == mark:
            group = _digits_end(chunk, stop + 1, end)
            size = group - stop - 1
            if size == 3 and (stop - at <= 3 or chunk[stop - 4] == mark or chunk[stop - 3] == mark):
                stop = group
            elif size == 2 and chunk[group : group + 1] == mark and stop - at <= 2 + 3 * chunk[at:stop].count(mark):
                stop = group
            else:
                break
    if chunk[stop : stop + 1] == "." and stop + 1 < end and chunk[stop + 1] in _DIGITS:
        stop = _digits_end(chunk, stop + 1, end)
    return stop


def _digits_end(chunk: str, at: int, end: int) -> int:
    while at < end and chunk[at] in _DIGITS:
        at += 1
    return at


def _piece(
    chunk: str, at: int, stop: int, start: int, end: int
) -> tuple[str, int, int, str, Decimal, int] | None:
    """The figure ``chunk[at:stop]``; a nameless kind where it is to be passed over, None where all of it is."""
    text = chunk[at:stop]
    passed = ("", at, stop, text, Decimal(0), 0)
    before = chunk[at - 1] if at > start else ""
    if len(text) > _MOST_DIGITS + 8 or chunk[stop : stop + 1] == "." and chunk[stop + 1 : stop + 2] in _DIGITS:
        return None
    if before == "." and at - start > 1 and chunk[at - 2].isalpha():
        if not _is_prefix(chunk, start, at):
            return passed
    elif before.isalpha() and not _is_prefix(chunk, start, at) or before and before in "/-" and _is_name(chunk, start, at):
        return None
    if before == ":" or chunk[stop : stop + 1] == ":" and chunk[stop + 1 : stop + 2] in _DIGITS:
        return _clock_or_ratio(chunk, at, stop, start, end)
    after = stop
    while after < end and chunk[after].isalpha():
        after += 1
    tail = chunk[stop:after]
    digits = text.replace(",", "").replace("'", "")
    if tail:
        low = tail.lower()
        if low in ("st", "nd", "rd", "th"):
            return ("nth", at, after, chunk[at:after], Decimal(digits), 0)
        if low == "s" and _is_decade(digits, before):
            return ("decade", at, after, chunk[at:after], Decimal(digits), 0)
        if low in ("q", "h") and after - stop == 1 and len(digits) == 1:
            return passed
        if not _is_suffix(tail):
            return passed if after - stop > 1 or chunk[after : after + 1] else None
    elif chunk[stop : stop + 2] in ("'s",) and _is_decade(digits, ""):
        return ("decade", at, stop + 2, chunk[at : stop + 2], Decimal(digits), 0)
    places = len(digits.partition(".")[2])
    return ("num", at, stop, text, Decimal(digits), places)


def _is_decade(digits: str, before: str) -> bool:
    return digits.isdigit() and digits.endswith("0") and (len(digits) == 4 or len(digits) == 2 and before in ("'", ""))


def _clock_or_ratio(
    chunk: str, at: int, stop: int, start: int, end: int
) -> tuple[str, int, int, str, Decimal, int] | None:
    whole = chunk[start:end]
    left, _, right = whole.partition(":")
    if not (left.isdigit() and right.isdigit()) or len(right) == 2 and len(left) <= 2 or right.startswith("0"):
        return None
    return ("num", at, stop, chunk[at:stop], Decimal(chunk[at:stop]), 0)


def _is_prefix(chunk: str, start: int, at: int) -> bool:
    """Letters right before digits that belong to a value: a currency, a fiscal year, circa."""
    first = at
    while first > start and (chunk[first - 1].isalpha() or chunk[first - 1] == "."):
        first -= 1
    return chunk[first:at] in _prefixes()


@cache
def _prefixes() -> frozenset[str]:
    data = table("values/currencies")
    signs = {sign for sign in data["symbols"] if sign[-1].isalpha() or sign[-1] == "."}
    codes = set(data["codes"]) | set(data["withdrawn"])
    fiscal = {word for phrase in listed("calendar", "fiscal") for word in (phrase, phrase.upper())}
    about = {"c", "c.", "ca.", "x"}
    magnitudes = {"M" + code for code in ("USD", "EUR", "GBP")}
    return frozenset(signs | (codes - set(data["words"])) | fiscal | about | magnitudes)


def _is_name(chunk: str, start: int, at: int) -> bool:
    """Whether letters joined by a hyphen or stroke to the digits at ``at`` make a name of them (COVID-19)."""
    first = at - 1
    while first > start and chunk[first - 1].isalpha():
        first -= 1
    word = chunk[first : at - 1].lower()
    if not word:
        return chunk[at - 1] == "/" and at - 1 > start and not (chunk[at - 2] in _DIGITS or chunk[at - 2] == ")")
    if word in seeds() or word in ("early", "mid", "late", "pre", "post", "non", "q", "h", "fy", "to", "until"):
        return False
    figure = chunk[at : _numeral_end(chunk, at, len(chunk))]
    year = len(figure) == 4 and "1000" <= figure <= "2100"
    return not (year and word.islower() and len(word) > 2 and chunk[first:at - 1].islower())


@lru_cache(maxsize=1024)
def _is_suffix(tail: str) -> bool:
    """Letters right after digits that belong to a value: a magnitude, a unit, a currency."""
    from checker.values.lexicon import units

    if tail in mapped("numerals", "suffixes") or tail.lower() in ("m", "b", "x", "bce", "bc", "ad", "ce", "kish"):
        return True
    by_name, by_symbol, _ = units()
    data = table("values/currencies")
    return (
        tail in by_symbol
        or tail.lower() in by_name
        or tail.upper() in data["codes"]
        or tail in data["symbols"]
        or tail.lower() in words_of("currencies")["parts"]  # type: ignore[operator]
    )
