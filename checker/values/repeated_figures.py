"""Reads over a number that is written a second time in brackets, as contracts do: eight (8) hours, 8 (eight) hours."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.values.cursor import Reading
from checker.values.numerals import quantity
from checker.values.quantity import Quantity

_FIGURE = re.compile(r" ?\((\d{1,3}(?:,\d{3})+|\d{1,15})\)")
_OPENING = " ("


def end(reading: Reading, found: Quantity) -> int:
    """Where the brackets behind the number close, if they repeat it; else where the number ends."""
    text, at = reading.text, found.end
    if found.modifier != "exact" or found.fraction or not text.startswith((_OPENING, "("), at):
        return at
    figure = _FIGURE.match(text, at)
    if figure is not None:
        return figure.end() if Decimal(figure[1].replace(",", "")) == found.low else at
    inside = at + len(_OPENING)
    j = next((j for j in range(found.next, len(reading.tokens)) if reading.tokens[j].start >= inside), None)
    if j is None or reading.tokens[j].start != inside or not text[inside].isalpha():
        return at
    other = quantity(reading, j)
    if other is None or other.low != found.low or other.modifier != "exact" or text[other.end : other.end + 1] != ")":
        return at
    return other.end + 1
