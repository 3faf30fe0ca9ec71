"""Finds the documents among the files and folders that a run was given, and names them."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from checker.files import kind_of
from checker.model.report import EXCLUDED, OWN, REPORT_MARK, Ignored
from checker.model.user_error import Unreadable, UserError
from checker.sources import ignored, source_ids
from checker.sources.formats import READERS, has_reader, remedy, why_not

_PAGES = frozenset({".html", ".htm", ".md", ".markdown"})
_DATA = frozenset({".json", ".sarif"})
_DATA_MARKS = (b'"name": "check-claims"', b'"tool": "check-claims"', b'"conflicts": [\n    {\n      "fingerprint": "')
_WRITTEN = frozenset({".yaml", ".yml"})
_WRITTEN_MARK = re.compile(rb"(?m)^extends: recommended$|\$schema=\S*/(?:sources|claims|rules|decisions|config)\.json$")
"""How the files begin that people and this tool write for it."""
_HEAD = 400
_SCRIPT = b"#!"
Choice = Literal["include", "enter", "exclude", "own"]
"""What a configuration says of a path: take it although it would be ignored; it may hold such; ignore it; it is a
file of the configuration's own."""
Chooser = Callable[[Path], Choice | None]
_Candidate = tuple[Path, str | None, str | None]
"""A file, why it cannot be read, and its path without links where that is known already."""


@dataclass(frozen=True, slots=True)
class Found:
    """The documents to read, sorted, what cannot be read, and what was ignored, each file and folder in one of them."""

    files: tuple[Path, ...]
    skipped: tuple[Unreadable, ...]
    ignored: tuple[Ignored, ...] = ()


def discover(
    paths: Sequence[Path],
    *,
    may_be_empty: bool = False,
    choose: Chooser | None = None,
    matched: Collection[Path] = (),
) -> Found:
    """The documents at ``paths``: files as given, folders walked, each file once.

    Those of ``paths`` that are ``matched`` fit a pattern and were not named: they are taken as if found in a folder.

    In folders, hidden files, code, pictures and other files that are no documents are ignored, unless ``choose``
    says otherwise; whatever else has no reader is skipped with its reason. Links to folders are followed once, links
    out of the folder are refused. Raises UserError for a path that is not there, and where there is nothing to read at
    all, unless it ``may_be_empty``.
    """
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        notes = tuple(f"{path}: no such file or folder" for path in missing[1:])
        raise UserError("no such file or folder", str(missing[0]), notes=notes)
    files: dict[str, Path] = {}
    skipped: dict[str, Unreadable] = {}
    ignored: dict[str, Ignored] = {}
    place = _places()
    for path in paths:
        walk = _Walk(choose or (lambda _: None))
        for candidate, problem, real in walk.found(path) if path in matched else walk.given(path):
            key = real or os.path.realpath(candidate)
            if problem:
                skipped.setdefault(key, Unreadable(str(candidate), problem))
            else:
                files.setdefault(key, candidate)
        for one in walk.ignored:
            ignored[place(one.path)] = one
    ignored = {key: one for key, one in ignored.items() if key not in files and key not in skipped}
    if not files and not skipped and not may_be_empty:
        raise _nothing(paths, ignored.values())
    return Found(
        tuple(sorted(files.values(), key=_order)),
        tuple(sorted(skipped.values(), key=lambda s: s.path)),
        tuple(sorted(ignored.values(), key=lambda i: (i.kind, i.path))),
    )


def _places() -> Callable[[str], str]:
    """What tells where a file or a link itself stands; the way to a folder is looked up once."""
    real: dict[str, str] = {}

    def place(path: str) -> str:
        folder, _, name = path.rpartition(os.sep)
        if folder not in real:
            real[folder] = os.path.realpath(folder or (os.sep if path.startswith(os.sep) else os.curdir))
        return real[folder] + os.sep + name

    return place


def _nothing(paths: Sequence[Path], ignored: Collection[Ignored]) -> UserError:
    where = ", ".join(map(str, paths)) or "nothing"
    counts = Counter(one.kind for one in ignored)
    left = ", ".join(f"{counts[kind]} {kind}{'' if counts[kind] == 1 else 's'}" for kind in sorted(counts))
    endings = " ".join(ending for ending in READERS if ending)
    what = f"there are no documents to check ({left} ignored)" if left else "there are no documents to check"
    return UserError(what, where, f"give files that end in {endings}")


def _order(path: Path) -> tuple[str, ...]:
    return path.parts


