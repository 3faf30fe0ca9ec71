"""Opens the packages that Word and PowerPoint write once they are known to be harmless.

What the libraries do not know is made known to them here: a package in the strict form of the standard differs from
the usual one only in the names of its namespaces, which are written in the usual way before the library gets it.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any, Protocol

from checker.model.document import NO_METADATA, Metadata
from checker.model.user_error import Unreadable
from checker.sources.archives import Archive, refuse_declarations

_USUAL = b"http://schemas.openxmlformats.org/"
_STRICT = b"http://purl.oclc.org/ooxml/"
_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_MARKUP = (".xml", ".rels", ".vml")
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_NO_TITLES = ("", "powerpoint presentation", "presentation", "slide 1", "word document", "untitled")
"""What programs write where nobody gave a title."""
_OF_TEMPLATES = (datetime(2013, 12, 23, 23, 15), datetime(2013, 1, 27, 9, 14, 16))
"""When the templates were made that libraries start documents from, which stays in these."""
_FIRST_YEAR = 1990
"""Earlier days stand where a program knew none."""
_MOVED = re.compile(
    re.escape(_STRICT) + rb"(officeDocument/(?!math|relationships)|drawingml/|wordprocessingml/|presentationml/"
    rb"|spreadsheetml/|officeDocument/math|officeDocument/relationships)([\w/]{0,80})"
)


class Package(Protocol):
    """A package, as both libraries give it."""

    @property
    def core_properties(self) -> Any:
        """What it says of itself."""

    def part_related_by(self, reltype: str, /) -> object:
        """The part of a kind; KeyError where there is none."""


def harmless(data: bytes, what: str) -> io.BytesIO:
    """A package whose parts may be handed to a library; raises Unreadable for any other.

    ``what``: the format, for messages.
    """
    archive = Archive(data, what)
    if _TYPES not in archive or _RELATIONS not in archive:
        raise Unreadable("", f"it is no {what}, or damaged: open it and save it anew")
    strict = False
    for name in archive.names:
        if name.lower().endswith(_MARKUP):
            strict = _STRICT in archive.xml(name) or strict
    return io.BytesIO(_usual(Archive(data, what)) if strict else data)


def _usual(archive: Archive) -> bytes:
    """The package in the usual form."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name in dict.fromkeys(archive.names):
            part = archive.read(name)
            if name.lower().endswith(_MARKUP):
                part = _MOVED.sub(_renamed, part)
                refuse_declarations(part, name)
            package.writestr(name, part)
    return written.getvalue()


def _renamed(match: re.Match[bytes]) -> bytes:
    """The usual name of a strict namespace, which has the year of the first standard in it."""
    kind, _, rest = match[1].partition(b"/")
    return _USUAL + kind + b"/2006/" + rest + match[2]


def metadata(package: Package) -> Metadata:
    """The title of a package."""
    try:
        package.part_related_by(_PROPERTIES)
    except KeyError:
        return NO_METADATA  # The libraries would make properties up, of today.
    properties = package.core_properties
    title = (properties.title or "").strip()
    # The day when the file was made is often years after what it reports on, or that of its template.
    return Metadata(title=None if title.lower() in _NO_TITLES else title)
