"""Says whether a file matches a path or pattern of the configuration."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Sequence
from pathlib import Path


def fits(file: Path, pattern: str, root: Path) -> bool:
    """Whether a file is what a path or pattern names, or lies below it; ``**`` stands for any folders."""
    path = Path(os.path.relpath(file, root)).as_posix()
    bare = pattern.rstrip("/")
    return path == bare or path.startswith(bare + "/") or _glob(path.split("/"), bare.split("/"))


def fits_anywhere(file: Path, pattern: str, root: Path) -> bool:
    """As ``fits``; a pattern without a slash fits in every folder."""
    return fits(file, pattern if "/" in pattern.rstrip("/") else f"**/{pattern}", root)


def leads_below(folder: Path, pattern: str, root: Path) -> bool:
    """Whether a pattern names something further down in a folder: ``.github/*.md`` does in ``.github``."""
    parts, pieces = Path(os.path.relpath(folder, root)).parts, pattern.rstrip("/").split("/")
    for depth, (part, piece) in enumerate(zip(parts, pieces, strict=False)):
        if piece == "**":
            return depth > 0
        if not fnmatch.fnmatchcase(part, piece):
            return False
    return len(pieces) > len(parts)


def _glob(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path's parts fit a pattern's; each ``**`` takes any number of them."""
    reached = {0}
    for piece in pattern:
        if piece == "**":
            reached = set(range(min(reached, default=len(parts) + 1), len(parts) + 1))
        else:
            reached = {n + 1 for n in reached if n < len(parts) and fnmatch.fnmatchcase(parts[n], piece)}
    return len(parts) in reached
