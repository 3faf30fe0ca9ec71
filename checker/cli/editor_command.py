"""Makes the command by which an editor opens a file at a line."""

from __future__ import annotations

import shlex
from pathlib import Path

_JUMPING = ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "hx")
"""Editors that take ``+LINE`` before the file."""
_COLON = ("code", "codium", "subl", "zed")
"""Editors that take ``FILE:LINE``."""


def command_of(editor: str, file: Path, line: int) -> list[str]:
    """The words that open ``file`` at ``line`` in ``editor``, a command with its own options."""
    try:
        words = shlex.split(editor) or [editor]
    except ValueError:
        words = [editor]
    name = Path(words[0]).stem
    if name in _COLON:
        goto = [] if name in ("subl", "zed") else ["-g"]
        return [*words, *goto, f"{file}:{line}"]
    return [*words, *([f"+{line}"] if name in _JUMPING else []), str(file)]
