"""A file that is made to harm its reader, or is damaged or sealed, is not checked, and every other file is."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pptx
import pytest

from tests.faults.conftest import GUIDE, Command
from tests.sources.one_text import MUSEUM, written
from tests.sources.test_archives import packed

BOMB = "<a>{}</a>".format(" " * 60_000_000).encode()
ENTITIES = b"<!DOCTYPE a [<!ENTITY b 'boats'><!ENTITY c '&b;&b;&b;'>]><a>12 &c;</a>"
OUTSIDE = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
SEALED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)


def within(whole: bytes, name: str, part: bytes) -> bytes:
    """A document with another part in place of one of its own."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return packed({entry: part if entry == name else archive.read(entry) for entry in archive.namelist()})


def slides() -> bytes:
    data = io.BytesIO()
    pptx.Presentation().save(data)
    return data.getvalue()


HEAD = {"[Content_Types].xml": b"<Types/>"}

FILES = {
    "bomb.docx": (packed(HEAD | {"word/document.xml": BOMB}), "times its size"),
    "bomb.xlsx": (packed(HEAD | {"xl/workbook.xml": BOMB}), "times its size"),
    "bomb.epub": (packed({"META-INF/container.xml": BOMB}), "times its size"),
    "entities.docx": (within(written(MUSEUM, ".docx"), "word/document.xml", ENTITIES), "declares entities"),
    "entities.odt": (packed({"content.xml": ENTITIES}), "declares entities"),
    "entities.pptx": (within(slides(), "ppt/presentation.xml", ENTITIES), "declares entities"),
    "outside.docx": (within(written(MUSEUM, ".docx"), "word/document.xml", OUTSIDE), "declares entities"),
    "outside.odt": (packed({"content.xml": OUTSIDE}), "declares entities"),
    "above.docx": (packed({"../../evil.txt": b"x"}), "damaged"),
    "sealed.docx": (SEALED, "encrypted"),
    "sealed.xlsx": (SEALED, "encrypted"),
    "half.docx": (written(MUSEUM, ".docx")[:4000], "damaged"),
    "half.odt": (written(MUSEUM, ".odt")[:600], "damaged"),
    "half.pdf": (written(MUSEUM, ".pdf")[:300], "damaged"),
    "none.pdf": (b"not a portable document at all", "damaged"),
    "broken.ipynb": (b'{"cells": [', "damaged"),
    "broken.json": (b'{"founded": 1894', "JSON"),
    "broken.yaml": (b"founded: [1894\n{", "YAML"),
    "empty.html": (b"<html><body><script>1894</script></body></html>", "no text"),
}


@pytest.mark.parametrize("name", FILES)
def test_one_line_for_one_file(folder: Path, command: Command, name: str) -> None:
    data, reason = FILES[name]
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(GUIDE, encoding="utf-8")
    (folder / "page.html").write_bytes(written(MUSEUM, ".html"))
    before = sorted(folder.parent.iterdir())
    ran = command("check", "--no-config", "-o", "json", ".")
    assert "Traceback" not in ran.out + ran.err
    told = json.loads(ran.out)
    assert ran.code == 2
    (missing,) = told["not_checked"]
    assert reason.lower() in missing["reason"].lower()
    assert "\n" not in missing["reason"]
    assert {claim["source"] for claim in told["claims"]} == {"good", "page"}
    assert sorted(folder.parent.iterdir()) == before
