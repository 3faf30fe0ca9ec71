"""Finds the file that configures a folder: ``check-claims.yaml`` or a table of ``pyproject.toml``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from checker import files, strictyaml
from checker.model.user_error import UserError

YAML_NAME = "check-claims.yaml"
TOML_NAME = "pyproject.toml"
TABLE = "check-claims"
_REPOSITORY = ".git"
"""What marks the top of a repository, a folder or a file."""


def nearest(start: Path, *, above: bool = True) -> tuple[strictyaml.Parsed, Path] | None:
    """What configures the folder ``start``, in it or in the nearest folder above, and that folder; None without one.

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
            return found[0], place
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


def text_of(path: Path) -> str | None:
    """The text of a configuration; None where there is no such file. Raises UserError where it cannot be read."""
    try:
        return files.read_text(path, "utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UserError(f"the configuration cannot be read: {reason}", str(path)) from error


def _from_yaml(folder: Path) -> strictyaml.Parsed | None:
    path = folder / YAML_NAME
    text = text_of(path)
    return None if text is None else strictyaml.read(text, str(path))


def _from_toml(folder: Path) -> strictyaml.Parsed | None:
    path = folder / TOML_NAME
    text = text_of(path) if path.is_file() else None
    if text is None or TABLE not in text:
        return None
    import tomllib

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
