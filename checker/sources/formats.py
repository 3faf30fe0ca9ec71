"""The formats there are readers for, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from checker.model.document import Reading, Source
from checker.model.failure import Unreadable
from checker.vocabulary import table

READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""The module that reads a format; its ``reading(source, text)`` gives the Reading."""


def is_document(path: Path) -> bool:
    """Whether a file is a document by its name, with a reader or without."""
    suffix = path.suffix.lower()
    return suffix in READERS or suffix in table("text/formats")["unread"]


def why_not(path: Path) -> str:
    """The reason why a file without a reader is not checked."""
    suffix = path.suffix.lower()
    return f"no reader for {suffix} yet" if suffix else "no reader for a file without a format"


def reader(path: Path) -> Callable[[Source, str], Reading]:
    """The reader for the file; raises Unreadable where there is none."""
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise Unreadable(
            str(path), f"no reader for {suffix} yet" if suffix else "no reader for a file without a format"
        )
    read: Callable[[Source, str], Reading] = import_module(f"checker.sources.{READERS[suffix]}").reading
    return read
