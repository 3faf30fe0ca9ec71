"""Knows where the words of a line stood in the text as given, whose runs of blanks are read as one blank.

A table that is laid out with blanks shows its columns by these places alone.
"""

from __future__ import annotations

from checker.model.canonical import Canonical
from checker.text.lines import Line

Span = tuple[int, int]


class Layout:
    """The columns in which the characters of a text stood."""

    def __init__(self, form: Canonical | None) -> None:
        self._form = form

    @property
    def is_even(self) -> bool:
        """No run of blanks was read as one, so that no line has a gap."""
        return self._form is None or not self._form.starts

    def has_gaps(self, line: Line) -> bool:
        """Whether the line was longer as given."""
        form = self._form
        if form is None or not form.starts or " " not in line.text:
            return False
        return form.given(line.end) - form.given(line.start) > line.end - line.start

    def column(self, line: Line, at: int) -> int:
        """How many characters stood before place ``at`` in its line."""
        form = self._form
        first = line.start - line.indent
        return at - first if form is None else form.given(at) - form.given(first)

    def cells(self, line: Line) -> list[Span]:
        """The stretches of a line that two and more blanks part, each without the blanks around it."""
        form = self._form
        if form is None or not self.has_gaps(line):
            return [(line.start, line.end)]
        found: list[Span] = []
        start = line.start
        at = line.text.find(" ")
        while at >= 0:
            place = line.start + at
            if form.given(place + 1) - form.given(place) > 1:
                _add(found, line, start, place)
                start = place + 1
            at = line.text.find(" ", at + 1)
        _add(found, line, start, line.end)
        return found


def _add(found: list[Span], line: Line, start: int, end: int) -> None:
    piece = line.text[start - line.start : end - line.start]
    bare = piece.strip()
    if bare:
        start += len(piece) - len(piece.lstrip())
        found.append((start, start + len(bare)))
