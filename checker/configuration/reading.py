"""Reads the configuration of a corpus, with those that it extends, and says what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from checker import strictyaml
from checker.configuration.location import YAML_NAME, text_of
from checker.configuration.settings import Configuration
from checker.model.user_error import UserError

_DEEPEST = 8
"""So many configurations may extend each other."""


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
        text = text_of(path)
        if text is None and base.extends in _packs():
            packs = ((base.extends, at),)
            break
        if text is None:
            raise UserError(f"extends: no such file, and no such rule pack: {base.extends}", at, "correct or remove it")
        seen.append(path)
        further = strictyaml.read(text, str(path))
        base = _read(further, path.parent)
        settings_given, places = _given(base, further)
        given = _moved(settings_given, path.parent, root) | given
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
                raise UserError(f"'{key}' is given twice, with hyphens and without", parsed.at((key,)), "keep one")
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
    """The settings of another folder's file with its paths relative to ``root``."""

    def relative(path: str) -> str:
        return Path(os.path.relpath(folder / path, root)).as_posix()

    moved = {key: value for key, value in given.items() if key != "extends"}
    for key in _PATHS:
        if key in moved and moved[key] is not None:
            moved[key] = relative(moved[key]) if isinstance(moved[key], str) else tuple(map(relative, moved[key]))
    for key in _PATTERNS:
        if key in moved:
            moved[key] = tuple(relative(path) if "/" in path.rstrip("/") else path for path in moved[key])
    if "overrides" in moved:
        moved["overrides"] = tuple(
            o.model_copy(update={"paths": tuple(map(relative, o.paths))}) for o in moved["overrides"]
        )
    return moved