class _Walk:
    """Goes through one path that was given, and remembers what it ignored."""

    def __init__(self, choose: Chooser) -> None:
        self.choose = choose
        self.ignored: list[Ignored] = []

    def found(self, path: Path) -> Iterator[_Candidate]:
        """What is given at ``path``, unless it would be ignored in a folder."""
        try:
            status = path.stat()
        except OSError as error:
            yield path, _reason(error), None
            return
        choice = self.choose(path)
        if not (
            self._ignores_folder(path, choice) if stat.S_ISDIR(status.st_mode) else self._ignores(path, choice, status)
        ):
            yield from self.given(path)

    def given(self, path: Path) -> Iterator[_Candidate]:
        """The file at ``path``, whatever it is, or what is to be read or reported in the folder."""
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield path, _reason(error), None
            return
        if stat.S_ISDIR(mode):
            yield from self._folder(path)
        elif kind := kind_of(mode):
            yield path, f"it is {kind}, not a file", None
        elif has_reader(path):
            yield path, None, None
        else:
            yield path, f"{why_not(path)}; {remedy(path)}", None

    def _folder(self, root: Path) -> Iterator[_Candidate]:
        inside = os.path.realpath(root)
        seen: set[tuple[int, int]] = set()
        waiting = [(root, False)]
        while waiting:
            folder, only_included = waiting.pop()
            try:
                status = folder.stat()
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
                with os.scandir(folder) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError as error:
                yield folder, _reason(error), None
                continue
            if folder is not root and self._is_marked(folder, entries):
                continue
            at = os.path.realpath(folder).rstrip(os.sep) + os.sep
            for entry in entries:
                path = folder / entry.name
                choice = self.choose(path)
                if only_included and choice not in ("include", "enter"):
                    continue
                if _is_folder(entry):
                    within = not entry.is_symlink() or _is_within(path, inside)
                    if self._ignores_folder(path, choice):
                        if choice == "enter" and within:
                            waiting.append((path, True))
                    elif within:
                        waiting.append((path, only_included and choice == "enter"))
                    else:
                        yield path, _OUTSIDE, None
                elif not only_included or choice == "include":
                    yield from self._file(entry, path, choice, inside, at)

    def _file(
        self, entry: os.DirEntry[str], path: Path, choice: Choice | None, inside: str, at: str
    ) -> Iterator[_Candidate]:
        try:
            status = entry.stat()
        except OSError as error:
            if not self._ignores(path, choice, None):
                yield path, _reason(error), None
            return
        if self._ignores(path, choice, status):
            return
        real = None if entry.is_symlink() else at + entry.name
        if entry.is_symlink() and not _is_within(path, inside):
            yield path, _OUTSIDE, None
        elif kind := kind_of(status.st_mode):
            yield path, f"it is {kind}, not a file", real
        else:
            yield path, None if has_reader(path) else f"{why_not(path)}; {remedy(path)}", real

    def _is_marked(self, folder: Path, entries: Sequence[os.DirEntry[str]]) -> bool:
        """Whether a folder is a virtual environment or a cache, as a file in it says; it is ignored then."""
        marked = any(ignored.marks_folder(entry.name) for entry in entries) and self.choose(folder) is None
        if marked:
            self.ignored.append(Ignored(ignored.FOLDER, str(folder)))
        return marked

    def _ignores_folder(self, path: Path, choice: Choice | None) -> bool:
        kind = {"exclude": EXCLUDED, "own": OWN}.get(choice or "")
        if kind is None and choice != "include" and ignored.is_folder_ignored(path.name):
            kind = ignored.FOLDER
        if kind is not None:
            self.ignored.append(Ignored(kind, str(path)))
        return kind is not None

    def _ignores(self, path: Path, choice: Choice | None, status: os.stat_result | None) -> bool:
        """Whether a file in a folder is ignored; ``status`` is None where there is no such file."""
        kind = {"exclude": EXCLUDED, "own": OWN}.get(choice or "")
        if kind is None and choice != "include":
            kind = ignored.kind_of_name(path.name)
            if kind is None and status is not None and stat.S_ISREG(status.st_mode):
                kind = _kind_by_content(path, status)
        if kind is not None:
            self.ignored.append(Ignored(kind, str(path)))
        return kind is not None


_OUTSIDE = "a link that leads out of the folder; give what it leads to by name"


def _kind_by_content(path: Path, status: os.stat_result) -> str | None:
    """What a file is that its name says nothing of: a report of an earlier check, a script, or nothing at all."""
    ending = path.suffix.lower()
    if not status.st_size:
        return None if ending and has_reader(path) else ignored.EMPTY
    if ending and ending not in _PAGES | _DATA | _WRITTEN:
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    if ending in _PAGES:
        return OWN if REPORT_MARK.encode() in head else None
    if ending in _DATA:
        return OWN if any(mark in head for mark in _DATA_MARKS) else None
    if ending in _WRITTEN:
        return OWN if _WRITTEN_MARK.search(head) else None
    return ignored.CODE if head.startswith(_SCRIPT) else None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return stat.S_ISDIR(entry.stat().st_mode)
    except OSError:
        return False


def _is_within(path: Path, root: str) -> bool:
    return os.path.commonpath((os.path.realpath(path), root)) == root


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, FileNotFoundError):
        return "a link to nothing"
    return (error.strerror or str(error)).lower()


def identify(paths: Iterable[Path]) -> Mapping[Path, str]:
    """A source id for each path: its stem, with the folders and the format it takes to be the only one.

    Ids differ in more than upper and lower case, and hold no separators of paths.
    """
    waiting = sorted(set(paths), key=_order)
    ids = {path: _clean(path.stem) for path in waiting}
    if not _shared(ids):
        return {path: source_ids.shortened(identifier) for path, identifier in ids.items()}
    parts = {path: [_clean(part) for part in path.absolute().parent.parts[1:]] for path in waiting}
    for depth in range(1, max((len(p) for p in parts.values()), default=0) + 1):
        shared = _shared(ids)
        if not shared:
            break
        for path in shared:
            ids[path] = "-".join((*parts[path][-depth:], _clean(path.stem)))
    for path in [path for path in _shared(ids) if path.suffix]:
        ids[path] = f"{_clean(path.stem)}-{path.suffix.lstrip('.')}"
    for number, path in enumerate(_shared(ids), 1):
        ids[path] = f"{ids[path]}-{number}"
    return {path: source_ids.shortened(identifier) for path, identifier in ids.items()}


def _shared(ids: Mapping[Path, str]) -> list[Path]:
    counts = Counter(identifier.casefold() for identifier in ids.values())
    return [path for path, identifier in ids.items() if counts[identifier.casefold()] > 1]


def _clean(name: str) -> str:
    return "".join(c if c.isprintable() and c not in "/\\:" else "_" for c in name.strip()) or "_"
