"""Office documents that are damaged, locked or made to do harm are refused with a line; what is read is evidence."""

from __future__ import annotations

import io
import random
import time
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

import checker
from checker.model.document import Source
from checker.model.user_error import Unreadable
from checker.sources import formats, reading
from tests.sources.office_files import docx, docx_parts, odp, odt, p, packed, tc, tr

ENTITY = '<!DOCTYPE a [<!ENTITY b "1931"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
TEXT = "Corran Mill opened in 1931 and employs 40 people."


def _pptx(text: str = TEXT) -> bytes:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Corran Mill"
    slide.placeholders[1].text = text
    data = io.BytesIO()
    deck.save(data)
    return data.getvalue()


def _sound(text: str = TEXT) -> dict[str, bytes]:
    """One sound document of each format."""
    table = f"<w:tbl>{tr(tc('Year'), tc('Guests'))}{tr(tc('1931'), tc('900'))}</w:tbl>"
    frame = f"<draw:page><draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame></draw:page>"
    return {
        ".docx": docx(p(text) + table),
        ".pptx": _pptx(text),
        ".odt": odt(f"<text:p>{text}</text:p>"),
        ".odp": odp(frame),
    }


def _read(ending: str, data: bytes) -> str:
    return formats.reader(formats.READERS[ending])(Source("mill"), data).text


def _changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    assert old in parts[name]
    return packed({**parts, name: parts[name].replace(old, new, 1)})


@pytest.mark.parametrize("ending", [".docx", ".pptx", ".odt", ".odp"])
def test_what_is_refused(ending: str) -> None:
    sound = _sound()[ending]
    main = {".docx": "word/document.xml", ".pptx": "ppt/slides/slide1.xml"}.get(ending, "content.xml")
    root = {".docx": b"<w:document", ".pptx": b"<p:sld"}.get(ending, b"<office:document-content")
    assert "1931" in _read(ending, sound)
    for data, reason in (
        (_changed(sound, main, root, ENTITY.encode() + root), "declares entities"),
        (_changed(sound, main, b"Corran", b"\0" * 40_000_000), "times its size"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "it is encrypted"),
        (b"Corran Mill opened in 1931.", "damaged"),
        (packed({"mill.txt": "1931"}), "damaged"),
        (sound[: len(sound) // 2], "damaged"),
    ):
        with pytest.raises(Unreadable) as refused:
            _read(ending, data)
        assert reason in refused.value.reason
        assert "\n" not in refused.value.reason


def test_a_locked_text_in_opendocument() -> None:
    data = packed({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": b"\x07\x08"})
    with pytest.raises(Unreadable, match="without a password"):
        _read(".odt", data)


def test_the_strict_form_of_a_word_document() -> None:
    usual = "http://schemas.openxmlformats.org/{}/2006/{}"
    strict = "http://purl.oclc.org/ooxml/{}/{}"
    names = (("officeDocument", "relationships"), ("wordprocessingml", "main"), ("officeDocument", "math"))
    parts = docx_parts(p(TEXT))
    for name, part in parts.items():
        assert isinstance(part, str)
        for kind, rest in names:
            part = part.replace(usual.format(kind, rest), strict.format(kind, rest))
        parts[name] = part
    assert _read(".docx", packed(parts)) == TEXT


@pytest.mark.parametrize("ending", [".docx", ".pptx", ".odt", ".odp"])
def test_mutated_files_are_read_or_refused(ending: str) -> None:
    chance = random.Random(15)
    sound = _sound()[ending]
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    inner = [name for name in parts if name.endswith((".xml", ".rels"))]
    started = time.monotonic()
    read = 0
    for n in range(200):
        data = bytearray(sound)
        if n % 3 == 0:
            del data[chance.randrange(len(data)) :]
        elif n % 3 == 1:
            for _ in range(chance.randrange(1, 20)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        else:
            name = chance.choice(inner)
            part = bytearray(parts[name])
            at = chance.randrange(len(part))
            part[at : at + chance.randrange(1, 30)] = chance.choice((b"", b"<", b"\xff", b"1" * 9, b"</w:p>"))
            data = bytearray(packed({**parts, name: bytes(part)}))
        read += _told(ending, bytes(data))
    assert 0 < read < 200
    assert time.monotonic() - started < 60


def _told(ending: str, data: bytes) -> bool:
    """Whether a file is read; where it is not, there is a reason on one line."""
    form = formats.READERS[ending]
    try:
        reading._of_data(data, Source("mill"), form, 20)
    except Unreadable as refused:
        assert refused.reason and "\n" not in refused.reason
        assert "crashed" not in refused.reason and "longer" not in refused.reason
        return False
    return True


@pytest.mark.parametrize("ending", [".docx", ".pptx", ".odt", ".odp"])
def test_a_figure_that_differs_is_found(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"leaflet{ending}").write_bytes(_sound()[ending])
    (tmp_path / "mill.md").write_text("Corran Mill opened in 1932 and employs 40 people.\n", encoding="utf-8")
    report = checker.check_paths([tmp_path])
    assert {claim.value.text for claim in report.claims} >= {"1931", "1932", "40"}
    conflicts = [finding for finding in report.findings if finding.relation == "conflict"]
    assert len(conflicts) == 1
    text = reading.read(tmp_path / f"leaflet{ending}", Source("leaflet")).text
    found = [c.evidence for c in report.claims if c.id in conflicts[0].claims and c.source == "leaflet"]
    assert found
    for evidence in found:
        assert evidence.quote == text[evidence.start : evidence.end]
        assert "1931" in evidence.quote
        assert evidence.slide == (1 if ending in (".pptx", ".odp") else None)
