"""Reads PowerPoint presentations slide by slide: title, text in the order of reading, tables, charts, diagrams, notes.

The library opens the package and knows slides, placeholders and where shapes stand. Text frames are read in its tree,
since it does not say whether a paragraph is an item of a list.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.package import Part
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from checker.model.document import Place, Reading, Source, Warning
from checker.sources import charts, diagrams, office_package, slide_text, table_grid
from checker.sources.datelines import has_date
from checker.sources.slide_order import Box, in_order
from checker.sources.slide_text import A, Line
from checker.sources.story import Element
from checker.sources.tabbed_lines import TabbedLines
from checker.sources.table_grid import Cell, Content, Row
from checker.sources.text_builder import TextBuilder, clean

WHAT = "PowerPoint presentation"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
_LISTS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY, PP_PLACEHOLDER.VERTICAL_OBJECT)
_MARGINS = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.DATE)
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
        self._tabbed = TabbedLines(self.builder)
        self._height = height
        self._margins: set[str] = set()
        """The lines at the margins of slides that were handed on."""

    def slide(self, slide: Slide, *, first: bool) -> None:
        """Hand on a slide: its title, then what stands on it, then what its speaker notes."""
        shapes = _ordered(slide.shapes)
        title = next((shape for shape in shapes if _kind(shape) in _TITLES and _words(shape)), None)
        if title is None:
            title = self._line_on_top(shapes)
        if title is not None:
            if first and _kind(title) is PP_PLACEHOLDER.CENTER_TITLE:
                self.builder.title(_words(title))
            else:
                self.builder.heading(_words(title), _SLIDE_LEVEL)
        for shape in shapes:
            if shape is not title:
                self._shape(shape)
        if slide.has_notes_slide:
            frame = slide.notes_slide.notes_text_frame
            if frame is not None:
                self._lines(slide_text.lines(frame._txBody))

    def _line_on_top(self, shapes: list[BaseShape]) -> BaseShape | None:
        """The line that stands first and high on a slide without a title, and alone in its frame."""
        first = next((shape for shape in shapes if _words(shape) and _kind(shape) not in _MARGINS), None)
        if first is None or _kind(first) in _LISTS or (first.top or 0) > _HIGH * self._height:
            return None
        text = _words(first)
        return first if len(text) <= _LONGEST_TITLE and "\n" not in text and text[-1] not in ".,;:" else None

    def _shape(self, shape: BaseShape) -> None:
        kind = _kind(shape)
        if kind is PP_PLACEHOLDER.SLIDE_NUMBER:
            return
        if isinstance(shape, GroupShape):
            for inner in _ordered(shape.shapes):
                self._shape(inner)
        elif kind in _MARGINS:
            self._margin(_words(shape))
        elif isinstance(shape, GraphicFrame):
            self._frame(shape)
        elif shape.has_text_frame:
            self._lines(slide_text.lines(_body(shape), kind in _LISTS, _inherited(shape)))

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
            elif "\t" in line.text.strip():
                self._tabbed.line(line.text)
            else:
                self._tabbed.end()
                self.builder.paragraph(line.text)
        self._tabbed.end()

    def _frame(self, frame: GraphicFrame) -> None:
        """A table, a chart or a diagram."""
        if frame.has_table:
            self._table(frame)
        elif frame.has_chart:
            charts.hand_on(frame.chart_part._element, self.builder)
        else:
            for relations in frame.element.iter(f"{_D}relIds"):
                for words, depth in diagrams.items(_data(frame.part.related_part(relations.get(f"{_R}dm") or ""))):
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


def _ordered(shapes: Iterable[BaseShape]) -> list[BaseShape]:
    """Shapes in the order of reading."""
    return in_order(
        Box(s, float(s.left or 0), float(s.top or 0), float(s.width or 0), float(s.height or 0)) for s in shapes
    )


def _kind(shape: BaseShape) -> PP_PLACEHOLDER | None:
    """The kind of placeholder that a shape is."""
    return shape.placeholder_format.type if shape.is_placeholder else None


def _body(shape: BaseShape) -> Element | None:
    return shape.element.find(f"{_P}txBody")


def _words(shape: BaseShape) -> str:
    """The words of a shape; its lines as they are."""
    return "\n".join(clean(line.text) for line in slide_text.lines(_body(shape)))


def _inherited(shape: BaseShape) -> tuple[Element, ...]:
    """The text bodies of the placeholders of the layout whose styles a shape follows."""
    if not shape.is_placeholder:
        return ()
    base = getattr(shape, "_base_placeholder", None)
    body = base.element.find(f"{_P}txBody") if base is not None else None
    return () if body is None else (body,)


def _is_set(cell: Element, name: str) -> bool:
    return cell.get(name) in ("1", "true")


def _data(part: Part) -> Element:
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
