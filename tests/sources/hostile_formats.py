"""Formats for tests of the process that reads: each does one thing that a reader must never do to the others."""

from __future__ import annotations

import os
import time
from pathlib import Path

from checker.model.document import Metadata, Place, Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources import formats
from checker.sources.text_builder import TextBuilder

FORMAT = formats.Format("Hostile", "hostile", takes="data", apart=True)
ENDING = ".hostile"


def enter() -> None:
    """Have this process know the format."""
    formats.READERS[ENDING] = FORMAT


def reading(source: Source, data: bytes) -> Reading:
    """Do what the file says."""
    word = data.decode().split(":")[0]
    if word == "loop":
        time.sleep(600)
    if word == "crash":
        os.kill(os.getpid(), 11)
    if word == "print":
        print("this is no answer", flush=True)
    if word == "memory":
        return Reading(source, str(len(bytearray(64_000_000_000))), "")
    if word == "write":
        Path("written.txt").write_bytes(b"x" * 10)
    if word == "refuse":
        raise Unreadable("", "it is refused: do otherwise")
    if word == "fail":
        raise ValueError("two\nlines  of it")
    builder = TextBuilder()
    builder.place = Place(page=4)
    builder.title("Ferry")
    builder.table([["Year", "Boats"], ["1894", "12"]], 1)
    return builder.reading(source, [Warning(source.id, 0, "odd")], Metadata("Ferry", "Ardle", "1894"))
