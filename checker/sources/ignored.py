"""Finds by its name the kind of a file that is no document, and so is ignored in folders by default."""

from __future__ import annotations

import fnmatch
import re

from checker.language.language import derived, table

HIDDEN = "hidden file"
FOLDER = "folder"
CODE = "code file"
EMPTY = "empty file"
_WILD = frozenset("*?[")


def is_folder_ignored(name: str) -> bool:
    """Whether a folder of this name is ignored with all that is in it; hidden ones are."""
    return name.startswith(".") or name.lower() in _folders()


def marks_folder(name: str) -> bool:
    """Whether a file of this name says that the folder around it is a virtual environment or a cache."""
    return name.lower() in _marks()


def kind_of_name(name: str) -> str | None:
    """What a file of this name is when it is no document: ``image``, ``code file``; None where nothing is known."""
    if name.startswith("."):
        return HIDDEN
    lowered = name.lower()
    if lowered in _documents():
        return None
    for kind, names, pattern in _named():
        if lowered in names or (pattern is not None and pattern.fullmatch(lowered)):
            return kind
    _, dot, ending = lowered.rpartition(".")
    return _endings().get(dot + ending) if dot else None


@derived
def _folders() -> frozenset[str]:
    return frozenset(table("text/ignored")["folders"])


@derived
def _documents() -> frozenset[str]:
    return frozenset(table("text/ignored")["documents"])


@derived
def _marks() -> frozenset[str]:
    return frozenset(table("text/ignored")["marked"])


@derived
def _named() -> tuple[tuple[str, frozenset[str], re.Pattern[str] | None], ...]:
    """The names of each kind: those written out, and those with wildcards as one pattern."""
    found = []
    for kind, entry in table("text/ignored")["kinds"].items():
        names = entry.get("names", ())
        wild = [name for name in names if not _WILD.isdisjoint(name)]
        pattern = re.compile("|".join(map(fnmatch.translate, wild))) if wild else None
        if names:
            found.append((kind, frozenset(names).difference(wild), pattern))
    return tuple(found)


@derived
def _endings() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, entry in table("text/ignored")["kinds"].items():
        for ending in entry.get("endings", ()):
            found.setdefault(ending, kind)
    return found
