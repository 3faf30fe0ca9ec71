"""The words the tool ships with, as data: every table is a YAML file in a language's folder beside this file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from checker.vocabulary import shapes

ROOT = Path(__file__).parent

_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNASKED = {"resolve": lambda *_: "", "descend_resolver": lambda *_: None, "ascend_resolver": lambda *_: None}
"""No scalar is asked what type it is of: all are strings, and asking takes longer than reading them."""
_Loader: Any = type("_Loader", (_Base,), _UNASKED)


def in_folder(folder: Path, name: str) -> Any:
    """The table ``name`` (``values/calendar``) of a language's folder; None where the folder has none."""
    try:
        written = (folder / f"{name}.yaml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return read(written)


@cache
def attributes() -> dict[str, Any]:
    """The attributes that ship with the tool, as data, by id."""
    found: dict[str, Any] = {}
    for path in sorted((ROOT / "attributes").glob("*.yaml")):
        found |= read(path.read_text(encoding="utf-8"))
    return found


@cache
def headlines() -> Mapping[str, Any]:
    """The sentences that say what findings are about, by kind of rule."""
    found: Mapping[str, Any] = in_folder(ROOT, "headlines")
    return found


def names(folders: Iterable[Path]) -> list[str]:
    """The names of the tables in some folders."""
    return sorted(
        {path.relative_to(folder).with_suffix("").as_posix() for folder in folders for path in folder.rglob("*.yaml")}
    )


@cache
def _notes() -> dict[str, Any]:
    notes: dict[str, Any] = in_folder(ROOT, "shapes")
    return notes


def shape(name: str) -> shapes.Shape:
    """Which keys of a table are words, and which are the table's own."""
    return shapes.Shape.of(_notes().get(name, {}))


def completed(name: str, found: Any, complete: Callable[[str], Any]) -> Any:
    """A table of a language begun lately, with every key of the ``complete`` one's, empty where it is new."""
    return shapes.completed(found, complete(name), shape(name))


def read(written: str) -> Any:
    """The data of YAML that ships with the tool, with every scalar as the string written."""
    loader = _Loader(written)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    return None if node is None else _plain(node)


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry) for entry in node.value]
    return {_plain(key): _plain(entry) for key, entry in node.value}
