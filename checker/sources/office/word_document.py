"""Reads Word documents: what a person reads in them, in that order, with all changes accepted.

The library opens the package, follows its relations and knows its styles and properties. Its paragraphs and tables
leave out changes, content controls, notes, text boxes and fields, so that these are read in its tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from checker.model.document import Reading, Source
from checker.sources.office import charts, diagrams, word_looks, word_tables, word_text
from checker.sources.office import package as office_package
from checker.sources.office.story import Element, Role, Story, Words
from checker.sources.office.table_grid import Row
from checker.sources.office.word_styles import Styles
from checker.sources.office.word_text import W, is_on
from checker.sources.text_builder import clean

WHAT = "Word document"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATA = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"
_NOTES = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_EMBEDDED = "a part in another format is embedded in it: open it in the office program and save it"
_CONTENTS = Role(contents=True)
_PARAGRAPH = f"{W}p"


def reading(source: Source, data: bytes) -> Reading:
    """The text of a Word document: paragraphs, headings, items, tables, notes and text boxes."""
    document = Document(office_package.harmless(data, WHAT))
    story = _WordStory(document)
    heads, feet = story.margins()
    story.furniture(heads)
    story.inside(document.element.body)
    story.furniture(line for line in feet if line not in heads)
    metadata = office_package.metadata(document.part.package)
    return story.builder.reading(source, (), metadata, [_EMBEDDED] if story.embeds() else [])


class _WordStory(Story):
    """The blocks of a Word document."""

    def __init__(self, document: WordDocument) -> None:
        super().__init__()
        self._document = document
        self._styles = Styles(document)
        self._shown: set[str | None] = set()
        """The charts and diagrams that were handed on."""
        self._notes = {kind: _notes(document, relation) for kind, relation in _NOTES.items()}

    def parts(self, container: Element) -> Iterator[tuple[Element, Role | None]]:
        found = [
            (block, None if block.tag != _PARAGRAPH else _CONTENTS if contents else self._styles.role(block))
            for block, contents in word_tables.blocks(container)
        ]
        yield from word_looks.with_headings(found) if container.tag == f"{W}body" else found

    def words(self, paragraph: Element) -> Words:
        return word_text.words(paragraph, self._styles.hidden)

    def rows(self, table: Element) -> list[Row]:
        return word_tables.rows(table)

    def note(self, reference: tuple[str, str]) -> Element | None:
        kind, number = reference
        return self._notes[kind].get(number)

    def inside(self, container: Element) -> None:
        if container.tag == word_text.CHART:
            if (root := self._part(container.get(_RELATION))) is not None:
                charts.hand_on(root, self.builder)
        elif container.tag == word_text.DIAGRAM:
            if (root := self._part(container.get(_DATA))) is not None:
                for text, depth in diagrams.items(root):
                    self.builder.item(text, depth)
        else:
            super().inside(container)

    def _part(self, name: str | None) -> Element | None:
        """The tree of a part that the document relates to, the first time that it is asked for."""
        part = self._document.part.related_parts.get(name) if name not in self._shown else None
        self._shown.add(name)
        return None if part is None else parse_xml(part.blob)

    def joins(self, paragraph: Element) -> bool:
        properties = paragraph.find(f"{W}pPr")
        marks = properties.find(f"{W}rPr") if properties is not None else None
        return marks is not None and any(marks.find(W + name) is not None for name in ("del", "moveFrom"))

    def embeds(self) -> bool:
        """Whether a part in another format stands in its text."""
        return next(self._document.element.body.iter(f"{W}altChunk"), None) is not None

    def margins(self) -> tuple[list[str], list[str]]:
        """The lines at the head and at the foot of the pages, each once."""
        found: dict[str, dict[str, None]] = {"headerReference": {}, "footerReference": {}}
        told: set[str | None] = set()
        both = self._document.settings.odd_and_even_pages_header_footer
        for section in self._document.element.body.iter(f"{W}sectPr"):
            for kind, lines in found.items():
                for reference in section.iterchildren(W + kind):
                    when = reference.get(f"{W}type")
                    name = reference.get(_RELATION)
                    if (when == "first" and not is_on(section, "titlePg")) or (when == "even" and not both):
                        continue
                    if name in told:
                        continue
                    told.add(name)
                    part = self._document.part.related_parts.get(name)
                    lines.update(dict.fromkeys(self._lines(getattr(part, "element", None))))
        return list(found["headerReference"]), list(found["footerReference"])

    def _lines(self, margin: Element | None) -> Iterator[str]:
        for paragraph in margin.iter(_PARAGRAPH) if margin is not None else ():
            if line := clean(self.words(paragraph).text):
                yield line


def _notes(document: WordDocument, relation: str) -> dict[str, Element]:
    """The notes of a kind by their numbers."""
    try:
        part = document.part.part_related_by(relation)
    except KeyError:
        return {}
    root = parse_xml(part.blob)
    return {note.get(f"{W}id") or "": note for note in root if note.get(f"{W}type") not in _SEPARATORS}
