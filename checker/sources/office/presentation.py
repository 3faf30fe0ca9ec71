"""Reads PowerPoint presentations slide by slide: title, text in the order of reading, tables, charts, diagrams, notes.

The library opens the package and knows slides, placeholders and where shapes stand. Text frames are read in its tree,
since it does not say whether a paragraph is an item of a list.
"""

from __future__ import annotations

from collections.abc import Iterable

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from checker.model.document import Place, Reading, Source, Warning
from checker.sources.office import charts, diagrams, slide_text, table_grid
from checker.sources.office import package as office_package
from checker.sources.office.datelines import has_date
from checker.sources.office.slide_shapes import LISTS, MARGINS, TITLES, Layouts, Piece
from checker.sources.office.slide_text import A, Line
from checker.sources.office.story import Element
from checker.sources.office.tabbed_lines import TabbedLines
from checker.sources.office.table_grid import Cell, Content, Row
from checker.sources.text_builder import TextBuilder, clean

WHAT = "PowerPoint presentation"
_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SLIDE_LEVEL = 2
_LONGEST_TITLE = 100
_HIGH = 0.25
"""The share of a slide's height in which a line that no placeholder holds may be its title."""


def reading(source: Source, data: bytes) -> Reading:
    """The text of a presentation; each block stands on its slide."""
    presentation = Presentation(office_package.harmless(data, WHAT))
    teller = _Teller(float(presentation.slide_height or 0))
    warnings = []
    for number, slide in enumerate(presentation.slides, 1):
        teller.builder.place = Place(slide=number)
        if slide.element.get("show") in ("0", "false"):
            warnings.append(Warning(source.id, 1, f"slide {number} is hidden and is not read"))
        else:
            teller.slide(slide, first=number == 1)
    return teller.builder.reading(source, warnings, office_package.metadata(presentation.part.package))


class _Teller:
    """Hands on the blocks of slides."""

    def __init__(self, height: float) -> None:
        self.builder = TextBuilder()
        self._layouts = Layouts()
        self._tabbed = TabbedLines(self.builder)
        self._height = height
        self._margins: set[str] = set()
        """The lines at the margins of slides that were handed on."""

    def slide(self, slide: Slide, *, first: bool) -> None:
        """Hand on a slide: its title, then what stands on it, then what its speaker notes."""
        pieces = self._layouts.pieces(slide.shapes, slide)
        title = next((piece for piece in pieces if piece.kind in TITLES and piece.words), None)
        if title is None:
            title = self._line_on_top(pieces)
        if title is not None:
            if first and title.kind == "ctrTitle":
                self.builder.title(" ".join(title.words.split()))
            else:
                self.builder.heading(title.words, _SLIDE_LEVEL)
        for piece in pieces:
            if piece is not title:
                self._piece(piece, slide)
        if slide.has_notes_slide:
            frame = slide.notes_slide.notes_text_frame
            if frame is not None:
                self._lines(slide_text.lines(frame._txBody))

    def _line_on_top(self, pieces: list[Piece]) -> Piece | None:
        """The line that stands first and high on a slide without a title, and alone in its frame."""
        first = next((piece for piece in pieces if piece.kind not in MARGINS and piece.words), None)
        if first is None or first.kind in LISTS or first.top > _HIGH * self._height:
            return None
        text = first.words
        return first if len(text) <= _LONGEST_TITLE and "\n" not in text and text[-1] not in ".,;:" else None

    def _piece(self, piece: Piece, slide: Slide) -> None:
        if piece.kind == "sldNum":
            return
        if piece.kind in MARGINS:
            self._margin(piece.words)
        elif isinstance(piece.shape, GroupShape):
            for inner in self._layouts.pieces(piece.shape.shapes, slide):
                self._piece(inner, slide)
        elif isinstance(piece.shape, GraphicFrame):
            self._frame(piece.shape)
        else:
            self._lines(slide_text.lines(piece.body, piece.kind in LISTS, piece.inherited))

    def _margin(self, line: str) -> None:
        """A line at the foot of slides, once: a date tells when they are from, all else is furniture."""
        if line in self._margins:
            return
        self._margins.add(line)
        if has_date(line):
            self.builder.paragraph(line)
        else:
            self.builder.furniture(line)

    def _lines(self, lines: Iterable[Line]) -> None:
        for line in lines:
            if line.depth:
                self._tabbed.end()
                self.builder.item(line.text, line.depth)
            else:
                self._tabbed.line(line.text)
        self._tabbed.end()

    def _frame(self, frame: GraphicFrame) -> None:
        """A table, a chart or a diagram."""
        if frame.has_table:
            self._table(frame)
        elif frame.has_chart:
            charts.hand_on(frame.chart_part._element, self.builder)
        else:
            for relations in frame.element.iter(f"{_D}relIds"):
                part = frame.part.related_part(relations.get(f"{_R}dm") or "")
                for words, depth in diagrams.items(parse_xml(part.blob)):
                    self.builder.item(words, depth)

    def _table(self, frame: GraphicFrame) -> None:
        rows = []
        for row in frame.element.iter(f"{A}tr"):
            cells = []
            for cell in row.iterchildren(f"{A}tc"):
                told = [clean(line.text) for line in slide_text.lines(cell.find(f"{A}txBody"))]
                below, beside = _is_set(cell, "vMerge"), _is_set(cell, "hMerge")
                cells.append(Cell(None if below or beside else cell, below, Content(told)))
            rows.append(Row(cells))
        table_grid.fill_down(rows)
        self.builder.table([[cell.content.text for cell in row.cells] for row in rows])


def _is_set(cell: Element, name: str) -> bool:
    return cell.get(name) in ("1", "true")
