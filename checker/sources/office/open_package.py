"""Opens the packages of OpenDocument once they are known to be harmless, and knows their styles and properties.

The tree of lxml is read directly. odfpy builds a tree of its own, many times slower, and knows no more than that of
changes, lists and cells that are merged or repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from checker.model.document import Metadata
from checker.model.user_error import Unreadable
from checker.sources.archives import Archive
from checker.sources.office.story import Element

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE = _NS % "office"
TEXT = _NS % "text"
TABLE = _NS % "table"
DRAW = _NS % "drawing"
PRESENTATION = _NS % "presentation"
STYLE = _NS % "style"
SVG = _NS % "svg-compatible"
CHART = _NS % "chart"
_XLINK = "{http://www.w3.org/1999/xlink}"
_META = _NS % "meta"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MANIFEST = "META-INF/manifest.xml"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class OpenPackage:
    """The parts of an OpenDocument file."""

    def __init__(self, data: bytes, what: str) -> None:
        """``what``: the format, for messages; raises Unreadable for what is encrypted, damaged or harmful."""
        self._archive = archive = Archive(data, what)
        self._what = what
        self._shown: set[str] = set()
        if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
            raise Unreadable("", "it is encrypted: save it without a password")
        if "content.xml" not in archive:
            raise Unreadable("", f"it is no {what}, or damaged: open it and save it anew")
        self.content = _tree(archive, "content.xml", what)
        self.common = _tree(archive, "styles.xml", what) if "styles.xml" in archive else None
        self._meta = _tree(archive, "meta.xml", what) if "meta.xml" in archive else None
        self._styles: dict[tuple[str, str], Element] = {}
        for root in (self.common, self.content):
            for style in root.iter(f"{STYLE}style") if root is not None else ():
                self._styles[style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""] = style

    def body(self, kind: str) -> Element:
        """The body of a ``text`` or ``presentation``; raises Unreadable where it is another kind of document."""
        found = self.content.find(f"{OFFICE}body/{OFFICE}{kind}")
        if found is None:
            raise Unreadable("", f"it holds no {kind}: give it the ending of what it is")
        return found

    def embedded(self, drawing: Element) -> Element | None:
        """The chart that a drawing shows, the first time that it is asked for; None where it shows something else."""
        name = (drawing.get(f"{_XLINK}href") or "").removeprefix("./").rstrip("/") + "/content.xml"
        if name not in self._archive or name in self._shown:
            return None
        self._shown.add(name)
        return _tree(self._archive, name, self._what).find(f"{OFFICE}body/{OFFICE}chart/{CHART}chart")

    def chain(self, family: str, name: str | None) -> Iterator[tuple[str, Element]]:
        """A style and those that it is based on, the nearest first, each with its name."""
        seen: set[str] = set()
        while name is not None and name not in seen and (style := self._styles.get((family, name))) is not None:
            seen.add(name)
            yield name, style
            name = style.get(f"{STYLE}parent-style-name")

    def is_hidden(self, family: str, name: str | None) -> bool:
        """Whether a style says that words are not shown."""
        for _, style in self.chain(family, name):
            properties = style.find(f"{STYLE}text-properties")
            shown = properties.get(f"{TEXT}display") if properties is not None else None
            if shown is not None:
                return bool(shown == "none")
        return False

    def is_raised(self, name: str | None) -> bool:
        """Whether a style of characters raises them."""
        for _, style in self.chain("text", name):
            properties = style.find(f"{STYLE}text-properties")
            place = properties.get(f"{STYLE}text-position") if properties is not None else None
            if place is not None:
                first = place.split()[0] if place.split() else ""
                return first == "super" or (first.rstrip("%").isdecimal() and int(first.rstrip("%")) > 0)
        return False

    def metadata(self) -> Metadata:
        """The title of the document and the day when it was made."""
        title = self._said(f"{_DC}title")
        made = _DAY.match(self._said(f"{_META}creation-date") or self._said(f"{_DC}date") or "")
        return Metadata(title, self._said(f"{_DC}publisher"), made[0] if made else None)

    def _said(self, name: str) -> str | None:
        found = next(self._meta.iter(name), None) if self._meta is not None else None
        return (found.text or "").strip() or None if found is not None else None


def _tree(archive: Archive, name: str, what: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(archive.xml(name), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("", f"its part {name} is damaged, or it is no {what}: open it and save it anew") from error
