"""A source and its text: the same characters throughout, so that offsets hold at every stage."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from checker.model.canonical import Canonical

BlockKind = Literal["title", "heading", "paragraph", "item", "row", "pair", "links", "boilerplate", "code"]


@dataclass(frozen=True, slots=True)
class Source:
    """One registered or given document, and what is known of it."""

    id: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF, such as ``2008`` or ``1999/2002``."""
    published_basis: str | None = None
    """Where the date comes from: ``stated``, ``inferred``, ``unknown``."""
    url: str | None = None
    authority: int | None = None
    """Larger means closer to the facts; None where it is not known."""
    sha256: str | None = None
    extracted: bool = False
    """Its text was taken out of the file, so that lines of the text are no lines of the file."""


Division = tuple[int, str]
"""Where a page, slide or sheet starts in a text, and what it is called: ``page 3``."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a document as people see it; None where its format knows no such thing."""

    page: int | None = None
    """Of a paged document, from 1."""
    slide: int | None = None
    """Of a presentation, from 1."""
    cell: str | None = None
    """Of a workbook, with its sheet: ``Budget!B4``."""

    @property
    def division(self) -> str:
        """The page, slide or sheet that it is on, in words; empty for none."""
        if self.cell is not None:
            return f"sheet {self.cell.rpartition('!')[0]}"
        if self.slide is not None:
            return f"slide {self.slide}"
        return f"page {self.page}" if self.page is not None else ""


NO_PLACE = Place()


@dataclass(frozen=True, slots=True)
class Places:
    """Where each stretch of a text stands: from ``starts[n]`` on at ``places[n]``, until the next one starts."""

    starts: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    def at(self, offset: int) -> Place:
        """The place of the character at ``offset`` of the text as given."""
        n = bisect_right(self.starts, offset) - 1
        return self.places[n] if n >= 0 else NO_PLACE

    def divisions(self) -> tuple[Division, ...]:
        """Where each page, slide or sheet starts."""
        found: list[Division] = []
        for start, place in zip(self.starts, self.places, strict=True):
            words = place.division
            if words and (not found or found[-1][1] != words):
                found.append((start, words))
        return tuple(found)


NO_PLACES = Places()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself beside its text; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF, a year, month or day."""


NO_METADATA = Metadata()


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines with one job.

    ``pair`` is a ``Key: value`` line or a two-cell row, with ``key`` its label; ``row`` a table row of other
    widths, or under a head that names an attribute, with ``key`` what labels it and ``heads`` the column heads. An
    ``item`` that opens with a date, an entry of a chronicle, has that date for its ``key``.
    ``links`` and ``boilerplate`` (navigation, cookie text) carry no claims.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Headings: 1 is the top; items: depth; rows: how deep in an outline their labels stand, 0 where nothing tells."""
    key: str | None = None
    cells: tuple[tuple[int, int], ...] = ()
    """Rows: the span of each cell."""
    heads: tuple[str, ...] = ()
    """Rows: the words over each column, those of the outermost head first."""
    over: tuple[tuple[tuple[int, int], ...], ...] = ()
    """Rows: the spans of the heads over each column."""
    labels: tuple[int, ...] = (0,)
    """Rows: the cells that label the row."""
    under: tuple[str, ...] = ()
    """Rows: the names of the sections of the table that they stand in, the outermost first."""
    table: int = 0
    """Rows: the number that the rows of one table share; 0 outside a table."""
    header: bool = False
    """It stands in the header that a publishing system puts before a page."""
    head: bool | None = None
    """Rows as a reader gives them, only cut into cells: whether the format says that its cells head the columns."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading, list item or table row: the piece of text a claim is read from."""

    start: int
    end: int
    block: int
    """Index into ``Document.blocks``."""


@dataclass(frozen=True, slots=True)
class Warning:
    """Something odd in a source that a reader should know of; it is not an error."""

    source: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source's text in the form in which it is read, and its structure.

    ``text`` is in NFC, with one kind of line end and one blank between words, and each paragraph is on one line;
    ``form`` says where its characters stand in the text as given. ``plain`` is as long as ``text``, character for
    character: spaces, dashes, quotes and digits are folded to their ASCII form and markup is blanked, so that
    patterns meet one alphabet. A long dash between two words stays, since it parts clauses.
    """

    source: Source
    text: str
    plain: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    warnings: tuple[Warning, ...] = field(default=())
    given: str = ""
    """The source's text as given."""
    form: Canonical | None = None
    """The way from ``text`` back to it; None where they are the same."""
    places: Places = NO_PLACES
    """Where the text as given stands in the document as people see it."""
    metadata: Metadata = NO_METADATA


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives: a source's text, and where its format marks structure.

    ``text`` is as given, and ``form`` the same in the form in which it is read; None where that is ``text`` itself.
    ``blanked`` is that form with markup (emphasis marks, tags, link targets) replaced by spaces, one for one.
    ``blocks`` is None where the format says nothing of structure and the text stage must find it. The rows of one
    table have one number for their ``table``, and the text stage finds their heads and labels.
    """

    source: Source
    text: str
    blanked: str
    blocks: tuple[Block, ...] | None = None
    warnings: tuple[Warning, ...] = ()
    form: Canonical | None = None
    places: Places = NO_PLACES
    """Where ``text`` stands in the document as people see it."""
    metadata: Metadata = NO_METADATA
    unread: tuple[str, ...] = ()
    """Why parts of the source could not be read, each with what to do about it: they are listed as not checked."""
