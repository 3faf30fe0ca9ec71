"""Finds and reads the configuration of a corpus, with those that it extends, and says what is wrong with it."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from checker import files, strictyaml
from checker.configuration.settings import Configuration
from checker.model.user_error import UserError

YAML_NAME = "check-claims.yaml"
TOML_NAME = "pyproject.toml"
TABLE = "check-claims"
_REPOSITORY = ".git"
"""What stands at the top of a repository, a folder or a file."""

_DEEPEST = 8
"""So many configurations may extend each other."""


def find(start: Path, *, above: bool = True) -> Configuration | None:
    """The configuration nearest to the folder ``start``, in it or above it; None where there is none.

    It is ``check-claims.yaml`` or the table ``[tool.check-claims]`` of ``pyproject.toml``. Nothing above the
    repository that ``start`` is in is looked at, and nothing above ``start`` at all unless ``above``. Raises UserError
    for one that is malformed, where a folder has both, and for one above ``start`` that belongs to somebody else.
    """
    folder = Path(os.path.realpath(start))
    for place in (folder, *(folder.parents if above else ())):
        found = [data for data in (_from_yaml(place), _from_toml(place)) if data is not None]
        if len(found) > 1:
            raise UserError(f"both {YAML_NAME} and {TOML_NAME} configure this folder", str(place), "keep one of them")
        if found:
            if place != folder:
                _refuse_strange(Path(found[0].where), folder)
            return load(found[0], place)
        if os.path.lexists(place / _REPOSITORY):
            return None
    return None


def _refuse_strange(file: Path, start: Path) -> None:
    """Raise UserError for a file in a folder above ``start`` that somebody else put there.

    It may be of whoever runs this, of the system's administrator, or of whoever has the folder ``start``.
    """
    owner = file.lstat().st_uid
    known = {0, start.stat().st_uid, os.geteuid() if hasattr(os, "geteuid") else owner}
    if owner not in known:
        raise UserError(
            "this configuration applies here and belongs to another user",
            str(file),
            f"put a {YAML_NAME} of your own into {start}, or run with --no-config",
        )


def load(parsed: strictyaml.Parsed, root: Path) -> Configuration:
    """The settings in ``parsed`` and, where it is silent, in what it extends; keys may be written with hyphens.

    Raises UserError, all problems of a file at once, and where configurations extend each other without end.
    """
    own = _read(parsed, root)
    given, origins = _given(own, parsed)
    base, seen = own, [Path(os.path.realpath(parsed.where))]
    packs: tuple[tuple[str, str], ...] = ()
    while base.extends is not None:
        path = Path(os.path.realpath(base.root / base.extends))
        at = base.origin("extends")
        if len(seen) > _DEEPEST:
            raise UserError(f"extends: more than {_DEEPEST} configurations extend each other", at, "join some of them")
        if path.suffix == ".toml":
            raise UserError(f"extends: '{base.extends}' is no YAML file", at, f"put its settings into a {YAML_NAME}")
        if path in seen:
            raise UserError(f"extends: '{base.extends}' leads back here", at, "remove one of the two")
        own.refuse_outside("extends", base.extends, path)
        text = _text(path)
        if text is None and base.extends in _packs():
            packs = ((base.extends, at),)
            break
        if text is None:
            raise UserError(f"extends: no such file, and no such rule pack: {base.extends}", at, "correct or remove it")
        seen.append(path)
        further = strictyaml.read(text, str(path))
        base = _read(further, path.parent)
        said, places = _given(base, further)
        given = _moved(said, path.parent, root) | given
        origins = places | origins
    settings = Configuration(**given)
    settings._root, settings._file, settings._origins = root, Path(parsed.where), origins
    settings._chain = tuple(seen)
    settings._packs = packs
    return settings


def _packs() -> tuple[str, ...]:
    from checker import rule_packs

    return rule_packs.names()


def _read(parsed: strictyaml.Parsed, root: Path) -> Configuration:
    if isinstance(parsed.data, dict):
        data = {key.replace("-", "_"): value for key, value in parsed.data.items()}
        for key in parsed.data:
            if "-" in key and key.replace("-", "_") in parsed.data:
                raise UserError(f"'{key}' stands twice, with hyphens and without", parsed.at((key,)), "keep one")
        lines = {(str(p[0]).replace("-", "_"), *p[1:]): line for p, line in parsed.lines.items() if p}
        parsed = strictyaml.Parsed(data, parsed.where, lines)
    settings = strictyaml.validate(Configuration, parsed)
    settings._root, settings._file = root, Path(parsed.where)
    settings._origins = {key: parsed.at((key,)) for key in settings.model_fields_set}
    return settings


def _given(settings: Configuration, parsed: strictyaml.Parsed) -> tuple[dict[str, Any], dict[str, str]]:
    """What one file sets, and where."""
    return {key: getattr(settings, key) for key in settings.model_fields_set}, dict(settings._origins)


_PATHS = ("sources", "registry", "claims", "rules", "decisions", "schemas", "baseline")

_PATTERNS = ("exclude", "include")
"""Settings whose entries without a slash hold in every folder."""


def _moved(given: dict[str, Any], folder: Path, root: Path) -> dict[str, Any]:
    """The settings of another folder's file with its paths told from ``root``."""

    def told(path: str) -> str:
        return Path(os.path.relpath(folder / path, root)).as_posix()

    moved = {key: value for key, value in given.items() if key != "extends"}
    for key in _PATHS:
        if key in moved and moved[key] is not None:
            moved[key] = told(moved[key]) if isinstance(moved[key], str) else tuple(map(told, moved[key]))
    for key in _PATTERNS:
        if key in moved:
            moved[key] = tuple(told(path) if "/" in path.rstrip("/") else path for path in moved[key])
    if "overrides" in moved:
        moved["overrides"] = tuple(
            o.model_copy(update={"paths": tuple(map(told, o.paths))}) for o in moved["overrides"]
        )
    return moved


def _text(path: Path) -> str | None:
    try:
        return files.read_text(path, "utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UserError(f"the configuration cannot be read: {reason}", str(path)) from error


def _from_yaml(folder: Path) -> strictyaml.Parsed | None:
    path = folder / YAML_NAME
    text = _text(path)
    return None if text is None else strictyaml.read(text, str(path))


def _from_toml(folder: Path) -> strictyaml.Parsed | None:
    path = folder / TOML_NAME
    text = _text(path) if path.is_file() else None
    if text is None or TABLE not in text:
        return None
    try:
        settings: Any = tomllib.loads(text).get("tool", {}).get(TABLE)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"cannot be read as TOML: {error}", str(path)) from error
    return None if settings is None else strictyaml.Parsed(settings, str(path), _toml_lines(text))


def _toml_lines(text: str) -> dict[tuple[str | int, ...], int]:
    """The line of each key in the table, as far as it is written one key a line."""
    lines: dict[tuple[str | int, ...], int] = {}
    table: tuple[str, ...] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("[") and "]" in bare:
            name = bare.strip("[] ").replace('"', "")
            prefix = f"tool.{TABLE}"
            inside = name == prefix or name.startswith(prefix + ".")
            table = tuple(filter(None, name[len(prefix) :].split("."))) if inside else None
            if inside:
                lines[table or ()] = number
        elif table is not None and "=" in bare and not bare.startswith("#"):
            lines[(*table, bare.split("=", 1)[0].strip().strip("\"'"))] = number
    return lines
