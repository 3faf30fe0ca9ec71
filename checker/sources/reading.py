"""Reads one file as what its format says, with warnings of whatever in it is odd."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from checker.model.document import Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources import encoding, files, formats, plain


def read(path: Path, source: Source, *, max_bytes: int = files.MAX_BYTES) -> Reading:
    """The text of the file at ``path``, under ``source`` with its digest filled in.

    Raises Unreadable, with the reason in a few words, for a file that cannot be read in full.
    """
    reader = formats.reader(path)
    data = files.contents(path, max_bytes)
    return _reading(data, replace(source, path=source.path or path.as_posix()), reader)


def from_bytes(data: bytes, source: Source) -> Reading:
    """``data`` taken as plain text of any encoding, under ``source`` with its digest filled in.

    Raises Unreadable as ``read`` does.
    """
    return _reading(data, source, plain.reading)


def _reading(data: bytes, source: Source, reader: Callable[[Source, str], Reading]) -> Reading:
    where = source.path or source.id
    try:
        text, warning = encoding.decode(data)
    except encoding.Undecodable as error:
        raise Unreadable(where, str(error)) from error
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable(where, "there is no text in it")
    source = replace(source, sha256=hashlib.sha256(data).hexdigest())
    reading = plain.read_with(reader, source, text)
    return (
        reading if warning is None else replace(reading, warnings=(Warning(source.id, 1, warning), *reading.warnings))
    )
