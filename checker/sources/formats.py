"""The formats there are readers for, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from checker.model.document import Reading, Source
from checker.model.failure import Unreadable

READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""The module that reads a format; its ``reading(source, text)`` gives the Reading."""

OTHERS = frozenset(
    [".adoc", ".csv", ".doc", ".docx", ".epub", ".htm", ".html", ".mhtml", ".odp", ".ods", ".odt", ".org"]
    + [".pages", ".pdf", ".ppt", ".pptx", ".ps", ".rst", ".rtf", ".tex", ".tsv", ".wpd", ".xhtml", ".xls", ".xlsx"]
)
"""Documents that no reader is there for yet; in a folder they are reported, other files are not."""


def reader(path: Path) -> Callable[[Source, str], Reading]:
    """The reader for the file; raises Unreadable where there is none."""
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise Unreadable(
            str(path), f"no reader for {suffix} yet" if suffix else "no reader for a file without a format"
        )
    read: Callable[[Source, str], Reading] = import_module(f"checker.sources.{READERS[suffix]}").reading
    return read
