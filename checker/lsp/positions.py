"""Converts places in a text to the lines and characters that an editor counts, and back.

Lines end at LF, CR or CRLF and at nothing else, as the protocol says. Characters are counted in code units of the
encoding that was agreed with the editor: UTF-16, unless it asks for UTF-8 or UTF-32.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.line_index import Lines

Encoding = Literal["utf-8", "utf-16", "utf-32"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document as an editor counts it: lines and characters from 0, the end just behind it."""

    line: int = 0
    character: int = 0
    end_line: int = 0
    end_character: int = 0

    def has(self, line: int, character: int) -> bool:
        """Whether a cursor there is in the stretch or right behind it."""
        return (self.line, self.character) <= (line, character) <= (self.end_line, self.end_character)

    def meets(self, other: Span) -> bool:
        """Whether the two have a place in common, be it only where one ends and the other begins."""
        return (self.line, self.character) <= (other.end_line, other.end_character) and (
            other.line,
            other.character,
        ) <= (self.end_line, self.end_character)


TOP = Span()
"""The very start of a document."""


class TextPositions:
    """The places of one text."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.text = text
        self._encoding = encoding
        self._lines = Lines(text)

    def span(self, start: int, end: int) -> Span:
        """The stretch ``start:end`` of the text, in code points, as the editor counts it."""
        return Span(*self._at(start), *self._at(end))

    def words(self, span: Span) -> str | None:
        """The text of a stretch; None where the text has no such place."""
        start, end = self.offset(span.line, span.character), self.offset(span.end_line, span.end_character)
        return self.text[start:end] if start is not None and end is not None else None

    def offset(self, line: int, character: int) -> int | None:
        """The place in code points of a character of a line; None behind the last line.

        A place behind the end of a line is its end. One amid a character is where that begins.
        """
        found = self._line(line)
        if found is None:
            return None
        start, end = found
        if self._encoding == "utf-32" or self.text[start:end].isascii():
            return min(start + character, end)
        count, at = 0, start
        while at < end:
            count += units(self.text[at], self._encoding)
            if count > character:
                break
            at += 1
        return at

    def line_text(self, line: int) -> str | None:
        """A line without its end; None where there is no such line."""
        found = self._line(line)
        return self.text[slice(*found)] if found is not None else None

    def _line(self, line: int) -> tuple[int, int] | None:
        if not 0 <= line < self._lines.count:
            return None
        start, end = self._lines.span(line + 1)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    def _at(self, offset: int) -> tuple[int, int]:
        line, column = self._lines.at(offset)
        start = offset - column + 1
        return line - 1, units(self.text[start:offset], self._encoding)


def units(text: str, encoding: Encoding) -> int:
    """How many code units a text takes."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-16":
        return len(text) + sum(char > "\uffff" for char in text)
    return len(text.encode("utf-8", "surrogatepass"))
