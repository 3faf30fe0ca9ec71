"""Reads plain text, with whatever markup it still carries."""

from __future__ import annotations

import hashlib

from checker.model.document import Reading, Source
from checker.sources import invisible
from checker.sources.markup import blank


def from_text(identifier: str, text: str) -> Reading:
    """What a reader hands on for ``text`` taken as plain text, under the source id ``identifier``."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    read = reading(Source(identifier, sha256=digest), text)
    return Reading(read.source, text, read.blanked, warnings=invisible.warnings(identifier, text))


def reading(source: Source, text: str) -> Reading:
    """``text`` of ``source`` with its markup blanked; its structure is left to be found."""
    return Reading(source, text, blank(text))
