"""Reads one file as what its format says, with warnings of whatever in it is odd."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from checker.language.canonical import canonical
from checker.model.document import Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources import encoding, files, formats, invisible, plain
from checker.sources.formats import Format

SECONDS = 60.0
"""What a reader in a process of its own may take where nobody says otherwise."""


def read(
    path: Path,
    source: Source,
    *,
    max_bytes: int = files.MAX_BYTES,
    seconds: float = SECONDS,
    unsaved: bytes | None = None,
) -> Reading:
    """The text of the file at ``path``, under ``source`` with its digest filled in.

    ``unsaved`` is read in its place where it is given, as if the file held it. Raises Unreadable, with the reason in a
    few words, for a file that cannot be read in full.
    """
    form = formats.format_of(path)
    data = files.contents(path, max_bytes) if unsaved is None else unsaved
    return _reading(data, replace(source, path=source.path or path.as_posix()), form, seconds)


def from_bytes(data: bytes, source: Source) -> Reading:
    """``data`` taken as plain text of any encoding, under ``source`` with its digest filled in.

    Raises Unreadable as ``read`` does.
    """
    return _reading(data, source, formats.READERS[""], SECONDS)


def of_data(data: bytes, source: Source, form: Format) -> Reading:
    """What the reader of ``form`` gives for a file's bytes. Raises Unreadable as ``read`` does."""
    return _reading(data, source, form, SECONDS)


def _reading(data: bytes, source: Source, form: Format, seconds: float) -> Reading:
    source = replace(source, sha256=hashlib.sha256(data).hexdigest())
    where = source.path or source.id
    try:
        reading = _of_text(data, source, form) if form.takes == "text" else _of_data(data, source, form, seconds)
    except encoding.Undecodable as error:
        raise Unreadable(where, str(error)) from error
    except Unreadable as error:
        raise Unreadable(where, error.reason, error.trace) from error
    if not reading.text.strip("\ufeff \t\r\n"):
        raise Unreadable(where, "there is no text in it")
    return reading


def _of_text(data: bytes, source: Source, form: Format) -> Reading:
    text, warning = encoding.decode(data)
    reading = plain.read_with(formats.reader(form), source, text)
    return (
        reading if warning is None else replace(reading, warnings=(Warning(source.id, 1, warning), *reading.warnings))
    )


def _of_data(data: bytes, source: Source, form: Format, seconds: float) -> Reading:
    """The reading of a format that makes its text from the file's bytes; that text is in one form already."""
    if form.apart:
        from checker.sources import reader_process

        reading = reader_process.read(form, source, data, seconds)
    else:
        reading = formats.reader(form)(source, data)
    text = canonical(reading.text)
    warnings = (*reading.warnings, *invisible.warnings(source.id, reading.text))
    return replace(
        reading,
        source=replace(source, extracted=True),
        warnings=warnings,
        form=None if text.text == reading.text else text,
    )
