"""Describes the cache, without making one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from checker.cache.store import FILE, LAYOUT


def state(folder: Path | None) -> str:
    """One line: where the cache is, how many sources it holds and how large it is, or why it does not serve."""
    if folder is None:
        return "none: there is no home folder to keep it in"
    file = folder / FILE
    if file.exists() and not file.is_file():
        return f"{file}, which cannot be used: it is no file"
    if not file.exists():
        return f"{file}, not created yet"
    try:
        base = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0)
        try:
            if base.execute("PRAGMA user_version").fetchone() != (LAYOUT,):
                return f"{file}, from another release; the next run replaces it"
            (count,) = base.execute("SELECT count(*) FROM entry").fetchone()
        finally:
            base.close()
        size = file.stat().st_size
    except (sqlite3.Error, OSError) as error:
        return f"{file}, which cannot be used: {error}"
    return f"{file}, {count} sources, {size / 1e6:.1f} MB"
