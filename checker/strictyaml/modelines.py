"""Keeps the first line of a YAML file that tells editors by which JSON Schema to complete and check it."""

from __future__ import annotations

import os
from pathlib import Path

MARK = "# yaml-language-server: $schema="


def reference(folder: Path | None, name: str, file: Path) -> str | None:
    """Where the schema ``name`` of the folder of schemas is, relative to ``file``; None where there is no folder."""
    if folder is None:
        return None
    return Path(os.path.relpath(folder / f"{name}.json", file.parent)).as_posix()


def headed(text: str, schema: str | None, before: str | None = None) -> str:
    """``text`` with the line that names ``schema`` at its top, once; with None, the line that ``before`` has there."""
    line = f"{MARK}{schema}\n" if schema is not None else of(before or text)
    return line + without(text)


def of(text: str) -> str:
    """The line that names a schema at the top of ``text``, with its end; nothing where there is none."""
    first = text.partition("\n")[0].removeprefix("\ufeff").strip()
    return f"{first}\n" if is_modeline(first) else ""


def without(text: str) -> str:
    """``text`` without the line at its top that names a schema."""
    return text.partition("\n")[2] if of(text) else text


def is_modeline(comment: str) -> bool:
    """Whether a comment names a schema for editors."""
    return comment.lstrip("# ").startswith(MARK.lstrip("# "))
