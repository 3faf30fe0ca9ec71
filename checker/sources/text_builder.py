"""Writes the text of a document that is no text file: its blocks one after the other, with their structure and places.

The text is what a reader hands on and what evidence quotes: paragraphs with a blank line between them, a table row on a
line with bars between its cells, each run of blanks as one blank, in NFC.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from checker.model.document import (
    NO_METADATA,
    NO_PLACE,
    Block,
    BlockKind,
    Metadata,
    Place,
    Places,
    Reading,
    Source,
    Warning,
)
from checker.sources.markup import blank

_BAR = " | "


class TextBuilder:
    """Gathers blocks in reading order; ``place`` is where the blocks that are added from now on stand."""

    def __init__(self) -> None:
        self.place = NO_PLACE
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._starts: list[int] = []
        self._places: list[Place] = []
        self._tables = 0

    @property
    def length(self) -> int:
        """The characters written so far."""
        return self._length

    def title(self, text: str) -> None:
        """The title of the whole document."""
        self._add("title", text, level=1)

    def heading(self, text: str, level: int) -> None:
        """A heading; 1 is the top."""
        self._add("heading", " ".join(text.split()), level=level)

    def paragraph(self, text: str) -> None:
        """A paragraph; line breaks in it stay, and a table, a key with its value or a list in its lines is found."""
        self._add("paragraph", text)

    def item(self, text: str, level: int = 1) -> None:
        """An item of a list, without its sign; 1 is the outermost list."""
        self._add("item", text, level=level)

    def code(self, text: str) -> None:
        """Code, which states nothing."""
        self._add("code", text)

    def furniture(self, text: str, kind: BlockKind = "boilerplate") -> None:
        """Words of the page and not of its subject: ``links`` or ``boilerplate``."""
        self._add(kind, text)

    def pair(self, key: str, value: str, level: int = 0) -> None:
        """A label and its value: a term with its definition, a field of a form."""
        key, value = clean(key), clean(value)
        if not key or not value:
            self.paragraph(key or value)
            return
        start = self._write(f"{key}: {value}", "\n\n")
        at = start + len(key)
        cells = ((start, at), (at + 2, at + 2 + len(value)))
        self._blocks.append(Block("pair", start, self._length, level=level, key=key.rstrip(":").rstrip(), cells=cells))

    def table(
        self,
        rows: Sequence[Sequence[str]],
        heads: int | None = None,
        places: Sequence[Sequence[Place]] = (),
        levels: Sequence[int] = (),
    ) -> None:
        """A table by rows of cells, the empty ones too.

        ``heads``: how many of the first rows head the columns; None where the format does not say. ``places``: where
        each cell stands, in the form of ``rows``. A cell over several columns stands in the first of them, one over
        several rows is told again in each if it labels them. ``levels``: how deep in an outline each row stands,
        from 1.
        """
        self._tables += 1
        for n, row in enumerate(rows):
            self._row(
                [clean(cell) for cell in row],
                n < (heads or 0),
                n == 0,
                places[n] if places else (),
                levels[n] if levels else 0,
            )

    def _row(self, cells: Sequence[str], head: bool, first: bool, places: Sequence[Place], level: int) -> None:
        if not any(cells):
            return
        text = ""
        spans: list[tuple[int, int]] = []
        for n, cell in enumerate(cells):
            if n:
                text += _BAR if text and not text.endswith(" ") else _BAR.lstrip()
            spans.append((len(text), len(text) + len(cell)))
            text += cell
        text = text.rstrip()
        start = self._write(text, "\n\n" if first else "\n")
        spans = [(start + min(s, len(text)), start + min(e, len(text))) for s, e in spans]
        for span, place in zip(spans, places, strict=False):
            self._stand(span[0], place)
        if places:
            self._stand(self._length, self.place)
        cut = tuple(spans)
        self._blocks.append(Block("row", start, self._length, level, cells=cut, table=self._tables, head=head))

    def reading(
        self,
        source: Source,
        warnings: Sequence[Warning] = (),
        metadata: Metadata = NO_METADATA,
        unread: Sequence[str] = (),
    ) -> Reading:
        """What was gathered; ``unread``: why parts of the source could not be read, with what to do about it."""
        text = "".join(self._pieces)
        places = Places(tuple(self._starts), tuple(self._places))
        return Reading(
            source,
            text,
            blank(text),
            tuple(self._blocks),
            tuple(warnings),
            places=places,
            metadata=metadata,
            unread=tuple(unread),
        )

    def _add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        lines = [line for line in map(clean, text.split("\n")) if line]
        if lines:
            start = self._write("\n".join(lines), "\n\n")
            self._blocks.append(Block(kind, start, self._length, level=level))

    def _write(self, text: str, gap: str) -> int:
        """Write the text of a block behind those before it; where it starts."""
        if self._pieces:
            self._pieces.append(gap)
            self._length += len(gap)
        start = self._length
        self._stand(start, self.place)
        self._pieces.append(text)
        self._length += len(text)
        return start

    def _stand(self, at: int, place: Place) -> None:
        if (self._places[-1] if self._places else NO_PLACE) == place:
            return
        if self._starts and self._starts[-1] == at:
            self._places[-1] = place
        else:
            self._starts.append(at)
            self._places.append(place)


def clean(text: str) -> str:
    """``text`` on one line, in NFC, without control characters, each run of blanks as one blank."""
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace())
    return " ".join(unicodedata.normalize("NFC", text).split())
