"""Finds a registered document under its new name: the file, in no entry of the register, that has its content.

A document is known by the digest that its claims file keeps of it; one that was moved and edited at once is not found.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from checker import files, sources, strictyaml
from checker.claims_files import digest
from checker.model.user_error import Unreadable, UserError
from checker.sources.files import contents

if TYPE_CHECKING:
    from checker.configuration import Configuration


def moved_documents(settings: Configuration) -> Callable[[str, Collection[str]], Path | None]:
    """What says where the document of a source is by now, given its id and the real paths of all registered files.

    It answers None where the claims of the source are not stored, and where no file, or more than one, has its content.
    """
    by_digest: dict[str, list[Path]] | None = None

    def moved(identifier: str, taken: Collection[str]) -> Path | None:
        nonlocal by_digest
        known = _stored_digest(settings, identifier)
        if known is None:
            return None
        if by_digest is None:
            by_digest = _digests(settings, taken)
        found = by_digest.get(known, [])
        return found[0] if len(found) == 1 else None

    return moved


def _stored_digest(settings: Configuration, identifier: str) -> str | None:
    """The digest of a source's file as its claims file has it."""
    folder = settings.claims_folder()
    file = folder / f"{identifier}.yaml" if folder is not None else None
    if file is None or not file.is_file():
        return None
    try:
        data = strictyaml.parse(files.read_text(file, "utf-8-sig"), str(file))
    except (OSError, UnicodeDecodeError, UserError):
        return None  # what is wrong with a claims file is said where it is used
    found = digest.sha256(data) if isinstance(data, dict) else None
    return found if isinstance(found, str) else None


def _digests(settings: Configuration, taken: Collection[str]) -> dict[str, list[Path]]:
    """The documents that no entry of the register names, by the digest of their content."""
    register = settings.registry_file()
    places = settings.source_paths(may_be_empty=True) or ([register.parent] if register is not None else [])
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sources.discover(places, may_be_empty=True, choose=settings.choice).files if places else ():
        if os.path.realpath(path) in taken:
            continue
        try:
            found[hashlib.sha256(contents(path, settings.max_file_size)).hexdigest()].append(path)
        except Unreadable:
            continue  # it is listed as not checked where it is read
    return found
