"""Reads text documents in OpenDocument, as LibreOffice writes them."""

from __future__ import annotations

from checker.model.document import Reading, Source
from checker.sources.office.open_package import OpenPackage
from checker.sources.office.open_story import OpenStory

WHAT = "OpenDocument text"


def reading(source: Source, data: bytes) -> Reading:
    """The text of a document: paragraphs, headings, items, tables, notes and text boxes."""
    package = OpenPackage(data, WHAT)
    story = OpenStory(package)
    heads, feet = story.margins()
    body = package.body("text")
    story.furniture(heads)
    story.inside(body)
    story.furniture(line for line in feet if line not in heads)
    return story.builder.reading(source, metadata=package.metadata())
