"""Reads electronic books (EPUB): their chapters in the order in which they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree

from checker.model.document import Metadata, Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources.archives import Archive, refuse_declarations
from checker.sources.html import metadata as html_metadata
from checker.sources.html import page as web_page
from checker.sources.html import tree as html_tree
from checker.sources.text_builder import TextBuilder

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE\s[^\[\]<>]{0,500}>")
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


def reading(source: Source, data: bytes) -> Reading:
    """The text of a book's chapters under the title of the book."""
    archive = Archive(data, "EPUB")
    if _CONTAINER not in archive:
        raise Unreadable("", f"it is no EPUB: there is no {_CONTAINER} in it")
    _refuse_encryption(archive)
    at = _package(archive)
    package = _xml(archive, at)
    metadata = _metadata(package)
    builder = TextBuilder()
    if metadata.title:
        builder.title(metadata.title)
    warnings: list[Warning] = []
    words = 0
    for name in _spine(package, at):
        if name not in archive:
            warnings.append(Warning(source.id, 1, f"its part {name} is missing"))
            continue
        text, odd = web_page.decoded(archive.read(name))
        if odd:
            warnings.append(Warning(source.id, 1, f"its part {name} {odd}"))
        chapter = html_tree.parse(text, xml=True)
        words += chapter.body.size
        web_page.write_chapter(builder, chapter)
    if not words:
        raise Unreadable("", "there is no text in it, only pictures: it cannot be checked")
    return builder.reading(source, warnings, metadata)


def _package(archive: Archive) -> str:
    """Where the file stands that lists the parts of the book."""
    for element in _xml(archive, _CONTAINER).iter():
        path = element.get("full-path")
        if path and path in archive:
            return path
    raise Unreadable("", "its list of parts is missing: open it and save it anew")


def _xml(archive: Archive, name: str) -> ElementTree.Element:
    data = _DOCUMENT_TYPE.sub(b"", archive.read(name), count=1)
    refuse_declarations(data, name)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unreadable("", f"its part {name} is damaged: open it and save it anew") from error


def _refuse_encryption(archive: Archive) -> None:
    """Raise Unreadable for a book of which more is encrypted than its typefaces."""
    if _ENCRYPTION not in archive:
        return
    for element in _xml(archive, _ENCRYPTION).iter():
        if _name(element) == "EncryptionMethod" and element.get("Algorithm") not in _OF_FONTS:
            raise Unreadable("", "it is encrypted: get a copy without protection")


def _metadata(package: ElementTree.Element) -> Metadata:
    said: dict[str, str] = {}
    for element in package.iter():
        name = _name(element)
        if name in ("title", "publisher", "date") and (text := " ".join((element.text or "").split())):
            said.setdefault(name, text)
    return Metadata(said.get("title"), said.get("publisher"), html_metadata.date(said.get("date")))


def _spine(package: ElementTree.Element, at: str) -> Iterator[str]:
    """The names of the chapters in order; the table of contents is none."""
    items = {item.get("id"): item for item in package.iter() if _name(item) == "item"}
    told: set[str] = set()
    for reference in package.iter():
        item = items.get(reference.get("idref")) if _name(reference) == "itemref" else None
        if item is None or (item.get("media-type") or "") not in _CHAPTERS:
            continue
        if "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(at), unquote(item.get("href") or "")))
        if name not in told:
            told.add(name)
            yield name


def _name(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
