"""Makes any text fit to print: hostile characters visible, widths in columns, colour only where asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

Style = Literal["error", "warning", "info", "mark", "strong", "quiet", "good"]

_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "mark": "1;7",
    "strong": "1",
    "quiet": "2",
    "good": "32",
}
_ZERO_WIDTH = frozenset(("Mn", "Me"))


@dataclass(frozen=True, slots=True)
class Look:
    """How the output may look: its width in columns, whether colour, whether more than ASCII for ornament."""

    width: int = 80
    color: bool = False
    unicode: bool = True

    def paint(self, style: Style, text: str) -> str:
        """``text`` in ``style``; unchanged where colour is off."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and text else text

    @property
    def ellipsis(self) -> str:
        return "…" if self.unicode else "..."

    @property
    def dash(self) -> str:
        return "—" if self.unicode else "--"

    @property
    def line(self) -> str:
        return "─" if self.unicode else "-"


def safe(text: str) -> str:
    """``text`` with every control, format and other invisible character as a visible escape (``\\x1b``).

    Spaces of any width become plain ones; what a terminal prints as it stands is left alone.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _visible(char) for char in text)


def _visible(char: str) -> str:
    if unicodedata.category(char) == "Zs":
        return " "
    code = ord(char)
    if char in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[char]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def columns(text: str) -> int:
    """The columns that ``text``, already safe, takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """``text`` cut at its end to at most ``width`` columns, an ellipsis in place of what is gone."""
    if columns(text) <= width:
        return text
    room, kept = width - len(ellipsis), 0
    for place, char in enumerate(text):
        kept += _columns(char)
        if kept > room:
            return text[:place].rstrip() + ellipsis
    return text


def pad(text: str, width: int) -> str:
    """``text`` with spaces after it up to ``width`` columns."""
    return text + " " * (width - columns(text))


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` columns, broken at spaces, inside a word only where it must."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if columns(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        while columns(word) > width:
            cut = fit(word, width, "") or word[0]
            lines.append(cut)
            word = word[len(cut) :]
        line = word
    if line:
        lines.append(line)
    return lines
