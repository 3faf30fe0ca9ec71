"""Electronic books: chapters in reading order, what the book says of itself, and what cannot be read."""

import io
import random
import zipfile
from pathlib import Path

import pytest

import checker
from checker.model.document import Metadata, Reading, Source
from checker.model.user_error import Unreadable
from checker.sources import epub

CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harwell Mill</dc:title>
<dc:publisher>Valley Press</dc:publisher><dc:date>2021-05-03</dc:date></metadata>
<manifest><item id="two" href="two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="toc" href="toc.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.svg" media-type="image/svg+xml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="toc"/><itemref idref="one"/><itemref idref="two"/></spine></package>"""
CHAPTER = """<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>
<script src="a.js"/></head><body><h1>{}</h1><p><a id="p1"/>{}</p></body></html>"""
ENCRYPTION = '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'


def book(**changes: str | None) -> bytes:
    """A book of two chapters; ``changes`` replaces a part, or leaves it out."""
    parts: dict[str, str | None] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/text/one.xhtml": CHAPTER.format("Building", "Harwell Mill opened in 1868 &amp; has 6&#160;floors."),
        "OEBPS/two b.xhtml": CHAPTER.format("Closing", "Harwell Mill closed in 1974."),
        "OEBPS/toc.xhtml": CHAPTER.format("Contents", "Building 1, Closing 2"),
        "OEBPS/cover.svg": "<svg/>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (parts | changes).items():
            if text is not None:
                archive.writestr(name, text)
    return data.getvalue()


def reading(data: bytes) -> Reading:
    return epub.reading(Source("mill", "mill.epub"), data)


def test_book() -> None:
    found = reading(book())
    assert [(b.kind, b.level, found.text[b.start : b.end]) for b in found.blocks or ()] == [
        ("title", 1, "Harwell Mill"),
        ("heading", 2, "Building"),
        ("paragraph", 0, "Harwell Mill opened in 1868 & has 6 floors."),
        ("heading", 2, "Closing"),
        ("paragraph", 0, "Harwell Mill closed in 1974."),
    ]
    assert found.metadata == Metadata("Harwell Mill", "Valley Press", "2021-05-03")
    assert found.warnings == ()


def test_missing_chapter_is_told() -> None:
    found = reading(book(**{"OEBPS/two b.xhtml": None}))
    assert [warning.message for warning in found.warnings] == ["its part OEBPS/two b.xhtml is missing"]
    assert "1868" in found.text


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"META-INF/container.xml": None}, "it is no EPUB: there is no META-INF/container.xml in it"),
        (
            {"META-INF/container.xml": "<container"},
            "its part META-INF/container.xml is damaged: open it and save it anew",
        ),
        ({"OEBPS/book.opf": None}, "its list of parts is missing: open it and save it anew"),
        (
            {"OEBPS/book.opf": '<!DOCTYPE p [<!ENTITY a "aaaa">]><p>&a;</p>'},
            "its part OEBPS/book.opf declares entities, which is refused: open it and save it anew",
        ),
        (
            {"META-INF/encryption.xml": ENCRYPTION.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc")},
            "it is encrypted: get a copy without protection",
        ),
        (
            {"OEBPS/text/one.xhtml": "<html/>", "OEBPS/two b.xhtml": "<html><body><img/></body></html>"},
            "there is no text in it, only pictures: it cannot be checked",
        ),
    ],
)  # fmt: skip
def test_unreadable(changes: dict[str, str | None], reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        reading(book(**changes))
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "changes",
    [
        {"META-INF/encryption.xml": ENCRYPTION.format("http://www.idpf.org/2008/embedding")},
        {"OEBPS/book.opf": PACKAGE.replace("<package", '<!DOCTYPE package PUBLIC "a" "b.dtd"><package', 1)},
    ],
)
def test_readable_all_the_same(changes: dict[str, str | None]) -> None:
    assert "1868" in reading(book(**changes)).text


def test_notes_are_no_figures() -> None:
    chapter = CHAPTER.format("Building", 'It has 6<a epub:type="noteref" href="#n1">12</a> floors.')
    assert "It has 6 floors." in reading(book(**{"OEBPS/text/one.xhtml": chapter})).text


def test_mutated_books() -> None:
    draw = random.Random(5)
    whole = book()
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(draw.randrange(1, 12)):
            data[draw.randrange(len(data))] = draw.randrange(256)
        try:
            reading(bytes(data[: draw.randrange(len(data) // 2, len(data) + 1)]))
        except (Unreadable, ValueError) as error:
            assert "\n" not in str(error)


def test_changed_figure_is_found(tmp_path: Path) -> None:
    (tmp_path / "mill.epub").write_bytes(book())
    (tmp_path / "notes.md").write_text("# Harwell Mill\n\nHarwell Mill closed in 1977.\n")
    report = checker.check_paths([tmp_path / "mill.epub", tmp_path / "notes.md"]).to_json()
    assert [f["message"] for f in report["findings"]] == [
        "Harwell Mill closed in 1974 or 1977: mill.epub and notes.md disagree"
    ]
    text = reading(book()).text
    claims = [claim for claim in report["claims"] if claim["source"] == "mill"]
    assert {"1868", "6", "1974"} == {claim["value"]["text"] for claim in claims}
    for claim in claims:
        assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["quote"]
