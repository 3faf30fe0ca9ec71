"""The key ``vocabulary`` of rules files: words that a corpus adds to the tables that ship with the tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker import vocabulary
from checker.language.language import shipped, table_names
from checker.model.user_error import UserError
from checker.strictyaml.suggestions import suggestion


def problems(added: Mapping[str, Any], parsed: Any) -> Iterator[UserError]:
    """What is wrong with the additions of one file, each with its line."""
    names, language = table_names(), shipped()
    for name, entries in added.items():
        if name not in names:
            place = parsed.at(("vocabulary", name))
            yield UserError(f"there is no table '{name}' of words", place, suggestion(name, names))
            continue
        for found in vocabulary.shapes.problems(entries, language.table(name), vocabulary.shape(name)):
            place = parsed.at(("vocabulary", name, *found.path))
            remedy = suggestion(str(found.path[-1]), found.known) if found.known else f"see the table {name}"
            yield UserError(f"vocabulary.{_named((name, *found.path))} {found.what}", place, remedy)


def together(earlier: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """The additions of ``earlier`` files and of one more, in small letters where the tables are."""
    found, language = dict(earlier), shipped()
    for name, entries in added.items():
        shape = vocabulary.shape(name)
        new = vocabulary.shapes.lowered(entries, language.table(name), shape)
        found[name] = vocabulary.shapes.merged(found[name], new, shape) if name in found else new
    return found


def _named(path: tuple[str | int, ...]) -> str:
    """``names/places.cities[2]`` for a path, items counted from 1."""
    first, *others = path
    return str(first) + "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in others)
