"""Reads web pages (HTML, XHTML): their main text with its structure; what is about the page is told apart."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.model.document import Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources import encoding
from checker.sources.html import inline as html_inline
from checker.sources.html import metadata as html_metadata
from checker.sources.html import tree as html_tree
from checker.sources.html.blocks import Blocks
from checker.sources.html.regions import Regions
from checker.sources.html.tree import Element, Page
from checker.sources.text_builder import TextBuilder

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_RARE = 1_000
_REVEALED = "most rows of its tables are hidden until a script shows them; they are read as if they were shown"
_HEAD = 2_048
_SAYS_UTF_8 = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?utf-?8\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(
    r"\s{0,20}(?:---[ \t]*\r?\n|(?=[a-z_]{1,40}: ))((?:(?!---)[^\n]{0,2000}\n){0,200}?)---[ \t]*(?:\r?\n|$)"
)
_FIELD = re.compile(r"(?m)^(title|date): {0,9}[\"']?([^\n]{1,500}?)[\"']?[ \t\r]{0,9}$")
_GENERATOR = re.compile(r"\{%[^\n]{0,500}?%\}|\{\{[^\n]{0,500}?\}\}")


def reading(source: Source, data: bytes) -> Reading:
    """The main text of a page."""
    text, odd = decoded(_without_nul(data))
    said, text = _front_matter(text)
    page = html_tree.parse(text, xml=(source.path or "").lower().endswith(".xhtml"))
    builder = TextBuilder()
    if not page.body.size:
        raise Unreadable("", "there is no text in it: if a script fills it, save it from a browser that shows it")
    title = _title(page)
    names = html_metadata.titles(page) or ([said["title"]] if said.get("title") else [])
    if title is None and names:
        builder.title(names[0])
    others = any(element.tag == "h1" and element is not title for element in page.body.all())
    Blocks(builder, Regions(page.body, title), title, below=int(others)).write(page.body)
    metadata = html_metadata.read(page)
    if said:
        published = metadata.published or html_metadata.date(said.get("date"))
        metadata = replace(metadata, title=metadata.title or said.get("title"), published=published)
    told = [*([odd] if odd else []), *([_REVEALED] if page.revealed else [])]
    return builder.reading(source, [Warning(source.id, 1, message) for message in told], metadata)


def decoded(data: bytes) -> tuple[str, str | None]:
    """The text of a page and what is odd in it; one that is UTF-8 but for a few bytes is read as browsers read it."""
    if _SAYS_UTF_8.search(data[:_HEAD]):
        text = data.decode("utf-8", "replace")
        odd = text.count("\ufffd") - data.count("\ufffd".encode())
        if 0 < odd * _RARE < len(text):
            return text.removeprefix("\ufeff"), f"{odd} of its bytes are no UTF-8, which it declares: save it anew"
    return encoding.decode(data)


def _without_nul(data: bytes) -> bytes:
    """``data`` without the odd NUL, which browsers pass over; what holds many is no page."""
    few = 0 < data.count(b"\0") * _RARE < len(data) and data[:1].isascii()
    return data.replace(b"\0", b"") if few else data


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the source of a generated page says before the page, and the page without the marks for its generator."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    said = dict(_FIELD.findall(match[1]))
    return said, _GENERATOR.sub(" ", text[match.end() :])


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
