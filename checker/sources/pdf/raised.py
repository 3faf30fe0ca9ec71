"""Tells the marks of footnotes from powers and the ends of ordinals, all of which are raised and small."""

from __future__ import annotations

import re

_FIRST = 0x100000
"""Raised characters are kept in a plane of the code that no text uses until the words around them are known."""
_FIRST_SIGN = chr(_FIRST)
_RAISED = "[\U00100000-\U0010ffff]"
_RUN = re.compile(rf"(?: ?{_RAISED})+")
_POWERS = str.maketrans("0123456789-−–+n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺ⁿ")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[cdkmµn]?m|ft|in|yd|mi|miles?|feet|s|h)$")
_TEN = re.compile(r"[×x·]\s*10$")
_ROMAN = re.compile(r"(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;\s–-]+")
_LONGEST = 12
_ORDINAL = re.compile(r"\d$")
_ENDS = frozenset({"st", "nd", "rd", "th", "er", "e", "ème", "o", "a", "ª", "º", "TM", "SM", "®", "™"})


def sign(letter: str) -> str:
    """A raised character."""
    return "".join(c if c == " " or ord(c) > 0xFFFF else chr(_FIRST + ord(c)) for c in letter)


def plain(text: str) -> str:
    """A raised run as plain characters."""
    return "".join(chr(ord(c) - _FIRST) if ord(c) >= _FIRST else c for c in text)


def resolved(text: str) -> str:
    """``text`` with powers written as such, the ends of ordinals on the line, and without marks of footnotes."""
    if text.isascii() or max(text) < _FIRST_SIGN:
        return text
    parts: list[str] = []
    done = 0
    for match in _RUN.finditer(text):
        before = text[done : match.start()]
        parts.append(before)
        parts.append(_of(plain(match.group()), "".join(parts), text[match.end() :]))
        done = match.end()
    return "".join((*parts, text[done:])).strip()


def _of(run: str, before: str, after: str) -> str:
    bare = run.strip()
    if not before.strip():
        return bare + " "
    if bare in _ENDS and (_ORDINAL.search(before) or not bare.islower()):
        return bare
    if bare in {"2", "3"} and _UNIT.search(before) and not re.match(r"[^\W\d_]", after):
        return bare.translate(_POWERS)
    if bare.strip("0123456789-−–+n") == "" and (_TEN.search(before) or any(c in "-−–+" for c in bare)):
        return bare.translate(_POWERS)
    if not _is_mark(bare):
        return run
    return " " if run[:1] == " " and after[:1].isalnum() else ""


def _is_mark(bare: str) -> bool:
    """Whether raised characters are marks of notes or of whom a name belongs to: ``12``, ``xiv``, ``a, b``, ``*``."""
    return len(bare) <= _LONGEST and all(
        len(part) <= 2 or part.isdecimal() or _ROMAN.fullmatch(part) or not any(map(str.isalnum, part))
        for part in _BETWEEN.split(bare)
    )
