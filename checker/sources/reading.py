"""Reads one file as what its format says, with warnings of whatever in it is odd."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from checker.model.document import Reading, Source, Warning
from checker.model.failure import Unreadable
from checker.sources import encoding, files, formats, invisible


def read(path: Path, source: Source, *, max_bytes: int = files.MAX_BYTES) -> Reading:
    """The text of the file at ``path``, under ``source`` with its digest filled in.

    Raises Unreadable, with the reason in a few words, for a file that cannot be read in full.
    """
    reader = formats.reader(path)
    data = files.contents(path, max_bytes)
    try:
        text, told = encoding.decode(data)
    except encoding.Undecodable as error:
        raise Unreadable(str(path), str(error)) from error
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable(str(path), "there is no text in it")
    source = replace(source, sha256=hashlib.sha256(data).hexdigest(), path=source.path or path.as_posix())
    reading = reader(source, text)
    warnings = (*reading.warnings, *invisible.warnings(source.id, text))
    if told is not None:
        warnings = (Warning(source.id, 1, told), *warnings)
    return replace(reading, warnings=warnings)
