"""Words are replaced in a file, and every other byte of it stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import sources
from checker.model.document import Reading, Source
from checker.model.user_error import Unreadable
from checker.sources.text_edits import TextEdit, edited, place_in_file


def read(path: Path, data: bytes) -> Reading:
    path.write_bytes(data)
    return sources.read(path, Source("a"))


def replaced(path: Path, data: bytes, old: str, new: str) -> bytes:
    reading = read(path, data)
    start = reading.text.index(old)
    return edited(data, reading.source, reading.text, [TextEdit(start, start + len(old), new)], path.name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, ending: str) -> None:
    text = f"The café\u00a0was  founded{ending}in 1897,\t as it is said.{ending}{ending}It cost £5.{ending}"
    data = text.encode(encoding)
    assert replaced(tmp_path / "a.txt", data, "1897", "1894") == text.replace("1897", "1894").encode(encoding)


@given(
    before=st.text("ab é\r\n\t.", max_size=60),
    after=st.text("ab é\r\n\t.", max_size=60),
    new=st.text("0123,£", max_size=9),
)
def test_the_text_outside_the_span_is_unchanged(before: str, after: str, new: str) -> None:
    text = f"{before}1897{after}"
    data, start = text.encode(), len(before)
    after_bytes = edited(data, Source("a"), text, [TextEdit(start, start + 4, new)], "a.md")
    assert after_bytes == (before + new + after).encode()


def test_several_words_at_once_and_none_that_overlap() -> None:
    data, text = b"one two three", "one two three"
    edits = [TextEdit(8, 13, "3"), TextEdit(0, 3, "1")]
    assert edited(data, Source("a"), text, edits, "a.txt") == b"1 two 3"
    with pytest.raises(Unreadable, match="same words"):
        edited(data, Source("a"), text, [TextEdit(0, 5, "x"), TextEdit(4, 7, "y")], "a.txt")


def test_what_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="changed since"):
        edited(b"other", Source("a"), "text", [TextEdit(0, 1, "x")], "a.txt")
    with pytest.raises(Unreadable, match=r"no text file \(Word\)"):
        edited(b"PK", Source("a", extracted=True), "text", [TextEdit(0, 1, "x")], "a.docx")
    with pytest.raises(Unreadable, match="cp1252, has no"):
        replaced(tmp_path / "a.txt", "Café café for 5 in all.".encode("cp1252"), "5", "\u2460")


PAGE = (
    "<html><head><title>In 1897</title></head><body><p class='y1897'>Its 1897 boats.</p>\r\n"
    "<p>It was founded in&nbsp;<b>1897</b> by pilots for 5&nbsp;pounds.</p><!-- 1897 --><p>In 1897 it rained.</p>"
    "</body></html>"
)


def test_words_of_a_web_page_are_found_where_they_are_read(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.html", PAGE.encode())
    start = reading.text.index("founded in") + len("founded in ")
    edit = TextEdit(start, start + 4, "1894")
    assert (
        edited(PAGE.encode(), reading.source, reading.text, [edit], "a.html")
        == PAGE.replace("<b>1897", "<b>1894").encode()
    )
    assert place_in_file(PAGE.encode(), reading.source, reading.text, start, start + 4, "a.html") == 2
    assert b"for 6 pounds" in replaced(tmp_path / "a.html", PAGE.encode(), "5 pounds", "6 pounds")


def test_words_that_markup_parts_are_left(tmp_path: Path) -> None:
    page = b"<html><body><p>It was founded in 18<b>97</b> by pilots.</p></body></html>"
    with pytest.raises(Unreadable, match="not found in the file"):
        replaced(tmp_path / "a.html", page, "1897", "1894")
