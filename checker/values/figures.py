"""Cuts a word with digits in it into its figures, or into none where it is a name, an address or a reference."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from checker.values.lexicon import events, listed, seeds, words_of, written_on

DIGITS = frozenset("0123456789")
PLAIN = frozenset(("int", "year"))
"""Kinds of figure that are digits alone; a year is four of them, from 1000 to 2999."""
FIGURES = frozenset(("int", "year", "num"))
_ONE = Decimal(1)
_LONGEST_WORD = 120
_MOST_DIGITS = 24
_OPENING = "([{\"'*_~"
_CLOSING = ")]}\"'*_,.;:!?"
_CITED_TAIL = ".,;:)]\"'"


class Token(NamedTuple):
    """One word or figure; ``value`` is what it is worth, ``place`` the size of its last stated digit."""

    kind: str
    start: int
    end: int
    text: str
    value: Decimal
    place: Decimal = _ONE
    plain: str = ""
    high: Decimal | None = None

    def moved(self, by: int) -> Token:
        """The same further on."""
        return Token(
            self.kind, self.start + by, self.end + by, self.text, self.value, self.place, self.plain, self.high
        )


@cache
def vulgar() -> dict[str, Decimal]:
    """Signs for fractions and what they are worth."""
    items = words_of("numerals")["vulgar"]
    assert isinstance(items, dict)
    return {sign: Decimal(pair[0]) / Decimal(pair[1]) for sign, pair in items.items()}


@lru_cache(maxsize=65536)
def figures(word: str) -> tuple[Token, ...]:
    """The figures in ``word``, with offsets into it."""
    if len(word) > _LONGEST_WORD:
        return _listed(word)
    start, end = 0, len(word)
    while start < end and word[start] in _OPENING:
        start += 1
    while end > start and word[end - 1] in _CLOSING:
        end -= 1
    core = word[start:end]
    if core.isdigit():
        bracketed = start > 0 and (
            word[start - 1] == "[" or (len(core) < 4 and word[start - 1] + word[end : end + 1] == "()")
        )
        return () if bracketed or len(core) > _MOST_DIGITS else (_figure(word, start, end),)
    if start < end and core[0] in "$£€" and len(core) < _MOST_DIGITS:
        start, core = start + 1, core[1:]
    if _is_plain(core):
        return (_figure(word, start, end),)
    if len(core) == 9 and core[4] == "-" and core[:4].isdigit() and core[5:].isdigit():
        return (_figure(word, start, start + 4), _figure(word, start + 5, end))
    if core.lower() in events():
        return (Token("event", start, end, core, Decimal(0)),)
    if core.count(".") == 2 and _is_dotted_day(core):
        first, second = start + core.find("."), start + core.rfind(".")
        return (_figure(word, start, first), _figure(word, first + 1, second), _figure(word, second + 1, end))
    bracket = word.find("[", start + 1)
    if bracket > 0 and _is_citation(word[bracket:]):
        return _cited(word[:bracket])
    if _is_address(core):
        return ()
    found = _Cutter(word, start, end).figures()
    return found if any(token.kind in _BEARING for token in found) else ()


_BEARING = FIGURES | {"nth", "decade", "vulgar", "quarter", "half"}


def _is_dotted_day(core: str) -> bool:
    """Whether a word is a day, a month and a year with points between: 15.05.1889."""
    day, month, year = core.split(".")
    return (day + month + year).isdigit() and len(day) <= 2 and 1 <= len(month) <= 2 and len(year) == 4


def _listed(word: str) -> tuple[Token, ...]:
    """The figures of a long list without blanks."""
    found: list[Token] = []
    at = 0
    for part in word.replace(";", ",").split(","):
        if len(part) <= _LONGEST_WORD:
            found.extend([token.moved(at) for token in figures(part)])
        at += len(part) + 1
    return tuple(found)


def _is_plain(core: str) -> bool:
    """Whether a word is digits in groups of three, or with decimals, and nothing else."""
    whole, _, decimals = core.partition(".")
    if (decimals and not decimals.isdigit()) or len(core) > _MOST_DIGITS or not whole or core.endswith("."):
        return False
    first, *groups = whole.split(",")
    return first.isdigit() and (not groups or len(first) <= 3) and all(len(g) == 3 and g.isdigit() for g in groups)


def _is_citation(tail: str) -> bool:
    """Whether what follows a word is marks like [12][13] alone."""
    return all(
        part.strip("[").replace("-", "").replace(",", "").isdigit() for part in tail.rstrip(_CITED_TAIL).split("]")
    )


def _cited(word: str) -> tuple[Token, ...]:
    if not DIGITS.isdisjoint(word):
        return figures(word)
    bare = word.strip(_OPENING + _CLOSING)
    seed = seeds().get(bare.lower())
    if seed is None:
        return ()
    start = word.index(bare)
    return (Token(seed.kind, start, start + len(bare), bare, seed.value, high=seed.high),)


def _is_address(core: str) -> bool:
    if "@" in core or "://" in core or "www." in core or "\\" in core or "_" in core or "%20" in core:
        return True
    if ("=" in core and core[0] not in "<>=") or (
        core.count("/") > 2 and not core.replace("/", "").replace("-", "").isdigit()
    ):
        return True
    return "." in core and core.rsplit(".", 1)[-1].lower() in listed("noise", "extensions")


def _figure(word: str, start: int, end: int) -> Token:
    """The token of digits, perhaps grouped and with decimals."""
    text = word[start:end]
    digits = text.replace(",", "").replace("'", "")
    value = Decimal(digits)
    whole, _, decimals = digits.partition(".")
    if decimals:
        plain = digits.rstrip("0").rstrip(".")
        plain = plain if whole else "0" + plain
        return Token(
            "num",
            start,
            end,
            text,
            value,
            _ONE.scaleb(-len(decimals)),
            plain.lstrip("0") if plain[:2] not in ("0.", "0") and plain.lstrip("0")[:1].isdigit() else plain,
        )
    zeros = len(digits) - len(digits.rstrip("0"))
    plain = digits.lstrip("0") or "0"
    kind = "num" if len(digits) < len(text) else "year" if len(digits) == 4 and "1000" <= digits <= "2999" else "int"
    return Token(kind, start, end, text, value, _ONE.scaleb(zeros) if plain != "0" else _ONE, plain)


class _Cutter:
    """Goes over one word from left to right."""

    def __init__(self, word: str, start: int, end: int) -> None:
        self.word, self.start, self.end = word, start, end

    def figures(self) -> tuple[Token, ...]:
        word, end, at = self.word, self.end, self.start
        found: list[Token] = []
        while at < end:
            character = word[at]
            close = word.find("]", at) if character == "[" else -1
            if close > at and _is_citation(word[at:close]):
                at = close + 1
            elif character in DIGITS or (
                character == "." and word[at + 1 : at + 2] in DIGITS and at + 1 < end and self._opens(at)
            ):
                token, stop = self._number(at)
                if token is None and stop < 0:
                    return ()
                if token is not None:
                    found.append(token)
                at = max(stop, at + 1)
            elif character in vulgar():
                found.append(Token("vulgar", at, at + 1, character, vulgar()[character], vulgar()[character]))
                at += 1
            elif character.isalpha():
                token, at = self._letters(at)
                if token is not None:
                    found.append(token)
            else:
                at += 1
        return tuple(found)

    def _opens(self, at: int) -> bool:
        return at == 0 or not (self.word[at - 1].isalnum() or self.word[at - 1] in ".)]")

    def _letters(self, at: int) -> tuple[Token | None, int]:
        word, stop = self.word, at + 1
        while stop < self.end and word[stop].isalpha():
            stop += 1
        text = word[at:stop]
        low = text.lower()
        digit, after = word[stop : stop + 1], word[stop + 1 : stop + 2]
        if low in ("q", "h") and digit and digit in ("1234" if low == "q" else "12") and not after.isalnum():
            kind = "quarter" if low == "q" else "half"
            return Token(kind, at, stop + 1, word[at : stop + 1], Decimal(digit)), stop + 1
        seed = seeds().get(low)
        if seed is not None and (digit not in DIGITS or not digit or seed.kind == "fiscal"):
            return Token(seed.kind, at, stop, text, seed.value, high=seed.high), stop
        return None, stop

    def _number(self, at: int) -> tuple[Token | None, int]:
        """The figure at ``at`` and where it ends; no token where it is passed over, -1 where all the word is."""
        word, start = self.word, self.start
        stop = self._stop(at)
        before = word[at - 1] if at > start else ""
        following = word[stop : stop + 1]
        if stop - at > _MOST_DIGITS + 8 or (
            following == "." and word[stop + 1 : stop + 2] in DIGITS and stop + 1 < self.end
        ):
            return None, -1
        if before == "." and at - start > 1 and word[at - 2].isalpha() and not self._prefixed(at):
            return None, stop
        if (before.isalpha() and not self._prefixed(at)) or (before and before in "/-" and self._named(at)):
            return None, -1
        if before == ":" or (following == ":" and word[stop + 1 : stop + 2] in DIGITS and stop + 1 < self.end):
            return self._joined_by_colon(at, stop)
        after = stop
        while after < self.end and word[after].isalpha():
            after += 1
        tail = word[stop:after]
        digits = word[at:stop].replace(",", "").replace("'", "")
        low = tail.lower()
        if low in ("st", "nd", "rd", "th") and digits.isdigit():
            return Token("nth", at, after, word[at:after], Decimal(digits)), after
        if (low == "s" or (word.startswith("'s", stop) and after == stop)) and _is_decade(digits):
            end = after if tail else stop + 2
            return Token("decade", at, end, word[at:end], Decimal(digits)), end
        if tail and not written_on(tail):
            if low in ("q", "h") and len(digits) == 1 and digits in "1234" and len(tail) == 1:
                return Token("quarter" if low == "q" else "half", at, after, word[at:after], Decimal(digits)), after
            return None, stop if after - stop > 1 or word[after : after + 1] else -1
        return _figure(word, at, stop), stop

    def _stop(self, at: int) -> int:
        """Where the figure that starts at ``at`` ends: digits in groups, with decimals."""
        word, end = self.word, self.end
        stop = self._run(at)
        for mark in ",'":
            while stop - at <= 40 and word[stop : stop + 1] == mark:
                group = self._run(stop + 1)
                size = group - stop - 1
                grouped = word[stop - 4 : stop - 3] == mark or word[stop - 3 : stop - 2] == mark
                if (size == 3 and (stop - at <= 3 or grouped)) or (
                    size == 2 and word[group : group + 1] == mark and stop - at <= 2 + 3 * word[at:stop].count(mark)
                ):
                    stop = group
                else:
                    break
        if word[stop : stop + 1] == "." and stop + 1 < end and word[stop + 1] in DIGITS:
            stop = self._run(stop + 1)
        return stop

    def _run(self, at: int) -> int:
        while at < self.end and self.word[at] in DIGITS:
            at += 1
        return at

    def _joined_by_colon(self, at: int, stop: int) -> tuple[Token | None, int]:
        left, _, right = self.word[self.start : self.end].partition(":")
        if not (left.isdigit() and right.isdigit()) or (len(right) == 2 and len(left) <= 2) or right.startswith("0"):
            return None, -1
        return _figure(self.word, at, stop), stop

    def _prefixed(self, at: int) -> bool:
        """Whether the letters right before the digits belong to a value: a currency, a fiscal year, circa."""
        first = at
        while first > self.start and (self.word[first - 1].isalpha() or self.word[first - 1] == "."):
            first -= 1
        return self.word[first:at] in _prefixes()

    def _named(self, at: int) -> bool:
        """Whether letters joined by a hyphen or stroke to the digits make a name of them: COVID-19."""
        word, first = self.word, at - 1
        while first > self.start and word[first - 1].isalpha():
            first -= 1
        letters = word[first : at - 1]
        if not letters:
            return word[at - 1] == "/" and at - 1 > self.start and not (word[at - 2] in DIGITS or word[at - 2] == ")")
        if first > self.start and word[first - 1] in DIGITS and written_on(letters):
            return False
        if letters.lower() in seeds() or letters.lower() in listed("noise", "joined"):
            return False
        year = word[at : self._stop(at)]
        return not (len(year) == 4 and "1000" <= year <= "2100" and letters.islower() and len(letters) > 2)


def _is_decade(digits: str) -> bool:
    return digits.isdigit() and digits.endswith("0") and len(digits) in (2, 4)


@cache
def _prefixes() -> frozenset[str]:
    from checker.values.lexicon import currency_prefixes

    fiscal = {form for phrase in listed("calendar", "fiscal") for form in (phrase, phrase.upper())}
    return frozenset(currency_prefixes() | fiscal | listed("numerals", "prefixes"))
