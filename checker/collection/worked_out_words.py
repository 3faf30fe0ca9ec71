"""Writes what a constraint expects in the style of the words that do not fit it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker import pipeline
from checker.model.value import Mention
from checker.values import restating

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALED = re.compile(r"[ -]?(?:k|m|bn|thousand|million|billion|trillion)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def worked_out(kind: str, stated: str, expected: str) -> Iterator[str]:
    """Texts for what a constraint expects in place of what is stated, in its style."""
    if kind == "calendar":
        if expected.isalpha():
            yield restating.weekday_like(stated, expected)
        return
    if kind == "spelled":
        yield from _spelled(stated, expected)
        return
    one, other = list(_NUMERAL.finditer(stated)), list(_NUMERAL.finditer(expected))
    if len(one) == 1 == len(other):
        around, beside = _around(stated, one[0]), _around(expected, other[0])
        if around == beside or (not any(beside) and not _LETTER.search("".join(around))):
            pair = [Mention("number", 0, len(m[0]), m[0], _plain(m[0]), _plain(m[0])) for m in (one[0], other[0])]
            yield from (around[0] + text + around[1] for text in restating.restated(*pair))
            return
    values, meant = pipeline.find_values(stated), pipeline.find_values(expected)
    if len(values) == 1 == len(meant) and meant[0].modifier == "exact" and meant[0].text == expected:
        value = values[0]
        number = meant[0]
        if number.kind in ("number", "count") and value.low is not None and value.kind != "date":
            number = replace(value, text=expected, low=number.low, high=number.high)
        for text in restating.restated(value, number):
            yield stated[: value.start] + text + stated[value.end :]


def _spelled(stated: str, expected: str) -> Iterator[str]:
    """The number that ``expected`` says, in words where ``stated`` is in words, in figures where it is in figures."""
    meant = pipeline.find_values(expected)
    numerals = list(_NUMERAL.finditer(stated))
    if len(meant) != 1 or meant[0].low is None or meant[0].low != meant[0].high or meant[0].kind == "date":
        return
    if not numerals:
        yield from restating.in_words_of(stated, Decimal(meant[0].low))
    elif len(numerals) == 1 and not _SCALED.match(stated, numerals[0].end()):
        start, end = numerals[0].span()
        number = Mention("number", start, end, stated[start:end], _plain(numerals[0][0]), _plain(numerals[0][0]))
        right = replace(number, text=meant[0].low, low=meant[0].low, high=meant[0].low)
        yield from (stated[:start] + text + stated[end:] for text in restating.restated(number, right))


def _around(text: str, numeral: re.Match[str]) -> tuple[str, str]:
    return text[: numeral.start()], text[numeral.end() :]


def _plain(numeral: str) -> str:
    return numeral.replace(",", "")
