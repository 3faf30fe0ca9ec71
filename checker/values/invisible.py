"""Looks through characters that show nothing, such as a soft hyphen inside a number, and back."""

from __future__ import annotations

from bisect import bisect_right

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"


class Clear:
    """A text without its invisible characters, and where each of its places was."""

    __slots__ = ("_shifts", "text")

    def __init__(self, text: str) -> None:
        removed = [at for at, character in enumerate(text) if character in _INVISIBLE] if _has(text) else []
        self._shifts = [at - count for count, at in enumerate(removed)]
        self.text = text.translate(dict.fromkeys(map(ord, _INVISIBLE))) if removed else text

    def start(self, at: int) -> int:
        """Where the character ``at`` was."""
        return at + bisect_right(self._shifts, at) if self._shifts else at

    def end(self, at: int) -> int:
        """Where the stretch that ends at ``at`` ended."""
        return self.start(at - 1) + 1 if self._shifts else at


def _has(text: str) -> bool:
    return not text.isascii() and any(character in text for character in _INVISIBLE)
