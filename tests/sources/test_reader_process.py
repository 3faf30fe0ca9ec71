"""What a reader in a process of its own does costs the file that it reads, and no other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.model.document import Metadata, Place, Source
from checker.model.user_error import Unreadable
from checker.sources import formats, reader_process, reading
from tests.sources import hostile_formats

START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from tests.sources import hostile_formats as h; h.enter(); "
    "import checker.sources as s; sys.modules['checker.sources.hostile'] = h; "
    "from checker.sources import reader_process as r; r.serve()"
)


@pytest.fixture(autouse=True)
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(formats.READERS, hostile_formats.ENDING, hostile_formats.FORMAT)
    monkeypatch.setattr(reader_process, "_START", START)
    reader_process.stop()
    yield
    reader_process.stop()


def read(word: str, seconds: float = 60.0) -> object:
    return reader_process.read(hostile_formats.FORMAT, Source("ferry"), word.encode(), seconds)


def test_a_reading_comes_back_as_it_was() -> None:
    known = hostile_formats.reading(Source("ferry"), b"fine")
    found = reader_process.read(hostile_formats.FORMAT, Source("ferry"), b"fine", 60)
    assert found == known
    assert (found.metadata, found.places.at(0)) == (Metadata("Ferry", "Ardle", "1894"), Place(page=4))


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("crash", "the reader of Hostile crashed on it: open it and save it anew"),
        ("refuse", "it is refused: do otherwise"),
        ("fail", "it cannot be read as Hostile (ValueError: two lines of it): open it and save it anew"),
        ("memory", "the reader of Hostile needs more than 3,000,000,000 bytes of memory for it: split it"),
    ],
)
def test_the_next_file_is_read(word: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(word)
    assert caught.value.reason == reason
    assert read("fine")


def test_a_loop_is_ended() -> None:
    with pytest.raises(Unreadable, match=r"reading it took longer than 0\.2 seconds: split it, or raise max_seconds"):
        read("loop", 0.2)
    assert read("fine")


def test_what_a_library_prints_is_no_answer() -> None:
    assert read("print") == read("fine")


def test_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Unreadable):
        read("write")
    assert not (tmp_path / "written.txt").exists() or not (tmp_path / "written.txt").read_bytes()
    assert read("fine")


def test_one_process_serves_many_files() -> None:
    read("fine")
    first = reader_process.running()
    read("fine")
    assert first is not None and reader_process.running() == first != os.getpid()


def test_through_the_door(tmp_path: Path) -> None:
    file = tmp_path / "ferry.hostile"
    file.write_bytes(b"fine")
    found = reading.read(file, Source("ferry"))
    assert found.source.extracted and found.source.sha256
    assert [(warning.line, warning.message) for warning in found.warnings] == [(0, "odd")]
    file.write_bytes(b"crash")
    with pytest.raises(Unreadable) as caught:
        reading.read(file, Source("ferry"))
    assert caught.value.path == file.as_posix()
