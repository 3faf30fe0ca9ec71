"""Reads plain text, with whatever markup it still carries."""

from __future__ import annotations

from checker.model.document import Reading, Source
from checker.sources.markup import blank


def from_text(identifier: str, text: str) -> Reading:
    """What a reader hands on for ``text`` taken as plain text, under the source id ``identifier``."""
    return reading(Source(identifier), text)


def reading(source: Source, text: str) -> Reading:
    """``text`` of ``source`` with its markup blanked; its structure is left to be found."""
    return Reading(source, text, blank(text))
