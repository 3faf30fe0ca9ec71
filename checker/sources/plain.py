"""Reads plain text, with whatever markup it still carries."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from checker.language.canonical import canonical
from checker.model.document import Reading, Source
from checker.sources import invisible
from checker.sources.markup import blank, unquoted


def from_text(identifier: str, text: str) -> Reading:
    """What a reader gives for ``text`` taken as plain text, under the source id ``identifier``."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return read_with(reading, Source(identifier, sha256=digest), text)


def read_with(reader: Callable[[Source, str], Reading], source: Source, text: str) -> Reading:
    """What a format's reader gives, which gets every text in one form, with warnings of the text as given.

    A reader may edit that form further, as what it escapes is no text.
    """
    form = canonical(text)
    read = reader(source, form.text)
    if read.form is not None:
        form = replace(read.form, before=form) if read.form.starts else replace(form, text=read.form.text)
    warnings = (*read.warnings, *invisible.warnings(source.id, text))
    return replace(read, text=text, warnings=warnings, form=None if form.text == text else form)


def reading(source: Source, text: str) -> Reading:
    """``text`` of ``source`` with its markup blanked; its structure is left to be found."""
    return Reading(source, text, unquoted(blank(text)))
