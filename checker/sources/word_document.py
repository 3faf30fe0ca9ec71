"""Reads Word documents: what a person reads in them, in that order, with all changes accepted.

The library opens the package, follows its relations and knows its styles and properties. Its paragraphs and tables
leave out changes, content controls, notes, text boxes and fields, so that these are read in its tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from checker.model.document import Reading, Source, Warning
from checker.sources import office_package, word_tables
from checker.sources.datelines import has_date
from checker.sources.tabbed_lines import TabbedLines
from checker.sources.text_builder import TextBuilder, clean
from checker.sources.word_styles import Role, Styles
from checker.sources.word_tables import Cell, Row
from checker.sources.word_text import Element, W, Words, is_on, words

WHAT = "Word document"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NOTES = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def reading(source: Source, data: bytes) -> Reading:
    """The text of a Word document: paragraphs, headings, items, tables, notes and text boxes."""
    document = Document(office_package.harmless(data, WHAT))
    walk = _Walk(document)
    heads, feet = _furniture(document, walk)
    _tell(walk.builder, heads)
    walk.inside(document.element.body)
    walk.end()
    _tell(walk.builder, feet)
    warnings = [Warning(source.id, 1, "a part in another format, which is embedded in it, is not read")]
    metadata = office_package.metadata(document.core_properties)
    return walk.builder.reading(source, warnings if walk.embedded else [], metadata)


def _tell(builder: TextBuilder, lines: list[str]) -> None:
    """Heads or feet of pages: those with a date say when the document is from, the others are furniture."""
    for line in lines:
        if has_date(line):
            builder.paragraph(line)
        else:
            builder.furniture(line)


def _furniture(document: WordDocument, walk: _Walk) -> tuple[list[str], list[str]]:
    """The lines at the head and at the foot of the pages, each once."""
    found: dict[str, dict[str, None]] = {"headerReference": {}, "footerReference": {}}
    both = document.settings.odd_and_even_pages_header_footer
    for section in document.element.body.iter(f"{W}sectPr"):
        for kind, lines in found.items():
            for reference in section.iterchildren(W + kind):
                when = reference.get(f"{W}type")
                if (when == "first" and not is_on(section, "titlePg")) or (when == "even" and not both):
                    continue
                part = document.part.related_parts.get(reference.get(_ID))
                root = getattr(part, "element", None)
                if root is not None:
                    lines.update(dict.fromkeys(walk.lines(root)))
    repeated = found["headerReference"].keys()
    return list(repeated), [line for line in found["footerReference"] if line not in repeated]


@dataclass(slots=True)
class _Content:
    """What a cell holds."""

    texts: list[str] = field(default_factory=list)
    anchored: list[Words] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)
    headed: bool = False
    """One of its paragraphs is a heading."""
    listed: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.texts)


class _Walk:
    """Goes through the blocks of a document and hands them on."""

    def __init__(self, document: WordDocument) -> None:
        self.builder = TextBuilder()
        self.embedded = False
        self._styles = Styles(document)
        self._notes = {kind: _notes(document, relation) for kind, relation in _NOTES.items()}
        self._told: set[tuple[str, str]] = set()
        self._titled = False
        self._carried: Words | None = None
        """The words of a paragraph whose end was deleted: the next one goes on with them."""
        self._tabbed = TabbedLines(self.builder)

    def inside(self, container: Element) -> None:
        """Hand on the blocks of a body, cell, note or text box."""
        for block in word_tables.blocks(container):
            if block.tag == f"{W}p":
                self._paragraph(block)
            else:
                self.end()
                self._table(block)
        if container.find(f"{W}altChunk") is not None:
            self.embedded = True

    def end(self) -> None:
        """Hand on what waits for a paragraph to come."""
        if self._carried is not None:
            carried, self._carried = self._carried, None
            self._hand_on(carried, Role())
        self._tabbed.end()

    def lines(self, container: Element) -> Iterator[str]:
        """The lines of a head or foot of pages."""
        for paragraph in container.iter(f"{W}p"):
            found = words(paragraph, self._styles.hidden)
            if line := clean(found.text):
                yield line

    def _paragraph(self, paragraph: Element) -> None:
        role = self._styles.role(paragraph)
        if role.hidden:
            return
        found = words(paragraph, self._styles.hidden)
        if self._carried is not None:
            found, self._carried = self._carried.and_then(found), None
        if _is_joined(paragraph):
            self._carried = found
            return
        self._hand_on(found, role)

    def _hand_on(self, found: Words, role: Role) -> None:
        text = found.text
        if role.title or role.heading or role.item or role.contents or role.code or "\t" not in text.strip():
            self._tabbed.end()
        if not text.strip():
            pass
        elif role.contents or found.contents:
            self.builder.furniture(text, "links")
        elif role.title and not self._titled:
            self._titled = True
            self.builder.title(" ".join(text.split()))
        elif (role.title or role.heading) and len(text) <= _HEADING:
            self.builder.heading(text, role.heading or 1)
        elif role.item:
            self.builder.item(text, role.item)
        elif role.code:
            self.builder.code(text)
        else:
            self._tabbed.line(text)
        if found.notes or found.boxes:
            self._tabbed.end()
            self._anchored(found)

    def _anchored(self, found: Words) -> None:
        """Hand on the text boxes of a paragraph, and the notes that it is the first to cite."""
        for box in found.boxes:
            self.inside(box)
            self.end()
        for note in found.notes:
            if note not in self._told:
                self._told.add(note)
                kind, number = note
                if (content := self._notes[kind].get(number)) is not None:
                    self.inside(content)
                    self.end()

    def _table(self, table: Element) -> None:
        rows = word_tables.rows(table)
        contents = [[self._content(cell) for cell in row.cells] for row in rows]
        if _is_layout(contents):
            for row in rows:
                for cell in row.cells:
                    if cell.element is not None:
                        self.inside(cell.element)
                        self.end()
            return
        if _is_form(contents):
            self._form(rows, contents)
        else:
            _fill_down(rows, contents)
            self.builder.table([[cell.text for cell in row] for row in contents], _heads(rows) or None)
        for row in contents:
            for cell in row:
                for anchored in cell.anchored:
                    self._anchored(anchored)
                for inner in cell.tables:
                    self._table(inner)

    def _content(self, cell: Cell) -> _Content:
        content = _Content()
        if cell.element is None:
            return content
        for block in word_tables.blocks(cell.element):
            if block.tag != f"{W}p":
                content.tables.append(block)
                continue
            role = self._styles.role(block)
            if role.hidden:
                continue
            found = words(block, self._styles.hidden)
            if text := clean(found.text):
                content.texts.append(text)
                content.headed |= bool(role.heading or role.title)
                content.listed |= role.item is not None
            if found.notes or found.boxes:
                content.anchored.append(found)
        return content

    def _form(self, rows: list[Row], contents: list[list[_Content]]) -> None:
        """Labels with longer texts beside them: the first paragraph goes with its label, the others behind it."""
        for row, (label, content) in zip(rows, contents, strict=True):
            beside = row.cells[1].element
            if len(content.texts) < 2 or beside is None:
                self.builder.pair(label.text, content.text)
            else:
                self.builder.pair(label.text, content.texts[0])
                self._rest(beside)

    def _rest(self, cell: Element) -> None:
        """The paragraphs of a cell behind the first that says something."""
        first = True
        for block in word_tables.blocks(cell):
            if block.tag == f"{W}p":
                found = words(block, self._styles.hidden)
                if first and clean(found.text):
                    first = False
                else:
                    self._hand_on(Words(found.text), self._styles.role(block))
        self._tabbed.end()


def _is_layout(contents: list[list[_Content]]) -> bool:
    """Whether a table only places text on the page, so that it is read cell by cell."""
    width = max((len(row) for row in contents), default=0)
    if width < 2:
        return True
    cells = [cell for row in contents for cell in row]
    long = any(len(cell.texts) > 1 or cell.tables for cell in cells)
    return (long and len(contents) == 1) or any(cell.headed and len(cell.texts) > 1 for cell in cells)


_HEADING = 250
"""Longer text is none, though its paragraph has the style of one."""
_SENTENCE = 120


def _is_form(contents: list[list[_Content]]) -> bool:
    """Whether a table holds labels with texts of several paragraphs beside them."""
    if any(len(row) != 2 or len(row[0].texts) > 1 or row[0].tables for row in contents):
        return False
    return any(len(b.texts) > 1 and (b.listed or len(b.text) > _SENTENCE) for _, b in contents)


def _fill_down(rows: list[Row], contents: list[list[_Content]]) -> None:
    """Tell a label again in each row that its cell spans; a head over several rows is told once.

    Only what stands at the left of a row labels it.
    """
    heads = _heads(rows)
    if not heads and rows and any(cell.element is None and not cell.goes_on for cell in rows[0].cells):
        heads = 1
    starts: list[int] = []
    for n, row in enumerate(rows):
        spans = [cell.goes_on and column < len(starts) for column, cell in enumerate(row.cells)]
        starts = [starts[column] if spanned else n for column, spanned in enumerate(spans)]
        for column in takewhile(spans.__getitem__, range(len(spans))):
            if starts[column] >= heads:
                contents[n][column].texts = contents[starts[column]][column].texts


def _heads(rows: list[Row]) -> int:
    """How many of the first rows the file says are heads."""
    return sum(1 for _ in takewhile(lambda row: row.head, rows))


def _is_joined(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted or moved away."""
    properties = paragraph.find(f"{W}pPr")
    marks = properties.find(f"{W}rPr") if properties is not None else None
    return marks is not None and any(marks.find(W + name) is not None for name in ("del", "moveFrom"))


def _notes(document: WordDocument, relation: str) -> dict[str, Element]:
    """The notes of a kind by their numbers."""
    try:
        part = document.part.part_related_by(relation)
    except KeyError:
        return {}
    root = parse_xml(part.blob)
    return {note.get(f"{W}id") or "": note for note in root if note.get(f"{W}type") not in _SEPARATORS}
