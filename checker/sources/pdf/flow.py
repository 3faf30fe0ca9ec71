"""Follows paragraphs over the ends of columns and pages, past what stands between their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.sources.pdf.boxes import Table
from checker.sources.pdf.headings import body_size
from checker.sources.pdf.paragraphs import Passage, is_broken, is_caption
from checker.sources.pdf.words import Words

_ENDS = ".!?:"
_NAME = 4
_PROSE = 3
_CLOSING = "\"'”’)]"


@dataclass(slots=True, eq=False)
class Set:
    """A table on a page."""

    table: Table
    page: int


@dataclass(slots=True, eq=False)
class Led:
    """Words that dots lead to others."""

    entries: list[tuple[str, str]]
    page: int


@dataclass(slots=True, eq=False)
class Aside:
    """Words that run in another direction than those of the page."""

    text: str
    page: int


Piece = Passage | Set | Led | Aside


def opened(found: Sequence[Passage], opens: bool) -> Iterator[Passage]:
    """The passages of a column, the first of which may go on with one before the column."""
    for n, passage in enumerate(found):
        passage.opens = opens and n == 0
        yield passage


def joined(pieces: Sequence[Piece], words: Words) -> list[Piece]:
    """The pieces with their texts, each paragraph as one where columns or pages part it."""
    body = body_size([p for p in pieces if isinstance(p, Passage)])
    found: list[Piece] = []
    open_: Passage | None = None
    for piece in pieces:
        if not isinstance(piece, Passage):
            found.append(piece)
            continue
        if open_ is not None and piece.opens and _goes_on(open_, piece):
            open_.lines += piece.lines
            open_.seams.add(len(open_.lines) - len(piece.lines) - 1)
            continue
        found.append(piece)
        if abs(piece.size - body) < 0.08 * body and not is_caption(piece.first.text):
            open_ = piece
        elif piece.size > 1.1 * body:
            open_ = None
    for piece in found:
        if isinstance(piece, Passage):
            _write(piece, words)
    return found


def _goes_on(above: Passage, below: Passage) -> bool:
    if below.mark or abs(above.last.size - below.first.size) > 0.08 * above.size or above.bold != below.bold:
        return False
    text = above.last.text.rstrip(_CLOSING)
    first = below.first.text.lstrip("\"'“‘([")
    if not text or not first or text[-1] in _ENDS:
        return False
    if first[0].islower() or text[-1] in ",-–—;":
        return True
    prose = min(above.last.text.count(" "), below.first.text.count(" ")) >= _PROSE
    return prose and len(above.lines) > 1 and above.last.x1 > above.last.right - 4 * above.size


def _write(passage: Passage, words: Words) -> None:
    """Put the text of a passage together."""
    texts = [line.text for line in passage.lines]
    breaks = [
        n not in passage.seams and is_broken(passage.lines[n], passage.lines[n + 1]) for n in range(len(texts) - 1)
    ]
    if not passage.mark and _is_list(texts):
        breaks = [True] * len(breaks)
    if passage.mark:
        texts[0] = texts[0][len(passage.mark) :]
        breaks = [False] * len(breaks)
    passage.text = words.paragraph(texts, breaks)


def _is_list(texts: Sequence[str]) -> bool:
    """Whether lines are names or the like, one below the other: short, and each with a capital."""
    return all(
        text.count(" ") < _NAME and not text[:1].islower() and text[-1:].isalnum() and text[:1].isalnum()
        for text in texts
    )
