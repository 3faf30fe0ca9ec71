"""The formats there are readers for, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from checker import extras
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
    packed: bool = False
    """Its files are no text: nobody changes a word of one in an editor."""
    apart: bool = False
    """It is read in a process of its own, since its libraries are no match for every hostile file."""


_PLAIN = Format("plain text", "plain")
_MARKDOWN = Format("Markdown", "markdown")
_WEB_PAGE = Format("HTML", "html.page", "data", apart=True)
_R_MARKDOWN = Format("R Markdown", "rmarkdown")
_CSV = Format("CSV", "sheets.delimited")
_DATA = {
    ending: Format(name, "data.document")
    for ending, name in ((".json", "JSON"), (".yaml", "YAML"), (".yml", "YAML"), (".toml", "TOML"), (".cff", "CFF"))
}
_WORKBOOK = Format("Excel workbooks", "sheets.workbook", "data", extra="docs", packed=True, apart=True)
_RST = Format("reStructuredText", "rst.document")
_ASCIIDOC = Format("AsciiDoc", "asciidoc.document")
_LATEX = Format("LaTeX", "latex.document")

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
    ".csv": _CSV,
    ".tsv": _CSV,
    ".ipynb": Format("Jupyter notebooks", "notebook", "data"),
    **_DATA,
    ".xlsx": _WORKBOOK,
    ".xlsm": _WORKBOOK,
    ".ods": Format("OpenDocument spreadsheets", "sheets.opendocument", "data", packed=True, apart=True),
    ".docx": Format("Word", "office.word_document", "data", "docs", packed=True, apart=True),
    ".pptx": Format("PowerPoint", "office.presentation", "data", "docs", packed=True, apart=True),
    ".odp": Format("OpenDocument presentations", "office.open_presentation", "data", "docs", packed=True, apart=True),
    ".odt": Format("OpenDocument text", "office.open_document", "data", "docs", packed=True, apart=True),
    ".html": _WEB_PAGE,
    ".htm": _WEB_PAGE,
    ".xhtml": _WEB_PAGE,
    ".epub": Format("EPUB", "epub", "data", packed=True, apart=True),
    ".eml": Format("saved e-mail", "saved_mail", "data", apart=True),
    ".rst": _RST,
    ".rest": _RST,
    ".adoc": _ASCIIDOC,
    ".asciidoc": _ASCIIDOC,
    ".tex": _LATEX,
    ".latex": _LATEX,
    ".pdf": Format("PDF", "pdf", "data", extra="docs", packed=True, apart=True),
    "": _PLAIN,
}
"""The format of each ending. The empty ending is that of files such as README and LICENSE, which are text or cannot be
read."""

MEDIA_TYPES: dict[str, str] = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/x-rst": ".rst",
    "application/x-tex": ".tex",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/yaml": ".yaml",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
}
"""The ending that a file of a media type has, as far as there may be a reader for it."""
_TELLS_NOTHING = frozenset(("application/octet-stream", "binary/octet-stream", "text/plain"))
"""Media types that servers give to files of any format."""

EXCLUDE = "list it under exclude in the configuration"
"""What to do about a document that cannot be checked."""
_SAVED_AS = {
    ".doc": ".docx", ".dot": ".docx", ".rtf": ".docx", ".wps": ".docx", ".pages": ".docx",
    ".xls": ".xlsx", ".xlsb": ".xlsx", ".numbers": ".xlsx",
    ".ppt": ".pptx", ".pps": ".pptx", ".key": ".pptx",
    ".msg": ".eml", ".djvu": ".pdf", ".mobi": ".epub",
}  # fmt: skip
"""The endings of formats that have no reader, and what the programs that write them can save instead."""


def has_reader(path: Path) -> bool:
    """Whether there is a reader for a file of this name."""
    return path.suffix.lower() in READERS


def why_not(path: Path) -> str:
    """The reason why a file without a reader is not checked."""
    return f"no reader for {path.suffix.lower()} yet"


def remedy(path: Path) -> str:
    """What to do about a file without a reader."""
    instead = _SAVED_AS.get(path.suffix.lower())
    return f"save it as {instead}, or {EXCLUDE}" if instead else f"save its text as .txt or .md, or {EXCLUDE}"


def format_of(path: Path) -> Format:
    """The format of a file by its name; raises Unreadable where no reader reads it."""
    if not has_reader(path):
        raise Unreadable(str(path), f"{why_not(path)}; {remedy(path)}")
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
    return f"no reader for {form.name} is installed: {extras.install(form.extra or '')}"


def is_installed(form: Format) -> bool:
    """Whether the libraries of a format are installed."""
    try:
        reader(form)
    except Unreadable:
        return False
    return True


def ending_of(media_type: str, name: str) -> str | None:
    """The ending of a document that a server calls ``name``, by its media type; None where no reader reads it."""
    by_name = Path(name).suffix.lower()
    if media_type in _TELLS_NOTHING and by_name and by_name in READERS:
        return by_name
    ending = MEDIA_TYPES.get(media_type)
    if ending is None or ending not in READERS:
        return None
    return by_name if by_name and READERS.get(by_name) is READERS[ending] else ending
