"""PDF that is damaged, locked, a picture or made to harm: one plain line each, and the next file is read."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from pathlib import Path

import pytest

import checker
from checker.model.document import Source
from checker.model.user_error import Unreadable
from checker.sources import pdf, read, reader_process
from tests.sources.made_pdf import BOLD, Page, paper


def page(figure: str = "300") -> Page:
    made = Page()
    made.text(50, 780, "Marlow Bridge Exchange", 18, BOLD)
    made.lines(
        50, 740, [f"Marlow Bridge Exchange has {figure} seats.", "Marlow Bridge Exchange opened in 1887."], step=30
    )
    return made


def picture() -> Page:
    return Page(picture=True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (paper([page()], encrypted=True), "it is encrypted: save it without a password"),
        (
            paper([picture()]),
            "there is no text in it: it looks scanned, so run text recognition (OCR) over it first",
        ),
        (paper([Page()]), "there is no text in it"),
        (b"%PDF-1.5\n", "it is no PDF, or damaged: open it and save it anew"),
        (b"", "it is no PDF, or damaged: open it and save it anew"),
        (b"Marlow Bridge Exchange has 300 seats.", "it is no PDF, or damaged: open it and save it anew"),
        (paper([]), "it is no PDF, or damaged: open it and save it anew"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        pdf.reading(Source("exchange"), data)
    assert caught.value.reason == reason


def test_pages_that_are_pictures_are_told_of() -> None:
    result = pdf.reading(Source("exchange"), paper([page(), picture(), picture()]))
    assert result.unread == (
        "no text on 2 of its 3 pages, which look scanned: 2, 3; run text recognition (OCR) over them first",
    )


def test_damaged_files_are_read_or_refused_in_one_line(tmp_path: Path) -> None:
    whole = paper([page(), page("400")], bookmarks=[("Marlow Bridge Exchange", 0)])
    chance = random.Random(7)
    read_all = 0
    started = time.monotonic()
    for n in range(200):
        data = bytearray(whole)
        if n % 2:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.randrange(1, 30) if data else 0):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / "exchange.pdf"
        path.write_bytes(data)
        try:
            read_all += "Exchange" in read(path, Source("exchange")).text
        except Unreadable as error:
            assert error.reason and "\n" not in error.reason
    assert read_all > 20
    assert time.monotonic() - started < 60


def test_a_changed_figure_is_found_and_quoted_with_its_page(tmp_path: Path) -> None:
    first = Page()
    first.lines(50, 740, ["Marlow Bridge Exchange lies at the river."])
    (tmp_path / "exchange.pdf").write_bytes(paper([first, page("300")]))
    (tmp_path / "notes.md").write_text("# Marlow Bridge Exchange\n\nMarlow Bridge Exchange has 250 seats.\n")
    report = checker.check_paths([tmp_path])
    conflicts = [finding for finding in report.findings if finding.relation == "conflict"]
    values = {claim.id: claim.value.text for claim in report.claims}
    assert [{values[claim] for claim in finding.claims} for finding in conflicts] == [{"300", "250"}]
    text = read(tmp_path / "exchange.pdf", Source("exchange")).text
    told = [claim for claim in report.to_json()["claims"] if claim["source"].startswith("exchange")]
    assert {claim["value"]["text"] for claim in told} >= {"300", "1887"}
    for claim in told:
        evidence = claim["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert evidence["page"] == 2


def test_a_file_that_takes_too_long_or_ends_its_reader_is_one_line_and_the_next_is_read(tmp_path: Path) -> None:
    long, short = tmp_path / "long.pdf", tmp_path / "short.pdf"
    long.write_bytes(paper([page(str(n)) for n in range(1_500)]))
    short.write_bytes(paper([page()]))
    assert "300 seats" in read(short, Source("short")).text
    with pytest.raises(Unreadable, match=r"reading it took longer than 0\.2 seconds"):
        read(long, Source("long"), seconds=0.2)
    assert "300 seats" in read(short, Source("short")).text
    process = reader_process.running()
    assert process is not None
    threading.Timer(0.2, lambda: os.kill(process, signal.SIGKILL)).start()
    with pytest.raises(Unreadable, match="the reader of PDF crashed on it: open it and save it anew"):
        read(long, Source("long"))
    assert "300 seats" in read(short, Source("short")).text
