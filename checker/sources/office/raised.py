"""Writes raised figures and marks with the characters for them: they are no digits of the number before them."""

from __future__ import annotations

import re

_SIGNS = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾") | str.maketrans("abcdef", "ᵃᵇᶜᵈᵉᶠ")

_ROMAN = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_STOPS = tuple('.,;:!?"”’')
_MARKS = "0123456789,;-–[] "


def raised(text: str, before: str) -> str:
    """``text`` as it stands raised behind ``before``: figures, or one letter behind a figure; other words as they are.

    Figures behind a stop, and Roman numbers, cite a source and are left out as the marks of notes are.

    The letters of an ordinal number (``1st``) are raised too, and are part of it.
    """
    bare = text.strip()
    if not bare:
        return text
    if before[-1:] in _STOPS and not bare.strip(_MARKS):
        return ""
    if len(bare) > 1 and _ROMAN.fullmatch(bare) and before[-1:].isalnum():
        return ""
    mark = len(bare) == 1 and bare.isalpha() and before[-1:].isdecimal()
    return exponent(text) if mark or bare[0].isdecimal() or bare[0] in "+-−(" else text


def exponent(text: str) -> str:
    """``text`` raised, as far as there are characters for it."""
    return text.replace("−", "-").translate(_SIGNS)
