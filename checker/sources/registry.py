"""Reads ``sources.yaml``: what is known of each document of a corpus."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from checker import files, strictyaml
from checker.model.document import Source
from checker.model.user_error import UserError
from checker.sources import source_ids

_YEAR = r"(?:-?\d{4}|\d{3}X|\d{2}XX)"
_EDTF = re.compile(rf"{_YEAR}(?:-\d\d(?:-\d\d)?)?[?~%]?")
_OPEN = ("", "..")
_SHOWN = 60


class Entry(BaseModel):
    """One document; ``id`` is the stem of its file where it is left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(default=None, min_length=1)
    file: str = Field(min_length=1)
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: Literal["stated", "inferred", "unknown"] | None = None
    url: str | None = None
    authority: int | None = None

    @field_validator("published")
    @classmethod
    def _is_edtf(cls, value: str | None) -> str | None:
        if value is not None:
            parts = value.split("/")
            if len(parts) > 2 or not any(_EDTF.fullmatch(part) for part in parts):
                raise ValueError("a date such as 2008, 2008-04 or 1999/2002 is expected")
            if not all(part in _OPEN or _EDTF.fullmatch(part) for part in parts):
                raise ValueError("a date such as 2008, 2008-04 or 1999/2002 is expected")
        return value


class Registry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """A source of the register and the file that holds it."""

    source: Source
    file: Path
    moved_from: str | None = None
    """The file that the register names, where that is gone and this one has its content."""


Mover = Callable[[str, Collection[str]], Path | None]
"""Says where the document of a source is by now, from its id and the real paths of all registered files."""


def load(
    path: Path, *, root: Path | None = None, may_be_empty: bool = False, moved: Mover | None = None
) -> tuple[Registered, ...]:
    """The documents that ``path`` lists, in its order; their files are named from its folder.

    ``root`` (the folder of ``path`` unless given) is what no file may lie outside of, and what
    ``Source.path`` is told from. Raises UserError, all problems at once, for a register that is missing,
    empty or malformed, an id or file given twice, and a file that is missing or outside. With ``may_be_empty``
    a register that is not there yet, or lists nothing, has no documents. ``moved`` is asked for a file that is missing.
    """
    if may_be_empty and not path.exists():
        return ()
    text = text_of(path)
    if may_be_empty and is_empty(text):
        return ()
    if text.strip() and is_empty(text):
        raise UserError("the register lists no sources", str(path), "add one: check-claims add FILE")
    parsed = _as_list(strictyaml.read(text, str(path)))
    entries = strictyaml.validate(Registry, parsed).sources
    return _Register(path.parent, root, parsed, moved).registered(entries)


def text_of(path: Path) -> str:
    """The text of the register at ``path``; UserError where it cannot be read."""
    try:
        return files.read_text(path, "utf-8-sig")
    except FileNotFoundError as error:
        raise UserError("no such register of sources", str(path), "name a file that exists") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UserError(f"the register of sources cannot be read: {reason}", str(path)) from error


def is_empty(text: str) -> bool:
    """Whether a register lists nothing yet."""
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    return "".join(lines).replace(" ", "") in ("", "sources:", "sources:[]", "sources:{}", "[]", "{}")


def entries(text: str, where: str) -> dict[str, Entry]:
    """What the text of a register says of each source, by id; UserError for a malformed one."""
    listed = strictyaml.validate(Registry, _as_list(strictyaml.read(text, where))).sources
    return {entry.id or Path(entry.file).stem: entry for entry in listed}


def _as_list(parsed: strictyaml.Parsed) -> strictyaml.Parsed:
    """The register with its entries as a list, whether written as one or under their ids."""
    data: Any = parsed.data
    lines = parsed.lines
    if isinstance(data, list):
        lines = {(): 1, **lines}
        return strictyaml.Parsed({"sources": data}, parsed.where, {("sources", *p): n for p, n in lines.items()})
    if not isinstance(data, dict) or not isinstance(data.get("sources"), dict):
        return parsed
    by_id: dict[str, Any] = data["sources"]
    order = {name: index for index, name in enumerate(by_id)}
    listed = [{"id": name, **entry} if isinstance(entry, dict) else entry for name, entry in by_id.items()]
    placed = {
        ("sources", order[str(place[1])], *place[2:]) if place[:1] == ("sources",) and len(place) > 1 else place: line
        for place, line in lines.items()
    }
    return strictyaml.Parsed({**data, "sources": listed}, parsed.where, placed)


class _Register:
    """Checks the entries against each other and against the files there are."""

    def __init__(self, folder: Path, root: Path | None, parsed: strictyaml.Parsed, moved: Mover | None) -> None:
        self.folder = folder
        self.root = root if root is not None else folder
        self.tells_from_root = root is not None
        self.parsed = parsed
        self.moved = moved
        self.taken: frozenset[str] = frozenset()
        self.problems: list[UserError] = []
        self.seen: dict[tuple[str, str], str] = {}

    def registered(self, entries: tuple[Entry, ...]) -> tuple[Registered, ...]:
        self.taken = frozenset(os.path.realpath(self.folder / entry.file) for entry in entries)
        found = [self._registered(entry, index) for index, entry in enumerate(entries)]
        if not found:
            raise UserError("the register lists no sources", self.parsed.where, "add one")
        if self.problems:
            first, *others = self.problems
            raise UserError(first.what, first.where, first.remedy, tuple(map(str, others)))
        return tuple(found)

    def _registered(self, entry: Entry, index: int) -> Registered:
        file = self.folder / entry.file
        moved_from: str | None = None
        identifier = entry.id or Path(entry.file).stem
        unfit = source_ids.problem(identifier)
        if unfit is not None:
            key = "id" if entry.id is not None else "file"
            remedy = "take letters, digits and hyphens" if entry.id is not None else "give the entry an id: of its own"
            named = identifier if len(identifier) <= _SHOWN else f"{identifier[:_SHOWN]}..."
            self.problems.append(UserError(f"the id '{named}' {unfit}", self._at(index, key), remedy))
        self._once("id", identifier, index)
        self._once("file", os.path.normpath(entry.file), index)
        if not _is_within(file, self.root):
            self._problem(index, f"the file '{entry.file}' lies outside {self.root}", "move it inside")
        elif not file.is_file():
            present = self.moved(identifier, self.taken) if self.moved is not None and unfit is None else None
            if present is not None:
                moved_from, file = entry.file, present
            else:
                self._problem(index, f"there is no file '{entry.file}'", "correct the name or remove the entry")
        shown = Path(os.path.relpath(file, self.root)) if self.tells_from_root else file
        source = Source(
            id=identifier,
            path=shown.as_posix(),
            title=entry.title,
            publisher=entry.publisher,
            published=entry.published,
            published_basis=entry.published_basis,
            url=entry.url,
            authority=entry.authority,
        )
        return Registered(source, file, moved_from)

    def _at(self, index: int, key: str) -> str:
        return str(self.parsed.at(("sources", index, key)))

    def _once(self, what: str, name: str, index: int) -> None:
        place = self.parsed.at(("sources", index, what))
        earlier = self.seen.setdefault((what, name.casefold()), place)
        if earlier != place:
            self.problems.append(UserError(f"the {what} '{name}' is given twice, also at {earlier}", place, "keep one"))

    def _problem(self, index: int, what: str, remedy: str) -> None:
        self.problems.append(UserError(what, self.parsed.at(("sources", index, "file")), remedy))


def _is_within(path: Path, root: Path) -> bool:
    inside = os.path.realpath(root)
    return os.path.commonpath((os.path.realpath(path), inside)) == inside
