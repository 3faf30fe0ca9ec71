"""Opens the archives that office documents and electronic books are, and refuses what would harm the reader.

Nothing is ever written to disk. An archive may unpack to so many bytes, so many times its size, and so many entries;
XML that declares a document type is refused, since entities can make it grow or reach outside of it.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib

from checker.model.user_error import Unreadable

MOST_BYTES = 300_000_000
MOST_RATIO = 200
"""So many times its packed size an entry may have, once it is larger than ``RATIO_FROM``."""
RATIO_FROM = 5_000_000
MOST_ENTRIES = 20_000
_PIECE = 1_000_000
_ENCRYPTED = 0x1
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What unpacking raises for an entry that is damaged, not there, sealed or packed in an unknown way."""
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCRYPTED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Archive:
    """The entries of an archive in memory."""

    def __init__(self, data: bytes, what: str) -> None:
        """``what``: the format, for messages; raises Unreadable for what is no archive, or harmful."""
        if data.startswith(_ENCRYPTED_OFFICE):
            remedy = f"save it as {what}, without a password"
            raise Unreadable("", f"it is encrypted, or of an older format than {what}: {remedy}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _DAMAGES as error:
            raise Unreadable("", f"it is no {what}, or damaged: open it and save it anew") from error
        if len(entries) > MOST_ENTRIES:
            raise Unreadable("", f"it holds more than {MOST_ENTRIES:,} files: it may be made to harm its reader")
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise Unreadable("", f"it unpacks to more than {MOST_BYTES:,} bytes: it may be made to harm its reader")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise Unreadable("", "it is encrypted: save it without a password")
        for entry in entries:
            if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
                raise Unreadable("", f"it unpacks to {MOST_RATIO} times its size and more: it may be made to harm")
        self.names = [entry.filename for entry in entries]
        self._left = MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """An entry, however much larger it is than it says, up to the bound on all of them."""
        found = bytearray()
        try:
            with self._zip.open(name) as entry:
                while piece := entry.read(_PIECE):
                    found += piece
                    self._left -= len(piece)
                    if self._left < 0:
                        raise Unreadable("", f"it unpacks to more than {MOST_BYTES:,} bytes")
        except _DAMAGES as error:
            raise Unreadable("", f"its part {name} is damaged: open it and save it anew") from error
        return bytes(found)

    def xml(self, name: str) -> bytes:
        """An entry that is XML without a document type of its own; raises Unreadable for any other."""
        data = self.read(name)
        refuse_declarations(data, name)
        return data


def refuse_declarations(data: bytes, name: str) -> None:
    """Raise Unreadable for XML that declares entities or a document type, in whatever encoding."""
    if _DECLARED.search(data) or (b"\0" in data[:200] and _DECLARED.search(data.replace(b"\0", b""))):
        raise Unreadable("", f"its part {name} declares entities, which is refused: open it and save it anew")
