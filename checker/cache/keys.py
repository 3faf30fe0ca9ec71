"""Names an entry by everything that decides what is read from a source."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from functools import cache
from pathlib import Path, PurePosixPath

from checker.model.document import Source
from checker.model.rule import Rulebook

_NOT_EXTRACTING = frozenset({"cli", "collection", "comparison", "engines", "lsp", "reports", "review", "rules"})
"""The rooms that work on claims and have no part in finding them; the rules' words are in the key themselves."""
_COMPARING = ("comparison", "rules")
_SUFFIXES = frozenset({".py", ".yaml"})
_INFO = (".dist-info", ".egg-info")


class Keys:
    """The keys of one run: of one release and of the attributes and entities in force."""

    def __init__(self, book: Rulebook) -> None:
        words = repr((book.attributes, book.entities, book.vocabulary))
        self._common = hashlib.sha256(json.dumps([extraction_digest(), words]).encode()).hexdigest()

    def of(self, source: Source, suffix: str, sha256: str, claims: str | None) -> bytes:
        """The key of a source as it is registered, its format and content; ``claims`` digests its claims file."""
        name = PurePosixPath(source.path).name if source.path is not None else None
        registered = [source.id, name, source.title, source.publisher, source.published, source.published_basis]
        registered += [source.url, None if source.authority is None else str(source.authority)]
        return hashlib.sha256(json.dumps([self._common, registered, suffix, sha256, claims]).encode()).digest()


@cache
def extraction_digest() -> str:
    """A digest of all that finds claims: this package's code and words, the packages installed, and Python."""
    digest = hashlib.sha256()
    for part in (sys.version, unicodedata.unidata_version, *_installed()):
        digest.update(part.encode() + b"\0")
    root = Path(__file__).parent.parent
    for path in sorted(p for p in root.rglob("*") if p.suffix in _SUFFIXES):
        place = path.relative_to(root)
        if place.parts[0] not in _NOT_EXTRACTING:
            digest.update(place.as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def comparison_digest() -> bytes:
    """A digest of all that compares claims and has no part in finding them."""
    root, digest = Path(__file__).parent.parent, hashlib.sha256()
    for path in sorted(path for room in _COMPARING for path in (root / room).rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()


def _installed() -> list[str]:
    """The packages installed in each folder that Python imports from, with their versions, as their folders say."""
    folders = filter(Path.is_dir, map(Path, dict.fromkeys(sys.path)))
    return sorted(entry.name for folder in folders for entry in folder.iterdir() if entry.name.endswith(_INFO))
