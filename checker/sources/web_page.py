"""Reads web pages (HTML, XHTML): their main text with its structure; what is about the page is told apart."""

from __future__ import annotations

from checker.model.document import Reading, Source, Warning
from checker.sources import encoding, html_inline, html_metadata, html_tree
from checker.sources.html_blocks import Blocks
from checker.sources.html_regions import Regions
from checker.sources.html_tree import Element, Page
from checker.sources.text_builder import TextBuilder

_HEADINGS = frozenset({"h1", "h2"})


def reading(source: Source, data: bytes) -> Reading:
    """The main text of a page."""
    text, odd = encoding.decode(data)
    page = html_tree.parse(text, xml=(source.path or "").lower().endswith(".xhtml"))
    builder = TextBuilder()
    title = _title(page)
    names = html_metadata.titles(page)
    if title is None and names:
        builder.title(names[0])
    others = any(element.tag == "h1" and element is not title for element in page.body.all())
    Blocks(builder, Regions(page.body, title), title, below=int(others)).write(page.body)
    return builder.reading(source, [Warning(source.id, 1, odd)] if odd else (), html_metadata.read(page))


def write_chapter(builder: TextBuilder, page: Page) -> None:
    """Write the blocks of a page that is one part of a document, all of it main text, under the document's title."""
    Blocks(builder, Regions(page.body, None, whole=True), None, below=1).write(page.body)


def _title(page: Page) -> Element | None:
    headings = [
        (element, html_inline.line(element.children, alternative=True))
        for element in page.body.all()
        if element.tag in _HEADINGS
    ]
    return html_metadata.title_heading(page, headings)
