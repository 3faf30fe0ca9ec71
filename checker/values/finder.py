"""Goes over the tokens once and keeps, at each, the longest value that a reader makes of it."""

from __future__ import annotations

from checker.model.value import Mention
from checker.values import counts, date_ranges, durations, following, money, noise, ordinals, ratios
from checker.values.draft import Draft
from checker.values.figures import FIGURES, Token
from checker.values.numerals import ranged
from checker.values.quantity import Quantity
from checker.values.reading import Reading
from checker.values.surroundings import (
    AGE, BESIDE, BOUND, CLOCK, CURRENCY, DATING, ERA, LABEL, LETTERS, MODIFIER, RANGING, SIGN, TIMES, UNIT, beside,
)  # fmt: skip
from checker.values.tokens import BREAK

_DATED = frozenset(("month", "decade", "decade word", "quarter", "half", "season", "fiscal", "academic", "event"))
_DATABLE = _DATED | {"nth", "ordinal", "tens", "teens"}
_LOOSE = ("number", "count")
_REACH = 20
_NAMING = LABEL | CLOCK | BESIDE
_DATING = DATING | ERA | BESIDE
_UNITED = UNIT | LETTERS | TIMES | CURRENCY | SIGN | RANGING | AGE | BESIDE
_MODIFYING = MODIFIER | BOUND


def find(plain: str, text: str, *, explain: bool = False) -> list[Mention]:
    """The mentions of folded ``plain``, their text cut from ``text``."""
    reading = Reading(_parted(plain, text))
    tokens = reading.tokens
    found: list[Mention] = []
    covered = i = 0
    count = len(tokens)
    while i < count:
        token = tokens[i]
        if token.kind in FIGURES:
            flags = beside(reading, token.start, token.end)
            if flags & _NAMING:
                behind = noise.behind_name(reading, i)
                if behind > i:
                    i = behind
                    continue
            draft = _figure(reading, i, token, flags)
        else:
            draft = _word(reading, i, token)
        if draft is None or draft.start < covered:
            i += 1
            continue
        found.append(draft.mention(text))
        covered, i = draft.end, draft.next
        while i < count and tokens[i].start < covered:
            i += 1
    return found


def _parted(plain: str, text: str) -> str:
    """``plain`` with long dashes told from hyphens, except between digits."""
    at = text.find("—")
    if at < 0:
        return plain
    characters = list(plain)
    while at >= 0:
        if not (plain[at - 1 : at].isdigit() and plain[at + 1 : at + 2].isdigit()):
            characters[at] = BREAK
        at = text.find("—", at + 1)
    return "".join(characters)


def _figure(reading: Reading, i: int, token: Token, flags: int) -> Draft | None:
    """The value that a figure opens."""
    tokens = reading.tokens
    alone = i + 1 >= len(tokens) or tokens[i + 1].start - token.end > _REACH
    date = None
    if token.kind == "year" or token.kind == "int" and (not alone or flags & _DATING):
        date = date_ranges.read(reading, i)
        if date is not None and date.end > token.end + 12:
            return date
    if alone and not flags & _UNITED:
        if date is not None:
            return date
        quantity = Quantity(token.start, token.end, token.value, token.value, token.place, i + 1, single=token)
        draft = counts.read(reading, i, quantity)
        if draft is not None and flags & _MODIFYING:
            draft.modify(reading)
        return draft
    number = _number(reading, i, token.kind)
    if date is None or number is None:
        return number or date
    return number if number.end > date.end and number.kind not in _LOOSE else date


def _word(reading: Reading, i: int, token: Token) -> Draft | None:
    """The value that a word opens."""
    kind = token.kind
    if kind in _DATABLE:
        date = date_ranges.read(reading, i)
        if kind in _DATED:
            return date
        number = _number(reading, i, kind)
        if date is None or number is None:
            return number or date
        return number if number.end > date.end and number.kind not in _LOOSE else date
    if kind == "relative":
        return Draft("date", token.start, token.end, None, None, i + 1, relative=True)
    if kind in ("articled time", "part of time"):
        return durations.articled(reading, i)
    return _number(reading, i, kind)


def _number(reading: Reading, i: int, kind: str) -> Draft | None:
    if kind == "nth":
        return ordinals.read(reading, i)
    score = ratios.score(reading, i) if kind == "int" else None
    if score is not None:
        return score
    found = ranged(reading, i)
    if found is None:
        return ordinals.read(reading, i) if kind == "ordinal" else None
    draft = money.signed(reading, i, found) if found.start else None
    if draft is None:
        for read in following.readers(reading, found.end):
            draft = read(reading, i, found)
            if draft is not None:
                break
        else:
            draft = (
                ratios.ratio(reading, i, found)
                or ratios.multiple(reading, i, found)
                or durations.age(reading, i, found)
                or counts.read(reading, i, found)
            )
    if draft is not None and draft.kind != "date":
        draft.modify(reading)
    return draft
