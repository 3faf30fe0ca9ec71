"""The formats there are readers for, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from checker.model.document import Reading
from checker.model.user_error import Unreadable

Takes = Literal["text", "data"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents and the module that reads it.

    ``reading(source, text)`` of a module that takes text gets the file's text in one form, and marks its structure in
    place. ``reading(source, data)`` of one that takes data gets the file's bytes, and makes the text itself.
    """

    name: str
    """What people call it."""
    module: str
    takes: Takes = "text"
    extra: str | None = None
    """The extra of the package that brings the libraries it needs."""
    apart: bool = False
    """It is read in a process of its own, since its libraries are no match for every hostile file."""


_PLAIN = Format("plain text", "plain")
_MARKDOWN = Format("Markdown", "markdown")
_R_MARKDOWN = Format("R Markdown", "rmarkdown")
_RST = Format("reStructuredText", "rst")
_ASCIIDOC = Format("AsciiDoc", "asciidoc")
_LATEX = Format("LaTeX", "latex")

READERS: dict[str, Format] = {
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".mdown": _MARKDOWN,
    ".mkd": _MARKDOWN,
    ".rmd": _R_MARKDOWN,
    ".qmd": _R_MARKDOWN,
    ".mdx": Format("MDX", "mdx"),
    ".rst": _RST,
    ".rest": _RST,
    ".adoc": _ASCIIDOC,
    ".asciidoc": _ASCIIDOC,
    ".asc": _ASCIIDOC,
    ".tex": _LATEX,
    ".latex": _LATEX,
    "": _PLAIN,
}
"""The format of each ending. The empty ending is that of files such as README and LICENSE, which are text or cannot be
read."""

EXCLUDE = "list it under exclude in the configuration"
"""What to do about a document that cannot be checked."""
REMEDY = f"save its text as .txt or .md, or {EXCLUDE}"


def has_reader(path: Path) -> bool:
    """Whether there is a reader for a file of this name."""
    return path.suffix.lower() in READERS


def why_not(path: Path) -> str:
    """The reason why a file without a reader is not checked."""
    return f"no reader for {path.suffix.lower()} yet"


def format_of(path: Path) -> Format:
    """The format of a file by its name; raises Unreadable where no reader reads it."""
    if not has_reader(path):
        raise Unreadable(str(path), f"{why_not(path)}; {REMEDY}")
    return READERS[path.suffix.lower()]


def reader(form: Format) -> Callable[..., Reading]:
    """The function that reads a format; raises Unreadable where a library that it needs is not installed."""
    try:
        read: Callable[..., Reading] = import_module(f"checker.sources.{form.module}").reading
    except ModuleNotFoundError as error:
        if form.extra is None or (error.name or "").startswith("checker"):
            raise
        raise Unreadable("", missing(form)) from error
    return read


def missing(form: Format) -> str:
    """What to do where the libraries of a format are not installed."""
    return f"{form.name} is read with the extra '{form.extra}': pip install 'check-claims[{form.extra}]'"
