"""Warns of characters that are not seen and change what is: inside numbers, or turning text around."""

from __future__ import annotations

import re

from checker.model.document import Warning
from checker.model.line_index import Lines

_ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff"
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INSIDE_NUMBER = re.compile(rf"\d[.,]?[{_ZERO_WIDTH}]{{1,20}}[.,]?(?=\d)")
_NEAR = 40
_MOST = 20


def warnings(source: str, text: str) -> tuple[Warning, ...]:
    """One warning a line, at most 20: which character, by code point, and its place."""
    if text.isascii() or not any(character in text for character in _ZERO_WIDTH + _TURNING):
        return ()
    found: dict[tuple[int, str], set[str]] = {}
    lines = Lines(text)
    for match in _INSIDE_NUMBER.finditer(text):
        inside = {character for character in match[0] if character in _ZERO_WIDTH}
        found.setdefault((lines.at(match.start())[0], "inside a number"), set()).update(inside)
    for character in _TURNING:
        at = text.find(character)
        while at >= 0:
            if any(c.isdigit() for c in text[max(0, at - _NEAR) : at + _NEAR]):
                found.setdefault((lines.at(at)[0], "near a value"), set()).add(character)
            at = text.find(character, at + 1)
    warnings = [
        Warning(source, line, f"invisible {_codes(characters)} {place}")
        for (line, place), characters in sorted(found.items())
    ]
    if len(warnings) > _MOST:
        more = len(warnings) - _MOST
        warnings[_MOST:] = [Warning(source, warnings[_MOST].line, f"invisible characters on {more} more lines")]
    return tuple(warnings)


def _codes(characters: set[str]) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in sorted(characters))
