"""Tells what the shapes of a slide are and where they stand; placeholders stand where the layout puts them.

The library looks a placeholder up in the layout anew for each thing that is asked of it; here the layout is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout

from checker.sources.office import slide_text
from checker.sources.office.slide_order import Box, in_order
from checker.sources.office.story import Element
from checker.sources.text_builder import clean

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TITLES = ("title", "ctrTitle")
LISTS = ("body", "obj")
MARGINS = ("ftr", "hdr", "dt")
_OBJECT = "obj"
"""The kind of a placeholder that names none."""

_ANYWHERE = (*TITLES, *MARGINS, "sldNum")
"""Kinds that are read in a place of their own, wherever they stand."""

_Frame = tuple[float, float, float, float]
_NOWHERE = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape, the kind of placeholder that it is, and its text."""

    shape: BaseShape
    kind: str | None
    body: Element | None
    inherited: tuple[Element, ...]
    """The text bodies whose styles it follows."""
    top: float

    @property
    def words(self) -> str:
        """Its text, a paragraph on a line."""
        return "\n".join(clean(line.text) for line in slide_text.lines(self.body))


class Layouts:
    """What the layouts of a presentation say of placeholders, by their numbers."""

    def __init__(self) -> None:
        self._holders: dict[str, dict[str, BaseShape]] = {}
        self._frames: dict[tuple[str, str], _Frame] = {}

    def pieces(self, shapes: Iterable[BaseShape], slide: Slide) -> list[Piece]:
        """Shapes in the order of reading."""
        return in_order(self._box(shape, slide) for shape in shapes)

    def _box(self, shape: BaseShape, slide: Slide) -> Box[Piece]:
        element = shape.element
        body = element.find(f"{_P}txBody")
        mark = _mark(element)
        if mark is None:
            frame = _frame(shape)
            return Box(Piece(shape, None, body, (), frame[1]), *frame)
        kind = mark.get("type") or _OBJECT
        if kind in _ANYWHERE:
            return Box(Piece(shape, kind, body, (), 0.0), *_NOWHERE)
        number = mark.get("idx") or "0"
        holder = self._of_layout(slide.slide_layout).get(number)
        frame = _frame(shape) if element.x is not None else self._frame_of(slide.slide_layout, number)
        base = None if holder is None else holder.element.find(f"{_P}txBody")
        return Box(Piece(shape, kind, body, () if base is None else (base,), frame[1]), *frame)

    def _frame_of(self, layout: SlideLayout, number: str) -> _Frame:
        """Where a layout, or its master, puts a placeholder."""
        key = str(layout.part.partname), number
        if key not in self._frames:
            holder = self._of_layout(layout).get(number)
            self._frames[key] = _NOWHERE if holder is None else _frame(holder)
        return self._frames[key]

    def _of_layout(self, layout: SlideLayout) -> dict[str, BaseShape]:
        name = str(layout.part.partname)
        if name not in self._holders:
            found = self._holders[name] = {}
            for shape in layout.shapes:
                if (mark := _mark(shape.element)) is not None:
                    found.setdefault(mark.get("idx") or "0", shape)
        return self._holders[name]


def _mark(element: Element) -> Element | None:
    """What says that a shape is a placeholder, and of what kind."""
    return element[0].find(f"{_P}nvPr/{_P}ph") if len(element) else None


def _frame(shape: BaseShape) -> _Frame:
    return float(shape.left or 0), float(shape.top or 0), float(shape.width or 0), float(shape.height or 0)
