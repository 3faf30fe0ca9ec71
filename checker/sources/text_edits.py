"""Replaces words in the file of a source: its encoding, its byte order mark and every other byte stay as they are.

Most formats are read in place, so a stretch of a source's text is one of its file. Where a format's text is taken out
of the file, as that of a web page is, the words are looked for in the file, and the edited file is read: they were
found where its text has changed as it should, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from checker.model.document import Source
from checker.model.user_error import Unreadable
from checker.sources import encoding, formats, reading
from checker.sources.formats import Format

_MOST_PLACES = 30
"""So many places of the same words are tried."""
_AROUND = 400
"""Characters on either side of words in which the words beside them are compared."""
_TAG = re.compile(r"<[^<>]{0,500}>|&#?\w{1,12};")
_WORD = re.compile(r"\w+")
_BLANK = r"(?:\s|&nbsp;|&#160;|&#xa0;|\\n)+"


@dataclass(frozen=True, slots=True)
class TextEdit:
    """New words for the stretch ``start:end`` of a source's text."""

    start: int
    end: int
    words: str


def edited(data: bytes, source: Source, text: str, edits: Sequence[TextEdit], name: str) -> bytes:
    """The file ``data`` with ``edits``, which do not overlap, made in it; ``text`` is the text that was read from it.

    ``name`` is the file's name, which says its format. Raises Unreadable with the reason where that cannot be done.
    """
    ordered = sorted(edits, key=lambda edit: edit.start)
    if any(one.end > other.start for one, other in pairwise(ordered)):
        raise Unreadable(name, "two corrections are about the same words")
    form = formats.format_of(Path(name))
    if form.packed:
        raise Unreadable(name, f"it is no text file ({form.name})")
    file = _decoded(data, name)
    if _encoded(file, file.text, name) != data:
        raise Unreadable(name, f"its encoding, {file.encoding}, cannot be written back byte for byte")
    if not source.extracted:
        if file.text != text:
            raise Unreadable(name, "it changed since it was checked")
        return _encoded(file, _with(text, ordered), name)
    for edit in reversed(ordered):
        wanted = text[: edit.start] + edit.words + text[edit.end :]
        file, text = _found(file, form, source, text, edit, wanted, name), wanted
    return _encoded(file, file.text, name)


def text_of(data: bytes, name: str) -> str:
    """What the file of a text format holds, without its byte order mark. Raises Unreadable."""
    return _decoded(data, name).text


def place_in_file(data: bytes, source: Source, text: str, start: int, end: int, name: str) -> int:
    """The likeliest line of a file, from 1, of the stretch ``start:end`` of the text that was read from it.

    The first line where the words are not found. Raises Unreadable for a file that is no text.
    """
    form = formats.format_of(Path(name))
    if form.packed:
        raise Unreadable(name, f"it is no text file ({form.name})")
    file = _decoded(data, name)
    at = start if not source.extracted else next((span[0] for span in _places(file.text, text, start, end)), 0)
    lines = re.findall(r"\r\n|\n|\r", file.text[:at])
    return len(lines) + 1


def _decoded(data: bytes, name: str) -> encoding.Decoded:
    try:
        return encoding.decoded(data)
    except encoding.Undecodable as error:
        raise Unreadable(name, str(error)) from error


def _with(text: str, ordered: Sequence[TextEdit]) -> str:
    for edit in reversed(ordered):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def _encoded(file: encoding.Decoded, text: str, name: str) -> bytes:
    """``text`` in the encoding of ``file``, behind its mark, as it is read back."""
    try:
        data = file.mark + text.encode(file.encoding)
    except UnicodeEncodeError as error:
        raise Unreadable(name, f"its encoding, {file.encoding}, has no {error.object[error.start]}") from error
    if _decoded(data, name).text != text:
        raise Unreadable(name, f"it would not be read as {file.encoding} any more")
    return data


def _found(
    file: encoding.Decoded, form: Format, source: Source, text: str, edit: TextEdit, wanted: str, name: str
) -> encoding.Decoded:
    """``file`` with an edit made at the one place where its text then changes as wanted."""
    for tried, (start, end) in enumerate(_places(file.text, text, edit.start, edit.end)):
        if tried == _MOST_PLACES:
            break
        changed = file.text[:start] + edit.words + file.text[end:]
        try:
            read = reading.of_data(_encoded(file, changed, name), source, form)
        except Unreadable:
            continue
        if read.text == wanted:
            return encoding.Decoded(changed, file.encoding, file.mark)
    raise Unreadable(name, "the words are not found in the file as they are read from it")


def _places(file: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words of a stretch of ``text`` stand in ``file``: first where most of the words beside them do too."""
    words = text[start:end].split()
    if not words:
        return
    before, after = _words(text[max(0, start - _AROUND) : start])[::-1], _words(text[end : end + _AROUND])
    ranked = []
    for match in re.finditer(_BLANK.join(map(re.escape, words)), file):
        there = _words(_TAG.sub(" ", file[max(0, match.start() - 2 * _AROUND) : match.start()]))[::-1]
        behind = _words(_TAG.sub(" ", file[match.end() : match.end() + 2 * _AROUND]))
        ranked.append((-_alike(before, there) - _alike(after, behind), *match.span()))
    yield from ((first, last) for _, first, last in sorted(ranked))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
