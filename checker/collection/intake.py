"""Takes in a document that is to become a source, from a file or an address, with what can be guessed of it."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from checker.extraction import parts
from checker.language.characters import fold
from checker.language.language import table
from checker.model.user_error import Unreadable, UserError
from checker.sources import encoding, fetching, files, formats
from checker.sources.formats import has_reader, why_not

if TYPE_CHECKING:
    from checker.model.document import Document
    from checker.sources.fetching import Fetched

_BY_HAND = "save its text as a .txt or .md file and add that, with --url"
_TEXTS = (
    "text/",
    "application/xhtml",
    "application/json",
    "application/ld+json",
    "application/yaml",
    "application/x-tex",
)
_UNICODE = frozenset(("utf-8", "utf8", "us-ascii", "ascii"))
_OF_ITSELF = "what the file says of itself"
_HEAD_LINES = 15
_LONGEST_TITLE = 150
_IN_URL = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?:/(0[1-9]|[12]\d|3[01]))?/")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that was given: its bytes, the format they are in, and what it was called."""

    data: bytes
    suffix: str
    called: str
    url: str | None = None
    file: Path | None = None

    @property
    def sha256(self) -> str:
        """The digest by which the same content is known again."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Guess:
    """A fact about a document that nobody stated, and what it was guessed from."""

    value: str
    why: str


def arrive(given: str, *, max_bytes: int, allow_local: bool) -> Arrival:
    """The document at a path or an address.

    Raises UserError for what is not there, cannot be fetched, or is in a format that no reader reads.
    """
    if fetching.is_url(given):
        return _fetched(fetching.fetch(given, max_bytes=max_bytes, allow_local=allow_local), given)
    path = Path(given)
    if not path.exists():
        raise UserError("there is no such file", given)
    try:
        data = files.contents(path, max_bytes)
    except Unreadable as error:
        raise UserError(error.reason, error.path) from error
    if not has_reader(path):
        raise UserError(why_not(path), given, formats.remedy(path).partition(", or ")[0])
    return Arrival(data, path.suffix.lower(), path.stem, file=path)


def _fetched(fetched: Fetched, given: str) -> Arrival:
    parts = urlsplit(fetched.url)
    path = unquote(parts.path)
    suffix = formats.ending_of(fetched.type, path)
    if suffix is None:
        raise UserError(f"it is {fetched.type}, which no reader reads", given, _BY_HAND)
    if not fetched.data:
        raise UserError("it is empty", given)
    data = _in_unicode(fetched, given) if fetched.type.startswith(_TEXTS) else fetched.data
    return Arrival(data, suffix, Path(path).stem or parts.hostname or "source", url=given)


def _in_unicode(fetched: Fetched, given: str) -> bytes:
    """A text as it came, or as UTF-8 where only the server says what its characters are."""
    if fetched.charset is None or fetched.charset.replace("_", "-").lower() in _UNICODE:
        return fetched.data
    name = encoding.charset(fetched.charset)
    if name is None:
        raise UserError(f"{fetched.charset}, which the server names, is no character set", given, _BY_HAND)
    try:
        text = fetched.data.decode(name)
    except ValueError as error:
        raise UserError(f"it is not in {fetched.charset}, as the server says", given, _BY_HAND) from error
    try:
        known = encoding.decode(fetched.data)[0]
    except encoding.Undecodable:
        known = None
    return fetched.data if known == text else text.encode()


@contextmanager
def on_disk(arrival: Arrival) -> Iterator[Path]:
    """A file that holds the document meanwhile."""
    if arrival.file is not None:
        yield arrival.file
        return
    with tempfile.TemporaryDirectory(prefix="check-claims-") as folder:
        path = Path(folder) / f"source{arrival.suffix}"
        path.write_bytes(arrival.data)
        yield path


def guesses(document: Document, url: str | None) -> dict[str, Guess]:
    """What a document, its file and its address suggest of its title, publisher and date."""
    found, metadata = {}, document.metadata
    title = next((b for b in document.blocks if b.kind == "title" or (b.kind == "heading" and b.level <= 1)), None)
    if title is not None:
        words = " ".join(document.plain[title.start : title.end].split()).strip("#*_= ")
        if 0 < len(words) <= _LONGEST_TITLE:
            found["title"] = Guess(words, "its heading")
    if metadata.title and len(metadata.title) <= _LONGEST_TITLE:
        found.setdefault("title", Guess(metadata.title, _OF_ITSELF))
    if metadata.publisher:
        found["publisher"] = Guess(metadata.publisher, _OF_ITSELF)
    elif url is not None:
        found["publisher"] = Guess((urlsplit(url).hostname or "").removeprefix("www."), "its address")
    stated = metadata.published if metadata.published and _is_registered(metadata.published) else None
    published = _dated(document) or (Guess(stated, _OF_ITSELF) if stated else None) or _in_url(url)
    if published is not None:
        found["published"] = published
    return found


def _dated(document: Document) -> Guess | None:
    """The date behind a word such as "published" near the head."""
    labels = tuple(table("text/dating")["labels"])
    for number, line in enumerate(document.text.splitlines()[:_HEAD_LINES], 1):
        low = line.strip(" *_#>-").lower()
        label = next((name for name in labels if low.startswith(name)), None)
        if label is None or low[len(label) :][:1].isalnum():
            continue
        for value in parts.values.find(fold(line), line):
            if value.kind == "date" and value.edtf and not value.relative and _is_registered(value.edtf):
                return Guess(value.edtf, f"line {number}")
    return None


def _in_url(url: str | None) -> Guess | None:
    found = _IN_URL.search(url or "")
    return Guess("-".join(part for part in found.groups() if part), "its address") if found else None


def _is_registered(edtf: str) -> bool:
    """Whether the register takes a date written so."""
    return re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", edtf) is not None
