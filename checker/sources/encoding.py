"""Turns a source's bytes into text, and says how wherever that had to be guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATIONS = (
    re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})", re.IGNORECASE),
    re.compile(rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE),
    re.compile(rb"\bcoding[:=][ \t]{0,9}([A-Za-z0-9._-]{1,40})"),
)
_WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"})
_ASCII = bytes(n for n in range(0x20, 0x7E) if n != 0x5C) + rb" \u0041 \x41 +AEE- .xn--mnchen-3ya. "
"""What stays as it is in every character set that ASCII is a part of, and in no codec that transforms text."""
_HEAD = 2048
_SAMPLE = 200_000
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MOST_CONTROLS = 0.01
_FALLBACK = "cp1252"
_BEYOND_ASCII = bytes(range(128, 256))
_FEW = 0.005
_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\u00a0\u00ad"), " ")
_LEAST_COHERENCE = 0.2
"""How much a text must look like its language, from 0 to 1, before an unusual encoding is believed."""


class Undecodable(ValueError):
    """The bytes cannot be decoded as text; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it is written as bytes: behind a byte order mark (empty for none), in an encoding."""

    text: str
    encoding: str
    mark: bytes = b""
    warning: str | None = None
    """What to tell the reader of how it was decoded."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of ``data`` without its byte order mark, and what to tell the reader, if anything.

    In this order: byte order mark, strict UTF-8, the encoding the text itself declares, the one its bytes
    look like, Windows-1252. Line ends stay as they are. Raises Undecodable.
    """
    found = decoded(data)
    return found.text, found.warning


def decoded(data: bytes) -> Decoded:
    """The same with the encoding and the byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, "its byte order mark says"), encoding, mark)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    declared = _declared(data)
    if declared is not None:
        text = _strict(data, declared, "it declares")
        warning = f"is not UTF-8: read as {declared}, which it declares; save it as UTF-8"
        return Decoded(text, declared, warning=warning)
    detected = _detected(data)
    why = "the likeliest by its bytes"
    if detected is None:
        detected, why = _FALLBACK, "for want of anything better"
    try:
        text = data.decode(detected)
    except UnicodeDecodeError as error:
        raise Undecodable(f"not UTF-8 (line {line}), and no other encoding fits") from error
    warning = f"is not UTF-8 (line {line}): read as {detected}, {why}; save it as UTF-8"
    return Decoded(text, detected, warning=warning)


def _strict(data: bytes, encoding: str, why: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(f"not {encoding}, which {why}: byte {error.start} does not fit") from error
    except ValueError as error:
        raise Undecodable(f"not {encoding}, which {why}") from error
    return text


_SIGNED = (
    (b"PK\x03\x04", "an office document or an archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
"""How the bytes of other formats begin."""


def _refuse_binary(data: bytes) -> None:
    for sign, what in _SIGNED:
        if data.startswith(sign):
            raise Undecodable(f"is {what} by its content, not text: give it the ending of its format")
    if b"\0" in data:
        raise Undecodable("holds NUL bytes: binary, or UTF-16 without a byte order mark")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(sample):
        raise Undecodable("is binary, not text")


def _declared(data: bytes) -> str | None:
    """The encoding that the head of the text names, where Python knows it as one of text."""
    head = data[:_HEAD]
    for pattern in _DECLARATIONS:
        match = pattern.search(head)
        if match is None:
            continue
        name = charset(match[1].decode("ascii"))
        if name is not None and name != "utf-8" and name not in _WIDE:
            return name
    return None


def charset(name: str) -> str | None:
    """The character set of that name as Python calls it; None for one that is not known.

    Whoever names one in ASCII means one in which ASCII reads the same, or one of the Unicode transformation formats
    of two or four bytes: codecs that transform text, such as escapes and punycode, are none.
    """
    try:
        found = codecs.lookup(name)
        if not getattr(found, "_is_text_encoding", True):
            return None
        if found.name in _WIDE or found.decode(_ASCII)[0] == _ASCII.decode("ascii"):
            return found.name
    except (LookupError, ValueError, TypeError):
        return None
    return None


def _is_western(data: bytes) -> bool:
    """Few characters are not of ASCII, too few to tell a language by: English texts have them for money and quotes."""
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    if beyond > _FEW * len(data):
        return False
    try:
        return data.decode(_FALLBACK).translate(_BREAKS).isprintable()
    except UnicodeDecodeError:
        return False


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    if _is_western(data):
        return _FALLBACK
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    if _FALLBACK in (best.encoding, *best.could_be_from_charset):
        return _FALLBACK
    recognised = best.coherence >= _LEAST_COHERENCE or best.multi_byte_usage >= _LEAST_COHERENCE
    return str(best.encoding) if recognised else None
