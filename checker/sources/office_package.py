"""Opens the packages that Word and PowerPoint write once they are known to be harmless.

What the libraries do not know is made known to them here: a package in the strict form of the standard differs from
the usual one only in the names of its namespaces, which are written in the usual way before the library gets it.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Protocol

from checker.model.document import Metadata
from checker.model.user_error import Unreadable
from checker.sources.archives import Archive, refuse_declarations

_USUAL = b"http://schemas.openxmlformats.org/"
_STRICT = b"http://purl.oclc.org/ooxml/"
_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_MARKUP = (".xml", ".rels", ".vml")
_MOVED = re.compile(
    re.escape(_STRICT) + rb"(officeDocument/(?!math|relationships)|drawingml/|wordprocessingml/|presentationml/"
    rb"|spreadsheetml/|officeDocument/math|officeDocument/relationships)([\w/]{0,80})"
)


class Properties(Protocol):
    """What a package says of itself, as both libraries give it."""

    title: str
    created: datetime | None
    modified: datetime | None


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


def metadata(properties: Properties) -> Metadata:
    """The title of a package and the day when it was made."""
    made = properties.created or properties.modified
    return Metadata(title=(properties.title or "").strip() or None, published=made.date().isoformat() if made else None)
