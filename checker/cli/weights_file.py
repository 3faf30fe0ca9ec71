"""Writes the weights of a corpus into a file of their own beside its rules."""

from __future__ import annotations

import os
from dataclasses import asdict
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import output, parts
from checker.model.user_error import UserError

if TYPE_CHECKING:
    from checker.configuration import Configuration
    from checker.model.rule import GroupWeights

KEY = "weights"
NAME = f"{KEY}.yaml"
_HEAD = """# How much each group of features counts when the statements of these documents are compared: 1 is as much as
# the weights that ship with the tool say, 0 is nothing. Made by `check-claims tune`.
"""


def place(settings: Configuration) -> Path:
    """Where the weights of a corpus are kept.

    Raises UserError where that file holds anything else, and where another rules file has weights.
    """
    path = _folder(settings) / NAME
    output.refuse_links("the file of weights", path, settings.root)
    for known in dict.fromkeys((*settings.rule_paths(), *((path,) if path.exists() else ()))):
        parsed = parts.strictyaml.read(_read(known), str(known))
        keys = set(parsed.data) if isinstance(parsed.data, dict) else set()
        if known == path and keys != {KEY}:
            raise UserError("this file has more than weights", str(path), "move everything else to another rules file")
        if known != path and KEY in keys:
            raise UserError("this file has weights", parsed.at((KEY,)), f"move them to {_shown(path)}")
    return path


def _folder(settings: Configuration) -> Path:
    """Where the first rules are: ``rules`` for ``rules/*.yaml``, and where there are none."""
    if not settings.rules:
        return settings.root / "rules"
    fixed = takewhile(lambda part: not set(part) & set("*?["), Path(settings.rules[0]).parent.parts)
    return settings.root.joinpath(*fixed)


def _read(path: Path) -> str:
    try:
        return parts.files.read_text(path, "utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UserError(f"the rules file cannot be read: {reason}", str(path)) from error


def text_of(weights: GroupWeights) -> str:
    """The file as YAML."""
    lines = [f"  {name}: {weight:g}" for name, weight in asdict(weights).items()]
    return _HEAD + "\n".join((f"{KEY}:", *lines, ""))


def write(path: Path, weights: GroupWeights, settings: Configuration) -> str:
    """Put the weights there; the path from here."""
    before = _read(path) if path.exists() else None
    schema = parts.modelines.reference(settings.schemas_folder(), "rules", path)
    parts.files.replace(path, parts.modelines.headed(text_of(weights), schema, before), "the weights")
    return _shown(path)


def _shown(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()
