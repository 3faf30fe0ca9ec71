"""Hands on the blocks of a text document in the order of reading: notes and text boxes behind what they belong to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from checker.sources.office import table_grid
from checker.sources.office.datelines import has_date
from checker.sources.office.tabbed_lines import TabbedLines
from checker.sources.office.table_grid import Content, Row
from checker.sources.text_builder import TextBuilder, clean

Element = Any
"""An element of lxml's tree."""

_LONGEST_HEADING = 250
_LONGEST_SENTENCE = 100


@dataclass(slots=True)
class Words:
    """The text of a paragraph, and what is anchored in it."""

    text: str = ""
    notes: list[Any] = field(default_factory=list)
    """What it cites notes by."""
    boxes: list[Element] = field(default_factory=list)
    """The contents of its text boxes, and its charts and diagrams."""
    contents: bool = False
    """It is a line of a table of contents."""

    def and_then(self, other: Words) -> Words:
        """The two as one paragraph."""
        both = (self.notes + other.notes, self.boxes + other.boxes, self.contents or other.contents)
        return Words(self.text + other.text, *both)


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is."""

    title: bool = False
    heading: int | None = None
    item: int | None = None
    """The depth of an item of a list."""
    contents: bool = False
    """A line of a table of contents or of figures."""
    code: bool = False
    hidden: bool = False

    @property
    def plain(self) -> bool:
        """It is nothing but a paragraph."""
        return not (self.title or self.heading or self.item or self.contents or self.code)


PLAIN = Role()


class Story(ABC):
    """The blocks of a document; a format says what they are."""

    def __init__(self) -> None:
        self.builder = TextBuilder()
        self._tabbed = TabbedLines(self.builder)
        self._told: set[Any] = set()
        self._title: list[str] = []
        """The lines of the title so far; it goes on as long as no other words come."""
        self._titled = False
        self._carried: Words | None = None
        """The words of a paragraph whose end was deleted: the next one goes on with them."""

    @abstractmethod
    def parts(self, container: Element) -> Iterator[tuple[Element, Role | None]]:
        """The paragraphs of a container, each with its role, and the tables, which have none."""

    @abstractmethod
    def words(self, paragraph: Element) -> Words:
        """The words of a paragraph."""

    @abstractmethod
    def rows(self, table: Element) -> list[Row]:
        """The rows of a table, its cells without content yet."""

    @abstractmethod
    def note(self, reference: Any) -> Element | None:
        """The content of a note."""

    def joins(self, paragraph: Element) -> bool:
        """Whether the end of a paragraph was deleted."""
        return False

    def inside(self, container: Element) -> None:
        """Hand on the blocks of a body, cell, note or text box."""
        for part, role in self.parts(container):
            if role is None:
                self._end()
                self._end_title()
                self._table(part)
            elif not role.hidden:
                found = self.words(part)
                if self._carried is not None:
                    found, self._carried = self._carried.and_then(found), None
                if self.joins(part):
                    self._carried = found
                else:
                    self._hand_on(found, role)
        self._end()
        self._end_title()

    def furniture(self, lines: Iterable[str]) -> None:
        """Hand on heads or feet of pages: those with a date say when the document is from."""
        for line in lines:
            if has_date(line):
                self.builder.paragraph(line)
            else:
                self.builder.furniture(line)

    def _end(self) -> None:
        """Hand on what waits for a paragraph to come."""
        if self._carried is not None:
            carried, self._carried = self._carried, None
            self._hand_on(carried, PLAIN)
        self._tabbed.end()

    def _end_title(self) -> None:
        if self._title:
            self.builder.title(" ".join(self._title))
            self._title, self._titled = [], True

    def _hand_on(self, found: Words, role: Role) -> None:
        text = found.text
        bare = text.strip()
        if not role.plain or "\t" not in bare:
            self._tabbed.end()
        if bare and not (role.title and not self._titled):
            self._end_title()
        if not bare:
            pass
        elif role.contents or found.contents:
            self.builder.furniture(text, "links")
        elif role.title and not self._titled:
            self._title.append(" ".join(text.split()))
        elif (role.title or role.heading) and not _is_prose(bare):
            self.builder.heading(text, role.heading or 1)
        elif role.item:
            self.builder.item(text, role.item)
        elif role.code:
            self.builder.code(text)
        else:
            self._tabbed.line(text)
        if found.notes or found.boxes:
            self._end_title()
            self._tabbed.end()
            self._anchored(found)

    def _anchored(self, found: Words) -> None:
        """Hand on the text boxes of a paragraph, and the notes that it is the first to cite."""
        for box in found.boxes:
            self.inside(box)
        for reference in found.notes:
            if reference not in self._told:
                self._told.add(reference)
                if (content := self.note(reference)) is not None:
                    self.inside(content)

    def _table(self, table: Element) -> None:
        rows = self.rows(table)
        cells = [cell for row in rows for cell in row.cells]
        for cell in cells:
            if cell.element is not None:
                cell.content = self._content(cell.element)
        if table_grid.is_layout(rows):
            for cell in cells:
                if cell.element is not None:
                    self.inside(cell.element)
            return
        if table_grid.is_form(rows):
            self._form(rows)
        else:
            table_grid.fill_down(rows)
            texts = [[cell.content.text for cell in row.cells] for row in rows]
            self.builder.table(texts, table_grid.heads(rows) or None)
        for cell in cells:
            for anchored in cell.content.anchored:
                self._anchored(anchored)
            for inner in cell.content.tables:
                self._table(inner)

    def _content(self, cell: Element) -> Content:
        content = Content()
        for part, role in self.parts(cell):
            if role is None:
                content.tables.append(part)
            elif not role.hidden:
                found = self.words(part)
                if text := clean(found.text):
                    content.texts.append(text)
                    content.headed |= bool(role.heading or role.title)
                    content.listed |= role.item is not None
                if found.notes or found.boxes:
                    content.anchored.append(found)
        return content

    def _form(self, rows: list[Row]) -> None:
        """Labels with longer texts beside them: the first paragraph goes with its label, the others behind it."""
        for row in rows:
            label, value = row.cells[0].content.text.rstrip(": "), row.cells[1].content
            self.builder.pair(label, value.texts[0] if value.texts else "")
            if len(value.texts) > 1:
                self._rest(row.cells[1].element)

    def _rest(self, cell: Element) -> None:
        """The paragraphs of a cell behind the first that says something."""
        first = True
        for part, role in self.parts(cell):
            if role is None or role.hidden:
                continue
            text = self.words(part).text
            if first and clean(text):
                first = False
            else:
                self._hand_on(Words(text), role)
        self._tabbed.end()


def _is_prose(text: str) -> bool:
    """Whether a paragraph is no heading, though it has the style of one."""
    return len(text) > _LONGEST_HEADING or (len(text) > _LONGEST_SENTENCE and text[-1] in ".:;")
