"""Reads presentations in OpenDocument, as LibreOffice writes them: slide by slide, with the notes of the speaker."""

from __future__ import annotations

import re

from checker.model.document import Place, Reading, Source
from checker.sources.office.open_package import DRAW, PRESENTATION, SVG, OpenPackage
from checker.sources.office.open_story import OpenStory
from checker.sources.office.slide_order import Box, in_order
from checker.sources.office.story import Element
from checker.sources.text_builder import clean

WHAT = "OpenDocument presentation"
_CLASS = f"{PRESENTATION}class"
_MARGINS = ("page-number", "date-time", "footer", "header", "page")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|px|pc)?")
_MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 0.3528, "px": 0.2646, "pc": 4.233}
_SLIDE_LEVEL = 2


def reading(source: Source, data: bytes) -> Reading:
    """The text of a presentation; each block stands on its slide."""
    package = OpenPackage(data, WHAT)
    story = OpenStory(package)
    for number, slide in enumerate(package.body("presentation").iterchildren(f"{DRAW}page"), 1):
        story.builder.place = Place(slide=number)
        _slide(story, slide)
    return story.builder.reading(source, metadata=package.metadata())


def _slide(story: OpenStory, slide: Element) -> None:
    shapes = in_order(_box(shape) for shape in slide if isinstance(shape.tag, str) and shape.tag.startswith(DRAW))
    titles = [shape for shape in shapes if shape.get(_CLASS) == "title"]
    for title in titles:
        lines = (clean(story.words(part).text) for part, role in story.parts(title) if role is not None)
        story.builder.heading(" ".join(filter(None, lines)), _SLIDE_LEVEL)
    for shape in shapes:
        if shape not in titles and shape.get(_CLASS) not in _MARGINS:
            _shape(story, shape)
    for notes in slide.iterchildren(f"{PRESENTATION}notes"):
        for shape in notes:
            if shape.get(_CLASS) == "notes":
                story.inside(shape)


def _shape(story: OpenStory, shape: Element) -> None:
    if shape.tag == f"{DRAW}g":
        for inner in in_order(_box(inner) for inner in shape if isinstance(inner.tag, str)):
            _shape(story, inner)
    else:
        story.inside(shape)


def _box(shape: Element) -> Box[Element]:
    """Where a shape stands; a group where the first of its shapes does."""
    first = shape
    while first.tag == f"{DRAW}g" and (inner := first.find(f"{DRAW}*")) is not None:
        first = inner
    left, top, width, height = (_length(first.get(SVG + name)) for name in ("x", "y", "width", "height"))
    return Box(shape, left, top, width, height)


def _length(text: str | None) -> float:
    match = _LENGTH.fullmatch(text or "")
    return float(match[1]) * _MILLIMETRES.get(match[2] or "mm", 1.0) if match else 0.0
