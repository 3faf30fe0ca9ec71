"""An archive is opened in memory, within bounds, and refused in one line where it goes beyond them."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from checker.model.user_error import Unreadable
from checker.sources import archives
from checker.sources.archives import Archive, refuse_declarations


def packed(entries: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return data.getvalue()


def test_entries_are_read() -> None:
    archive = Archive(packed({"a.xml": b"<a/>", "b/c.xml": b"<c>12</c>"}), "DOCX")
    assert archive.names == ["a.xml", "b/c.xml"]
    assert "a.xml" in archive and "d.xml" not in archive
    assert archive.xml("b/c.xml") == b"<c>12</c>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no DOCX, or damaged"),
        (b"PK\x03\x04 but no more", "it is no DOCX, or damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is encrypted, or of an older format than DOCX"),
    ],
)
def test_what_is_no_archive(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        Archive(data, "DOCX")
    assert caught.value.reason.startswith(reason)


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 1000)
    monkeypatch.setattr(archives, "MOST_ENTRIES", 3)
    assert Archive(packed({"a": b"x" * 500, "b": b"y" * 500}), "DOCX").names == ["a", "b"]
    with pytest.raises(Unreadable, match="unpacks to more than 1,000 bytes"):
        Archive(packed({"a": b"x" * 501, "b": b"y" * 500}), "DOCX")
    assert len(Archive(packed({str(n): b"" for n in range(3)}), "DOCX").names) == 3
    with pytest.raises(Unreadable, match="more than 3 files"):
        Archive(packed({str(n): b"" for n in range(4)}), "DOCX")


def test_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed({"a": bytes(200_000)})
    assert Archive(bomb, "DOCX").read("a") == bytes(200_000)
    monkeypatch.setattr(archives, "RATIO_FROM", 100_000)
    with pytest.raises(Unreadable, match="times its size"):
        Archive(bomb, "DOCX")


def test_an_entry_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({"a": b"z" * 5000})
    archive = Archive(data, "DOCX")
    archive._left = 4999
    with pytest.raises(Unreadable, match="unpacks to more"):
        archive.read("a")


def test_an_encrypted_entry() -> None:
    data = bytearray(packed({"a": b"x"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(Unreadable, match="it is encrypted"):
        Archive(bytes(data), "DOCX")


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    archive = Archive(packed({"../outside.xml": b"<a/>", "inner.zip": packed({"deep": b"1"})}), "DOCX")
    assert archive.read("../outside.xml") == b"<a/>"
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent / "outside.xml").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("declared", ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<!ENTITY x SYSTEM 'file:///x'>"])
def test_declarations_are_refused(encoding: str, declared: str) -> None:
    with pytest.raises(Unreadable, match="declares entities"):
        refuse_declarations(declared.encode(encoding), "word/document.xml")


@pytest.mark.parametrize("text", ["<a>fine</a>", "<a>&amp;</a>", "<a>the ENTITY of 1894</a>"])
def test_other_xml_is_not(text: str) -> None:
    refuse_declarations(text.encode(), "word/document.xml")


def test_damaged_archives_give_one_line() -> None:
    whole = packed({"a.xml": b"<a>" + b"12 boats " * 400 + b"</a>", "b.xml": b"<b/>"})
    dice = random.Random(7)
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 6)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        data = data[: dice.randrange(len(data) + 1)] if dice.random() < 0.3 else data
        try:
            archive = Archive(bytes(data), "DOCX")
            for name in archive.names:
                archive.xml(name)
        except Unreadable as error:
            assert error.reason and "\n" not in error.reason
