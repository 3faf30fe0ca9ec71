"""One file, through bytes, encoding and format, to a reading."""

import codecs
import hashlib
from pathlib import Path

import pytest

from checker.model.document import Source
from checker.model.user_error import Unreadable
from checker.sources import from_text, read
from checker.sources.formats import EXCLUDE


def test_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    data = codecs.BOM_UTF8 + b"The **mill** opened in 1931.\r\n"
    path.write_bytes(data)
    reading = read(path, Source("mill", path="docs/mill.txt", title="Mill"))
    assert reading.text == "The **mill** opened in 1931.\r\n"
    assert reading.blanked == "The   mill   opened in 1931.\n"
    assert reading.blocks is None
    assert reading.source == Source("mill", path="docs/mill.txt", title="Mill", sha256=hashlib.sha256(data).hexdigest())
    assert reading.warnings == ()


def test_warnings_of_all_kinds(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_bytes("Größe 5\xad000 – groß genug für alle".encode("cp1252"))
    messages = [warning.message for warning in read(path, Source("mill")).warnings]
    assert len(messages) == 2
    assert messages[0].startswith("is not UTF-8 (line 1): read as ")
    assert messages[1] == "invisible U+00AD inside a number"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("mill.djvu", b"AT&TFORM", f"no reader for .djvu yet; save it as .pdf, or {EXCLUDE}"),
        ("mill", b"\x7fELF\0", "holds NUL bytes: binary, or UTF-16 without a byte order mark"),
        (
            "mill.txt",
            b"PK\x03\x04\0\0",
            "is an office document or an archive by its content, not text: give it the ending of its format",
        ),
        ("mill.txt", b" \r\n\t", "there is no text in it"),
        ("mill.txt", b"x" * 200, "larger than 100 bytes: 200 bytes"),
    ],
)
def test_unreadable(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(path, Source("mill"), max_bytes=100)
    assert (caught.value.path, caught.value.reason) == (str(path), reason)


def test_from_text_takes_everything_as_plain() -> None:
    reading = from_text("notes.md", "# Mill\n\nOpened 19\u200b31")
    assert reading.blocks is None
    assert reading.source.id == "notes.md"
    assert [w.message for w in reading.warnings] == ["invisible U+200B inside a number"]
