"""Gathers what the marks of a text format say: its blocks, and what is read where marks stand.

Marks are blanked in place, one character for one. Those inside a word or number, and those that fill a line of their
own, are left out of the text that is read, and what stands for a word is read as that word; the text as given is known
for every place of it, so that evidence quotes the words as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model.canonical import Canonical, Edit
from checker.model.document import NO_METADATA, Block, BlockKind, Metadata, Reading, Source, Warning
from checker.sources.markup import without_addresses

Span = tuple[int, int]

_MARK = re.compile(r"[^\r\n]")


@dataclass(slots=True)
class Line:
    """One line without its surrounding blanks: ``text`` stands at ``start:end``, ``indent`` columns in."""

    start: int
    end: int
    text: str
    indent: int


def cut(text: str) -> list[Line]:
    """The lines of ``text``, blank ones as empty texts."""
    found = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip(" \t\r\f\v")
        if not bare:
            found.append(Line(at, at, "", 0))
        elif raw[0] in " \t":
            inset = len(raw) - len(raw.lstrip(" \t\f\v"))
            start = at + inset
            found.append(Line(start, start + len(bare), bare, len(raw[:inset].expandtabs(8))))
        else:
            found.append(Line(at, at + len(bare), bare, 0))
        at += len(raw) + 1
    return found


class Markings:
    """The blocks of a text, by places in it, and what is read in place of its marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tables = 0
        self._edits: list[Edit] = []
        self._blocks: list[Block] = []

    def leave_out(self, start: int, end: int) -> None:
        """A mark, which says nothing."""
        if start < end:
            self._edits.append((start, end, ""))

    def read_as(self, start: int, end: int, words: str) -> None:
        """A mark that stands for ``words``."""
        if start < end or words:
            self._edits.append((start, end, words))

    def add(self, kind: BlockKind, start: int, end: int, level: int = 0) -> None:
        """A block of text, or of code or furniture."""
        if start < end:
            self._blocks.append(Block(kind, start, end, level=level))

    def caption(self, start: int, end: int) -> None:
        """The words over or under a table or figure: they introduce it, and head no text behind it."""
        stop = start + len(self.text[start:end].rstrip())
        if self.text[start:stop].rstrip("\"'*_`})]")[-1:].isalnum():
            self.read_as(stop, stop, ":")
        self.add("paragraph", start, stop)

    def pair(self, key: Span, value: Span, level: int = 0) -> None:
        """A label and its value behind it."""
        if key[0] < key[1] and value[0] < value[1]:
            between = self.text[key[1] : value[0]]
            if between.strip(" \t\n:"):
                self._edits.append((key[1], value[0], "\n"))
            self._blocks.append(Block("pair", key[0], value[1], level=level, cells=(key, value)))
        else:
            self.add("paragraph", min(key[0], value[0]), max(key[1], value[1]))

    def table(self, rows: Sequence[Sequence[Span]], heads: int | None = None) -> None:
        """A table by rows of cells, the empty ones too; ``heads``: how many of the first rows head the columns."""
        self.tables += 1
        for n, row in enumerate(row for row in rows if row):
            start, end = row[0][0], max(end for _, end in row)
            cells = tuple(row)
            self._blocks.append(
                Block("row", start, max(start, end), cells=cells, table=self.tables, head=n < (heads or 0))
            )

    @property
    def last(self) -> Block | None:
        """The block that was added last."""
        return self._blocks[-1] if self._blocks else None

    def reading(self, source: Source, warnings: Iterable[Warning] = (), metadata: Metadata = NO_METADATA) -> Reading:
        """What was gathered."""
        left_out, blanks = self._sorted_out()
        form = Canonical(self.text).edited(left_out)
        blanked = without_addresses(_blanked(form.text, [(form.read(start), form.read(end)) for start, end in blanks]))
        blocks = tuple(_placed(form, blanked, self._blocks))
        return Reading(source, self.text, blanked, blocks, tuple(warnings), form=form, metadata=metadata)

    def _sorted_out(self) -> tuple[list[Edit], list[Span]]:
        """What is left out or read as something else, and what blanks are read for."""
        text = self.text
        edits: list[Edit] = []
        blanks: list[Span] = []
        joined = list(_joined(text, self._edits))
        for n, (start, end, words) in enumerate(joined):
            if words:
                edits.append((start, end, words))
                continue
            first = text.rfind("\n", 0, start) + 1
            last = text.find("\n", end)
            before = joined[n - 1][2] if n and joined[n - 1][1] == start else text[start - 1 : start]
            behind = joined[n + 1][2] if n + 1 < len(joined) and joined[n + 1][0] == end else text[end : end + 1]
            if last >= 0 and not text[first:start].strip() and not text[end:last].strip():
                edits.append((first, last + 1, ""))
            elif before[-1:].isalnum() and behind[:1].isalnum():
                edits.append((start, end, ""))
            else:
                blanks.append((start, end))
        return edits, blanks


def _joined(text: str, edits: list[Edit]) -> Iterator[Edit]:
    """The edits in order, those in one that nothing or blanks alone part."""
    edits.sort(key=lambda edit: edit[:2])
    held: Edit | None = None
    for start, end, words in edits:
        if held is None:
            held = (start, end, words)
        elif start < held[1]:
            if end > held[1]:
                held = (held[0], end, held[2])
        elif start == held[1] and not words and not held[2]:
            held = (held[0], end, "")
        elif not words and not held[2] and not text[held[1] : start].strip(" \t"):
            between = " " if not text[held[0] - 1 : held[0]].isspace() and not text[end : end + 1].isspace() else ""
            held = (held[0], end, between)
        else:
            yield held
            held = (start, end, words)
    if held is not None:
        yield held


def _blanked(text: str, blanks: Sequence[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in blanks:
        if start < done:
            continue
        mark = text[start:end]
        pieces += (text[done:start], _MARK.sub(" ", mark) if "\n" in mark else " " * (end - start))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _placed(form: Canonical, blanked: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks where their words stand in the text that is read; those without words are left out."""

    def place(start: int, end: int) -> Span:
        start, end = form.read(start), form.read(end)
        words = blanked[start:end].strip()
        if not words:
            return start, start
        start = blanked.index(words[0], start)
        return start, start + len(words)

    done = 0
    for block in blocks:
        start, end = place(block.start, block.end)
        if start == end or start < done:
            continue
        cells = tuple(place(*cell) for cell in block.cells)
        if block.kind == "pair":
            if cells[0][0] == cells[0][1] or cells[1][0] == cells[1][1]:
                yield Block("paragraph", start, end)
            else:
                key = " ".join(blanked[slice(*cells[0])].split()).rstrip(":").rstrip()
                yield Block("pair", cells[0][0], cells[1][1], block.level, key, cells)
        else:
            yield Block(block.kind, start, end, block.level, cells=cells, table=block.table, head=block.head)
        done = end
