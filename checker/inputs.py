"""Finds the sources of one run: those given, those that the configuration names, those of the register."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker import sources
from checker.model.document import Source
from checker.model.user_error import UserError

if TYPE_CHECKING:
    from checker.configuration import Configuration
    from checker.model.report import Ignored
    from checker.sources import Found

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One source to read: its file (None for standard input), or the reason why it cannot be."""

    source: Source
    file: Path | None
    problem: str | None = None
    registered: bool = False
    """It belongs to the configuration, so that its claims may be stored."""
    moved_from: str | None = None
    """The file that the register names for it, where that is gone and this one has its content."""
    unsaved: bytes | None = None
    """What an editor holds of it and has not saved, as UTF-8: this is read in place of the file."""

    @property
    def size(self) -> int:
        """The bytes of its file, as far as they are known."""
        if self.unsaved is not None:
            return len(self.unsaved)
        try:
            return self.file.stat().st_size if self.file is not None else 0
        except OSError:
            return 0


def registered(settings: Configuration | None, may_be_empty: bool) -> dict[str, Input]:
    """The sources of the register by the real path of their file."""
    if settings is None or settings.registry is None:
        return {}
    path = settings.registry_file() if may_be_empty else settings.registry_path()
    if path is None:
        return {}
    from checker import moved_documents
    from checker.sources import registry

    entries = registry.load(
        path, root=settings.root, may_be_empty=may_be_empty, moved=moved_documents.moved_documents(settings)
    )
    return {
        os.path.realpath(e.file): Input(e.source, e.file, registered=True, moved_from=e.moved_from) for e in entries
    }


def given(
    paths: Sequence[str], registered: dict[str, Input], settings: Configuration | None
) -> tuple[tuple[Input, ...], tuple[Ignored, ...]]:
    """The sources at paths that somebody named, and what was ignored in their folders."""
    files = [Path(path) for path in dict.fromkeys(paths) if path not in ("", STANDARD_INPUT)]
    if "" in paths:
        raise UserError("an empty path", remedy="name a file or a folder; . is this folder")
    choose = settings.choice if settings is not None else None
    found = sources.discover(files, choose=choose) if files else sources.Found((), ())
    inputs = _named(found, registered, None)
    if STANDARD_INPUT in paths:
        inputs.append(Input(Source("stdin"), None))
    return tuple(sorted(inputs, key=lambda given: given.source.id)), _shown(found, None)


def configured(
    settings: Configuration, registered: dict[str, Input], may_be_empty: bool
) -> tuple[tuple[Input, ...], tuple[Ignored, ...]]:
    """The sources that the configuration names, and what was ignored in their folders."""
    if not settings.sources:
        return tuple(sorted(registered.values(), key=lambda given: given.source.id)), ()
    paths = settings.source_paths(may_be_empty=may_be_empty)
    matched = frozenset(path for path in paths if not settings.names_source(path))
    found = sources.discover(paths, may_be_empty=may_be_empty, choose=settings.choice, matched=matched)
    inputs = [replace(given, registered=True) for given in _named(found, registered, settings.root)]
    seen = {given.source.id for given in inputs}
    inputs += [given for given in registered.values() if given.source.id not in seen]
    return tuple(sorted(inputs, key=lambda given: given.source.id)), _shown(found, settings.root)


def _shown(found: Found, root: Path | None) -> tuple[Ignored, ...]:
    """What was ignored, relative to the folder of the configuration where there is one."""
    if root is None:
        return tuple(replace(one, path=Path(one.path).as_posix()) for one in found.ignored)
    return tuple(replace(one, path=Path(os.path.relpath(one.path, root)).as_posix()) for one in found.ignored)


def _named(found: Found, registered: dict[str, Input], root: Path | None) -> list[Input]:
    """The documents found: under their registered names, else under ids made from their paths."""
    problems = {Path(skipped.path): skipped.reason for skipped in found.skipped}
    known: dict[Path, Input] = {}
    for path in found.files if registered else ():
        real = os.path.realpath(path)
        if real in registered:
            known[path] = registered[real]
    ids = _identified([path for path in found.files if path not in known], list(problems))
    inputs = list(known.values())
    for path, identifier in ids.items():
        shown = path if root is None else Path(os.path.relpath(path, root))
        inputs.append(Input(Source(identifier, path=shown.as_posix()), path, problems.get(path)))
    return inputs


def _identified(files: Sequence[Path], unread: Sequence[Path]) -> dict[Path, str]:
    """A source id for each path; what cannot be read changes no id of what can."""
    ids = dict(sources.identify(files))
    for path, identifier in sources.identify([*files, *unread]).items():
        if path not in ids:
            ids[path] = sources.free(identifier, ids.values())
    return ids


def refuse_shared_ids(inputs: Sequence[Input]) -> None:
    seen: dict[str, Input] = {}
    for given in inputs:
        other = seen.setdefault(given.source.id.casefold(), given)
        if other is not given:
            raise UserError(
                f"two sources have the id '{given.source.id}'",
                f"{other.source.path or 'standard input'} and {given.source.path or 'standard input'}",
                "register one of them under another id",
            )
